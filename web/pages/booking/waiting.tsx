import type { Standing } from "../../../functions/booking/booking.waiting.service.ts";
import { Button, ButtonGroup, Copyable, Panel, SummaryList } from "../../components/index.ts";
import { bookingCopy } from "../../copy/booking.ts";
import { fairCopy } from "../../copy/fair.ts";
import { copy } from "../../copy/index.ts";
import { Page } from "../../layout/page.tsx";
import { bookingPaths } from "../../paths.booking.ts";
import type { View } from "../../view.ts";
import { formatDay, formatReference } from "../../words.ts";
import type { ErrandShown } from "./place.tsx";
import { placeName } from "./place.tsx";
import { windowWords } from "./words.ts";

export interface WaitingProps {
  view: View;
  standing: Standing;
  errand: ErrandShown;
  /** Where the same can be booked, for another day or by hand. */
  again: string;
  /** Of who registered for a draw: what stands for them in the public list, and where that is. */
  lot?: { readonly sign: string; readonly href: string } | undefined;
}

/** Where somebody stands in the line of a day, and how to leave it. */
export function BookingWaitingPage({ view, standing, errand, again, lot }: WaitingProps) {
  const words = bookingCopy(view.lang).waiting;
  const { waiter, state, ahead } = standing;
  // Who leaves before the lots are drawn has waited for nothing.
  const title = words.state[state === "left" && waiter.lot === "open" ? "leftDraw" : state];
  const isRegistered = state === "registered";
  const isWaiting = state === "waiting" || isRegistered;
  const drawn = fairCopy(view.lang).lottery;
  return (
    <Page
      view={view}
      title={`${title} - ${waiter.lot === "open" ? drawn.title : words.title}`}
      current="bookings"
      phone={errand.at.phone}
    >
      <Panel title={title} class={isWaiting ? undefined : "panel--over"}>
        <p class="visit-when">{formatDay(waiter.day, view.lang)}</p>
        {waiter.lot === "lost" && isWaiting ? <p>{drawn.notDrawn}</p> : null}
        <p>{state === "waiting" ? words.ahead(ahead) : words.lines[state]}</p>
      </Panel>
      {isWaiting ? (
        <section class="card" aria-label={words.title}>
          <Copyable
            label={bookingCopy(view.lang).mine.code}
            shown={formatReference(waiter.code)}
            value={waiter.code}
            words={copy(view.lang).common}
          />
          <p>{isRegistered ? drawn.how : words.how}</p>
          <p class="muted">{bookingCopy(view.lang).mine.proof}</p>
        </section>
      ) : (
        <Button href={again}>{bookingCopy(view.lang).mine.again}</Button>
      )}
      {lot === undefined ? null : (
        <p>
          {drawn.sign} <strong class="number">{lot.sign}</strong>{" "}
          <a class="govuk-link" href={lot.href}>
            {drawn.result}
          </a>
        </p>
      )}
      <SummaryList
        card={{ title: isRegistered ? drawn.title : words.title }}
        rows={rowsOf(view, standing, errand)}
      />
      {isWaiting ? (
        <form method="post" action={bookingPaths.leave(waiter.code)}>
          <ButtonGroup>
            <Button kind="secondary" preventDoubleClick>
              {isRegistered ? drawn.leave : words.leave}
            </Button>
            <a class="govuk-link" href={again}>
              {words.other}
            </a>
          </ButtonGroup>
        </form>
      ) : null}
    </Page>
  );
}

function rowsOf(view: View, { waiter }: Standing, errand: ErrandShown) {
  const { place, waiting } = bookingCopy(view.lang);
  return [
    { key: place.service, value: errand.services.join(" + ") },
    { key: place.hall, value: placeName(errand.at) },
    { key: waiting.day, value: formatDay(waiter.day, view.lang) },
    { key: waiting.window, value: windowWords(waiter, view.lang) },
    ...(errand.people > 1 ? [{ key: place.people, value: place.peopleCount(errand.people) }] : []),
  ];
}
