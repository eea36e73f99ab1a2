/** One field of a guide as a form holds it, by its kind. What cannot be read is an error beside it, never a guess. */
import * as v from "valibot";
import { isDay } from "../calendar/calendar.day.ts";
import type { FormValues } from "../kit/form.ts";
import type { FieldError } from "../kit/problem.ts";
import type { Coded, DictionaryName } from "./guide.dictionary.ts";
import { codedOf, codedSchema } from "./guide.dictionary.ts";
import type { GuideField } from "./guide.section.ts";
import type { Limit } from "./guide.ts";

export interface Reading {
  readonly values: FormValues;
  readonly errors: FieldError[];
}

/** The last value of a field; without its invisible characters, lines ended in one way. */
function textOf(values: FormValues, name: string): string {
  const value = Object.hasOwn(values, name) ? (values[name] ?? "") : "";
  const last = typeof value === "string" ? value : (value.at(-1) ?? "");
  return last
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .trim();
}

/** The value that a field holds; undefined when it is empty, and when it cannot be read. */
export function readField(field: GuideField, name: string, { values, errors }: Reading): unknown {
  const text = textOf(values, name);
  switch (field.kind) {
    case "number":
      return readNumber(name, text, errors);
    case "yesno":
      return text === "yes" ? true : text === "no" ? false : undefined;
    case "lines":
      return [...new Set(text.split("\n").map((one) => one.trim()))].filter((one) => one !== "");
    case "day":
      return readDay(name, { values, errors });
    case "limit":
      return readLimit(name, { values, errors });
    case "coded":
      return text === "" ? undefined : readCoded(field.dictionary, { name, text, errors });
    case "codedMany":
      return [values[name] ?? []].flat().flatMap((one) => {
        const coded = one === "" ? undefined : readCoded(field.dictionary, { name, text: one, errors });
        return coded === undefined ? [] : [coded];
      });
    case "line":
      return text === "" ? undefined : text.replace(/\s*\n\s*/g, " ");
    default:
      return text === "" ? undefined : text;
  }
}

function readNumber(name: string, text: string, errors: FieldError[]): number | undefined {
  const digits = text.normalize("NFKC");
  if (/^\d{1,4}$/.test(digits)) return Number(digits);
  if (text !== "") errors.push({ field: name, code: "number" });
  return undefined;
}

const dayParts = ["year", "month", "day"] as const;

/** Three boxes as a day; full-width digits are digits. */
function readDay(name: string, { values, errors }: Reading): string | undefined {
  const [year = "", month = "", day = ""] = dayParts.map((part) =>
    textOf(values, `${name}-${part}`).normalize("NFKC"),
  );
  if (year === "" && month === "" && day === "") return undefined;
  const text = `${year.padStart(4, "0")}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (isDay(text)) return text;
  errors.push({ field: name, code: "day.invalid" });
  return undefined;
}

/** A limit is there when it has a number of days; the unit alone says nothing. */
function readLimit(name: string, { values, errors }: Reading): Limit | undefined {
  const day = readNumber(`${name}.day`, textOf(values, `${name}.day`), errors);
  const explain = textOf(values, `${name}.explain`);
  if (day === undefined) {
    const hasError = errors.some(({ field }) => field === `${name}.day`);
    if (explain !== "" && !hasError) errors.push({ field: `${name}.day`, code: "required" });
    return undefined;
  }
  const type = textOf(values, `${name}.type`) === "calendar" ? "calendar" : "working";
  return { day, type, ...(explain === "" ? {} : { explain }) };
}

/** `national|1|必要`: the list, the code and the name, because a code alone says nothing. */
export const codedText = ({ system, code, name }: Coded): string => `${system}|${code}|${name}`;

function readCoded(
  dictionary: DictionaryName,
  { name, text, errors }: { name: string; text: string; errors: FieldError[] },
): Coded | undefined {
  const [system = "", code = "", ...rest] = text.split("|");
  if (system === "national") {
    const found = codedOf(dictionary, code, "national");
    if (found?.system === "national") return found;
  }
  const read = v.safeParse(codedSchema, { system, code, name: rest.join("|") });
  if (read.success && system !== "national") return read.output;
  errors.push({ field: name, code: "choice" });
  return undefined;
}

/** The names and texts that show a value in a form; nothing for what is not there. */
export function writeField(
  { kind }: GuideField,
  name: string,
  value: unknown,
): Readonly<Record<string, string | readonly string[]>> {
  if (value === undefined) return {};
  switch (kind) {
    case "yesno":
      return { [name]: value === true ? "yes" : "no" };
    case "lines":
      return { [name]: (value as readonly string[]).join("\n") };
    case "day":
      return Object.fromEntries(
        String(value)
          .split("-")
          .map((part, place) => [`${name}-${dayParts[place]}`, String(Number(part))]),
      );
    case "limit": {
      const { day, type, explain } = value as Limit;
      const said = explain === undefined ? {} : { [`${name}.explain`]: explain };
      return { [`${name}.day`]: String(day), [`${name}.type`]: type, ...said };
    }
    case "coded":
      return { [name]: codedText(value as Coded) };
    case "codedMany":
      return { [name]: (value as readonly Coded[]).map(codedText) };
    default:
      return { [name]: String(value) };
  }
}
