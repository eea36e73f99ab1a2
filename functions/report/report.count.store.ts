/**
 * Where counts are kept, by unit and year in one partition: `COUNTS` holds a number for each cell, and `CELL#row#kind#…`
 * names each case that stands in a cell, so that a cell leads to its cases by one query. What a case was last counted
 * with stands under its number. All of it moves in one transaction, so that a case counts exactly once however often
 * and in whatever order its changes arrive.
 */
import * as v from "valibot";
import { applicantKinds } from "../disclosure/disclosure.applicant.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Key, Table, Write } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";
import type { CaseFacts, Mark, MarkChange } from "./report.count.ts";
import type { CounterDifference, UnitYear } from "./report.counter.store.ts";
import {
  addWrite,
  counterName,
  counterWrites,
  countsKey,
  feeCorrectionWrite,
  feeSchema,
  feesIn,
  inBatches,
  yearPartition,
} from "./report.counter.store.ts";
import type { FeeMark, FeeMove, FeeSums } from "./report.fee.ts";
import type { ReportColumn, RowNumber } from "./report.row.ts";
import { CARRIED_OUT } from "./report.row.ts";
import type { Counted } from "./report.table.ts";

/** What a case was last counted with. */
export interface Counting {
  readonly version: number;
  /** How often it was counted; orders writes to it. */
  readonly turn: number;
  readonly marks: readonly Mark[];
  readonly fees?: readonly FeeMark[] | undefined;
}

/** The numbers of one unit and year. */
export interface YearCounts {
  readonly counted: Counted;
  readonly fees: FeeSums;
  /** What was pending at the end of the year before has been carried into this one. */
  readonly rolledOver: boolean;
}

/** A case in a cell. */
export interface CellEntry {
  readonly reference: string;
  readonly receivedOn: string;
  readonly endedOn?: string | undefined;
  /** Which other, for row （六）3. */
  readonly detail?: string | undefined;
}

export interface CountStore {
  readCounting(reference: string): Promise<Counting | undefined>;
  /** Raises `outrun` when somebody else counted the case meanwhile. */
  countWrites(counting: NewCounting): readonly Write[];
  readonly outrun: Error;
  /** The numbers of several units and years, by as few reads as the engine allows. */
  readCounts(wanted: readonly UnitYear[]): Promise<readonly YearCounts[]>;
  /** One page of the cases in a cell, by one query. */
  cases(cell: Cell, page: { limit: number; cursor?: string | undefined }): Promise<CellPage>;
  rolledOverWrite(where: UnitYear): Write;
  /** Moves counters by what a recount found them wrong by. */
  correctionWrite(where: UnitYear, differences: readonly CounterDifference[]): Write;
  feeCorrectionWrite(where: UnitYear, shouldBe: FeeSums, counted: FeeSums): Write;
}

export interface NewCounting {
  readonly reference: string;
  readonly facts: CaseFacts;
  readonly version: number;
  readonly before: Counting | undefined;
  readonly after: readonly Mark[];
  readonly change: MarkChange;
  readonly fees: readonly FeeMove[];
}

export interface Cell extends UnitYear {
  readonly row: RowNumber;
  readonly column: ReportColumn;
}

export interface CellPage {
  readonly entries: readonly CellEntry[];
  readonly next: string | undefined;
}

const countingKey = (reference: string): Key => ({ pk: keyOf("COUNT", "CASE", reference), sk: "COUNTED" });
const twoDigits = (row: RowNumber): string => String(row).padStart(2, "0");
const entryKey = (mark: Mark, { receivedOn }: CaseFacts, reference: string): Key => ({
  pk: yearPartition(mark),
  sk: keyOf("CELL", twoDigits(mark.row), mark.column, receivedOn, reference),
});
const markSchema = v.object({
  unit: v.string(),
  year: v.number(),
  row: v.number(),
  column: v.picklist(applicantKinds),
});
const countingSchema = v.object({
  version: v.number(),
  turn: v.number(),
  marks: v.array(markSchema),
  fees: v.optional(v.array(feeSchema)),
});

export function openCountStore(table: Table): CountStore {
  const outrun = new Error("somebody else counted this case");

  function countingWrite({ reference, facts, version, before, after }: NewCounting): Write {
    const fees = facts.fees === undefined ? {} : { fees: facts.fees };
    const item = { version, turn: (before?.turn ?? 0) + 1, marks: after, ...fees };
    const unchanged = { text: "#turn = :turn", values: { turn: before?.turn } };
    const when = before === undefined ? isNew : unchanged;
    return { kind: "put", key: countingKey(reference), item, when, otherwise: () => outrun };
  }

  const entryItem = ({ facts, reference }: NewCounting, mark: Mark) => ({
    reference,
    receivedOn: facts.receivedOn,
    ...(facts.ended === undefined || mark.row === CARRIED_OUT ? {} : { endedOn: facts.ended.on }),
    ...(facts.ended?.detail === undefined ? {} : { detail: facts.ended.detail }),
  });

  return {
    outrun,
    async readCounting(reference) {
      const item = await table.get(countingKey(reference));
      return item === undefined ? undefined : v.parse(countingSchema, item);
    },
    countWrites(counting) {
      const { reference, facts, change } = counting;
      const key = (mark: Mark) => entryKey(mark, facts, reference);
      return [
        countingWrite(counting),
        ...change.removed.map((mark): Write => ({ kind: "delete", key: key(mark) })),
        ...change.added.map(
          (mark): Write => ({
            kind: "put",
            key: key(mark),
            item: entryItem(counting, mark),
          }),
        ),
        ...counterWrites(change, counting.fees),
      ];
    },
    async readCounts(wanted) {
      const items = await inBatches(table, wanted.map(countsKey));
      return items.map((item) => ({
        counted: (row, column) => Number(item?.[counterName(row, column)] ?? 0),
        fees: feesIn(item),
        rolledOver: item?.rolledOver === true,
      }));
    },
    async cases(cell, { limit, cursor }) {
      const pk = yearPartition(cell);
      const prefix = keyOf(
        "CELL",
        twoDigits(cell.row),
        ...(cell.column === "total" ? [] : [cell.column]),
        "",
      );
      const after = cursor === undefined ? undefined : positionOf(cursor, prefix);
      const { items } = await table.query({
        where: { text: "#pk = :pk AND begins_with(#sk, :prefix)", values: { pk, prefix } },
        limit: limit + 1,
        ...(after === undefined ? {} : { after: { pk, sk: after } }),
      });
      const shown = items.slice(0, limit);
      const last = items.length > limit ? shown.at(-1)?.sk : undefined;
      return {
        entries: shown.map((item) => item as unknown as CellEntry),
        next: last === undefined ? undefined : Buffer.from(last).toString("base64url"),
      };
    },
    rolledOverWrite: (where) => ({
      kind: "update",
      key: countsKey(where),
      update: { text: "SET #rolledOver = :yes", values: { yes: true } },
    }),
    correctionWrite: (where, differences) =>
      addWrite(
        where,
        new Map(differences.map(({ row, column, by }) => [counterName(row, column), by] as const)),
      ),
    feeCorrectionWrite,
  };
}

/** A cursor holds the place within a cell and nothing else; the cell comes with each request. */
function positionOf(cursor: string, prefix: string): string | undefined {
  const position = Buffer.from(cursor, "base64url").toString("utf8");
  return position.startsWith(prefix) && /^[\w#-]{10,120}$/.test(position) ? position : undefined;
}
