import type { Occasion } from "../../../../functions/booking/booking.occasion.ts";
import type { Content } from "../../../components/attributes.ts";
import { ErrorSummary } from "../../../components/error-summary.tsx";
import type { ShownErrors } from "../../../components/field-errors.ts";
import { showErrors } from "../../../components/field-errors.ts";
import { NotificationBanner } from "../../../components/notification-banner.tsx";
import { copy } from "../../../copy/index.ts";
import { hallCopy } from "../../../copy/office-hall.ts";
import { officeOccasionCopy } from "../../../copy/office-occasion.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import type { Language } from "../../../view.ts";
import { formatDay } from "../../../words.ts";
import type { HallFrame } from "../hall/frame.tsx";
import { WayBack } from "../way-back.tsx";

export interface OccasionScreenProps extends HallFrame {
  title: string;
  back?: { href: string; text: string } | undefined;
  shown?: ShownErrors | undefined;
  children?: Content;
}

/** The frame of a page about occasions: the way back, what was done or went wrong, the heading. */
export function OccasionScreen(props: OccasionScreenProps) {
  const { view, person, title, back, shown, done, conflict, children } = props;
  const { common } = copy(view.lang);
  const words = officeOccasionCopy(view.lang);
  const said: Readonly<Record<string, string>> = words.done;
  const good = done !== undefined && Object.hasOwn(said, done) ? said[done] : undefined;
  return (
    <OfficePage
      view={view}
      title={title}
      person={person}
      current="occasions"
      error={shown?.any}
      before={back ? <WayBack lang={view.lang} href={back.href} text={back.text} /> : undefined}
    >
      {shown?.any ? <ErrorSummary title={common.errorTitle} errors={shown.summary} /> : null}
      {conflict ? (
        <NotificationBanner title={common.important} text={conflictText(conflict, view.lang)} />
      ) : null}
      {good ? <NotificationBanner title={common.success} kind="success" text={good} /> : null}
      <h1 class="govuk-heading-l">{title}</h1>
      {children}
    </OfficePage>
  );
}

function conflictText(conflict: string, lang: Language): string {
  const { changed, publishingNow } = hallCopy(lang);
  const own: Readonly<Record<string, string>> = officeOccasionCopy(lang).changed;
  if (Object.hasOwn(own, conflict)) return own[conflict] ?? changed;
  return conflict === "hall_publishing" ? publishingNow : changed;
}

/** Errors of a form about occasions, in its words; of `words` those that are labels count. */
export function occasionErrors(
  { view, errors = [] }: HallFrame,
  words: Readonly<Record<string, unknown>>,
): ShownErrors {
  const labels = Object.fromEntries(
    Object.entries(words).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
  const sentences = { ...hallCopy(view.lang).errors, ...officeOccasionCopy(view.lang).errors };
  return showErrors(errors, { copy: copy(view.lang), labels, sentences });
}

/** "2026年12月1日（周二）09:00–11:30". */
export function whenWords({ day, from, to }: Pick<Occasion, "day" | "from" | "to">, lang: Language): string {
  const date = formatDay(day, lang);
  return lang === "zh" ? `${date}${from}–${to}` : `${date}, ${from}–${to}`;
}

export const hostWords = ({ host }: Pick<Occasion, "host">): string =>
  host === undefined ? "" : `${host.name} ${host.post}`;
