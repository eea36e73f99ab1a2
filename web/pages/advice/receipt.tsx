import type { AdviceReceipt } from "../../../functions/advice/advice.submit.service.ts";
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
import { adviceCopy } from "../../copy/advice.ts";
import { copy } from "../../copy/index.ts";
import { Page } from "../../layout/page.tsx";
import { advicePaths } from "../../paths.advice.ts";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { formatDay, formatInstant, formatReference } from "../../words.ts";

export interface AdviceReceiptProps {
  view: View;
  receipt: AdviceReceipt;
  unit: { name: string; phone: string };
  /** The address under which it can be followed, as a QR code; it holds the number and never the code. */
  qr: readonly (readonly boolean[])[];
}

/** A small document: it can be printed, photographed and read out over the phone. */
export function AdviceReceiptPage({ view, receipt, unit, qr }: AdviceReceiptProps) {
  const { common } = copy(view.lang);
  const { receipt: own, title } = adviceCopy(view.lang);
  const { reference, queryCode, replyWorkingDays: days } = receipt;
  return (
    <Page view={view} title={`${own.title} - ${title}`} current="progress" phone={unit.phone}>
      <p class="only-print">
        {view.government[view.lang]} {own.document}
      </p>
      <Panel title={own.title}>{own.lead(unit.name)}</Panel>
      <section class="card" aria-label={own.document}>
        <div class="receipt__number">
          <Copyable
            label={own.reference}
            shown={formatReference(reference)}
            value={reference}
            words={common}
          />
        </div>
        <div class="receipt__code">
          <Copyable
            label={own.queryCode}
            shown={formatReference(queryCode)}
            value={queryCode}
            words={common}
          />
        </div>
        <WarningText prefix={common.warning}>{own.keep}</WarningText>
      </section>
      <Card title={own.due}>
        <p class="receipt__due">{own.dueOn(formatDay(receipt.dueOn, view.lang))}</p>
        <p>{own.promise(days)}</p>
        {receipt.provisional ? <p>{own.provisional}</p> : null}
        <p>{receipt.isNotified ? own.notified : own.notNotified}</p>
      </Card>
      <Card title={own.what}>
        <Facts view={view} receipt={receipt} unit={unit.name} />
      </Card>
      <Card title={own.follow}>
        <div class="receipt__qr">
          <Qr modules={qr} label={own.qr} />
          <p class="muted">{own.qr}</p>
        </div>
      </Card>
      <div class="govuk-button-group">
        <Button href={paths.progress(reference)}>{own.follow}</Button>
        <PrintButton text={own.print} />
        <a class="govuk-link no-print" href={advicePaths.list()}>
          {own.more}
        </a>
      </div>
    </Page>
  );
}

function Facts({ view, receipt, unit }: Pick<AdviceReceiptProps, "view" | "receipt"> & { unit: string }) {
  const { receipt: own, kinds } = adviceCopy(view.lang);
  const rows = [
    { key: own.kind, value: kinds[receipt.kind] },
    { key: own.subject, value: <bdi>{receipt.subject}</bdi> },
    { key: own.unit, value: unit },
    { key: own.submittedAt, value: formatInstant(receipt.submittedAt, view.lang) },
  ];
  return <SummaryList rows={rows} />;
}
