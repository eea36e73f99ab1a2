import type { GazetteCard } from "../../../functions/gazette/gazette.record.ts";
import type { GazetteKind, Validity } from "../../../functions/gazette/gazette.ts";
import { EmptyState, Pagination, Tag } from "../../components/index.ts";
import { SearchField } from "../../components/search-field.tsx";
import { gazetteCopy } from "../../copy/gazette.ts";
import { copy } from "../../copy/index.ts";
import { Page } from "../../layout/page.tsx";
import { gazettePaths } from "../../paths.gazette.ts";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { formatDay } from "../../words.ts";
import { validityColours } from "./validity.ts";

export interface GazetteListProps {
  view: View;
  kind: GazetteKind;
  kinds: readonly GazetteKind[];
  /** What was searched for; empty for the newest. */
  q: string;
  cards: readonly GazetteCard[];
  /** The number of a document that is there, as people may type it. */
  example?: string | undefined;
  /** Whether each still holds today. */
  validityOf: (card: GazetteCard) => Validity;
  next?: string | undefined;
  first?: string | undefined;
  phone?: string | undefined;
}

/** One column: what is in it, the newest first, or what a search found in it. */
export function GazetteListPage(props: GazetteListProps) {
  const { view, kind, kinds, q, cards, next, first } = props;
  const words = gazetteCopy(view.lang);
  const column = words.columns[kind];
  const nothing = q === "" ? column.empty : words.none;
  return (
    <Page view={view} title={column.title} back={paths.home()} phone={props.phone}>
      <h1 class="govuk-heading-l">{column.title}</h1>
      <p class="lead">{column.lead}</p>
      <search>
        <form action={gazettePaths.column(kind)} method="get" class="results-form">
          <SearchField
            label={words.search(column.title)}
            hint={column.hint(props.example)}
            button={words.button}
            value={q}
          />
        </form>
      </search>
      <h2 class="govuk-heading-m" role={q === "" ? undefined : "status"}>
        {q === "" ? words.newest : words.count(cards.length)}
      </h2>
      {cards.length === 0 ? (
        <EmptyState icon="search" title={nothing.title}>
          {nothing.text}
        </EmptyState>
      ) : (
        <ol class="hits links--boxed">
          {cards.map((card) => (
            <Row view={view} card={card} validity={props.validityOf(card)} />
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
      <nav class="no-print" aria-label={words.others}>
        <ul class="quick">
          {kinds
            .filter((each) => each !== kind)
            .map((each) => (
              <li>
                <a class="quick__link" href={gazettePaths.column(each)}>
                  {words.columns[each].title}
                </a>
              </li>
            ))}
        </ul>
      </nav>
      <p class="no-print">
        <a class="govuk-link" href={gazettePaths.feed(kind)} type="application/atom+xml">
          {words.feed}
        </a>
      </p>
    </Page>
  );
}

function Row({ view, card, validity }: { view: View; card: GazetteCard; validity: Validity }) {
  const words = gazetteCopy(view.lang);
  return (
    <li class="hits__item">
      <h3 class="hits__name">
        <a href={gazettePaths.item(card.kind, card.id)} lang="zh-CN">
          {card.title}
        </a>
      </h3>
      <p class="hits__office">
        {card.documentNumber === undefined ? null : <span lang="zh-CN">{card.documentNumber} · </span>}
        {formatDay(card.on, view.lang)}
        {card.kind === "policy" && validity !== "in_force" ? (
          <>
            {" "}
            <Tag colour={validityColours[validity]}>{words.validity[validity]}</Tag>
          </>
        ) : null}
      </p>
    </li>
  );
}
