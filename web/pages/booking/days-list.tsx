import type { DayOutlook } from "../../../functions/booking/booking.outlook.ts";
import { Icon, Tag } from "../../components/index.ts";
import { bookingCopy } from "../../copy/booking.ts";
import type { View } from "../../view.ts";
import { leadsOn } from "./calendar.tsx";
import { dayWords, outlookWords } from "./words.ts";

export interface DaysListProps {
  view: View;
  days: readonly DayOutlook[];
  linkOf: (day: string) => string;
  moving?: boolean | undefined;
}

/** Days by what can be done about them: book or wait, come back later, or neither, with the reason. */
export function DaysList(props: DaysListProps) {
  const { view, days, moving } = props;
  const words = bookingCopy(view.lang).days;
  const now = days.filter((one) => leadsOn(one, moving) && !isLater(one));
  return (
    <>
      <Group {...props} heading={words.list} days={now} />
      <Group {...props} heading={words.later} days={days.filter(isLater)} />
      <Group
        {...props}
        heading={words.rest}
        days={days.filter((one) => isRefused(one) || (one.state === "full" && !now.includes(one)))}
      />
      {beyondWords(days, view).map((line) => (
        <p class="muted">{line}</p>
      ))}
    </>
  );
}

/** Opens at an hour that is known, and nothing can be done before it now. */
const isLater = (outlook: DayOutlook): boolean => outlook.state === "not_open" && outlook.ahead?.now !== true;

/** Those of which one would ask why: nobody asks about a Sunday. */
function isRefused(outlook: DayOutlook): boolean {
  if (outlook.state === "closed") return ["holiday", "announced"].includes(outlook.closure.code);
  return outlook.state === "over" || outlook.state === "not_offered";
}

/** One sentence for all the days of which nothing is settled yet. */
function beyondWords(days: readonly DayOutlook[], { lang }: View): string[] {
  const words = bookingCopy(lang).days;
  const pending = days.find((one) => one.state === "closed" && one.closure.code === "unannounced");
  return [
    ...(days.some(({ state }) => state === "unpublished") ? [words.beyond] : []),
    ...(pending === undefined ? [] : [words.pending(pending.day.slice(0, 4))]),
  ];
}

function Group({ heading, days, ...props }: DaysListProps & { heading: string }) {
  if (days.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{heading}</h2>
      <ul class="links links--boxed">
        {days.map((outlook) => (
          <Row {...props} outlook={outlook} />
        ))}
      </ul>
    </>
  );
}

type RowProps = Omit<DaysListProps, "days"> & { outlook: DayOutlook };

function Row({ view, outlook, linkOf, moving }: RowProps) {
  const words = bookingCopy(view.lang).days;
  const isAhead = outlook.state === "not_open";
  const day = (
    <span>
      {dayWords(outlook.day, view.lang)}
      {outlook.makeUp ? <span class="muted"> {words.makeUp(outlook.makeUp[view.lang])}</span> : null}
      {outlook.note ? <span class="muted"> {outlook.note[view.lang]}</span> : null}
      {isAhead ? <span class="place-row__line">{outlookWords(outlook, view.lang)}</span> : null}
    </span>
  );
  if (!leadsOn(outlook, moving))
    return (
      <li class="links__link links__link--plain muted">
        {day}
        {isAhead ? null : <span>{outlookWords(outlook, view.lang)}</span>}
      </li>
    );
  return (
    <li>
      <a class="links__link" href={linkOf(outlook.day)}>
        {day}
        <Chance view={view} outlook={outlook} />
        <Icon name="forward" />
      </a>
    </li>
  );
}

function Chance({ view, outlook }: { view: View; outlook: DayOutlook }) {
  const words = bookingCopy(view.lang).days;
  switch (outlook.state) {
    case "open":
      return <Tag colour="green">{outlook.free === undefined ? words.some : words.free(outlook.free)}</Tag>;
    case "not_open":
      return outlook.ahead?.now ? <Tag colour="green">{words.ahead[outlook.ahead.by].tag}</Tag> : null;
    default:
      return <Tag colour="grey">{words.wait}</Tag>;
  }
}
