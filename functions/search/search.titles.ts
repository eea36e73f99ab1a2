/** Names and aliases read through from first to last: a few thousand take less than a millisecond. */
import type { Rows } from "./search.rows.ts";

export interface Titles {
  /** Groups with a name or an alias that has the text: names that begin with it first, then the shorter ones. */
  containing(text: string): readonly number[];
}

export function openTitles(rows: Rows): Titles {
  let read: readonly (readonly string[])[] | undefined;
  return {
    containing(text) {
      read ??= rows.allGroups().map(({ titles }) => titles);
      const found: { group: number; far: number }[] = [];
      read.forEach((titles, group) => {
        const far = Math.min(...titles.map((title, at) => distance(title, text) + at / titles.length));
        if (far < NONE) found.push({ group, far });
      });
      return found.sort((a, b) => a.far - b.far || a.group - b.group).map(({ group }) => group);
    },
  };
}

const NONE = 10_000;
const WITHIN = 1_000;

/** Begins with it, then has it within; of equals the shorter one. */
function distance(title: string, text: string): number {
  const at = title.indexOf(text);
  if (at < 0) return NONE;
  return (at === 0 ? 0 : WITHIN) + Math.min(WITHIN - 1, title.length);
}
