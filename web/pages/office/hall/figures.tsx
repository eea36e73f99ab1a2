import type { Figures } from "../../../../functions/booking/booking.statistics.ts";
import { Table } from "../../../components/table.tsx";
import { statisticsCopy } from "../../../copy/office-hall.ts";
import type { Language } from "../../../view.ts";

export const share = (part: number, whole: number | undefined, lang: Language): string => {
  const words = statisticsCopy(lang);
  return whole === undefined || whole === 0 ? words.none : words.percent(Math.round((part / whole) * 100));
};
export const minutes = (value: number | undefined, lang: Language): string => {
  const words = statisticsCopy(lang);
  return value === undefined ? words.none : words.minutes(Math.round(value));
};

/** What is counted, as texts in the order of the columns after the first; the file has the same. */
export function countsOf(figures: Figures, lang: Language): readonly string[] {
  const words = statisticsCopy(lang);
  return [
    figures.capacity === undefined ? words.none : String(figures.capacity),
    String(figures.seats),
    share(figures.seats, figures.capacity, lang),
    String(figures.bookings),
    String(figures.cancelled),
    String(figures.came),
    String(figures.noShows),
  ];
}

const rowOf = (figures: Figures, lang: Language): readonly string[] => [
  ...countsOf(figures, lang),
  minutes(figures.medianLeadMinutes, lang),
  minutes(figures.medianWaitMinutes, lang),
];

/** Figures by day, place or service, the same columns in each. */
export function FigureTable({
  caption,
  first,
  rows,
  lang,
}: {
  caption: string;
  first: string;
  rows: readonly (readonly [string, Figures])[];
  lang: Language;
}) {
  const { day: _day, ...columns } = statisticsCopy(lang).columns;
  const names = Object.values(columns);
  return (
    <Table
      cards
      class="dense"
      caption={<span class="govuk-visually-hidden">{caption}</span>}
      head={[{ content: first }, ...names.map((content) => ({ content, numeric: true }))]}
      rows={rows.map(([name, figures]) => [
        { content: name },
        ...rowOf(figures, lang).map((content, n) => ({ content, numeric: true, label: names[n] })),
      ])}
    />
  );
}
