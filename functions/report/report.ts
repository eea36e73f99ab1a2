/**
 * The annual report of one unit or of the whole government (条例 Arts. 49 and 50, form of 国办公开办函〔2021〕30号): six
 * chapters, three tables. Table 三 is counted; tables 二 and 四 and the prose are the office's to write. Pure.
 */

import { lengthOf } from "../disclosure/disclosure.text.ts";
import type { By } from "../identity/identity.ts";
import type { Instant } from "../kit/clock.ts";
import type { FieldErrors } from "../kit/problem.ts";
import type { FeeSums } from "./report.fee.ts";
import type { TableFour, TableTwo } from "./report.form.ts";
import type { TableThree } from "./report.table.ts";

/** Whose report of which year; without a unit it is the whole government's. */
export interface ReportScope {
  readonly unit?: string | undefined;
  readonly year: number;
}

/** What people of the office write; chapters 二 to 四 are tables. */
export const chapters = ["overview", "problems", "other"] as const;
export type Chapter = (typeof chapters)[number];

export interface ReportText {
  readonly two: TableTwo;
  readonly four: TableFour;
  readonly chapters: Readonly<Record<Chapter, string>>;
}

export interface Report extends ReportText {
  readonly schema: 1;
  /** Absent for the whole government's. */
  readonly unit?: string | undefined;
  readonly year: number;
  readonly three: TableThree;
  /** For chapter six; absent where nobody was told a fee and none was paid. */
  readonly fees?: FeeSums | undefined;
}

/** A report as it was published; never changed, only followed by another. */
export interface FrozenReport {
  /** 1 for the first; every further one is an amendment. */
  readonly n: number;
  readonly report: Report;
  /** SHA-256 in hex of the report in canonical JSON. */
  readonly hash: string;
  readonly by: By;
  readonly at: Instant;
  /** Why it was amended. */
  readonly reason?: string | undefined;
}

export const FIRST_YEAR = 2008;
const LAST_YEAR = 2099;

/** The year of an address; undefined for what cannot be the year of a report. */
export function readYear(text: string): number | undefined {
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : undefined;
}

/**
 * The report that an office works on: last year's until it is due (departments by 31 January, governments by 31 March,
 * Art. 49), then the running year's.
 */
export function currentYear(today: string): number {
  const year = Number(today.slice(0, 4));
  return today.slice(5, 7) <= "03" ? year - 1 : year;
}

export const isOver = (year: number, today: string): boolean => Number(today.slice(0, 4)) > year;

/** Prose as it is kept: one kind of line break, nothing around it. */
export const plainProse = (raw: string): string => raw.normalize("NFC").replaceAll("\r\n", "\n").trim();

/** Characters that no document can hold, or that turn the reading direction unseen. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const UNFIT = /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff\u202a-\u202e\u2066-\u2069]/;

export function proseErrors(field: string, prose: string, most: number): FieldErrors {
  if (lengthOf(prose) > most) return [{ field, code: "prose.too_long" }];
  return prose.isWellFormed() && !UNFIT.test(prose) ? [] : [{ field, code: "prose.characters" }];
}
