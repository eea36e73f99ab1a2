import type { Hall, Service } from "../../../../functions/booking/booking.hall.ts";
import type { Occasion } from "../../../../functions/booking/booking.occasion.ts";
import type { Attendance } from "../../../../functions/occasion/occasion.attendance.ts";
import { Button } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { Radios } from "../../../components/radios.tsx";
import { Table } from "../../../components/table.tsx";
import { hallCopy } from "../../../copy/office-hall.ts";
import { officeOccasionCopy } from "../../../copy/office-occasion.ts";
import { hallPaths } from "../../../paths.hall.ts";
import { occasionOfficePaths } from "../../../paths.occasion.ts";
import { formatDay } from "../../../words.ts";
import { Version, WordBoxes } from "../hall/forms.tsx";
import { type HallFrame, type Typed, typedOr } from "../hall/frame.tsx";
import { ShortBox } from "../hall/rows.tsx";
import { OccasionScreen, occasionErrors, whenWords } from "./frame.tsx";
import { PlaceBoxes } from "./place-boxes.tsx";

export interface PlanPageProps extends HallFrame {
  hall: Hall;
  version: number;
  series: readonly { service: Service; count: number; next: Occasion | undefined }[];
  year: string;
  attended: readonly Attendance[];
  total: { sessions: number; people: number };
  typed?: Typed;
}

/** The series of a hall with how many came this year, and beginning a new one. */
export function OccasionPlanPage(props: PlanPageProps) {
  const { view, hall, series, mayWrite } = props;
  const { lang } = view;
  const words = officeOccasionCopy(lang);
  const { plan } = words;
  const shown = occasionErrors(props, { ...hallCopy(lang).fields, ...plan, placeZh: plan.place });
  return (
    <OccasionScreen
      {...props}
      shown={shown}
      title={plan.title(hall.name[lang])}
      back={{ href: hallPaths.hall(hall.id), text: hall.name[lang] }}
    >
      <p class="govuk-body">{plan.lead}</p>
      {series.length === 0 ? (
        <EmptyState icon="calendar" title={plan.empty.title}>
          {plan.empty.text}
        </EmptyState>
      ) : (
        <Table
          cards
          head={Object.values(plan.columns).map((content) => ({ content }))}
          rows={series.map(({ service, count, next }) => [
            {
              content: (
                <a class="govuk-link" href={occasionOfficePaths.series(hall.id, service.id)}>
                  {service.name[lang]}
                </a>
              ),
            },
            { content: service.kind ? words.kinds[service.kind] : "", label: plan.columns.kind },
            { content: next ? whenWords(next, lang) : plan.none, label: plan.columns.next },
            { content: String(count), label: plan.columns.count },
          ])}
        />
      )}
      {mayWrite ? (
        <Button kind="secondary" href={hallPaths.preview(hall.id)}>
          {plan.preview}
        </Button>
      ) : null}
      <Attended {...props} />
      {mayWrite ? <Begin {...props} shown={shown} /> : null}
    </OccasionScreen>
  );
}

function Attended({ view: { lang }, year, attended, total }: PlanPageProps) {
  const { plan } = officeOccasionCopy(lang);
  return (
    <Card title={plan.attended(year)}>
      {attended.length === 0 ? (
        <p class="govuk-body muted">{plan.nothing}</p>
      ) : (
        <>
          <Table
            head={[
              { content: plan.attendedColumns.day },
              { content: plan.attendedColumns.topic },
              { content: plan.attendedColumns.people, numeric: true },
            ]}
            rows={attended.map(({ day, topic, people }) => [
              { content: formatDay(day, lang) },
              { content: topic[lang] },
              { content: people.toLocaleString("en"), numeric: true },
            ])}
          />
          <p class="govuk-body">
            <strong>{plan.total(total.sessions, total.people.toLocaleString("en"))}</strong>
          </p>
        </>
      )}
    </Card>
  );
}

function Begin(props: PlanPageProps & { shown: ReturnType<typeof occasionErrors> }) {
  const { view, hall, version, typed, shown } = props;
  const { lang } = view;
  const { plan, kinds } = officeOccasionCopy(lang);
  const { fields } = hallCopy(lang);
  const box = { lang, typed, shown };
  return (
    <Card title={plan.begin}>
      <form method="post" action={occasionOfficePaths.plan(hall.id)} novalidate>
        <Version version={version} />
        <Radios
          name="kind"
          legend={{ text: plan.kind }}
          value={typedOr(typed, "kind", "reception")}
          error={shown.at("kind")}
          items={(["reception", "event"] as const).map((value) => ({
            value,
            label: kinds[value],
            hint: plan.kindHints[value],
          }))}
        />
        <WordBoxes name="name" zh={fields.nameZh} en={fields.nameEn} {...box} />
        <ShortBox name="minutes" label={plan.minutes} hint={plan.minutesHint} kept={30} width={3} {...box} />
        <ShortBox name="mostParty" label={plan.mostParty} kept={1} width={3} {...box} />
        <PlaceBoxes {...box} />
        <Button preventDoubleClick>{plan.button}</Button>
      </form>
    </Card>
  );
}
