/** The forms beside the main way of a case: what was typed, and what becomes of it as data of the event. Pure. */
import type { Calendar, Day } from "../calendar/calendar.ts";
import { addWorkingDays } from "../calendar/calendar.ts";
import { asideErrors } from "../disclosure/disclosure.aside.check.ts";
import type { Aside, AsideAction, AsideField } from "../disclosure/disclosure.aside.ts";
import type { DisclosureEvent } from "../disclosure/disclosure.case.ts";
import { rulesOf } from "../disclosure/disclosure.clock.ts";
import type { OfficeView } from "../disclosure/disclosure.service.ts";
import type { FormValues } from "../kit/form.ts";
import { fieldOf } from "../kit/form.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { dayFrom } from "./case.form.ts";

/** What stands in the boxes, by the names that they have on the page. */
export type AsideValues = Readonly<Record<string, string>>;

const dayParts = ["year", "month", "day"] as const;
const boxesOf = ({ kind, name }: AsideField): readonly string[] =>
  kind === "day" ? dayParts.map((part) => `${name}-${part}`) : [name];

/** Only what the form asks comes back. */
export const typedIn = (aside: Aside, values: FormValues): AsideValues =>
  Object.fromEntries([...aside.fields.flatMap(boxesOf), "tick"].map((name) => [name, fieldOf(values, name)]));

export interface AsideForm {
  readonly data: DisclosureEvent["data"];
  readonly errors: FieldErrors;
}

/** Where the button of the form that is looked at first leads to; `change` leads back to the boxes. */
export type AsideStep = "fill" | "preview" | "confirm";

export function stepOf({ previewed }: Pick<Aside, "previewed">, values: FormValues): AsideStep {
  if (fieldOf(values, "change") !== "") return "fill";
  return previewed && fieldOf(values, "seen") === "" ? "preview" : "confirm";
}

/** A box is ticked in the step that cannot be taken back, not before. */
export function readAside(aside: Aside, values: FormValues): AsideForm {
  const data = Object.fromEntries(aside.fields.map((field) => [field.name, typedValue(field, values)]));
  const isLast = stepOf(aside, values) === "confirm";
  const tick = aside.ticked === true && isLast && fieldOf(values, "tick") !== "yes";
  const errors = asideErrors(aside, data);
  return {
    data: data as unknown as DisclosureEvent["data"],
    errors: tick ? [...errors, { field: "tick", code: "tick.required" }] : errors,
  };
}

function typedValue(field: AsideField, values: FormValues): string | number | readonly string[] {
  switch (field.kind) {
    case "day":
      return dayFrom(values, field.name);
    case "lines":
      return fieldOf(values, field.name)
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== "");
    case "number":
      if (field.optional && fieldOf(values, field.name).trim() === "") return "";
      return Number(/^\s*\d{1,7}\s*$/.exec(fieldOf(values, field.name).normalize("NFKC"))?.[0] ?? Number.NaN);
    default:
      return fieldOf(values, field.name);
  }
}

export interface Today {
  readonly today: Day;
  readonly calendar: Calendar;
}

/** What stands in the boxes at first: what most people would write there. */
export function startingValues(
  action: AsideAction,
  record: OfficeView,
  { today, calendar }: Today,
): AsideValues {
  switch (action) {
    case "ask_correction": {
      const { correctionWorkingDays } = rulesOf(record.head.clock);
      return dayBoxes("until", addWorkingDays(calendar, today, correctionWorkingDays).due);
    }
    case "record_service":
    case "opine":
    case "record_payment":
    case "give_reasons":
      return dayBoxes("on", today);
    case "ask_reasons":
      return dayBoxes("until", addWorkingDays(calendar, today, REASONS_WORKING_DAYS).due);
    case "correct": {
      const { title, description } = record.application;
      return { ...dayBoxes("on", today), title, description };
    }
    default:
      return {};
  }
}

/** What an office usually gives; Art. 35 names no period. */
const REASONS_WORKING_DAYS = 7;

const dayBoxes = (name: string, day: Day): AsideValues =>
  Object.fromEntries(
    day.split("-").map((part, place) => [`${name}-${dayParts[place]}`, String(Number(part))]),
  );
