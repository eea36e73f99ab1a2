import type { Receipt } from "../../../functions/disclosure/disclosure.service.ts";
import {
  Button,
  ButtonGroup,
  Copyable,
  InsetText,
  PrintButton,
  SummaryList,
} from "../../components/index.ts";
import { disclosureCopy } from "../../copy/disclosure.ts";
import { copy } from "../../copy/index.ts";
import { intakeCopy } from "../../copy/office-intake.ts";
import { queueCopy } from "../../copy/office-queue.ts";
import { OfficePage } from "../../layout/office-page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { formatDay, formatInstant, formatReference } from "../../words.ts";
import { WayBack } from "./way-back.tsx";

export interface IntakeReceiptProps {
  view: View;
  person: { name: string; unit: string };
  unit: string;
  receipt: Receipt;
}

/** What the applicant takes along: number, query code, by when an answer comes. */
export function IntakeReceiptPage({ view, person, unit, receipt }: IntakeReceiptProps) {
  const { lang } = view;
  const { common } = copy(lang);
  const disclosure = disclosureCopy(lang);
  const words = intakeCopy(lang).receipt;
  const own = disclosure.receipt;
  const { reference, queryCode, due } = receipt;
  return (
    <OfficePage
      view={view}
      title={words.title}
      person={person}
      current="queue"
      before={<WayBack lang={lang} href={paths.office()} text={queueCopy(lang).search.back} />}
    >
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body no-print">{words.lead}</p>
      {due.from === "submission" ? <InsetText>{words.waiting}</InsetText> : null}
      {receipt.isNotified ? null : <p class="govuk-body no-print">{words.byPost}</p>}
      <section class="card" aria-label={words.title}>
        <Copyable label={own.reference} shown={formatReference(reference)} value={reference} words={common} />
        <Copyable label={own.queryCode} shown={formatReference(queryCode)} value={queryCode} words={common} />
        <SummaryList
          rows={[
            { key: own.unit, value: unit },
            { key: own.information, value: receipt.title },
            { key: own.submittedAt, value: formatInstant(receipt.submittedAt, lang) },
            { key: own.due, value: own.dueOn(formatDay(due.on, lang)) },
          ]}
        />
        {receipt.opensByPhone ? null : <p class="govuk-body">{words.codeOnly}</p>}
      </section>
      <ButtonGroup>
        <PrintButton text={own.print} />
        <Button kind="secondary" href={paths.officeIntakeScans(reference)}>
          {words.scans}
        </Button>
        <Button kind="secondary" href={paths.officeCase(reference)}>
          {words.open}
        </Button>
        <a class="govuk-link" href={paths.officeIntake()}>
          {words.another}
        </a>
      </ButtonGroup>
    </OfficePage>
  );
}
