import { EmptyState } from "../../../components/index.ts";
import { visitCopy } from "../../../copy/visit.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { paths } from "../../../paths.ts";
import type { View } from "../../../view.ts";

export interface VisitPlacesPageProps {
  view: View;
  person: { name: string; unit: string };
  places: readonly { hall: string; place: string; name: string; address: string }[];
}

/** Which hall's day: for a unit that has several places, or none. */
export function VisitPlacesPage({ view, person, places }: VisitPlacesPageProps) {
  const words = visitCopy(view.lang).desk.places;
  return (
    <OfficePage view={view} title={words.title} person={person} current="visits">
      <h1 class="govuk-heading-l">{words.title}</h1>
      {places.length === 0 ? (
        <EmptyState icon="bell" title={words.none}>
          {words.noneText}
        </EmptyState>
      ) : (
        <ul class="govuk-list">
          {places.map((place) => (
            <li class="card">
              <a class="govuk-link" href={paths.officeVisitDay(place)}>
                {place.name}
              </a>
              <p class="muted">{place.address}</p>
            </li>
          ))}
        </ul>
      )}
    </OfficePage>
  );
}
