import type { CounterNow, DaySheet } from "../../../../functions/visit/visit.sheet.ts";
import type { Ticket } from "../../../../functions/visit/visit.ts";
import { EmptyState, Table, Tag } from "../../../components/index.ts";
import { visitCopy } from "../../../copy/visit.ts";
import { paths } from "../../../paths.ts";
import { formatTime } from "../../../words.ts";
import type { VisitSheetPageProps } from "./sheet.tsx";
import { servicesIn, signOf } from "./words.ts";

export type SheetPart = Pick<VisitSheetPageProps, "view" | "sheet" | "mayWork">;

/** Any page that knows its place. */
interface AtPlace {
  sheet: Pick<DaySheet, "hall" | "place">;
}

const whereOf = ({ sheet }: AtPlace) => ({ hall: sheet.hall.id, place: sheet.place.id });

/** A number, which leads to all of it. */
export function NumberLink({ sheet, number }: AtPlace & { number: string }) {
  return (
    <a class="govuk-link number" href={paths.officeTicket(whereOf({ sheet }), number)}>
      {number}
    </a>
  );
}

export function Counters({ view, sheet, mayWork }: SheetPart) {
  const words = visitCopy(view.lang).desk;
  return (
    <>
      <h2 class="govuk-heading-m">{words.sheet.counters}</h2>
      <ul class="visit-counters">
        {sheet.counters.map((now) => (
          <li>
            <div class={`visit-counter${now.current ? " visit-counter--busy" : ""}`}>
              <span class="visit-counter__sign">{now.counter.sign}</span>
              <CounterState view={view} now={now} />
              {mayWork ? (
                <a class="govuk-link no-print" href={paths.officeCounter(whereOf({ sheet }), now.counter.id)}>
                  {words.sheet.enter(now.counter.sign)}
                </a>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function CounterState({ view, now: { current, open } }: Pick<SheetPart, "view"> & { now: CounterNow }) {
  const words = visitCopy(view.lang).desk;
  if (current === undefined) return <span class="muted">{open ? words.sheet.open : words.sheet.closed}</span>;
  const since = current.startedAt ?? current.calledAt;
  return (
    <>
      <span class="visit-counter__number">{current.number}</span>
      <span>{`${words.ticketStates[current.state]} ${since === undefined ? "" : formatTime(since)}`}</span>
    </>
  );
}

/** What sets a ticket apart, in words. */
export function Flags({ view, sheet, ticket }: Pick<SheetPart, "view"> & AtPlace & { ticket: Ticket }) {
  const words = visitCopy(view.lang).desk;
  const { startsAt, arrivedAt, priority, wants, missed } = ticket;
  return (
    <span class="visit-flags">
      {priority ? (
        <Tag colour="yellow">{`${words.sheet.priority} · ${words.priorities[priority.why]}`}</Tag>
      ) : null}
      {startsAt !== undefined && arrivedAt > startsAt ? <Tag colour="grey">{words.sheet.late}</Tag> : null}
      {wants ? <Tag>{words.sheet.wants(signOf(sheet.place, wants))}</Tag> : null}
      {missed > 0 ? <Tag colour="red">{words.sheet.missed(missed)}</Tag> : null}
    </span>
  );
}

/** A time that needs its name beside it, on a phone too. */
const labelled = "visit-rows__labelled";

export function WaitingList({ view, sheet }: SheetPart) {
  const { lang } = view;
  const words = visitCopy(lang).desk.sheet;
  const { columns } = words;
  if (sheet.waiting.length === 0) return <EmptyState title={words.nobody}>{words.nobodyText}</EmptyState>;
  const head = ["turn", "number", "service", "arrived", "booked", "wait", "flags"] as const;
  return (
    <>
      <h2 class="govuk-heading-m">{words.waiting}</h2>
      <Table
        cards
        class="visit-rows"
        head={head.map((name) => ({ content: columns[name] }))}
        rows={sheet.waiting.map(({ ticket, forecast }, place) => [
          { content: String(place + 1), label: columns.turn, class: "visit-rows__first" },
          { content: <NumberLink sheet={sheet} number={ticket.number} />, label: columns.number },
          { content: servicesIn(sheet.hall, ticket.services, lang), label: columns.service },
          { content: formatTime(ticket.arrivedAt), label: columns.arrived, class: labelled },
          {
            content: ticket.startsAt ? formatTime(ticket.startsAt) : "–",
            label: columns.booked,
            class: labelled,
          },
          {
            content:
              forecast.waitMinutes === undefined ? words.noCounter : words.minutesWait(forecast.waitMinutes),
            label: columns.wait,
          },
          { content: <Flags view={view} sheet={sheet} ticket={ticket} />, label: columns.flags },
        ])}
      />
    </>
  );
}

export function Aside({ view, sheet }: SheetPart) {
  const { lang } = view;
  const words = visitCopy(lang).desk;
  if (sheet.aside.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{words.sheet.aside}</h2>
      <ul class="govuk-list">
        {sheet.aside.map((ticket) => (
          <li>
            <NumberLink sheet={sheet} number={ticket.number} /> {words.ticketStates[ticket.state]} ·{" "}
            {servicesIn(sheet.hall, ticket.services, lang)}
          </li>
        ))}
      </ul>
    </>
  );
}
