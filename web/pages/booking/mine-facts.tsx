import type { SummaryRow } from "../../components/index.ts";
import { SummaryList } from "../../components/index.ts";
import { bookingCopy } from "../../copy/booking.ts";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { formatDay } from "../../words.ts";
import type { MineProps } from "./mine.tsx";
import { placeName } from "./place.tsx";

/** What, when, where, for whom. */
export function MineFacts(props: MineProps) {
  return <SummaryList card={{ title: bookingCopy(props.view.lang).mine.title }} rows={rowsOf(props)} />;
}

function rowsOf({ view, mine, at, counters }: MineProps): SummaryRow[] {
  const { place, mine: words, check } = bookingCopy(view.lang);
  const { booking, services } = mine;
  return [
    {
      key: services.length > 1 ? place.services : place.service,
      value: services.map(({ name }) => name[view.lang]).join(" + "),
    },
    ...(at.received === undefined ? [] : [{ key: place.received, value: at.received }]),
    { key: words.when, value: whenWords(booking, view) },
    { key: words.whereTo, value: placeName(at) },
    { key: place.address, value: <Address view={view} {...at} /> },
    { key: place.phone, value: <Phone number={at.phone} /> },
    ...(booking.state === "booked" && counters.length > 0
      ? [{ key: words.counters, value: counters.join(" → ") }]
      : []),
    ...(booking.party > 1 ? [{ key: place.people, value: place.peopleCount(booking.party) }] : []),
    { key: check.name, value: <bdi>{mine.name}</bdi> },
    ...(mine.agentName ? [{ key: check.agent, value: <bdi>{mine.agentName}</bdi> }] : []),
  ];
}

/** The day and the time, with the clock by which it is meant. */
export function whenWords({ day, time }: { day: string; time: string }, { lang }: View): string {
  const { beijing } = bookingCopy(lang);
  return lang === "zh"
    ? `${formatDay(day, lang)}${time}（${beijing}）`
    : `${formatDay(day, lang)}, ${time} (${beijing})`;
}

function Address({ view, address, map }: { view: View; address: string; map?: string | undefined }) {
  return (
    <>
      {address}{" "}
      {map ? (
        <a class="govuk-link no-print" href={map}>
          {bookingCopy(view.lang).place.map}
        </a>
      ) : null}
    </>
  );
}

const Phone = ({ number }: { number: string }) => (
  <a class="govuk-link number" href={paths.phone(number)}>
    {number}
  </a>
);
