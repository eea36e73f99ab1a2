import { Card, SummaryList } from "../../components/index.ts";
import { disclosureCopy } from "../../copy/disclosure.ts";
import { Receipt } from "../../layout/receipt.tsx";
import type { View } from "../../view.ts";
import { formatDay, formatInstant } from "../../words.ts";

export interface ReceiptProps {
  view: View;
  receipt: {
    reference: string;
    queryCode: string;
    submittedAt: string;
    title: string;
    due: { on: string; from: string };
    attachments: readonly { name: string }[];
  };
  unit: { name: string; phone: string };
  /** The address under which the request can be followed, as a QR code; it holds the number and never the code. */
  qr: readonly (readonly boolean[])[];
}

export function ReceiptPage({ view, receipt, unit, qr }: ReceiptProps) {
  const own = disclosureCopy(view.lang).receipt;
  return (
    <Receipt
      {...{ view, receipt, qr }}
      of={disclosureCopy(view.lang).title}
      words={own}
      lead={own.lead(unit.name)}
      phone={unit.phone}
    >
      <Card title={own.due}>
        <p class="receipt__due">{own.dueOn(formatDay(receipt.due.on, view.lang))}</p>
        <p>{receipt.due.from === "receipt" ? own.fromReceipt : own.fromSubmission}</p>
      </Card>
      <Card title={own.next}>
        <ol class="govuk-list govuk-list--number">
          {own.nextSteps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
      </Card>
      <Card title={own.what}>
        <Facts view={view} receipt={receipt} unit={unit.name} />
      </Card>
    </Receipt>
  );
}

function Facts({ view, receipt, unit }: Pick<ReceiptProps, "view" | "receipt"> & { unit: string }) {
  const own = disclosureCopy(view.lang).receipt;
  const files = receipt.attachments;
  const rows = [
    { key: own.unit, value: unit },
    { key: own.information, value: <bdi>{receipt.title}</bdi> },
    { key: own.files, value: own.fileCount(files.length) },
    { key: own.submittedAt, value: formatInstant(receipt.submittedAt, view.lang) },
  ];
  return <SummaryList rows={rows} />;
}
