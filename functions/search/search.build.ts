/** Making an index: everything that can be worked out before somebody asks is worked out here. */
import { decode, encode, packDocuments } from "./search.documents.ts";
import { invert } from "./search.invert.ts";
import type { Spelling } from "./search.pinyin.ts";
import { type Group, openRows, packRows } from "./search.rows.ts";
import { spell } from "./search.spell.ts";
import { normalise } from "./search.text.ts";
import type { IndexFiles, SearchDocument, SearchWords } from "./search.ts";
import { cut, type StoredWords } from "./search.words.ts";

/**
 * `terms`, `postings`, `rows` and `words` answer questions; `documents` is what the next index is made of, and what
 * names are read from should the others be broken. Of documents with one id the last counts. The spellings of an
 * earlier index are taken from it.
 */
export async function buildIndex(
  documents: readonly SearchDocument[],
  words: SearchWords,
  earlier?: IndexFiles,
): Promise<IndexFiles> {
  const last = [...new Map(documents.map((document) => [document.id, document])).values()];
  const titled = last.map((document) => ({ document, titles: titlesOf(document) }));
  const synonyms = words.synonyms.map(unlike);
  const spellingOf = await spellings([...titled.map(({ titles }) => titles), ...synonyms].flat(), earlier);
  const groups = grouped(titled, spellingOf);
  const sorted = groups.flatMap((group) => group.documents);
  return {
    ...invert(sorted),
    rows: packRows(sorted, groups),
    words: encode(storedWords({ ...words, synonyms }, sorted, spellingOf)),
    documents: packDocuments({ documents: sorted, words }),
  };
}

function storedWords(
  words: SearchWords,
  sorted: readonly SearchDocument[],
  spellingOf: (text: string) => Spelling,
): StoredWords {
  const rows = new Map(sorted.map(({ id }, row) => [id, row]));
  return {
    synonyms: words.synonyms,
    spellings: words.synonyms.map((list) => list.map(spellingOf)),
    stopPhrases: unlike(words.stopPhrases),
    pinned: words.pinned.map(({ phrase, ids }) => ({
      phrase: cut(phrase),
      rows: ids.map((id) => rows.get(id)).filter((row) => row !== undefined),
    })),
  };
}

const unlike = (phrases: readonly string[]): readonly string[] => [
  ...new Set(phrases.map(cut).filter((phrase) => phrase !== "")),
];

const titlesOf = ({ name, aliases }: SearchDocument): readonly string[] => [
  ...new Set([normalise(name), ...aliases.map(normalise).filter((alias) => alias !== "")]),
];

/** Spelling is what takes longest, so only what the earlier index does not have is spelled. */
async function spellings(
  texts: readonly string[],
  earlier: IndexFiles | undefined,
): Promise<(text: string) => Spelling> {
  const known = earlier === undefined ? new Map<string, Spelling>() : knownSpellings(earlier);
  const unknown = [...new Set(texts)].filter((text) => !known.has(text));
  const spelled = await spell(unknown);
  unknown.forEach((text, at) => void known.set(text, spelled[at] ?? ""));
  return (text) => known.get(text) ?? "";
}

/** None when the earlier index was made by another version of this code. */
function knownSpellings({ rows, words }: IndexFiles): Map<string, Spelling> {
  const known = new Map<string, Spelling>();
  try {
    const groups = rows === undefined ? [] : openRows(rows).allGroups();
    for (const { titles, spellings } of groups)
      titles.forEach((title, at) => void known.set(title, spellings[at] ?? ""));
    const stored = words === undefined ? undefined : (decode(words) as StoredWords);
    const spelled = stored?.spellings.flat() ?? [];
    stored?.synonyms.flat().forEach((word, at) => void known.set(word, spelled[at] ?? ""));
    return known;
  } catch {
    return new Map();
  }
}

interface Titled {
  readonly document: SearchDocument;
  readonly titles: readonly string[];
}

interface DocumentGroup extends Group {
  readonly documents: readonly SearchDocument[];
}

/** Those of one name together; groups by the first unit that has them, then as they are spelled. */
function grouped(
  titled: readonly Titled[],
  spellingOf: (text: string) => Spelling,
): readonly DocumentGroup[] {
  const byName = Map.groupBy(titled, ({ titles }) => titles[0] ?? "");
  const groups = [...byName].map(([name, members]) => {
    const sorted = members.map(({ document }) => ({ document, key: placeOf(document) })).sort(byKey);
    const titles = [...new Set(members.flatMap((member) => member.titles))];
    const documents = sorted.map(({ document }) => document);
    const key = [documents[0]?.unit, spellingOf(name), name].join("\0");
    return { documents, titles, spellings: titles.map(spellingOf), size: documents.length, key };
  });
  return groups.sort(byKey);
}

const placeOf = ({ unit, areaName, id }: SearchDocument): string => [unit, areaName, id].join("\0");
const byKey = (a: { readonly key: string }, b: { readonly key: string }): number => (a.key < b.key ? -1 : 1);
