/** Rules of booking as the office's form has them: a new set with its first day; sets that hold already never change. Pure. */
import type { Day } from "../calendar/calendar.ts";
import type { FormValues } from "../kit/form.ts";
import { fieldOf } from "../kit/form.ts";
import type { Edited } from "./booking.edit.change.ts";
import type { Reader } from "./booking.edit.read.ts";
import { readerOf } from "./booking.edit.read.ts";
import type { Hall } from "./booking.hall.ts";
import type { Penalty, PersonLimit, RuleSet } from "./booking.rules.ts";
import { markKinds } from "./booking.rules.ts";

/** So many lines the form has for each of them; the empty ones say nothing. */
export const LIMIT_LINES = 3;
export const PENALTY_LINES = 4;

const periods = ["day", "month"] as const;
const scopes = ["hall", "group", "service"] as const;

export const limitField = (n: number, name: string): string => `limit${n}-${name}`;
export const penaltyField = (n: number, name: string): string => `penalty${n}-${name}`;

/** An id says what the rule counts, because bans and notices name it; a line that says the same keeps the id it had. */
function idFor(taken: Set<string>, known: string | undefined, wish: string): string {
  let id = known !== undefined && !taken.has(known) ? known : wish;
  for (let n = 2; taken.has(id); n += 1) id = `${wish}-${n}`;
  taken.add(id);
  return id;
}

function limitsIn(reader: Reader, values: FormValues, before: RuleSet | undefined): PersonLimit[] {
  const taken = new Set<string>();
  return Array.from({ length: LIMIT_LINES }, (_, n) => n).flatMap((n): PersonLimit[] => {
    const field = (name: string) => limitField(n, name);
    if (fieldOf(values, field("most")).trim() === "") return [];
    const limit = {
      most: reader.whole(field("most"), 1, 99),
      per: reader.choice(field("per"), periods),
      of: reader.choice(field("of"), ["visits", "bookings"]),
      within: reader.choice(field("within"), scopes),
    };
    const same = before?.limits.find(
      (each) => each.per === limit.per && each.of === limit.of && each.within === limit.within,
    );
    return [{ id: idFor(taken, same?.id, `${limit.of}-${limit.per}-${limit.within}`), ...limit }];
  });
}

function penaltiesIn(reader: Reader, values: FormValues, before: RuleSet | undefined): Penalty[] {
  const taken = new Set<string>();
  return Array.from({ length: PENALTY_LINES }, (_, n) => n).flatMap((n): Penalty[] => {
    const field = (name: string) => penaltyField(n, name);
    if (fieldOf(values, field("at")).trim() === "") return [];
    const at = reader.whole(field("at"), 1, 99);
    const penalty = {
      counts: reader.choice(field("counts"), markKinds),
      per: reader.choice(field("per"), periods),
      within: reader.choice(field("within"), scopes),
      at,
      banDays: reader.whole(field("banDays"), 1, 3650),
    };
    const warned = fieldOf(values, field("warnAt")).trim() !== "";
    const warnAt = warned ? reader.whole(field("warnAt"), 1, 99) : undefined;
    if (warnAt !== undefined && warnAt >= at) reader.refuse(field("warnAt"), "warn_before");
    const same = before?.penalties.find(
      (each) => each.counts === penalty.counts && each.per === penalty.per && each.within === penalty.within,
    );
    const wish = `${penalty.counts.replace("_", "-")}-${penalty.per}-${penalty.within}`;
    const id = idFor(taken, same?.id, wish);
    return [{ id, ...penalty, ...(warnAt === undefined ? {} : { warnAt }) }];
  });
}

/** The hall with a set of rules that holds from a day to come. A set that was to hold from that day is replaced. */
export function withRules(hall: Hall, values: FormValues, today: Day): Edited<Hall> {
  const reader = readerOf(values);
  const before = hall.rules.at(-1);
  const from = reader.day("from");
  if (from <= today) reader.refuse("from", "rules_past");
  const set: RuleSet = {
    from,
    persons: reader.choice("persons", ["identity", "identity_or_phone"]),
    oneLivePer: reader.choice("oneLivePer", ["group", "service", "hall", "none"]),
    limits: limitsIn(reader, values, before),
    cancelBeforeMinutes: reader.whole("cancelBeforeMinutes", 0, 14 * 1440),
    penalties: penaltiesIn(reader, values, before),
    ownBusinessOnly: fieldOf(values, "ownBusinessOnly") === "yes",
  };
  if (reader.errors.length > 0) return { ok: false, errors: reader.errors };
  const others = hall.rules.filter((each) => each.from !== from);
  const rules = [...others, set].toSorted((one, other) => (one.from < other.from ? -1 : 1));
  return { ok: true, value: { ...hall, rules } };
}

/** Without a set that does not hold yet; the one in force stays. */
export function withoutRules(hall: Hall, values: FormValues, today: Day): Edited<Hall> {
  const from = fieldOf(values, "from");
  const rules = hall.rules.filter((each) => each.from !== from || each.from <= today);
  return { ok: true, value: { ...hall, rules } };
}
