/** Names and aliases read through from first to last: a few thousand take less than a millisecond. */
import { type Rows, TAB } from "./search.rows.ts";

export interface Titles {
  /** Groups with a name or an alias that has the text: names that begin with it first, then the shorter ones. */
  containing(text: string): readonly number[];
}

export function openTitles(rows: Rows): Titles {
  let read: readonly string[] | undefined;
  return {
    containing(text) {
      read ??= rows.allGroups().map(({ titles }) => titles.join(TAB));
      const found: { group: number; far: number }[] = [];
      read.forEach((line, group) => {
        if (line.includes(text)) found.push({ group, far: distance(line.split(TAB), text) });
      });
      return found.sort((a, b) => a.far - b.far || a.group - b.group).map(({ group }) => group);
    },
  };
}

const WITHIN = 1_000;

/** Begins with it, then has it within; of equals the shorter one, of those the name before its aliases. */
function distance(titles: readonly string[], text: string): number {
  const far = titles.map((title, at) => {
    const place = title.indexOf(text);
    if (place < 0) return Number.POSITIVE_INFINITY;
    return (place === 0 ? 0 : WITHIN) + Math.min(WITHIN - 1, title.length) + at / titles.length;
  });
  return Math.min(...far);
}
