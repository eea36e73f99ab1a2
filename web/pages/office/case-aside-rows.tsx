import type { OfficeView } from "../../../functions/disclosure/disclosure.service.ts";
import type { SummaryRow } from "../../components/index.ts";
import { officeCopy } from "../../copy/office.ts";
import { intakeCopy } from "../../copy/office-intake.ts";
import { paths } from "../../paths.ts";
import type { Language } from "../../view.ts";
import { formatDay, formatReference } from "../../words.ts";

const typed = (text: string) => <span class="typed-text">{text}</span>;

/** Where it came from, and what became of it. */
export function familyRows({ head: { parent, parts, channel } }: OfficeView, lang: Language): SummaryRow[] {
  const { aside } = officeCopy(lang);
  const intake = intakeCopy(lang);
  const { waiting } = aside;
  const link = (reference: string, text: string) => (
    <a class="govuk-link" href={paths.officeCase(reference)}>
      {text} <span class="muted number">{formatReference(reference)}</span>
    </a>
  );
  return [
    ...(channel === "internet" || channel === undefined
      ? []
      : [{ key: waiting.channel, value: intake.channels[channel] }]),
    ...(parent === undefined ? [] : [{ key: waiting.parent, value: link(parent, "") }]),
    ...(parts === undefined
      ? []
      : [
          {
            key: waiting.parts,
            value: (
              <ul class="govuk-list">
                {parts.map((part) => (
                  <li>{link(part.reference, part.title)}</li>
                ))}
              </ul>
            ),
          },
        ]),
  ];
}

export function correctionRows({ head, correctionNote }: OfficeView, lang: Language): SummaryRow[] {
  const { waiting, acts } = officeCopy(lang).aside;
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

export function consultationRows({ head, consultations }: OfficeView, lang: Language): SummaryRow[] {
  const { waiting } = officeCopy(lang).aside;
  return consultations.map((one) => ({
    key: waiting.consultation(one.name),
    value: <ConsultationFacts one={one} reference={head.reference} lang={lang} />,
  }));
}

interface ConsultationFactsProps {
  one: OfficeView["consultations"][number];
  reference: string;
  lang: Language;
}

function ConsultationFacts({ one, reference, lang }: ConsultationFactsProps) {
  const { waiting, choices, via, silence, silent } = asideWords(lang);
  const { answer, silentOn, token } = one;
  const open = answer === undefined && silentOn === undefined;
  return (
    <ul class="govuk-list">
      <li>{choices.party?.[one.party]}</li>
      <li>{waiting.sent(formatDay(one.sentOn, lang), formatDay(one.until, lang))}</li>
      {one.receivedOn ? <li>{waiting.received(formatDay(one.receivedOn, lang))}</li> : null}
      <li class="typed-text">{one.about}</li>
      {answer ? (
        <>
          <li>
            <strong>
              {waiting.answered(
                formatDay(answer.on, lang),
                choices.opinion?.[answer.opinion] ?? answer.opinion,
                via[answer.via],
              )}
            </strong>
          </li>
          {answer.reason ? <li class="typed-text">{answer.reason}</li> : null}
          {answer.respondent ? <li class="muted">{waiting.respondent(answer.respondent)}</li> : null}
        </>
      ) : null}
      {silentOn ? <li>{silence[silent[one.party]]}</li> : null}
      {one.email ? (
        <li>
          {waiting.mailed(one.email)}
          <strong>{waiting.mail[one.mail ?? "waiting"]}</strong>
        </li>
      ) : null}
      {open && token ? (
        <li>
          <a class="govuk-link" href={paths.officeConsultationLink(reference, one.id)}>
            {waiting.link}
          </a>
        </li>
      ) : null}
    </ul>
  );
}

/** What silence means by the law, as the model has it. */
const silent = { third_party: "agency_decides", co_author: "deemed_consent" } as const;
const asideWords = (lang: Language) => ({ ...officeCopy(lang).aside, silent });

export function feeRows({ head: { fee } }: OfficeView, lang: Language): SummaryRow[] {
  const { waiting, choices } = officeCopy(lang).aside;
  if (fee === undefined) return [];
  const { feeYuan, paidOn, until, waiver, scheme, basis } = fee;
  const open =
    paidOn === undefined
      ? waiting.fee(feeYuan, formatDay(until, lang))
      : waiting.paid(feeYuan, formatDay(paidOn, lang));
  const state = waiver === undefined ? open : waiting.waived(feeYuan, formatDay(waiver.on, lang));
  return [
    { key: waiting.feeTitle, value: `${state} · ${choices.scheme?.[scheme] ?? scheme}` },
    { key: waiting.reason, value: <span lang="zh-Hans">{basis}</span> },
  ];
}

export function excessRows({ head: { excess, delay } }: OfficeView, lang: Language): SummaryRow[] {
  const { waiting, acts } = officeCopy(lang).aside;
  if (excess === undefined) return [];
  const { why, until, reasons, givenOn } = excess;
  const state = givenOn
    ? waiting.excessGiven(formatDay(givenOn, lang))
    : waiting.excess(formatDay(until, lang));
  return [
    { key: acts.ask_reasons.title, value: state },
    { key: waiting.why, value: typed(why) },
    ...(reasons === undefined ? [] : [{ key: waiting.reason, value: typed(reasons) }]),
    ...(delay === undefined
      ? []
      : [
          {
            key: acts.delay.title,
            value: typed(`${waiting.delay(formatDay(delay.until, lang))} ${delay.reason}`),
          },
        ]),
  ];
}

export function extensionRows(
  { head: { extension, extensionAsk } }: OfficeView,
  lang: Language,
): SummaryRow[] {
  const { waiting, acts } = officeCopy(lang).aside;
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
