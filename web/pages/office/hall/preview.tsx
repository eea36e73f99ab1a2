import type { Hall } from "../../../../functions/booking/booking.hall.ts";
import type { DayDifference } from "../../../../functions/booking/booking.publish.service.ts";
import type { ReleaseOutcome } from "../../../../functions/booking/booking.release.change.service.ts";
import { Button } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { Input } from "../../../components/input.tsx";
import { Table } from "../../../components/table.tsx";
import { WarningText } from "../../../components/warning-text.tsx";
import { copy } from "../../../copy/index.ts";
import { hallCopy } from "../../../copy/office-hall.ts";
import { hallPaths } from "../../../paths.hall.ts";
import type { Language } from "../../../view.ts";
import { formatDay } from "../../../words.ts";
import { Version } from "./forms.tsx";
import { type HallFrame, HallScreen, hallErrors } from "./frame.tsx";
import { ReleaseCard } from "./release.tsx";

export interface PreviewPageProps extends HallFrame {
  hall: Hall;
  version: number;
  /** Of the hall that publishing replaces. */
  base: number;
  to: string;
  /** The description itself has changed: names, services, rules. */
  described: boolean;
  days: readonly DayDifference[];
  release: ReleaseOutcome;
}

const counts = ["added", "reopened", "changed", "closed"] as const;
const changesOf = (day: DayDifference): number =>
  counts.reduce((sum, name) => sum + day[name], 0) + day.touched.length;

/** What publishing would change, summed up and by day, before anything happens. */
export function PreviewPage(props: PreviewPageProps) {
  const { view, hall, version, base, to, mayWrite } = props;
  const { lang } = view;
  const { preview: words } = hallCopy(lang);
  const shown = hallErrors(props, { to: words.to });
  return (
    <HallScreen
      {...props}
      shown={shown}
      title={words.title(hall.name[lang])}
      back={{ href: hallPaths.hall(hall.id), text: hall.name[lang] }}
    >
      <form class="search-box" method="get" action={hallPaths.preview(hall.id)}>
        <Input name="to" label={words.to} value={to} width={10} autocomplete="off" error={shown.at("to")} />
        <Button kind="secondary">{words.look}</Button>
      </form>
      <Sum {...props} />
      <ReleaseCard {...props} />
      {mayWrite ? (
        <form method="post" action={hallPaths.publish(hall.id)}>
          <Version version={version} />
          <input type="hidden" name="base" value={String(base)} />
          <input type="hidden" name="to" value={to} />
          <Button preventDoubleClick>{words.publish}</Button>
        </form>
      ) : null}
      <Days {...props} />
    </HallScreen>
  );
}

function Sum({ view: { lang }, days, described }: PreviewPageProps) {
  const { preview: words } = hallCopy(lang);
  const touched = new Set(days.flatMap((day) => day.touched)).size;
  const sums = counts
    .map((name) => ({ name, sum: days.reduce((total, day) => total + day[name], 0) }))
    .filter(({ sum }) => sum > 0);
  return (
    <Card>
      <p class="govuk-body">{words.lead}</p>
      {described ? <p class="govuk-body">{words.described}</p> : null}
      {sums.length === 0 && touched === 0 ? <p class="govuk-body">{words.nothing}</p> : null}
      {sums.length === 0 ? null : (
        <ul class="govuk-list govuk-list--bullet">
          {sums.map(({ name, sum }) => (
            <li>{words.sum[name](sum)}</li>
          ))}
        </ul>
      )}
      {touched === 0 ? null : (
        <>
          <WarningText prefix={copy(lang).common.warning}>{words.sum.touched(touched)}</WarningText>
          <p class="govuk-body">{words.touchedText}</p>
        </>
      )}
    </Card>
  );
}

function Days({ view: { lang }, hall, days }: PreviewPageProps) {
  const { preview: words } = hallCopy(lang);
  const unchanged = days.filter((day) => day.seats > 0 && changesOf(day) === 0).length;
  return (
    <>
      {hall.places.map((place) => {
        const changed = days.filter((day) => day.place === place.id && changesOf(day) > 0);
        return changed.length === 0 ? null : (
          <DayTable caption={words.placeCaption(place.name[lang])} days={changed} lang={lang} />
        );
      })}
      {unchanged > 0 ? <p class="govuk-body muted">{words.unchanged(unchanged)}</p> : null}
    </>
  );
}

function DayTable({
  caption,
  days,
  lang,
}: {
  caption: string;
  days: readonly DayDifference[];
  lang: Language;
}) {
  const { columns } = hallCopy(lang).preview;
  return (
    <>
      <h2 class="govuk-heading-m">{caption}</h2>
      <Table
        cards
        caption={<span class="govuk-visually-hidden">{caption}</span>}
        head={[
          { content: columns.day },
          { content: columns.change },
          { content: columns.seats, numeric: true },
        ]}
        rows={days.map((day) => [
          { content: formatDay(day.day, lang) },
          { content: changesText(day, lang), label: columns.change },
          { content: day.seats, numeric: true, label: columns.seats },
        ])}
      />
    </>
  );
}

/** `增加 90 个号；2 个预约要改约`. */
function changesText(day: DayDifference, lang: Language): string {
  const { sum } = hallCopy(lang).preview;
  const texts = counts.filter((name) => day[name] > 0).map((name) => sum[name](day[name]));
  const touched = day.touched.length === 0 ? [] : [sum.touched(day.touched.length)];
  return [...texts, ...touched].join(lang === "zh" ? "；" : "; ");
}

/** How far publishing has come; with a script the next slice begins by itself. */
export function ProgressPage(
  props: HallFrame & { hall: Hall; days: number; left: number; announcing: boolean },
) {
  const { view, hall, days, left, announcing, mayWrite } = props;
  const { lang } = view;
  const { progress: words } = hallCopy(lang);
  const isDone = left === 0 && !announcing;
  return (
    <HallScreen
      {...props}
      title={words.title(hall.name[lang])}
      back={{ href: hallPaths.hall(hall.id), text: hall.name[lang] }}
    >
      <Card>
        <p class="govuk-body" role="status">
          {isDone ? words.finished(days) : words.text(days - left, days)}
        </p>
        {isDone ? null : (
          <>
            <progress class="upload__bar" max={days} value={days - left} aria-label={words.bar} />
            <p class="govuk-body">{words.more}</p>
          </>
        )}
        {isDone ? (
          <Button kind="secondary" href={hallPaths.hall(hall.id)}>
            {words.back}
          </Button>
        ) : null}
        {isDone || !mayWrite ? null : (
          <form method="post" action={hallPaths.publish(hall.id)} data-go-on="">
            <input type="hidden" name="action" value="go_on" />
            <Button>{words.button}</Button>
          </form>
        )}
      </Card>
    </HallScreen>
  );
}
