import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Chosen, chooseSeats } from "../../functions/booking/booking.choice.ts";

const nameOf = ({ time, lane }: Chosen) => `${time} ${lane}`;
const step = (time: string, lanes = [1, 2, 3]) => ({ time, lanes });
const taken =
  (...names: string[]) =>
  (seat: Chosen) =>
    !names.includes(nameOf(seat));
const choose = (choosing: Partial<Parameters<typeof chooseSeats>[0]>) =>
  chooseSeats({ steps: [step("09:00")], party: 1, isFree: () => true, start: 0, ...choosing })?.map(nameOf);

describe("seats to try", () => {
  test("begin at another place for each person", () => {
    expect([0, 1, 2, 3].map((start) => choose({ start })?.[0])).toEqual([
      "09:00 1",
      "09:00 2",
      "09:00 3",
      "09:00 1",
    ]);
  });

  test("a longer visit stays at one counter where it can, else it changes", () => {
    const steps = [step("09:00"), step("09:30")];
    expect(choose({ steps, isFree: taken("09:00 1", "09:30 2") })).toEqual(["09:00 3", "09:30 3"]);
    expect(choose({ steps, isFree: taken("09:00 1", "09:30 2", "09:30 3") })).toEqual(["09:00 2", "09:30 1"]);
    expect(choose({ steps, isFree: taken("09:30 1", "09:30 2", "09:30 3") })).toBeUndefined();
  });

  test("several services go to the counters that give them", () => {
    expect(choose({ steps: [step("09:00", [1, 2]), step("09:30", [3])], start: 1 })).toEqual([
      "09:00 2",
      "09:30 3",
    ]);
  });

  test("a party needs a seat for each in every slot", () => {
    expect(choose({ party: 2, isFree: taken("09:00 2") })).toEqual(["09:00 1", "09:00 3"]);
    expect(choose({ party: 3, isFree: taken("09:00 2") })).toBeUndefined();
  });

  test("whatever is chosen is free, fits, is enough and never the same seat twice", () => {
    const steps = fc
      .array(fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 6 }), { minLength: 1, maxLength: 4 })
      .map((rows) => rows.map((lanes, n) => step(`0${n}:00`, lanes)));
    const free = fc.func(fc.boolean());
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 3 }), free, fc.nat(1000), (rows, party, isFree, start) => {
        const chosen = chooseSeats({ steps: rows, party, isFree: (seat) => isFree(nameOf(seat)), start });
        const possible = rows.every(
          ({ time, lanes }) => lanes.filter((lane) => isFree(`${time} ${lane}`)).length >= party,
        );
        expect(chosen !== undefined).toBe(possible);
        if (chosen === undefined) return;
        expect(new Set(chosen.map(nameOf)).size).toBe(rows.length * party);
        for (const seat of chosen) {
          expect(isFree(nameOf(seat))).toBe(true);
          expect(rows.find(({ time }) => time === seat.time)?.lanes).toContain(seat.lane);
        }
      }),
    );
  });
});
