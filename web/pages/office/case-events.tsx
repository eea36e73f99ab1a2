import type { AuditEntry } from "../../../functions/audit/audit.ts";
import type { DisclosureEvent } from "../../../functions/disclosure/disclosure.case.ts";
import type { DataOf } from "../../../functions/disclosure/disclosure.event.ts";
import type { Mark } from "../../../functions/disclosure/disclosure.review.ts";
import type { By } from "../../../functions/identity/identity.ts";
import { EmptyState, Table, Timeline } from "../../components/index.ts";
import { officeCopy } from "../../copy/office.ts";
import { refusedCopy } from "../../copy/office-refused.ts";
import type { Language } from "../../view.ts";
import { formatDay, formatInstant } from "../../words.ts";
import { wordFor } from "./queue-table.tsx";

/** Who did something, as the record keeps it. */
export function nameOf(by: By, lang: Language): string {
  const words = officeCopy(lang).case.by;
  if (by.kind === "applicant" || by.kind === "consulted" || by.kind === "system") return words[by.kind];
  return by.kind === "machine" ? words.machine(by.name) : by.name;
}

/** What has happened, the newest first: that is what somebody who opens a case again looks for. */
export function Events({ lang, events }: { lang: Language; events: readonly DisclosureEvent[] }) {
  const words = officeCopy(lang).case;
  return (
    <Timeline
      label={words.events}
      items={events.toReversed().map((event) => ({
        title: words.event[event.kind],
        when: formatInstant(event.at, lang),
        datetime: event.at,
        who: nameOf(event.by, lang),
        detail: detailOf(event, lang),
      }))}
    />
  );
}

/** What the reviewer let out as it was found, each with the reason. */
function acceptedIn(marks: readonly Mark[] | undefined, lang: Language) {
  const { release, review } = officeCopy(lang);
  const accepted = (marks ?? []).flatMap((mark) => mark.accepted ?? []);
  if (accepted.length === 0) return undefined;
  return (
    <ul class="govuk-list">
      {accepted.map(({ code, reason }) => (
        <li class="typed-text">{review.accepted(release.findings[code], reason)}</li>
      ))}
    </ul>
  );
}

function detailOf(event: DisclosureEvent, lang: Language) {
  const words = officeCopy(lang).case.detail;
  switch (event.kind) {
    case "confirm_receipt":
      return words.on(formatDay(event.data.on, lang));
    case "import":
    case "answer":
      return words.answeredOn(formatDay(event.data.on, lang));
    case "assign":
      return words.assignee(event.data.assignee.name);
    case "approve":
      return acceptedIn(event.data.marks, lang);
    case "return":
    case "refuse_extension":
    case "waive_fee":
      return <span class="typed-text">{event.data.reason}</span>;
    case "ask_correction":
      return words.correction(event.data.what, formatDay(event.data.until, lang));
    case "correct":
      return words.corrected(formatDay(event.data.on, lang));
    case "ask_extension":
      return words.extension(event.data.workingDays, event.data.reason);
    case "attach":
    case "add_scan":
      return event.data.file.name;
    case "transfer":
      return <span class="typed-text">{event.data.reason}</span>;
    case "split":
      return event.data.parts.map(({ title }) => title).join(lang === "zh" ? "、" : "; ");
    case "record_service":
      return words.received(formatDay(event.data.on, lang));
    case "opine":
      return opinionOf(event.data, lang);
    case "lapse_consultation":
      return words.silent(formatDay(event.data.on, lang));
    case "notify_fee":
      return words.fee(event.data.feeYuan, formatDay(event.data.until, lang));
    case "record_payment":
      return words.paid(formatDay(event.data.on, lang));
    case "ask_reasons":
      return words.until(formatDay(event.data.until, lang), event.data.why);
    case "give_reasons":
      return <span class="typed-text">{event.data.reasons}</span>;
    case "delay":
      return words.until(formatDay(event.data.until, lang), event.data.reason);
    default:
      return undefined;
  }
}

function opinionOf({ opinion, reason }: DataOf<"opine">, lang: Language): string {
  const said = officeCopy(lang).aside.choices.opinion?.[opinion] ?? opinion;
  return reason === undefined ? said : officeCopy(lang).case.detail.said(said, reason);
}

/** The record of who saw, did and tried what; for auditors. */
export function AuditTable({ lang, entries }: { lang: Language; entries: readonly AuditEntry[] }) {
  const words = officeCopy(lang).case;
  const { auditColumns: columns } = words;
  if (entries.length === 0) return <EmptyState title={words.noAudit} headingLevel={3} />;
  return (
    <Table
      cards
      head={[columns.at, columns.by, columns.action, columns.result].map((content) => ({ content }))}
      rows={entries.map((entry) => [
        { content: formatInstant(entry.at, lang), label: columns.at },
        { content: nameOf(entry.by, lang), label: columns.by },
        { content: wordFor(words.auditActions, entry.action), label: columns.action },
        { content: resultOf(entry, lang), label: columns.result },
      ])}
    />
  );
}

function resultOf({ result, reason }: AuditEntry, lang: Language): string {
  const { case: words, law } = officeCopy(lang);
  if (result === "done") return words.auditDone;
  const { role, unit, not_assignee, same_person, other_case, out_of_turn } = refusedCopy(lang);
  const reasons = { ...law.refusals, role, unit, not_assignee, same_person, other_case, out_of_turn };
  return words.auditRefused(wordFor(reasons, reason ?? ""));
}
