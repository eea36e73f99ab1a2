/** Reading single fields of the office's forms about halls: days, times, numbers, names. Codes of errors, never values. */
import { isDay } from "../calendar/calendar.ts";
import type { FormValues } from "../kit/form.ts";
import { fieldOf } from "../kit/form.ts";
import type { FieldError, FieldErrors } from "../kit/problem.ts";
import type { Span } from "./booking.time.ts";
import { isTime } from "./booking.time.ts";

/** Collects what is wrong while fields are read one after the other; the first error of a field counts. */
export interface Reader {
  readonly errors: FieldErrors;
  text(field: string, most: number): string;
  optional(field: string, most: number): string;
  whole(field: string, least: number, most: number): number;
  day(field: string): string;
  optionalDay(field: string): string | undefined;
  time(field: string): string;
  /** Two fields; `undefined` when both are empty. */
  span(from: string, to: string): Span | undefined;
  choice<Value extends string>(field: string, allowed: readonly Value[]): Value;
  /** The ticked ones of a list, in the order of the list. */
  several(field: string, allowed: readonly string[]): readonly string[];
  /** A name in both languages; the Chinese one stands for a missing English one. */
  words(field: string, most: number): { zh: string; en: string };
  optionalWords(field: string, most: number): { zh: string; en: string } | undefined;
  refuse(field: string, code: string): void;
}

const FULL_WIDTH = /[０-９：－／．]/g;
/** What a Chinese keyboard writes for digits and colons is meant as digits and colons. */
const plain = (text: string): string =>
  text
    .replaceAll(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll("。", ".")
    .trim();

/** `2026-12-01`, also written `2026/12/1`, `2026.12.1`, `20261201` or `2026年12月1日`; undefined for anything else. */
export function dayIn(text: string): string | undefined {
  const [, year = "", month = "", day = ""] =
    /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(plain(text)) ?? [];
  const found = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(found) ? found : undefined;
}

/** `09:30`, also written `9:30`, `9：30` or `0930`; undefined for anything else. */
export function timeIn(text: string): string | undefined {
  const [, hours = "", minutes = ""] = /^(\d{1,2})[:.]?(\d{2})$/.exec(plain(text)) ?? [];
  const found = `${hours.padStart(2, "0")}:${minutes}`;
  return isTime(found) ? found : undefined;
}

export const valuesOf = (values: FormValues, field: string): readonly string[] =>
  [values[field] ?? []].flat().filter((value) => value !== "");

export function readerOf(values: FormValues): Reader {
  const errors: FieldError[] = [];
  const refuse = (field: string, code: string): void => {
    if (!errors.some((error) => error.field === field)) errors.push({ field, code });
  };
  const typed = (field: string): string => fieldOf(values, field).trim();

  function optional(field: string, most: number): string {
    const text = typed(field);
    if (text.length > most) refuse(field, "tooLong");
    return text;
  }
  function text(field: string, most: number): string {
    const given = optional(field, most);
    if (given === "") refuse(field, "required");
    return given;
  }
  function parsed<Value>(field: string, read: (given: string) => Value | undefined, otherwise: Value): Value {
    const given = typed(field);
    const found = given === "" ? undefined : read(given);
    if (found === undefined) refuse(field, given === "" ? "required" : "invalid");
    return found ?? otherwise;
  }
  const time = (field: string): string => parsed(field, timeIn, "00:00");
  const day = (field: string): string => parsed(field, dayIn, "2000-01-01");

  return {
    errors,
    refuse,
    text,
    optional,
    time,
    day,
    optionalDay: (field) => (typed(field) === "" ? undefined : day(field)),
    whole(field, least, most) {
      const read = (given: string) => (/^\d{1,6}$/.test(plain(given)) ? Number(plain(given)) : undefined);
      const found = parsed(field, read, least);
      if (found < least || found > most) refuse(field, "range");
      return found;
    },
    span(from, to) {
      if (typed(from) === "" && typed(to) === "") return undefined;
      const span = { from: time(from), to: time(to) };
      if (span.from >= span.to) refuse(to, "order");
      return span;
    },
    choice(field, allowed) {
      const found = allowed.find((each) => each === typed(field));
      if (found === undefined) refuse(field, "choose");
      return found ?? (allowed[0] as (typeof allowed)[number]);
    },
    several: (field, allowed) => allowed.filter((each) => valuesOf(values, field).includes(each)),
    words(field, most) {
      const zh = text(`${field}Zh`, most);
      return { zh, en: optional(`${field}En`, most) || zh };
    },
    optionalWords(field, most) {
      const zh = optional(`${field}Zh`, most);
      return zh === "" ? undefined : { zh, en: optional(`${field}En`, most) || zh };
    },
  };
}
