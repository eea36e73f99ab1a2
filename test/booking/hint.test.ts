import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  countsOf,
  monthDayOf,
  packDay,
  startsOf,
  unpackDay,
} from "../../functions/booking/booking.hint.month.ts";
import {
  hintOf,
  lanesFree,
  NO_SEQUENCE,
  packSlot,
  sequenceOf,
  unpackSlot,
} from "../../functions/booking/booking.hint.ts";
import { planDay } from "../../functions/booking/booking.plan.ts";
import { obstacleTo, type Seat, seatStates } from "../../functions/booking/booking.seat.ts";
import { chinaCalendar } from "../../functions/calendar/calendar.ts";
import { plusSeconds } from "../../functions/kit/clock.ts";
import { hallOf, placeIn } from "./halls.ts";

const site = { hall: "zwzx", place: "main", day: "2026-11-23", time: "10:00" };
const base = "2026-11-20T00:00:00.000Z";
const at = fc.integer({ min: -3, max: 3 }).map((minutes) => plusSeconds(base, minutes * 60));
const seat = fc
  .record({
    state: fc.constantFrom(...seatStates),
    pool: fc.constantFrom("public" as const, "phone" as const),
    opensAt: at,
    heldUntil: at,
    shut: fc.boolean(),
  })
  .map(
    ({ shut, heldUntil, ...rest }): Omit<Seat, "lane"> => ({
      ...site,
      ...rest,
      closesAt: plusSeconds(base, 120),
      ...(rest.state === "held" ? { heldUntil, holder: "H" } : {}),
      ...(shut ? { shut } : {}),
    }),
  );
const seats = fc
  .array(seat, { minLength: 1, maxLength: 60 })
  .map((all) => all.map((one, n) => ({ ...one, lane: n + 1 })));

describe("the hint of a slot", () => {
  test("says of every lane what the seat says, at every time, without being counted anew", () => {
    fc.assert(
      fc.property(seats, fc.integer({ min: -200, max: 300 }), (all, seconds) => {
        const now = plusSeconds(base, seconds);
        const hint = hintOf(all);
        if (hint === undefined) throw new Error("there are seats");
        const packed = unpackSlot("10:00", packSlot(hint, NO_SEQUENCE));
        for (const pool of ["public", "phone"] as const) {
          const truth = all
            .filter((one) => obstacleTo(one, { pool, now }) === undefined)
            .map(({ lane }) => lane);
          const known = lanesFree(packed, pool, now).toSorted((one, other) => one - other);
          // A hold is counted as gone up to a second late, never early.
          const late = all.filter(
            ({ heldUntil }) => heldUntil !== undefined && plusSeconds(heldUntil, 3) >= now,
          );
          const sure = truth.filter((lane) => !late.some((one) => one.lane === lane));
          expect(truth).toEqual(expect.arrayContaining([...known]));
          expect(known).toEqual(expect.arrayContaining(sure));
        }
      }),
    );
  });

  test("is small, and its sequence comes first, so that hints compare as text", () => {
    const hint = hintOf(
      Array.from({ length: 20 }, (_, n) => ({
        ...site,
        lane: n + 1,
        state: "free" as const,
        pool: "public" as const,
        opensAt: base,
        closesAt: base,
      })),
    );
    const packed = hint && packSlot(hint, sequenceOf("123"));
    expect(packed?.length).toBeLessThan(60);
    expect(sequenceOf("9") < sequenceOf("10")).toBe(true);
    expect(sequenceOf("9".repeat(40))).toHaveLength(NO_SEQUENCE.length);
    expect(() => unpackSlot("10:00", "x|1|nonsense")).toThrow(RangeError);
    expect(hintOf([])).toBeUndefined();
  });
});

describe("the counts of a day", () => {
  const hall = hallOf();
  const place = placeIn(hall);
  const calendar = chinaCalendar();
  const planned = planDay(place, "2026-11-23", calendar).seats;
  const day = { hall: "zwzx", place: "main", day: "2026-11-23" };
  const now = "2026-11-20T02:00:00.000Z";
  const hints = (changes: (one: (typeof planned)[number]) => Partial<Seat> = () => ({})) => {
    const all = planned.map((one): Seat => ({ ...day, ...one, state: "free", ...changes(one) }));
    return [...Map.groupBy(all, ({ time }) => time).values()].flatMap((slot) => hintOf(slot) ?? []);
  };
  const read = (slots: ReturnType<typeof hints>, service: number, when = now) => {
    const counts = unpackDay(packDay(countsOf(slots, { hall, place, day: "2026-11-23", now, calendar }), 7));
    const found = hall.services.find(({ number }) => number === service);
    if (found === undefined) throw new Error("no such service");
    return monthDayOf("2026-11-23", counts, { service: found, now: when });
  };

  test("are the times at which one can begin, for each service on its counters", () => {
    expect(read(hints(), 1)).toMatchObject({ state: "open", free: 26 });
    expect(read(hints(), 2).free).toBe(39);
    // An hour needs two slots in a row on counter 3: five in the morning, six after lunch.
    expect(read(hints(), 3).free).toBe(11);
    expect(read(hints(), 1, "2026-11-15T00:00:00.000Z")).toMatchObject({
      state: "not_open",
      opensAt: "2026-11-16T00:00:00.000Z",
    });
    expect(
      read(
        hints(() => ({ state: "booked" })),
        1,
      ),
    ).toMatchObject({ state: "full", free: 0 });
  });

  test("a held seat is counted from the end of its hold on", () => {
    const slots = hints(({ time }) =>
      time === "09:00" ? { state: "held", heldUntil: "2026-11-20T02:10:00.000Z" } : {},
    );
    expect(read(slots, 1).free).toBe(24);
    expect(read(slots, 1, "2026-11-20T02:10:03.000Z").free).toBe(26);
  });

  test("starts need every slot of the visit", () => {
    const slots = hints(({ time, lane }) => (time === "10:00" && lane === 3 ? { state: "booked" } : {}));
    const starts = startsOf(slots, { lanes: [3], count: 2, slotMinutes: 30 }, (slot) =>
      lanesFree(slot, "public", now),
    );
    expect(starts.filter(({ free }) => free > 0).map(({ time }) => time)).not.toEqual(
      expect.arrayContaining(["09:30", "10:00", "11:30"]),
    );
  });
});
