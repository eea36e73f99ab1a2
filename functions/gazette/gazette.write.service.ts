/** Writing and reviewing: what an office does with an item. Who may not is refused, and the attempt is on record. */
import type { CaseFile } from "../attachment/attachment.ts";
import type { AuditStore } from "../audit/audit.store.ts";
import { gazetteSubject } from "../audit/audit.ts";
import { dayOf } from "../calendar/calendar.day.ts";
import type { Guides } from "../guide/guide.service.ts";
import { denial } from "../identity/access.ts";
import type { Actor, Staff } from "../identity/identity.ts";
import { byOf } from "../identity/identity.ts";
import type { Clock, Instant } from "../kit/clock.ts";
import { conflict, forbidden, invalid, notFound } from "../kit/problem.ts";
import type { GazetteChange } from "./gazette.change.ts";
import { approve, check, create, discard, edit, revise, turn, withdraw } from "./gazette.change.ts";
import type { GazetteWritten } from "./gazette.content.service.ts";
import { openGazetteContent, plain } from "./gazette.content.service.ts";
import type { GazetteAction } from "./gazette.flow.ts";
import { gazetteActions, refusalOf } from "./gazette.flow.ts";
import type { GazetteHead, GazettePerson, GazetteWork } from "./gazette.record.ts";
import type { GazetteStore } from "./gazette.store.ts";
import { isGazetteId } from "./gazette.ts";

export interface GazetteParts {
  readonly store: GazetteStore;
  readonly audit: AuditStore;
  readonly clock: Clock;
  /** What a text may name as related. */
  readonly guides: Pick<Guides, "readManyLive">;
  /** Refuses files with something hidden in them; where nothing looks at files, none goes out. */
  readonly demandReleasable?: (id: string, files: readonly CaseFile[]) => Promise<void>;
}

/** What is done by a button; writing has a form of its own. */
export type GazetteDeed = Exclude<GazetteAction, "edit">;
export const gazetteDeeds = gazetteActions.filter((action): action is GazetteDeed => action !== "edit");

export interface GazetteCommand {
  readonly id: string;
  readonly deed: GazetteDeed;
  /** Of the head that was seen. */
  readonly version: number;
  readonly reason?: string | undefined;
}

export interface GazetteWriting extends GazetteWritten {
  /** 0 for what does not exist yet; its id is drawn when the form is shown, so that a second tap makes no second item. */
  readonly version: number;
}

export type GazetteWrites = ReturnType<typeof openGazetteWrites>;

const personOf = ({ id, name }: Staff): GazettePerson => ({ id, name });

const noneLooks = async (): Promise<void> => {
  throw conflict("gazette_files");
};

