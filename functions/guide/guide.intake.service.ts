/**
 * Guides that come from outside, one at a time: the same item with the same content changes nothing, other content
 * becomes a draft, and it is published only when two people stand behind it and the linter finds no error.
 */

import { dayOf } from "../calendar/calendar.day.ts";
import { denial } from "../identity/access.ts";
import type { Staff } from "../identity/identity.ts";
import type { Instant } from "../kit/clock.ts";
import { Problem } from "../kit/problem.ts";
import {
  approve,
  begin,
  beginAgain,
  beginNext,
  edit,
  type GuideChange,
  type Moment,
} from "./guide.change.ts";
import { type GuideCommits, hashOf, keepable, personOf } from "./guide.commit.service.ts";
import { withCode } from "./guide.draft.service.ts";
import { hasErrors, lint } from "./guide.lint.ts";
import { type GuideHead, type GuideVersion, isGivenUp } from "./guide.record.ts";
import type { GuideStore } from "./guide.store.ts";
import { type Guide, itemCodeOf } from "./guide.ts";

export interface Incoming {
  readonly guide: unknown;
  /** Who prepared it; becomes an author, and needs `guide.write`. */
  readonly preparedBy: Staff;
  /** Who stands behind it beside them; needs `guide.approve`. Left out, the guide stays a draft. */
  readonly approvedBy?: Staff | undefined;
  readonly at: Instant;
  /** The unit that keeps it; of whoever prepared it, unless given. */
  readonly unit?: string | undefined;
}

/** `state` is where the version stands afterwards: published, waiting for its date, or a draft to be completed. */
export type Intake =
  | { readonly result: "unchanged"; readonly id: string }
  | {
      readonly result: "added" | "changed";
      readonly id: string;
      readonly state: "published" | "waiting" | "draft";
    }
  | {
      readonly result: "rejected";
      readonly id: string | undefined;
      readonly reason: string;
      readonly field?: string;
    };

export function openGuideIntake(commits: GuideCommits, store: Pick<GuideStore, "readHead" | "readVersion">) {
  const may = (staff: Staff, permission: "guide.write" | "guide.approve", unit: string) =>
    denial(staff, permission, { unit });

  /** The draft that the content makes, on top of what is there; undefined when somebody is writing another one. */
  async function draftOf(
    head: GuideHead | undefined,
    guide: Guide,
    { unit, moment }: { unit: string; moment: Moment },
  ): Promise<GuideChange | undefined> {
    if (head === undefined) return begin(guide, { id: itemCodeOf(guide), unit }, moment);
    if (isGivenUp(head)) return beginAgain(head, { guide, unit }, moment);
    if (head.work === undefined) return beginNext(head, guide, moment);
    const work = await commits.versionOf(head.id, head.work.n);
    const isOurs = work.state === "draft" && work.authors.every(({ id }) => id === moment.by.id);
    return isOurs ? edit(head, work, { ...moment, guide }) : undefined;
  }

  async function take(incoming: Incoming): Promise<Intake> {
    const { preparedBy, approvedBy, at } = incoming;
    const guide = withCode(keepable(incoming.guide));
    const id = itemCodeOf(guide);
    const before = await store.readHead(id);
    const kept = before === undefined || isGivenUp(before) ? undefined : before.unit;
    const unit = kept ?? incoming.unit ?? preparedBy.unit;
    const denied =
      may(preparedBy, "guide.write", unit) ?? (approvedBy && may(approvedBy, "guide.approve", unit));
    if (denied !== undefined) return commits.refuse(preparedBy, "edit", { id, reason: denied });
    const importedHash = hashOf(guide);
    const isSame = before?.importedHash === importedHash;
    if (isSame && (before.work === undefined || approvedBy === undefined)) return { result: "unchanged", id };
    const moment = { at, by: personOf(preparedBy), reason: "" };
    const draft = await draftOf(before, guide, { unit, moment });
    if (draft?.version === undefined) return { result: "rejected", id, reason: "draft_in_progress" };
    const change = published(draft, draft.version, approvedBy && { approvedBy, at });
    if (isSame && change === draft) return { result: "unchanged", id };
    const marked = { ...change, head: { ...change.head, importedHash } };
    const approval =
      change === draft || approvedBy === undefined ? [] : [{ actor: approvedBy, deed: "approve" } as const];
    const deeds = [
      { actor: preparedBy, deed: before === undefined ? "start" : "edit" } as const,
      ...approval,
    ];
    const head = await commits.commit(before, marked, { deeds, at });
    return { result: before === undefined ? "added" : "changed", id, state: stateOf(head, draft.version.n) };
  }

  return {
    /** Takes one guide in; a Problem becomes the reason of a rejection, so that a file is read to its end. */
    async importGuide(incoming: Incoming): Promise<Intake> {
      try {
        return await take(incoming);
      } catch (error) {
        if (!(error instanceof Problem) || error.status >= 500) throw error;
        const first = error.errors?.[0];
        const id = codeIn(incoming.guide);
        return first === undefined
          ? { result: "rejected", id, reason: error.code }
          : { result: "rejected", id, reason: first.code, field: first.field };
      }
    },
  };
}

/** The draft as it is, or published when another person stands behind it and nothing is wrong with it. */
function published(
  draft: GuideChange,
  version: GuideVersion,
  by: { readonly approvedBy: Staff; readonly at: Instant } | undefined,
): GuideChange {
  if (by === undefined || version.authors.some(({ id }) => id === by.approvedBy.id)) return draft;
  const { planCancelDate: until } = version.guide;
  if (hasErrors(lint(version.guide)) || (until !== undefined && until <= dayOf(by.at))) return draft;
  const handedIn = { ...version, handedInAt: by.at };
  return approve(draft.head, handedIn, { at: by.at, by: personOf(by.approvedBy), reason: "" });
}

function stateOf(head: GuideHead, n: number): "published" | "waiting" | "draft" {
  if (head.live?.n === n) return "published";
  return head.waiting?.n === n ? "waiting" : "draft";
}

function codeIn(guide: unknown): string | undefined {
  const { taskHandleItem, taskCode } = (guide ?? {}) as Record<string, unknown>;
  return [taskHandleItem, taskCode].find((each) => typeof each === "string");
}
