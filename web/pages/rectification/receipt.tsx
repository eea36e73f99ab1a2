import type { RectificationReceipt } from "../../../functions/rectification/rectification.service.ts";
import { Card, SummaryList } from "../../components/index.ts";
import { disclosureCopy } from "../../copy/disclosure.ts";
import { rectificationCopy } from "../../copy/rectification.ts";
import { Receipt } from "../../layout/receipt.tsx";
import type { Language, View } from "../../view.ts";
import { formatDay, formatInstant } from "../../words.ts";

export interface RectificationReceiptProps {
  view: View;
  receipt: RectificationReceipt;
  unit: { name: string; phone: string };
  /** The address under which it can be followed; it holds the number and never the code. */
  qr: readonly (readonly boolean[])[];
}

export function RectificationReceiptPage({ view, receipt, unit, qr }: RectificationReceiptProps) {
  const own = rectificationCopy(view.lang).receipt;
  const shared = disclosureCopy(view.lang).receipt;
  return (
    <Receipt
      {...{ view, receipt, qr }}
      of={rectificationCopy(view.lang).title}
      words={{ ...shared, title: own.title, document: own.document, keep: own.keep }}
      lead={own.lead(unit.name)}
      phone={unit.phone}
    >
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
    </Receipt>
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
