/** What a program of an office can do with a question: one route for each act. */
import type { Context, Hono } from "hono";
import * as v from "valibot";
import {
  commandKey,
  commandKeyParameter,
  expectedVersion,
  referenceOf,
  referenceParameter,
  versionParameter,
} from "../disclosure/disclosure.api.headers.ts";
import { always, ofBody, ofOffice, problems } from "../disclosure/disclosure.api.problems.ts";
import type { ApiEnv } from "../identity/identity.api.ts";
import type { Staff } from "../identity/identity.ts";
import { readJson } from "../kit/json.ts";
import { named, openDescriber } from "../kit/openapi.ts";
import { Problem } from "../kit/problem.ts";
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
      parameters: [referenceParameter, commandKeyParameter, versionParameter],
      ...(body === undefined ? {} : { body }),
      answers: { 200: { description: "The thread after it", schema: officeShape } },
      problems: [
        ...always,
        ...ofOffice,
        ...(["role", "unit", "case_not_found", "out_of_turn", "case_changed"] as const),
        ...(["idempotency_key_invalid", "if_match_invalid"] as const),
        ...(body === undefined ? (["too_large"] as const) : ([...ofBody, "token_reused"] as const)),
        ...(action === "publish" ? (["same_person"] as const) : []),
      ],
    }),
    async (context) => {
      const command = commandOf(context, action);
      const data = schema === undefined ? {} : await dataFor(context, advice, command);
      const thread = await threadAfter(advice, { ...command, data } as AdviceCommand & { actor: Staff });
      return context.json(officeView(thread), 200, { etag: `"${thread.head.version}"` });
    },
  );
}

function commandOf(context: Context<ApiEnv>, action: OfficeAction) {
  const actor = context.get("staff");
  const key = commandKey(context);
  return {
    reference: referenceOf(context),
    ...{ action, actor },
    // Bound to the person and the action, so that nobody's key can stand for what somebody else did.
    commandId: key === undefined ? undefined : JSON.stringify([actor.id, action, key]),
    expectedVersion: expectedVersion(context),
  };
}

/** When the body is no object, who may not act is refused all the same: the command then runs without data. */
async function dataFor(
  context: Context<ApiEnv>,
  advice: Advice,
  command: ReturnType<typeof commandOf>,
): Promise<object> {
  try {
    return await readJson(context, anyObject);
  } catch (wrong) {
    if (!(wrong instanceof Problem)) throw wrong;
    try {
      await advice.act({ ...command, data: {} });
    } catch (refusal) {
      throw refusal instanceof Problem && refusal.status !== 422 ? refusal : wrong;
    }
    throw wrong;
  }
}

/** What is handed to another unit is this one's to see for the last time. */
async function threadAfter(
  advice: Advice,
  command: AdviceCommand & { readonly actor: Staff },
): Promise<OfficeThread> {
  const { reference, actor, action } = command;
  if (action !== "transfer") {
    await advice.act(command);
    return advice.readForOffice(reference, actor);
  }
  const last = await advice.readForOffice(reference, actor).catch(() => undefined);
  const head = await advice.act(command);
  return last === undefined ? advice.readForOffice(reference, actor) : { ...last, head, actions: [] };
}
