/**
 * What is wrong with the fields of an act beside the main way, all of it at once: what is missing, too long or no day.
 * What the law says of a value that is well formed is the service's to tell. Pure.
 */
import { isDay } from "../calendar/calendar.ts";
import type { FieldErrors } from "../kit/problem.ts";
import type { Aside, AsideField } from "./disclosure.aside.ts";
import { proseProblem } from "./disclosure.prose.ts";

/** Fewer matters than this are no split. */
const LEAST_PARTS = 2;

/** `data`: by the names of the fields; a number that is none is NaN, and a day that is none is empty. */
export const asideErrors = (
  { fields }: Pick<Aside, "fields">,
  data: Readonly<Record<string, unknown>>,
): FieldErrors =>
  fields.flatMap((field) => {
    const code = problemOf(field, data[field.name]);
    return code === undefined ? [] : [{ field: field.name, code: `${field.name}.${code}` }];
  });

function problemOf(field: AsideField, value: unknown): string | undefined {
  switch (field.kind) {
    case "text":
    case "line": {
      const problem = proseProblem(String(value ?? ""), field.maxCharacters);
      return problem === "required" && field.optional ? undefined : problem;
    }
    case "day":
      return isDay(String(value ?? "")) ? undefined : "day";
    case "lines":
      return linesProblem(value as readonly string[], field);
    case "number":
      if (field.optional && isNothing(value)) return undefined;
      // More than the most is for the law to refuse, with its provision.
      return Number.isInteger(value) && (value as number) >= field.least ? undefined : "invalid";
    case "choice":
      return field.choices.some((choice) => choice === value) ? undefined : "choose";
    default:
      return value === undefined || value === "" ? "choose" : undefined;
  }
}

/** As a box that is empty, or a member that is left out. */
const isNothing = (value: unknown): boolean => value === undefined || value === "";

function linesProblem(
  lines: readonly string[],
  { most, maxCharacters }: Extract<AsideField, { kind: "lines" }>,
): string | undefined {
  if (lines.length < LEAST_PARTS) return "few";
  if (lines.length > most) return "many";
  return lines.map((line) => proseProblem(line, maxCharacters)).find((problem) => problem !== undefined);
}
