import { officeNavCopy } from "../../copy/office-nav.ts";
import { paths } from "../../paths.ts";
import type { Language } from "../../view.ts";

interface CaseLinksProps {
  lang: Language;
  reference: string;
  /** Which of them this person may open; a link that is refused would be an attempt on record. */
  open: { letters: boolean; evidence: boolean; publish: boolean };
}

/** What else there is of a case, on pages of its own. */
export function CaseLinks({ lang, reference, open }: CaseLinksProps) {
  const { ofCase } = officeNavCopy(lang);
  const links = [
    ...(open.letters ? [{ href: paths.officeCaseLetters(reference), text: ofCase.letters }] : []),
    ...(open.evidence ? [{ href: paths.officeEvidence(reference), text: ofCase.evidence }] : []),
    ...(open.publish ? [{ href: paths.officePublishedOf(reference), text: ofCase.publish }] : []),
  ];
  if (links.length === 0) return null;
  return (
    <ul class="case__links no-print">
      {links.map(({ href, text }) => (
        <li>
          <a class="govuk-link" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}
