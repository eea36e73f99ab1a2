/**
 * The documents as the answers show them, unit by unit and in the order of pinyin. Those of one name are a group and
 * stand together.
 */
import {
  type Column,
  openColumn,
  openReader,
  openWriter,
  packColumn,
  packParts,
  unpackParts,
} from "./search.bytes.ts";
import { type FacetIndex, openFacets, packFacets } from "./search.facets.ts";
import type { Spelling } from "./search.pinyin.ts";
import type { SearchDocument, SearchOffice } from "./search.ts";

/** Between an own name and its aliases, and between phones. */
export const TAB = "\t";
export const splitTabs = (line: string): readonly string[] => (line === "" ? [] : line.split(TAB));

export interface Group {
  readonly size: number;
  /** Normalised: the name, then every alias that one of its documents has. */
  readonly titles: readonly string[];
  readonly spellings: readonly Spelling[];
}

export function packRows(documents: readonly SearchDocument[], groups: readonly Group[]): Uint8Array {
  const sizes = openWriter(groups.length + 5);
  sizes.number(groups.length);
  for (const { size } of groups) sizes.number(size);
  const column = (textOf: (document: SearchDocument) => string) => packColumn(documents.map(textOf));
  return packParts([
    sizes.done(),
    column(({ id }) => id),
    // Where the code is the id it need not be kept twice.
    column(({ id, code }) => (code === id ? TAB : code)),
    column(({ name }) => name),
    column(({ phones }) => phones.join(TAB)),
    packFacets(documents),
    packColumn(groups.map(titlesLine(documents))),
    packColumn(groups.map(({ spellings }) => spellings.join(TAB))),
  ]);
}

/** A 1 for each row that the filters keep; undefined keeps all. */
export type Kept = Uint8Array | undefined;

/** Most names are written as they are normalised; those need not be kept twice. */
function titlesLine(documents: readonly SearchDocument[]): (group: Group) => string {
  let row = 0;
  return ({ size, titles: [name = "", ...aliases] }) => {
    const written = documents[row]?.name;
    row += size;
    return [name === written ? "" : name, ...aliases].join(TAB);
  };
}

export interface Rows {
  readonly length: number;
  readonly everyGroup: readonly number[];
  readonly groupOf: Uint32Array;
  /** The first row of each group, and one more. */
  readonly groupStarts: Uint32Array;
  readonly ids: Column;
  allCodes(): readonly string[];
  readonly names: Column;
  readonly phones: Column;
  readonly facets: FacetIndex;
  titlesOf(group: number): readonly string[];
  allGroups(): readonly Group[];
  office(row: number): SearchOffice;
  /** The first row that the filters keep, of each group that has one. */
  firstOf(groups: readonly number[], kept: Kept): readonly number[];
  /** Of rows in order, the first of each group. */
  onePerGroup(sorted: readonly number[]): readonly number[];
}

export function openRows(packed: Uint8Array): Rows {
  const parts = unpackParts(packed);
  const part = (at: number): Uint8Array => {
    const found = parts[at];
    if (found === undefined) throw new RangeError("the index ends early");
    return found;
  };
  const [ids, codes, names, phones, titles, spellings] = [1, 2, 3, 4, 6, 7].map((at) =>
    openColumn(part(at)),
  ) as [Column, Column, Column, Column, Column, Column];
  const groupStarts = openGroups(part(0));
  const groupOf = new Uint32Array(ids.length);
  for (let group = 0; group + 1 < groupStarts.length; group += 1)
    groupOf.fill(group, groupStarts[group], groupStarts[group + 1]);
  const facets = openFacets(part(5), groupOf);
  return {
    length: ids.length,
    everyGroup: Array.from({ length: groupStarts.length - 1 }, (_, group) => group),
    groupOf,
    groupStarts,
    ids,
    allCodes() {
      const own = ids.lines();
      return codes.lines().map((code, row) => (code === TAB ? (own[row] ?? "") : code));
    },
    names,
    phones,
    facets,
    titlesOf: (group) => withName(titles.at(group).split(TAB), () => names.at(groupStarts[group] ?? 0)),
    allGroups() {
      const written = names.lines();
      const spelled = spellings.lines();
      return titles.lines().map((line, group) => {
        const start = groupStarts[group] ?? 0;
        return {
          size: (groupStarts[group + 1] ?? 0) - start,
          titles: withName(line.split(TAB), () => written[start] ?? ""),
          spellings: (spelled[group] ?? "").split(TAB),
        };
      });
    },
    office(row) {
      const id = ids.at(row);
      const code = codes.at(row);
      return {
        id,
        code: code === TAB ? id : code,
        name: names.at(row),
        unit: facets.valueOf("unit", row),
        unitName: facets.labelOf("unit", row),
        areaName: facets.labelOf("area", row),
      };
    },
    firstOf: (groups, kept) => groups.flatMap((group) => firstIn(groupStarts, group, kept) ?? []),
    onePerGroup(sorted) {
      const seen = new Set<number>();
      return sorted.filter((row) => {
        const before = seen.size;
        return seen.add(groupOf[row] ?? 0).size > before;
      });
    },
  };
}

const withName = ([name = "", ...aliases]: readonly string[], written: () => string): readonly string[] => [
  name || written(),
  ...aliases,
];

function firstIn(starts: Uint32Array, group: number, kept: Kept): number | undefined {
  const end = starts[group + 1] ?? 0;
  for (let row = starts[group] ?? 0; row < end; row += 1)
    if (kept === undefined || kept[row] === 1) return row;
  return undefined;
}

function openGroups(packed: Uint8Array): Uint32Array {
  const reader = openReader(packed);
  const starts = new Uint32Array(reader.count() + 1);
  for (let group = 0; group + 1 < starts.length; group += 1)
    starts[group + 1] = (starts[group] ?? 0) + reader.number();
  return starts;
}
