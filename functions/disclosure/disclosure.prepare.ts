/** What a command must fulfil beyond turn and person, before it becomes an event. Raises 422 with the field. */
import type { Day } from "../calendar/calendar.ts";
import { dayOf } from "../calendar/calendar.ts";
import { parseReference } from "../case/reference.ts";
import { conflict, invalid } from "../kit/problem.ts";
import type { DisclosureHead } from "./disclosure.case.ts";
import { mostFilesOf } from "./disclosure.case.ts";
import { deliveries, needsProof } from "./disclosure.delivery.ts";
import type { DataOf } from "./disclosure.event.ts";
import { proofContext } from "./disclosure.event.ts";
import { unlawful } from "./disclosure.law.ts";
import { refuseOutcome } from "./disclosure.outcome.check.ts";
import { isOutcome } from "./disclosure.outcome.ts";
import type { DisclosureParts } from "./disclosure.parts.ts";
import { prepareAside } from "./disclosure.prepare.aside.ts";
import type { Preparing } from "./disclosure.prepare.day.ts";
import { dayWithin } from "./disclosure.prepare.day.ts";
import {
  LETTER_MAX_CHARACTERS,
  LINE_MAX_CHARACTERS,
  officeText,
  optionalText,
  REASON_MAX_CHARACTERS,
  REPLY_MAX_CHARACTERS,
} from "./disclosure.prose.ts";

export { REASON_MAX_CHARACTERS, REPLY_MAX_CHARACTERS } from "./disclosure.prose.ts";
export const MOST_REPLY_FILES = 10;

export async function prepareEvent(parts: DisclosureParts, preparing: Preparing) {
  const { head, command, at } = preparing;
  const today = dayOf(at);
  switch (command.action) {
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

/** Only somebody of the unit who handles requests can be given one; the name comes from the directory. */
async function assigneeOf(parts: DisclosureParts, unit: string, { assignee }: DataOf<"assign">) {
  const found = await parts.findStaff(unit, assignee.id);
  if (!found?.roles.includes("handler")) throw invalid([{ field: "assignee", code: "assignee.choose" }]);
  return { id: found.id, name: found.name };
}

async function proposal(
  parts: DisclosureParts,
  head: DisclosureHead,
  { data, today }: { readonly data: DataOf<"propose">; readonly today: Day },
): Promise<DataOf<"propose">> {
  const { outcome, reply, files, objection, earlier } = data;
  if (!isOutcome(outcome)) throw invalid([{ field: "outcome", code: "outcome.choose" }]);
  const refused = refuseOutcome(head, { outcome, files: files.length, objection, earlier }, { today });
  if (refused !== undefined) throw unlawful(refused.refusal, refused.field);
  if (files.length > MOST_REPLY_FILES) throw invalid([{ field: "files", code: "files.too_many" }]);
  const told = optionalText(objection, "objection", LETTER_MAX_CHARACTERS);
  const text = officeText(reply, "reply", REPLY_MAX_CHARACTERS);
  const repeated = outcome === "repeated" ? await answeredBefore(parts, head, earlier ?? "") : undefined;
  return {
    outcome,
    reply: text,
    files,
    ...(told === undefined ? {} : { objection: told }),
    ...(repeated === undefined ? {} : { earlier: repeated }),
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
  if (mine?.application.identityNumber !== theirs?.application.identityNumber)
    throw unlawful("earlier_of_another", "earlier");
  return reference;
}
