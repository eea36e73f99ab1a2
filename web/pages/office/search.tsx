import { Button } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { copy } from "../../copy/index.ts";
import { queueCopy } from "../../copy/office-queue.ts";
import { OfficePage } from "../../layout/office-page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import type { QueueRow } from "./queue-table.tsx";
import { QueueTable } from "./queue-table.tsx";
import { SearchBox } from "./search-box.tsx";
import { WayBack } from "./way-back.tsx";

export interface SearchPageProps {
  view: View;
  person: { name: string; unit: string };
  /** The unit that is searched. */
  unit: string;
  text: string;
  error: "required" | "tooLong" | undefined;
  /** Undefined when there was nothing to search for. */
  rows: readonly QueueRow[] | undefined;
  /** Where the page after this one begins. */
  next: string | undefined;
  first: boolean;
}

export function SearchPage(props: SearchPageProps) {
  const { view, person, unit, text, error, rows } = props;
  const { common } = copy(view.lang);
  const words = queueCopy(view.lang).search;
  const sentence = error && words.errors[error];
  return (
    <OfficePage
      view={view}
      title={words.title}
      person={person}
      current="queue"
      error={Boolean(error)}
      before={<WayBack lang={view.lang} href={paths.office()} text={words.back} />}
    >
      {sentence ? (
        <ErrorSummary title={common.errorTitle} errors={[{ text: sentence, href: "#text" }]} />
      ) : null}
      <h1 class="govuk-heading-l">{words.title}</h1>
      <SearchBox lang={view.lang} unit={unit} text={text} error={sentence} />
      {rows && rows.length > 0 ? (
        <>
          <p class="govuk-body" role="status">
            {countOf(props, rows.length)}
          </p>
          <QueueTable rows={rows} caption={words.caption} lang={view.lang} />
          <Pages {...props} />
        </>
      ) : null}
      {rows?.length === 0 ? (
        <EmptyState icon="search" title={words.none}>
          {words.noneText}
        </EmptyState>
      ) : null}
    </OfficePage>
  );
}

/** How many there are in all is not counted; that there are more is always said. */
function countOf({ view, next, first }: SearchPageProps, count: number): string {
  const words = queueCopy(view.lang).search;
  if (first) return next === undefined ? words.count(count) : words.more(count);
  return next === undefined ? words.last(count) : words.further(count);
}

/** Buttons, because what is searched for may stand in no address. */
function Pages({ view, unit, text, next, first }: SearchPageProps) {
  const words = queueCopy(view.lang);
  const to = (label: string, cursor?: string) => (
    <form method="post" action={paths.officeSearch()} data-again="">
      <input type="hidden" name="unit" value={unit} />
      <input type="hidden" name="text" value={text} />
      {cursor === undefined ? null : <input type="hidden" name="cursor" value={cursor} />}
      <Button kind="secondary">{label}</Button>
    </form>
  );
  if (first && next === undefined) return null;
  return (
    <nav class="search-pages" aria-label={copy(view.lang).common.pagination}>
      {first ? null : to(words.firstPage)}
      {next === undefined ? null : to(words.nextPage, next)}
    </nav>
  );
}
