import type { ChainVerdict } from "../../../functions/case/case.chain.ts";
import { Button, Card, InsetText, WarningText } from "../../components/index.ts";
import { copy } from "../../copy/index.ts";
import { evidenceCopy } from "../../copy/office-evidence.ts";
import { OfficePage } from "../../layout/office-page.tsx";
import { paths } from "../../paths.ts";
import type { Language, View } from "../../view.ts";
import { WayBack } from "./way-back.tsx";

export interface EvidencePageProps {
  view: View;
  person: { name: string; unit: string };
  reference: string;
  title: string;
  verdict: ChainVerdict;
  /** How many files of each part. */
  counts: Readonly<Record<string, number>>;
}

/** What a review body will get, and whether the record can be proven. */
export function EvidencePage({ view, person, reference, title, verdict, counts }: EvidencePageProps) {
  const { lang } = view;
  const { common } = copy(lang);
  const words = evidenceCopy(lang);
  return (
    <OfficePage
      view={view}
      title={words.title(title)}
      person={person}
      current="queue"
      before={<WayBack lang={lang} href={paths.officeCase(reference)} text={words.back} />}
    >
      <h1 class="govuk-heading-l">{words.title(title)}</h1>
      <p class="govuk-body">{words.intro}</p>
      <Card title={words.chain}>
        {verdict.ok ? (
          <p class="report__check--good">{verdictWords(verdict, lang)}</p>
        ) : (
          <WarningText prefix={common.warning}>{verdictWords(verdict, lang)}</WarningText>
        )}
      </Card>
      <Card title={words.contents}>
        <ul class="govuk-list govuk-list--bullet">
          {Object.entries(words.parts).map(([part, name]) => (
            <li>
              {name}
              {counts[part] === undefined ? null : <span class="muted"> {counts[part]}</span>}
            </li>
          ))}
        </ul>
      </Card>
      <InsetText>{words.personal}</InsetText>
      <form method="post" action={paths.officeEvidence(reference)}>
        <Button preventDoubleClick>{words.create}</Button>
      </form>
    </OfficePage>
  );
}

export function verdictWords(verdict: ChainVerdict, lang: Language): string {
  const words = evidenceCopy(lang);
  if (!verdict.ok) return words.bad(verdict.n);
  const { events, chained } = verdict;
  return events === chained ? words.good(events) : words.older(events, chained);
}
