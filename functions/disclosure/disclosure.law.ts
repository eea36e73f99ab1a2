/**
 * What the law stands against although person and turn are right, each with its provision. Offering an act, doing it
 * and the clock's own acts all ask here, so that nothing is offered that would be refused.
 */
import type { Day } from "../calendar/calendar.ts";
import { addWorkingDays } from "../calendar/calendar.ts";
import { invalid } from "../kit/problem.ts";
import type { ClockCheck, ClockRefusal } from "./disclosure.clock.check.ts";
import { clockRefusals, refuseMark } from "./disclosure.clock.check.ts";
import { rulesOf } from "./disclosure.clock.ts";
import type { DisclosureAction } from "./disclosure.flow.ts";
import type { DisclosureHead } from "./disclosure.head.ts";

/** Provisions of the 条例; of another instrument where it is named. */
const ownRefusals = {
  extension_not_asked: "33(2)",
  extension_asked_already: "33(2)",
  correction_period_none: "30",
  correction_period_over: "30",
  silence_not_certain: "30",
  "day.too_early": "31",
  "day.future": "31",
} as const satisfies Record<string, string>;

export type LawRefusal = ClockRefusal | keyof typeof ownRefusals;

export const basisOf = (refusal: LawRefusal): string =>
  refusal in clockRefusals
    ? clockRefusals[refusal as ClockRefusal].art
    : ownRefusals[refusal as keyof typeof ownRefusals];

/** Every refusal with its provision, for the copy and the API's document. */
export const lawRefusals = [...Object.keys(clockRefusals), ...Object.keys(ownRefusals)] as LawRefusal[];

/** 422 at a field, with the provision; the service puts it on record. */
export const unlawful = (refusal: LawRefusal, field: string) =>
  invalid([{ field, code: refusal, basis: basisOf(refusal) }]);

/** Why an act may not be done on this day, whatever its form will say; undefined when it may. */
export function refuseAction(
  head: DisclosureHead,
  action: DisclosureAction,
  check: ClockCheck,
): LawRefusal | undefined {
  const { clock, extensionAsk: asked } = head;
  const { today } = check;
  switch (action) {
    case "ask_extension":
      if (asked !== undefined) return "extension_asked_already";
      return refuseMark(clock, { kind: "extended", on: today, workingDays: 1 }, check);
    case "extend":
      if (asked === undefined) return "extension_not_asked";
      return refuseMark(clock, { kind: "extended", on: today, workingDays: asked.workingDays }, check);
    case "refuse_extension":
      return asked === undefined ? "extension_not_asked" : undefined;
    case "ask_correction":
      return refuseMark(clock, { kind: "correction_asked", on: today, by: today }, check);
    case "lapse":
      return isSilenceCertain(head, check) ? undefined : "silence_not_certain";
    default:
      return undefined;
  }
}

/** The day after which nothing more that was sent in time can come in. */
const certainAfter = (head: DisclosureHead, until: Day, { calendar }: ClockCheck): Day =>
  addWorkingDays(calendar, until, rulesOf(head.clock).silenceGraceWorkingDays).due;

function isSilenceCertain(head: DisclosureHead, check: ClockCheck): boolean {
  const until = head.correction?.until;
  return until !== undefined && check.today > certainAfter(head, until, check);
}
