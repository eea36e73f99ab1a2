/** Which documents speak of what was asked, best first. */
import { likeness } from "./search.likeness.ts";
import { openPostings } from "./search.postings.ts";
import type { Kept, Rows } from "./search.rows.ts";
import { isSingle, type Token } from "./search.text.ts";
import { type Question, STOP } from "./search.words.ts";

export interface Ranking {
  /** One row for each group, its best. */
  readonly rows: readonly number[];
  /** Whether the question is met by more than single characters; letters and digits must be met as a whole. */
  readonly isSolid: boolean;
}

/** What is far below the best is noise, which nobody should have to page through. */
const NOISE = 0.12;
/**
 * A row of a focused answer has at least half of what the one that has most has of the question, each pair counted by
 * how telling it is and wherever it stands. Less than that is another subject that shares a word with it.
 */
const FOCUS = 0.5;
/** So many of the best are looked at once more, name by name. */
const LOOKED_AT = 60;

export function openRanking(
  files: { readonly terms: Uint8Array; readonly postings: Uint8Array },
  rows: Rows,
): (question: Question, kept: Kept, focused?: boolean) => Ranking {
  const index = openPostings(files);
  const scores = new Float32Array(rows.length);
  const covered = new Float32Array(rows.length);
  const bestOfGroup = new Float32Array(rows.everyGroup.length);
  const rowOfGroup = new Uint32Array(rows.everyGroup.length);

  function score({ tokens }: Question, isWanted: (token: Token, weight: number) => boolean): void {
    for (const [token, weight] of tokens)
      if (isWanted(token, weight)) index.score(token, weight * index.rarityOf(token), scores);
  }

  /** The best row of each group; answers the best score of all. */
  function gather(kept: Kept): number {
    bestOfGroup.fill(0);
    let best = 0;
    for (let row = 0; row < scores.length; row += 1) {
      const found = scores[row] ?? 0;
      if (found === 0 || (kept !== undefined && kept[row] === 0)) continue;
      const group = rows.groupOf[row] ?? 0;
      if (found <= (bestOfGroup[group] ?? 0)) continue;
      bestOfGroup[group] = found;
      rowOfGroup[group] = row;
      if (found > best) best = found;
    }
    return best;
  }

  const aboveNoise = (best: number): readonly number[] =>
    rows.everyGroup.filter((group) => (bestOfGroup[group] ?? 0) > best * NOISE);

  /** Those whose best row is about the question; undefined where nothing has more of it than single characters. */
  function aboutIt({ tokens }: Question): readonly number[] | undefined {
    covered.fill(0);
    for (const [token, weight] of tokens)
      if (isTelling(token, weight)) index.count(token, weight * index.rarityOf(token), covered);
    const found = rows.everyGroup.filter((group) => (bestOfGroup[group] ?? 0) > 0);
    const coverOf = (group: number): number => covered[rowOfGroup[group] ?? 0] ?? 0;
    const most = found.reduce((best, group) => Math.max(best, coverOf(group)), 0);
    return most === 0 ? undefined : found.filter((group) => coverOf(group) >= most * FOCUS);
  }

  function lookCloser(groups: readonly number[], question: Question): readonly Looked[] {
    const looked = groups.map((group, place) => {
      const like = place < LOOKED_AT ? likeness(rows.titlesOf(group), question) : 1;
      return { group, score: (bestOfGroup[group] ?? 0) * like };
    });
    return looked.sort((a, b) => b.score - a.score || a.group - b.group);
  }

  return (question, kept, focused = false) => {
    scores.fill(0);
    score(question, isTelling);
    const isMet = gather(kept) > 0;
    score(question, (token, weight) => !isTelling(token, weight));
    const best = gather(kept);
    const groups = [...((focused ? aboutIt(question) : undefined) ?? aboveNoise(best))];
    groups.sort((a, b) => (bestOfGroup[b] ?? 0) - (bestOfGroup[a] ?? 0) || a - b);
    const looked = lookCloser(groups, question);
    const [first] = looked;
    const isNamed =
      first !== undefined && rows.titlesOf(first.group).some((title) => title.includes(question.core));
    const isSolid = PLAIN.test(question.core) ? isNamed : isMet || question.core.length === 1;
    return { rows: looked.map(({ group }) => rowOfGroup[group] ?? 0), isSolid };
  };
}

interface Looked {
  readonly group: number;
  readonly score: number;
}

/** Single characters, and what is only said around the matter, are found in what has nothing to do with it. */
const isTelling = (token: Token, weight: number): boolean => !isSingle(token) && weight > STOP;

/** Pairs of letters or digits are everywhere and say nothing. */
const PLAIN = /^[a-z0-9 ]*$/;
