import type { Content } from "../../components/attributes.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { Pagination } from "../../components/pagination.tsx";
import { Table } from "../../components/table.tsx";
import { Tag, type TagColour } from "../../components/tag.tsx";
import { copy } from "../../copy/index.ts";
import { importCopy } from "../../copy/office-import.ts";
import type { Language } from "../../view.ts";
import { ImportKinds } from "./import-kinds.tsx";

/** One reason that a row was refused, changed or is not complete for, in words. */
export interface ImportLine {
  row: number;
  item: Content;
  result: { text: string; colour: TagColour };
  reason: string;
  /** Which columns are meant, or which earlier row. */
  places: string;
}

/** What the page of one file gives its report, whatever is imported. */
export interface ImportPortion<Result extends string, Line> {
  only: Result | undefined;
  counts: Readonly<Record<Result, number>>;
  /** The lines of this page. */
  lines: readonly Line[];
  page: number;
  pages: number;
}

export interface ImportReportProps<Result extends string>
  extends Omit<ImportPortion<Result, ImportLine>, "lines"> {
  lang: Language;
  lines: readonly ImportLine[];
  kinds: readonly Result[];
  names: Readonly<Record<Result, string>>;
  /** What the second column shows. */
  item: string;
  hrefOf: (query: { only?: Result | undefined; page?: string | undefined }) => string;
  /** All of it, as a table to keep. */
  download: string;
}

/** Row by row: each kind, a page of it, and all of it as a table. */
export function ImportReport<Result extends string>(props: ImportReportProps<Result>) {
  const { lang, only, counts, kinds, names, page, pages, hrefOf } = props;
  const words = importCopy(lang);
  const here = (at: number) => hrefOf({ only, page: at === 1 ? undefined : String(at) });
  if (kinds.every((kind) => counts[kind] === 0))
    return (
      <Section title={words.title}>
        <EmptyState icon="file" title={words.none.title} headingLevel={3}>
          {words.none.text}
        </EmptyState>
      </Section>
    );
  return (
    <Section title={words.title}>
      <ImportKinds
        {...{ lang, only, counts, kinds, names, words }}
        hrefOf={(kind) => hrefOf({ only: kind })}
      />
      <Lines {...props} caption={words.caption(only === undefined ? words.all : names[only])} />
      {pages > 1 ? (
        <Pagination
          label={copy(lang).common.pagination}
          previous={page > 1 ? { href: here(page - 1), text: words.previous } : undefined}
          next={page < pages ? { href: here(page + 1), text: words.next } : undefined}
        />
      ) : null}
      <p class="govuk-body">
        <a class="govuk-link" href={props.download}>
          {words.download}
        </a>
      </p>
    </Section>
  );
}

function Section({ title, children }: { title: string; children?: Content }) {
  return (
    <section aria-labelledby="report">
      <h2 class="govuk-heading-m" id="report">
        {title}
      </h2>
      {children}
    </section>
  );
}

interface LinesProps {
  lines: readonly ImportLine[];
  item: string;
  caption: string;
  lang: Language;
}

function Lines({ lines, item, caption, lang }: LinesProps) {
  const { columns } = importCopy(lang);
  return (
    <Table
      cards
      class="queue"
      caption={<span class="govuk-visually-hidden">{caption}</span>}
      head={[
        { content: columns.row, numeric: true },
        { content: item },
        { content: columns.result },
        { content: columns.words },
      ]}
      rows={lines.map((line) => [
        { content: line.row, label: columns.row, numeric: true },
        { content: line.item, label: item },
        { content: <Tag colour={line.result.colour}>{line.result.text}</Tag>, label: columns.result },
        {
          content: (
            <span>
              {line.reason}
              <span class="findings__what typed-text">{line.places}</span>
            </span>
          ),
          label: columns.words,
        },
      ])}
    />
  );
}
