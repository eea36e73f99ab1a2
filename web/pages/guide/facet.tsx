import type { FacetCount, FacetName } from "../../../functions/search/search.ts";
import { Icon } from "../../components/icon.tsx";
import { guideCopy } from "../../copy/guide.ts";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { saidIn } from "./said.tsx";

/** A value of a filter as people say it: dictionaries in the page's language, the rest as offices wrote it. */
export function facetText(view: View, { value, label }: Pick<FacetCount, "value" | "label">): string {
  const words = guideCopy(view.lang).dictionary;
  return Object.hasOwn(words, value) ? words[value as keyof typeof words] : label;
}

const isOurs = (view: View, { value }: Pick<FacetCount, "value">): boolean =>
  Object.hasOwn(guideCopy(view.lang).dictionary, value);

export interface FacetLinksProps {
  view: View;
  facet: FacetName;
  values: readonly FacetCount[];
}

const hrefOf = (facet: FacetName, value: string): string =>
  facet === "lifeEvent" ? paths.lifeEvent(value) : paths.guidesBy({ [facet]: value });

/** Values to tap, each with how many guides it has. */
export function FacetPills({ view, facet, values }: FacetLinksProps) {
  return (
    <ul class="quick">
      {values.map((each) => (
        <li>
          <a class="quick__link" href={hrefOf(facet, each.value)}>
            <span lang={isOurs(view, each) ? undefined : saidIn(view)}>{facetText(view, each)}</span>{" "}
            <span class="count number">{each.count}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

export function FacetList({ view, facet, values }: FacetLinksProps) {
  return (
    <ul class="links">
      {values.map((each) => (
        <li>
          <a class="links__link" href={hrefOf(facet, each.value)}>
            <span>
              <span lang={isOurs(view, each) ? undefined : saidIn(view)}>{facetText(view, each)}</span>{" "}
              <span class="count number">{each.count}</span>
            </span>
            <Icon name="forward" />
          </a>
        </li>
      ))}
    </ul>
  );
}
