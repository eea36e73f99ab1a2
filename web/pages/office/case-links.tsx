import { copy } from "../../copy/index.ts";
import { paths } from "../../paths.ts";
import type { Language } from "../../view.ts";

interface CaseLinksProps {
  lang: Language;
  reference: string;
  /** What was answered can be published. */
  answered: boolean;
}

/** What else there is of a case, on pages of its own. */
export function CaseLinks({ lang, reference, answered }: CaseLinksProps) {
  const { letter, evidence, publishedAnswers } = copy(lang).office;
  return (
    <ul class="case__links no-print">
      <li>
        <a class="govuk-link" href={paths.officeCaseLetters(reference)}>
          {letter.ofCase.open}
        </a>
      </li>
      <li>
        <a class="govuk-link" href={paths.officeEvidence(reference)}>
          {evidence.open}
        </a>
      </li>
      {answered ? (
        <li>
          <a class="govuk-link" href={paths.officePublishedOf(reference)}>
            {publishedAnswers.fromCase}
          </a>
        </li>
      ) : null}
    </ul>
  );
}
