import type { RectificationReceipt } from "../../../functions/rectification/rectification.service.ts";
import {
  Button,
  Card,
  Copyable,
  Panel,
  PrintButton,
  Qr,
  SummaryList,
  WarningText,
} from "../../components/index.ts";
import { disclosureCopy } from "../../copy/disclosure.ts";
import { copy } from "../../copy/index.ts";
import { rectificationCopy } from "../../copy/rectification.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import type { Language, View } from "../../view.ts";
import { formatDay, formatInstant, formatReference } from "../../words.ts";

export interface RectificationReceiptProps {
  view: View;
  receipt: RectificationReceipt;
  unit: { name: string; phone: string };
  /** The address under which it can be followed; it holds the number and never the code. */
  qr: readonly (readonly boolean[])[];
}

/** A small document: it can be printed, photographed and read out over the phone. */
export function RectificationReceiptPage({ view, receipt, unit, qr }: RectificationReceiptProps) {
  const own = rectificationCopy(view.lang).receipt;
  const shared = disclosureCopy(view.lang).receipt;
  const { common } = copy(view.lang);
  return (
    <Page
      view={view}
      title={`${own.title} - ${rectificationCopy(view.lang).title}`}
      current="progress"
      phone={unit.phone}
    >
      <p class="only-print">
        {view.government[view.lang]} {own.document}
      </p>
      <Panel title={own.title}>{own.lead(unit.name)}</Panel>
      <section class="card" aria-label={own.document}>
        <Numbers receipt={receipt} lang={view.lang} />
        <WarningText prefix={common.warning}>{own.keep}</WarningText>
        <p class="muted no-print">{shared.save}</p>
      </section>
      <Card title={own.dueTitle}>
        <Due receipt={receipt} lang={view.lang} />
      </Card>
      <Card title={own.next}>
        <ol class="govuk-list govuk-list--number">
          {own.nextSteps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
      </Card>
      <Card title={own.facts}>
        <SummaryList
          rows={[
            { key: own.unit, value: unit.name },
            { key: rectificationCopy(view.lang).fields.record.short, value: <bdi>{receipt.title}</bdi> },
            { key: own.evidence, value: own.evidenceCount(receipt.attachments.length) },
            { key: shared.submittedAt, value: formatInstant(receipt.submittedAt, view.lang) },
          ]}
        />
      </Card>
      <Card title={shared.progress}>
        <div class="receipt__qr">
          <Qr modules={qr} label={shared.qr} />
          <p class="muted">{shared.qr}</p>
        </div>
      </Card>
      <div class="govuk-button-group">
        <Button href={paths.progress(receipt.reference)}>{shared.progress}</Button>
        <PrintButton text={shared.print} />
      </div>
    </Page>
  );
}

export function Numbers({ receipt, lang }: { receipt: RectificationReceipt; lang: Language }) {
  const shared = disclosureCopy(lang).receipt;
  const { common } = copy(lang);
  const { reference, queryCode } = receipt;
  return (
    <>
      <div class="receipt__number">
        <Copyable
          label={shared.reference}
          shown={formatReference(reference)}
          value={reference}
          words={common}
        />
      </div>
      <div class="receipt__code">
        <Copyable
          label={shared.queryCode}
          shown={formatReference(queryCode)}
          value={queryCode}
          words={common}
        />
      </div>
    </>
  );
}

/** The unit's own date, and that no law gives one. */
export function Due({ receipt: { due }, lang }: { receipt: RectificationReceipt; lang: Language }) {
  const own = rectificationCopy(lang).receipt;
  return (
    <>
      <p class="receipt__due">{own.due(formatDay(due.on, lang), due.workingDays)}</p>
      <p>{own.dueNote}</p>
      {due.provisional ? <p class="muted">{own.provisional}</p> : null}
    </>
  );
}
