import type { AuditEntry } from "../../../functions/audit/audit.ts";
import type { OfficeView } from "../../../functions/disclosure/disclosure.service.ts";
import { Details } from "../../components/index.ts";
import { officeCopy } from "../../copy/office.ts";
import type { View } from "../../view.ts";
import { formatDay } from "../../words.ts";
import { CountedDays } from "../progress/why.tsx";
import { AuditTable, Events } from "./case-events.tsx";

export interface BelowProps {
  view: View;
  record: OfficeView;
  /** For whoever may read the record. */
  audit?: readonly AuditEntry[] | undefined;
}

/** Why the date is its date, what has happened, and the record of it. */
export function Below({ view: { lang }, record, audit }: BelowProps) {
  const words = officeCopy(lang).case;
  const { due, imported } = record.head;
  const explain = words.whyFrom[due.from];
  return (
    <>
      {imported === undefined ? (
        <Details summary={words.why}>
          <p class="govuk-body">{explain(formatDay(due.startedOn, lang), due.limitWorkingDays)}</p>
          <CountedDays lang={lang} due={due} days={record.why} />
        </Details>
      ) : null}
      <h2 class="govuk-heading-m">{words.events}</h2>
      <Events lang={lang} events={record.events} />
      {audit ? (
        <Details summary={words.audit}>
          <AuditTable lang={lang} entries={audit} />
        </Details>
      ) : null}
    </>
  );
}
