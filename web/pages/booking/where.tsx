import { Icon } from "../../components/index.ts";
import { bookingCopy } from "../../copy/booking.ts";
import { Page } from "../../layout/page.tsx";
import type { View } from "../../view.ts";
import type { PlaceShown } from "./place.tsx";
import { placeName } from "./place.tsx";
import { hoursWords } from "./words.ts";

export interface WhereProps {
  view: View;
  service: string;
  /** Where the services stand. */
  back: string;
  places: readonly { readonly at: PlaceShown; readonly href: string }[];
}

/** The places that give the service, each one tap, with what decides between them. */
export function BookingWherePage({ view, service, places, back }: WhereProps) {
  const words = bookingCopy(view.lang);
  return (
    <Page view={view} title={`${words.where.title} - ${service}`} back={back} current="bookings">
      <h1 class="govuk-heading-l">{words.where.title}</h1>
      <p class="govuk-body">{words.where.lead(service)}</p>
      <ul class="links links--boxed">
        {places.map(({ at, href }) => (
          <li>
            <a class="links__link" href={href}>
              <span>
                <strong class="place-row__name">{placeName(at)}</strong>
                <span class="place-row__line">{at.address}</span>
                {hoursWords(at.hours, view.lang).map((line) => (
                  <span class="place-row__line number">{line}</span>
                ))}
              </span>
              <Icon name="forward" />
            </a>
          </li>
        ))}
      </ul>
    </Page>
  );
}
