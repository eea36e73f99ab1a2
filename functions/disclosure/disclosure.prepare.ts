/** What a command must fulfil beyond turn and person, before it becomes an event. Raises 422 with the field. */

import { isMarkedText } from "../attachment/attachment.secret.ts";
import type { Day } from "../calendar/calendar.ts";
import { dayOf } from "../calendar/calendar.ts";
import { parseReference } from "../case/reference.ts";
import { conflict, invalid } from "../kit/problem.ts";
import { isFatal } from "../release/release.ts";
import { MOST_PARTS } from "./disclosure.aside.ts";
import type { DisclosureHead } from "./disclosure.case.ts";
import { mostFilesOf } from "./disclosure.case.ts";
import { deliveries, needsProof } from "./disclosure.delivery.ts";
import type { DataOf } from "./disclosure.event.ts";
import { proofContext } from "./disclosure.event.ts";
import { unlawful } from "./disclosure.law.ts";
import type { Openings } from "./disclosure.opening.ts";
import { refuseOutcome } from "./disclosure.outcome.check.ts";
import { isOutcome } from "./disclosure.outcome.ts";
import type { DisclosureParts } from "./disclosure.parts.ts";
import { demandLawful, prepareAside } from "./disclosure.prepare.aside.ts";
import type { Preparing } from "./disclosure.prepare.day.ts";
import { dayWithin } from "./disclosure.prepare.day.ts";
import {
  LETTER_MAX_CHARACTERS,
  LINE_MAX_CHARACTERS,
  officeText,
  optionalText,
  POINTER_MAX_CHARACTERS,
  REASON_MAX_CHARACTERS,
  REPLY_MAX_CHARACTERS,
} from "./disclosure.prose.ts";
import { approvalErrors, itemsOf, markErrors, settledMarks } from "./disclosure.review.ts";
import { drawParts } from "./disclosure.split.ts";
import { textLimits } from "./disclosure.text.ts";

export { REASON_MAX_CHARACTERS, REPLY_MAX_CHARACTERS } from "./disclosure.prose.ts";
export const MOST_REPLY_FILES = 10;

export async function prepareEvent(parts: DisclosureParts, openings: Openings, preparing: Preparing) {
  const { head, command, at } = preparing;
  const today = dayOf(at);
  demandLawful(head, command.action, { today, calendar: parts.calendar });
  switch (command.action) {
    case "add_scan":
      if (head.attachments.length >= MOST_SCANNED) throw conflict("too_many_files");
      return command.data;
    case "split":
      return { parts: drawParts(openings, titlesOf(command.data as unknown as SplitWords), at) };
    case "attach":
      if (head.attachments.length >= mostFilesOf(head)) throw conflict("too_many_files");
      return command.data;
    case "confirm_receipt":
      return { on: dayWithin(command.data as DataOf<"confirm_receipt">, head.clock.submittedOn, today) };
    case "answer":
      return answer(parts, head, { data: command.data as DataOf<"answer">, today });
    case "assign":
      return { assignee: await assigneeOf(parts, head.unit, command.data as DataOf<"assign">) };
    case "propose":
      return proposal(parts, head, { data: command.data as DataOf<"propose">, today });
    case "approve":
      return approval(head, command.data as DataOf<"approve">);
    case "return": {
      const { reason } = command.data as DataOf<"return">;
      return { reason: officeText(reason, "reason", REASON_MAX_CHARACTERS) };
    }
    default:
      return prepareAside(parts, preparing);
  }
}

/** 235号: what goes by post or by hand has a day of its own and its proof; what is put on this site is put there now. */
function answer(
  parts: DisclosureParts,
  { reference, clock }: DisclosureHead,
  { data, today }: { readonly data: DataOf<"answer">; readonly today: Day },
): DataOf<"answer"> {
  const { delivery = "site", proof } = data;
  if (!deliveries.includes(delivery)) throw invalid([{ field: "delivery", code: "delivery.choose" }]);
  const on = dayWithin(data, clock.confirmedOn ?? today, today);
  if (!needsProof(delivery)) {
    if (on !== today) throw unlawful("answer_on_site_today", "on");
    return { on, delivery };
  }
  const shown = officeText(proof ?? "", "proof", LINE_MAX_CHARACTERS);
  return { on, delivery, proof: parts.vault.seal(shown, proofContext(reference)) };
}

/** A whole letter with its enclosures, scanned page by page where the office has no better machine. */
const MOST_SCANNED = 30;

/** What an office sends of a split: the name of each matter; their numbers are drawn. */
interface SplitWords {
  readonly parts: readonly string[];
}

