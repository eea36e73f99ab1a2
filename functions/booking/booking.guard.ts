/**
 * The guard of a person: their live bookings, what the rules count of them, and their bans. Each booking reads and
 * writes it inside the transaction of the seat, so two phones with one identity cannot both win. It knows no name, no
 * number and no telephone; it lies under a keyed hash. Everything here is pure.
 */
import type { Day } from "../calendar/calendar.ts";
import { dayOf } from "../calendar/calendar.ts";
import type { Instant } from "../kit/clock.ts";
import type { MarkKind, PersonLimit, RuleSet } from "./booking.rules.ts";

export interface Item {
  readonly service: string;
  readonly group: string;
}

/** What is booked, as far as rules are concerned. */
export interface Visit {
  readonly code: string;
  readonly hall: string;
  readonly day: Day;
  readonly items: readonly Item[];
  /** Until when it is live: the end of the visit, or of the hold. */
  readonly until: Instant;
}

export interface Mark extends Omit<Visit, "until"> {
  readonly kind: MarkKind;
  /** The day it happened on; `day` is that of the visit. */
  readonly on: Day;
}

export interface Ban {
  readonly hall: string;
  /** Id of the penalty. */
  readonly rule: string;
  readonly from: Instant;
  readonly until: Instant;
}

export interface Guard {
  readonly live: readonly Visit[];
  readonly marks: readonly Mark[];
  readonly bans: readonly Ban[];
}

export type Refusal =
  | { readonly code: "banned"; readonly until: Instant }
  | { readonly code: "already_booked" }
  | { readonly code: "limit_reached"; readonly limit: PersonLimit };

/** That a count comes close, for the person to know. */
export interface Warning {
  readonly rule: string;
  readonly count: number;
  readonly at: number;
}

export interface Consequence {
  readonly guard: Guard;
  readonly warnings: readonly Warning[];
  readonly ban?: Ban;
}

/** The rules that apply and the instant of asking. */
export interface Under {
  readonly rules: RuleSet;
  readonly now: Instant;
}

export const emptyGuard: Guard = { live: [], marks: [], bans: [] };

export const monthOf = (day: Day): string => day.slice(0, 7);
export const isLive = (now: Instant) => (visit: Visit) => visit.until >= now;
const shares = (one: readonly Item[], other: readonly Item[], by: keyof Item): boolean =>
  one.some((item) => other.some((each) => each[by] === item[by]));

/** Whether what happened at `mark` counts for `visit` under a rule of the visit's hall. */
export function isWithin(
  within: PersonLimit["within"],
  mark: Pick<Visit, "hall" | "items">,
  visit: Visit,
): boolean {
  if (mark.hall !== visit.hall) return false;
  return within === "hall" || shares(mark.items, visit.items, within);
}

export const isSamePeriod = (per: PersonLimit["per"], one: Day, other: Day): boolean =>
  per === "day" ? one === other : monthOf(one) === monthOf(other);

/** Why this person may not have this visit; undefined when they may. Own code is no obstacle, so it serves moving too. */
export function refusalOf(guard: Guard, visit: Visit, { rules, now }: Under): Refusal | undefined {
  const ban = guard.bans.find((each) => each.hall === visit.hall && each.from <= now && now < each.until);
  if (ban !== undefined) return { code: "banned", until: ban.until };
  const others = guard.live.filter(({ code }) => code !== visit.code).filter(isLive(now));
  if (others.some((other) => isInTheWay(other, visit, rules))) return { code: "already_booked" };
  const limit = rules.limits.find((each) => countFor(guard, visit, { limit: each, now }) >= each.most);
  return limit === undefined ? undefined : { code: "limit_reached", limit };
}

function isInTheWay(other: Visit, visit: Visit, { oneLivePer }: RuleSet): boolean {
  switch (oneLivePer) {
    case "none":
      return false;
    case "hall":
      return other.hall === visit.hall;
    case "service":
      return other.hall === visit.hall && shares(other.items, visit.items, "service");
    default:
      return shares(other.items, visit.items, "group");
  }
}

/** How many other bookings count towards a limit; a live hold counts, so that nobody can hoard. */
function countFor(guard: Guard, visit: Visit, { limit, now }: { limit: PersonLimit; now: Instant }): number {
  const today = dayOf(now);
  const cancelled = new Set(guard.marks.flatMap(({ kind, code }) => (kind === "cancellation" ? [code] : [])));
  const made = guard.marks
    .filter(({ kind }) => kind === "booking")
    .filter(({ code }) => limit.of === "bookings" || !cancelled.has(code))
    .filter(({ on, day }) =>
      limit.of === "bookings" ? isSamePeriod(limit.per, on, today) : isSamePeriod(limit.per, day, visit.day),
    );
  const live = guard.live
    .filter(isLive(now))
    .filter(({ day }) => limit.of === "visits" && isSamePeriod(limit.per, day, visit.day));
  const codes = [...made, ...live]
    .filter((each) => isWithin(limit.within, each, visit))
    .map(({ code }) => code);
  return new Set(codes.filter((code) => code !== visit.code)).size;
}
