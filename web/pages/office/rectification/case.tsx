import type { AuditEntry } from "../../../../functions/audit/audit.ts";
import type { RectificationView } from "../../../../functions/rectification/rectification.service.ts";
import {
  Button,
  Card,
  Details,
  ErrorSummary,
  Light,
  NotificationBanner,
  WarningText,
} from "../../../components/index.ts";
import { copy } from "../../../copy/index.ts";
import { officeCopy } from "../../../copy/office.ts";
import { officeNavCopy } from "../../../copy/office-nav.ts";
import { queueCopy } from "../../../copy/office-queue.ts";
import { officeRectificationCopy } from "../../../copy/office-rectification.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { paths } from "../../../paths.ts";
import type { Language, View } from "../../../view.ts";
import { formatDay, formatInstant, formatReference } from "../../../words.ts";
import { AuditTable } from "../case-events.tsx";
import { daysLeft, wordFor } from "../queue-table.tsx";
import { WayBack } from "../way-back.tsx";
import type { RectificationActsProps } from "./act-form.tsx";
import { RectificationActs } from "./acts.tsx";
import { Papers } from "./papers.tsx";
import { RectificationEvents, showOfficeErrors } from "./shared.tsx";

export interface OfficeRectificationProps
  extends Omit<RectificationActsProps, "lang" | "reference" | "state"> {
  view: View;
  person: { name: string; unit: string };
  record: RectificationView;
  unit: string;
  standing: { light: "green" | "amber" | "red" | "grey"; workingDaysLeft: number };
  /** What this person may open besides. */
  may: { attachments: boolean; letters: boolean; evidence: boolean; scans: boolean; receipt: boolean };
  /** It is answered, and its letter was not issued. */
  lacksLetter: boolean;
  audit?: readonly AuditEntry[] | undefined;
  /** Somebody was faster. */
  changed: boolean;
  done?: string | undefined;
}

/** A correction of records: left what is wrong and right, right what can be done now, below what has happened. */
export function OfficeRectificationPage(props: OfficeRectificationProps) {
  const { view, person, record, sent, changed, done, audit } = props;
  const { lang } = view;
  const { common } = copy(lang);
  const words = officeRectificationCopy(lang);
  const office = officeCopy(lang);
  const { head } = record;
  const summary = showOfficeErrors(sent?.errors ?? [], lang).summary.map(({ text, href }) => ({
    text,
    href: `#${sent?.act}-${href.slice(1)}`,
  }));
  const good = done === undefined ? undefined : words.done[done];
  return (
    <OfficePage
      view={view}
      title={head.title}
      person={person}
      current="queue"
      error={summary.length > 0}
      before={<WayBack lang={lang} href={paths.office()} text={queueCopy(lang).search.back} />}
    >
      {summary.length > 0 ? <ErrorSummary title={common.errorTitle} errors={summary} /> : null}
      {changed ? <WarningText prefix={common.warning}>{words.changed}</WarningText> : null}
      {good ? <NotificationBanner title={common.success} kind="success" text={good} /> : null}
      <h1 class="govuk-heading-l">{head.title}</h1>
      <p class="muted">{words.kind}</p>
      <Facts {...props} />
      <Links {...props} />
      <div class="columns case">
        <div>
          <Papers {...props} />
        </div>
        <div class="columns__side">
          {props.lacksLetter ? <LetterLacking lang={lang} reference={head.reference} /> : null}
          <RectificationActs {...props} lang={lang} reference={head.reference} state={head.state} />
        </div>
      </div>
      <h2 class="govuk-heading-m">{office.case.events}</h2>
      <RectificationEvents lang={lang} events={record.events} />
      {audit ? (
        <Details summary={office.case.audit}>
          <AuditTable lang={lang} entries={audit} />
        </Details>
      ) : null}
    </OfficePage>
  );
}

function LetterLacking({ lang, reference }: { lang: Language; reference: string }) {
  const words = officeRectificationCopy(lang).letter;
  return (
    <Card title={words.title} headingLevel={3}>
      <p class="govuk-body">{words.text}</p>
      <Button href={paths.officeNewLetter(reference, "records_correction")}>{words.button}</Button>
    </Card>
  );
}

function Facts({ view: { lang }, record: { head }, person, unit, standing }: OfficeRectificationProps) {
  const { facts } = officeCopy(lang).case;
  const queue = queueCopy(lang);
  const words = officeRectificationCopy(lang);
  const { due } = head;
  const rows = [
    { key: facts.state, value: wordFor(words.states, head.state) },
    {
      key: facts.due,
      value: (
        <>
          <Light colour={standing.light}>{queue.light[standing.light]}</Light>{" "}
          <time class="number" datetime={due.on}>
            {formatDay(due.on, lang)}
          </time>{" "}
          <span class="muted">
            {standing.light === "grey" ? "" : `${daysLeft(standing, queue)} · `}
            {words.ownPeriod(due.workingDays)}
            {due.provisional ? ` · ${words.provisional}` : ""}
          </span>
        </>
      ),
    },
    { key: facts.assignee, value: head.assignee?.name ?? facts.nobody },
    { key: facts.reference, value: <span class="number">{formatReference(head.reference)}</span> },
    { key: facts.submittedAt, value: formatInstant(head.submittedAt, lang) },
    ...(unit === person.unit ? [] : [{ key: facts.unit, value: unit }]),
  ];
  return (
    <dl class="facts">
      {rows.map((row) => (
        <div class="facts__item">
          <dt>{row.key}</dt>
          <dd>{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Links({ view: { lang }, record: { head }, may }: OfficeRectificationProps) {
  const words = officeRectificationCopy(lang);
  const { reference } = head;
  const links = [
    ...(may.letters ? [{ href: paths.officeCaseLetters(reference), text: words.letters }] : []),
    ...(may.evidence
      ? [{ href: paths.officeEvidence(reference), text: officeNavCopy(lang).ofCase.evidence }]
      : []),
    ...(may.scans ? [{ href: paths.officeRectificationScans(reference), text: words.scan }] : []),
    ...(may.receipt ? [{ href: paths.officeRectificationReceipt(reference), text: words.receipt }] : []),
  ];
  if (links.length === 0) return null;
  return (
    <ul class="case__links no-print">
      {links.map(({ href, text }) => (
        <li>
          <a class="govuk-link" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}
