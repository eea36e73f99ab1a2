import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { copy } from "../../copy/index.ts";
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
}

export function SearchPage({ view, person, unit, text, error, rows }: SearchPageProps) {
  const { common, office } = copy(view.lang);
  const words = office.queue.search;
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
            {words.count(rows.length)}
          </p>
          <QueueTable rows={rows} caption={words.caption} lang={view.lang} />
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
