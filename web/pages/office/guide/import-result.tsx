import type { ImportRun } from "../../../../functions/guide/guide.import.record.ts";
import { Card } from "../../../components/card.tsx";
import { SummaryList } from "../../../components/summary-list.tsx";
import { guideImportCopy } from "../../../copy/guide-import.ts";
import { paths } from "../../../paths.ts";
import type { Language } from "../../../view.ts";

/** What became of the rows, and where to find them. */
export function ImportResult({ run, lang }: { run: ImportRun; lang: Language }) {
  const { done: words } = guideImportCopy(lang).file;
  const { added, changed, unchanged, published, drafts, rejected } = run.tally;
  const counts = [
    [words.added, added],
    [words.changed, changed],
    [words.unchanged, unchanged],
    [words.published, published],
    [words.saved, drafts],
    [words.rejected, rejected],
  ] as const;
  return (
    <Card title={words.title}>
      <p class="govuk-body">{words[run.mode](run.by.name)}</p>
      <SummaryList
        rows={counts
          .filter(([, count]) => count > 0)
          .map(([key, count]) => ({ key, value: count.toLocaleString("en") }))}
      />
      <ul class="govuk-list">
        {drafts > 0 ? (
          <li>
            <a class="govuk-link" href={paths.officeGuides({ list: "draft" })}>
              {words.seeDrafts}
            </a>
          </li>
        ) : null}
        {published > 0 ? (
          <li>
            <a class="govuk-link" href={paths.officeGuides({ list: "published" })}>
              {words.seePublished}
            </a>
          </li>
        ) : null}
      </ul>
    </Card>
  );
}
