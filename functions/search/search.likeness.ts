/** How much a name as a whole resembles what was asked: what single terms cannot tell. */
import type { Question } from "./search.words.ts";

const SAME_NAME = 4;
const SAME_ALIAS = 3;
/** How the whole question stands in a title: at its start, within, with gaps. */
const BEGINS = 0.25;
const WITHIN = 0.15;
const WITH_GAPS = 0.1;
/** The question stands in it in other words. */
const OTHER_WITHIN = 0.15;
/** For all of their characters in common. */
const SHARED = 0.7;
const OF_ALIAS = 0.7;

/** A factor for the score, 1 or more; the first title is the name, the others are aliases. */
export function likeness(titles: readonly string[], { text, core, others }: Question): number {
  const [name = ""] = titles;
  if (name === text || name === core) return SAME_NAME;
  if (titles.includes(text) || titles.includes(core)) return SAME_ALIAS;
  const resembling = titles.map((title, at) => {
    const like = standing(core, title) + SHARED * shared(core, title);
    return at === 0 ? like : like * OF_ALIAS;
  });
  const isOther = titles.some((title) => others.some((other) => title.includes(other)));
  return 1 + Math.max(...resembling) + (isOther ? OTHER_WITHIN : 0);
}

function standing(core: string, title: string): number {
  const at = title.indexOf(core);
  if (at >= 0) return at === 0 ? BEGINS : WITHIN;
  return isWithGaps(core, title) ? WITH_GAPS : 0;
}

function isWithGaps(core: string, title: string): boolean {
  let at = -1;
  for (const character of core) {
    at = title.indexOf(character, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** From 0 to 1: twice the characters in common, over all of both. */
function shared(core: string, title: string): number {
  let rest = title;
  let common = 0;
  for (const character of core) {
    const at = rest.indexOf(character);
    if (at < 0) continue;
    common += 1;
    rest = rest.slice(0, at) + rest.slice(at + 1);
  }
  return (2 * common) / (core.length + title.length || 1);
}
