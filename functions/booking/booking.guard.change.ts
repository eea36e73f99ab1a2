/** What happens to a person's guard when they book, move, cancel, come or do not come, and when it says nothing more. */
import type { Day } from "../calendar/calendar.ts";
import { addDays, addMonths, dayOf, endOfDay, startOfDay } from "../calendar/calendar.ts";
import type { Instant } from "../kit/clock.ts";
import type { Ban, Consequence, Guard, Mark, Under, Visit } from "./booking.guard.ts";
import { isLive, isSamePeriod, isWithin, monthOf } from "./booking.guard.ts";
import type { Penalty, PersonLimit, RuleSet } from "./booking.rules.ts";

/** The guard with a hold, which counts as live but not yet as a booking. */
export const held = (guard: Guard, visit: Visit, { rules, now }: Under): Guard =>
  trimmed(
    { ...guard, live: [...guard.live.filter(({ code }) => code !== visit.code), visit] },
    { rules, now },
  );

/** The guard after a booking was made or a hold confirmed. */
export function booked(guard: Guard, visit: Visit, under: Under): Consequence {
  const { until: _, ...rest } = visit;
  const mark: Mark = { ...rest, kind: "booking", on: dayOf(under.now) };
  return withConsequences({ ...held(guard, visit, under), marks: [...guard.marks, mark] }, mark, under);
}

/** The guard after a booking moved to another time: the visit's day moves, the day of booking stays. */
export const moved = (guard: Guard, visit: Visit, under: Under): Guard =>
  held(
    {
      ...guard,
      marks: guard.marks.map((mark) => (mark.code === visit.code ? { ...mark, day: visit.day } : mark)),
    },
    visit,
    under,
  );

/** The guard without a visit that took place, or a hold that ran out. */
export const ended = (guard: Guard, code: string, under: Under): Guard =>
  trimmed({ ...guard, live: guard.live.filter((visit) => visit.code !== code) }, under);

/** The guard after a booking was cancelled, or its person did not come; a no-show happens on the day of the visit. */
export function lapsed(
  guard: Guard,
  { kind, visit }: { readonly kind: "cancellation" | "no_show"; readonly visit: Visit },
  under: Under,
): Consequence {
  const { until: _, ...rest } = visit;
  const mark: Mark = { ...rest, kind, on: kind === "no_show" ? visit.day : dayOf(under.now) };
  const rested = { ...guard, live: guard.live.filter(({ code }) => code !== visit.code) };
  return withConsequences({ ...rested, marks: [...guard.marks, mark] }, mark, under);
}

/** The guard without the bans of one rule, as after an appeal that was right. */
export const lifted = (guard: Guard, { hall, rule }: Pick<Ban, "hall" | "rule">): Guard => ({
  ...guard,
  bans: guard.bans.filter((ban) => ban.hall !== hall || ban.rule !== rule),
});

function withConsequences(guard: Guard, mark: Mark, under: Under): Consequence {
  const { rules, now } = under;
  const counted = rules.penalties
    .filter(({ counts }) => counts === mark.kind)
    .map((penalty) => ({ penalty, count: countOf(guard, mark, penalty) }));
  const warnings = counted
    .filter(
      ({ penalty, count }) => penalty.warnAt !== undefined && count >= penalty.warnAt && count < penalty.at,
    )
    .map(({ penalty, count }) => ({ rule: penalty.id, count, at: penalty.at }));
  const reached = counted.find(({ penalty, count }) => count >= penalty.at)?.penalty;
  if (reached === undefined) return { guard: trimmed(guard, under), warnings };
  const until = endOfDay(addDays(dayOf(now), reached.banDays));
  const ban = { hall: mark.hall, rule: reached.id, from: now, until };
  return { guard: trimmed({ ...guard, bans: [...guard.bans, ban] }, under), warnings, ban };
}

function countOf(guard: Guard, mark: Mark, { counts, per, within }: Penalty): number {
  const same = guard.marks.filter(
    (each) =>
      each.kind === counts &&
      isSamePeriod(per, each.on, mark.on) &&
      isWithin(within, each, { ...mark, until: "" }),
  );
  return new Set(same.map(({ code }) => code)).size;
}

/** The last instant at which a rule may still ask for the mark. */
function relevantUntil({ kind, on, day }: Mark, rules: RuleSet): Instant {
  const ends = [
    ...rules.penalties.filter(({ counts }) => counts === kind).map(({ per }) => periodEnd(per, on)),
    ...(kind === "no_show" ? [] : rules.limits).map(({ per, of }) =>
      periodEnd(per, of === "visits" ? day : on),
    ),
  ];
  return ends.toSorted().at(-1) ?? "";
}

const periodEnd = (per: PersonLimit["per"], day: Day): Instant =>
  per === "day" ? endOfDay(day) : startOfDay(addMonths(`${monthOf(day)}-01`, 1));

/** What is over is forgotten. */
const trimmed = (guard: Guard, { rules, now }: Under): Guard => ({
  live: guard.live.filter(isLive(now)),
  marks: guard.marks.filter((mark) => relevantUntil(mark, rules) >= now),
  bans: guard.bans.filter(({ until }) => until > now),
});

/** From this instant on the guard says nothing any more, and an empty one may take its place unread. */
export function quietFrom(guard: Guard, rules: RuleSet): Instant {
  const ends = [
    ...guard.live.map(({ until }) => until),
    ...guard.bans.map(({ until }) => until),
    ...guard.marks.map((mark) => relevantUntil(mark, rules)),
  ];
  return ends.toSorted().at(-1) ?? "";
}
