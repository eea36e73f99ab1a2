/**
 * What an action changes, as plain values: the head, the version, the states of others, and what citizens read.
 * Nothing here decides whether the action is allowed; see `guide.flow.ts`.
 */
import { type Day, dayOf } from "../calendar/calendar.day.ts";
import type { Instant } from "../kit/clock.ts";
import type { GuideState } from "./guide.flow.ts";
import type { EndedGuide, GuideHead, GuidePerson, GuideVersion, LiveGuide } from "./guide.record.ts";
import type { Guide } from "./guide.ts";

/** How the item that citizens read changes. Pausing and checking touch a line of it, not the guide inside. */
export type LiveChange =
  | { readonly kind: "publish"; readonly live: LiveGuide }
  | { readonly kind: "pause"; readonly reason: string }
  | { readonly kind: "resume" }
  | { readonly kind: "check"; readonly on: Day }
  | { readonly kind: "end"; readonly ended: EndedGuide };

export interface GuideChange {
  readonly head: GuideHead;
  /** The version as it is now, when more than its state changed. */
  readonly version?: GuideVersion;
  /** Versions of which only the state changed. */
  readonly moved: readonly { readonly n: number; readonly state: GuideState; readonly ended?: Instant }[];
  readonly live?: LiveChange;
}

/** Who acts and when; the revision and the last command are the service's. */
export interface Moment {
  readonly at: Instant;
  readonly by: GuidePerson;
  readonly reason: string;
}

const without = <T extends object, K extends keyof T>(from: T, ...names: readonly K[]): Omit<T, K> =>
  Object.fromEntries(Object.entries(from).filter(([name]) => !names.includes(name as K))) as Omit<T, K>;

const addAuthor = (authors: readonly GuidePerson[], by: GuidePerson): readonly GuidePerson[] =>
  authors.some(({ id }) => id === by.id) ? authors : [...authors, by];

/** The first version of a new guide. */
export function begin(guide: Guide, place: { id: string; unit: string }, { at, by }: Moment): GuideChange {
  const version: GuideVersion = {
    schema: 1,
    ...place,
    n: 1,
    state: "draft",
    guide,
    authors: [by],
    startedAt: at,
    changedAt: at,
  };
  const head = { schema: 1, ...place, name: guide.taskName, revision: 0, changedAt: at, latest: 1 } as const;
  return { head: { ...head, work: { n: 1, state: "draft", authorIds: [by.id] } }, version, moved: [] };
}

/** A new draft of a guide that has versions already. Nobody has edited it yet but who began it. */
export function beginNext(head: GuideHead, guide: Guide, { at, by }: Moment): GuideChange {
  const n = head.latest + 1;
  const { id, unit } = head;
  const version: GuideVersion = {
    schema: 1,
    id,
    unit,
    n,
    state: "draft",
    guide,
    authors: [by],
    startedAt: at,
    changedAt: at,
  };
  const work = { n, state: "draft", authorIds: [by.id] } as const;
  return { head: { ...head, latest: n, work }, version, moved: [] };
}

/** A new draft under a code that was given up; it belongs to whoever begins it. */
export function beginAgain(
  head: GuideHead,
  { guide, unit }: { readonly guide: Guide; readonly unit: string },
  moment: Moment,
): GuideChange {
  return beginNext({ ...head, unit, name: guide.taskName }, guide, moment);
}

/** A draft with other content; whoever saves is an author from then on. */
export function edit(head: GuideHead, before: GuideVersion, now: Moment & { guide: Guide }): GuideChange {
  const { guide, at, by } = now;
  const authors = addAuthor(before.authors, by);
  const version: GuideVersion = { ...before, guide, authors, changedAt: at };
  const work = { n: before.n, state: "draft", authorIds: authors.map(({ id }) => id) } as const;
  // A guide that citizens read keeps the name that they know it by.
  const name = head.live === undefined ? guide.taskName : head.name;
  return { head: { ...head, name, work }, version, moved: [] };
}

