import type { Content } from "../../../components/attributes.ts";
import { ErrorSummary } from "../../../components/error-summary.tsx";
import type { FieldErrors, ShownErrors } from "../../../components/field-errors.ts";
import { showErrors } from "../../../components/field-errors.ts";
import { NotificationBanner } from "../../../components/notification-banner.tsx";
import { copy } from "../../../copy/index.ts";
import { bansCopy, hallCopy, rulesCopy, statisticsCopy } from "../../../copy/office-hall.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import type { View } from "../../../view.ts";
import { WayBack } from "../way-back.tsx";

/** What every page of a hall gets. */
export interface HallFrame {
  view: View;
  person: { name: string; unit: string };
  /** Whether this person may change the hall, or may only look. */
  mayWrite: boolean;
  /** What the last form has done, by its name. */
  done?: string | undefined;
  errors?: FieldErrors | undefined;
  /** Why nothing was done: a code of a conflict. */
  conflict?: string | undefined;
}

export interface HallScreenProps extends HallFrame {
  title: string;
  back: { href: string; text: string };
  shown?: ShownErrors | undefined;
  /** Said at the head instead of what a conflict says. */
  said?: string | undefined;
  children?: Content;
}

const conflictText = (conflict: string, lang: View["lang"]): string => {
  const words = hallCopy(lang);
  if (conflict === "hall_publishing") return words.publishingNow;
  return conflict === "slot_length_published" ? words.slotLength : words.changed;
};

/** The frame of a page: the way back, what was done or went wrong, the heading. */
export function HallScreen(props: HallScreenProps) {
  const { view, person, title, back, shown, done, conflict, children } = props;
  const { common } = copy(view.lang);
  const said: Readonly<Record<string, string>> = {
    ...hallCopy(view.lang).done,
    decided: bansCopy(view.lang).one.done,
  };
  const good = done !== undefined && Object.hasOwn(said, done) ? said[done] : undefined;
  return (
    <OfficePage
      view={view}
      title={title}
      person={person}
      current="halls"
      error={shown?.any}
      before={<WayBack lang={view.lang} href={back.href} text={back.text} />}
    >
      {shown?.any ? <ErrorSummary title={common.errorTitle} errors={shown.summary} /> : null}
      {conflict || props.said ? (
        <NotificationBanner
          title={common.important}
          text={props.said ?? conflictText(conflict ?? "", view.lang)}
        />
      ) : null}
      {good ? <NotificationBanner title={common.success} kind="success" text={good} /> : null}
      <h1 class="govuk-heading-l">{title}</h1>
      {children}
    </OfficePage>
  );
}

/** Errors of a form about halls, in its words; of `words` those that are labels count. */
export function hallErrors(
  { view, errors = [] }: HallFrame,
  words: Readonly<Record<string, unknown>>,
): ShownErrors {
  const labels = Object.fromEntries(
    Object.entries(words).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
  const sentences = {
    ...hallCopy(view.lang).errors,
    ...rulesCopy(view.lang).errors,
    ...statisticsCopy(view.lang).errors,
  };
  return showErrors(errors, { copy: copy(view.lang), labels, sentences });
}

/** What was typed, or what is kept when nothing was. */
export type Typed = Readonly<Record<string, string | readonly string[]>> | undefined;

export function typedOr(typed: Typed, field: string, kept: string | number | undefined): string {
  if (typed === undefined) return kept === undefined ? "" : String(kept);
  const value = typed[field] ?? "";
  return typeof value === "string" ? value : (value.at(-1) ?? "");
}

export const severalOf = (typed: Typed, field: string, kept: readonly string[]): readonly string[] =>
  typed === undefined ? kept : [typed[field] ?? []].flat();
