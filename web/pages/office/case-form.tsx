import type { Content, FieldErrors, ShownErrors } from "../../components/index.ts";
import { Button, Checkboxes, DateInput, showErrors } from "../../components/index.ts";
import { copy } from "../../copy/index.ts";
import { officeCopy } from "../../copy/office.ts";
import { paths } from "../../paths.ts";
import type { Language } from "../../view.ts";
import { lawSentences } from "./law-words.ts";

/** Goes with every form: the version that the person sees, and the id of this sending. */
export interface Stamp {
  version: number;
  command: string;
}

/** A form that came back: what was typed, and what is wrong with it. */
export interface ActionState {
  action: string;
  values: Readonly<Record<string, string | undefined>>;
  errors: FieldErrors;
}

export interface ActionFormProps {
  lang: Language;
  reference: string;
  stamp: Stamp;
  /** The form that came back, whichever it was. */
  state: ActionState | undefined;
  action: string;
  /** The first form of a page has its one primary button. */
  primary: boolean;
  button: string;
  children?: Content;
}

/** The frame of one action: where it goes, what goes with it, its button. */
export function ActionForm({ reference, stamp, action, primary, button, children }: ActionFormProps) {
  return (
    <form method="post" action={paths.officeAction(reference, action)} class="act__form" novalidate>
      <input type="hidden" name="version" value={String(stamp.version)} />
      <input type="hidden" name="command" value={stamp.command} />
      {children}
      <Button kind={primary ? "primary" : "secondary"} preventDoubleClick>
        {button}
      </Button>
    </form>
  );
}

/** The errors of this action alone: several forms of a page have a field of the same name. */
export function errorsOf(
  state: ActionState | undefined,
  action: string,
  lang: Language,
  labels: Readonly<Record<string, string>> = {},
): ShownErrors {
  const words = copy(lang);
  const errors = state?.action === action ? state.errors : [];
  const sentences = { ...officeCopy(lang).action.errors, ...lawSentences(errors, lang) };
  return showErrors(errors, { copy: words, labels, sentences });
}

/** Ids are unique on a page that has several forms, so that an error leads to the right box. */
export const fieldId = (action: string, field: string): string => `${action}-${field}`;

export interface TickProps {
  lang: Language;
  action: string;
  text: string;
  state: ActionState | undefined;
}

/** The one question before an act that cannot be taken back, in words that name what follows. */
export function Tick({ lang, action, text, state }: TickProps) {
  const ticked = state?.action === action && state.values.tick === "yes";
  return (
    <Checkboxes
      name="tick"
      id={fieldId(action, "tick")}
      class="govuk-checkboxes--small"
      items={[{ value: "yes", label: text }]}
      values={ticked ? ["yes"] : []}
      error={errorsOf(state, action, lang).at("tick")}
    />
  );
}

export interface DayProps {
  lang: Language;
  action: string;
  legend: string;
  hint: string;
  /** Shown unless the form came back with something else. */
  day: string;
  state: ActionState | undefined;
}

export function DayField({ lang, action, legend, hint, day, state }: DayProps) {
  const { common } = copy(lang);
  const [year = "", month = "", date = ""] = day.split("-").map((part) => String(Number(part)));
  const typed = state?.action === action ? state.values : {};
  const parts = [
    { name: "year", label: common.year, value: typed["on-year"] ?? year, width: 4 as const },
    { name: "month", label: common.month, value: typed["on-month"] ?? month, width: 2 as const },
    { name: "day", label: common.day, value: typed["on-day"] ?? date, width: 2 as const },
  ];
  return (
    <DateInput
      id={fieldId(action, "on")}
      namePrefix="on"
      legend={{ text: legend }}
      hint={hint}
      parts={lang === "zh" ? parts : parts.toReversed()}
      error={errorsOf(state, action, lang).at("on")}
    />
  );
}
