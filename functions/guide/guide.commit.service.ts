/** What every command on a guide has in common: who may, what is on record, and one transaction for all of it. */
import { createHash } from "node:crypto";
import * as v from "valibot";
import type { AuditStore } from "../audit/audit.store.ts";
import type { AuditEntry } from "../audit/audit.ts";
import { guideSubject } from "../audit/audit.ts";
import { denial } from "../identity/access.ts";
import type { Actor, Staff } from "../identity/identity.ts";
import { byOf } from "../identity/identity.ts";
import type { Clock, Instant } from "../kit/clock.ts";
import { fieldErrors } from "../kit/form.ts";
import { conflict, forbidden, invalid, notFound, Problem } from "../kit/problem.ts";
import type { GuideChange } from "./guide.change.ts";
import type { GuideAction, GuidePermission } from "./guide.flow.ts";
import type { GuideLinks } from "./guide.link.service.ts";
import type { GuideHead, GuidePerson, GuideVersion } from "./guide.record.ts";
import { isGuideId, MOST_GUIDE_BYTES } from "./guide.record.ts";
import type { GuideStore } from "./guide.store.ts";
import { type Guide, guideSchema } from "./guide.ts";

export interface GuideParts {
  readonly store: GuideStore;
  readonly audit: AuditStore;
  readonly clock: Clock;
  /** Whether links are alive is found out over the network. */
  readonly links: Pick<GuideLinks, "check" | "checkDue" | "found">;
}

/** What goes with every command: who, on which state of the guide, and which sending of the form this is. */
export interface GuideStamp<A extends Actor = Staff> {
  readonly actor: A;
  /** The revision of the head that the person saw; a newer one is refused with 409 `guide_changed`. */
  readonly expectedRevision?: number | undefined;
  /** The same id sent twice does one thing; unguessable or bound to the person by the caller. */
  readonly commandId?: string | undefined;
}

/** Who did what by one commit, and when. */
export interface GuideDone {
  readonly at: Instant;
  readonly deeds: readonly { readonly actor: Actor; readonly deed: GuideDeed }[];
  readonly commandId?: string | undefined;
}

export type GuideDeed = GuideAction | "start" | "check";

export const personOf = (actor: Actor): GuidePerson =>
  actor.kind === "staff" || actor.kind === "machine"
    ? { id: actor.id, name: actor.name }
    : { id: actor.kind, name: "" };

/** A guide as it may be kept. Throws 422 with the fields that are wrong. */
export function keepable(guide: unknown): Guide {
  const read = v.safeParse(guideSchema, guide);
  if (!read.success) throw invalid(fieldErrors(read.issues));
  if (Buffer.byteLength(JSON.stringify(read.output)) > MOST_GUIDE_BYTES)
    throw invalid([{ field: "taskName", code: "guide.too_large" }]);
  return read.output;
}

/** The content of a guide as a short text to compare. Objects count by their keys, whatever the order. */
export function hashOf(guide: unknown): string {
  const sorted = (_: string, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value;
  return createHash("sha256").update(JSON.stringify(guide, sorted)).digest("base64url").slice(0, 27);
}

export type GuideCommits = ReturnType<typeof openGuideCommits>;

export function openGuideCommits({ store, audit, clock }: GuideParts) {
  const entryOf = (
    actor: Actor,
    deed: GuideDeed,
    { id, at }: { id: string; at: Instant },
  ): Omit<AuditEntry, "result"> => ({
    at,
    by: byOf(actor),
    action: `guide.${deed}`,
    subject: guideSubject(id),
  });

  /** Whoever is refused is told why, and it is on record. That another state comes first is no prohibition. */
  async function refuse(
    actor: Actor,
    deed: GuideDeed,
    where: { id: string; reason: string },
  ): Promise<never> {
    const { id, reason } = where;
    await audit.record({ ...entryOf(actor, deed, { id, at: clock() }), result: "refused", reason });
    throw reason === "out_of_turn" ? conflict(reason) : forbidden(reason);
  }

  return {
    refuse,
    async demand(
      actor: Actor,
      permission: GuidePermission,
      deed: GuideDeed,
      where: { id: string; unit: string },
    ) {
      const denied = denial(actor, permission, { unit: where.unit });
      if (denied !== undefined) await refuse(actor, deed, { id: where.id, reason: denied });
    },
    /** Throws 404 when there is no such guide; what cannot be a code costs no read. */
    async headOf(id: string): Promise<GuideHead> {
      const head = isGuideId(id) ? await store.readHead(id) : undefined;
      if (head === undefined) throw notFound("guide_not_found");
      return head;
    },
    async versionOf(id: string, n: number): Promise<GuideVersion> {
      const version = await store.readVersion(id, n);
      if (version === undefined) throw new Error("a head names a version that is not there");
      return version;
    },
    /** Whether this very command was the last one. */
    isRepeated: (head: GuideHead, { commandId }: GuideStamp<Actor>): boolean =>
      commandId !== undefined && head.lastCommand === commandId,
    /** Throws 409 when the guide has moved on since the person saw it. */
    demandSeen(head: GuideHead, { expectedRevision }: GuideStamp<Actor>): void {
      if (expectedRevision !== undefined && expectedRevision !== head.revision)
        throw conflict("guide_changed");
    },
    /** The change, the moved head and the record of who did what, all or nothing. */
    async commit(before: GuideHead | undefined, change: GuideChange, done: GuideDone): Promise<GuideHead> {
      const { at, commandId, deeds } = done;
      const { lastCommand: _, ...rest } = change.head;
      const head: GuideHead = {
        ...rest,
        revision: (before?.revision ?? 0) + 1,
        changedAt: at,
        ...(commandId === undefined ? {} : { lastCommand: commandId }),
      };
      await store.commit([
        ...store.writes(before, { ...change, head }),
        ...deeds.map(({ actor, deed }) =>
          audit.write({ ...entryOf(actor, deed, { id: head.id, at }), result: "done" }),
        ),
      ]);
      return head;
    },
  };
}

export const tooLong = (field: string): Problem =>
  new Problem(422, "invalid", { errors: [{ field, code: `${field}.too_long` }] });
