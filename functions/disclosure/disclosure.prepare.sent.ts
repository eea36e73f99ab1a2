/** The same for what goes out to somebody else and comes back: consultations, fees, the reasons of Art. 35. */
import type { Day } from "../calendar/calendar.ts";
import { addWorkingDays, dayOf, isDay } from "../calendar/calendar.ts";
import { isStaff } from "../identity/identity.ts";
import { invalid } from "../kit/problem.ts";
import type { DisclosureHead } from "./disclosure.case.ts";
import type { ClockCheck } from "./disclosure.clock.check.ts";
import { refuseMark } from "./disclosure.clock.check.ts";
import { rulesOf } from "./disclosure.clock.ts";
import { consultedParties, opinions } from "./disclosure.consult.ts";
import { readEmail } from "./disclosure.contact.ts";
import type { DataOf } from "./disclosure.event.ts";
import { consultationContext } from "./disclosure.event.ts";
import type { HeadConsultation } from "./disclosure.head.ts";
import { openConsultations, silentConsultation, unlawful } from "./disclosure.law.ts";
import type { DisclosureParts } from "./disclosure.parts.ts";
import type { Preparing } from "./disclosure.prepare.day.ts";
import { dayWithin, laterDay } from "./disclosure.prepare.day.ts";
import { prepareFee } from "./disclosure.prepare.fee.ts";
import {
  LETTER_MAX_CHARACTERS,
  LINE_MAX_CHARACTERS,
  officeText,
  optionalText,
  REASON_MAX_CHARACTERS,
} from "./disclosure.prose.ts";

export function prepareSent(parts: DisclosureParts, preparing: Preparing) {
  const { head, command, at } = preparing;
  const check: ClockCheck = { today: dayOf(at), calendar: parts.calendar };
  switch (command.action) {
    case "consult":
      return consultation(parts, head, command.data as DataOf<"consult">, check);
    case "record_service":
      return service(head, command.data as DataOf<"record_service">, check);
    case "opine":
      return opinion(parts, preparing, check);
    case "lapse_consultation": {
      const silent = silentConsultation(head, check);
      return { id: silent?.id ?? "", on: silent?.until ?? check.today };
    }
    case "notify_fee":
      return prepareFee(parts, head, { data: command.data as DataOf<"notify_fee">, check });
    case "record_payment":
      return payment(head, command.data as DataOf<"record_payment">, check);
    case "ask_reasons": {
      const { why, until } = command.data as DataOf<"ask_reasons">;
      return { why: officeText(why, "why", LETTER_MAX_CHARACTERS), until: laterDay(until, check.today) };
    }
    case "give_reasons":
      return reasons(preparing, check);
    case "delay":
      return delay(head, command.data as DataOf<"delay">, check);
    default:
      return {};
  }
}

/** Its number is that of its event, so that it is the same in every replay. */
function consultation(
  parts: DisclosureParts,
  head: DisclosureHead,
  { party, name, about, email: sent }: DataOf<"consult">,
  { today, calendar }: ClockCheck,
): DataOf<"consult"> {
  if (!consultedParties.includes(party)) throw invalid([{ field: "party", code: "party.choose" }]);
  const id = `c${head.version + 1}`;
  const plain = officeText(name, "name", LINE_MAX_CHARACTERS);
  const { consultationWorkingDays } = rulesOf(head.clock);
  const email = readEmail(sent, true);
  if (!email.ok) throw invalid([{ field: "email", code: email.code }]);
  const seal = (value: string) => parts.vault.seal(value, consultationContext(head.reference, id, "email"));
  return {
    id,
    party,
    name: parts.vault.seal(plain, consultationContext(head.reference, id, "name")),
    about: officeText(about, "about", LETTER_MAX_CHARACTERS),
    ...(email.value === "" ? {} : { email: seal(email.value) }),
    until: addWorkingDays(calendar, today, consultationWorkingDays).due,
  };
}

function openOne(head: DisclosureHead, id: string): HeadConsultation {
  if (!head.consultations?.some((each) => each.id === id))
    throw invalid([{ field: "id", code: "id.choose" }]);
  const found = openConsultations(head).find((each) => each.id === id);
  if (found === undefined) throw unlawful("consultation_over", "id");
  return found;
}

/** The 15 working days run from the day the other side received the letter. */
function service(head: DisclosureHead, { id, on }: DataOf<"record_service">, check: ClockCheck) {
  const { sentOn } = openOne(head, id);
  const day = dayWithin({ on }, sentOn, check.today);
  const { consultationWorkingDays } = rulesOf(head.clock);
  return { id, on: day, until: addWorkingDays(check.calendar, day, consultationWorkingDays).due };
}

function opinion(
  parts: DisclosureParts,
  { head, command }: Preparing,
  { today }: ClockCheck,
): DataOf<"opine"> {
  const sent = command.data as DataOf<"opine">;
  const { actor } = command;
  const staff = isStaff(actor);
  const id = actor.kind === "consulted" ? actor.consultation : sent.id;
  const one = openOne(head, id);
  const on = staff ? dayWithin(sent, one.receivedOn ?? one.sentOn, today) : today;
  if (on > one.until) throw unlawful("consultation_period_over", staff ? "on" : "opinion");
  if (!opinions.includes(sent.opinion)) throw invalid([{ field: "opinion", code: "opinion.choose" }]);
  const reason =
    sent.opinion === "agree"
      ? optionalText(sent.reason, "reason", LETTER_MAX_CHARACTERS)
      : officeText(sent.reason ?? "", "reason", LETTER_MAX_CHARACTERS);
  const respondent = optionalText(sent.respondent, "respondent", LINE_MAX_CHARACTERS);
  const context = consultationContext(head.reference, id, "respondent");
  return {
    id,
    on,
    opinion: sent.opinion,
    via: staff ? "paper" : "link",
    ...(reason === undefined ? {} : { reason }),
    ...(respondent === undefined ? {} : { respondent: parts.vault.seal(respondent, context) }),
  };
}

function payment({ fee }: DisclosureHead, { on, receipt }: DataOf<"record_payment">, { today }: ClockCheck) {
  const day = dayWithin({ on }, fee?.on ?? today, today);
  if (fee !== undefined && day > fee.until) throw unlawful("payment_period_over", "on");
  const number = optionalText(receipt, "receipt", LINE_MAX_CHARACTERS);
  return { on: day, ...(number === undefined ? {} : { receipt: number }) };
}

/** Later reasons are heard as well: the 条例 names no end of the time for them. */
function reasons({ head, command }: Preparing, { today }: ClockCheck) {
  const sent = command.data as DataOf<"give_reasons">;
  const asked: Day = head.excess?.on ?? today;
  const on = isStaff(command.actor) ? dayWithin(sent, asked, today) : today;
  return { on, reasons: officeText(sent.reasons, "reasons", LETTER_MAX_CHARACTERS) };
}

function delay({ clock }: DisclosureHead, { until, reason }: DataOf<"delay">, check: ClockCheck) {
  if (!isDay(until)) throw invalid([{ field: "until", code: "day.invalid" }]);
  const refusal = refuseMark(clock, { kind: "delayed", to: until }, check);
  if (refusal !== undefined) throw unlawful(refusal, "until");
  return {
    until: laterDay(until, check.today),
    reason: officeText(reason, "reason", REASON_MAX_CHARACTERS),
  };
}
