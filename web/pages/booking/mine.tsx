import type { MyBooking } from "../../../functions/booking/booking.mine.service.ts";
import { Button, ButtonGroup, Card, Copyable, Panel, PrintButton, Qr } from "../../components/index.ts";
import { bookingCopy } from "../../copy/booking.ts";
import { copy } from "../../copy/index.ts";
import { visitCopy } from "../../copy/visit.ts";
import { Page } from "../../layout/page.tsx";
import { bookingPaths } from "../../paths.booking.ts";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { formatDay, formatReference } from "../../words.ts";
import { MineFacts } from "./mine-facts.tsx";
import { MineSaid } from "./mine-said.tsx";
import type { PlaceShown } from "./place.tsx";
import { placeName } from "./place.tsx";
import { instantWords } from "./words.ts";

/** What the guide of a service says to bring. */
export interface ToBring {
  readonly service: string;
  readonly guide: string | undefined;
  readonly materials: readonly { readonly name: string; readonly needed: boolean }[];
}

export interface MineProps {
  view: View;
  mine: MyBooking;
  at: PlaceShown & { readonly received?: string | undefined };
  counters: readonly string[];
  bring: readonly ToBring[];
  /** The address of this booking as a QR code: the code, and never the telephone. */
  qr: readonly (readonly boolean[])[];
  /** Where the same can be booked again. */
  again: string;
}

/** A booking is a small document: what, where, when, what to bring, and the two things that can be done about it. */
export function BookingMinePage(props: MineProps) {
  const { view, mine, at } = props;
  const { booking } = mine;
  const words = bookingCopy(view.lang).mine;
  const title = words.state[booking.state];
  const isAhead = booking.state === "booked" || booking.state === "held";
  return (
    <Page view={view} title={`${title} - ${words.title}`} current="bookings" phone={at.phone}>
      <p class="only-print">
        {view.government[view.lang]} {words.document}
      </p>
      <Panel title={title} class={isAhead || booking.state === "checked_in" ? undefined : "panel--over"}>
        <p class="visit-when">
          {formatDay(booking.day, view.lang)} <span class="number">{booking.time}</span>
        </p>
        <p>{placeName(at)}</p>
      </Panel>
      <MineSaid view={view} mine={mine} />
      {mine.confirmable ? <Confirm {...props} /> : null}
      {isAhead ? <Code {...props} /> : null}
      {isAhead ? null : <Again {...props} />}
      <MineFacts {...props} />
      {isAhead ? <Bring {...props} /> : null}
      {booking.state === "booked" ? <OnTheDay {...props} /> : null}
      <Doors {...props} />
      <p class="muted no-print">{words.forPrivacy}</p>
    </Page>
  );
}

function Confirm({ view, mine }: MineProps) {
  const words = bookingCopy(view.lang).mine;
  const { code, heldUntil } = mine.booking;
  return (
    <>
      {heldUntil ? <p class="lead">{words.heldUntil(instantWords(heldUntil, view.lang))}</p> : null}
      <ButtonGroup>
        <form method="post" action={bookingPaths.confirm(code)}>
          <Button preventDoubleClick>{words.confirm}</Button>
        </form>
        <a class="govuk-link" href={bookingPaths.cancel(code)}>
          {words.letGo}
        </a>
      </ButtonGroup>
    </>
  );
}

function Code({ view, mine, qr }: MineProps) {
  const words = bookingCopy(view.lang).mine;
  const { code } = mine.booking;
  return (
    <section class="card" aria-label={words.document}>
      <Copyable
        label={words.code}
        shown={formatReference(code)}
        value={code}
        words={copy(view.lang).common}
      />
      <div class="ticket">
        <Qr modules={qr} label={words.qr} />
        <div>
          <p>{words.keep}</p>
          <p class="muted">{words.proof}</p>
        </div>
      </div>
    </section>
  );
}

function Bring({ view, mine, bring }: MineProps) {
  const words = bookingCopy(view.lang).mine;
  return (
    <Card title={words.bring}>
      <ul class="govuk-list govuk-list--bullet">
        <li>{words.bringIdentity}</li>
        {mine.agentName ? <li>{words.bringAgent}</li> : null}
      </ul>
      {bring.map(({ service, guide, materials }) => (
        <>
          {materials.length > 0 ? (
            <>
              <h3 class="govuk-heading-s">{service}</h3>
              <ul class="govuk-list govuk-list--bullet" lang={view.lang === "zh" ? undefined : "zh-Hans"}>
                {materials.map(({ name, needed }) => (
                  <li>
                    {name}
                    {needed ? null : <Optional view={view} />}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          {guide ? (
            <p class="no-print">
              <a class="govuk-link" href={paths.guide(guide)}>
                {words.guide}
                <span class="govuk-visually-hidden"> {service}</span>
              </a>
            </p>
          ) : null}
        </>
      ))}
    </Card>
  );
}

const Optional = ({ view }: { view: View }) => (
  <span class="muted" lang={view.lang === "zh" ? undefined : "en"}>
    {view.lang === "zh" ? "（" : " ("}
    {bookingCopy(view.lang).mine.optional}
    {view.lang === "zh" ? "）" : ")"}
  </span>
);

function OnTheDay({ view }: MineProps) {
  const words = bookingCopy(view.lang).mine;
  return (
    <Card title={words.checkIn}>
      <ol class="govuk-list govuk-list--number">
        {words.checkInLines.map((line) => (
          <li>{line}</li>
        ))}
      </ol>
    </Card>
  );
}

function Again({ view, mine, again }: MineProps) {
  if (mine.booking.state === "checked_in") return null;
  return <Button href={again}>{bookingCopy(view.lang).mine.again}</Button>;
}

function Doors({ view, mine }: MineProps) {
  const words = bookingCopy(view.lang).mine;
  const { booking } = mine;
  if (booking.state !== "booked") return null;
  return (
    <div class="no-print">
      <ButtonGroup>
        {mine.movable ? (
          <Button kind={booking.rebook ? "primary" : "secondary"} href={bookingPaths.move(booking.code)}>
            {words.move}
          </Button>
        ) : null}
        <Button kind="secondary" href={bookingPaths.file(booking.code)}>
          {words.calendar}
        </Button>
        <Button kind="secondary" href={paths.checkIn(booking.code)}>
          {visitCopy(view.lang).checkIn.title}
        </Button>
        <PrintButton text={words.print} />
      </ButtonGroup>
      {mine.cancellable ? (
        <p>
          <a class="govuk-link danger-link" href={bookingPaths.cancel(booking.code)}>
            {words.cancel}
          </a>
        </p>
      ) : null}
      <p class="muted">{words.calendarHint}</p>
    </div>
  );
}
