import { copy } from "../../copy/index.ts";
import { paths } from "../../paths.ts";
import type { Language } from "../../view.ts";

/** What else there is of a case, on pages of its own. */
export function CaseLinks({ lang, reference }: { lang: Language; reference: string }) {
  const { letter, evidence } = copy(lang).office;
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
    </ul>
  );
}
