import type { GazetteListName, GazetteRow } from "../../../../functions/gazette/gazette.record.ts";
import { Button, EmptyState, Pagination } from "../../../components/index.ts";
import { gazetteCopy } from "../../../copy/gazette.ts";
import { copy } from "../../../copy/index.ts";
import { officeGazetteCopy } from "../../../copy/office-gazette.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { gazettePaths } from "../../../paths.gazette.ts";
import type { View } from "../../../view.ts";
import { formatDay, formatInstant } from "../../../words.ts";

export interface OfficeGazetteListProps {
  view: View;
  person: { name: string; unit: string };
  list: GazetteListName;
  lists: readonly GazetteListName[];
  rows: readonly GazetteRow[];
  staleAfterDays: number;
  mayWrite: boolean;
  next: string | undefined;
  first: string | undefined;
}

export function OfficeGazetteListPage(props: OfficeGazetteListProps) {
  const { view, person, list, lists, rows, next, first } = props;
  const words = officeGazetteCopy(view.lang);
  const { older, newer } = gazetteCopy(view.lang);
  return (
    <OfficePage view={view} title={words.title} person={person} current="gazette">
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.intro}</p>
      {props.mayWrite ? <Button href={gazettePaths.begin()}>{words.begin}</Button> : null}
      <nav aria-label={words.lists}>
        <ul class="quick">
          {lists.map((each) => (
            <li>
              <a
                class="quick__link"
                href={gazettePaths.desk({ list: each === "review" ? undefined : each })}
                aria-current={each === list ? "true" : undefined}
              >
                {words.list[each]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {list === "stale" ? <p class="muted">{words.stale(props.staleAfterDays)}</p> : null}
      {rows.length === 0 ? (
        <EmptyState icon="check" title={words.empty.title}>
          {words.empty.text}
        </EmptyState>
      ) : (
        <ol class="hits links--boxed">
          {rows.map((row) => (
            <li class="hits__item">
              <h2 class="hits__name">
                <a href={gazettePaths.officeItem(row.id)}>{row.title}</a>
              </h2>
              <p class="hits__office">{lineOf(view, row)}</p>
            </li>
          ))}
        </ol>
      )}
      {next || first ? (
        <Pagination
          label={copy(view.lang).common.pagination}
          previous={first ? { href: first, text: newer } : undefined}
          next={next ? { href: next, text: older } : undefined}
        />
      ) : null}
    </OfficePage>
  );
}

function lineOf({ lang }: View, { kind, author, at }: GazetteRow): string {
  const words = officeGazetteCopy(lang);
  const when = at.includes("T") ? formatInstant(at, lang) : formatDay(at, lang);
  return author === undefined ? words.at(words.kinds[kind], when) : words.by(words.kinds[kind], author, when);
}
