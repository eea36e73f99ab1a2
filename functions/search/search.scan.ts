/** Names read one by one: what is left of a search when there is no index to ask. */
import { valuesOf } from "./search.facets.ts";
import { normalise } from "./search.text.ts";
import type { Facets, SearchDocument, Searcher, SearchFilters, SearchHit, SearchOffice } from "./search.ts";
import { DEFAULT_LIMIT, facetNames, MOST_HITS, MOST_OTHERS, within } from "./search.ts";
import { cut } from "./search.words.ts";

interface Named {
  readonly document: SearchDocument;
  /** The name, the aliases, the code and the phones, normalised. */
  readonly titles: readonly string[];
}

const MOST_NEAREST = 10;

export function scanNames(documents: readonly SearchDocument[]): Searcher {
  const all: readonly Named[] = documents.map((document) => ({
    document,
    titles: [document.name, ...document.aliases, document.code, ...document.phones].map(normalise),
  }));
  return {
    search({ text, filters = {}, offset = 0, limit = DEFAULT_LIMIT }) {
      const asked = cut(text);
      const kept = all.filter(({ document }) => isKept(document, filters));
      const found = asked === "" ? kept : ranked(kept, asked);
      const isNearest = asked !== "" && found.length === 0;
      const hits = grouped(isNearest ? all : found).slice(0, isNearest ? MOST_NEAREST : undefined);
      const first = within(offset, 0, hits.length);
      return {
        total: hits.length,
        hits: hits.slice(first, first + within(limit, 1, MOST_HITS)),
        how: isNearest ? "nearest" : asked === "" ? "all" : "ranked",
      };
    },
    suggest: (text, limit) =>
      grouped(cut(text) === "" ? [] : ranked(all, cut(text)))
        .slice(0, within(limit, 0, MOST_HITS))
        .map(({ id, name }) => ({ id, name })),
    facets: (filters) => facetsOf(documents, filters),
    asked: [],
    documents: documents.map(({ id, code, name, unitName }) => ({ id, code, name, unitName, initials: "" })),
  };
}

const isKept = (document: SearchDocument, filters: SearchFilters): boolean =>
  facetNames.every((name) => {
    const wanted = filters[name];
    return !wanted || valuesOf[name](document).some(([value]) => value === wanted);
  });

function ranked(named: readonly Named[], asked: string): readonly Named[] {
  const rated = named.map((each) => ({
    each,
    rate: Math.max(...each.titles.map((title) => rate(asked, title))),
  }));
  return rated
    .filter(({ rate }) => rate > 0)
    .sort((a, b) => b.rate - a.rate)
    .map(({ each }) => each);
}

/** Above 1 where the whole text stands in the title, otherwise the share of its pairs that do. */
function rate(asked: string, title: string): number {
  if (title.includes(asked)) return 1 + asked.length / title.length;
  let pairs = 0;
  for (let at = 0; at + 2 <= asked.length; at += 1) if (title.includes(asked.slice(at, at + 2))) pairs += 1;
  return pairs / asked.length;
}

function grouped(named: readonly Named[]): readonly SearchHit[] {
  const groups = Map.groupBy(named, ({ titles }) => titles[0]);
  return [...groups.values()].flatMap((members) => {
    const [first, ...others] = members.map(({ document }) => officeOf(document));
    return first === undefined ? [] : [{ ...first, others: others.slice(0, MOST_OTHERS) }];
  });
}

const officeOf = ({ id, code, name, unit, unitName, areaName }: SearchDocument): SearchOffice => ({
  id,
  code,
  name,
  unit,
  unitName,
  areaName,
});

function facetsOf(documents: readonly SearchDocument[], filters: SearchFilters): Facets {
  const counted = facetNames.map((name) => {
    const others = { ...filters, [name]: undefined };
    const values = documents
      .filter((document) => isKept(document, others))
      .flatMap((document) =>
        valuesOf[name](document).map(([value, label]) => ({ value, label, of: document.name })),
      )
      .filter(({ value }) => value !== "");
    const counts = [...Map.groupBy(values, ({ value }) => value)].map(([value, found]) => ({
      value,
      label: found.find(({ label }) => label !== "")?.label ?? value,
      count: new Set(found.map(({ of }) => normalise(of))).size,
    }));
    return [name, counts.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))];
  });
  return Object.fromEntries(counted);
}
