import type { SearchHit, SearchOffice } from "../../../functions/search/search.ts";
import { Details } from "../../components/details.tsx";
import { guideCopy } from "../../copy/guide.ts";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { saidIn } from "./said.tsx";

export interface HitsProps {
  view: View;
  hits: readonly SearchHit[];
  /** What was asked, where it is watched whether a hit is opened. */
  asked?: string | undefined;
}

/** One row for each name; where several offices do the same, the others unfold. */
export function Hits({ view, hits, asked }: HitsProps) {
  const words = guideCopy(view.lang).search;
  if (hits.length === 0) return null;
  return (
    <ol class="hits links--boxed">
      {hits.map((hit) => (
        <li class="hits__item">
          <h2 class="hits__name">
            <a href={paths.guide(hit.id, asked)} lang={saidIn(view)}>
              {hit.name}
            </a>
          </h2>
          <Office view={view} office={hit} />
          {hit.others.length > 0 ? (
            <Details summary={words.others(hit.others.length)} class="hits__others">
              <ul class="govuk-list">
                {hit.others.map((office) => (
                  <li>
                    <a href={paths.guide(office.id, asked)} lang={saidIn(view)}>
                      {officeText(office)}
                    </a>
                  </li>
                ))}
              </ul>
            </Details>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

/** The unit, and the area where its name does not already say it. */
const officeText = ({ unitName, areaName }: SearchOffice): string =>
  areaName === "" || unitName.startsWith(areaName) ? unitName : `${areaName} · ${unitName}`;

function Office({ view, office }: { view: View; office: SearchOffice }) {
  return (
    <p class="hits__office" lang={saidIn(view)}>
      {officeText(office)}
    </p>
  );
}
