import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applicantKinds } from "../../functions/disclosure/disclosure.applicant.ts";
import type { DisclosureHead } from "../../functions/disclosure/disclosure.case.ts";
import { outcomeCodes } from "../../functions/disclosure/disclosure.outcome.ts";
import { reportRows } from "../../functions/report/report.row.ts";
import type { Counted } from "../../functions/report/report.table.ts";
import { tableOf, violationsOf } from "../../functions/report/report.table.ts";
import { useEngine } from "../support/engine.ts";
import { requestEvents } from "./city.ts";
import { expectedCounts, lifeOf, numberAt, openCounting } from "./rig.ts";

const engine = useEngine();
let units = 0;
/** A unit of its own for each test, so that all can share the table. */
const newUnit = (): string => {
  units += 1;
  return `u${units}`;
};
let numbers = 0;
const newNumber = (): string => {
  numbers += 1;
  return numberAt(numbers);
};
const inUnit = (unit: string, head: DisclosureHead): DisclosureHead => ({ ...head, unit });
const numbersOf = (counted: Counted) =>
  reportRows.flatMap(({ number }) => applicantKinds.map((kind) => counted(number, kind)));

const life = fc.record({
  kind: fc.constantFrom(...applicantKinds),
  outcome: fc.constantFrom(...outcomeCodes, undefined),
  receivedOn: fc.constantFrom("2025-06-03", "2025-12-20", "2026-01-15"),
});

describe("each case counts exactly once", () => {
  test("however often, in whatever order and how many at a time its changes come", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(life, { minLength: 1, maxLength: 12 }),
        fc.infiniteStream(fc.nat()),
        async (lives, chance) => {
          const unit = newUnit();
          const { counts, store } = openCounting(engine.table, [unit]);
          const stories = lives.map(({ kind, outcome, receivedOn }) => {
            const answer = outcome === undefined ? undefined : { on: "2026-02-10", outcome };
            return lifeOf(newNumber(), requestEvents(kind, receivedOn, answer)).map((head) =>
              inUnit(unit, head),
            );
          });
          const changes = [...stories.flat(), ...stories.flat()]
            .map((head) => ({ head, place: chance.next().value }))
            .sort((one, other) => one.place - other.place);
          while (changes.length > 0)
            await Promise.all(changes.splice(0, 6).map(({ head }) => counts.count(head)));
          const last = stories.map((heads) => heads.at(-1) as DisclosureHead);
          for (const year of [2025, 2026]) {
            const [found] = await store.readCounts([{ unit, year }]);
            expect(numbersOf(found?.counted as Counted)).toEqual(
              numbersOf(expectedCounts(last, { unit, year }, 2026)),
            );
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  test("thirty at a time in one cell lose nobody", async () => {
    const unit = newUnit();
    const { counts, store } = openCounting(engine.table, [unit]);
    const heads = Array.from({ length: 30 }, () =>
      inUnit(unit, lifeOf(newNumber(), requestEvents("person", "2026-01-15"))[0] as DisclosureHead),
    );
    await Promise.all(heads.map((head) => counts.count(head)));
    const [found] = await store.readCounts([{ unit, year: 2026 }]);
    expect([found?.counted(1, "person"), found?.counted(25, "person")]).toEqual([30, 30]);
  });

  test("what has changed nothing costs one read and no write", async () => {
    const unit = newUnit();
    const { counts } = openCounting(engine.table, [unit]);
    const [head] = lifeOf(newNumber(), requestEvents("person", "2026-01-15"));
    await counts.count(inUnit(unit, head as DisclosureHead));
    engine.forget();
    expect(await counts.count(inUnit(unit, head as DisclosureHead))).toBe(false);
    expect(engine.consumed.map(({ operation }) => operation)).toEqual(["get"]);
  });
});

describe("from a cell to its cases", () => {
  test("one query a page, in the order of receipt, to the last", async () => {
    const unit = newUnit();
    const { counts, store } = openCounting(engine.table, [unit]);
    const expected: string[] = [];
    for (let place = 0; place < 7; place += 1) {
      const reference = newNumber();
      const receivedOn = `2026-01-${String(10 + place)}`;
      const events = requestEvents(place % 2 === 0 ? "person" : "company", receivedOn, {
        on: "2026-02-10",
        outcome: "not_held",
      });
      await counts.count(inUnit(unit, lifeOf(reference, events).at(-1) as DisclosureHead));
      if (place % 2 === 0) expected.push(reference);
    }
    const cell = { unit, year: 2026, row: 13, column: "person" } as const;
    engine.forget();
    const found: string[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const page = await store.cases(cell, { limit: 2, cursor });
      found.push(...page.entries.map(({ reference }) => reference));
      cursor = page.next;
      pages += 1;
    } while (cursor !== undefined);
    expect(found).toEqual(expected);
    expect(engine.consumed.map(({ operation }) => operation)).toEqual(Array(pages).fill("query"));
    expect(pages).toBe(2);
    const all = await store.cases({ ...cell, row: 24, column: "total" }, { limit: 50 });
    expect(all.entries).toHaveLength(7);
    expect((await store.cases({ ...cell, row: 25 }, { limit: 50 })).entries).toEqual([]);
  });

  test("a cursor that is none, or of another cell, begins at the beginning", async () => {
    const unit = newUnit();
    const { counts, store } = openCounting(engine.table, [unit]);
    await counts.count(
      inUnit(unit, lifeOf(newNumber(), requestEvents("person", "2026-01-15"))[0] as DisclosureHead),
    );
    const cell = { unit, year: 2026, row: 1, column: "person" } as const;
    for (const cursor of ["x", "", Buffer.from("CELL#24#person#2026-01-01#A").toString("base64url")])
      expect((await store.cases(cell, { limit: 5, cursor })).entries).toHaveLength(1);
  });
});

describe("at the turn of a year", () => {
  test("what is pending goes into the new year once, and its answer takes it out there alone", async () => {
    const unit = newUnit();
    const { counts, store, clock, known } = openCounting(engine.table, [unit]);
    const stories = Array.from({ length: 3 }, () => {
      const reference = newNumber();
      const events = requestEvents("person", "2026-11-20", { on: "2027-01-08", outcome: "disclosed" });
      return lifeOf(reference, events).map((head) => inUnit(unit, head));
    });
    for (const [first] of stories) {
      await counts.count(first as DisclosureHead);
      known.set(first?.reference ?? "", first as DisclosureHead);
    }
    clock.set("2026-12-31T16:00:00.000Z");
    expect(await counts.rollOver()).toBe(3);
    engine.forget();
    expect(await counts.rollOver()).toBe(0);
    expect(engine.consumed.map(({ operation }) => operation)).toEqual(["getMany"]);
    await counts.count(stories[0]?.at(-1) as DisclosureHead);
    const [before, after] = await store.readCounts([
      { unit, year: 2026 },
      { unit, year: 2027 },
    ]);
    if (before === undefined || after === undefined) throw new Error("both years are read");
    const table = tableOf(after.counted, before.counted);
    expect(table.map(({ person }) => person).filter((_, row) => [0, 1, 2, 23, 24].includes(row))).toEqual([
      0, 3, 1, 1, 2,
    ]);
    expect(violationsOf(table)).toEqual([]);
    expect(violationsOf(tableOf(before.counted, () => 0))).toEqual([]);
  });
});
