import type { PublicAnswer } from "../../../functions/published/published.ts";
import { EmptyState, Pagination } from "../../components/index.ts";
import { SearchField } from "../../components/search-field.tsx";
import { copy } from "../../copy/index.ts";
import { publishedCopy } from "../../copy/published.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { formatDay } from "../../words.ts";

export interface PublishedListProps {
  view: View;
  /** What was searched for; empty for the newest. */
  q: string;
  /** How many were found; undefined for the newest, which nobody counts. */
  total?: number | undefined;
  answers: readonly PublicAnswer[];
  unitName: (code: string) => string;
  next?: string | undefined;
  first?: string | undefined;
  phone?: string | undefined;
}

export function PublishedListPage(props: PublishedListProps) {
  const { view, q, total, answers, next, first } = props;
  const words = publishedCopy(view.lang).public;
  const nothing = q === "" ? words.empty : words.none;
  return (
    <Page view={view} title={words.title} back={paths.disclosure()} phone={props.phone}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <search>
        <form action={paths.publishedAnswers()} method="get" class="results-form">
          <SearchField label={words.search} hint={words.searchHint} button={words.button} value={q} />
        </form>
      </search>
      <h2 class="govuk-heading-m" role={q === "" ? undefined : "status"}>
        {q === "" ? words.newest : words.count(total ?? answers.length)}
      </h2>
      {answers.length === 0 ? (
        <EmptyState icon="search" title={nothing.title}>
          {nothing.text}
        </EmptyState>
      ) : (
        <ol class="hits links--boxed">
          {answers.map((answer) => (
            <li class="hits__item">
              <h3 class="hits__name">
                <a href={paths.publishedAnswer(answer.id)} lang="zh-CN">
                  {answer.content.subject}
                </a>
              </h3>
              <p class="hits__office">
                {props.unitName(answer.unit)} · {formatDay(answer.answeredOn, view.lang)}
              </p>
            </li>
          ))}
        </ol>
      )}
      {next || first ? (
        <Pagination
          label={copy(view.lang).common.pagination}
          previous={first ? { href: first, text: words.newer } : undefined}
          next={next ? { href: next, text: words.older } : undefined}
        />
      ) : null}
      <p>
        <a class="govuk-link" href={paths.disclosure()}>
          {words.apply}
        </a>
      </p>
      <p class="no-print">
        <a class="govuk-link" href={paths.publishedFeed()} type="application/atom+xml">
          {words.feed}
        </a>
      </p>
    </Page>
  );
}
