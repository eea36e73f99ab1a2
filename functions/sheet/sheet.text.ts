/** Tables going out as CSV for a spreadsheet. */
import { stringify } from "csv-stringify/sync";
import { escapeFormula } from "./sheet.ts";

/** A spreadsheet takes a file without this mark for one in its own encoding. */
const BYTE_ORDER_MARK = "\ufeff";
export const csvLine = (cells: readonly string[]): string =>
  stringify([cells], { record_delimiter: "\r\n", quoted_match: /[\r\n]/ });

/** Headings of any table for a spreadsheet, as the start of its file. */
export const csvStart = (headings: readonly string[]): string => BYTE_ORDER_MARK + csvLine(headings);

/** Rows of any table for a spreadsheet; nothing in them is run as a formula. */
export const csvRowsText = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => csvLine(cells.map(escapeFormula))).join("");
