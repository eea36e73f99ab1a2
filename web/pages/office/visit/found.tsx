import type { Hall, Place } from "../../../../functions/booking/booking.hall.ts";
import type { ExpectedVisit } from "../../../../functions/visit/visit.sheet.ts";
import { Button, Table } from "../../../components/index.ts";
import { visitCopy } from "../../../copy/visit.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { paths } from "../../../paths.ts";
import type { View } from "../../../view.ts";
import { formatTime } from "../../../words.ts";
import { servicesIn } from "./words.ts";

export interface FoundPageProps {
  view: View;
  person: { name: string; unit: string };
  hall: Hall;
  place: Place;
  found: readonly ExpectedVisit[];
}

/** Who may be meant by four digits or a name: a person decides, with the document in hand. */
export function FoundPage({ view, person, hall, place, found }: FoundPageProps) {
  const { lang } = view;
  const words = visitCopy(lang).desk;
  const { columns } = words.sheet;
  const where = { hall: hall.id, place: place.id };
  const head = ["time", "name", "phone", "service", "state"] as const;
  return (
    <OfficePage
      view={view}
      title={words.found.title}
      person={person}
      current="visits"
      back={paths.officeVisitDay(where)}
      sheet="visit.css"
    >
      <h1 class="govuk-heading-l">{words.found.title}</h1>
      <p class="govuk-body">{words.found.lead}</p>
      <Table
        cards
        class="visit-rows"
        head={head.map((name) => ({ content: columns[name] }))}
        rows={found.map((visit) => [
          { content: visit.time, label: columns.time },
          {
            content: visit.agent ? `${visit.name}（${words.sheet.agent(visit.agent)}）` : visit.name,
            label: columns.name,
          },
          { content: visit.phone, label: columns.phone },
          { content: servicesIn(hall, visit.services, lang), label: columns.service },
          {
            content:
              visit.state === "booked" ? (
                <form method="post" action={paths.officeCheckIn(where)} novalidate>
                  <input type="hidden" name="text" value={visit.code} />
                  {visit.standing?.is === "too_early" ? (
                    <span class="muted">{words.found.from(formatTime(visit.standing.from))} </span>
                  ) : null}
                  <Button preventDoubleClick>
                    {words.sheet.checkInThis}
                    <span class="govuk-visually-hidden">{` ${visit.time} ${visit.name}`}</span>
                  </Button>
                </form>
              ) : (
                `${words.bookingStates[visit.state]} ${visit.number ?? ""}`
              ),
            label: columns.state,
          },
        ])}
      />
    </OfficePage>
  );
}
