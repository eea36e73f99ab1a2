/** A search over the names on a phone: a plain scan, which for 5,000 names takes about a millisecond. */
export interface NameRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unitName: string;
  /** Pinyin initials of the name. */
  readonly initials: string;
}

const MOST_FOUND = 30;

/** Names that have all of it, then those that have the initials, then those that have most of its characters. */
export function findNames(names: readonly NameRow[], text: string): readonly NameRow[] {
  const wanted = text.normalize("NFKC").toLowerCase().replaceAll(/\s/g, "");
  if (wanted === "") return [];
  const characters = [...new Set(wanted)];
  const enough = Math.max(2, Math.ceil(characters.length * 0.6));
  const scored = names.flatMap((row) => {
    const score = scoreOf(row, { wanted, characters, enough });
    return score > 0 ? [{ row, score }] : [];
  });
  return scored
    .sort((one, other) => other.score - one.score || one.row.name.length - other.row.name.length)
    .slice(0, MOST_FOUND)
    .map(({ row }) => row);
}

interface Wanted {
  readonly wanted: string;
  readonly characters: readonly string[];
  readonly enough: number;
}

function scoreOf({ name, code, initials }: NameRow, { wanted, characters, enough }: Wanted): number {
  const at = name.toLowerCase().indexOf(wanted);
  if (at >= 0) return at === 0 ? 4 : 3;
  if (/^[a-z]+$/.test(wanted)) return initials.includes(wanted) ? 2 : 0;
  if (/^\d{4,}/.test(wanted)) return code.includes(wanted) ? 2 : 0;
  const has = characters.filter((character) => name.includes(character)).length;
  return has >= enough ? has / characters.length : 0;
}
