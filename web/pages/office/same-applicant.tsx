import type { SameApplicant } from "../../../functions/disclosure/disclosure.find.ts";
import type { Outcome } from "../../../functions/disclosure/disclosure.outcome.ts";
import { Table } from "../../components/index.ts";
import { officeCopy } from "../../copy/office.ts";
import { OfficePage } from "../../layout/office-page.tsx";
import { paths } from "../../paths.ts";
import type { Language, View } from "../../view.ts";
import { dayOf, formatDay, formatReference } from "../../words.ts";
import { WayBack } from "./way-back.tsx";

export interface SameApplicantRow extends SameApplicant {
  readonly label: Outcome["label"] | undefined;
}

export interface SameApplicantProps {
  view: View;
  person: { name: string; unit: string };
  /** The case from which somebody looked. */
  reference: string;
  applicantMasked: string;
  rows: readonly SameApplicantRow[];
}

/** Every request of one applicant in this unit on one page, the newest first. */
export function SameApplicantPage({ view, person, reference, applicantMasked, rows }: SameApplicantProps) {
  const { lang } = view;
  const office = officeCopy(lang);
  const words = office.aside.same;
  return (
    <OfficePage
      view={view}
      title={words.title}
      person={person}
      current="queue"
      before={<WayBack lang={lang} href={paths.officeCase(reference)} text={office.aside.back} />}
    >
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.lead(applicantMasked, rows.length)}</p>
      <Table
        cards
        class="queue"
        caption={<span class="govuk-visually-hidden">{words.title}</span>}
        head={[words.request, words.state, words.submitted, words.due, words.answered].map((content) => ({
          content,
        }))}
        rows={rows.map((row) => cellsOf(row, row.reference === reference, lang))}
      />
    </OfficePage>
  );
}

function cellsOf(row: SameApplicantRow, here: boolean, lang: Language) {
  const { case: words, aside } = officeCopy(lang);
  const same = aside.same;
  const title = (
    <>
      <a class="govuk-link" href={paths.officeCase(row.reference)} aria-current={here ? "page" : undefined}>
        {row.title}
      </a>
      <br />
      <span class="muted number">{formatReference(row.reference)}</span>
    </>
  );
  const result = row.label ? row.label[lang] : same.none;
  return [
    { content: title, class: "queue__title" },
    { content: words.states[row.state], label: same.state },
    { content: formatDay(dayOf(row.submittedAt), lang), label: same.submitted },
    { content: formatDay(row.dueOn, lang), label: same.due },
    {
      content: row.answeredOn ? `${formatDay(row.answeredOn, lang)} · ${result}` : result,
      label: same.answered,
    },
  ];
}
