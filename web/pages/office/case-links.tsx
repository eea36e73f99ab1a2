import { copy } from "../../copy/index.ts";
import { paths } from "../../paths.ts";
import type { Language } from "../../view.ts";

/** What else there is of a case, on pages of its own. */
export function CaseLinks({ lang, reference }: { lang: Language; reference: string }) {
  const { ofCase } = copy(lang).office.letter;
  return (
    <p class="case__links no-print">
      <a class="govuk-link" href={paths.officeCaseLetters(reference)}>
        {ofCase.open}
      </a>
    </p>
  );
}
