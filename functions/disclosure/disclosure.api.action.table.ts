/** The actions of an office as the API takes them: their bodies, and the data that becomes of a body. */
import * as v from "valibot";
import type { Example, Operation } from "../kit/openapi.ts";
import { named } from "../kit/openapi.ts";
import { answered } from "./disclosure.api.answered.ts";
import { ofFile, type problems } from "./disclosure.api.problems.ts";
import { approval, proposal, prose } from "./disclosure.api.review.shapes.ts";
import type { CaseFile, DisclosureEvent } from "./disclosure.case.ts";
import type { DisclosureAction } from "./disclosure.flow.ts";
import { REASON_MAX_CHARACTERS } from "./disclosure.prose.ts";

type Data = DisclosureEvent["data"];
type FindFiles = (uploadIds: readonly string[]) => Promise<readonly CaseFile[]>;

export interface OfficeAction {
  readonly name: DisclosureAction;
  readonly summary: string;
  readonly body?: NonNullable<Operation<string>["body"]>;
  /** From a body that its schema has checked. */
  readonly dataOf: (body: unknown, files: FindFiles) => Data | Promise<Data>;
  /** Data that the service always refuses with 422, after it has looked at person and turn. */
  readonly nothing: Data;
  readonly problems: readonly (keyof typeof problems)[];
}

interface Described<Schema extends v.GenericSchema> {
  readonly name: DisclosureAction;
  readonly summary: string;
  readonly schema: Schema;
  readonly examples: Readonly<Record<string, Example>>;
  readonly dataOf: (body: v.InferOutput<Schema>, files: FindFiles) => Data | Promise<Data>;
  readonly nothing: Data;
  readonly problems?: OfficeAction["problems"];
}

const withBody = <Schema extends v.GenericSchema>({
  schema,
  examples,
  ...rest
}: Described<Schema>): OfficeAction => ({
  problems: [],
  ...rest,
  dataOf: rest.dataOf as OfficeAction["dataOf"],
  body: { schema, examples },
});
const plain = (
  name: DisclosureAction,
  summary: string,
  more: OfficeAction["problems"] = [],
): OfficeAction => ({
  name,
  summary,
  dataOf: () => ({}),
  nothing: {},
  problems: more,
});

const onDay = (description: string) =>
  v.object({ on: v.pipe(v.string("day.invalid"), v.description(description)) }, "body.required");

export const officeActions: readonly OfficeAction[] = [
  withBody({
    name: "confirm_receipt",
    summary: "Confirm receipt with the applicant; the legal clock starts from that day",
    schema: named(
      "ConfirmReceipt",
      onDay("The day both sides confirmed; not before the submission, not in the future"),
    ),
    examples: { today: { summary: "Confirmed by telephone", value: { on: "2026-03-02" } } },
    dataOf: ({ on }) => ({ on }),
    nothing: { on: "" },
  }),
  withBody({
    name: "assign",
    summary: "Give the case to somebody who handles it",
    schema: named(
      "Assign",
      v.object(
        {
          assignee: v.pipe(
            v.string("assignee.choose"),
            v.maxLength(255, "assignee.choose"),
            v.description("Subject"),
          ),
        },
        "body.required",
      ),
    ),
    examples: { handler: { summary: "To a handler of the unit", value: { assignee: "handler-zfb" } } },
    dataOf: ({ assignee }) => ({ assignee: { id: assignee, name: "" } }),
    nothing: { assignee: { id: "", name: "" } },
  }),
  withBody({
    name: "propose",
    summary: "Propose the outcome and the reply; only the assignee may",
    schema: named("Propose", proposal),
    examples: {
      disclosed: {
        summary: "Disclosed",
        value: {
          outcome: "disclosed",
          reply: "您申请的信息现予公开，请查收。",
          files: [],
          marks: ["reply"],
        },
      },
    },
    dataOf: async ({ files, marks, ...proposed }, find) => ({
      ...proposed,
      files: [...(await find(files))],
      // A file goes by the id of its upload, whose first part is its own.
      marks: marks.map((mark) => mark.split(".")[0] ?? mark),
    }),
    nothing: { outcome: "", reply: "", files: [] },
    problems: ["not_assignee", ...ofFile],
  }),
  withBody({
    name: "approve",
    summary: "Approve the proposal, item by item; never the person who wrote it",
    schema: named("Approve", approval),
    examples: {
      plain: { summary: "A reply without files", value: { marks: [{ item: "reply" }] } },
      accepted: {
        summary: "A file whose properties may leave",
        value: {
          marks: [
            { item: "reply" },
            {
              item: "f0123456789abcdef0123456789abcdef",
              accepted: [{ code: "metadata", reason: "作者是本机关，已经公开。" }],
            },
          ],
        },
      },
    },
    dataOf: ({ marks }) => ({
      marks: marks.map(({ item, accepted }) => (accepted === undefined ? { item } : { item, accepted })),
    }),
    nothing: {},
    problems: ["same_person"],
  }),
  withBody({
    name: "return",
    summary: "Send the proposal back with a reason",
    schema: named(
      "Return",
      v.object({ reason: prose("reason", REASON_MAX_CHARACTERS, "What is missing") }, "body.required"),
    ),
    examples: { reason: { summary: "Basis is missing", value: { reason: "请补充不予公开的法律依据。" } } },
    dataOf: ({ reason }) => ({ reason }),
    nothing: { reason: "" },
    problems: ["same_person"],
  }),
  withBody({
    name: "answer",
    summary: "Send the approved reply; the clock stops on that day",
    schema: named("Answer", answered),
    examples: {
      today: { summary: "On this site", value: { on: "2026-03-02" } },
      posted: { summary: "By post", value: { on: "2026-03-02", delivery: "post", proof: "XA12345678901" } },
    },
    dataOf: (body) => body,
    nothing: { on: "", delivery: "site" },
  }),
  plain("archive", "Put the answered case in order"),
];