export function openGazetteWrites(parts: GazetteParts) {
  const { store, audit, clock, guides, demandReleasable = noneLooks } = parts;
  const contentOf = openGazetteContent({ store, clock, guides });
  const entry = (actor: Actor, action: string, id: string) => ({
    at: clock(),
    by: byOf(actor),
    action: `gazette.${action}`,
    subject: gazetteSubject(id),
  });

  async function refuse(actor: Staff, action: string, id: string, reason: string): Promise<never> {
    if (reason === "reason_required") throw invalid([{ field: "reason", code: "reason.required" }]);
    await audit.record({ ...entry(actor, action, id), result: "refused", reason });
    throw reason === "out_of_turn" ? conflict("gazette_state") : forbidden(reason);
  }

  async function headOf(id: string): Promise<GazetteHead> {
    const head = isGazetteId(id) ? await store.readHead(id) : undefined;
    if (head === undefined) throw notFound("gazette_not_found");
    return head;
  }

  /** Also used by the clock; throws 409 `gazette_changed` when somebody was faster. */
  async function commit(
    before: GazetteHead | undefined,
    change: GazetteChange,
    { actor, action }: { actor: Actor; action: string },
  ): Promise<GazetteHead> {
    await store.commit([
      ...store.writes(before, change),
      audit.write({ ...entry(actor, action, change.head.id), result: "done" }),
    ]);
    return change.head;
  }

  /** Keeps what was written: a new item, or the draft of one. Throws 403, 409 and 422 with the fields. */
  async function write(actor: Staff, writing: GazetteWriting): Promise<GazetteHead> {
    const { id, version } = writing;
    const before = isGazetteId(id) ? await store.readHead(id) : undefined;
    if (before === undefined) {
      if (version !== 0 || !isGazetteId(id)) throw notFound("gazette_not_found");
      const denied = denial(actor, "gazette.write", { unit: actor.unit });
      if (denied !== undefined) return refuse(actor, "edit", id, denied);
      const content = await contentOf(writing);
      const moment = { at: clock(), by: personOf(actor) };
      return commit(undefined, create({ id, unit: actor.unit }, content, moment), { actor, action: "edit" });
    }
    const refusal = refusalFor(before, actor, "edit");
    if (refusal !== undefined) return refuse(actor, "edit", id, refusal);
    const { work } = before;
    if (work === undefined) return refuse(actor, "edit", id, "out_of_turn");
    const { files } = work.content;
    const text = await contentOf({ ...writing, kind: before.kind });
    const content = files === undefined ? text : { ...text, files };
    // The same text again is a second tap and no change.
    if (plain(content) === plain(work.content)) return before;
    if (before.version !== version) throw conflict("gazette_changed");
    const change = edit(before, work, { content, at: clock(), by: personOf(actor) });
    return commit(before, change, { actor, action: "edit" });
  }

  /** Throws 403 with a record, 404, 409 `gazette_state` or `gazette_changed`, 422 without a reason. */
  async function act(actor: Staff, command: GazetteCommand): Promise<GazetteHead> {
    const { id, deed, reason } = command;
    const head = await headOf(id);
    if (isRepeated(head, actor, command)) return head;
    const refusal = refusalFor(head, actor, deed, reason);
    if (refusal !== undefined) return refuse(actor, deed, id, refusal);
    if (head.version !== command.version) throw conflict("gazette_changed");
    const files = head.work?.content.files ?? [];
    if ((deed === "hand_in" || deed === "approve") && files.length > 0) await demandReleasable(id, files);
    const moment = { at: clock(), by: personOf(actor), ...(reason === undefined ? {} : { reason }) };
    return commit(head, await changeOf(head, deed, moment), { actor, action: deed });
  }

  async function changeOf(
    head: GazetteHead,
    deed: GazetteDeed,
    moment: { at: Instant; by: GazettePerson; reason?: string },
  ): Promise<GazetteChange> {
    const { work, live } = head;
    if (live !== undefined && deed === "check") return check(head, live, moment);
    if (live !== undefined && deed === "withdraw") return withdraw(head, live, moment);
    if (live !== undefined && deed === "revise") {
      const version = await store.readVersion(head.id, live.n);
      if (version === undefined) throw new RangeError("what was published is not there");
      return revise(head, live, { content: version.content, ...moment });
    }
    if (work === undefined) throw new RangeError("there is no text to act on");
    if (deed === "discard") return discard(head, work, moment);
    if (deed !== "approve")
      return turn(head, work, { action: deed as "hand_in" | "take_back" | "return", ...moment });
    const { until } = work.content;
    if (until !== undefined && until <= dayOf(moment.at)) throw conflict("gazette_over");
    return approve(head, work, moment);
  }

  /** For a form that is wrong: who may not write learns that first, and nothing of what would be wrong. */
  async function demandWrite(actor: Staff, id: string): Promise<void> {
    const unit = (await store.readHead(id))?.unit ?? actor.unit;
    const denied = denial(actor, "gazette.write", { unit });
    if (denied !== undefined) await refuse(actor, "edit", id, denied);
  }

  /** What is being written, for who may write at it now. Throws 403 with a record, 404 and 409. */
  async function draftOf(actor: Staff, id: string): Promise<{ head: GazetteHead; work: GazetteWork }> {
    const head = await headOf(id);
    const refusal = refusalFor(head, actor, "edit");
    const { work } = head;
    if (refusal !== undefined || work === undefined)
      return refuse(actor, "edit", id, refusal ?? "out_of_turn");
    return { head, work };
  }

  return {
    headOf,
    draftOf,
    commit,
    demandWrite,
    write,
    act,
    /** The actions that this person may take now, in the order of the table. */
    actionsFor: (head: GazetteHead, actor: Staff): readonly GazetteAction[] =>
      gazetteActions.filter((action) => refusalFor(head, actor, action, "reason") === undefined),
    /** Whether they would publish it, had they not written it. */
    isOwn: (head: GazetteHead, actor: Staff): boolean => refusalFor(head, actor, "approve") === "same_person",
  };
}

const refusalFor = (head: GazetteHead, actor: Staff, action: GazetteAction, reason?: string) =>
  refusalOf<string>(head, {
    action,
    actorId: actor.id,
    denial: (permission) => denial(actor, permission, { unit: head.unit }),
    reason,
  });

/** A second tap on a button whose page was answered too slowly. */
function isRepeated(head: GazetteHead, actor: Staff, { deed, version }: GazetteCommand): boolean {
  const last = head.trace.at(-1);
  return head.version === version + 1 && last?.action === deed && last.by?.id === actor.id;
}
