import { PrintButton } from "../../components/copyable.tsx";
import { Qr } from "../../components/qr.tsx";
import { guideCopy } from "../../copy/guide.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import { AboutSection } from "./about.tsx";
import { ConditionsSection } from "./conditions.tsx";
import { ContactsSection, QuestionsSection, RemedySection } from "./contacts.tsx";
import { GuideHead } from "./guide.tsx";
import { LimitsSection } from "./limits.tsx";
import { MaterialsSection } from "./materials.tsx";
import { FeesSection, ResultsSection } from "./outcome.tsx";
import { PlacesSection } from "./places.tsx";
import type { GuideProps } from "./shown.ts";

/** The same guide for paper: one column, nothing folded, and the code that leads back to it from the sheet. */
export function GuidePrintPage(given: GuideProps) {
  const props = { ...given, unfolded: true };
  const { view, shown, contact, links } = props;
  const words = guideCopy(view.lang).guide;
  return (
    <Page
      view={view}
      title={words.printTitle(shown.guide.taskName)}
      back={paths.guide(shown.id)}
      current="guides"
      task
      phone={contact.phone}
    >
      <div class="bring__actions no-print">
        <PrintButton text={words.materials.print} />
      </div>
      <div class="guide-paper">
        <GuideHead {...props} />
        <ConditionsSection {...props} />
        <MaterialsSection {...props} />
        <PlacesSection {...props} />
        <LimitsSection {...props} />
        <FeesSection {...props} />
        <ResultsSection {...props} />
        <QuestionsSection {...props} />
        <ContactsSection {...props} />
        <RemedySection {...props} />
        <AboutSection {...props} />
        <div class="card receipt__qr">
          <Qr modules={links.qr} label={words.about.qrLabel(links.self)} />
          <p>
            {words.about.qr}
            <br />
            <span class="muted guide__code">{links.self}</span>
          </p>
        </div>
      </div>
    </Page>
  );
}
