/** Many who ask for one thing (Art. 44): put together as they come, decided on by the office, suggested by applicants. */
import type { AuditStore } from "../audit/audit.store.ts";
import { caseSubject } from "../audit/audit.ts";
import type { DisclosureHead } from "../disclosure/disclosure.case.ts";
import { denial, may } from "../identity/access.ts";
import type { Applicant, Staff } from "../identity/identity.ts";
import { byOf } from "../identity/identity.ts";
import type { Clock } from "../kit/clock.ts";
import { busy, conflict, forbidden, notFound } from "../kit/problem.ts";
import type { PlacingParts } from "./alike.place.service.ts";
import { changed, isChanged, MOST_ATTEMPTS, openPlacing } from "./alike.place.service.ts";
import type { Decision, DecisionKind, Group, GroupState } from "./alike.ts";

export interface AlikeParts extends PlacingParts {
  readonly heads: {
    readHeads(references: readonly string[]): Promise<readonly (DisclosureHead | undefined)[]>;
  };
  readonly audit: AuditStore;
  readonly clock: Clock;
}

/** A group with its requests, as far as they are still this unit's. */
export interface GroupView {
  readonly group: Group;
  readonly heads: readonly DisclosureHead[];
  /** Those whose answer can be published: they were given what they asked for, in whole or in part. */
  readonly publishable: readonly string[];
  readonly mayDecide: boolean;
}

export type Alike = ReturnType<typeof openAlike>;

const MOST_SHOWN = 30;

export function openAlike({ store, measure, descriptionOf, heads, audit, clock }: AlikeParts) {
  const { place } = openPlacing({ store, measure, descriptionOf });

  async function groupOf(reference: string): Promise<Group | undefined> {
    const id = await store.groupIdOf(reference);
    return id === undefined ? undefined : store.read(id);
  }

  async function demandGroup(actor: Staff, id: string): Promise<Group> {
    const group = await store.read(id);
    if (group === undefined) throw notFound("alike_not_found");
    const denied = denial(actor, "published.read", group);
    if (denied !== undefined) throw forbidden(denied);
    return group;
  }

  async function read(actor: Staff, id: string): Promise<GroupView> {
    const group = await demandGroup(actor, id);
    const references = group.members.map(({ reference }) => reference).slice(-MOST_SHOWN);
    const found = await heads.readHeads(references.toReversed());
    // What was handed to another unit since is that unit's.
    const own = found.flatMap((head) => (head?.unit === group.unit ? [head] : []));
    return {
      group,
      heads: own,
      publishable: own.filter(isPublishable).map(({ reference }) => reference),
      mayDecide: may(actor, "published.write", group),
    };
  }

  /**
   * What the office decides, on record: to propose that the answer to one of them be published, or not to, with the
   * reason. Raises 409 `alike_changed`, and `not_answered` where that request was given nothing to publish.
   */
  async function decide(
    actor: Staff,
    id: string,
    said: { kind: DecisionKind; version: number; reference?: string; reason?: string },
  ): Promise<void> {
    const { group, publishable } = await read(actor, id);
    const denied = denial(actor, "published.write", group);
    const { kind, reference, reason } = said;
    const entry = {
      at: clock(),
      by: byOf(actor),
      action: `alike.${kind}`,
      subject: caseSubject(reference ?? id),
    };
    if (denied !== undefined) {
      await audit.record({ ...entry, result: "refused", reason: denied });
      throw forbidden(denied);
    }
    if (kind === "propose" && !publishable.includes(reference ?? "")) throw conflict("not_answered");
    if (said.version !== group.version) throw changed();
    const decision: Decision = {
      ...{ kind, at: entry.at, by: { id: actor.id, name: actor.name } },
      ...(reference === undefined ? {} : { reference }),
      ...(reason === undefined ? {} : { reason }),
    };
    const after: Group = { ...group, decision, version: group.version + 1 };
    await store.commit([
      ...store.changeWrites(group, after, changed),
      audit.write({ ...entry, result: "done" }),
    ]);
  }

  /** Art. 44(2): an applicant suggests that what they were given be published. Again does nothing. */
  async function suggest(actor: Applicant): Promise<void> {
    const { reference } = actor;
    const denied = denial(actor, "published.suggest", { reference });
    if (denied !== undefined) throw forbidden(denied);
    const [head] = await heads.readHeads([reference]);
    if (head === undefined) throw notFound("case_not_found");
    if (!isPublishable(head)) throw conflict("not_answered");
    await place(head);
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const group = await groupOf(reference);
      if (group === undefined || group.suggestedBy.includes(reference)) return;
      const suggestedBy = [...group.suggestedBy, reference].slice(-MOST_SHOWN);
      const entry = {
        at: clock(),
        by: byOf(actor),
        action: "alike.suggest",
        subject: caseSubject(reference),
      };
      try {
        await store.commit([
          ...store.changeWrites(group, { ...group, suggestedBy, version: group.version + 1 }, changed),
          audit.write({ ...entry, result: "done" }),
        ]);
        return;
      } catch (error) {
        if (!isChanged(error)) throw error;
      }
    }
    throw busy();
  }

  return {
    place,
    read,
    decide,
    suggest,
    /** For the page of a case that somebody may read: its group and how many others ask alike. Two small reads. */
    async othersOf(actor: Staff, { reference, unit }: Pick<DisclosureHead, "reference" | "unit">) {
      if (!may(actor, "published.read", { unit })) return undefined;
      const group = await groupOf(reference);
      // What came from another unit has its group there.
      if (group?.unit !== unit) return undefined;
      const { id, decision } = group;
      return { id, others: group.askers.length - 1, suggested: group.suggestedBy.length, decision };
    },
    /** Raises 403 for another unit. */
    async list(
      actor: Staff,
      {
        unit,
        state,
        ...portion
      }: { unit: string; state: GroupState; limit: number; cursor?: string | undefined },
    ) {
      const denied = denial(actor, "published.read", { unit });
      if (denied !== undefined) throw forbidden(denied);
      return store.list(unit, state, portion);
    },
  };
}

/** Given in whole or in part; what was refused is nothing to publish. */
export const isPublishable = ({ answer }: Pick<DisclosureHead, "answer">): boolean =>
  answer !== undefined && ["disclosed", "partly_disclosed"].includes(answer.outcome);
