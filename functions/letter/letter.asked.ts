/** What a person has filled in for a letter, checked field by field. Pure. */
import { isDay } from "../calendar/calendar.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { plainProse, proseErrors } from "../report/report.ts";
import type { AskedField } from "./letter.field.ts";
import type { LetterDefinition } from "./letter.kind.ts";
import { askedOf } from "./letter.kind.ts";

export type Asked = Readonly<Record<string, string>>;

export interface AskedRead {
  readonly asked: Asked;
  readonly errors: FieldErrors;
}

/** The fields of a letter that the case does not answer already; `told` is what is on record, by field. */
export const openFields = (letter: LetterDefinition, told: Asked = {}) =>
  askedOf(letter).filter(({ name }) => told[name] === undefined);

/** Values in their normal form, and an error for each field that is none. */
export function readAsked(letter: LetterDefinition, typed: Asked, told: Asked = {}): AskedRead {
  const fields = openFields(letter, told);
  const asked = Object.fromEntries(
    fields.map((field) => [field.name, normal(field, typed[field.name] ?? "")]),
  );
  const errors = fields.flatMap((field) => errorsOf(field, asked[field.name] ?? ""));
  return { asked: { ...asked, ...told }, errors };
}

const normal = ({ kind }: AskedField, raw: string): string =>
  kind === "number" ? raw.normalize("NFKC").trim() : plainProse(raw);

function errorsOf({ name, kind, optional, maxCharacters }: AskedField, value: string): FieldErrors {
  if (value === "") return optional ? [] : [{ field: name, code: `letter.${kind}.required` }];
  switch (kind) {
    case "day":
      return isDay(value) ? [] : [{ field: name, code: "day.invalid" }];
    case "number":
      return /^\d{1,6}$/.test(value) ? [] : [{ field: name, code: "number.whole" }];
    case "line":
      if (value.includes("\n")) return [{ field: name, code: "prose.characters" }];
      return proseErrors(name, value, maxCharacters);
    default:
      return proseErrors(name, value, maxCharacters);
  }
}
