/**
 * What is kept of a guide: a head that says where its versions stand, the versions themselves, which stay for ever
 * because a running case keeps the one that it was accepted under, and the one item that citizens read.
 */
import type { Day } from "../calendar/calendar.day.ts";
import type { Instant } from "../kit/clock.ts";
import type { GuideStanding, GuideState } from "./guide.flow.ts";
import type { LinkResult } from "./guide.link.ts";
import type { Guide } from "./guide.ts";

export interface GuidePerson {
  readonly id: string;
  readonly name: string;
}

/** One version. Its guide may change while it is a draft and never again. */
export interface GuideVersion {
  readonly schema: 1;
  /** The item code, which is the guide's key. */
  readonly id: string;
  readonly unit: string;
  /** 1 for the first version of a guide, then without gaps. */
  readonly n: number;
  readonly state: GuideState;
  readonly guide: Guide;
  /** Whoever edited it once; none of them may approve it. */
  readonly authors: readonly GuidePerson[];
  readonly startedAt: Instant;
  readonly changedAt: Instant;
  readonly handedInAt?: Instant;
  /** Why a reviewer gave it back the last time. */
  readonly returned?: { readonly at: Instant; readonly by: GuidePerson; readonly reason: string };
  readonly approver?: GuidePerson;
  readonly approvedAt?: Instant;
  /** When citizens could first read it. */
  readonly publishedAt?: Instant;
  /** When it was replaced or abolished. */
  readonly endedAt?: Instant;
}

/** Where the versions of a guide stand; every command moves it from one revision to the next. */
export interface GuideHead {
  readonly schema: 1;
  readonly id: string;
  readonly unit: string;
  readonly name: string;
  readonly revision: number;
  readonly changedAt: Instant;
  /** The number of the newest version. */
  readonly latest: number;
  /** The version that is being written or reviewed. */
  readonly work?: {
    readonly n: number;
    readonly state: "draft" | "review";
    readonly authorIds: readonly string[];
  };
  /** The approved version that waits for its effective date. */
  readonly waiting?: { readonly n: number; readonly from: Day };
  /** The version that citizens read. */
  readonly live?: {
    readonly n: number;
    readonly state: "published" | "paused";
    readonly checkedOn?: Day;
    /** 计划取消日期: from this day on it is abolished. */
    readonly until?: Day;
  };
  /** The last version of a guide that was abolished. */
  readonly ended?: { readonly n: number };
  /** Marks the content that the last import brought, so that bringing it again changes nothing. */
  readonly importedHash?: string;
  /** Marks the last command, so that sending it twice does one thing. */
  readonly lastCommand?: string;
}

/** What citizens read of a guide in one read. */
export interface LiveGuide {
  readonly schema: 1;
  readonly id: string;
  readonly unit: string;
  readonly state: "published" | "paused";
  /** Why it is paused, for citizens. */
  readonly reason?: string;
  readonly version: number;
  readonly publishedAt: Instant;
  /** When somebody last made sure that it is true; later than the day in the guide when it was checked since. */
  readonly checkedOn?: Day;
  readonly guide: Guide;
}

/** What is left of a guide that was abolished: whoever has its address learns that it is over, and why. */
export interface EndedGuide {
  readonly schema: 1;
  readonly id: string;
  readonly unit: string;
  readonly state: "abolished";
  /** Left out when its 计划取消日期 came. */
  readonly reason?: string;
  readonly name: string;
  readonly endedAt: Instant;
}

/** A guide as its office sees it, drafts included. */
export interface OfficeGuide {
  readonly head: GuideHead;
  /** The newest first. */
  readonly versions: readonly GuideVersion[];
  /** What was found of its links when they were last asked. */
  readonly links: readonly LinkResult[];
}

/** What a row of an office's list shows. */
export interface GuideCard {
  readonly kind: "guide";
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly n: number;
  readonly state: GuideState;
  readonly changedAt: Instant;
  readonly checkedOn?: Day;
  /** The state of the version that is being written, beside one that citizens read. */
  readonly work?: "draft" | "review";
  readonly waitingFrom?: Day;
}

/**
 * The lists of an office. `stale`: what citizens read and nobody has checked for half a year. `links`: what citizens
 * read and leads where nothing is.
 */
export const guideListNames = [
  "all",
  "draft",
  "review",
  "waiting",
  "published",
  "paused",
  "abolished",
  "stale",
  "links",
] as const;
export type GuideListName = (typeof guideListNames)[number];

/** The item is one row of the table, which holds 400 KB; a guide that fills half of it is not a guide. */
export const MOST_GUIDE_BYTES = 180_000;

/** What may stand as a key: the characters of an item code, so that anything else costs no read. */
export const isGuideId = (text: string): boolean =>
  text.length <= 50 && /^[0-9A-Za-z]([0-9A-Za-z-]*[0-9A-Za-z])?$/.test(text);

/** A version that citizens could read once; drafts and what waits for review never leave the office. */
export const wasPublished = (version: GuideVersion): boolean => version.publishedAt !== undefined;

/** The version that an action is about: what is being written, or what citizens read or soon will. */
export type GuideTarget = "work" | "live";

/** Where the version stands that an action is about; where there is none, where the guide as a whole stands. */
export function standingOf(head: GuideHead, target: GuideTarget): GuideStanding & { readonly n: number } {
  const { work, live, waiting, ended } = head;
  if (target === "work" && work !== undefined) return work;
  if (live !== undefined) return { n: live.n, state: live.state, authorIds: [] };
  if (waiting !== undefined) return { n: waiting.n, state: "published", authorIds: [], awaited: true };
  if (work !== undefined) return work;
  if (ended !== undefined) return { n: ended.n, state: "abolished", authorIds: [] };
  return { n: head.latest, state: "discarded", authorIds: [] };
}

/** Begun by mistake and given up before anybody could read it: its code may be used anew, in whatever unit. */
export const isGivenUp = ({ work, live, waiting, ended }: GuideHead): boolean =>
  work === undefined && live === undefined && waiting === undefined && ended === undefined;
