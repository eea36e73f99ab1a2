/** Asking an index. */
import { openFinding } from "./search.finding.ts";
import { initialsOf } from "./search.pinyin.ts";
import { type Kept, openRows, type Rows } from "./search.rows.ts";
import type { IndexFiles, NameRow, Searcher, SearchHit } from "./search.ts";
import { DEFAULT_LIMIT, MOST_HITS, MOST_OTHERS, within } from "./search.ts";
import type { StoredWords } from "./search.words.ts";

/** Throws when the files are not whole. */
export function openIndex(files: IndexFiles): Searcher {
  const part = (name: string): Uint8Array => {
    const found = files[name];
    if (found === undefined) throw new RangeError("a file of the index is missing");
    return found;
  };
  const rows = openRows(part("rows"));
  const finding = openFinding(
    { terms: part("terms"), postings: part("postings"), words: part("words") },
    rows,
  );
  let pack: readonly NameRow[] | undefined;
  return {
    search({ text, filters = {}, offset = 0, limit = DEFAULT_LIMIT, focused }) {
      const kept = rows.facets.kept(filters);
      const { rows: found, how } = finding.find(text, kept, focused);
      const first = within(offset, 0, found.length);
      const page = found.slice(first, first + within(limit, 1, MOST_HITS));
      const shown = how === "nearest" ? undefined : kept;
      return { total: found.length, hits: page.map((row) => hitOf(rows, row, shown)), how };
    },
    suggest: (text, limit) =>
      finding
        .complete(text, within(limit, 0, MOST_HITS))
        .map((row) => ({ id: rows.ids.at(row), name: rows.names.at(row) })),
    facets: (filters) => rows.facets.counts(filters),
    get asked() {
      const { pinned } = JSON.parse(new TextDecoder().decode(part("words"))) as StoredWords;
      return pinned.flatMap(({ phrase, rows: [row] }) =>
        row === undefined ? [] : [{ id: rows.ids.at(row), name: phrase }],
      );
    },
    get documents() {
      pack ??= namesPack(rows);
      return pack;
    },
  };
}

function hitOf(rows: Rows, row: number, kept: Kept): SearchHit {
  const group = rows.groupOf[row] ?? 0;
  const others: number[] = [];
  const end = rows.groupStarts[group + 1] ?? 0;
  for (let other = rows.groupStarts[group] ?? 0; other < end && others.length < MOST_OTHERS; other += 1)
    if (other !== row && (kept === undefined || kept[other] === 1)) others.push(other);
  return { ...rows.office(row), others: others.map(rows.office) };
}

function namesPack(rows: Rows): readonly NameRow[] {
  const [ids, codes, names] = [rows.ids.lines(), rows.allCodes(), rows.names.lines()];
  const initials = rows.allGroups().map(({ spellings }) => initialsOf(spellings[0] ?? ""));
  return ids.map((id, row) => ({
    id,
    code: codes[row] ?? "",
    name: names[row] ?? "",
    unitName: rows.facets.labelOf("unit", row),
    initials: initials[rows.groupOf[row] ?? 0] ?? "",
  }));
}
