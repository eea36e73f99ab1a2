/**
 * The confidentiality review (保密审查) before anything leaves: item by item (保密法实施条例 42), by the proposer and by
 * another person (条例 17), each mark on record; and what the check of the files found, which is taken out of a copy or
 * accepted by the reviewer with a reason. Pure.
 */
import * as v from "valibot";
import type { FieldErrors } from "../kit/problem.ts";
import type { FileCheck, FindingCode } from "../release/release.ts";
import { findingCodes, isFatal } from "../release/release.ts";
import { proseProblem, REASON_MAX_CHARACTERS } from "./disclosure.prose.ts";

/** One item that leaves: the reply, the word to a third party, or a file by its id. */
export type Item = string;

export const acceptedSchema = v.object({ code: v.picklist(findingCodes), reason: v.string() });
/** The reviewer's mark of one item, with the findings that it lets out and why. */
export const markSchema = v.object({ item: v.string(), accepted: v.optional(v.array(acceptedSchema)) });
export type Mark = v.InferOutput<typeof markSchema>;

export interface Outgoing {
  readonly reply: string;
  readonly objection?: string | undefined;
  readonly files: readonly { readonly id: string }[];
}

/** Everything that leaves with an answer, in the order in which it is looked at. */
export const itemsOf = ({ objection, files }: Outgoing): readonly Item[] => [
  "reply",
  ...(objection === undefined || objection.trim() === "" ? [] : ["objection"]),
  ...files.map(({ id }) => id),
];

/** Names of fields, so that an error stands at the box that it is about. */
export const markField = (item: Item): string => `mark-${item}`;
export const reasonField = (item: Item, code: FindingCode): string => `accept-${item}-${code}`;

/** An error for each item that bears no mark. */
export const markErrors = (items: readonly Item[], marked: readonly Item[]): FieldErrors =>
  items
    .filter((item) => !marked.includes(item))
    .map((item) => ({ field: markField(item), code: "mark.required" }));

/** What the reviewer has to decide about: the findings of each file that was not cleaned of them. */
export const openFindings = (checks: readonly FileCheck[] | undefined) =>
  (checks ?? []).flatMap(({ file, findings }) => findings.map(({ code }) => ({ item: file, code })));

/** An error for each finding that is let out without a reason, and for each that nothing can let out. */
function acceptErrors(checks: readonly FileCheck[] | undefined, marks: readonly Mark[]): FieldErrors {
  return openFindings(checks).flatMap(({ item, code }) => {
    const field = reasonField(item, code);
    if (isFatal(code)) return [{ field, code: "accept.never", basis: "17" }];
    const mark = marks.find((each) => each.item === item);
    const reason = mark?.accepted?.find((each) => each.code === code)?.reason ?? "";
    const problem = proseProblem(reason, REASON_MAX_CHARACTERS);
    return problem === undefined ? [] : [{ field, code: `accept.${problem}` }];
  });
}

/** Everything that stands against approving: items without a mark, findings without a reason. */
export const approvalErrors = (
  proposal: Outgoing & { readonly checks?: readonly FileCheck[] | undefined },
  marks: readonly Mark[],
): FieldErrors => [
  ...markErrors(
    itemsOf(proposal),
    marks.map(({ item }) => item),
  ),
  ...acceptErrors(proposal.checks, marks),
];

/** The marks as they are kept: of what leaves and of what was found, and of nothing else. */
export const settledMarks = (
  items: readonly Item[],
  checks: readonly FileCheck[] | undefined,
  marks: readonly Mark[],
): Mark[] =>
  items.map((item) => {
    const open = openFindings(checks).filter((each) => each.item === item);
    const given = marks.find((each) => each.item === item)?.accepted ?? [];
    const accepted = given
      .filter(({ code }) => open.some((each) => each.code === code))
      .map(({ code, reason }) => ({ code, reason: reason.normalize("NFC").trim() }));
    return accepted.length === 0 ? { item } : { item, accepted };
  });
