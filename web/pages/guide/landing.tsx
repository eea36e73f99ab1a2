import type { Facets, Suggestion } from "../../../functions/search/search.ts";
import { Card } from "../../components/card.tsx";
import type { Contact } from "../../components/contact-card.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { SearchField } from "../../components/search-field.tsx";
import { guideCopy } from "../../copy/guide.ts";
import { copy } from "../../copy/index.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { FacetList, FacetPills } from "./facet.tsx";
import { GuideHelp } from "./help.tsx";
import { Said } from "./said.tsx";
import { SavedNote } from "./saved.tsx";

export interface LandingProps {
  view: View;
  facets: Facets;
  /** What people ask most, with the guide that answers it. */
  asked: readonly Suggestion[];
  contact: Contact;
  /** What was typed, when there is no word in it that could be searched for. */
  unread?: string | undefined;
}

/** The door to all guides: ask in one's own words, or go by what happened, by topic, by audience, by office. */
export function GuideLandingPage({ view, facets, asked, contact, unread }: LandingProps) {
  const words = guideCopy(view.lang).search;
  const isEmpty = facets.unit.length === 0;
  return (
    <Page view={view} title={words.title} current="guides" wide phone={contact.phone}>
      <SavedNote view={view} />
      <search>
        <form class="hero guides-hero" method="get" action={paths.guides()}>
          <SearchField
            label={words.question}
            hint={words.hint}
            button={copy(view.lang).common.search}
            suggestions={{ label: words.suggestions }}
            value={unread}
            pageHeading
          />
        </form>
      </search>
      {unread === undefined ? null : (
        <p class="results-line" role="status">
          {words.unread}
        </p>
      )}
      {isEmpty ? (
        <EmptyState icon="guide" title={words.empty}>
          <p>{words.emptyText}</p>
        </EmptyState>
      ) : (
        <Ways view={view} facets={facets} asked={asked} contact={contact} />
      )}
      {isEmpty ? <GuideHelp view={view} contact={contact} /> : null}
    </Page>
  );
}

function Ways({ view, facets, asked, contact }: LandingProps) {
  const words = guideCopy(view.lang).search;
  return (
    <div class="columns">
      <div>
        {asked.length > 0 ? (
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
        {facets.lifeEvent.length > 0 ? (
          <Card title={words.events}>
            <p class="muted">{words.eventsLead}</p>
            <FacetPills view={view} facet="lifeEvent" values={facets.lifeEvent} />
          </Card>
        ) : null}
        <Card title={words.topics}>
          <FacetPills view={view} facet="topic" values={facets.topic} />
        </Card>
        <Card title={words.audience}>
          <FacetPills view={view} facet="audience" values={facets.audience} />
        </Card>
      </div>
      <div class="columns__side">
        <Card title={words.units}>
          <FacetList view={view} facet="unit" values={facets.unit} />
          <p class="govuk-body">
            <a class="govuk-link" href={paths.guideUnits()}>
              {words.unit.all}
            </a>
          </p>
        </Card>
        <GuideHelp view={view} contact={contact} />
      </div>
    </div>
  );
}
