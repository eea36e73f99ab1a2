/** A part of a guide as a form shows it and as it is read back: names and texts on one side, the guide on the other. */
import * as v from "valibot";
import type { Day } from "../calendar/calendar.day.ts";
import type { FormValues } from "../kit/form.ts";
import { fieldErrors } from "../kit/form.ts";
import type { FieldError, FieldErrors } from "../kit/problem.ts";
import { readField, writeField } from "./guide.field.ts";
import type { GuideRows, GuideSection, ListName } from "./guide.section.ts";
import { isRows, partsOf } from "./guide.section.ts";
import { type Guide, guideSchema } from "./guide.ts";

/** More rows than this no form has; what is sent beyond is not read. */
const MOST_ROWS = 500;

export interface ReadPart {
  /** Undefined when there are errors. */
  readonly guide: Guide | undefined;
  readonly errors: FieldErrors;
}

/** The guide with one part as a tidy form says, everything else as it was. */
export function readPart(
  section: GuideSection,
  before: Guide,
  { values, today }: { values: FormValues; today: Day },
): ReadPart {
  const errors: FieldError[] = [];
  const changed: Record<string, unknown> = { ...before };
  for (const part of partsOf(section)) {
    const name = isRows(part) ? part.list : part.name;
    const value = isRows(part)
      ? readRows(part, values, errors)
      : readField(part, part.name, { values, errors });
    if (value === undefined) delete changed[name];
    else changed[name] = value;
  }
  const { checkedOn } = changed;
  if (typeof checkedOn === "string" && checkedOn > today)
    errors.push({ field: "checkedOn", code: "day.future" });
  const read = v.safeParse(guideSchema, changed);
  const all = read.success ? errors : [...errors, ...fieldErrors(read.issues).map(plainer)];
  const first = all.filter(({ field }, place) => all.findIndex((one) => one.field === field) === place);
  return { guide: read.success && first.length === 0 ? read.output : undefined, errors: first };
}

/** Of a field that is empty or not there the schema says much, and a person needs one word. */
const plainer = ({ field, code }: FieldError): FieldError => ({
  field,
  code: /^invalid\.(min_length|object|string|picklist|number)$/.test(code) ? "required" : code,
});

/** The part of a guide as the form holds it. */
export function writePart(section: GuideSection, guide: Guide): FormValues {
  const values: Record<string, string | readonly string[]> = {};
  const fields = guide as unknown as Readonly<Record<string, unknown>>;
  for (const part of partsOf(section)) {
    if (!isRows(part)) {
      Object.assign(values, writeField(part, part.name, fields[part.name]));
      continue;
    }
    const rows = (fields[part.list] ?? []) as readonly Readonly<Record<string, unknown>>[];
    rows.forEach((row, place) => {
      for (const field of part.fields)
        Object.assign(values, writeField(field, `${part.list}.${place}.${field.name}`, row[field.name]));
    });
  }
  return values;
}

function readRows(part: GuideRows, values: FormValues, errors: FieldError[]): unknown[] {
  return rowsIn(part.list, values).map((place) =>
    Object.fromEntries(readRow(part, place, { values, errors })),
  );
}

function readRow(part: GuideRows, place: number, reading: { values: FormValues; errors: FieldError[] }) {
  return part.fields.flatMap((field) => {
    const value = readField(field, `${part.list}.${place}.${field.name}`, reading);
    return value === undefined ? [] : [[field.name, value] as const];
  });
}

/** The places of the rows that a form holds, in their order. */
export function rowsIn(list: ListName, values: FormValues): readonly number[] {
  const shape = new RegExp(`^${list}\\.(\\d{1,3})\\.`);
  const places = Object.keys(values).flatMap((name) => {
    const found = shape.exec(name)?.[1];
    return found === undefined ? [] : [Number(found)];
  });
  return [...new Set(places)].filter((place) => place < MOST_ROWS).sort((one, other) => one - other);
}

/** What a button beside a row does to the rows of its list. */
export type RowDeed = { readonly list: ListName; readonly place: number; readonly deed: "remove" | "raise" };

/** The form with its rows counted from 0 without a gap: those without a word are gone, and what a button asked is done. */
export function tidy(section: GuideSection, values: FormValues, asked?: RowDeed): FormValues {
  const kept: Record<string, string | readonly string[]> = {};
  const parts = partsOf(section);
  const lists = parts.filter(isRows);
  const isRow = (name: string) => lists.some(({ list }) => name.startsWith(`${list}.`));
  for (const [name, value] of Object.entries(values)) if (!isRow(name)) kept[name] = value;
  for (const part of lists)
    orderOf(part, values, asked).forEach((from, to) => {
      const prefix = `${part.list}.${from}.`;
      for (const [name, value] of Object.entries(values))
        if (name.startsWith(prefix)) kept[`${part.list}.${to}.${name.slice(prefix.length)}`] = value;
    });
  return kept;
}

function orderOf(part: GuideRows, values: FormValues, asked: RowDeed | undefined): readonly number[] {
  const places = rowsIn(part.list, values).filter((place) => !isBlank(part, place, values));
  if (asked?.list !== part.list) return places;
  const rest = places.filter((place) => place !== asked.place);
  const at = places.indexOf(asked.place);
  if (asked.deed === "remove" || at < 1) return asked.deed === "remove" ? rest : places;
  return [...rest.slice(0, at - 1), asked.place, ...rest.slice(at - 1)];
}

function isBlank(part: GuideRows, place: number, values: FormValues): boolean {
  const errors: FieldError[] = [];
  return readRow(part, place, { values, errors }).length === 0 && errors.length === 0;
}
