import { Light } from "../../components/light.tsx";
import { Table } from "../../components/table.tsx";
import { Tag } from "../../components/tag.tsx";
import { queueCopy } from "../../copy/office-queue.ts";
import { paths } from "../../paths.ts";
import type { Language } from "../../view.ts";
import { dayOf, formatDayShort, formatReference } from "../../words.ts";

/** A case in a list: masked, with its light. */
export interface QueueRow {
  readonly kind: string;
  readonly reference: string;
  readonly title: string;
  readonly applicantMasked: string;
  readonly step: string;
  readonly state: string;
  readonly assigneeName?: string | undefined;
  readonly submittedAt: string;
  readonly dueOn: string;
  readonly provisional: boolean;
  readonly dueFrom: string;
  readonly light: "green" | "amber" | "red" | "grey";
  readonly workingDaysLeft: number;
}

/** A table at a desk, cards on a phone; the title opens the case. */
export function QueueTable({
  rows,
  caption,
  lang,
}: {
  rows: readonly QueueRow[];
  caption: string;
  lang: Language;
}) {
  const { columns, unassigned } = queueCopy(lang);
  return (
    <Table
      cards
      class="queue"
      caption={<span class="govuk-visually-hidden">{caption}</span>}
      head={[
        { content: columns.due },
        { content: columns.title },
        { content: columns.applicant },
        { content: columns.step },
        { content: columns.assignee },
        { content: columns.submitted, numeric: true },
      ]}
      rows={rows.map((row) => [
        { content: <Due row={row} lang={lang} />, class: "queue__due" },
        { content: <Title row={row} lang={lang} />, class: "queue__title" },
        { content: row.applicantMasked, label: columns.applicant },
        { content: <Stage row={row} lang={lang} />, label: columns.step },
        {
          content: row.assigneeName ?? <span class="muted">{unassigned}</span>,
          label: columns.assignee,
        },
        {
          content: formatDayShort(dayOf(row.submittedAt), lang),
          label: columns.submitted,
          numeric: true,
          class: "queue__submitted",
        },
      ])}
    />
  );
}

function Due({ row, lang }: { row: QueueRow; lang: Language }) {
  const words = queueCopy(lang);
  const open = row.light !== "grey";
  return (
    <span class="due">
      <span class="due__line">
        <Light colour={row.light}>{words.light[row.light]}</Light>
        <time class="number" datetime={row.dueOn}>
          {formatDayShort(row.dueOn, lang)}
        </time>
      </span>
      {open ? (
        <span class="due__left">
          {daysLeft(row, words)}
          {row.dueFrom === "submission" ? words.unconfirmed : row.provisional ? words.provisional : null}
        </span>
      ) : null}
    </span>
  );
}

/** How long is left, in words: "剩 5 个工作日". */
export function daysLeft(
  { light, workingDaysLeft }: Pick<QueueRow, "light" | "workingDaysLeft">,
  words: ReturnType<typeof queueCopy>,
): string {
  if (light === "red") return workingDaysLeft < 0 ? words.overdueBy(-workingDaysLeft) : words.overdueRest;
  return workingDaysLeft === 0 ? words.today : words.left(workingDaysLeft);
}

function Title({ row, lang }: { row: QueueRow; lang: Language }) {
  return (
    <>
      {row.kind === "rectification" ? <Tag>{queueCopy(lang).rectification.tag}</Tag> : null}
      <a class="govuk-link queue__link" href={paths.officeCase(row.reference)}>
        {row.title}
      </a>
      <span class="queue__reference number">{formatReference(row.reference)}</span>
    </>
  );
}

function Stage({ row, lang }: { row: QueueRow; lang: Language }) {
  const { steps, states: usual, rectification } = queueCopy(lang);
  const states = row.kind === "rectification" ? rectification.states : usual;
  return (
    <span class="stage">
      {wordFor(steps, row.step)}
      <span class="stage__state">{wordFor(states, row.state)}</span>
    </span>
  );
}

/** The word for a code, or the code itself where there is none: better than an empty place. */
export const wordFor = (words: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(words, code) ? (words[code] ?? code) : code;
