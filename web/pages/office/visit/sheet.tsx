import type { DaySheet } from "../../../../functions/visit/visit.sheet.ts";
import type { FieldErrors } from "../../../components/index.ts";
import { Button, ErrorSummary, NotificationBanner, PrintButton } from "../../../components/index.ts";
import { copy } from "../../../copy/index.ts";
import { visitCopy } from "../../../copy/visit.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { hallPaths } from "../../../paths.hall.ts";
import { paths } from "../../../paths.ts";
import type { View } from "../../../view.ts";
import { formatDay } from "../../../words.ts";
import { Bookings, Over } from "./sheet-bookings.tsx";
import { Beyond, Find, shownErrors } from "./sheet-check-in.tsx";
import { Aside, Counters, WaitingList } from "./sheet-parts.tsx";
import { placeName } from "./words.ts";

export interface DayCounts {
  booked: number;
  here: number;
  noShows: number;
  waiting: number;
  served: number;
  finished: number;
  walkIns: number;
  averageWaitSeconds: number | undefined;
  averageServiceSeconds: number | undefined;
}

export interface VisitSheetPageProps {
  view: View;
  person: { name: string; unit: string };
  sheet: DaySheet;
  counts: DayCounts;
  /** The days before and after, to look at. */
  before: string;
  after: string;
  /** Who may work here; the others look on. */
  mayWork: boolean;
  /** Who may see how the hall is set up. */
  mayReadHall: boolean;
  /** What was typed to check somebody in, and why it did not lead on. */
  typed?: string | undefined;
  errors?: FieldErrors | undefined;
  /** A whole sentence for the field, where a code would not say enough. */
  refused?: string | undefined;
  /** Somebody is out of time: whom to check in all the same, and why. */
  beyond?: { text: string; reason: string } | undefined;
  done?: { action: "checked_in" | "acted"; number: string } | undefined;
}

const LIVE_SECONDS = 10;

/** A hall's day on one page: who is expected, who is here, who waits, who is served where, what is free. */
export function VisitSheetPage(props: VisitSheetPageProps) {
  const { view, person, sheet, done } = props;
  const { lang } = view;
  const words = visitCopy(lang).desk.sheet;
  const title = words.title(placeName(sheet.hall, sheet.place, lang), formatDay(sheet.day, lang));
  const where = { hall: sheet.hall.id, place: sheet.place.id };
  const live = sheet.isToday ? { "data-live": LIVE_SECONDS } : {};
  return (
    <OfficePage
      view={view}
      title={title}
      error={(props.errors ?? []).length > 0}
      person={person}
      current="visits"
      sheet="visit.css"
    >
      <Errors {...props} />
      {done ? (
        <NotificationBanner title={copy(lang).common.success} kind="success">
          <p class="govuk-notification-banner__heading">{words.done[done.action](done.number)}</p>
          <a class="govuk-link" href={paths.officeTicket(where, done.number)}>
            {words.slip}
          </a>
        </NotificationBanner>
      ) : null}
      <h1 class="govuk-heading-l">{title}</h1>
      <Bar {...props} />
      <div id="counts" {...live}>
        <Counts {...props} />
      </div>
      {props.mayWork && sheet.isToday ? <Find {...props} /> : null}
      {props.mayWork && sheet.isToday ? <Beyond {...props} /> : null}
      <div id="queue" {...live}>
        {sheet.isToday ? <Counters {...props} /> : null}
        {sheet.isToday ? <WaitingList {...props} /> : null}
        <Aside {...props} />
      </div>
      <Bookings {...props} />
      <Over {...props} />
    </OfficePage>
  );
}

function Errors(props: VisitSheetPageProps) {
  const shown = shownErrors(props);
  if (!shown.any) return null;
  return <ErrorSummary title={copy(props.view.lang).common.errorTitle} errors={shown.summary} />;
}

/** The ways from here. */
function Bar({ view, sheet, before, after, mayWork, mayReadHall }: VisitSheetPageProps) {
  const words = visitCopy(view.lang).desk.sheet;
  const where = { hall: sheet.hall.id, place: sheet.place.id };
  return (
    <div class="visit-bar no-print">
      {mayWork && sheet.isToday ? <Button href={paths.officeWalkIn(where)}>{words.walkIn}</Button> : null}
      <a class="govuk-link" href={paths.officeVisitDay(where, { day: before })}>
        {words.before}
      </a>
      {sheet.isToday ? null : (
        <a class="govuk-link" href={paths.officeVisitDay(where)}>
          {words.today}
        </a>
      )}
      <a class="govuk-link" href={paths.officeVisitDay(where, { day: after })}>
        {words.after}
      </a>
      <a class="govuk-link" href={paths.calls(where)}>
        {words.screen}
      </a>
      {mayReadHall ? (
        <a class="govuk-link" href={hallPaths.place(where.hall, where.place)}>
          {words.hall}
        </a>
      ) : null}
      <PrintButton text={words.print} />
    </div>
  );
}

function Counts({ view, sheet, counts }: VisitSheetPageProps) {
  const words = visitCopy(view.lang).desk.sheet;
  const minutes = (seconds: number | undefined) =>
    seconds === undefined ? "–" : words.minutes(Math.round(seconds / 60));
  const shown: readonly [string, string | number][] = [
    [words.counts.booked, counts.booked],
    [words.counts.here, counts.here],
    [words.counts.waiting, counts.waiting],
    [words.counts.served, counts.served],
    [words.counts.finished, counts.finished],
    [words.counts.noShows, counts.noShows],
    [words.counts.walkIns, counts.walkIns],
    [words.counts.left, sheet.seats.walkIn],
    [words.counts.wait, minutes(counts.averageWaitSeconds)],
    [words.counts.service, minutes(counts.averageServiceSeconds)],
  ];
  return (
    <dl class="visit-counts">
      {shown.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
