/** An item as it is kept: where it stands, what citizens read, and what a row of a list shows. */
import type { CaseFile } from "../attachment/attachment.ts";
import type { Day } from "../calendar/calendar.day.ts";
import { addDays } from "../calendar/calendar.day.ts";
import { STALE_AFTER_DAYS } from "../guide/guide.freshness.ts";
import type { Instant } from "../kit/clock.ts";
import type { GazetteAction } from "./gazette.flow.ts";
import type { GazetteContent, GazetteKind, Validity } from "./gazette.ts";
import { summaryOf } from "./gazette.ts";

export interface GazettePerson {
  readonly id: string;
  readonly name: string;
}

/** The text that somebody writes. */
export interface GazetteWork {
  readonly n: number;
  readonly state: "draft" | "review" | "waiting";
  readonly content: GazetteContent;
  /** Whoever edited it once is an author. */
  readonly authorIds: readonly string[];
  readonly author: GazettePerson;
  readonly approvedBy?: GazettePerson;
  readonly changedAt: Instant;
  /** Why it was sent back. */
  readonly reason?: string;
}

/** What citizens read or could read once, without its text. */
export interface GazetteStand {
  readonly n: number;
  readonly state: "published" | "withdrawn";
  readonly title: string;
  /** 发布日期, by which the column is ordered. */
  readonly on: Day;
  /** When it was published here for the first time. */
  readonly publishedAt: Instant;
  readonly changedAt: Instant;
  readonly checkedOn: Day;
  readonly until?: Day;
}

/** What happened to an item; `by` is undefined for the clock. */
export interface GazetteTrace {
  readonly at: Instant;
  readonly by?: GazettePerson;
  readonly action: GazetteAction | "publish";
  /** Of the text that it is about. */
  readonly n: number;
  readonly reason?: string;
}

export interface GazetteHead {
  readonly schema: 1;
  readonly id: string;
  readonly unit: string;
  readonly kind: GazetteKind;
  /** Counts the changes; whoever changes says which one they have seen. */
  readonly version: number;
  readonly work?: GazetteWork;
  readonly live?: GazetteStand;
  /** The newest last; the record of the audit is whole. */
  readonly trace: readonly GazetteTrace[];
}

/** What everybody may read of an item. */
export interface PublicItem {
  readonly state: "published";
  readonly id: string;
  readonly unit: string;
  readonly kind: GazetteKind;
  readonly content: GazetteContent;
  readonly n: number;
  readonly on: Day;
  readonly publishedAt: Instant;
  readonly changedAt: Instant;
  readonly checkedOn: Day;
}
export interface WithdrawnItem {
  readonly state: "withdrawn";
  readonly id: string;
  readonly unit: string;
  readonly kind: GazetteKind;
  readonly title: string;
  readonly changedAt: Instant;
  /** Undefined when its day had come. */
  readonly reason?: string;
}

/** A row of a column. */
export interface GazetteCard {
  readonly id: string;
  readonly unit: string;
  readonly kind: GazetteKind;
  readonly title: string;
  readonly organ: string;
  readonly documentNumber?: string;
  readonly on: Day;
  readonly changedAt: Instant;
  readonly validity: Validity;
  readonly validUntil?: Day;
  readonly summary: string;
  /** For a feed; left out where there are none. */
  readonly files?: readonly CaseFile[];
}

/** A row of an office's list. */
export interface GazetteRow {
  readonly id: string;
  readonly kind: GazetteKind;
  readonly title: string;
  /** Who wrote it last, where it is being written. */
  readonly author?: string;
  /** The instant of the last change, or the day that the list is about. */
  readonly at: Instant | Day;
}

/** A text as it was published, kept for ever. */
export interface GazetteVersion {
  readonly n: number;
  readonly content: GazetteContent;
  readonly publishedAt: Instant;
  readonly author: GazettePerson;
  readonly approvedBy: GazettePerson;
}

export const gazetteLists = ["draft", "review", "waiting", "published", "stale", "withdrawn"] as const;
export type GazetteListName = (typeof gazetteLists)[number];

/** News tells what was true on its day; only the other two can become untrue (row 2-17). */
export const goesStale = (kind: GazetteKind): boolean => kind !== "news";

/** Stale is what was looked at before this day. */
export const staleBefore = (today: Day): Day => addDays(today, -STALE_AFTER_DAYS);

export function cardOf({ id, unit, kind, content, on, changedAt }: PublicItem): GazetteCard {
  const { title, organ, documentNumber, validity, validUntil, files } = content;
  return {
    ...{ id, unit, kind, title, organ, on, changedAt, validity },
    ...(documentNumber === undefined ? {} : { documentNumber }),
    ...(validUntil === undefined ? {} : { validUntil }),
    summary: summaryOf(content.body),
    ...(files === undefined || files.length === 0 ? {} : { files }),
  };
}
