/** How much one term in one document counts: BM25 field by field, and the sum in one byte. */
import type { SearchDocument } from "./search.ts";

export interface Field {
  readonly weight: number;
  /** How strongly a longer text counts less, from 0 to 1. */
  readonly lengthShare: number;
  /** Characters alone are found too. */
  readonly singles: boolean;
  textOf(document: SearchDocument): string;
}

export const fields: readonly Field[] = [
  { weight: 5, lengthShare: 0.5, singles: true, textOf: ({ name }) => name },
  { weight: 4, lengthShare: 0.3, singles: true, textOf: ({ aliases }) => aliases.join(" ") },
  {
    weight: 2,
    lengthShare: 0.3,
    singles: false,
    textOf: ({ topics, lifeEvents }) => [...topics, ...lifeEvents].join(" "),
  },
  { weight: 1.5, lengthShare: 0.3, singles: false, textOf: ({ unitName }) => unitName },
  { weight: 1, lengthShare: 0.75, singles: false, textOf: ({ body }) => body },
];

const SATURATION = 1.2;

/** `relativeLength` is the text's length over the average of its field. */
export function impactOf(field: Field, times: number, relativeLength: number): number {
  const length = 1 - field.lengthShare + field.lengthShare * relativeLength;
  return (field.weight * times * (SATURATION + 1)) / (times + SATURATION * length);
}

/** Steps of equal ratio: an impact is known to 4 parts in a hundred, and few different bytes compress well. */
const LEAST = 0.05;
const STEP = 1.3;
const LEVELS = 1 + Math.ceil(Math.log(40 / LEAST) / Math.log(STEP));

export const levelOf = (impact: number): number =>
  Math.max(0, Math.min(LEVELS - 1, Math.round(Math.log(impact / LEAST) / Math.log(STEP))));

export const impactOfLevel: Float32Array = Float32Array.from(
  { length: 256 },
  (_, level) => LEAST * STEP ** level,
);

/** How telling a term is that `count` of `all` documents have. */
export const rarity = (count: number, all: number): number =>
  Math.log(1 + (all - count + 0.5) / (count + 0.5));