function titlesOf({ parts: titles }: SplitWords): readonly string[] {
  if (titles.length < 2) throw invalid([{ field: "parts", code: "parts.few" }]);
  if (titles.length > MOST_PARTS) throw invalid([{ field: "parts", code: "parts.many" }]);
  return titles.map((title) => officeText(title, "parts", textLimits.title));
}

/** Only somebody of the unit who handles requests can be given one; the name comes from the directory. */
async function assigneeOf(parts: DisclosureParts, unit: string, { assignee }: DataOf<"assign">) {
  const found = await parts.findStaff(unit, assignee.id);
  if (!found?.roles.includes("handler")) throw invalid([{ field: "assignee", code: "assignee.choose" }]);
  return { id: found.id, name: found.name };
}

/** Raises 422 for each item without a mark, and for each finding that leaves without a reason. */
function approval({ proposal }: DisclosureHead, { marks = [] }: DataOf<"approve">): DataOf<"approve"> {
  if (proposal === undefined) return {};
  const { checks } = proposal;
  const errors = approvalErrors(proposal, marks);
  if (errors.length > 0) throw invalid(errors);
  return { marks: settledMarks(itemsOf(proposal), checks, marks) };
}

/** Raises 422 for what bears the mark of a state secret, which this system may not hold (保密法实施条例 41). */
function refuseSecrets(texts: Readonly<Record<string, string | undefined>>): void {
  for (const [field, text] of Object.entries(texts))
    if (isMarkedText(text ?? "")) throw unlawful("text_secret", field);
}

/** The proposer's own marks, and what the check found in the files. Raises 422 for what nothing can let out. */
async function reviewed(
  { checkFile }: DisclosureParts,
  { reference }: DisclosureHead,
  { marks = [], ...outgoing }: DataOf<"propose">,
): Promise<Pick<DataOf<"propose">, "marks" | "checks">> {
  const items = itemsOf(outgoing);
  const missing = markErrors(items, marks);
  if (missing.length > 0) throw invalid(missing);
  const checks = await Promise.all(
    outgoing.files.map(async (each) => {
      const { file, scanner, findings } = await checkFile(reference, each);
      return { file, ...(scanner === undefined ? {} : { scanner }), findings };
    }),
  );
  if (checks.some(({ findings }) => findings.some(({ code }) => isFatal(code))))
    throw invalid([{ field: "files", code: "files.infected" }]);
  return { marks: [...items], checks };
}

async function proposal(
  parts: DisclosureParts,
  head: DisclosureHead,
  { data, today }: { readonly data: DataOf<"propose">; readonly today: Day },
): Promise<DataOf<"propose">> {
  const { outcome, reply, files, objection, earlier, pointer } = data;
  if (!isOutcome(outcome)) throw invalid([{ field: "outcome", code: "outcome.choose" }]);
  const refused = refuseOutcome(head, { outcome, files: files.length, objection, earlier }, { today });
  if (refused !== undefined) throw unlawful(refused.refusal, refused.field);
  if (files.length > MOST_REPLY_FILES) throw invalid([{ field: "files", code: "files.too_many" }]);
  const told = optionalText(objection, "objection", LETTER_MAX_CHARACTERS);
  const text = officeText(reply, "reply", REPLY_MAX_CHARACTERS);
  const right = outcome === "not_held" ? optionalText(pointer, "pointer", POINTER_MAX_CHARACTERS) : undefined;
  refuseSecrets({ reply: text, objection: told, pointer: right });
  const review = await reviewed(parts, head, data);
  const repeated = outcome === "repeated" ? await answeredBefore(parts, head, earlier ?? "") : undefined;
  return {
    outcome,
    reply: text,
    files,
    ...(told === undefined ? {} : { objection: told }),
    ...(repeated === undefined ? {} : { earlier: repeated }),
    ...(right === undefined ? {} : { pointer: right }),
    ...review,
  };
}

/** Art. 36(6): what the same applicant was told already; an answer that is still to come is none. */
async function answeredBefore(parts: DisclosureParts, head: DisclosureHead, typed: string): Promise<string> {
  const reference = parseReference(typed)?.reference ?? "";
  const [earlier, mine, theirs] = await Promise.all([
    parts.cases.readHead(reference),
    parts.store.readApplication(head.reference),
    parts.store.readApplication(reference),
  ]);
  const other = reference !== head.reference && earlier?.unit === head.unit ? earlier : undefined;
  if (other?.answer === undefined || other.answer.reply === "")
    throw unlawful("earlier_not_answered", "earlier");
  const [own, its] = [mine?.application.identityNumber, theirs?.application.identityNumber];
  if (own === undefined || own !== its) throw unlawful("earlier_of_another", "earlier");
  return reference;
}
