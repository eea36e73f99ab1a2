import type { ImportAction, ImportRecord } from "../../../../functions/guide/guide.import.record.ts";
import { Button } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { ErrorSummary } from "../../../components/error-summary.tsx";
import { InsetText } from "../../../components/inset-text.tsx";
import { SummaryList } from "../../../components/summary-list.tsx";
import { guideImportCopy } from "../../../copy/guide-import.ts";
import { copy } from "../../../copy/index.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { paths } from "../../../paths.ts";
import type { Language, View } from "../../../view.ts";
import { formatInstant } from "../../../words.ts";
import { ImportRunning } from "../import-running.tsx";
import { WayBack } from "../way-back.tsx";
import { GuideReport, type GuideReportProps, RefusedRows } from "./import-report.tsx";
import { ImportResult } from "./import-result.tsx";

export interface GuideImportPageProps {
  view: View;
  person: { name: string; unit: string };
  record: ImportRecord;
  actions: readonly ImportAction[];
  /** Why the last press did nothing. */
  problem?: "preparer_unknown" | undefined;
  report: Omit<GuideReportProps, "lang" | "id">;
}

/** One file: what was found in it, what can be done now, how far it is, and each row that something is said of. */
export function GuideImportPage({ view, person, record, actions, problem, report }: GuideImportPageProps) {
  const { lang } = view;
  const { file, page } = guideImportCopy(lang);
  const { run } = record;
  return (
    <OfficePage
      view={view}
      title={`${record.file.name} - ${page.title}`}
      person={person}
      current="guides"
      error={problem !== undefined}
      before={<WayBack lang={lang} href={paths.officeGuideImports()} text={file.back} />}
    >
      {problem === undefined ? null : (
        <ErrorSummary title={copy(lang).common.errorTitle} errors={[{ href: "#act", text: file.moved }]} />
      )}
      <h1 class="govuk-heading-l">{record.file.name}</h1>
      {run !== undefined && !run.isDone ? <Running record={record} actions={actions} lang={lang} /> : null}
      {run?.isDone ? <ImportResult run={run} lang={lang} /> : null}
      <Findings record={record} lang={lang} />
      {run !== undefined && !run.isDone ? null : <Actions record={record} actions={actions} lang={lang} />}
      {run === undefined || run.refused.length === 0 ? null : (
        <RefusedRows refused={run.refused} lang={lang} />
      )}
      <GuideReport {...report} id={record.id} lang={lang} />
    </OfficePage>
  );
}

const number = (count: number): string => count.toLocaleString("en");

function Findings({ record, lang }: { record: ImportRecord; lang: Language }) {
  const { facts, found: words, formats, encodings, rows } = guideImportCopy(lang).file;
  const { found, format, encoding, unread, by, at } = record;
  const lines = [
    words.accepted(number(found.accepted)),
    ...(found.complete > 0 ? [words.complete(number(found.complete))] : []),
    ...(found.accepted > found.complete ? [words.incomplete(number(found.accepted - found.complete))] : []),
    ...(found.repairedRows > 0 ? [words.repaired(number(found.repairedRows))] : []),
    ...(found.rejected > 0 ? [words.rejected(number(found.rejected))] : []),
  ];
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
          { key: facts.format, value: `${formats[format]}（${encodings[encoding]}）` },
          { key: facts.by, value: by.name },
          { key: facts.at, value: formatInstant(at, lang) },
          ...(unread.length === 0 ? [] : [{ key: facts.unread, value: unread.join("、") }]),
        ]}
      />
    </Card>
  );
}

function Actions({
  record,
  actions,
  lang,
}: {
  record: ImportRecord;
  actions: readonly ImportAction[];
  lang: Language;
}) {
  const { act } = guideImportCopy(lang).file;
  const offered = actions.filter((action) => action !== "go_on");
  const isWaiting =
    record.found.complete > 0 && record.run?.mode !== "publish" && !offered.includes("publish");
  return (
    <Card title={act.title} id="act">
      {offered.length === 0 ? (
        <p class="govuk-body">{record.found.accepted === 0 ? act.noRows : act.nothing}</p>
      ) : null}
      {offered.map((action) => (
        <form method="post" action={paths.officeGuideImport(record.id)}>
          <h3 class="govuk-heading-s">{act[action].title}</h3>
          <p class="govuk-body">{act[action].text}</p>
          <Button name="action" value={action} preventDoubleClick>
            {act[action].button}
          </Button>
        </form>
      ))}
      {isWaiting ? <InsetText>{act.waiting}</InsetText> : null}
    </Card>
  );
}

interface RunningProps {
  record: ImportRecord;
  actions: readonly ImportAction[];
  lang: Language;
}

function Running({ record, actions, lang }: RunningProps) {
  const { running, act } = guideImportCopy(lang).file;
  return (
    <ImportRunning
      lang={lang}
      done={record.run?.tally.rows ?? 0}
      all={record.found.rows}
      action={paths.officeGuideImport(record.id)}
      mine={actions.includes("go_on")}
      text={running}
      other={act.other(record.run?.by.name ?? "")}
    />
  );
}
