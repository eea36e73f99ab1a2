import type { GuideCard } from "../../../../functions/guide/guide.record.ts";
import { Table } from "../../../components/table.tsx";
import { guideDeskCopy } from "../../../copy/office-guide.ts";
import { paths } from "../../../paths.ts";
import type { Language } from "../../../view.ts";
import { dayOf, formatDay, formatDayShort } from "../../../words.ts";
import { StateTag } from "./state.tsx";

export interface GuideRow extends GuideCard {
  readonly stale: boolean;
}

interface GuideTableProps {
  rows: readonly GuideRow[];
  caption: string;
  lang: Language;
}

/** The rows of a list, as a table at a desk and as cards on a phone. */
export function GuideTable({ rows, caption, lang }: GuideTableProps) {
  const { desk } = guideDeskCopy(lang);
  const { columns } = desk;
  return (
    <Table
      cards
      class="queue"
      caption={<span class="govuk-visually-hidden">{caption}</span>}
      head={[
        { content: columns.name },
        { content: columns.state },
        { content: columns.checked },
        { content: columns.changed, numeric: true },
      ]}
      rows={rows.map((row) => [
        { content: <Name row={row} />, class: "queue__title" },
        { content: <State row={row} lang={lang} />, label: columns.state },
        { content: <Checked row={row} lang={lang} />, label: columns.checked, class: "guide-list__day" },
        { content: formatDayShort(dayOf(row.changedAt), lang), label: columns.changed, numeric: true },
      ])}
    />
  );
}

function Name({ row }: { row: GuideRow }) {
  return (
    <>
      <a class="govuk-link queue__link" href={paths.officeGuide(row.id)}>
        {row.name}
      </a>
      <span class="queue__reference number">{row.id}</span>
    </>
  );
}

function State({ row, lang }: { row: GuideRow; lang: Language }) {
  const { desk } = guideDeskCopy(lang);
  const more = [
    row.work !== undefined && row.state !== row.work ? desk.working[row.work] : undefined,
    row.waitingFrom === undefined ? undefined : desk.from(formatDay(row.waitingFrom, lang)),
  ].filter((text) => text !== undefined);
  return (
    <span class="stage">
      <StateTag state={row.state} lang={lang} />
      {more.map((text) => (
        <span class="stage__state">{text}</span>
      ))}
    </span>
  );
}

function Checked({ row, lang }: { row: GuideRow; lang: Language }) {
  const { desk } = guideDeskCopy(lang);
  if (row.state !== "published" && row.state !== "paused") return <span class="muted">—</span>;
  return (
    <span class="stage">
      {row.checkedOn === undefined ? desk.never : formatDay(row.checkedOn, lang)}
      {row.stale ? <span class="stage__state stage__state--late">{desk.stale}</span> : null}
    </span>
  );
}
