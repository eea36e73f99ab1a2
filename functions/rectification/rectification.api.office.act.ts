/** What a program of an office can do with a correction of records: one route for each act. */
import type { Hono } from "hono";
import * as v from "valibot";
import { actParameters, bodyOr, commandOf, ofAct, viewAfter } from "../disclosure/disclosure.api.acting.ts";
import { problems } from "../disclosure/disclosure.api.problems.ts";
import {
  POINTER_MAX_CHARACTERS,
  REASON_MAX_CHARACTERS,
  REPLY_MAX_CHARACTERS,
} from "../disclosure/disclosure.prose.ts";
import type { ApiEnv } from "../identity/identity.api.ts";
import { readJson } from "../kit/json.ts";
import { named, openDescriber } from "../kit/openapi.ts";
import { officeRectification } from "./rectification.api.shapes.ts";
import { officeRectificationView } from "./rectification.api.view.ts";
import { rectificationOutcomes } from "./rectification.flow.ts";
import type { RectificationCommand, Rectifications, RectificationView } from "./rectification.service.ts";

type Served = Pick<Rectifications, "readForOffice" | "act">;

interface Act {
  readonly id: string;
  readonly summary: string;
  /** Undefined for an act that says nothing more. */
  readonly schema?: v.GenericSchema;
  readonly value?: object;
  /** The data of the event, from a body that the schema has checked. */
  readonly dataOf?: (body: never) => object;
  /** Data that the service always refuses with 422, after it has looked at person and turn. */
  readonly nothing?: object;
  readonly problems?: readonly (keyof typeof problems)[];
}

const text = (name: string, most: number, description: string) =>
  v.pipe(
    v.string(`${name}.required`),
    v.maxLength(most * 2, `${name}.too_long`),
    v.description(`${description}; ${most} characters at most`),
  );
const reason = (description: string) => text("reason", REASON_MAX_CHARACTERS, description);

const acts = {
  assign: {
    id: "assignRectification",
    summary: "Give it to somebody who handles it",
    schema: v.object(
      {
        assignee: v.pipe(
          v.string("assignee.choose"),
          v.maxLength(255, "assignee.choose"),
          v.description("Subject"),
        ),
      },
      "body.required",
    ),
    value: { assignee: "handler-zfb" },
    dataOf: ({ assignee }: { assignee: string }) => ({ assignee: { id: assignee, name: "" } }),
    nothing: { assignee: { id: "", name: "" } },
  },
  transfer: {
    id: "transferRectification",
    summary: "Hand it on to the unit that keeps the record",
    schema: v.object(
      {
        unit: v.pipe(
          v.string("unit.choose"),
          v.maxLength(64, "unit.choose"),
          v.description("Code of the unit"),
        ),
        reason: reason("Why it is theirs"),
      },
      "body.required",
    ),
    value: { unit: "zrzy", reason: "登记簿由自然资源局保管。" },
    nothing: { unit: "", reason: "" },
  },
  propose: {
    id: "proposeRectification",
    summary: "Propose how it ends and the reply; only the assignee may",
    schema: v.object(
      {
        outcome: v.picklist(rectificationOutcomes, "outcome.choose"),
        reply: text("reply", REPLY_MAX_CHARACTERS, "What the applicant will read"),
        organ: v.optional(
          text(
            "organ",
            POINTER_MAX_CHARACTERS,
            "Who is competent and how to reach them; where sent on or pointed to",
          ),
        ),
      },
      "body.required",
    ),
    value: { outcome: "corrected", reply: "已将身份证号码末位更正为 X。" },
    nothing: { outcome: "", reply: "" },
    problems: ["not_assignee"],
  },
  return: {
    id: "returnRectification",
    summary: "Send the proposal back with a reason",
    schema: v.object({ reason: reason("What is missing") }, "body.required"),
    value: { reason: "请写明依据。" },
    nothing: { reason: "" },
    problems: ["same_person"],
  },
  approve: {
    id: "approveRectification",
    summary: "Approve it: it is answered with that; never the person who wrote it",
    problems: ["same_person"],
  },
  archive: { id: "archiveRectification", summary: "Put the answered case in order" },
} as const satisfies Partial<Record<RectificationCommand["action"], Act>>;

export function addActs(app: Hono<ApiEnv>, rectifications: Served): void {
  for (const [action, act] of Object.entries<Act>(acts))
    addAct(app, rectifications, { action: action as keyof typeof acts, act });
}

interface Named {
  readonly action: keyof typeof acts;
  readonly act: Act;
}

function addAct(app: Hono<ApiEnv>, rectifications: Served, { action, act }: Named): void {
  const { id, summary, schema, value = {}, dataOf, nothing = {} } = act;
  const name = `${id.charAt(0).toUpperCase()}${id.slice(1)}`;
  const body = schema && { schema: named(name, schema), examples: { usual: { summary, value } } };
  const documented = openDescriber(problems);
  app.post(
    `/api/v1/office/rectifications/:reference/actions/${action}`,
    documented({
      tag: "Office",
      security: ["bearer"],
      ...{ id, summary },
      description: "Whoever may not act is refused, and the attempt is on record.",
      parameters: actParameters,
      ...(body === undefined ? {} : { body }),
      answers: {
        200: {
          description: "The case after it",
          schema: officeRectification,
          headers: { ETag: "The version in quotes" },
        },
      },
      problems: [...ofAct(body !== undefined), ...(act.problems ?? [])],
    }),
    async (context) => {
      const command = commandOf(context, action);
      const run = (data: object) => rectifications.act({ ...command, data } as RectificationCommand);
      const data =
        schema === undefined
          ? {}
          : await bodyOr<object>(
              () => readJson(context, schema) as Promise<object>,
              () => run(nothing),
            );
      const view = await viewAfter<RectificationView, RectificationView["head"]>(action, {
        act: () => run(dataOf === undefined ? data : dataOf(data as never)),
        read: () => rectifications.readForOffice(command.reference, command.actor),
      });
      return context.json(officeRectificationView(view), 200, { etag: `"${view.head.version}"` });
    },
  );
}
