import type { Hall, Place, Service } from "../../../../functions/booking/booking.hall.ts";
import type { Occasion } from "../../../../functions/booking/booking.occasion.ts";
import { Button, ButtonGroup } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { Details } from "../../../components/details.tsx";
import { Select } from "../../../components/select.tsx";
import { Table } from "../../../components/table.tsx";
import { Textarea } from "../../../components/textarea.tsx";
import { hallCopy } from "../../../copy/office-hall.ts";
import { officeOccasionCopy } from "../../../copy/office-occasion.ts";
import { hallPaths } from "../../../paths.hall.ts";
import { occasionOfficePaths } from "../../../paths.occasion.ts";
import { Version } from "../hall/forms.tsx";
import { type HallFrame, type Typed, typedOr } from "../hall/frame.tsx";
import type { Boxes } from "../hall/rows.tsx";
import { ShortBox } from "../hall/rows.tsx";
import { hostWords, OccasionScreen, occasionErrors, whenWords } from "./frame.tsx";
import { PlaceBoxes } from "./place-boxes.tsx";

export interface SeriesPageProps extends HallFrame {
  hall: Hall;
  service: Service;
  version: number;
  places: readonly Place[];
  coming: readonly Occasion[];
  past: readonly Occasion[];
  /** Ids of those that are published, whose day has a record. */
  published: ReadonlySet<string>;
  typed?: Typed;
}

type Shown = SeriesPageProps & { box: Boxes };

/** The dates of a series: who receives when, a whole month at once, one more, another place. */
export function OccasionSeriesPage(props: SeriesPageProps) {
  const { view, hall, service, mayWrite, coming, past, typed } = props;
  const { lang } = view;
  const words = officeOccasionCopy(lang);
  const { series } = words;
  const shown = occasionErrors(props, {
    ...hallCopy(lang).fields,
    ...words.plan,
    ...words.date,
    placeZh: words.plan.place,
    month: series.monthField,
    weekday: series.weekday,
    leaders: series.leaders,
  });
  const all = { ...props, box: { lang, typed, shown } };
  return (
    <OccasionScreen
      {...props}
      shown={shown}
      title={series.title(service.name[lang], hall.name[lang])}
      back={{ href: occasionOfficePaths.plan(hall.id), text: words.plan.title(hall.name[lang]) }}
    >
      <h2 class="govuk-heading-m">{series.coming}</h2>
      {coming.length === 0 ? (
        <p class="govuk-body muted">{series.none}</p>
      ) : (
        <Dates {...all} dates={coming} caption={series.coming} />
      )}
      {mayWrite ? (
        <ButtonGroup>
          <Button kind="secondary" href={occasionOfficePaths.date(hall.id, service.id)}>
            {series.add}
          </Button>
          <Button kind="secondary" href={hallPaths.preview(hall.id)}>
            {words.plan.preview}
          </Button>
        </ButtonGroup>
      ) : null}
      {mayWrite && service.kind === "reception" ? <Month {...all} /> : null}
      {mayWrite ? (
        <Details summary={series.addPlace} open={typed?.placeZh !== undefined}>
          <p class="govuk-body">{series.placeHint}</p>
          <form method="post" action={occasionOfficePaths.places(hall.id, service.id)} novalidate>
            <Version version={props.version} />
            <PlaceBoxes {...all.box} />
            <Button preventDoubleClick>{series.addPlaceButton}</Button>
          </form>
        </Details>
      ) : null}
      {past.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">{series.past}</h2>
          <Dates {...all} dates={past} caption={series.past} />
        </>
      )}
    </OccasionScreen>
  );
}

function Dates({ dates, caption, ...props }: Shown & { dates: readonly Occasion[]; caption: string }) {
  const { hall, service, published, view } = props;
  const { lang } = view;
  const { columns, record } = officeOccasionCopy(lang).series;
  return (
    <Table
      cards
      caption={<span class="govuk-visually-hidden">{caption}</span>}
      head={[...Object.values(columns), record].map((content) => ({ content }))}
      rows={dates.map((one) => [
        {
          content: (
            <a class="govuk-link" href={occasionOfficePaths.date(hall.id, service.id, one.id)}>
              {whenWords(one, lang)}
            </a>
          ),
        },
        { content: hostWords(one), label: columns.host },
        { content: one.topic[lang], label: columns.topic },
        { content: hall.places.find(({ id }) => id === one.place)?.name[lang], label: columns.where },
        {
          content: published.has(one.id) ? (
            <a class="govuk-link" href={occasionOfficePaths.day(hall.id, one.id)}>
              {record}
              <span class="govuk-visually-hidden"> {whenWords(one, lang)}</span>
            </a>
          ) : null,
        },
      ])}
    />
  );
}

/** In which room of the series. */
export function PlaceSelect({ places, kept, box }: { places: readonly Place[]; kept?: string; box: Boxes }) {
  const { date } = officeOccasionCopy(box.lang);
  return (
    <Select
      name="place"
      label={date.place}
      value={typedOr(box.typed, "place", kept ?? places[0]?.id)}
      error={box.shown.at("place")}
      options={places.map(({ id, name }) => ({ value: id, text: name[box.lang] }))}
    />
  );
}

export function TimeBoxes({ box, kept }: { box: Boxes; kept: { from: string; to: string } | undefined }) {
  const { date } = officeOccasionCopy(box.lang);
  return (
    <>
      <ShortBox name="from" label={date.from} hint={date.timeHint} kept={kept?.from} width={5} {...box} />
      <ShortBox name="to" label={date.to} kept={kept?.to} width={5} {...box} />
    </>
  );
}

function Month({ hall, service, version, places, box }: Shown) {
  const { series } = officeOccasionCopy(box.lang);
  return (
    <Card title={series.month}>
      <p class="govuk-body">{series.monthLead}</p>
      <form method="post" action={occasionOfficePaths.month(hall.id, service.id)} novalidate>
        <Version version={version} />
        <ShortBox name="month" label={series.monthField} hint={series.monthHint} {...box} />
        <Select
          name="weekday"
          label={series.weekday}
          value={typedOr(box.typed, "weekday", "3")}
          error={box.shown.at("weekday")}
          options={series.weekdays.map((text, n) => ({ value: String(n + 1), text }))}
        />
        <PlaceSelect places={places} box={box} />
        <TimeBoxes box={box} kept={{ from: "09:30", to: "12:30" }} />
        <Textarea
          name="leaders"
          label={series.leaders}
          hint={series.leadersHint}
          rows={5}
          value={typedOr(box.typed, "leaders", "")}
          error={box.shown.at("leaders")}
        />
        <Button preventDoubleClick>{series.monthButton}</Button>
      </form>
    </Card>
  );
}
