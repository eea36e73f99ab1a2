/** What documents can be filtered and counted by. */
import { openColumn, openReader, openWriter, packColumn, packParts, unpackParts } from "./search.bytes.ts";
import type { FacetName, Facets, SearchDocument, SearchFilters } from "./search.ts";
import { facetNames } from "./search.ts";

export type Value = readonly [value: string, label: string];

const plain = (values: readonly string[]): readonly Value[] => values.map((value) => [value, value]);

export const valuesOf: { readonly [Name in FacetName]: (document: SearchDocument) => readonly Value[] } = {
  unit: ({ unit, unitName }) => [[unit, unitName]],
  audience: ({ audience }) => plain(audience),
  topic: ({ topics }) => plain(topics),
  kind: ({ kind }) => plain([kind]),
  // An area that has no code goes by its name.
  area: ({ area, areaName }) => [[area || areaName, areaName]],
  lifeEvent: ({ lifeEvents }) => plain(lifeEvents),
};

/** For each facet: its values, their labels, and for each document how many and which it has. */
export function packFacets(documents: readonly SearchDocument[]): Uint8Array {
  return packParts(
    facetNames.map((name) => {
      const labels = new Map<string, string>();
      const places = new Map<string, number>();
      const writer = openWriter(documents.length * 2);
      for (const document of documents) {
        const values = new Map(valuesOf[name](document).filter(([value]) => value !== ""));
        writer.number(values.size);
        for (const [value, label] of values) {
          if (!labels.get(value)) labels.set(value, label);
          const place = places.get(value) ?? places.size;
          places.set(value, place);
          writer.number(place);
        }
      }
      const keys = [...places.keys()];
      const texts = [packColumn(keys), packColumn(keys.map((key) => labels.get(key) ?? ""))];
      return packParts([...texts, writer.done()]);
    }),
  );
}

interface Facet {
  readonly values: readonly string[];
  readonly labels: readonly string[];
  /** The values of row `r` are `places[starts[r]]` up to the next row's start. */
  readonly starts: Uint32Array;
  readonly places: Uint16Array;
}

function openFacet(packed: Uint8Array, rows: number): Facet {
  const [values, labels, had] = unpackParts(packed);
  if (values === undefined || labels === undefined || had === undefined)
    throw new RangeError("a facet is missing");
  const reader = openReader(had);
  const starts = new Uint32Array(rows + 1);
  const places: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let left = reader.number(); left > 0; left -= 1) places.push(reader.number());
    starts[row + 1] = places.length;
  }
  return {
    values: openColumn(values).lines(),
    labels: openColumn(labels).lines(),
    starts,
    places: Uint16Array.from(places),
  };
}

export interface FacetIndex {
  /** The value, or the label, of a facet that has one for each document. */
  valueOf(name: FacetName, row: number): string;
  labelOf(name: FacetName, row: number): string;
  /** A 1 for each row that the filters keep; undefined when they keep all. */
  kept(filters: SearchFilters): Uint8Array | undefined;
  counts(filters: SearchFilters): Facets;
}

/** `groups` tells the group of each row; rows of one group stand together. */
export function openFacets(packed: Uint8Array, groups: Uint32Array): FacetIndex {
  const rows = groups.length;
  const parts = unpackParts(packed);
  const all = new Map(
    facetNames.map((name, at) => [name, openFacet(parts[at] ?? new Uint8Array(), rows)] as const),
  );
  const facet = (name: FacetName): Facet => all.get(name) ?? openFacet(new Uint8Array(), 0);

  function kept(filters: SearchFilters): Uint8Array | undefined {
    let mask: Uint8Array | undefined;
    for (const name of facetNames) {
      const wanted = filters[name];
      if (wanted === undefined || wanted === "") continue;
      const { values, starts, places } = facet(name);
      const place = values.indexOf(wanted);
      const next = new Uint8Array(rows);
      for (let row = 0; row < rows; row += 1) {
        if (mask !== undefined && mask[row] === 0) continue;
        const end = starts[row + 1] ?? 0;
        for (let at = starts[row] ?? 0; at < end; at += 1) if (places[at] === place) next[row] = 1;
      }
      mask = next;
    }
    return mask;
  }

  function count(name: FacetName, filters: SearchFilters): Facets[FacetName] {
    const mask = kept({ ...filters, [name]: undefined });
    const { values, labels, starts, places } = facet(name);
    const counts = new Uint32Array(values.length);
    const seen = new Uint32Array(values.length);
    for (let row = 0; row < rows; row += 1) {
      if (mask !== undefined && mask[row] === 0) continue;
      const group = (groups[row] ?? 0) + 1;
      const end = starts[row + 1] ?? 0;
      for (let at = starts[row] ?? 0; at < end; at += 1) {
        const place = places[at] ?? 0;
        if (seen[place] === group) continue;
        seen[place] = group;
        counts[place] = (counts[place] ?? 0) + 1;
      }
    }
    return values
      .map((value, place) => ({ value, label: labels[place] || value, count: counts[place] ?? 0 }))
      .filter((each) => each.count > 0)
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }

  const first = (name: FacetName, row: number): number | undefined => {
    const { starts, places } = facet(name);
    const at = starts[row] ?? 0;
    return at < (starts[row + 1] ?? 0) ? places[at] : undefined;
  };
  return {
    valueOf: (name, row) => facet(name).values[first(name, row) ?? -1] ?? "",
    labelOf: (name, row) => facet(name).labels[first(name, row) ?? -1] ?? "",
    kept,
    counts: (filters) =>
      Object.fromEntries(facetNames.map((name) => [name, count(name, filters)])) as unknown as Facets,
  };
}
