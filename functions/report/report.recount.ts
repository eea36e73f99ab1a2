/**
 * The proof of the counters: every case is folded anew from its events, and what the counters and the lists behind them
 * say must be the same. For a command beside the table; it reads everything, which no request may.
 */
import type { Calendar } from "../calendar/calendar.ts";
import { applicantKinds } from "../disclosure/disclosure.applicant.ts";
import type { DisclosureEvent, DisclosureHead } from "../disclosure/disclosure.case.ts";
import { fold } from "../disclosure/disclosure.case.ts";
import type { Table } from "../kit/table.ts";
import type { CountStore } from "./report.count.store.ts";
import type { CaseFacts, Mark } from "./report.count.ts";
import { cellKey, factsOf, marksOf } from "./report.count.ts";
import type { UnitYear } from "./report.counter.store.ts";
import type { FeeMark, FeeSums } from "./report.fee.ts";
import { feeSumsOf } from "./report.fee.ts";
import { CARRIED_IN } from "./report.row.ts";
import { rowNumbers } from "./report.table.ts";
import { FIRST_YEAR } from "./report.ts";

/** A case as it is stored. */
export interface StoredCase {
  readonly reference: string;
  readonly head: DisclosureHead;
  readonly events: readonly DisclosureEvent[];
}

/** A cell in which the counter, or the list behind it, is not what the cases come to. */
export interface CellDifference extends Mark {
  readonly shouldBe: number;
  readonly counted: number;
  readonly listed: number;
}

/** The fees of a unit and year, where the counters are not what its cases come to. */
export interface FeeDifference extends UnitYear {
  readonly shouldBe: FeeSums;
  readonly counted: FeeSums;
}

export interface RecountResult {
  readonly cases: number;
  readonly cells: number;
  /** Cases whose head counts otherwise than their events. */
  readonly heads: readonly string[];
  readonly differences: readonly CellDifference[];
  readonly fees: readonly FeeDifference[];
}

export interface RecountOptions {
  readonly store: Pick<CountStore, "readCounts" | "cases">;
  readonly units: readonly string[];
  readonly thisYear: number;
  readonly calendar: Calendar;
}

/** Reads every case once and every cell once. */
export async function recount(
  cases: AsyncIterable<StoredCase>,
  options: RecountOptions,
): Promise<RecountResult> {
  const { thisYear, calendar } = options;
  const tally = new Map<string, number>();
  const feeMarks: FeeMark[] = [];
  const units = new Set(options.units);
  const heads: string[] = [];
  let count = 0;
  // Counters of years that no case speaks of must be seen too.
  let firstYear = FIRST_YEAR;
  for await (const { reference, head, events } of cases) {
    count += 1;
    const [facts, stored] = [factsOf(fold(reference, events, calendar)), factsOf(head)];
    const marks = marksOf(facts, thisYear);
    if (wordsOf(facts, marks) !== wordsOf(stored, marksOf(stored, thisYear))) heads.push(reference);
    feeMarks.push(...(facts.fees ?? []));
    for (const mark of marks) {
      tally.set(cellKey(mark), (tally.get(cellKey(mark)) ?? 0) + 1);
      units.add(mark.unit);
      firstYear = Math.min(firstYear, mark.year);
    }
  }
  const years = Array.from({ length: thisYear - firstYear + 1 }, (_, index) => firstYear + index);
  const places = [...units].flatMap((unit) => years.map((year) => ({ unit, year })));
  const differences = await compare(tally, places, options);
  const fees = await compareFees(feeMarks, places, options);
  return { cases: count, cells: places.length * cellsOfYear.length, heads, differences, fees };
}

const wordsOf = ({ fees = [] }: CaseFacts, marks: readonly Mark[]): string =>
  JSON.stringify([marks.map(cellKey), fees]);

async function compareFees(
  marks: readonly FeeMark[],
  places: readonly UnitYear[],
  { store }: RecountOptions,
): Promise<readonly FeeDifference[]> {
  const counts = await store.readCounts(places);
  return places.flatMap(({ unit, year }, index) => {
    const shouldBe = feeSumsOf(marks.filter((mark) => mark.unit === unit && mark.year === year));
    const counted = counts[index]?.fees ?? feeSumsOf([]);
    const isSame = JSON.stringify(shouldBe) === JSON.stringify(counted);
    return isSame ? [] : [{ unit, year, shouldBe, counted }];
  });
}

const cellsOfYear = rowNumbers
  .filter((row) => row !== CARRIED_IN)
  .flatMap((row) => applicantKinds.map((column) => ({ row, column })));

async function compare(
  tally: ReadonlyMap<string, number>,
  places: readonly UnitYear[],
  { store }: RecountOptions,
): Promise<readonly CellDifference[]> {
  const counts = await store.readCounts(places);
  const differences: CellDifference[] = [];
  for (const [index, place] of places.entries()) {
    for (const cell of cellsOfYear) {
      const mark = { ...place, ...cell };
      const shouldBe = tally.get(cellKey(mark)) ?? 0;
      const counted = counts[index]?.counted(cell.row, cell.column) ?? 0;
      const listed = shouldBe === 0 && counted === 0 ? 0 : await lengthOf(mark, store);
      if (shouldBe !== counted || shouldBe !== listed)
        differences.push({ ...mark, shouldBe, counted, listed });
    }
  }
  return differences;
}

export interface RepairOptions extends RecountOptions {
  readonly table: Pick<Table, "commit">;
  readonly store: CountStore;
  readonly count: (head: DisclosureHead) => Promise<boolean>;
}

/**
 * Counts each case again as the stream would have counted it, then moves the counters that are still wrong. Gives what a
 * recount says afterwards. Nobody should work on cases meanwhile.
 */
export async function repair(
  cases: () => AsyncIterable<StoredCase>,
  options: RepairOptions,
): Promise<RecountResult> {
  const { table, store, count } = options;
  for await (const { head } of cases()) await count(head);
  const { differences, fees } = await recount(cases(), options);
  for (const { unit, year, row, column, shouldBe, counted } of differences) {
    const by = shouldBe - counted;
    if (by !== 0) await table.commit([store.correctionWrite({ unit, year }, [{ row, column, by }])]);
  }
  for (const { unit, year, ...sums } of fees)
    await table.commit([store.feeCorrectionWrite({ unit, year }, sums.shouldBe, sums.counted)]);
  return recount(cases(), options);
}

const PAGE = 1_000;

async function lengthOf(mark: Mark, store: Pick<CountStore, "cases">): Promise<number> {
  let length = 0;
  let cursor: string | undefined;
  do {
    const page = await store.cases(mark, { limit: PAGE, cursor });
    length += page.entries.length;
    cursor = page.next;
  } while (cursor !== undefined);
  return length;
}
