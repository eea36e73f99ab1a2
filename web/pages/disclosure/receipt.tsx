import type { Content } from "../../components/attributes.ts";
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
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { formatDay, formatInstant, formatReference } from "../../words.ts";

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

/** The receipt is a small document: it can be printed, photographed and read out over the phone. */
export function ReceiptPage({ view, receipt, unit, qr }: ReceiptProps) {
  const words = copy(view.lang);
  const own = disclosureCopy(view.lang).receipt;
  return (
    <Page
      view={view}
      title={`${own.title} - ${disclosureCopy(view.lang).title}`}
      current="progress"
      phone={unit.phone}
    >
      <p class="only-print">
        {view.government[view.lang]} {own.document}
      </p>
      <Panel title={own.title}>{own.lead(unit.name)}</Panel>
      <section class="card" aria-label={own.document}>
        <div class="receipt__number">
          <Copyable
            label={own.reference}
            shown={formatReference(receipt.reference)}
            value={receipt.reference}
            words={words.common}
          />
        </div>
        <div class="receipt__code">
          <Copyable
            label={own.queryCode}
            shown={formatReference(receipt.queryCode)}
            value={receipt.queryCode}
            words={words.common}
          />
        </div>
        <WarningText prefix={words.common.warning}>{own.keep}</WarningText>
        <p class="muted no-print">{own.save}</p>
      </section>
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
      <Card title={own.progress}>
        <Follow label={own.qr}>
          <Qr modules={qr} label={own.qr} />
        </Follow>
      </Card>
      <div class="govuk-button-group">
        <Button href={paths.progress(receipt.reference)}>{own.progress}</Button>
        <PrintButton text={own.print} />
      </div>
    </Page>
  );
}

function Follow({ label, children }: { label: string; children?: Content }) {
  return (
    <div class="receipt__qr">
      {children}
      <p class="muted">{label}</p>
    </div>
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
