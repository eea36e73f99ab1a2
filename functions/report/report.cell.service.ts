/** From a number of table 三 to the cases behind it. */
import type { DisclosureHead } from "../disclosure/disclosure.case.ts";
import type { CellEntry, CountStore } from "./report.count.store.ts";
import type { FeeSums } from "./report.fee.ts";
import { feeSumsOf } from "./report.fee.ts";
import type { ReportColumn, RowNumber } from "./report.row.ts";
import { CARRIED_IN, CARRIED_OUT } from "./report.row.ts";
import type { TableThree } from "./report.table.ts";
import { cellAt, tableOf } from "./report.table.ts";

export interface CellOptions {
  readonly counts: CountStore;
  readonly heads: {
    readHeads(references: readonly string[]): Promise<readonly (DisclosureHead | undefined)[]>;
  };
}

export interface UnitCell {
  readonly unit: string;
  readonly year: number;
  readonly row: RowNumber;
  readonly column: ReportColumn;
}

/** A case behind a number. */
export interface CellCase extends CellEntry {
  readonly head: DisclosureHead | undefined;
}

export interface CellCases {
  readonly cases: readonly CellCase[];
  readonly next: string | undefined;
}

interface YearOfUnit {
  readonly three: TableThree;
  readonly fees: FeeSums;
}

export function openCells({ counts, heads }: CellOptions) {
  /** Table 三 and the fees of each unit from the counters: one read for up to fifty units. */
  async function yearsOf(units: readonly string[], year: number): Promise<readonly YearOfUnit[]> {
    const found = await counts.readCounts(
      units.flatMap((unit) => [
        { unit, year },
        { unit, year: year - 1 },
      ]),
    );
    return units.map((_, index) => {
      const [now, before] = [found[2 * index], found[2 * index + 1]];
      const three = tableOf(now?.counted ?? (() => 0), before?.counted ?? (() => 0));
      return { three, fees: now?.fees ?? feeSumsOf([]) };
    });
  }

  /** One page: one query for the numbers of the cases, one read for their heads. */
  async function casesIn(
    cell: UnitCell,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<CellCases> {
    const { row, year } = cell;
    // What was carried in is what the year before carried out, so it is listed there.
    const place = row === CARRIED_IN ? { ...cell, row: CARRIED_OUT, year: year - 1 } : cell;
    const { entries, next } = await counts.cases(place, page);
    const found = await heads.readHeads(entries.map(({ reference }) => reference));
    return { cases: entries.map((each, index) => ({ ...each, head: found[index] })), next };
  }

  /** A number of the whole government by its units. */
  async function byUnit(units: readonly string[], cell: Omit<UnitCell, "unit">) {
    const years = await yearsOf(units, cell.year);
    return units.map((unit, index) => ({
      unit,
      count: cellAt(years[index]?.three ?? [], cell.row, cell.column),
    }));
  }

  return { yearsOf, casesIn, byUnit };
}
