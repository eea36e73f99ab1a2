import { EmptyState } from "../../components/empty-state.tsx";
import { FilterBar } from "../../components/filter-bar.tsx";
import { Pagination } from "../../components/pagination.tsx";
import { Select } from "../../components/select.tsx";
import { copy } from "../../copy/index.ts";
import { queueCopy } from "../../copy/office-queue.ts";
import { OfficePage } from "../../layout/office-page.tsx";
import { paths, withQuery } from "../../paths.ts";
import type { View } from "../../view.ts";
import { QueueHead } from "./queue-head.tsx";
import type { QueueRow } from "./queue-table.tsx";
import { QueueTable, wordFor } from "./queue-table.tsx";

export type { QueueRow } from "./queue-table.tsx";

/** The filters as the URL has them, already checked. */
export interface QueueWish {
  readonly step?: string | undefined;
  readonly assignee?: string | undefined;
  readonly due?: string | undefined;
  readonly unit?: string | undefined;
}

export interface QueuePageProps {
  view: View;
  person: { name: string; unit: string };
  me: { id: string; name: string };
  unit: { code: string; name: string };
  /** Units to choose from; empty for who sees the own one only. */
  units: readonly { code: string; name: string }[];
  wish: QueueWish;
  dueWithinChoices: readonly string[];
  /** Others whose cases can be asked for. */
  colleagues: readonly { id: string; name: string }[];
  rows: readonly QueueRow[];
  next: string | undefined;
  /** Leads back to the first page, on every other one. */
  first: string | undefined;
  /** Requests on paper are entered by this person. */
  mayEnter: boolean;
  /** By when corrections of records are answered is set by this person. */
  maySetPeriod: boolean;
  /** A case has just gone to another unit. */
  handedOver: boolean;
}

export function QueuePage(props: QueuePageProps) {
  const { view, person, unit, rows, next, first } = props;
  const { common } = copy(view.lang);
  const words = queueCopy(view.lang);
  return (
    <OfficePage view={view} title={words.titleOf(unit.name)} person={person} current="queue">
      <QueueHead {...props} />
      <QuickFilters {...props} />
      <Filters {...props} />
      {rows.length > 0 ? (
        <QueueTable rows={rows} caption={words.caption} lang={view.lang} />
      ) : (
        <Empty {...props} />
      )}
      {next || first ? (
        <Pagination
          label={common.pagination}
          previous={first ? { href: first, text: words.firstPage } : undefined}
          next={next ? { href: next, text: words.nextPage } : undefined}
        />
      ) : null}
    </OfficePage>
  );
}

/** What is asked for most, one tap each; the filter that is on can be told without colour too. */
function quickFilters({ view, wish }: QueuePageProps) {
  const words = queueCopy(view.lang);
  const base = withQuery(paths.office(), { unit: wish.unit });
  const { step, assignee, due } = wish;
  const items = [
    { text: words.all, href: base, on: !assignee && !due },
    { text: words.mine, href: withQuery(base, { assignee: "me" }), on: assignee === "me" && !due },
    { text: words.overdue, href: withQuery(base, { due: "overdue" }), on: due === "overdue" && !assignee },
    { text: words.dueSoon, href: withQuery(base, { due: "3" }), on: due === "3" && !assignee },
  ];
  return items.map((item) => ({ ...item, on: item.on && !step }));
}

function QuickFilters(props: QueuePageProps) {
  const words = queueCopy(props.view.lang);
  const items = quickFilters(props);
  return (
    <nav aria-label={words.quick}>
      <ul class="quick">
        {items.map((item) => (
          <li>
            <a class="quick__link" href={item.href} aria-current={item.on ? "true" : undefined}>
              {item.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Filters(props: QueuePageProps) {
  const { view, wish, me, units, unit, colleagues, dueWithinChoices } = props;
  const { common } = copy(view.lang);
  const { filters, overdue, dueWithin, ...words } = queueCopy(view.lang);
  const steps = Object.entries(words.steps);
  return (
    <FilterBar
      action={paths.office()}
      title={filters.title}
      words={common}
      chosen={chosenOf(props)}
      open={!quickFilters(props).some((item) => item.on)}
    >
      {units.length > 0 ? (
        <Select
          name="unit"
          label={filters.unit}
          value={unit.code}
          options={units.map((one) => ({ value: one.code, text: one.name }))}
        />
      ) : null}
      <Select
        name="step"
        label={filters.step}
        value={wish.step}
        options={[{ value: "", text: filters.anyStep }, ...steps.map(([value, text]) => ({ value, text }))]}
      />
      <Select
        name="assignee"
        label={filters.assignee}
        value={wish.assignee}
        options={[
          { value: "", text: filters.anyone },
          { value: "me", text: filters.me(me.name) },
          ...colleagues.map((one) => ({ value: one.id, text: one.name })),
        ]}
      />
      <Select
        name="due"
        label={filters.due}
        value={wish.due}
        options={[
          { value: "", text: filters.anyTime },
          { value: "overdue", text: overdue },
          ...dueWithinChoices.map((days) => ({ value: days, text: dueWithin(days) })),
        ]}
      />
    </FilterBar>
  );
}

/** Each chosen filter with the address that takes it away again. */
function chosenOf({ view, wish, me, colleagues }: QueuePageProps) {
  const queue = queueCopy(view.lang);
  const here = withQuery(paths.office(), { ...wish, cursor: undefined });
  const { assignee, due, step } = wish;
  const name = assignee === "me" ? me.name : colleagues.find((one) => one.id === assignee)?.name;
  return [
    ...(step ? [{ text: wordFor(queue.steps, step), href: withQuery(here, { step: "" }) }] : []),
    ...(assignee
      ? [
          {
            text: queue.filters.chosenAssignee(name ?? queue.filters.someone),
            href: withQuery(here, { assignee: "" }),
          },
        ]
      : []),
    ...(due
      ? [
          {
            text: due === "overdue" ? queue.overdue : queue.dueWithin(due),
            href: withQuery(here, { due: "" }),
          },
        ]
      : []),
  ];
}

function Empty({ view, wish, first }: QueuePageProps) {
  const words = queueCopy(view.lang).empty;
  if (first) return <EmptyState title={words.pageTitle}>{words.pageText}</EmptyState>;
  if (!wish.step && !wish.assignee && !wish.due)
    return <EmptyState title={words.title}>{words.text}</EmptyState>;
  return (
    <EmptyState icon="filter" title={words.filtered}>
      <p class="govuk-body">{words.filteredText}</p>
      <a class="govuk-link" href={withQuery(paths.office(), { unit: wish.unit })}>
        {words.clear}
      </a>
    </EmptyState>
  );
}
