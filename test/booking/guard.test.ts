/** The rules of two real offices, as data, and what they make of people. */
import { describe, expect, test } from "vitest";
import {
  booked,
  ended,
  held,
  lapsed,
  lifted,
  moved,
  quietFrom,
} from "../../functions/booking/booking.guard.change.ts";
import type { Guard, Under, Visit } from "../../functions/booking/booking.guard.ts";
import { emptyGuard, refusalOf } from "../../functions/booking/booking.guard.ts";
import { type RuleSet, rulesOn } from "../../functions/booking/booking.rules.ts";
import { hzzk, plainRules, quanzhou } from "./halls.ts";

const MORNING = "2026-11-02T01:00:00.000Z";
const under = (rules: RuleSet, now = MORNING): Under => ({ rules, now });
const visit = (code: string, changes: Partial<Visit> = {}): Visit => ({
  code,
  hall: "zwzx",
  day: "2026-11-09",
  items: [{ service: "social", group: "social" }],
  until: "2026-11-09T02:00:00.000Z",
  ...changes,
});
const after = (guard: Guard, one: Visit, at: Under) => booked(guard, one, at).guard;

describe("one live booking per group and person", () => {
  const at = under(plainRules);
  const guard = after(emptyGuard, visit("A"), at);

  test("a second of the group is refused, also at another hall; another group is not", () => {
    expect(refusalOf(emptyGuard, visit("A"), at)).toBeUndefined();
    expect(refusalOf(guard, visit("B"), at)).toEqual({ code: "already_booked" });
    expect(refusalOf(guard, visit("B", { hall: "tax" }), at)).toEqual({ code: "already_booked" });
    expect(refusalOf(guard, visit("B", { items: [{ service: "tax", group: "tax" }] }), at)).toBeUndefined();
    expect(refusalOf(guard, visit("B"), under({ ...plainRules, oneLivePer: "service" }))).toBeDefined();
    expect(refusalOf(guard, visit("B"), under({ ...plainRules, oneLivePer: "hall" }))).toBeDefined();
    expect(refusalOf(guard, visit("B"), under({ ...plainRules, oneLivePer: "none" }))).toBeUndefined();
  });

  test("a hold counts until it runs out, a booking until its visit is over or given up", () => {
    const hold = held(emptyGuard, visit("A", { until: "2026-11-02T01:10:00.000Z" }), at);
    expect(refusalOf(hold, visit("B"), under(plainRules, "2026-11-02T01:10:00.000Z"))).toBeDefined();
    expect(refusalOf(hold, visit("B"), under(plainRules, "2026-11-02T01:10:00.001Z"))).toBeUndefined();
    expect(refusalOf(guard, visit("B"), under(plainRules, "2026-11-09T02:00:00.001Z"))).toBeUndefined();
    expect(refusalOf(ended(guard, "A", at), visit("B"), at)).toBeUndefined();
  });

  test("one's own booking is no obstacle to moving it", () => {
    expect(refusalOf(guard, visit("A", { day: "2026-11-10" }), at)).toBeUndefined();
    const later = moved(guard, visit("A", { day: "2026-11-10", until: "2026-11-10T02:00:00.000Z" }), at);
    expect(later.live.map(({ day }) => day)).toEqual(["2026-11-10"]);
  });
});

