import { Button } from "../../../components/button.tsx";
import { guideDeskCopy } from "../../../copy/office-guide.ts";
import { paths } from "../../../paths.ts";
import type { Language } from "../../../view.ts";

interface GuideDoorsProps {
  lang: Language;
  /** The unit to stay with; the own one is not named. */
  unit: string | undefined;
  mayWrite: boolean;
}

/** Where a list of guides leads to beside the guides themselves. */
export function GuideDoors({ lang, unit, mayWrite }: GuideDoorsProps) {
  const { desk } = guideDeskCopy(lang);
  const doors = [
    { href: paths.officeGuideReports({ unit }), text: desk.reports },
    { href: paths.officeGuideWords(), text: desk.words },
    { href: paths.officeGuideImports(), text: desk.importing },
  ];
  return (
    <div class="guide-doors">
      {mayWrite ? <Button href={paths.officeGuideNew()}>{desk.begin}</Button> : null}
      {doors.map(({ href, text }) => (
        <a class="govuk-link" href={href}>
          {text}
        </a>
      ))}
    </div>
  );
}
