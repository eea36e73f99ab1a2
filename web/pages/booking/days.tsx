import type { DayOutlook } from "../../../functions/booking/booking.outlook.ts";
import { Button, Checkboxes, Details, Icon, Select, Tag } from "../../components/index.ts";
import { bookingCopy } from "../../copy/booking.ts";
import { Page } from "../../layout/page.tsx";
import type { View } from "../../view.ts";
import { formatMonth } from "../../words.ts";
import { BookingCalendar, leadsOn } from "./calendar.tsx";
import type { ErrandShown, PlaceShown } from "./place.tsx";
import { ErrandHead, ErrandLine } from "./place.tsx";
import { dayWords, instantWords, outlookWords } from "./words.ts";

export interface DaysProps {
  view: View;
  errand: ErrandShown;
  month: string;
  /** Every day of the month. */
  days: readonly DayOutlook[];
  months: readonly { readonly month: string; readonly href: string }[];
  linkOf: (day: string) => string;
  back: string;
  /** What can be changed about the errand here; absent when a booking is moved. */
  change?: ErrandChange | undefined;
  /** A booking is moved. */
  moving?: boolean | undefined;
  /** Other places at which the same can be had, when a booking is moved. */
  places?: readonly { readonly at: PlaceShown; readonly href: string }[] | undefined;
}

export interface ErrandChange {
  readonly action: string;
  readonly mostPeople: number;
  readonly others: readonly { readonly id: string; readonly name: string; readonly chosen: boolean }[];
}

/** A month: the earliest day by one tap, then as a list and as a calendar, whichever one reads more easily. */
export function BookingDaysPage(props: DaysProps) {
  const { view, errand, month, days, linkOf, moving } = props;
  const words = bookingCopy(view.lang).days;
  const title = moving ? words.moveTitle : words.title;
  const earliest = days.find(({ state }) => state === "open");
  return (
    <Page view={view} title={`${title} - ${errand.services.join(" + ")}`} back={props.back} task>
      {moving ? <ErrandLine view={view} errand={errand} /> : <ErrandHead view={view} errand={errand} />}
      <h1 class="govuk-heading-l">{title}</h1>
      {earliest ? (
        <Button href={linkOf(earliest.day)}>{words.earliest(dayWords(earliest.day, view.lang))}</Button>
      ) : (
        <p class="govuk-body">
          <strong>{words.none}</strong>
          <br />
          {words.noneNext}
        </p>
      )}
      <Months {...props} />
      <BookingCalendar view={view} month={month} days={days} linkOf={linkOf} moving={moving} />
      <List view={view} days={days} linkOf={linkOf} moving={moving} />
      {props.change ? <Change view={view} change={props.change} people={errand.people} /> : null}
      {props.places && props.places.length > 0 ? <Places view={view} places={props.places} /> : null}
    </Page>
  );
}

function Places({ view, places }: { view: View; places: NonNullable<DaysProps["places"]> }) {
  return (
    <>
      <h2 class="govuk-heading-m">{bookingCopy(view.lang).days.otherPlaces}</h2>
      <ul class="links links--boxed">
        {places.map(({ at, href }) => (
          <li>
            <a class="links__link" href={href}>
              <span>
                <strong class="place-row__name">{at.place}</strong>
                <span class="place-row__line">{at.address}</span>
              </span>
              <Icon name="forward" />
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Months({ view, month, months }: DaysProps) {
  return (
    <nav class="months" aria-label={bookingCopy(view.lang).days.months}>
      {months.map((one) => (
        <a class="months__link" href={one.href} aria-current={one.month === month ? "page" : undefined}>
          {formatMonth(`${one.month}-01`, view.lang)}
        </a>
      ))}
    </nav>
  );
}

/** Days that can be booked, and among them those of which one would ask why they cannot. */
function List({ view, days, linkOf, moving }: Pick<DaysProps, "view" | "days" | "linkOf" | "moving">) {
  const words = bookingCopy(view.lang).days;
  const rows = days.filter(isWorthSaying);
  const next = days.find(({ state }) => state === "not_open");
  if (rows.length === 0 && next === undefined) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{words.list}</h2>
      {rows.length > 0 ? (
        <ul class="links links--boxed">
          {rows.map((outlook) => (
            <Row view={view} outlook={outlook} linkOf={linkOf} moving={moving} />
          ))}
        </ul>
      ) : null}
      {next?.state === "not_open" ? (
        <p class="after-list muted">{words.release(instantWords(next.opensAt, view.lang))}</p>
      ) : null}
    </>
  );
}

function isWorthSaying(outlook: DayOutlook): boolean {
  if (outlook.state === "closed") return outlook.closure.code !== "weekly";
  return ["open", "full", "over", "not_offered"].includes(outlook.state);
}

type RowProps = Pick<DaysProps, "view" | "linkOf" | "moving"> & { outlook: DayOutlook };

function Row({ view, outlook, linkOf, moving }: RowProps) {
  const words = bookingCopy(view.lang).days;
  const day = (
    <span>
      {dayWords(outlook.day, view.lang)}
      {outlook.makeUp ? <span class="muted"> {words.makeUp(outlook.makeUp[view.lang])}</span> : null}
      {outlook.note ? <span class="muted"> {outlook.note[view.lang]}</span> : null}
    </span>
  );
  const standing = outlookWords(outlook, view.lang);
  if (!leadsOn(outlook, moving))
    return (
      <li class="links__link links__link--plain muted">
        {day}
        <span>{standing}</span>
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
  if (outlook.state !== "open") return <Tag colour="grey">{words.wait}</Tag>;
  return <Tag colour="green">{outlook.free === undefined ? words.some : words.free(outlook.free)}</Tag>;
}

/** More people or more services: a form that leads to the same page for the other errand. */
function Change({ view, change, people }: { view: View; change: ErrandChange; people: number }) {
  const words = bookingCopy(view.lang);
  const counts = Array.from({ length: change.mostPeople }, (_, n) => n + 1);
  if (change.mostPeople === 1 && change.others.length === 0) return null;
  return (
    <Details
      summary={words.days.change}
      class="after-list"
      open={people > 1 || change.others.some((one) => one.chosen)}
    >
      <form method="get" action={change.action}>
        {change.mostPeople > 1 ? (
          <Select
            name="people"
            label={words.days.people}
            labelSize="s"
            value={String(people)}
            options={counts.map((count) => ({ value: String(count), text: words.place.peopleCount(count) }))}
          />
        ) : null}
        {change.others.length > 0 ? (
          <Checkboxes
            name="more"
            legend={{ text: words.days.more, size: "s" }}
            hint={words.days.moreHint}
            items={change.others.map(({ id, name }) => ({ value: id, label: name }))}
            values={change.others.filter(({ chosen }) => chosen).map(({ id }) => id)}
          />
        ) : null}
        <Button kind="secondary" name="change" value="yes">
          {words.days.update}
        </Button>
      </form>
    </Details>
  );
}
