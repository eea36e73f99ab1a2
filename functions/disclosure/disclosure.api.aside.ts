/** What stands beside the main way of a case, as actions of the API: bodies made from the fields of `disclosure.aside`. */
import * as v from "valibot";
import { named } from "../kit/openapi.ts";
import type { OfficeAction } from "./disclosure.api.action.table.ts";
import { described } from "./disclosure.api.aside.table.ts";
import type { AsideField } from "./disclosure.aside.ts";
import { asides } from "./disclosure.aside.ts";
import type { DisclosureEvent } from "./disclosure.case.ts";

/** What is too long, empty or impossible is the service's to say; this keeps out what has another shape. */
function schemaOf(field: AsideField, description: string) {
  const schema = () => {
    switch (field.kind) {
      case "number":
        return v.pipe(v.number(`${field.name}.invalid`), v.description(description));
      case "day":
        return v.pipe(v.string("day.invalid"), v.maxLength(10, "day.invalid"), v.description(description));
      case "choice":
        return v.pipe(v.picklist(field.choices, `${field.name}.choose`), v.description(description));
      case "unit":
        return v.pipe(v.string("unit.choose"), v.maxLength(40, "unit.choose"), v.description(description));
      case "lines":
        return v.pipe(
          v.array(
            v.pipe(v.string("parts.required"), v.maxLength(field.maxCharacters * 2, "parts.too_long")),
            "parts.few",
          ),
          v.maxLength(field.most, "parts.many"),
          v.description(description),
        );
      case "consultation":
        return v.pipe(v.string("id.choose"), v.maxLength(20, "id.choose"), v.description(description));
      default:
        return v.pipe(
          v.string(`${field.name}.required`),
          v.maxLength(field.maxCharacters * 2, `${field.name}.too_long`),
          v.description(`${description}; ${field.maxCharacters} characters at most`),
        );
    }
  };
  return field.optional ? v.optional(schema()) : schema();
}

const nameOf = (action: string): string =>
  action.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Refused by the service for its data at last, when neither person nor turn were in the way. */
const nothingOf = (fields: readonly AsideField[]) =>
  Object.fromEntries(fields.map(({ name, kind }) => [name, nothings[kind] ?? ""]));

const nothings: Partial<Record<AsideField["kind"], unknown>> = { number: Number.NaN, lines: [] };

export const asideActions: readonly OfficeAction[] = asides.map(({ action, fields }) => {
  const { summary, fields: descriptions, example, problems = [] } = described[action];
  const entries = Object.fromEntries(
    fields.map((field: AsideField) => [field.name, schemaOf(field, descriptions[field.name] ?? "")]),
  );
  const nothing = nothingOf(fields) as unknown as DisclosureEvent["data"];
  const common = { name: action, summary, problems, nothing };
  if (fields.length === 0) return { ...common, dataOf: () => ({}) };
  return {
    ...common,
    dataOf: (body) => body as DisclosureEvent["data"],
    body: {
      schema: named(nameOf(action), v.object(entries, "body.required")),
      examples: { usual: { summary, value: example } },
    },
  };
});
