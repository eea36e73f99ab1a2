import type { AsideAction } from "../../../functions/disclosure/disclosure.aside.ts";
import type { OfficeView } from "../../../functions/disclosure/disclosure.service.ts";
import type { SummaryRow } from "../../components/index.ts";
import { Card, SummaryList } from "../../components/index.ts";
import { copy } from "../../copy/index.ts";
import { paths } from "../../paths.ts";
import type { Language } from "../../view.ts";
import { formatDay } from "../../words.ts";

/** What else can be done now, as links to the page of each act. */
export function AsideLinks({ lang, record }: { lang: Language; record: OfficeView }) {
  const { aside } = copy(lang).office;
  const acts: Readonly<Record<string, { title: string }>> = aside.acts;
  const open = record.actions.filter((action): action is AsideAction => Object.hasOwn(acts, action));
  if (open.length === 0) return null;
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
      </ul>
    </nav>
  );
}

/** What a case waits for, and what has come of it. */
export function WaitingCard({ lang, record }: { lang: Language; record: OfficeView }) {
  const { waiting } = copy(lang).office.aside;
  const rows = [...correctionRows(record, lang), ...extensionRows(record, lang)];
  if (rows.length === 0) return null;
  return (
    <Card title={waiting.title}>
      <SummaryList class="dense" rows={rows} />
    </Card>
  );
}

const typed = (text: string) => <span class="typed-text">{text}</span>;

function correctionRows({ head, correctionNote }: OfficeView, lang: Language): SummaryRow[] {
  const { waiting, acts } = copy(lang).office.aside;
  const { correction } = head;
  if (correction === undefined) return [];
  const { madeOn, until, what } = correction;
  const state =
    madeOn === undefined
      ? waiting.correction(formatDay(until, lang))
      : waiting.corrected(formatDay(madeOn, lang));
  return [
    { key: acts.ask_correction.title, value: state },
    { key: waiting.what, value: typed(what) },
    ...(correctionNote === undefined ? [] : [{ key: waiting.note, value: typed(correctionNote) }]),
  ];
}

function extensionRows({ head: { extension, extensionAsk } }: OfficeView, lang: Language): SummaryRow[] {
  const { waiting, acts } = copy(lang).office.aside;
  const key = acts.ask_extension.title;
  if (extensionAsk !== undefined)
    return [
      { key, value: waiting.extensionAsk(extensionAsk.by.name, extensionAsk.workingDays) },
      { key: waiting.reason, value: typed(extensionAsk.reason) },
    ];
  if (extension === undefined) return [];
  const granted = `${waiting.extension(extension.workingDays)} · ${waiting.approver(extension.by.name)}`;
  return [
    { key, value: granted },
    { key: waiting.reason, value: typed(extension.reason) },
  ];
}
