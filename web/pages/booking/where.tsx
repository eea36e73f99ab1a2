import { Button } from "../../components/index.ts";
import { bookingCopy } from "../../copy/booking.ts";
import { Page } from "../../layout/page.tsx";
import { bookingPaths } from "../../paths.booking.ts";
import type { View } from "../../view.ts";
import type { PlaceShown } from "./place.tsx";
import { PlaceFacts, placeName } from "./place.tsx";

export interface WhereProps {
  view: View;
  service: string;
  places: readonly { readonly at: PlaceShown; readonly href: string }[];
}

/** The places that give the service, each with what one wants to know before going there. */
export function BookingWherePage({ view, service, places }: WhereProps) {
  const words = bookingCopy(view.lang);
  return (
    <Page
      view={view}
      title={`${words.where.title} - ${service}`}
      back={bookingPaths.services()}
      current="bookings"
    >
      <h1 class="govuk-heading-l">{words.where.title}</h1>
      <p class="govuk-body">{words.where.lead(service)}</p>
      {places.map(({ at, href }) => (
        <section class="card place-card">
          <h2 class="card__title">{placeName(at)}</h2>
          <PlaceFacts view={view} shown={at} />
          <Button href={href} kind="secondary">
            {words.where.choose}
            <span class="govuk-visually-hidden"> {placeName(at)}</span>
          </Button>
        </section>
      ))}
    </Page>
  );
}
