import type { OldAction, OldImport, OldRun } from "../../../../functions/old/old.record.ts";
import { Button } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { SummaryList } from "../../../components/summary-list.tsx";
import { oldCopy } from "../../../copy/old.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { oldPaths } from "../../../paths.old.ts";
import type { Language, View } from "../../../view.ts";
import { formatInstant } from "../../../words.ts";
import { ImportRunning } from "../import-running.tsx";
import { WayBack } from "../way-back.tsx";
import { OldReport, type OldReportProps } from "./report.tsx";

export interface OldImportPageProps {
  view: View;
  person: { name: string; unit: string };
  record: OldImport;
  actions: readonly OldAction[];
  report: Omit<OldReportProps, "lang" | "id">;
}

interface PartProps {
  record: OldImport;
  actions: readonly OldAction[];
  lang: Language;
}

/** One register: what was found in it, what can be done now, how far it is, and each row that something is said of. */
export function OldImportPage({ view, person, record, actions, report }: OldImportPageProps) {
  const { lang } = view;
  const { file, page } = oldCopy(lang);
  const { run } = record;
  return (
    <OfficePage
      view={view}
      title={`${record.file.name} - ${page.title}`}
      person={person}
      current="queue"
      before={<WayBack lang={lang} href={oldPaths.imports()} text={file.back} />}
    >
      <h1 class="govuk-heading-l">{record.file.name}</h1>
      {run !== undefined && !run.isDone ? <Running record={record} actions={actions} lang={lang} /> : null}
      {run?.isDone ? <Done run={run} lang={lang} /> : <Findings record={record} lang={lang} />}
      {run === undefined ? <Begin record={record} actions={actions} lang={lang} /> : null}
      <OldReport {...report} id={record.id} lang={lang} />
    </OfficePage>
  );
}

const number = (count: number): string => count.toLocaleString("en");

function Findings({ record, lang }: Omit<PartProps, "actions">) {
  const { facts, found: words, formats, encodings, rows } = oldCopy(lang).file;
  const { found, format, encoding, unread, by, at } = record;
  const lines = [
    words.added(number(found.added)),
    ...(found.uncounted > 0 ? [words.uncounted(number(found.uncounted))] : []),
    ...(found.unchanged > 0 ? [words.unchanged(number(found.unchanged))] : []),
    ...(found.repairedRows > 0 ? [words.repaired(number(found.repairedRows))] : []),
    ...(found.rejected > 0 ? [words.rejected(number(found.rejected))] : []),
  ];
  const kind = format === "csv" ? `${formats.csv}（${encodings[encoding]}）` : formats[format];
  return (
    <Card title={words.title}>
      <ul class="govuk-list govuk-list--bullet">
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <SummaryList
        rows={[
          { key: facts.rows, value: rows(number(found.rows)) },
          { key: facts.format, value: kind },
          { key: facts.by, value: by.name },
          { key: facts.at, value: formatInstant(at, lang) },
          ...(unread.length === 0
            ? []
            : [{ key: facts.unread, value: <span class="typed-text">{unread.join("、")}</span> }]),
        ]}
      />
    </Card>
  );
}

function Begin({ record, actions, lang }: PartProps) {
  const { act } = oldCopy(lang).file;
  return (
    <Card title={act.title} id="act">
      {actions.includes("take") ? (
        <form method="post" action={oldPaths.one(record.id)}>
          <p class="govuk-body">{act.text}</p>
          <Button name="action" value="take" preventDoubleClick>
            {act.button}
          </Button>
        </form>
      ) : (
        <p class="govuk-body">{record.found.accepted === 0 ? act.noRows : act.nothing}</p>
      )}
    </Card>
  );
}

function Running({ record, actions, lang }: PartProps) {
  const { running, act } = oldCopy(lang).file;
  return (
    <ImportRunning
      lang={lang}
      done={record.run?.tally.rows ?? 0}
      all={record.found.rows}
      action={oldPaths.one(record.id)}
      mine={actions.includes("go_on")}
      text={running}
      other={act.nothing}
    />
  );
}

function Done({ run, lang }: { run: OldRun; lang: Language }) {
  const { done } = oldCopy(lang).file;
  const { added, unchanged, uncounted, rejected } = run.tally;
  return (
    <Card title={done.title}>
      <p class="govuk-body">{done.by(run.by.name)}</p>
      <SummaryList
        rows={[
          { key: done.added, value: number(added) },
          { key: done.unchanged, value: number(unchanged) },
          ...(uncounted === 0 ? [] : [{ key: done.uncounted, value: number(uncounted) }]),
          { key: done.rejected, value: number(rejected) },
        ]}
      />
    </Card>
  );
}
