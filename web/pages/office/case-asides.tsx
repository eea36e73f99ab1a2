import type { AsideAction } from "../../../functions/disclosure/disclosure.aside.ts";
import type { OfficeView } from "../../../functions/disclosure/disclosure.service.ts";
import { Card, SummaryList } from "../../components/index.ts";
import { officeCopy } from "../../copy/office.ts";
import { intakeCopy } from "../../copy/office-intake.ts";
import { paths } from "../../paths.ts";
import type { Language } from "../../view.ts";
import {
  consultationRows,
  correctionRows,
  excessRows,
  extensionRows,
  familyRows,
  feeRows,
} from "./case-aside-rows.tsx";

/** What else can be done now, as links to the page of each act. */
export function AsideLinks({ lang, record }: { lang: Language; record: OfficeView }) {
  const { aside } = officeCopy(lang);
  const intake = intakeCopy(lang);
  const acts: Readonly<Record<string, { title: string }>> = aside.acts;
  const open = record.actions.filter((action): action is AsideAction => Object.hasOwn(acts, action));
  const same = record.masked ? undefined : paths.officeSameApplicant(record.head.reference);
  const scans = record.actions.includes("add_scan");
  if (open.length === 0 && same === undefined && !scans) return null;
  return (
    <nav class="act" aria-label={aside.menu}>
      <h3 class="govuk-heading-s">{aside.menu}</h3>
      <ul class="govuk-list">
        {open.map((action) => (
          <li>
            <a class="govuk-link" href={paths.officeAct(record.head.reference, action)}>
              {aside.acts[action].title}
            </a>
          </li>
        ))}
        {scans ? (
          <li>
            <a class="govuk-link" href={paths.officeIntakeScans(record.head.reference)}>
              {intake.scans.title}
            </a>
          </li>
        ) : null}
        {same ? (
          <li>
            <a class="govuk-link" href={same}>
              {aside.same.link}
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}

/** What a case waits for, and what has come of it. */
export function WaitingCard({ lang, record }: { lang: Language; record: OfficeView }) {
  const { waiting } = officeCopy(lang).aside;
  const rows = [familyRows, correctionRows, extensionRows, consultationRows, feeRows, excessRows].flatMap(
    (rowsOf) => rowsOf(record, lang),
  );
  if (rows.length === 0) return null;
  return (
    <Card title={waiting.title}>
      <SummaryList class="dense" rows={rows} />
    </Card>
  );
}
