/** The same for what stands beside the main way; here corrections, extensions, and what follows from silence. */
import { dayOf } from "../calendar/calendar.ts";
import { isStaff } from "../identity/identity.ts";
import type { FieldError } from "../kit/problem.ts";
import { invalid } from "../kit/problem.ts";
import type { DisclosureEvent, DisclosureHead } from "./disclosure.case.ts";
import type { ClockCheck } from "./disclosure.clock.check.ts";
import { refuseMark } from "./disclosure.clock.check.ts";
import type { DataOf } from "./disclosure.event.ts";
import { correctionContext } from "./disclosure.event.ts";
import { refuseAction, unlawful } from "./disclosure.law.ts";
import type { DisclosureParts } from "./disclosure.parts.ts";
import type { Preparing } from "./disclosure.prepare.day.ts";
import { dayWithin, laterDay } from "./disclosure.prepare.day.ts";
import { prepareSent } from "./disclosure.prepare.sent.ts";
import { LETTER_MAX_CHARACTERS, officeText, REASON_MAX_CHARACTERS } from "./disclosure.prose.ts";
import type { TextRule } from "./disclosure.text.ts";
import { readText } from "./disclosure.text.ts";

/** The field that a refusal is shown at, where the act's form has no box to tick. */
const fieldOfAction: Partial<Record<DisclosureEvent["kind"], string>> = {
  ask_correction: "what",
  ask_extension: "workingDays",
  refuse_extension: "reason",
  correct: "title",
  record_service: "id",
  opine: "opinion",
  notify_fee: "scheme",
  ask_reasons: "why",
  give_reasons: "reasons",
  delay: "until",
  transfer: "unit",
  split: "parts",
};

/** Raises 422 for what the law does not let be done now, whatever the form says. */
export function demandLawful(head: DisclosureHead, action: DisclosureEvent["kind"], check: ClockCheck): void {
  if (action === "submit" || action === "import") return;
  const refusal = refuseAction(head, action, check);
  if (refusal !== undefined) throw unlawful(refusal, fieldOfAction[action] ?? "tick");
}

export function prepareAside(parts: DisclosureParts, preparing: Preparing) {
  const { head, command, at } = preparing;
  const check: ClockCheck = { today: dayOf(at), calendar: parts.calendar };
  switch (command.action) {
    case "ask_correction": {
      const { what, until } = command.data as DataOf<"ask_correction">;
      return { what: officeText(what, "what", LETTER_MAX_CHARACTERS), until: laterDay(until, check.today) };
    }
    case "correct":
      return correction(parts, preparing);
    case "ask_extension":
      return extensionAsk(head, command.data as DataOf<"ask_extension">, check);
    case "refuse_extension":
    case "waive_fee": {
      const { reason } = command.data as DataOf<"refuse_extension" | "waive_fee">;
      return { reason: officeText(reason, "reason", REASON_MAX_CHARACTERS) };
    }
    case "transfer":
      return transfer(parts, head, command.data as DataOf<"transfer">);
    case "lapse":
      return { outcome: head.state === "awaiting_payment" ? "fee_not_paid" : "correction_not_made" };
    default:
      return prepareSent(parts, preparing);
  }
}

/** To another unit of this counter; whose matter it is elsewhere is told by an answer (Art. 36(5)). */
function transfer(parts: DisclosureParts, head: DisclosureHead, { unit, reason }: DataOf<"transfer">) {
  if (unit === head.unit || !parts.units.includes(unit))
    throw invalid([{ field: "unit", code: "unit.choose" }]);
  return { unit, reason: officeText(reason, "reason", REASON_MAX_CHARACTERS) };
}

/** By the applicant on this day; by the office, which enters what came on paper, on the day it came. */
function correction(parts: DisclosureParts, { head, command, at }: Preparing) {
  const sent = command.data as DataOf<"correct">;
  const asked = head.correction;
  const today = dayOf(at);
  const on = isStaff(command.actor) ? dayWithin(sent, asked?.on ?? today, today) : today;
  if (asked !== undefined && on > asked.until)
    throw unlawful("correction_period_over", isStaff(command.actor) ? "on" : "title");
  const title = read(sent.title, { topic: "title" });
  const description = read(sent.description, { topic: "description", lines: true });
  const note = read(sent.note ?? "", { topic: "description", lines: true, optional: true }, "note");
  const errors = [title, description, note].flatMap((each) => each.error ?? []);
  if (errors.length > 0) throw invalid(errors);
  const sealed = note.value && parts.vault.seal(note.value, correctionContext(head.reference));
  return {
    on,
    title: title.value,
    description: description.value,
    ...(sealed === "" ? {} : { note: sealed }),
  };
}

/** A text of the applicant, by the rules of the application. */
function read(
  raw: string,
  rule: TextRule,
  field: string = rule.topic,
): { value: string; error?: FieldError } {
  const result = readText(raw, rule);
  return result.ok ? { value: result.value } : { value: "", error: { field, code: result.code } };
}

function extensionAsk(
  { clock }: DisclosureHead,
  { workingDays, reason }: DataOf<"ask_extension">,
  check: ClockCheck,
) {
  const refusal = refuseMark(clock, { kind: "extended", on: check.today, workingDays }, check);
  if (refusal !== undefined) throw unlawful(refusal, "workingDays");
  return { workingDays, reason: officeText(reason, "reason", REASON_MAX_CHARACTERS) };
}
