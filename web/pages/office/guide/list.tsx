import { Button } from "../../../components/button.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { Input } from "../../../components/input.tsx";
import { NotificationBanner } from "../../../components/notification-banner.tsx";
import { Pagination } from "../../../components/pagination.tsx";
import { Select } from "../../../components/select.tsx";
import { copy } from "../../../copy/index.ts";
import { guideDeskCopy } from "../../../copy/office-guide.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { paths } from "../../../paths.ts";
import type { View } from "../../../view.ts";
import { GuideDoors } from "./doors.tsx";
import type { GuideRow } from "./table.tsx";
import { GuideTable } from "./table.tsx";

const lists = [
  "all",
  "draft",
  "review",
  "waiting",
  "published",
  "paused",
  "stale",
  "links",
  "abolished",
] as const;
export type ListName = (typeof lists)[number];

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
      {props.done === "discard" ? (
        <NotificationBanner title={common.success} kind="success" text={desk.done.discard} />
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
