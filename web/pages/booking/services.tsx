import type { OccasionKind } from "../../../functions/booking/booking.occasion.ts";
import { EmptyState, Icon, Tag } from "../../components/index.ts";
import { SearchField } from "../../components/search-field.tsx";
import { bookingCopy } from "../../copy/booking.ts";
import { Page } from "../../layout/page.tsx";
import { bookingPaths } from "../../paths.booking.ts";
import { occasionPaths } from "../../paths.occasion.ts";
import type { View } from "../../view.ts";
import { FlowField } from "./flow-field.tsx";

export interface BookableLink {
  readonly name: string;
  readonly href: string;
  readonly places: number;
}

export interface ServicesProps {
  view: View;
  /** What was looked for; empty shows everything. */
  text: string;
  bookables: readonly BookableLink[];
  /** Which occasions there are, each with a page of its own by date. */
  kinds: readonly OccasionKind[];
  phone: string;
  /** Somebody who has filled in a form changes what it is about. */
  flow?: string | undefined;
}

const doors = { reception: occasionPaths.receptions(), event: occasionPaths.events() };

/** The first question: what it is about. Everything that can be booked stands below the field. */
export function BookingServicesPage({ view, text, bookables, kinds, phone, flow }: ServicesProps) {
  const words = bookingCopy(view.lang).services;
  const heading = text === "" ? words.all : words.found(bookables.length);
  return (
    <Page
      view={view}
      title={text === "" ? words.title : `${heading} - ${words.title}`}
      current="bookings"
      phone={phone}
    >
      <search>
        <form class="hero hero--plain" method="get" action={bookingPaths.services()}>
          <FlowField flow={flow} />
          <SearchField
            label={words.question}
            hint={words.hint}
            button={words.button}
            value={text}
            pageHeading
          />
        </form>
      </search>
      <a class="card booked-door" href={bookingPaths.find()}>
        <Icon name="calendar" />
        <span>
          <span class="booked-door__question">{words.existing}</span> <strong>{words.find}</strong>
        </span>
        <Icon name="forward" />
      </a>
      {kinds.map((kind) => (
        <a class="card booked-door" href={doors[kind]}>
          <Icon name={kind === "reception" ? "person" : "bell"} />
          <span>
            <span class="booked-door__question">{words.occasions[kind].question}</span>{" "}
            <strong>{words.occasions[kind].door}</strong>
          </span>
          <Icon name="forward" />
        </a>
      ))}
      {bookables.length > 0 ? (
        <>
          <h2 class="govuk-heading-m">{heading}</h2>
          <ul class="links links--boxed">
            {bookables.map((one) => (
              <li>
                <a class="links__link" href={one.href}>
                  <span>{one.name}</span>
                  {one.places > 1 ? <Tag>{words.places(one.places)}</Tag> : null}
                  <Icon name="forward" />
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <None view={view} searched={text !== ""} />
      )}
      {text === "" ? null : (
        <p class="after-list">
          <a class="govuk-link" href={bookingPaths.services(flow)}>
            {words.everything}
          </a>
        </p>
      )}
    </Page>
  );
}

function None({ view, searched }: { view: View; searched: boolean }) {
  const words = bookingCopy(view.lang).services;
  return (
    <EmptyState icon="calendar" title={searched ? words.none : words.empty}>
      {(searched ? words.noneLines : [words.emptyLine]).map((line) => (
        <p>{line}</p>
      ))}
    </EmptyState>
  );
}
