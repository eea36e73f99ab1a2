/** The numbers of a unit and year: one item, one attribute for each cell that was ever counted, moved by adding. */
import * as v from "valibot";
import type { ApplicantKind } from "../disclosure/disclosure.applicant.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Key, StoredItem, Table, Write } from "../kit/table.ts";
import type { Mark, MarkChange } from "./report.count.ts";
import type { FeeKind, FeeMove, FeeSums } from "./report.fee.ts";
import { feeCounter, feeKinds } from "./report.fee.ts";
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
export function counterWrites({ added, removed }: MarkChange, fees: readonly FeeMove[]): readonly Write[] {
  const years = new Map<string, { where: UnitYear; moved: Map<string, number> }>();
  const move = ({ unit, year }: UnitYear, name: string, by: number) => {
    const entry = years.get(yearPartition({ unit, year })) ?? { where: { unit, year }, moved: new Map() };
    entry.moved.set(name, (entry.moved.get(name) ?? 0) + by);
    years.set(yearPartition({ unit, year }), entry);
  };
  const moveMark = (mark: Mark, by: number) => move(mark, counterName(mark.row, mark.column), by);
  for (const mark of added) moveMark(mark, 1);
  for (const mark of removed) moveMark(mark, -1);
  for (const { name, by, ...where } of fees) move(where, name, by);
  return [...years.values()].map(({ where, moved }) => addWrite(where, moved));
}

export function addWrite(where: UnitYear, moved: ReadonlyMap<string, number>): Write {
  const counters = [...moved].filter(([, by]) => by !== 0);
  const text = counters.map(([name], index) => `#${name} :by${index}`).join(", ");
  const values = Object.fromEntries(counters.map(([, by], index) => [`by${index}`, by]));
  return { kind: "update", key: countsKey(where), update: { text: `ADD ${text}`, values } };
}

/** A fee as it was last counted. */
export const feeSchema = v.object({
  unit: v.string(),
  year: v.number(),
  kind: v.picklist(feeKinds),
  feeYuan: v.number(),
});

export const feesIn = (item: StoredItem | undefined): FeeSums => {
  const sum = (kind: FeeKind) => ({
    notices: Number(item?.[feeCounter(kind).notices] ?? 0),
    feeYuan: Number(item?.[feeCounter(kind).feeYuan] ?? 0),
  });
  return { told: sum("told"), paid: sum("paid") };
};

/** Moves the sums of a year by what a recount found them wrong by. */
export function feeCorrectionWrite(where: UnitYear, shouldBe: FeeSums, counted: FeeSums): Write {
  const moves = feeKinds.flatMap((kind) => {
    const { notices, feeYuan } = feeCounter(kind);
    return [
      [notices, shouldBe[kind].notices - counted[kind].notices] as const,
      [feeYuan, shouldBe[kind].feeYuan - counted[kind].feeYuan] as const,
    ];
  });
  return addWrite(where, new Map(moves));
}

const BATCH = 100;

export async function inBatches(
  table: Table,
  keys: readonly Key[],
): Promise<readonly (StoredItem | undefined)[]> {
  const starts = Array.from({ length: Math.ceil(keys.length / BATCH) }, (_, index) => index * BATCH);
  return (await Promise.all(starts.map((start) => table.getMany(keys.slice(start, start + BATCH))))).flat();
}
