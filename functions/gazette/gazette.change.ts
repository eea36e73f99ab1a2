/** What each action makes of an item: the head after it, and what citizens read from then on. Pure. */
import type { Day } from "../calendar/calendar.day.ts";
import { dayOf } from "../calendar/calendar.day.ts";
import type { Instant } from "../kit/clock.ts";
import type {
  GazetteHead,
  GazettePerson,
  GazetteStand,
  GazetteTrace,
  GazetteVersion,
  GazetteWork,
  PublicItem,
  WithdrawnItem,
} from "./gazette.record.ts";
import type { GazetteContent } from "./gazette.ts";

export interface Moment {
  readonly at: Instant;
  /** Undefined for the clock. */
  readonly by?: GazettePerson;
  readonly reason?: string | undefined;
}

export interface GazetteChange {
  readonly head: GazetteHead;
  /** A text that is public from now on, to be kept for ever. */
  readonly version?: GazetteVersion;
  /** What citizens read from now on; the day of a check alone. */
  readonly live?: PublicItem | WithdrawnItem | { readonly state: "checked"; readonly on: Day };
}

/** The page of an office shows so many; the record of the audit has all. */
const MOST_TRACES = 60;

const entry = (action: GazetteTrace["action"], n: number, { at, by, reason }: Moment): GazetteTrace => ({
  at,
  ...(by === undefined ? {} : { by }),
  action,
  n,
  ...(reason === undefined || reason === "" ? {} : { reason }),
});

type Changed = Partial<Pick<GazetteHead, "live">> & { readonly work: GazetteWork | undefined };

function next(head: GazetteHead, { work, ...changed }: Changed, trace: GazetteTrace): GazetteHead {
  const { work: _before, ...kept } = head;
  return {
    ...kept,
    ...changed,
    ...(work === undefined ? {} : { work }),
    version: head.version + 1,
    trace: [...head.trace, trace].slice(-MOST_TRACES),
  };
}

type Author = Moment & { readonly by: GazettePerson };

const written = (n: number, content: GazetteContent, { at, by }: Author): GazetteWork => ({
  n,
  state: "draft",
  content,
  authorIds: [by.id],
  author: by,
  changedAt: at,
});

export const create = (
  { id, unit }: { readonly id: string; readonly unit: string },
  content: GazetteContent,
  moment: Author,
): GazetteChange => ({
  head: {
    schema: 1,
    ...{ id, unit, kind: content.kind },
    version: 1,
    work: written(1, content, moment),
    trace: [entry("edit", 1, moment)],
  },
});

export function edit(
  head: GazetteHead,
  work: GazetteWork,
  { content, ...moment }: Author & { readonly content: GazetteContent },
): GazetteChange {
  const { at, by } = moment;
  const authorIds = [...new Set([...work.authorIds, by.id])];
  const after = { ...work, content, authorIds, author: by, changedAt: at };
  return { head: next(head, { work: after }, entry("edit", work.n, moment)) };
}

/** Handed in, taken back or sent back. */
export function turn(
  head: GazetteHead,
  work: GazetteWork,
  { action, ...moment }: Moment & { readonly action: "hand_in" | "take_back" | "return" },
): GazetteChange {
  const { reason: _reason, approvedBy: _approvedBy, ...kept } = work;
  const after: GazetteWork = {
    ...kept,
    state: action === "hand_in" ? "review" : "draft",
    changedAt: moment.at,
    ...(action === "return" && moment.reason !== undefined ? { reason: moment.reason } : {}),
  };
  return { head: next(head, { work: after }, entry(action, work.n, moment)) };
}

export const discard = (head: GazetteHead, work: GazetteWork, moment: Moment): GazetteChange => ({
  head: next(head, { work: undefined }, entry("discard", work.n, moment)),
});

/** Another person stands behind it: at once, or from its day on. */
export function approve(head: GazetteHead, work: GazetteWork, moment: Author): GazetteChange {
  const { from } = work.content;
  if (from === undefined || from <= dayOf(moment.at)) return publish(head, work, moment);
  const after = { ...work, state: "waiting" as const, approvedBy: moment.by, changedAt: moment.at };
  return { head: next(head, { work: after }, entry("approve", work.n, moment)) };
}

/** Citizens read it from now on: when it is approved, or when the day has come for which it was. */
export function publish(head: GazetteHead, work: GazetteWork, moment: Moment): GazetteChange {
  const { n, content, author } = work;
  const { at } = moment;
  const today = dayOf(at);
  const publishedAt = head.live?.publishedAt ?? at;
  const on = content.issuedOn ?? dayOf(publishedAt);
  const live: GazetteStand = {
    ...{ n, state: "published", title: content.title, on, publishedAt, changedAt: at, checkedOn: today },
    ...(content.until === undefined ? {} : { until: content.until }),
  };
  const { id, unit, kind } = head;
  const approvedBy = moment.by ?? work.approvedBy ?? author;
  return {
    head: next(
      head,
      { work: undefined, live },
      entry(moment.by === undefined ? "publish" : "approve", n, moment),
    ),
    version: { n, content, publishedAt: at, author, approvedBy },
    live: {
      ...{ state: "published", id, unit, kind, content, n, on, publishedAt },
      ...{ changedAt: at, checkedOn: today },
    },
  };
}

/** A new draft of what citizens read, which they go on reading. */
export const revise = (
  head: GazetteHead,
  live: GazetteStand,
  { content, ...moment }: Author & { readonly content: GazetteContent },
): GazetteChange => ({
  head: next(head, { work: written(live.n + 1, content, moment) }, entry("revise", live.n + 1, moment)),
});

export function check(head: GazetteHead, live: GazetteStand, moment: Moment): GazetteChange {
  const on = dayOf(moment.at);
  const after = { ...live, checkedOn: on };
  return {
    head: next(head, { work: head.work, live: after }, entry("check", live.n, moment)),
    live: { state: "checked", on },
  };
}

/** By a person with a reason, or by the clock when its day has come. */
export function withdraw(head: GazetteHead, live: GazetteStand, moment: Moment): GazetteChange {
  const { until: _until, ...kept } = live;
  const { id, unit, kind } = head;
  const { at, reason } = moment;
  return {
    head: next(
      head,
      { work: head.work, live: { ...kept, state: "withdrawn", changedAt: at } },
      entry("withdraw", live.n, moment),
    ),
    live: {
      ...{ state: "withdrawn", id, unit, kind, title: live.title, changedAt: at },
      ...(reason === undefined ? {} : { reason }),
    },
  };
}
