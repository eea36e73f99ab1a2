import type { Facets, SearchAnswer, SearchFilters, Suggestion } from "../../../functions/search/search.ts";
import { Card } from "../../components/card.tsx";
import type { Contact } from "../../components/contact-card.tsx";
import { SearchField } from "../../components/search-field.tsx";
import { guideCopy } from "../../copy/guide.ts";
import { copy } from "../../copy/index.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { ResultFilters } from "./filters.tsx";
import { GuideHelp } from "./help.tsx";
import { Hits } from "./hits.tsx";
import { ResultPages } from "./pages.tsx";
import { Said } from "./said.tsx";

export interface ResultsProps {
  view: View;
  /** What was asked, as far as it is searched for. */
  q: string;
  filters: SearchFilters;
  answer: SearchAnswer;
  /** Its links say what was asked, to learn whether one of them is opened. */
  isWatched: boolean;
  facets: Facets;
  /** From 1. */
  page: number;
  pages: number;
  asked: readonly Suggestion[];
  contact: Contact;
}

export function GuideResultsPage(props: ResultsProps) {
  const { view, q, filters, answer, isWatched, asked, contact } = props;
  const words = guideCopy(view.lang).search;
  const title = q === "" ? words.allTitle : words.resultsTitle;
  const missed = answer.how === "nearest";
  return (
    <Page view={view} title={title} back={paths.guides()} current="guides" wide phone={contact.phone}>
      <h1 class="govuk-heading-l">{title}</h1>
      <search>
        <form class="results-form" method="get" action={paths.guides()}>
          {Object.entries(filters).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <SearchField
            label={words.question}
            hint={words.hint}
            button={copy(view.lang).common.search}
            value={q}
            suggestions={{ label: words.suggestions }}
          />
        </form>
      </search>
      <div class="columns">
        <div>
          <ResultFilters {...props} />
          <p class="results-line" role="status">
            {q !== "" && answer.how === "all" ? words.unreadFiltered : lineOf(answer, words)}
          </p>
          {missed ? <p class="muted">{words.nothingNext}</p> : null}
          <Hits view={view} hits={answer.hits} asked={isWatched ? q : undefined} />
          <ResultPages {...props} />
        </div>
        <div class="columns__side">
          {missed && asked.length > 0 ? (
            <Card title={words.asked}>
              <ul class="quick">
                {asked.map(({ id, name }) => (
                  <li>
                    <a class="quick__link" href={paths.guide(id)}>
                      <Said view={view}>{name}</Said>
                    </a>
                  </li>
                ))}
              </ul>
            </Card>
          ) : null}
          <GuideHelp view={view} contact={contact} />
        </div>
      </div>
    </Page>
  );
}

/** How the rows below were come by, in a sentence. */
function lineOf({ how, total, hits }: SearchAnswer, words: ReturnType<typeof guideCopy>["search"]): string {
  if (how === "nearest") return hits.length === 0 ? words.nothing : words.nearest;
  const found = words.found(total);
  if (how === "pinyin") return `${found} · ${words.pinyin}`;
  return how === "code" ? `${found} · ${words.code}` : found;
}