describe("the rules of Quanzhou", () => {
  const at = under(quanzhou);

  test("the first no-show of a month warns, the second bans for thirty days, a new month begins anew", () => {
    const first = lapsed(after(emptyGuard, visit("A"), at), { kind: "no_show", visit: visit("A") }, at);
    expect(first.warnings).toEqual([{ rule: "no-shows", count: 1, at: 2 }]);
    expect(first.ban).toBeUndefined();
    const second = lapsed(first.guard, { kind: "no_show", visit: visit("B", { day: "2026-11-20" }) }, at);
    expect(second.ban).toMatchObject({ rule: "no-shows", until: "2026-12-02T15:59:59.999Z" });
    expect(refusalOf(second.guard, visit("C"), at)).toEqual({
      code: "banned",
      until: "2026-12-02T15:59:59.999Z",
    });
    expect(refusalOf(second.guard, visit("C"), under(quanzhou, "2026-12-02T16:00:00.000Z"))).toBeUndefined();
    const inDecember = visit("B", { day: "2026-12-01" });
    const nextMonth = lapsed(first.guard, { kind: "no_show", visit: inDecember }, at);
    expect(nextMonth.ban).toBeUndefined();
  });

  test("more than three bookings of one item on a day ban, of several items they do not", () => {
    const book = (guard: Guard, code: string, service: string) =>
      booked(guard, visit(code, { items: [{ service, group: service }] }), at);
    const three = ["A", "B", "C"].reduce((guard, code) => book(guard, code, "social").guard, emptyGuard);
    expect(book(three, "D", "tax").ban).toBeUndefined();
    expect(book(three, "D", "social").ban).toMatchObject({ rule: "hoarding" });
  });

  test("the fifth cancellation of a month bans", () => {
    let guard: Guard = emptyGuard;
    let bans = 0;
    for (const code of ["A", "B", "C", "D", "E"]) {
      const consequence = lapsed(guard, { kind: "cancellation", visit: visit(code) }, at);
      guard = consequence.guard;
      bans += consequence.ban === undefined ? 0 : 1;
    }
    expect(bans).toBe(1);
    expect(refusalOf(guard, visit("F"), at)?.code).toBe("banned");
    // An appeal that was right lifts it; a ban of one hall is none of another's.
    expect(refusalOf(lifted(guard, { hall: "zwzx", rule: "cancellations" }), visit("F"), at)).toBeUndefined();
    expect(refusalOf(guard, visit("F", { hall: "tax" }), at)).toBeUndefined();
  });
});

describe("the rules of hzzk", () => {
  const at = under(hzzk);
  const guard = after(emptyGuard, visit("A"), at);

  test("one booking per person and day of the visit, unless the other was cancelled", () => {
    expect(refusalOf(guard, visit("B", { items: [] }), at)).toMatchObject({ code: "limit_reached" });
    expect(refusalOf(guard, visit("B", { day: "2026-11-10" }), at)).toBeUndefined();
    const cancelled = lapsed(guard, { kind: "cancellation", visit: visit("A") }, at).guard;
    expect(refusalOf(cancelled, visit("B"), at)).toBeUndefined();
    const visited = ended(guard, "A", at);
    expect(refusalOf(visited, visit("B"), at)).toMatchObject({ code: "limit_reached" });
    // Moved away from the day, the day is free again.
    const other = moved(guard, visit("A", { day: "2026-11-11" }), at);
    expect(refusalOf(other, visit("B"), at)).toBeUndefined();
    expect(refusalOf(other, visit("B", { day: "2026-11-11" }), at)).toMatchObject({ code: "limit_reached" });
  });
});

describe("what is over", () => {
  test("is forgotten, and a guard that says nothing any more can be replaced unread", () => {
    const at = under(quanzhou);
    const guard = after(emptyGuard, visit("A"), at);
    // A booking counts on its day (hoarding); the live one lasts longer.
    expect(quietFrom(guard, quanzhou)).toBe("2026-11-09T02:00:00.000Z");
    const missed = lapsed(
      guard,
      { kind: "no_show", visit: visit("A") },
      under(quanzhou, "2026-11-09T03:00:00.000Z"),
    );
    expect(quietFrom(missed.guard, quanzhou)).toBe("2026-11-30T16:00:00.000Z");
    expect(quietFrom(emptyGuard, quanzhou)).toBe("");
    const later = ended(missed.guard, "none", under(quanzhou, "2026-12-01T00:00:00.000Z"));
    expect(later).toEqual(emptyGuard);
  });

  test("rules hold from their day until the next set", () => {
    const sets = [hzzk, quanzhou];
    expect([rulesOn(sets, "2020-03-09"), rulesOn(sets, "2020-03-10")]).toEqual([hzzk, quanzhou]);
    expect(rulesOn(sets, "2019-12-31")).toMatchObject({ oneLivePer: "none", limits: [], penalties: [] });
  });
});
