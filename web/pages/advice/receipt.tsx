import type { AdviceReceipt } from "../../../functions/advice/advice.submit.service.ts";
import { Card, NotificationBanner, SummaryList } from "../../components/index.ts";
import { adviceCopy } from "../../copy/advice.ts";
import { copy } from "../../copy/index.ts";
import { Receipt } from "../../layout/receipt.tsx";
import { advicePaths } from "../../paths.advice.ts";
import type { View } from "../../view.ts";
import { formatDay, formatInstant } from "../../words.ts";

export interface AdviceReceiptProps {
  view: View;
  receipt: AdviceReceipt;
  unit: { name: string; phone: string };
  /** The same words were sent once more, which handed in nothing. */
  again: boolean;
  qr: readonly (readonly boolean[])[];
}

export function AdviceReceiptPage({ view, receipt, unit, again, qr }: AdviceReceiptProps) {
  const { receipt: own, title } = adviceCopy(view.lang);
  const { important } = copy(view.lang).common;
  return (
    <Receipt
      {...{ view, receipt, qr }}
      of={title}
      words={own}
      lead={own.lead(unit.name)}
      phone={unit.phone}
      before={again ? <NotificationBanner title={important} role="alert" text={own.again} /> : null}
      more={
        <a class="govuk-link no-print" href={advicePaths.list()}>
          {own.more}
        </a>
      }
    >
      <Card title={own.due}>
        <p class="receipt__due">{own.dueOn(formatDay(receipt.dueOn, view.lang))}</p>
        <p>{own.promise(receipt.replyWorkingDays)}</p>
        {receipt.provisional ? <p>{own.provisional}</p> : null}
        <p>{receipt.isNotified ? own.notified : own.notNotified}</p>
      </Card>
      <Card title={own.what}>
        <Facts view={view} receipt={receipt} unit={unit.name} />
      </Card>
    </Receipt>
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
