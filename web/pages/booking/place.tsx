import type { Place } from "../../../functions/booking/booking.hall.ts";
import type { WeekHours } from "../../../functions/booking/booking.week.ts";
import { Icon } from "../../components/index.ts";
import { bookingCopy } from "../../copy/booking.ts";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { hoursWords } from "./words.ts";

/** Where people go, in what a page needs of it. */
export interface PlaceShown {
  readonly hall: string;
  /** Empty where the hall has this one place only. */
  readonly place: string;
  readonly address: string;
  readonly phone: Place["phone"];
  readonly hours: readonly WeekHours[];
  /** Address of a map, where the deployment knows one. */
  readonly map?: string | undefined;
}

/** "示范县办税服务厅 城东税务所". */
export const placeName = ({ hall, place }: Pick<PlaceShown, "hall" | "place">): string =>
  place === "" ? hall : `${hall} ${place}`;

/** Address, hours and telephone. */
export function PlaceFacts({ view, shown }: { view: View; shown: PlaceShown }) {
  const words = bookingCopy(view.lang).place;
  return (
    <ul class="place-facts">
      <li>
        <Icon name="place" />
        <span>
          <span class="govuk-visually-hidden">{words.address} </span>
          {shown.address}{" "}
          {shown.map ? (
            <a class="govuk-link" href={shown.map}>
              {words.map}
            </a>
          ) : null}
        </span>
      </li>
      <li>
        <Icon name="clock" />
        <span>
          <span class="govuk-visually-hidden">{words.hours} </span>
          {hoursWords(shown.hours, view.lang).map((line) => (
            <span class="place-facts__line number">{line}</span>
          ))}
        </span>
      </li>
      <li>
        <Icon name="phone" />
        <span>
          <span class="govuk-visually-hidden">{words.phone} </span>
          <a class="govuk-link number" href={paths.phone(shown.phone)}>
            {shown.phone}
          </a>
        </span>
      </li>
    </ul>
  );
}

export interface ErrandShown {
  readonly services: readonly string[];
  readonly people: number;
  readonly at: PlaceShown;
  /** Who receives and on what (接访). */
  readonly received?: string;
}

/** What it is about and where, above the question for the day. */
export function ErrandHead({ view, errand }: { view: View; errand: ErrandShown }) {
  return (
    <section class="card errand" aria-label={bookingCopy(view.lang).place.hall}>
      <p class="errand__what">
        <strong>{whatWords(view, errand)}</strong>
      </p>
      <p class="errand__where">{placeName(errand.at)}</p>
      <PlaceFacts view={view} shown={errand.at} />
    </section>
  );
}

/** The same in two lines, for the pages after it. */
export function ErrandLine({ view, errand, when }: { view: View; errand: ErrandShown; when?: string }) {
  const received = errand.received === undefined ? [] : [errand.received];
  const [first, ...rest] = [
    ...(when ? [when] : []),
    whatWords(view, errand),
    ...received,
    placeName(errand.at),
  ];
  return (
    <p class="visit-line">
      <strong>{first}</strong>
      <span>{rest.join(" · ")}</span>
    </p>
  );
}

function whatWords(view: View, { services, people }: ErrandShown): string {
  const words = bookingCopy(view.lang).place;
  return [services.join(" + "), ...(people > 1 ? [words.peopleCount(people)] : [])].join(" · ");
}
