import type { DayOutlook } from "../../../functions/booking/booking.outlook.ts";
import type { Ahead } from "../../../functions/booking/booking.release.ts";
import { Button, ButtonGroup, Checkboxes, Details, Icon, Select } from "../../components/index.ts";
import { bookingCopy } from "../../copy/booking.ts";
import { Page } from "../../layout/page.tsx";
import type { View } from "../../view.ts";
import { formatMonth } from "../../words.ts";
import { BookingCalendar } from "./calendar.tsx";
import { DaysList } from "./days-list.tsx";
import { FlowField } from "./flow-field.tsx";
import type { ErrandShown, PlaceShown } from "./place.tsx";
import { ErrandHead, ErrandLine } from "./place.tsx";
import type { ReleaseShown } from "./release.tsx";
import { ReleaseHow } from "./release.tsx";
import { dayWords } from "./words.ts";

export interface DaysProps {
  view: View;
  errand: ErrandShown;
  month: string;
  /** Every day of the month. */
  days: readonly DayOutlook[];
  months: readonly { readonly month: string; readonly href: string }[];
  linkOf: (day: string) => string;
  back: string;
  /** A day, of whichever month, for which a ticket can be taken or one can register now. */
  ahead?: { readonly day: string; readonly by: Ahead["by"] } | undefined;
  /** How seats are given out; absent when a booking is moved, which takes what is free. */
  release?: ReleaseShown | undefined;
  /** What can be changed about the errand here; absent when a booking is moved. */
  change?: ErrandChange | undefined;
  /** A booking is moved. */
  moving?: boolean | undefined;
  /** Other places at which the same can be had, when a booking is moved. */
  places?: readonly { readonly at: PlaceShown; readonly href: string }[] | undefined;
}

export interface ErrandChange {
  readonly action: string;
  /** The filling-in that goes on. */
  readonly flow: string | undefined;
  readonly mostPeople: number;
  readonly others: readonly { readonly id: string; readonly name: string; readonly chosen: boolean }[];
}

/** A month: the earliest day by one tap, then as a list and as a calendar, whichever one reads more easily. */
export function BookingDaysPage(props: DaysProps) {
  const { view, errand, month, days, linkOf, moving, ahead } = props;
  const words = bookingCopy(view.lang).days;
  const title = moving ? words.moveTitle : words.title;
  const earliest = days.find(({ state }) => state === "open");
  return (
    <Page view={view} title={`${title} - ${errand.services.join(" + ")}`} back={props.back} task>
      {moving ? <ErrandLine view={view} errand={errand} /> : <ErrandHead view={view} errand={errand} />}
      <h1 class="govuk-heading-l">{title}</h1>
      {earliest || ahead ? (
        <ButtonGroup>
          {earliest ? (
            <Button href={linkOf(earliest.day)}>{words.earliest(dayWords(earliest.day, view.lang))}</Button>
          ) : null}
          {ahead === undefined ? null : (
            <Button kind={earliest ? "secondary" : "primary"} href={linkOf(ahead.day)}>
              {words.ahead[ahead.by].door(dayWords(ahead.day, view.lang))}
            </Button>
          )}
        </ButtonGroup>
      ) : (
        <p class="govuk-body">
          <strong>{words.none}</strong>
          <br />
          {words.noneNext}
        </p>
      )}
      <Months {...props} />
      <BookingCalendar view={view} month={month} days={days} linkOf={linkOf} moving={moving} />
      <DaysList view={view} days={days} linkOf={linkOf} moving={moving} />
      {props.release ? <ReleaseHow view={view} release={props.release} /> : null}
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
        <FlowField flow={change.flow} />
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
