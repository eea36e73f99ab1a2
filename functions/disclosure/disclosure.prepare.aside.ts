/** The same for what stands beside the main way: corrections, extensions, and what follows from silence. */
import type { Day } from "../calendar/calendar.ts";
import { addDays, dayOf, isDay } from "../calendar/calendar.ts";
import type { Command } from "../case/case.service.ts";
import { isStaff } from "../identity/identity.ts";
import type { Instant } from "../kit/clock.ts";
import type { FieldError } from "../kit/problem.ts";
import { invalid } from "../kit/problem.ts";
import type { DisclosureEvent, DisclosureHead } from "./disclosure.case.ts";
import type { ClockCheck } from "./disclosure.clock.check.ts";
import { refuseMark } from "./disclosure.clock.check.ts";
import type { DataOf } from "./disclosure.event.ts";
import { correctionContext } from "./disclosure.event.ts";
import type { LawRefusal } from "./disclosure.law.ts";
import { refuseAction, unlawful } from "./disclosure.law.ts";
import type { DisclosureParts } from "./disclosure.parts.ts";
import { LETTER_MAX_CHARACTERS, officeText, REASON_MAX_CHARACTERS } from "./disclosure.prose.ts";
import type { TextRule } from "./disclosure.text.ts";
import { readText } from "./disclosure.text.ts";

interface Preparing {
  readonly head: DisclosureHead;
  readonly command: Command<DisclosureEvent>;
  readonly at: Instant;
}

/** The field that a refusal is shown at, where the act's form has no field of that name. */
const fieldOfAction: Partial<Record<DisclosureEvent["kind"], string>> = {
  ask_correction: "what",
  ask_extension: "workingDays",
  extend: "tick",
  refuse_extension: "reason",
  correct: "title",
};

/** No office gives longer than this for a correction; and a slip of the year is noticed. */
const MOST_CORRECTION_DAYS = 366;

export function prepareAside(parts: DisclosureParts, { head, command, at }: Preparing) {
  const check: ClockCheck = { today: dayOf(at), calendar: parts.calendar };
  const refusal = refuseAction(head, command.action as Exclude<typeof command.action, "submit">, check);
  if (refusal !== undefined) throw unlawful(refusal, fieldOfAction[command.action] ?? "tick");
  switch (command.action) {
    case "ask_correction":
      return correctionNotice(command.data as DataOf<"ask_correction">, check);
    case "correct":
      return correction(parts, { head, command, at });
    case "ask_extension":
      return extensionAsk(head, command.data as DataOf<"ask_extension">, check);
    case "refuse_extension": {
      const { reason } = command.data as DataOf<"refuse_extension">;
      return { reason: officeText(reason, "reason", REASON_MAX_CHARACTERS) };
    }
    case "lapse":
      return { outcome: "correction_not_made" };
    default:
      return {};
  }
}

/** The 条例 counts from these days, so neither may lie before what it follows, nor in the future. */
export function dayWithin({ on }: { readonly on: string }, earliest: Day, latest: Day): Day {
  if (!isDay(on)) throw invalid([{ field: "on", code: "day.invalid" }]);
  if (on < earliest) throw unlawful("day.too_early", "on");
  if (on > latest) throw unlawful("day.future", "on");
  return on;
}

/** Art. 30: what to correct, told once and completely, and a reasonable period for it. */
function correctionNotice({ what, until }: DataOf<"ask_correction">, { today }: ClockCheck) {
  const list = officeText(what, "what", LETTER_MAX_CHARACTERS);
  if (!isDay(until)) throw invalid([{ field: "until", code: "day.invalid" }]);
  if (until <= today) throw unlawful("correction_period_none", "until");
  if (until > addDays(today, MOST_CORRECTION_DAYS)) throw invalid([{ field: "until", code: "day.too_late" }]);
  return { what: list, until };
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
  head: DisclosureHead,
  { workingDays, reason }: DataOf<"ask_extension">,
  check: ClockCheck,
) {
  const refusal: LawRefusal | undefined = refuseMark(
    head.clock,
    { kind: "extended", on: check.today, workingDays },
    check,
  );
  if (refusal !== undefined) throw unlawful(refusal, "workingDays");
  return { workingDays, reason: officeText(reason, "reason", REASON_MAX_CHARACTERS) };
}
