import type { Hall } from "../../../../functions/booking/booking.hall.ts";
import type { Figures } from "../../../../functions/booking/booking.statistics.ts";
import { Button } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { Input } from "../../../components/input.tsx";
import { Select } from "../../../components/select.tsx";
import { Table } from "../../../components/table.tsx";
import { statisticsCopy } from "../../../copy/office-hall.ts";
import { hallPaths } from "../../../paths.hall.ts";
import { formatDay } from "../../../words.ts";
import { FigureTable, minutes, share } from "./figures.tsx";
import { type HallFrame, HallScreen, hallErrors } from "./frame.tsx";

export interface StatisticsPageProps extends HallFrame {
  hall: Hall;
  query: { from: string; to: string; place?: string | undefined; service?: string | undefined };
  /** What was asked for and cannot be shown. */
  typed?: { from?: string; to?: string } | undefined;
  sum: Figures;
  days: readonly { day: string; figures: Figures }[];
  services: readonly { id: string; figures: Figures }[];
  places: readonly { id: string; figures: Figures }[];
  release: readonly number[];
}

/** Weekends and days before the hall was there say nothing. */
const hasSomething = ({ figures }: { figures: Figures }): boolean =>
  (figures.capacity ?? 0) > 0 || figures.bookings > 0;

/** The figures of a range of days, with a table behind each chart. */
export function StatisticsPage(props: StatisticsPageProps) {
  const { view, hall, days, services, places, release } = props;
  const { lang } = view;
  const words = statisticsCopy(lang);
  const shown = hallErrors(props, { from: words.from, to: words.to });
  const nameIn = (list: readonly { id: string; name: { zh: string; en: string } }[], id: string) =>
    list.find((each) => each.id === id)?.name[lang] ?? id;
  return (
    <HallScreen
      {...props}
      shown={shown}
      title={words.title(hall.name[lang])}
      back={{ href: hallPaths.hall(hall.id), text: hall.name[lang] }}
    >
      <Filter {...props} shown={shown} />
      <Sum {...props} />
      <Card title={words.days}>
        <Charts names={["fill", "lead", "noShow", "wait"]} {...props} />
        <FigureTable
          caption={words.days}
          first={words.columns.day}
          lang={lang}
          rows={days.filter(hasSomething).map(({ day, figures }) => [formatDay(day, lang), figures])}
        />
      </Card>
      <Card title={words.services}>
        <FigureTable
          caption={words.services}
          first={words.service}
          lang={lang}
          rows={services.map(({ id, figures }) => [nameIn(hall.services, id), figures])}
        />
      </Card>
      {places.length > 1 ? (
        <Card title={words.places}>
          <FigureTable
            caption={words.places}
            first={words.place}
            lang={lang}
            rows={places.map(({ id, figures }) => [nameIn(hall.places, id), figures])}
          />
        </Card>
      ) : null}
      <Card title={words.release.title}>
        <p class="govuk-body">{words.release.text}</p>
        <Charts names={["release"]} {...props} />
        <Table
          caption={<span class="govuk-visually-hidden">{words.release.title}</span>}
          head={[{ content: words.release.column }, { content: words.columns.bookings, numeric: true }]}
          rows={words.release.steps.map((step, n) => [
            { content: step },
            { content: release[n] ?? 0, numeric: true },
          ])}
        />
      </Card>
    </HallScreen>
  );
}

function Filter({
  view: { lang },
  hall,
  query,
  typed = query,
  shown,
}: StatisticsPageProps & { shown: ReturnType<typeof hallErrors> }) {
  const words = statisticsCopy(lang);
  const options = (list: readonly { id: string; name: { zh: string; en: string } }[]) => [
    { value: "all", text: words.all },
    ...list.map(({ id, name }) => ({ value: id, text: name[lang] })),
  ];
  return (
    <form method="get" action={hallPaths.statistics(hall.id)} class="card act__form">
      <Input
        name="from"
        label={words.from}
        width={10}
        value={typed.from ?? ""}
        autocomplete="off"
        error={shown.at("from")}
      />
      <Input
        name="to"
        label={words.to}
        width={10}
        value={typed.to ?? ""}
        autocomplete="off"
        error={shown.at("to")}
      />
      <Select name="place" label={words.place} value={query.place ?? "all"} options={options(hall.places)} />
      <Select
        name="service"
        label={words.service}
        value={query.service ?? "all"}
        options={options(hall.services)}
      />
      <Button kind="secondary">{words.look}</Button>
    </form>
  );
}

function Sum({ view: { lang }, hall, query, sum }: StatisticsPageProps) {
  const words = statisticsCopy(lang);
  const hasCharts = chartNames.some((name) => isDrawn(name, sum));
  const facts = [
    [words.sums.bookings, words.count(sum.bookings)],
    [words.sums.fill, share(sum.seats, sum.capacity, lang)],
    [words.sums.noShow, share(sum.noShows, sum.noShows + sum.came, lang)],
    [words.sums.cancelled, words.count(sum.cancelled)],
    [words.sums.lead, minutes(sum.medianLeadMinutes, lang)],
    [words.sums.wait, minutes(sum.medianWaitMinutes, lang)],
  ] as const;
  return (
    <Card>
      {sum.bookings === 0 ? <p class="govuk-body">{words.empty}</p> : null}
      {hasCharts ? null : <p class="govuk-body">{words.noCharts}</p>}
      <p class="govuk-body">
        <a class="govuk-link" href={hallPaths.statisticsFile(hall.id, query)}>
          {words.csv}
        </a>
      </p>
      <dl class="facts">
        {facts.map(([name, text]) => (
          <div class="facts__item">
            <dt>{name}</dt>
            <dd class="number">{text}</dd>
          </div>
        ))}
      </dl>
      <p class="govuk-body muted">{words.lead}</p>
      <p class="govuk-body muted">{words.waitNote}</p>
    </Card>
  );
}

const chartNames = ["fill", "lead", "noShow", "wait", "release"] as const;
type ChartName = (typeof chartNames)[number];

/** An empty frame says nothing: people without a booking wait too, all the rest needs bookings. */
const isDrawn = (name: ChartName, sum: Figures): boolean =>
  name === "wait" ? sum.medianWaitMinutes !== undefined : sum.bookings > 0;

function Charts({
  names,
  view: { lang },
  hall,
  query,
  sum,
}: StatisticsPageProps & { names: readonly ChartName[] }) {
  const words = statisticsCopy(lang);
  return names
    .filter((name) => isDrawn(name, sum))
    .map((name) => {
      const href = hallPaths.statisticsChart(hall.id, name, query);
      return (
        <>
          <h3 class="govuk-heading-s">{words.charts[name]}</h3>
          <img class="chart" src={href} width="720" height="260" alt={words.chartAlt(words.charts[name])} />
          <p class="govuk-body">
            <a class="govuk-link" href={href}>
              {words.saveChart(words.charts[name])}
            </a>
          </p>
        </>
      );
    });
}
