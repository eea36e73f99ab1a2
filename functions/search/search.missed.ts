/**
 * What people searched and did not find, as counters by phrase and month: a phrase is kept only when it can be nobody's
 * number or address, so that the log is about words and never about people.
 */
import type { Day } from "../calendar/calendar.day.ts";
import { normalise } from "./search.text.ts";

/** `none`: nothing was found. `shown` and `chosen`: of a sample, how often hits were shown and one was opened. */
export const missedKinds = ["none", "shown", "chosen"] as const;
export type MissedKind = (typeof missedKinds)[number];

const MOST_CHARACTERS = 30;
/** Phones, identity numbers, plates and codes all have five digits in a row once what is put between them is gone. */
const NUMBER = /\d{5,}/;

/** The phrase as it is counted; undefined for what is no phrase, or may be somebody's number or address. */
export function countable(typed: string): string | undefined {
  if (typed.length > 200 || /[@＠]/.test(typed)) return undefined;
  const phrase = normalise(typed);
  if (phrase === "" || phrase.length > MOST_CHARACTERS) return undefined;
  return NUMBER.test(phrase.replace(/[^\p{L}\p{N}]/gu, "")) ? undefined : phrase;
}

export interface MissedPhrase {
  readonly phrase: string;
  readonly none: number;
  readonly shown: number;
  readonly chosen: number;
  readonly seenOn: Day;
}

/** Below this a phrase may be one person's alone, and is not shown. */
export const LEAST_SHOWN = 2;
/** So many of those that opened nothing make a phrase worth a look. */
const LEAST_SAMPLED = 3;
const MOST_ROWS = 50;

/** What an office reads: phrases that found nothing, and those whose hits people did not open, most frequent first. */
export function missedOf(all: readonly MissedPhrase[]) {
  const none = all.filter((one) => one.none >= LEAST_SHOWN).sort((one, other) => other.none - one.none);
  const passed = all
    .map((one) => ({ ...one, passedOver: Math.max(0, one.shown - one.chosen) }))
    .filter((one) => one.shown >= LEAST_SAMPLED && one.passedOver * 2 > one.shown)
    .sort((one, other) => other.passedOver - one.passedOver);
  return { none: none.slice(0, MOST_ROWS), passedOver: passed.slice(0, MOST_ROWS) };
}

export const monthOf = (day: Day): string => day.slice(0, 7);
export const isMonth = (text: string | undefined): text is string =>
  text !== undefined && /^20\d{2}-(0[1-9]|1[0-2])$/.test(text);

/** The month before and the months before that, newest first, this one included. */
export function monthsBack(day: Day, count: number): readonly string[] {
  const first = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, back) => {
    const month = first - back;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
  });
}
