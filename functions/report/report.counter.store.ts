/** The numbers of a unit and year: one item, one attribute for each cell that was ever counted, moved by adding. */
import type { ApplicantKind } from "../disclosure/disclosure.applicant.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Key, StoredItem, Table, Write } from "../kit/table.ts";
import type { Mark, MarkChange } from "./report.count.ts";
import type { RowNumber } from "./report.row.ts";

export interface UnitYear {
  readonly unit: string;
  readonly year: number;
}

export interface CounterDifference {
  readonly row: RowNumber;
  readonly column: ApplicantKind;
  readonly by: number;
}

export const yearPartition = ({ unit, year }: UnitYear): string => keyOf("COUNT", unit, String(year));
export const countsKey = (where: UnitYear): Key => ({ pk: yearPartition(where), sk: "COUNTS" });
export const counterName = (row: RowNumber, column: ApplicantKind): string => `r${row}_${column}`;

/** One update for each unit and year that a case moves in. */
export function counterWrites({ added, removed }: MarkChange): readonly Write[] {
  const years = new Map<string, { where: UnitYear; moved: Map<string, number> }>();
  const move = (mark: Mark, by: number) => {
    const { unit, year, row, column } = mark;
    const entry = years.get(yearPartition(mark)) ?? { where: { unit, year }, moved: new Map() };
    const name = counterName(row, column);
    entry.moved.set(name, (entry.moved.get(name) ?? 0) + by);
    years.set(yearPartition(mark), entry);
  };
  for (const mark of added) move(mark, 1);
  for (const mark of removed) move(mark, -1);
  return [...years.values()].map(({ where, moved }) => addWrite(where, moved));
}

export function addWrite(where: UnitYear, moved: ReadonlyMap<string, number>): Write {
  const counters = [...moved].filter(([, by]) => by !== 0);
  const text = counters.map(([name], index) => `#${name} :by${index}`).join(", ");
  const values = Object.fromEntries(counters.map(([, by], index) => [`by${index}`, by]));
  return { kind: "update", key: countsKey(where), update: { text: `ADD ${text}`, values } };
}

const BATCH = 100;

export async function inBatches(
  table: Table,
  keys: readonly Key[],
): Promise<readonly (StoredItem | undefined)[]> {
  const starts = Array.from({ length: Math.ceil(keys.length / BATCH) }, (_, index) => index * BATCH);
  return (await Promise.all(starts.map((start) => table.getMany(keys.slice(start, start + BATCH))))).flat();
}
