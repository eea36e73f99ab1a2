/** What stands beside the main way of a case, as actions of the API: bodies made from the fields of `disclosure.aside`. */
import * as v from "valibot";
import { named } from "../kit/openapi.ts";
import type { OfficeAction } from "./disclosure.api.action.table.ts";
import type { AsideAction, AsideField } from "./disclosure.aside.ts";
import { asides } from "./disclosure.aside.ts";
import type { DisclosureEvent } from "./disclosure.case.ts";

interface Described {
  readonly summary: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly example?: Readonly<Record<string, unknown>>;
  readonly problems?: OfficeAction["problems"];
}

const described: Readonly<Record<AsideAction, Described>> = {
  ask_correction: {
    summary: "Ask the applicant to correct the request: once, completely, within 7 working days (Art. 30)",
    fields: {
      what: "What to correct, item by item; the applicant reads it",
      until: "The last day on which a correction is in time",
    },
    example: { what: "请写明所需信息的名称或文号。", until: "2026-03-27" },
  },
  correct: {
    summary: "Enter a corrected request that came in person or by post; the limit counts anew (Art. 30)",
    fields: {
      on: "The day it was received; not before it was asked for, not after the last day",
      title: "Name of the information, as corrected",
      description: "Description, as corrected",
      note: "Anything else that was asked for; kept encrypted",
    },
    example: { on: "2026-03-02", title: "2025年度部门预算", description: "请提供部门预算公开表全文。" },
  },
  ask_extension: {
    summary: "Ask the head of the disclosure unit for an extension (Art. 33); only the assignee may",
    fields: {
      workingDays: "1 to 20, once for a period",
      reason: "Why; the applicant reads it once it is granted",
    },
    example: { workingDays: 10, reason: "需要向档案馆调取原件。" },
    problems: ["not_assignee"],
  },
  extend: {
    summary: "Grant the extension and tell the applicant; never the person who asked for it",
    fields: {},
    problems: ["same_person", "invalid"],
  },
  refuse_extension: {
    summary: "Refuse the extension that is asked for",
    fields: { reason: "Why; the handler reads it" },
    example: { reason: "材料已经齐全。" },
    problems: ["same_person"],
  },
};

/** What is too long, empty or impossible is the service's to say; this keeps out what has another shape. */
function schemaOf(field: AsideField, description: string) {
  const schema = () => {
    switch (field.kind) {
      case "number":
        return v.pipe(v.number(`${field.name}.invalid`), v.description(description));
      case "day":
        return v.pipe(v.string("day.invalid"), v.maxLength(10, "day.invalid"), v.description(description));
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
  Object.fromEntries(fields.map(({ name, kind }) => [name, kind === "number" ? Number.NaN : ""]));

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
