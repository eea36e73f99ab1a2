import { copy } from "../../copy/index.ts";
import { paths } from "../../paths.ts";
import type { Language } from "../../view.ts";

/** What else there is of a case, on pages of its own. */
export function CaseLinks({ lang, reference }: { lang: Language; reference: string }) {
  const { letter, evidence } = copy(lang).office;
  return (
    <p class="case__links no-print">
      <a class="govuk-link" href={paths.officeCaseLetters(reference)}>
        {letter.ofCase.open}
      </a>{" "}
      <a class="govuk-link" href={paths.officeEvidence(reference)}>
        {evidence.open}
      </a>
    </p>
  );
}
