/** Answers for everybody: written by who works on requests, published by another person, read by all. */
import type { AuditStore } from "../audit/audit.store.ts";
import { publishedSubject } from "../audit/audit.ts";
import type { Disclosure, OfficeView } from "../disclosure/disclosure.service.ts";
import type { Permission } from "../identity/access.ts";
import { denial } from "../identity/access.ts";
import type { Staff } from "../identity/identity.ts";
import { byOf } from "../identity/identity.ts";
import type { Clock } from "../kit/clock.ts";
import { conflict, forbidden, invalid, notFound } from "../kit/problem.ts";
import type { Vault } from "../kit/vault.ts";
import type { PublishedFileParts } from "./published.file.service.ts";
import { openPublishedFiles } from "./published.file.service.ts";
import { personalErrors } from "./published.personal.ts";
import type { Portion, PublishedStore } from "./published.store.ts";
import type {
  PublicAnswer,
  PublishedAct,
  PublishedAnswer,
  PublishedContent,
  PublishedState,
  WithdrawnAnswer,
} from "./published.ts";
import { actOf, isPublishedId, publicOnly, publicPart, publishedActs } from "./published.ts";
import type { PublishedCommand } from "./published.turn.ts";
import { demandTurn, mayAct } from "./published.turn.ts";

export interface PublishedParts extends PublishedFileParts {
  readonly store: PublishedStore;
  readonly disclosure: Pick<Disclosure, "readForOffice">;
  readonly audit: AuditStore;
  readonly vault: Pick<Vault, "hash">;
  readonly clock: Clock;
}

/** What is written from, and what has been written. */
export interface Writing {
  readonly record: OfficeView;
  readonly answer: PublishedAnswer | undefined;
}

export type Published = ReturnType<typeof openPublished>;

const ID_CHARACTERS = 22;

export function openPublished({ store, disclosure, audit, vault, clock, ...parts }: PublishedParts) {
  const attached = openPublishedFiles(parts);
  /** One request gives one answer for everybody; its id cannot be found from the request's number. */
  const idOf = (reference: string): string =>
    vault.hash("published answer", reference).slice(0, ID_CHARACTERS);

  async function demand(actor: Staff, permission: Permission, unit: string, id: string): Promise<void> {
    const reason = denial(actor, permission, { unit });
    if (reason === undefined) return;
    await audit.record({ ...entry(actor, permission, id), result: "refused", reason });
    throw forbidden(reason);
  }

  const entry = (actor: Staff, action: string, id: string) => ({
    at: clock(),
    by: byOf(actor),
    action,
    subject: publishedSubject(id),
  });

  async function demandAnswer(id: string): Promise<PublishedAnswer> {
    const answer = isPublishedId(id) ? await store.read(id) : undefined;
    if (answer === undefined) throw notFound("published_not_found");
    return answer;
  }

  /** The request and what was made of it. Throws 409 `not_answered` before there is an answer. */
  async function readWriting(actor: Staff, reference: string): Promise<Writing> {
    const record = await disclosure.readForOffice(reference, actor);
    await demand(actor, "published.write", record.head.unit, idOf(reference));
    if (record.head.answer === undefined) throw conflict("not_answered");
    return { record, answer: await store.read(idOf(reference)) };
  }

  /**
   * Keeps what everybody shall read. Throws 422 with `personal_<kind>` for each text that tells who asked, 409
   * `published_changed` when somebody else was faster, and `published_state` while it is in review or published.
   */
  async function write(
    actor: Staff,
    reference: string,
    said: {
      readonly content: PublishedContent;
      readonly files?: readonly string[];
      readonly version: number;
    },
  ): Promise<PublishedAnswer> {
    const { content, version } = said;
    const { record, answer: before } = await readWriting(actor, reference);
    demandTurn("write", before, version);
    const errors = personalErrors(content, record.application);
    if (errors.length > 0) throw invalid(errors);
    const files = await attached.chosen(record, said.files ?? []);
    const { unit, answer } = record.head;
    const after: PublishedAnswer = {
      schema: 1,
      id: idOf(reference),
      unit,
      reference,
      outcome: answer?.outcome ?? "",
      answeredOn: answer?.on ?? "",
      content,
      files,
      state: "draft",
      version: version + 1,
      author: { id: actor.id, name: actor.name },
      changedAt: clock(),
      ...(before?.publishedAt === undefined ? {} : { publishedAt: before.publishedAt }),
    };
    await commit(actor, "write", before, after);
    return after;
  }

  async function commit(
    actor: Staff,
    act: PublishedAct,
    before: PublishedAnswer | undefined,
    after: PublishedAnswer,
  ): Promise<void> {
    await store.commit([
      ...store.writes(before, after, () => conflict("published_changed")),
      audit.write({ ...entry(actor, `published.${act}`, after.id), result: "done" }),
    ]);
  }

  return {
    idOf,
    readWriting,
    write,
    /** What this person sees of it and may do. Throws 404, and 403 with a record. */
    async readForOffice(actor: Staff, id: string) {
      const answer = await demandAnswer(id);
      await demand(actor, "published.read", answer.unit, id);
      const acts = Object.keys(publishedActs).filter((act) => mayAct(actor, answer, act as PublishedAct));
      return { answer, acts: acts as readonly PublishedAct[] };
    },
    /**
     * Hands in, sends back, publishes, takes back. Throws 403 for the author where another must look at it. `files`: those
     * that who publishes has ticked; no other goes along.
     */
    async act(
      actor: Staff,
      id: string,
      { act, version, reason, files = [] }: PublishedCommand,
    ): Promise<PublishedAnswer> {
      const before = await demandAnswer(id);
      const { permission, byAnother, to } = actOf(act);
      await demand(actor, permission, before.unit, id);
      if (byAnother && before.author.id === actor.id) {
        await audit.record({ ...entry(actor, permission, id), result: "refused", reason: "own_work" });
        throw forbidden("own_work");
      }
      demandTurn(act, before, version);
      const { reason: _earlier, ...kept } = before;
      const ticked = (before.files ?? []).filter((file) => files.includes(file.id));
      if (act === "publish") await attached.demandClean(before.reference, ticked);
      const at = clock();
      const after: PublishedAnswer = {
        ...kept,
        state: to,
        version: version + 1,
        changedAt: at,
        ...(act === "publish" ? { publishedAt: at, files: ticked } : {}),
        ...(reason === undefined ? {} : { reason }),
      };
      await commit(actor, act, before, after);
      return after;
    },
    /** One page of a unit's answers in a state. Throws 403 for another unit. */
    async listForOffice(actor: Staff, wanted: Portion & { state: PublishedState; unit: string }) {
      const denied = denial(actor, "published.read", { unit: wanted.unit });
      if (denied !== undefined) throw forbidden(denied);
      return store.listOfUnit(wanted.unit, wanted.state, wanted);
    },
    /** What everybody may read under an address; undefined for what was never public. One read. */
    readPublic: async (id: string): Promise<PublicAnswer | WithdrawnAnswer | undefined> =>
      isPublishedId(id) ? publicPart(await store.read(id)) : undefined,
    linkOf: attached.linkOf,
    /** Those of these ids that are public now, in their order. One read for all. */
    async readManyPublic(ids: readonly string[]): Promise<readonly PublicAnswer[]> {
      const known = ids.filter(isPublishedId);
      return known.length === 0 ? [] : (await store.readMany(known)).flatMap(publicOnly);
    },
    /** The newest first. One query and one read. */
    async listPublic(portion: Portion) {
      const { answers, next } = await store.listPublic(portion);
      return { answers: answers.flatMap(publicOnly), next };
    },
  };
}
