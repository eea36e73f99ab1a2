import type { OpenRecord } from "../../../functions/advice/advice.public.ts";
import { Button, EmptyState, Pagination } from "../../components/index.ts";
import { SearchField } from "../../components/search-field.tsx";
import { adviceCopy } from "../../copy/advice.ts";
import { copy } from "../../copy/index.ts";
import { Page } from "../../layout/page.tsx";
import { advicePaths } from "../../paths.advice.ts";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { formatDay } from "../../words.ts";

export interface AdviceListProps {
  view: View;
  /** What was searched for; empty for the newest. */
  q: string;
  answers: readonly OpenRecord[];
  unitName: (code: string) => string;
  next?: string | undefined;
  first?: string | undefined;
  phone?: string | undefined;
}

/** The door: asking, following, and what others have asked already. */
export function AdviceListPage(props: AdviceListProps) {
  const { view, q, answers, next, first } = props;
  const own = adviceCopy(view.lang);
  const words = own.list;
  return (
    <Page view={view} title={own.title} back={paths.home()} phone={props.phone}>
      <h1 class="govuk-heading-l">{own.title}</h1>
      <p class="lead">{words.lead}</p>
      <Button href={advicePaths.write()}>{words.write}</Button>
      <p>
        <a class="govuk-link" href={paths.progress()}>
          {words.follow}
        </a>
      </p>
      <search>
        <form action={advicePaths.list()} method="get" class="results-form">
          <SearchField label={words.search} hint={words.searchHint} button={words.button} value={q} />
        </form>
      </search>
      <h2 class="govuk-heading-m" role={q === "" ? undefined : "status"}>
        {q === "" ? words.newest : words.count(answers.length)}
      </h2>
      <Found {...props} />
      {next || first ? (
        <Pagination
          label={copy(view.lang).common.pagination}
          previous={first ? { href: first, text: words.newer } : undefined}
          next={next ? { href: next, text: words.older } : undefined}
        />
      ) : null}
      <p>
        {words.ways}{" "}
        <a class="number" href={paths.phone("12345")}>
          12345
        </a>
      </p>
    </Page>
  );
}

function Found({ view, q, answers, unitName }: AdviceListProps) {
  const own = adviceCopy(view.lang);
  const nothing = q === "" ? own.list.empty : own.list.none;
  if (answers.length === 0)
    return (
      <EmptyState icon="search" title={nothing.title}>
        {nothing.text}
      </EmptyState>
    );
  return (
    <ol class="hits links--boxed">
      {answers.map(({ id, content, unit, kind, repliedOn }) => (
        <li class="hits__item">
          <h3 class="hits__name">
            <a href={advicePaths.answer(id)} lang="zh-CN">
              {content.subject}
            </a>
          </h3>
          <p class="hits__office">
            {own.kinds[kind]} · {unitName(unit)} · {formatDay(repliedOn, view.lang)}
          </p>
        </li>
      ))}
    </ol>
  );
}
