import type { AdviceList } from "../../../../functions/advice/advice.read.service.ts";
import type { AdviceRow } from "../../../../functions/advice/advice.seen.ts";
import {
  Button,
  EmptyState,
  Light,
  NotificationBanner,
  Pagination,
  Select,
  Table,
} from "../../../components/index.ts";
import { copy } from "../../../copy/index.ts";
import { officeAdviceCopy } from "../../../copy/office-advice.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { advicePaths } from "../../../paths.advice.ts";
import type { Language, View } from "../../../view.ts";
import { dayOf, formatDayShort, formatReference } from "../../../words.ts";

export interface OfficeAdviceListProps {
  view: View;
  person: { name: string; unit: string };
  unit: { code: string; name: string };
  /** Units to choose from; empty for who sees the own one only. */
  units: readonly { code: string; name: string }[];
  list: AdviceList;
  lists: readonly AdviceList[];
  /** Working days until the reply, as promised. */
  days: number;
  rows: readonly AdviceRow[];
  next: string | undefined;
  first: string | undefined;
  /** One has just gone to another unit. */
  handedOver: boolean;
}

/** What waits for a reply, due soonest first; and what was replied to. */
export function OfficeAdviceListPage(props: OfficeAdviceListProps) {
  const { view, person, unit, units, list, lists, rows, next, first } = props;
  const words = officeAdviceCopy(view.lang);
  const unitIn = units.length > 0 ? unit.code : undefined;
  const nothing = words.empty[list];
  return (
    <OfficePage view={view} title={`${words.title} - ${words.list[list]}`} person={person} current="advice">
      {props.handedOver ? (
        <NotificationBanner
          title={copy(view.lang).common.success}
          kind="success"
          text={words.done.transfer}
        />
      ) : null}
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.intro(props.days)}</p>
      <nav aria-label={words.lists}>
        <ul class="quick">
          {lists.map((each) => (
            <li>
              <a
                class="quick__link"
                href={advicePaths.office({ unit: unitIn, list: each === "pending" ? undefined : each })}
                aria-current={each === list ? "true" : undefined}
              >
                {words.list[each]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Units {...props} />
      {rows.length > 0 ? (
        <Rows rows={rows} lang={view.lang} />
      ) : (
        <EmptyState title={nothing.title}>{nothing.text}</EmptyState>
      )}
      {next || first ? (
        <Pagination
          label={copy(view.lang).common.pagination}
          previous={first ? { href: first, text: words.first } : undefined}
          next={next ? { href: next, text: words.next } : undefined}
        />
      ) : null}
    </OfficePage>
  );
}

function Units({ view, unit, units, list }: OfficeAdviceListProps) {
  const words = officeAdviceCopy(view.lang);
  if (units.length === 0) return null;
  return (
    <form method="get" action={advicePaths.office()}>
      <input type="hidden" name="list" value={list} />
      <Select
        id="unit"
        name="unit"
        label={words.unit}
        value={unit.code}
        options={units.map(({ code, name }) => ({ value: code, text: name }))}
      />
      <Button kind="secondary">{words.show}</Button>
    </form>
  );
}

function Rows({ rows, lang }: { rows: readonly AdviceRow[]; lang: Language }) {
  const words = officeAdviceCopy(lang);
  const { columns } = words;
  const states: Readonly<Record<string, string>> = words.states;
  return (
    <Table
      cards
      class="queue"
      caption={<span class="govuk-visually-hidden">{words.caption}</span>}
      head={[
        { content: columns.due },
        { content: columns.subject },
        { content: columns.applicant },
        { content: columns.state },
        { content: columns.submitted, numeric: true },
      ]}
      rows={rows.map((row) => [
        { content: <Due row={row} lang={lang} />, class: "queue__due" },
        { content: <Subject row={row} lang={lang} />, class: "queue__title" },
        { content: row.applicantMasked || words.noName, label: columns.applicant },
        {
          content: [states[row.state] ?? row.state, row.assigneeName].filter(Boolean).join(" · "),
          label: columns.state,
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

export function Due({
  row,
  lang,
}: {
  row: Pick<AdviceRow, "light" | "dueOn" | "workingDaysLeft" | "provisional">;
  lang: Language;
}) {
  const words = officeAdviceCopy(lang);
  return (
    <span class="due">
      <span class="due__line">
        <Light colour={row.light}>{words.light[row.light]}</Light>
        <time class="number" datetime={row.dueOn}>
          {formatDayShort(row.dueOn, lang)}
        </time>
      </span>
      {row.light === "grey" ? null : (
        <span class="due__left">
          {leftOf(row, words)}
          {row.provisional ? words.provisional : null}
        </span>
      )}
    </span>
  );
}

function leftOf(
  { light, workingDaysLeft }: Pick<AdviceRow, "light" | "workingDaysLeft">,
  words: ReturnType<typeof officeAdviceCopy>,
): string {
  if (light === "red") return workingDaysLeft < 0 ? words.overdueBy(-workingDaysLeft) : words.overdueRest;
  return workingDaysLeft === 0 ? words.today : words.left(workingDaysLeft);
}

function Subject({ row, lang }: { row: AdviceRow; lang: Language }) {
  const words = officeAdviceCopy(lang);
  return (
    <>
      <a class="govuk-link queue__link" href={advicePaths.officeThread(row.reference)}>
        {row.title}
      </a>
      <span class="queue__reference number">
        {words.kinds[row.kind]} {formatReference(row.reference)}
      </span>
    </>
  );
}
