import { Light } from "../../components/index.ts";
import { officeCopy } from "../../copy/office.ts";
import { queueCopy } from "../../copy/office-queue.ts";
import { formatDay, formatInstant, formatReference } from "../../words.ts";
import type { CasePageProps } from "./case.tsx";
import { daysLeft } from "./queue-table.tsx";

/** Where a case stands, at a glance. */
export function Facts({ view: { lang }, person, record: { head }, unit, standing }: CasePageProps) {
  const { facts, states } = officeCopy(lang).case;
  const queue = queueCopy(lang);
  const due = (
    <>
      <Light colour={standing.light}>{queue.light[standing.light]}</Light>{" "}
      <time class="number" datetime={head.due.on}>
        {formatDay(head.due.on, lang)}
      </time>
      {standing.light === "grey" ? null : (
        <span class="muted">
          {" "}
          {daysLeft(standing, queue)}
          {provisionalWords(head.due, facts)}
        </span>
      )}
    </>
  );
  const rows = [
    { key: facts.state, value: states[head.state] },
    // What was answered before this system has no date that anybody could still miss, and nobody who works on it.
    ...(head.imported === undefined
      ? [
          { key: facts.due, value: due },
          { key: facts.assignee, value: head.assignee?.name ?? facts.nobody },
        ]
      : []),
    { key: facts.reference, value: <span class="number">{formatReference(head.reference)}</span> },
    {
      key: facts.submittedAt,
      value:
        head.imported === undefined
          ? formatInstant(head.submittedAt, lang)
          : formatDay(head.clock.submittedOn, lang),
    },
    ...(head.imported === undefined
      ? []
      : [{ key: facts.oldNumber, value: <span class="number">{head.imported.number}</span> }]),
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

/** Beside the date, so that nobody takes for fixed what is not. */
function provisionalWords(
  { from, provisional }: { from: string; provisional: boolean },
  words: { dueUnconfirmed: string; dueProvisional: string },
): string {
  if (from === "submission") return words.dueUnconfirmed;
  return provisional ? words.dueProvisional : "";
}
