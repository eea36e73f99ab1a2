import type { GuideCard } from "../../../../functions/guide/guide.record.ts";
import { Button } from "../../../components/button.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { Input } from "../../../components/input.tsx";
import { NotificationBanner } from "../../../components/notification-banner.tsx";
import { Pagination } from "../../../components/pagination.tsx";
import { Select } from "../../../components/select.tsx";
import { Table } from "../../../components/table.tsx";
import { copy } from "../../../copy/index.ts";
import { guideDeskCopy } from "../../../copy/office-guide.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { paths } from "../../../paths.ts";
import type { Language, View } from "../../../view.ts";
import { dayOf, formatDay, formatDayShort } from "../../../words.ts";
import { GuideDoors } from "./doors.tsx";
import { StateTag } from "./state.tsx";

const lists = ["all", "draft", "review", "waiting", "published", "paused", "stale", "abolished"] as const;
export type ListName = (typeof lists)[number];

export interface GuideRow extends GuideCard {
  readonly stale: boolean;
}

export interface GuidesPageProps {
  view: View;
  person: { name: string; unit: string };
  unit: { code: string; name: string };
  /** Units to choose from; empty for who sees the own one only. */
  units: readonly { code: string; name: string }[];
  /** `found` when something was searched for. */
  list: ListName | "found";
  text: string;
  rows: readonly GuideRow[];
  next: string | undefined;
  first: string | undefined;
  mayWrite: boolean;
  done?: string | undefined;
}

/** The guides of a unit, by what must be done with them. */
export function GuidesPage(props: GuidesPageProps) {
  const { view, person, unit, list, rows, next, first, mayWrite } = props;
  const { common } = copy(view.lang);
  const { desk } = guideDeskCopy(view.lang);
  const title = desk.titleOf(unit.name);
  return (
    <OfficePage view={view} title={title} person={person} current="guides">
      {props.done === "answered" ? (
        <NotificationBanner title={common.success} kind="success" text={desk.done.answered} />
      ) : null}
      <div class="queue-head">
        <h1 class="govuk-heading-l">{title}</h1>
        <Search {...props} />
      </div>
      <GuideDoors lang={view.lang} unit={unitOf(props)} mayWrite={mayWrite} />
      <Lists {...props} />
      {rows.length > 0 ? (
        <GuideTable rows={rows} caption={desk.caption[list]} lang={view.lang} />
      ) : (
        <EmptyState icon="guide" title={desk.empty[list].title}>
          {desk.empty[list].text}
        </EmptyState>
      )}
      {next || first ? (
        <Pagination
          label={common.pagination}
          previous={first ? { href: first, text: desk.firstPage } : undefined}
          next={next ? { href: next, text: desk.nextPage } : undefined}
        />
      ) : null}
    </OfficePage>
  );
}

/** The unit as the address names it: the own one is not named. */
const unitOf = ({ units, unit }: GuidesPageProps): string | undefined =>
  units.length > 0 ? unit.code : undefined;

function Search(props: GuidesPageProps) {
  const { view, text, units, unit } = props;
  const { search, unit: label } = guideDeskCopy(view.lang).desk;
  return (
    <search>
      <form class="search-box" method="get" action={paths.officeGuides()}>
        {units.length > 0 ? (
          <Select
            name="unit"
            label={label}
            value={unit.code}
            groupClass="search-box__unit"
            options={units.map((one) => ({ value: one.code, text: one.name }))}
          />
        ) : null}
        <Input
          name="q"
          type="search"
          label={search.label}
          hint={search.hint}
          value={text}
          autocomplete="off"
          spellcheck={false}
          maxlength={100}
        />
        <Button kind="secondary">{search.button}</Button>
      </form>
    </search>
  );
}

function Lists(props: GuidesPageProps) {
  const { view, list } = props;
  const words = guideDeskCopy(view.lang).desk.lists;
  return (
    <nav aria-label={words.label}>
      <ul class="quick">
        {lists.map((name) => (
          <li>
            <a
              class="quick__link"
              href={paths.officeGuides({ list: name === "all" ? undefined : name, unit: unitOf(props) })}
              aria-current={name === list ? "true" : undefined}
            >
              {words[name]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function GuideTable({ rows, caption, lang }: { rows: readonly GuideRow[]; caption: string; lang: Language }) {
  const { desk } = guideDeskCopy(lang);
  const { columns } = desk;
  return (
    <Table
      cards
      class="queue"
      caption={<span class="govuk-visually-hidden">{caption}</span>}
      head={[
        { content: columns.name },
        { content: columns.state },
        { content: columns.checked },
        { content: columns.changed, numeric: true },
      ]}
      rows={rows.map((row) => [
        { content: <Name row={row} />, class: "queue__title" },
        { content: <State row={row} lang={lang} />, label: columns.state },
        { content: <Checked row={row} lang={lang} />, label: columns.checked, class: "guide-list__day" },
        { content: formatDayShort(dayOf(row.changedAt), lang), label: columns.changed, numeric: true },
      ])}
    />
  );
}

function Name({ row }: { row: GuideRow }) {
  return (
    <>
      <a class="govuk-link queue__link" href={paths.officeGuide(row.id)}>
        {row.name}
      </a>
      <span class="queue__reference number">{row.id}</span>
    </>
  );
}

function State({ row, lang }: { row: GuideRow; lang: Language }) {
  const { desk } = guideDeskCopy(lang);
  const more = [
    row.work !== undefined && row.state !== row.work ? desk.working[row.work] : undefined,
    row.waitingFrom === undefined ? undefined : desk.from(formatDay(row.waitingFrom, lang)),
  ].filter((text) => text !== undefined);
  return (
    <span class="stage">
      <StateTag state={row.state} lang={lang} />
      {more.map((text) => (
        <span class="stage__state">{text}</span>
      ))}
    </span>
  );
}

function Checked({ row, lang }: { row: GuideRow; lang: Language }) {
  const { desk } = guideDeskCopy(lang);
  if (row.state !== "published" && row.state !== "paused") return <span class="muted">—</span>;
  return (
    <span class="stage">
      {row.checkedOn === undefined ? desk.never : formatDay(row.checkedOn, lang)}
      {row.stale ? <span class="stage__state stage__state--late">{desk.stale}</span> : null}
    </span>
  );
}
