/**
 * Runs commands on cases: read the head, ask the flow, commit the event, the moved head, the audit entry and what
 * must follow as one transaction. What is refused changes nothing and leaves a record.
 */

import { createHash } from "node:crypto";
import type { AuditStore } from "../audit/audit.store.ts";
import type { AuditEntry } from "../audit/audit.ts";
import { caseSubject } from "../audit/audit.ts";
import type { Actor } from "../identity/identity.ts";
import { byOf } from "../identity/identity.ts";
import type { Clock, Instant } from "../kit/clock.ts";
import { conflict, forbidden, notFound, Problem } from "../kit/problem.ts";
import type { Table, Write } from "../kit/table.ts";
import { linkOf } from "./case.chain.ts";
import type { CaseStore } from "./case.store.ts";
import type { CaseEvent, Head } from "./case.ts";
import type { Flow, Refusal, Standing } from "./flow.ts";
import { decide } from "./flow.ts";

export interface Command<E extends CaseEvent> {
  readonly reference: string;
  readonly action: E["kind"];
  readonly data: E["data"];
  readonly actor: Actor;
  /** The same id sent twice does one thing; unguessable or bound to the person by the caller. */
  readonly commandId?: string | undefined;
  /** The version that the person saw; a newer one is refused with 409 `case_changed`. */
  readonly expectedVersion?: number | undefined;
}

export interface CaseServiceOptions<H extends Head, E extends CaseEvent> {
  readonly table: Table;
  readonly store: CaseStore<H, E>;
  readonly audit: AuditStore;
  readonly clock: Clock;
  readonly flow: Flow<H["state"], Exclude<E["kind"], "submit">>;
  readonly standing: (head: H) => Standing<H["state"]>;
  readonly apply: (head: H, event: E) => H;
  /** What the domain demands beyond the flow, and the data that the event will hold; throws a Problem. */
  readonly prepare: (head: H, command: Command<E>, at: Instant) => Promise<E["data"]>;
  /** Writes that must follow, such as a notice; they may depend on what else is stored. */
  readonly follow: (head: H, event: E) => readonly Write[] | Promise<readonly Write[]>;
}

export type CaseService<H extends Head, E extends CaseEvent> = ReturnType<typeof openCaseService<H, E>>;

/** Why a person was refused is theirs to know; that the step is another one is a conflict, not a prohibition. */
const refused = (refusal: Refusal, basis?: string) =>
  refusal === "out_of_turn" ? conflict("out_of_turn", basis) : forbidden(refusal);

/** The code under which a refusal goes on record: what a law stands against does, what a form lacks does not. */
function unlawfulCode(error: unknown): string | undefined {
  if (!(error instanceof Problem)) return undefined;
  if (error.basis !== undefined) return error.code;
  return error.errors?.find(({ basis }) => basis !== undefined)?.code;
}

/** A command as the head remembers it: its id and what it said, so that other words are never taken for a repeat. */
function markOf({ commandId, action, data }: Command<CaseEvent>): string | undefined {
  if (commandId === undefined) return undefined;
  const said = createHash("sha256").update(JSON.stringify([action, data]));
  return `${commandId} ${said.digest("base64url").slice(0, 22)}`;
}

/** Whoever says which version they saw is told that it changed; who only has the id learns that it is used up. */
function isRepeated(command: Command<CaseEvent>, lastCommand: string | undefined): boolean {
  const { commandId, expectedVersion } = command;
  if (commandId === undefined || lastCommand === undefined) return false;
  if (lastCommand === markOf(command)) return true;
  const sameId = lastCommand.slice(0, lastCommand.lastIndexOf(" ")) === commandId;
  if (sameId && expectedVersion === undefined) throw new Problem(422, "token_reused");
  return false;
}

export function openCaseService<H extends Head, E extends CaseEvent>(options: CaseServiceOptions<H, E>) {
  const { table, store, audit, clock, flow } = options;

  const entryOf = (command: Command<E>, at: string): Omit<AuditEntry, "result"> => ({
    at,
    by: byOf(command.actor),
    action: `case.${command.action}`,
    subject: caseSubject(command.reference),
  });

  async function refuse(command: Command<E>, reason: string, error: unknown): Promise<never> {
    await audit.record({ ...entryOf(command, clock()), result: "refused", reason });
    throw error;
  }

  /** The data of the event; what the law refuses leaves a record. */
  async function prepared(head: H, command: Command<E>, at: Instant): Promise<E["data"]> {
    try {
      return await options.prepare(head, command, at);
    } catch (error) {
      const code = unlawfulCode(error);
      if (code === undefined) throw error;
      return refuse(command, code, error);
    }
  }

  interface Ready {
    readonly head: H;
    readonly at: Instant;
    readonly data: E["data"];
  }

  /** All that comes before a command is committed; the head alone where the command was run already. */
  async function ready(command: Command<E>): Promise<Ready | { readonly head: H }> {
    const head = await store.readHead(command.reference);
    if (head === undefined) throw notFound("case_not_found");
    if (isRepeated(command, head.lastCommand)) return { head };
    const { action, actor } = command;
    const decision = decide(flow, options.standing(head), {
      action: action as Exclude<E["kind"], "submit">,
      actor,
    });
    if ("refusal" in decision)
      return refuse(command, decision.refusal, refused(decision.refusal, decision.basis));
    if (command.expectedVersion !== undefined && command.expectedVersion !== head.version)
      throw conflict("case_changed");
    const at = clock();
    return { head, at, data: await prepared(head, command, at) };
  }

  /**
   * Runs one command and gives the head after it. Throws 404 for a missing case, 403 for who may not, 409
   * `out_of_turn` or `case_changed`, 422 for what the domain refuses and for an id that is used for something else.
   */
  async function run(command: Command<E>): Promise<H> {
    const begun = await ready(command);
    if (!("data" in begun)) return begun.head;
    const { head, at, data } = begun;
    const { action, actor } = command;
    const event = { n: head.version + 1, kind: action, at, by: byOf(actor), data } as unknown as E;
    const chain = linkOf(head.reference, head.chain, event).hash;
    const next = { ...options.apply(head, event), lastCommand: markOf(command), chain };
    await table.commit([
      ...store.appendWrites(head, next, event),
      audit.write({ ...entryOf(command, at), result: "done", chain }),
      ...(await options.follow(next, event)),
    ]);
    return next;
  }

  /**
   * What a command would put on record, with nothing changed; undefined where it was run already. Refuses as `run` does,
   * and what it refuses is on record as well.
   */
  async function rehearse(command: Command<E>): Promise<E["data"] | undefined> {
    const begun = await ready(command);
    return "data" in begun ? begun.data : undefined;
  }

  return { run, rehearse };
}
