import type { Group, GroupState } from "../../../../functions/alike/alike.ts";
import { EmptyState, Pagination } from "../../../components/index.ts";
import { copy } from "../../../copy/index.ts";
import { officeAlikeCopy } from "../../../copy/office-alike.ts";
import { publishedCopy } from "../../../copy/published.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { alikePaths } from "../../../paths.alike.ts";
import type { View } from "../../../view.ts";
import { wordFor } from "../queue-table.tsx";

export interface AlikeListProps {
  view: View;
  person: { name: string; unit: string };
  state: GroupState;
  states: readonly GroupState[];
  groups: readonly Group[];
  next: string | undefined;
  first: string | undefined;
}

/** What many ask a unit for, the one that was asked for last first. */
export function AlikeListPage({ view, person, state, states, groups, next, first }: AlikeListProps) {
  const words = officeAlikeCopy(view.lang);
  const { public: turning } = publishedCopy(view.lang);
  return (
    <OfficePage view={view} title={words.title} person={person} current="published">
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.lead}</p>
      <nav aria-label={words.lists}>
        <ul class="quick">
          {states.map((each) => (
            <li>
              <a
                class="quick__link"
                href={alikePaths.list({ state: each === "open" ? undefined : each })}
                aria-current={each === state ? "true" : undefined}
              >
                {wordFor(words.states, each)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {groups.length === 0 ? (
        <EmptyState icon="check" title={words.empty.title}>
          {words.empty.text}
        </EmptyState>
      ) : (
        <ol class="hits links--boxed">
          {groups.map((group) => (
            <li class="hits__item">
              <h2 class="hits__name">
                <a href={alikePaths.one(group.id)}>{group.title}</a>
              </h2>
              <p class="hits__office">
                {words.asked(group.askers.length, group.requests)}
                {group.suggestedBy.length > 0 ? ` · ${words.suggested(group.suggestedBy.length)}` : ""}
              </p>
            </li>
          ))}
        </ol>
      )}
      {next || first ? (
        <Pagination
          label={copy(view.lang).common.pagination}
          previous={first ? { href: first, text: turning.newer } : undefined}
          next={next ? { href: next, text: turning.older } : undefined}
        />
      ) : null}
    </OfficePage>
  );
}
