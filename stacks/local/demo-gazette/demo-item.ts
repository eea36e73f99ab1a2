import { createHash } from "node:crypto";
import { addDays, type Day } from "../../../functions/calendar/calendar.day.ts";
import type { GazetteForm, GazetteKind } from "../../../functions/gazette/gazette.ts";

/** A text as a unit of the demo county wrote it, and how far it has come. */
export interface DemoItem {
  /** Never changes: its id is made of it. */
  readonly key: string;
  readonly kind: GazetteKind;
  readonly unit: string;
  /** How many days before today it was written and, unless it stands somewhere else, published. */
  readonly ago: number;
  readonly state?: "draft" | "review";
  readonly title: string;
  /** `{origin}` is where the pages of the county are. */
  readonly body: readonly string[];
  readonly more?: Partial<Omit<GazetteForm, "title" | "body" | "guides">>;
  /** Names of guides of the demo. */
  readonly guides?: readonly string[];
  /** What became of a policy later; `successor` is the key of another one. */
  readonly later?: {
    readonly ago: number;
    readonly validity: "amended" | "repealed";
    readonly validityNote: string;
    readonly successor: string;
  };
}

/** Always the same for an item, so that a start that was stopped finds what it did. */
export const demoIdOf = (key: string): string =>
  createHash("sha256").update(`demo gazette ${key}`).digest("base64url").slice(0, 22);

/** Days before today; negative ones are to come. */
export interface Days {
  day(ago: number): Day;
  /** As a document writes it. */
  said(ago: number): string;
  year(ago: number): string;
}

export function daysBefore(today: Day): Days {
  const day = (ago: number): Day => addDays(today, -ago);
  const numbers = (ago: number) => day(ago).split("-").map(Number);
  return {
    day,
    said: (ago) => {
      const [year, month, date] = numbers(ago);
      return `${year}年${month}月${date}日`;
    },
    year: (ago) => day(ago).slice(0, 4),
  };
}
