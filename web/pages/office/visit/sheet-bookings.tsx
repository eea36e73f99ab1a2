import type { ExpectedVisit } from "../../../../functions/visit/visit.sheet.ts";
import { Details, Light, type LightColour, Table } from "../../../components/index.ts";
import { visitCopy } from "../../../copy/visit.ts";
import { formatTime } from "../../../words.ts";
import { NumberLink, type SheetPart } from "./sheet-parts.tsx";
import { servicesIn } from "./words.ts";

const lights: Readonly<Record<ExpectedVisit["state"], LightColour>> = {
  held: "grey",
  booked: "grey",
  cancelled: "grey",
  expired: "grey",
  checked_in: "green",
  finished: "green",
  no_show: "red",
};

export function Bookings(props: SheetPart) {
  const { view, sheet } = props;
  const { lang } = view;
  const words = visitCopy(lang).desk.sheet;
  const { columns } = words;
  const head = ["time", "name", "phone", "service", "people", "counter", "state"] as const;
  return (
    <>
      <h2 class="govuk-heading-m">{words.bookings}</h2>
      <p class="muted">{words.seats(sheet.seats.taken, sheet.seats.total)}</p>
      {sheet.expected.length === 0 ? (
        <p class="govuk-body">{words.noBookings}</p>
      ) : (
        <Table
          cards
          class="visit-rows"
          head={head.map((name) => ({ content: columns[name] }))}
          rows={sheet.expected.map((visit) => [
            { content: visit.time, label: columns.time, class: "visit-rows__first" },
            {
              content: visit.agent ? `${visit.name}（${words.agent(visit.agent)}）` : visit.name,
              label: columns.name,
            },
            { content: visit.phone, label: columns.phone },
            { content: servicesIn(sheet.hall, visit.services, lang), label: columns.service },
            { content: String(visit.party), label: columns.people, class: "visit-rows__labelled" },
            { content: visit.counters.join(" "), label: columns.counter },
            { content: <VisitState {...props} visit={visit} />, label: columns.state },
          ])}
        />
      )}
    </>
  );
}

function VisitState({ view, sheet, visit }: SheetPart & { visit: ExpectedVisit }) {
  const words = visitCopy(view.lang).desk;
  const late = visit.standing?.is === "late";
  return (
    <span>
      <Light colour={late ? "amber" : lights[visit.state]}>
        {late ? words.sheet.late : words.bookingStates[visit.state]}
      </Light>{" "}
      {visit.number ? <NumberLink sheet={sheet} number={visit.number} /> : null}
    </span>
  );
}

export function Over({ view, sheet }: SheetPart) {
  const { lang } = view;
  const words = visitCopy(lang).desk;
  const { columns } = words.sheet;
  if (sheet.over.length === 0) return null;
  const head = ["number", "service", "state", "arrived", "ended"] as const;
  return (
    <Details summary={words.sheet.over(sheet.over.length)}>
      <Table
        cards
        class="visit-rows"
        head={head.map((name) => ({ content: columns[name] }))}
        rows={sheet.over.map((ticket) => [
          { content: <NumberLink sheet={sheet} number={ticket.number} />, label: columns.number },
          { content: servicesIn(sheet.hall, ticket.services, lang), label: columns.service },
          { content: words.ticketStates[ticket.state], label: columns.state },
          { content: formatTime(ticket.arrivedAt), label: columns.arrived },
          { content: ticket.endedAt ? formatTime(ticket.endedAt) : "–", label: columns.ended },
        ])}
      />
    </Details>
  );
}
