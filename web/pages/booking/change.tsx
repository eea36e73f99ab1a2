import type { Place } from "../../../functions/booking/booking.hall.ts";
import type { MyBooking } from "../../../functions/booking/booking.mine.service.ts";
import { Button, ButtonGroup, SummaryList } from "../../components/index.ts";
import { bookingCopy } from "../../copy/booking.ts";
import { Page } from "../../layout/page.tsx";
import { bookingPaths } from "../../paths.booking.ts";
import type { View } from "../../view.ts";
import { whenWords } from "./mine-facts.tsx";
import { cancelLines } from "./mine-said.tsx";

export interface ChangeProps {
  view: View;
  mine: MyBooking;
}

/** Asks once, in words that name the consequence. */
export function BookingCancelPage({ view, mine }: ChangeProps) {
  const words = bookingCopy(view.lang);
  const { code } = mine.booking;
  return (
    <Page
      view={view}
      title={`${words.cancel.title} - ${words.title}`}
      back={bookingPaths.one(code)}
      current="bookings"
      phone={mine.place.phone}
    >
      <h1 class="govuk-heading-l">{words.cancel.title}</h1>
      <SummaryList rows={factsOf(view, mine)} />
      <Lines lines={cancelLines(mine, view)} />
      <form method="post" action={bookingPaths.cancel(code)}>
        <ButtonGroup>
          <Button kind="warning" preventDoubleClick>
            {words.cancel.button}
          </Button>
          <a class="govuk-link" href={bookingPaths.one(code)}>
            {words.cancel.keep}
          </a>
        </ButtonGroup>
      </form>
      {mine.movable ? (
        <p>
          <a class="govuk-link" href={bookingPaths.move(code)}>
            {words.cancel.instead}
          </a>
        </p>
      ) : null}
    </Page>
  );
}

interface MoveProps extends ChangeProps {
  to: { day: string; time: string };
  /** Another place of the hall; undefined when it stays where it is. */
  place: Place | undefined;
}

/** From where to where, before the old seat is gone. */
export function BookingMovePage({ view, mine, to, place }: MoveProps) {
  const words = bookingCopy(view.lang);
  const { booking } = mine;
  const { lang } = view;
  return (
    <Page
      view={view}
      title={`${words.move.title} - ${words.title}`}
      back={bookingPaths.moveTimes(booking.code, to.day, place?.id)}
      current="bookings"
      phone={mine.place.phone}
    >
      <h1 class="govuk-heading-l">{words.move.title}</h1>
      <SummaryList
        rows={[
          { key: words.move.to, value: <strong>{whenWords(to, view)}</strong> },
          { key: words.move.from, value: whenWords(booking, view) },
          { key: words.place.hall, value: mine.hall.name[lang] },
          ...(place === undefined
            ? []
            : [
                {
                  key: words.move.newPlace,
                  value: (
                    <>
                      <strong>{place.name[lang]}</strong>
                      <br />
                      {place.address[lang]}
                    </>
                  ),
                },
                { key: words.move.oldPlace, value: mine.place.name[lang] },
              ]),
        ]}
      />
      <Lines lines={words.move.lines} />
      <form method="post" action={bookingPaths.moveTo(booking.code, to, place?.id)}>
        <ButtonGroup>
          <Button preventDoubleClick>{words.move.button}</Button>
          <a class="govuk-link" href={bookingPaths.one(booking.code)}>
            {words.move.keep}
          </a>
        </ButtonGroup>
      </form>
    </Page>
  );
}

const factsOf = (view: View, { booking, services, hall }: MyBooking) => {
  const words = bookingCopy(view.lang);
  return [
    { key: words.mine.when, value: <strong>{whenWords(booking, view)}</strong> },
    { key: words.place.service, value: services.map(({ name }) => name[view.lang]).join(" + ") },
    { key: words.place.hall, value: hall.name[view.lang] },
  ];
};

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul class="govuk-list govuk-list--bullet">
    {lines.map((line) => (
      <li>{line}</li>
    ))}
  </ul>
);
