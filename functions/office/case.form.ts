/** The forms of a case page: what each action needs of the person, as data of its event or errors by field. Pure. */
import type { DisclosureEvent } from "../disclosure/disclosure.case.ts";
import type { Delivery } from "../disclosure/disclosure.delivery.ts";
import type { Mark } from "../disclosure/disclosure.review.ts";
import type { FormValues } from "../kit/form.ts";
import { fieldOf } from "../kit/form.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { findingCodes } from "../release/release.ts";

/** The actions that are forms on the case page itself; proposing has a page of its own. */
export const caseActions = ["confirm_receipt", "assign", "approve", "return", "answer", "archive"] as const;
export type CaseAction = (typeof caseActions)[number];
export const isCaseAction = (text: string): text is CaseAction => caseActions.some((each) => each === text);

/** Acts that cannot be taken back ask once, by a box to tick. */
const ticked: readonly CaseAction[] = ["confirm_receipt", "approve", "answer", "archive"];

/** What goes with every form: which state of the case the person saw, and which sending of the form this is. */
export interface FormStamp {
  /** A version that is none never equals the stored one, so that the act is refused as out of date. */
  readonly version: number;
  readonly commandId: string;
}

export function stampOf(values: FormValues, staffId: string): FormStamp {
  const version = Number.parseInt(fieldOf(values, "version"), 10);
  const id = /^[\w-]{22}$/.exec(fieldOf(values, "command"))?.[0];
  // Bound to the person, so that nobody can pass off another's command as done.
  return { version: Number.isSafeInteger(version) ? version : -1, commandId: `${staffId} ${id ?? "none"}` };
}

export interface ActionForm {
  readonly data: DisclosureEvent["data"];
  /** What this file can tell; the service checks what depends on the case. */
  readonly errors: FieldErrors;
}

export function readAction(action: CaseAction, values: FormValues): ActionForm {
  const tick = ticked.includes(action) && fieldOf(values, "tick") !== "yes";
  const errors = tick ? [{ field: "tick", code: "tick.required" }] : [];
  return { data: dataOf(action, values), errors };
}

function dataOf(action: CaseAction, values: FormValues): DisclosureEvent["data"] {
  switch (action) {
    case "confirm_receipt":
      return { on: dayFrom(values, "on") };
    case "answer":
      return {
        on: dayFrom(values, "on"),
        delivery: (fieldOf(values, "delivery") || "site") as Delivery,
        proof: fieldOf(values, "proof"),
      };
    case "assign":
      return { assignee: { id: fieldOf(values, "assignee"), name: "" } };
    case "approve":
      return { marks: marksIn(values) };
    case "return":
      return { reason: fieldOf(values, "reason") };
    default:
      return {};
  }
}

/** Three boxes as a day; what is no number stays no day, and the service says so. Full-width digits are digits. */
export function dayFrom(values: FormValues, field: string): string {
  const [year = "", month = "", day = ""] = ["year", "month", "day"].map((part) =>
    fieldOf(values, `${field}-${part}`).normalize("NFKC").trim(),
  );
  if (![year, month, day].every((part) => /^\d{1,4}$/.test(part))) return "";
  return `${year.padStart(4, "0")}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** What a form holds that the person wrote or chose, to be shown again; nothing else that was sent comes back. */
export const keptFields = [
  "on-year",
  "on-month",
  "on-day",
  "assignee",
  "reason",
  "delivery",
  "proof",
  "tick",
] as const;
export type KeptValues = Readonly<Partial<Record<(typeof keptFields)[number], string>>>;

export const keptValues = (values: FormValues): KeptValues & Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...keptFields, ...Object.keys(values).filter((name) => MARK.test(name) || ACCEPT.test(name))].map(
      (name) => [name, fieldOf(values, name)],
    ),
  );

const ITEM = "reply|objection|f[0-9a-f]{32}";
const MARK = new RegExp(`^mark-(${ITEM})$`);
const ACCEPT = new RegExp(`^accept-(${ITEM})-([a-z_]{1,30})$`);

/** The reviewer's marks, item by item, with the reasons that were written; what is left out the service says. */
function marksIn(values: FormValues): Mark[] {
  const items = Object.keys(values).flatMap((name) =>
    fieldOf(values, name) === "yes" ? (MARK.exec(name)?.[1] ?? []) : [],
  );
  const reasons = Object.keys(values).flatMap((name) => {
    const [, item = "", typed = ""] = ACCEPT.exec(name) ?? [];
    const code = findingCodes.find((each) => each === typed);
    const reason = fieldOf(values, name);
    return code === undefined || reason.trim() === "" ? [] : [{ item, code, reason }];
  });
  return items.map((item) => {
    const accepted = reasons
      .filter((each) => each.item === item)
      .map(({ code, reason }) => ({ code, reason }));
    return accepted.length === 0 ? { item } : { item, accepted };
  });
}
