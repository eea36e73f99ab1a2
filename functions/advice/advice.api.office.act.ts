/** What a program of an office can do with a question: one route for each act. */
import type { Hono } from "hono";
import * as v from "valibot";
import { actParameters, bodyOr, commandOf, ofAct, viewAfter } from "../disclosure/disclosure.api.acting.ts";
import { problems } from "../disclosure/disclosure.api.problems.ts";
import type { ApiEnv } from "../identity/identity.api.ts";
import { readJson } from "../kit/json.ts";
import { named, openDescriber } from "../kit/openapi.ts";
import { officeShape, officeView } from "./advice.api.shapes.ts";
import type { OfficeAction } from "./advice.flow.ts";
import { officeActions } from "./advice.flow.ts";
import type { OfficeThread } from "./advice.seen.ts";
import type { AdviceCommand, AdviceService } from "./advice.service.ts";
import { MOST_CHARACTERS } from "./advice.ts";

type Advice = Pick<AdviceService, "readForOffice" | "act">;

const documented = openDescriber(problems);

interface Act {
  readonly action: OfficeAction;
  readonly id: string;
  readonly summary: string;
  /** Undefined for an act that says nothing more. */
  readonly schema: v.GenericSchema | undefined;
  readonly value: object;
}

const text = (most: number) => v.pipe(v.string(), v.description(`At most ${most} characters`));
const reason = v.object({ reason: text(MOST_CHARACTERS.reason) });

/** What each act takes. The services check it, so that pages and programs are told the same. */
const acts = {
  accept: { id: "acceptAdvice", summary: "Take a question up", schema: undefined, value: {} },
  reply: {
    id: "replyAdvice",
    summary: "Reply to whoever asked; a second reply adds to the first",
    schema: v.object({ text: text(MOST_CHARACTERS.reply) }),
    value: { text: "带身份证到大厅公交窗口，当场办好。" },
  },
  transfer: {
    id: "transferAdvice",
    summary: "Hand it on to the unit in charge; the promise runs on",
    schema: v.object({ unit: v.string(), reason: text(MOST_CHARACTERS.reason) }),
    value: { unit: "zrzy", reason: "属于自然资源局职责。" },
  },
  propose_public: {
    id: "proposePublicAdvice",
    summary: "Hand in for review what everybody may read, without what tells who asked",
    schema: v.object({
      subject: text(MOST_CHARACTERS.subject),
      question: text(MOST_CHARACTERS.question),
      answer: text(MOST_CHARACTERS.answer),
    }),
    value: { subject: "公交老年卡", question: "怎么办公交老年卡？", answer: "带身份证到大厅办。" },
  },
  publish: {
    id: "publishAdvice",
    summary: "Let everybody read what another person wrote",
    schema: undefined,
    value: {},
  },
  return_public: {
    id: "returnPublicAdvice",
    summary: "Send it back to who wrote it",
    schema: reason,
    value: { reason: "地址写全。" },
  },
  unpublish: {
    id: "unpublishAdvice",
    summary: "Take it back; the reason is public",
    schema: reason,
    value: { reason: "办理地点变了。" },
  },
} as const satisfies Record<OfficeAction, Omit<Act, "action">>;

const anyObject = v.record(v.string(), v.unknown(), "advice.required");

export function addActs(app: Hono<ApiEnv>, advice: Advice): void {
  for (const action of officeActions) addAct(app, advice, { action, ...acts[action] });
}

function addAct(app: Hono<ApiEnv>, advice: Advice, act: Act): void {
  const { action, id, summary, schema, value } = act;
  const name = `${id.charAt(0).toUpperCase()}${id.slice(1)}`;
  const body = schema && { schema: named(name, schema), examples: { usual: { summary, value } } };
  app.post(
    `/api/v1/office/advice/:reference/actions/${action}`,
    documented({
      tag: "Office",
      security: ["bearer"],
      ...{ id, summary },
      parameters: actParameters,
      ...(body === undefined ? {} : { body }),
      answers: { 200: { description: "The thread after it", schema: officeShape } },
      problems: [...ofAct(body !== undefined), ...(action === "publish" ? (["same_person"] as const) : [])],
    }),
    async (context) => {
      const command = commandOf(context, action);
      const { reference, actor } = command;
      const act = (data: object) => advice.act({ ...command, data } as AdviceCommand);
      const data =
        schema === undefined
          ? {}
          : await bodyOr(
              () => readJson(context, anyObject),
              () => act({}),
            );
      const thread = await viewAfter<OfficeThread, OfficeThread["head"]>(action, {
        act: () => act(data),
        read: () => advice.readForOffice(reference, actor),
      });
      return context.json(officeView(thread), 200, { etag: `"${thread.head.version}"` });
    },
  );
}
