import type { OpenAnswer } from "../../../../functions/occasion/occasion.answer.service.ts";
import type { Held } from "../../../../functions/occasion/occasion.service.ts";
import { EmptyState } from "../../../components/empty-state.tsx";
import { Light } from "../../../components/light.tsx";
import { Pagination } from "../../../components/pagination.tsx";
import { Table } from "../../../components/table.tsx";
import { copy } from "../../../copy/index.ts";
import { officeOccasionCopy } from "../../../copy/office-occasion.ts";
import { occasionOfficePaths } from "../../../paths.occasion.ts";
import { formatDay } from "../../../words.ts";
import type { HallFrame } from "../hall/frame.tsx";
import { hostWords, OccasionScreen, whenWords } from "./frame.tsx";

export interface OccasionsPageProps extends HallFrame {
  near: readonly Held[];
  open: readonly (OpenAnswer & { unit: string })[];
  next: string | undefined;
  isFirst: boolean;
}

/** The dates around today, and what was assigned and is still open, soonest due first. */
export function OccasionsPage(props: OccasionsPageProps) {
  const { view, near, isFirst, next } = props;
  const { lang } = view;
  const { all } = officeOccasionCopy(lang);
  return (
    <OccasionScreen {...props} title={all.title}>
      <p class="govuk-body">{all.lead}</p>
      {isFirst ? (
        <>
          <h2 class="govuk-heading-m">{all.near}</h2>
          {near.length === 0 ? <p class="govuk-body muted">{all.noNear}</p> : <Near {...props} />}
        </>
      ) : null}
      <h2 class="govuk-heading-m">{all.open}</h2>
      <Open {...props} />
      {next !== undefined || !isFirst ? (
        <Pagination
          label={copy(lang).common.pagination}
          previous={isFirst ? undefined : { href: occasionOfficePaths.all(), text: all.first }}
          next={next === undefined ? undefined : { href: occasionOfficePaths.all(next), text: all.more }}
        />
      ) : null}
    </OccasionScreen>
  );
}

function Near({ view: { lang }, near }: OccasionsPageProps) {
  const { series, plan, all } = officeOccasionCopy(lang);
  const { columns } = series;
  return (
    <Table
      cards
      caption={<span class="govuk-visually-hidden">{all.near}</span>}
      head={[columns.when, plan.columns.name, columns.host, columns.topic].map((content) => ({ content }))}
      rows={near.map(({ hall, service, occasion }) => [
        {
          content: (
            <a class="govuk-link" href={occasionOfficePaths.day(hall.id, occasion.id)}>
              {whenWords(occasion, lang)}
            </a>
          ),
        },
        { content: service.name[lang], label: plan.columns.name },
        { content: hostWords(occasion), label: columns.host },
        { content: occasion.topic[lang], label: columns.topic },
      ])}
    />
  );
}

function Open({ view: { lang }, open }: OccasionsPageProps) {
  const { all } = officeOccasionCopy(lang);
  const { openColumns: columns } = all;
  if (open.length === 0)
    return (
      <EmptyState icon="check" title={all.noOpen.title} headingLevel={3}>
        {all.noOpen.text}
      </EmptyState>
    );
  return (
    <Table
      cards
      caption={<span class="govuk-visually-hidden">{all.open}</span>}
      head={Object.values(columns).map((content) => ({ content }))}
      rows={open.map(({ answer, name, overdue, unit }) => [
        {
          content: (
            <a class="govuk-link" href={occasionOfficePaths.visit(answer.hall, answer.day, answer.code)}>
              {name ?? all.forgotten}
              <span class="queue__reference number">{formatDay(answer.day, lang)}</span>
            </a>
          ),
        },
        {
          content: (
            <>
              {formatDay(answer.due ?? answer.day, lang)}{" "}
              {overdue ? <Light colour="red">{all.overdue}</Light> : null}
            </>
          ),
          label: columns.due,
        },
        { content: unit, label: columns.unit },
        { content: hostWords(answer), label: columns.host },
      ])}
    />
  );
}
