/**
 * A case (办件) is an append-only list of events; its head is what is derived from them. One command is one
 * transaction, which puts the next event and moves the head from version n-1 to n. Nothing else changes a case.
 */
import type { Day } from "../calendar/calendar.ts";
import type { By } from "../identity/identity.ts";
import type { Instant } from "../kit/clock.ts";

export interface CaseEvent<Kind extends string = string, Data = unknown> {
  /** 1 for the first event of a case, then without gaps. */
  readonly n: number;
  readonly kind: Kind;
  readonly at: Instant;
  readonly by: By;
  readonly data: Data;
}

/** What every kind of case derives from its events, whatever else its head holds. */
export interface Head<State extends string = string> {
  readonly schema: 1;
  readonly reference: string;
  readonly flow: { readonly id: string; readonly version: number };
  /** The number of the last event. */
  readonly version: number;
  readonly state: State;
  readonly unit: string;
  readonly assignee?: Person | undefined;
  /** Marks the last command, so that sending it twice does one thing. */
  readonly lastCommand?: string | undefined;
  /** The hash of the last event; cases from before events were chained have none. */
  readonly chain?: string | undefined;
}

export interface Person {
  readonly id: string;
  readonly name: string;
}

/** Where a case stands in the queues of its unit, and what a row of a queue shows. No personal data in clear. */
export interface QueueEntry {
  readonly unit: string;
  readonly step: string;
  readonly assigneeId?: string | undefined;
  /** Due soonest first; a case that is no longer pending is found by its step only. */
  readonly dueOn: Day;
  readonly pending: boolean;
  readonly provisional: boolean;
  /** After this day the clock looks whether somebody's silence has an effect. */
  readonly wakeOn?: Day | undefined;
  readonly card: Card;
}

/** What the clock looks at; an item stands in that index under one word, and what waits for a silence goes first. */
export const caseWork = { wake: "wake", recount: "recount" } as const;

export interface Card {
  readonly reference: string;
  readonly kind: "disclosure" | "question" | "suggestion" | "rectification";
  readonly title: string;
  readonly applicantMasked: string;
  readonly state: string;
  readonly step: string;
  readonly unit: string;
  readonly assigneeName?: string | undefined;
  readonly submittedAt: Instant;
  readonly dueOn: Day;
  /**
   * What the count starts from. `submission`: receipt is not confirmed yet, the earliest defensible date. `setting`: no
   * law gives a period, the unit has set its own.
   */
  readonly dueFrom: "receipt" | "submission" | "correction" | "payment" | "waiver" | "setting";
  readonly provisional: boolean;
}
