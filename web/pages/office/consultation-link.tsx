import type { OfficeConsultation } from "../../../functions/disclosure/disclosure.consultation.ts";
import { Copyable, PrintButton, Qr, SummaryList } from "../../components/index.ts";
import { consultationCopy } from "../../copy/consultation.ts";
import { copy } from "../../copy/index.ts";
import { officeCopy } from "../../copy/office.ts";
import { OfficePage } from "../../layout/office-page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { formatDay } from "../../words.ts";
import { WayBack } from "./way-back.tsx";

export interface ConsultationLinkProps {
  view: View;
  person: { name: string; unit: string };
  /** The unit that asks. */
  unit: string;
  reference: string;
  consultation: OfficeConsultation;
  address: string;
  qr: readonly (readonly boolean[])[];
}

/** The slip that goes out with the letter: who asks, by when to answer, and where. */
export function ConsultationLinkPage(props: ConsultationLinkProps) {
  const { view, person, unit, reference, consultation, address, qr } = props;
  const { lang } = view;
  const { common } = copy(lang);
  const office = officeCopy(lang);
  const words = consultationCopy(lang);
  return (
    <OfficePage
      view={view}
      title={office.aside.waiting.link}
      person={person}
      current="queue"
      before={<WayBack lang={lang} href={paths.officeCase(reference)} text={office.aside.back} />}
    >
      <h1 class="govuk-heading-l">{office.aside.waiting.link}</h1>
      <p class="govuk-body no-print">{office.aside.waiting.linkHint}</p>
      <SummaryList
        rows={[
          { key: words.to, value: consultation.name },
          { key: words.unit, value: unit },
          { key: words.about, value: <span class="typed-text">{consultation.about}</span> },
          { key: words.until, value: formatDay(consultation.until, lang) },
        ]}
      />
      <p class="govuk-body">{words.silence[consultation.party]}</p>
      <Copyable label={words.address} shown={address} words={common} />
      <Qr modules={qr} label={words.qr} />
      <PrintButton text={common.print} />
    </OfficePage>
  );
}
