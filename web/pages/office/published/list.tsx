import type { PublishedAnswer, PublishedState } from "../../../../functions/published/published.ts";
import { EmptyState, Pagination, SummaryList } from "../../../components/index.ts";
import { copy } from "../../../copy/index.ts";
import { officeAlikeCopy } from "../../../copy/office-alike.ts";
import { publishedCopy } from "../../../copy/published.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { alikePaths } from "../../../paths.alike.ts";
import { paths } from "../../../paths.ts";
import type { View } from "../../../view.ts";
import { formatInstant, formatMonth } from "../../../words.ts";

export interface OfficePublishedListProps {
  view: View;
  person: { name: string; unit: string };
  state: PublishedState;
  states: readonly PublishedState[];
  answers: readonly PublishedAnswer[];
  /** What was shown before handing in this month, `yyyy-mm`. */
  counts: { readonly month: string; readonly numbers: Readonly<Record<string, number>> };
  next: string | undefined;
  first: string | undefined;
}

export function OfficePublishedListPage(props: OfficePublishedListProps) {
  const { view, person, state, states, answers, counts, next, first } = props;
  const { common } = copy(view.lang);
  const words = publishedCopy(view.lang).office;
  const { title, intro, ...labels } = words.counts;
  return (
    <OfficePage view={view} title={words.title} person={person} current="published">
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.intro}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={alikePaths.list()}>
          {officeAlikeCopy(view.lang).link}
        </a>
      </p>
      <nav aria-label={words.lists}>
        <ul class="quick">
          {states.map((each) => (
            <li>
              <a
                class="quick__link"
                href={paths.officePublishedList({ state: each === "review" ? undefined : each })}
                aria-current={each === state ? "true" : undefined}
              >
                {words.states[each]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {answers.length === 0 ? (
        <EmptyState icon="check" title={words.empty.title}>
          {words.empty.text}
        </EmptyState>
      ) : (
        <ol class="hits links--boxed">
          {answers.map((answer) => (
            <li class="hits__item">
              <h2 class="hits__name">
                <a href={paths.officePublished(answer.id)}>{answer.content.subject}</a>
              </h2>
              <p class="hits__office">
                {words.by(answer.author.name, formatInstant(answer.changedAt, view.lang))}
              </p>
            </li>
          ))}
        </ol>
      )}
      {next || first ? (
        <Pagination
          label={common.pagination}
          previous={first ? { href: first, text: publishedCopy(view.lang).public.newer } : undefined}
          next={next ? { href: next, text: publishedCopy(view.lang).public.older } : undefined}
        />
      ) : null}
      <h2 class="govuk-heading-m">{title}</h2>
      <p class="muted">{intro(formatMonth(`${counts.month}-01`, view.lang))}</p>
      <SummaryList
        rows={Object.entries(labels).map(([name, label]) => ({
          key: label,
          value: String(counts.numbers[name] ?? 0),
        }))}
      />
    </OfficePage>
  );
}
