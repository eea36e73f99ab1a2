/** What a person has filled in for a letter, checked field by field. Pure. */
import { isDay } from "../calendar/calendar.ts";
import { feeSchemes } from "../disclosure/disclosure.fee.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { plainProse, proseErrors } from "../report/report.ts";
import { feeAsked } from "./letter.data.ts";
import type { AskedField } from "./letter.field.ts";
import type { LetterDefinition } from "./letter.kind.ts";
import { askedOf } from "./letter.kind.ts";

export type Asked = Readonly<Record<string, string>>;

export interface AskedRead {
  readonly asked: Asked;
  readonly errors: FieldErrors;
}

/** What of a case decides what is asked. */
export interface AskedFacts {
  /** Whose tariff a fee follows. */
  readonly receivedOn: string;
  /** The applicant was told a fee, so nothing about it is asked again. */
  readonly hasFee?: boolean;
  /** What is on record already, by field. */
  readonly told?: Asked;
}

const feeFields: readonly string[] = ["feeScheme", "feeEarlier", "feeMatters", "feePages", "payment"];

/** The fields of a letter that the case does not answer already. */
export const openFields = (
  letter: LetterDefinition,
  { hasFee, told = {} }: Pick<AskedFacts, "hasFee" | "told">,
) => askedOf(letter).filter(({ name }) => !(hasFee && feeFields.includes(name)) && told[name] === undefined);

/** Values in their normal form, and an error for each field that is none. */
export function readAsked(letter: LetterDefinition, typed: Asked, facts: AskedFacts): AskedRead {
  const fields = openFields(letter, facts);
  const asked = Object.fromEntries(
    fields.map((field) => [field.name, normal(field, typed[field.name] ?? "")]),
  );
  const errors = fields.flatMap((field) => errorsOf(field, asked[field.name] ?? ""));
  return {
    asked: { ...asked, ...facts.told },
    errors: errors.length > 0 || facts.hasFee ? errors : feeErrors(letter, asked, facts.receivedOn),
  };
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
    case "scheme":
      return feeSchemes.some((scheme) => scheme === value)
        ? []
        : [{ field: name, code: "letter.scheme.required" }];
    case "line":
      if (value.includes("\n")) return [{ field: name, code: "prose.characters" }];
      return proseErrors(name, value, maxCharacters);
    default:
      return proseErrors(name, value, maxCharacters);
  }
}

/** A notice is of something to pay. */
function feeErrors(letter: LetterDefinition, asked: Asked, receivedOn: string): FieldErrors {
  if (!letter.asks.includes("feeScheme")) return [];
  const fee = feeAsked(asked, receivedOn);
  return fee === undefined || fee.feeYuan === 0 ? [{ field: "feeScheme", code: "letter.fee.none" }] : [];
}
