/**
 * The fields of one row of a file: names, texts, lists, numbers. What is changed or cannot be read on the way is noted
 * under the name that the field has in the file.
 */

import { clean, type TextShape } from "../sheet/sheet.clean.ts";
import type { Fields } from "../sheet/sheet.ts";
import type { CodeSystem } from "./guide.dictionary.ts";
import type { Repair, RepairReason } from "./guide.import.ts";

export interface Row {
  readonly fields: Fields;
  /** The list that the codes of the file are from. */
  readonly system: CodeSystem;
  /** In front of the names of fields in notes: `materials.0.`. */
  readonly prefix: string;
  readonly repairs: Repair[];
  /** The fields that somebody asked for. */
  readonly asked: Set<string>;
}

/** Raised where a text does not come to an end after three rounds of cleaning; the row is refused. */
export class TooDeep extends Error {
  override readonly name = "TooDeep";
  readonly field: string;

  constructor(field: string) {
    super(field);
    this.field = field;
  }
}

export const openRow = (fields: Fields, system: CodeSystem): Row => ({
  fields,
  system,
  prefix: "",
  repairs: [],
  asked: new Set(),
});

/** An entry of a list inside the row, with notes that tell its place. */
export const innerRow = (row: Row, at: string, fields: Fields): Row => ({
  ...row,
  fields,
  prefix: `${row.prefix}${at}.`,
  asked: new Set(),
});

export function note(row: Row, field: string, reason: RepairReason): void {
  const name = `${row.prefix}${field}`;
  if (!row.repairs.some((each) => each.field === name && each.reason === reason))
    row.repairs.push({ field: name, reason });
}

export function rawOf(row: Row, field: string): unknown {
  row.asked.add(field);
  return row.fields[field];
}

export const hasField = (row: Row, field: string): boolean =>
  row.fields[field] !== undefined && row.fields[field] !== null && row.fields[field] !== "";

/** Fields with a value that nobody asked for. */
export const unasked = (row: Row): readonly string[] =>
  Object.keys(row.fields).filter((field) => !row.asked.has(field) && hasField(row, field));

/** What was written as one clean text; undefined where nothing was. Throws TooDeep. */
export function cleaned(
  row: Row,
  at: { field: string; shape: TextShape },
  written: unknown,
): string | undefined {
  if (typeof written === "number" || typeof written === "boolean") return String(written);
  if (typeof written !== "string") {
    if (written !== undefined && written !== null) note(row, at.field, "entry_unreadable");
    return undefined;
  }
  const { text, reasons, tooDeep } = clean(written, at.shape);
  if (tooDeep) throw new TooDeep(`${row.prefix}${at.field}`);
  for (const reason of reasons) note(row, at.field, reason);
  return text;
}

export const lineOf = (row: Row, field: string): string | undefined =>
  cleaned(row, { field, shape: "line" }, rawOf(row, field));

export const textOf = (row: Row, field: string): string | undefined =>
  cleaned(row, { field, shape: "text" }, rawOf(row, field));

const BETWEEN_NAMES = /[;；\n|]+/;

/** The parts of a list, or of a text that separates them. */
export function partsOf(row: Row, field: string, between = BETWEEN_NAMES): readonly unknown[] {
  const written = rawOf(row, field);
  if (Array.isArray(written)) return written;
  if (typeof written === "object" && written !== null) return [written];
  const listed = jsonList(written);
  if (listed !== undefined) return listed;
  const whole = cleaned(row, { field, shape: "text" }, written);
  if (whole === undefined) return [];
  return whole.split(between).filter((part) => part.trim() !== "");
}

/** A list that stands in one cell of a table as JSON. */
export function jsonList(written: unknown): readonly unknown[] | undefined {
  if (typeof written !== "string" || !written.trimStart().startsWith("[")) return undefined;
  try {
    const parts: unknown = JSON.parse(written);
    return Array.isArray(parts) ? parts : undefined;
  } catch {
    return undefined;
  }
}

/** Names of a list; the same name twice counts once. */
export function namesOf(row: Row, field: string, between = BETWEEN_NAMES): readonly string[] {
  const names = partsOf(row, field, between).flatMap(
    (part) => cleaned(row, { field, shape: "line" }, part) ?? [],
  );
  const unique = [...new Set(names)];
  if (unique.length < names.length) note(row, field, "repeated");
  return unique;
}

const YES = /^(?:1|true|y|yes|是|支持|收费|有)$/i;
const NO = /^(?:0|false|n|no|否|不支持|不收费|免费)$/i;

export function flagOf(row: Row, field: string): boolean | undefined {
  const written = lineOf(row, field);
  if (written === undefined) return undefined;
  if (YES.test(written)) return true;
  if (NO.test(written)) return false;
  note(row, field, "flag_unreadable");
  return undefined;
}

export function countOf(row: Row, field: string): number | undefined {
  const written = lineOf(row, field);
  if (written === undefined) return undefined;
  const digits = /^(\d{1,4})(?:\.0+)?\s*[份次个张页]?$/.exec(written)?.[1];
  if (digits === undefined) note(row, field, "number_unreadable");
  return digits === undefined ? undefined : Number(digits);
}
