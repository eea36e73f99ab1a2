import type { FacetName } from "../../../functions/search/search.ts";
import { FilterBar } from "../../components/filter-bar.tsx";
import { Select } from "../../components/select.tsx";
import { guideCopy } from "../../copy/guide.ts";
import { copy } from "../../copy/index.ts";
import { paths } from "../../paths.ts";
import { facetText } from "./facet.tsx";
import type { ResultsProps } from "./results.tsx";

const shownFacets: readonly FacetName[] = ["unit", "audience", "topic", "kind", "area", "lifeEvent"];

/** What is chosen stays in the address, each with the way to take it off again. */
export function ResultFilters({ view, q, filters, facets }: ResultsProps) {
  const words = guideCopy(view.lang).search;
  const common = copy(view.lang).common;
  const given = { q, ...filters };
  const offered = shownFacets.filter((name) => facets[name].length > 1 || filters[name] !== undefined);
  if (offered.length === 0) return null;
  const chosen = shownFacets.flatMap((name) => {
    const value = filters[name];
    if (value === undefined) return [];
    const found = facets[name].find((each) => each.value === value) ?? { value, label: value };
    return [{ text: facetText(view, found), href: paths.guidesBy({ ...given, [name]: undefined }) }];
  });
  return (
    <FilterBar
      action={paths.guides()}
      title={words.filterTitle}
      words={{ apply: common.apply, reset: common.reset }}
      chosen={chosen}
    >
      {q ? <input type="hidden" name="q" value={q} /> : null}
      {offered.map((name) => (
        <Select
          name={name}
          label={words.filters[name]}
          value={filters[name]}
          options={[
            { value: "", text: words.any },
            ...facets[name].map((each) => ({
              value: each.value,
              text: `${facetText(view, each)} (${each.count})`,
            })),
          ]}
        />
      ))}
    </FilterBar>
  );
}
