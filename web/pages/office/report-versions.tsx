import type { PublishedVersion } from "../../../functions/report/report.view.ts";
import { Table } from "../../components/index.ts";
import { reportCopy } from "../../copy/office-report.ts";
import type { Language } from "../../view.ts";
import { formatInstant } from "../../words.ts";
import { nameOf } from "./case-events.tsx";
import type { ReportPageProps } from "./report.tsx";
import type { ReportForm } from "./report-tables.tsx";
import { columnName, rowName } from "./report-words.ts";

const MOST_SHOWN = 12;

/** Every version that was published, the newest first, with what each changed. */
export function Versions({ view: { lang }, record: { frozen }, form }: ReportPageProps) {
  const words = reportCopy(lang).versions;
  const { n, at, by, reason, changes, hash } = words.columns;
  return (
    <Table
      cards
      caption={words.title}
      captionSize="m"
      head={[n, at, by, reason, changes, hash].map((content) => ({ content }))}
      rows={frozen.map((version) => [
        { content: version.n, label: n },
        { content: formatInstant(version.at, lang), label: at },
        { content: nameOf(version.by, lang), label: by },
        { content: version.reason ?? words.first, label: reason },
        { content: <Changes version={version} lang={lang} form={form} />, label: changes },
        { content: <span class="number">{version.hash.slice(0, 12)}</span>, label: hash },
      ])}
    />
  );
}

function Changes({ version, lang, form }: { version: PublishedVersion; lang: Language; form: ReportForm }) {
  const words = reportCopy(lang).versions;
  const { changes } = version;
  if (changes.length === 0) return <span class="muted">{words.none}</span>;
  return (
    <ul class="govuk-list">
      {changes.slice(0, MOST_SHOWN).map(({ row, column, before, after }) => (
        <li>{words.change(rowName(form, row, lang), columnName(form, column, lang), before, after)}</li>
      ))}
      {changes.length > MOST_SHOWN ? <li>{words.more(changes.length - MOST_SHOWN)}</li> : null}
    </ul>
  );
}