/** Handed in, taken back or returned: the version that is being written goes to the other of its two states. */
export function turn(
  head: GuideHead,
  before: GuideVersion,
  now: Moment & { readonly state: "draft" | "review"; readonly returned: boolean },
): GuideChange {
  const { state, at, by, reason, returned } = now;
  const version: GuideVersion = {
    ...before,
    state,
    changedAt: at,
    ...(state === "review" ? { handedInAt: at } : {}),
    ...(returned ? { returned: { at, by, reason } } : {}),
  };
  const authorIds = before.authors.map(({ id }) => id);
  return { head: { ...head, work: { n: before.n, state, authorIds } }, version, moved: [] };
}

/** A draft that was begun by mistake. What the last import brought may come again. */
export function discard(head: GuideHead, before: GuideVersion, { at }: Moment): GuideChange {
  const version: GuideVersion = { ...before, state: "discarded", changedAt: at, endedAt: at };
  return { head: without(head, "work", "importedHash"), version, moved: [] };
}

/** Approved: citizens read it at once, or from its effective date on. An approved version that still waits gives way. */
export function approve(head: GuideHead, before: GuideVersion, { at, by }: Moment): GuideChange {
  const version: GuideVersion = {
    ...before,
    state: "published",
    changedAt: at,
    approver: by,
    approvedAt: at,
  };
  const rest = without(head, "work");
  const from = before.guide.planEffectiveDate;
  if (from === undefined || from <= dayOf(at)) return publish(rest, version, at);
  const moved =
    head.waiting === undefined ? [] : [{ n: head.waiting.n, state: "revised", ended: at } as const];
  return { head: { ...rest, waiting: { n: before.n, from } }, version, moved };
}

/** An approved version becomes the one that citizens read; the one before is `revised`. */
export function publish(head: GuideHead, approved: GuideVersion, at: Instant): GuideChange {
  const { n, id, unit, guide } = approved;
  const version: GuideVersion = { ...approved, publishedAt: at };
  const replaced = [head.live?.n, head.waiting?.n].flatMap((each) =>
    each === undefined || each === n ? [] : [{ n: each, state: "revised", ended: at } as const],
  );
  const checked = guide.checkedOn === undefined ? {} : { checkedOn: guide.checkedOn };
  const live: LiveGuide = {
    schema: 1,
    id,
    unit,
    state: "published",
    version: n,
    publishedAt: at,
    ...checked,
    guide,
  };
  const next: GuideHead = {
    ...without(head, "waiting", "ended"),
    name: guide.taskName,
    live: {
      n,
      state: "published",
      ...checked,
      ...(guide.planCancelDate === undefined ? {} : { until: guide.planCancelDate }),
    },
  };
  return { head: next, version, moved: replaced, live: { kind: "publish", live } };
}

/** Paused with a reason for citizens, or resumed. The guide stays where it is. */
export function hold(head: GuideHead, state: "published" | "paused", reason: string): GuideChange {
  const { live } = head;
  if (live === undefined) throw new RangeError("citizens read no version of it");
  return {
    head: { ...head, live: { ...live, state } },
    moved: [{ n: live.n, state }],
    live: state === "paused" ? { kind: "pause", reason } : { kind: "resume" },
  };
}

/** Somebody made sure today that it is true. */
export function confirm(head: GuideHead, on: Day): GuideChange {
  const { live } = head;
  if (live === undefined) throw new RangeError("citizens read no version of it");
  return { head: { ...head, live: { ...live, checkedOn: on } }, moved: [], live: { kind: "check", on } };
}

/** Abolished: what citizens read and what waited to be read are over; what nobody could read leaves no trace outside. */
export function end(head: GuideHead, at: Instant, reason?: string): GuideChange {
  const { id, unit, name, live, waiting } = head;
  const over = [live?.n, waiting?.n].flatMap((n) =>
    n === undefined ? [] : [{ n, state: "abolished", ended: at } as const],
  );
  const n = live?.n ?? waiting?.n ?? head.latest;
  const why = reason === undefined ? {} : { reason };
  const ended: EndedGuide = { schema: 1, id, unit, state: "abolished", ...why, name, endedAt: at };
  return {
    head: { ...without(head, "live", "waiting"), ended: { n } },
    moved: over,
    ...(live === undefined ? {} : { live: { kind: "end", ended } }),
  };
}
