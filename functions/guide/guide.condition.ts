/**
 * 受理条件 as single conditions that a person can answer for themselves. The exchange model has one text; offices
 * number its parts, and a text that numbers nothing is read line by line.
 */

export const conditionAnswers = ["yes", "unsure", "no"] as const;
export type ConditionAnswer = (typeof conditionAnswers)[number];

/** What the answers come to: nobody but the office decides, so "fits" still means "as far as one can tell". */
export const verdicts = ["fits", "may_fit", "does_not_fit"] as const;
/** `unasked`: nothing was chosen yet, and to that there is no answer. */
export type Verdict = (typeof verdicts)[number] | "unasked";

export interface Conditions {
  /** `any` where the text says that one of them is enough (之一). */
  readonly mode: "all" | "any";
  /** What stands before the first of them. */
  readonly lead?: string;
  readonly items: readonly string[];
}

/** More than these are read and not asked one by one. */
export const MOST_CONDITIONS = 20;

const HAN = "一二三四五六七八九十";
const hanOf = (n: number): string => {
  const tens = n < 10 ? "" : `${n < 20 ? "" : HAN.charAt(Math.floor(n / 10) - 1)}十`;
  return n % 10 === 0 ? tens : `${tens}${HAN.charAt((n % 10) - 1)}`;
};

/** The ways of numbering that are met in guides; each gives the marks that may stand for `n`. */
const numberings: readonly ((n: number) => readonly string[])[] = [
  (n) => [`（${hanOf(n)}）`, `(${hanOf(n)})`],
  (n) => [`${hanOf(n)}、`],
  (n) => [`${n}.`, `${n}．`, `${n}、`],
  (n) => [`（${n}）`, `(${n})`],
  (n) => [`${n}）`, `${n})`],
  (n) => [String.fromCharCode(0x2460 + n - 1)],
];

interface Mark {
  readonly at: number;
  readonly end: number;
}

/** Where `n` is marked at or after a place. `3.` inside `13.` or `3.5` is no mark. */
function markOf(text: string, marks: readonly string[], from: number): Mark | undefined {
  let first: Mark | undefined;
  for (const mark of marks)
    for (let at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, at + 1)) {
      const end = at + mark.length;
      if (/\d/.test(text.charAt(at - 1)) || /\d/.test(text.charAt(end))) continue;
      if (first === undefined || at < first.at) first = { at, end };
      break;
    }
  return first;
}

/** The marks 1, 2, 3 ... of one way of numbering; fewer than two are no numbering. */
function marksOf(text: string, numbering: (n: number) => readonly string[]): readonly Mark[] {
  const found: Mark[] = [];
  for (let n = 1; n <= MOST_CONDITIONS; n += 1) {
    const mark = markOf(text, numbering(n), found.at(-1)?.end ?? 0);
    if (mark === undefined) break;
    found.push(mark);
  }
  return found.length < 2 ? [] : found;
}

/** The conditions of a guide; none where the text says nothing (无). */
export function conditionsOf(text: string | undefined): Conditions {
  const whole = (text ?? "").trim();
  if (whole === "" || /^无[。.]?$/.test(whole)) return { mode: "all", items: [] };
  const marks = numberings
    .map((numbering) => marksOf(whole, numbering))
    .filter((found) => found.length > 0)
    .sort(([one], [other]) => (one?.at ?? 0) - (other?.at ?? 0))[0];
  const [lead, ...items] = marks === undefined ? lines(whole) : numbered(whole, marks);
  const mode = /之一/.test(lead ?? "") ? "any" : "all";
  return { mode, ...(lead ? { lead } : {}), items: items.slice(0, MOST_CONDITIONS) };
}

const clean = (text: string): string => text.trim().replace(/[；;，,]$/, "");

/** The text before the first mark, then what follows each of them. */
const numbered = (text: string, marks: readonly Mark[]): string[] => [
  text.slice(0, marks[0]?.at).trim(),
  ...marks
    .map(({ end }, index) => clean(text.slice(end, marks[index + 1]?.at)))
    .filter((item) => item !== ""),
];

/** A first line that ends with a colon is a lead; otherwise every line is a condition. */
function lines(text: string): string[] {
  const found = text
    .split(/\n+/)
    .map(clean)
    .filter((line) => line !== "");
  return found.length > 1 && /[：:]$/.test(found[0] ?? "") ? found : ["", ...found];
}

/** What the answers come to; one that is missing counts as "not sure". */
export function verdictOf(
  { mode, items }: Pick<Conditions, "mode" | "items">,
  answers: readonly (ConditionAnswer | undefined)[],
): Verdict {
  if (answers.every((answer) => answer === undefined)) return "unasked";
  const all = (wanted: ConditionAnswer) => items.every((_, index) => answers[index] === wanted);
  const some = (wanted: ConditionAnswer) => items.some((_, index) => answers[index] === wanted);
  if (mode === "any") return some("yes") ? "fits" : all("no") ? "does_not_fit" : "may_fit";
  return some("no") ? "does_not_fit" : all("yes") ? "fits" : "may_fit";
}
