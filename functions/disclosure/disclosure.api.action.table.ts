/** The actions of an office as the API takes them: their bodies, and the data that becomes of a body. */
import * as v from "valibot";
import type { Example, Operation } from "../kit/openapi.ts";
import { named } from "../kit/openapi.ts";
import { answered } from "./disclosure.api.answered.ts";
import type { problems } from "./disclosure.api.problems.ts";
import type { CaseFile, DisclosureEvent } from "./disclosure.case.ts";
import type { DisclosureAction } from "./disclosure.flow.ts";
import { outcomeCodes } from "./disclosure.outcome.ts";
import { MOST_REPLY_FILES, REASON_MAX_CHARACTERS, REPLY_MAX_CHARACTERS } from "./disclosure.prepare.ts";
import { LETTER_MAX_CHARACTERS } from "./disclosure.prose.ts";

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

/** A text is cleaned and measured by the service; this only keeps out what is far too long to be looked at. */
const prose = (field: string, most: number, description: string) =>
  v.pipe(
    v.string(`${field}.required`),
    v.maxLength(most * 2, `${field}.too_long`),
    v.description(`${description}; ${most} characters at most`),
  );

const fileProblems = ["file_missing", "file_empty", "file_too_large", "file_type", "file_changed"] as const;

const proposal = v.object(
  {
    outcome: v.picklist(outcomeCodes, "outcome.choose"),
    reply: prose("reply", REPLY_MAX_CHARACTERS, "What the applicant will read"),
    files: v.optional(
      v.pipe(
        v.array(v.pipe(v.string("files.invalid"), v.maxLength(200, "files.invalid")), "files.invalid"),
        v.maxLength(MOST_REPLY_FILES, "files.too_many"),
        v.description("Ids of uploads that were posted"),
      ),
      [],
    ),
    objection: v.optional(
      prose(
        "objection",
        LETTER_MAX_CHARACTERS,
        "Where a third party objects and the information is disclosed all the same (Art. 32): what and why",
      ),
    ),
    earlier: v.optional(
      v.pipe(
        v.string("earlier.required"),
        v.maxLength(40, "earlier.required"),
        v.description("With `repeated` (Art. 36(6)): the case that answered the same applicant the same"),
      ),
    ),
  },
  "body.required",
);

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
        value: { outcome: "disclosed", reply: "您申请的信息现予公开，请查收。", files: [] },
      },
    },
    dataOf: async ({ files, ...proposed }, find) => ({ ...proposed, files: [...(await find(files))] }),
    nothing: { outcome: "", reply: "", files: [] },
    problems: ["not_assignee", ...fileProblems],
  }),
  plain("approve", "Approve the proposal; never the person who wrote it", ["same_person"]),
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
