import type { DayOutlook, TimeOutlook } from "../../../functions/booking/booking.outlook.ts";
import type { Alternative } from "../../../functions/booking/booking.problem.ts";
import { Button, Icon, InsetText } from "../../components/index.ts";
import { bookingCopy } from "../../copy/booking.ts";
import { bookingProblemCopy } from "../../copy/booking-problem.ts";
import { Page } from "../../layout/page.tsx";
import type { View } from "../../view.ts";
import type { ErrandShown } from "./place.tsx";
import { ErrandLine } from "./place.tsx";
import { dayWords, outlookWords, timeWords } from "./words.ts";

export interface TimesProps {
  view: View;
  errand: ErrandShown;
  outlook: DayOutlook;
  times: readonly TimeOutlook[];
  /** The nearest others, for a day on which nothing is left. */
  nearest: readonly Alternative[];
  linkOf: (at: { day: string; time: string }) => string;
  back: string;
  /** Where one joins the line of the day; absent when a booking is moved. */
  wait?: string | undefined;
  moving?: boolean | undefined;
  /** The time that is booked already, when it is moved. */
  own?: string | undefined;
  /** How the seats of this day are shared out, and what one can do about it. */
  release?: ReleaseNotice | undefined;
  /** A time that somebody wanted and cannot have. */
  missed?: string | undefined;
}

export interface ReleaseNotice {
  /** Stands instead of the day's own heading before it opens. */
  readonly title?: string | undefined;
  readonly text: string;
  readonly link?: { readonly href: string; readonly text: string; readonly asButton: boolean } | undefined;
}

const NOON = "12:00";

/** The times of a day, the full ones among them, so that nobody wonders whether they were forgotten. */
export function BookingTimesPage(props: TimesProps) {
  const { view, errand, outlook, times, moving, missed } = props;
  const words = bookingCopy(view.lang).times;
  const day = dayWords(outlook.day, view.lang);
  const title = moving ? words.moveTitle : words.title;
  const isOpen = outlook.state === "open";
  const early = outlook.state === "not_open" ? props.release?.title : undefined;
  const left = times.filter(({ state }) => state !== "over");
  return (
    <Page view={view} title={`${day} ${title} - ${errand.services.join(" + ")}`} back={props.back} task>
      <ErrandLine view={view} errand={errand} />
      <h1 class="govuk-heading-l">
        <span class="caption">{day}</span> {isOpen ? title : (early ?? headingOf(outlook, view))}
      </h1>
      {missed && isOpen ? <InsetText>{missedWords(props, missed)}</InsetText> : null}
      <Release {...props} />
      {isOpen ? (
        <>
          <p class="muted">{words.hint}</p>
          <Times {...props} heading={words.morning} times={left.filter(({ time }) => time < NOON)} />
          <Times {...props} heading={words.afternoon} times={left.filter(({ time }) => time >= NOON)} />
        </>
      ) : (
        outlook.state !== "full" &&
        early === undefined && <p class="lead">{outlookWords(outlook, view.lang)}</p>
      )}
      <Wait {...props} />
      <Nearest {...props} />
      <p class="after-list">
        <a class="govuk-link" href={props.back}>
          {words.another}
        </a>
      </p>
    </Page>
  );
}

function Release({ release }: TimesProps) {
  if (release === undefined) return null;
  const { text, link } = release;
  return (
    <InsetText>
      <p>{text}</p>
      {link === undefined ? null : link.asButton ? (
        <Button href={link.href}>{link.text}</Button>
      ) : (
        <p>
          <a class="govuk-link" href={link.href}>
            {link.text}
          </a>
        </p>
      )}
    </InsetText>
  );
}

/** Nobody is led back to a list without being told why. */
function missedWords({ view, times }: TimesProps, missed: string): string {
  const { codes } = bookingProblemCopy(view.lang);
  const found = times.find(({ time }) => time === missed);
  if (found === undefined) return `${missed} ${codes.slot_not_published.title}`;
  return `${missed} ${(found.state === "over" ? codes.slot_over : codes.slot_full).title}`;
}

const headingOf = (outlook: DayOutlook, view: View): string => {
  const words = bookingCopy(view.lang).times;
  return outlook.state === "full" ? words.allFull : words.closed;
};

function Times({ view, outlook, times, heading, linkOf, own }: TimesProps & { heading: string }) {
  const words = bookingCopy(view.lang).times;
  if (times.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-s">{heading}</h2>
      <ul class="slots">
        {times.map(({ time, state, free }) => (
          <li>
            {state === "open" && time !== own ? (
              <a class="slots__slot" href={linkOf({ day: outlook.day, time })}>
                <span class="slots__time number">{time}</span>{" "}
                <span class="slots__free">{words.free(free)}</span>
              </a>
            ) : (
              <Taken
                time={time}
                short={time === own ? words.own : words.full}
                long={time === own ? words.own : words.fullLong}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Taken({ time, short, long }: { time: string; short: string; long: string }) {
  return (
    <span class="slots__slot slots__slot--full">
      <span class="slots__time number">{time}</span>{" "}
      <span class="slots__free" aria-hidden="true">
        {short}
      </span>
      <span class="govuk-visually-hidden">{long}</span>
    </span>
  );
}

/** For a day that is full, and for times of it that are. */
function Wait({ view, outlook, times, wait }: TimesProps) {
  const words = bookingCopy(view.lang).waiting;
  if (wait === undefined) return null;
  if (outlook.state === "full") return <Button href={wait}>{words.link}</Button>;
  if (outlook.state !== "open" || !times.some(({ state }) => state === "full")) return null;
  return (
    <p>
      <a class="govuk-link" href={wait}>
        {words.partLink}
      </a>
    </p>
  );
}

function Nearest({ view, nearest, linkOf, moving }: TimesProps) {
  const words = bookingCopy(view.lang).times;
  if (nearest.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{moving ? words.moveNearest : words.nearest}</h2>
      <ul class="links links--boxed">
        {nearest.map((at) => (
          <li>
            <a class="links__link" href={linkOf(at)}>
              <span>{timeWords(at, view.lang)}</span>
              <Icon name="forward" />
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
