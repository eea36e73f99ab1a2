/** What can happen to a ticket (排队号): the table from which the diagram in the README is printed. Pure. */

export const ticketStates = ["waiting", "called", "serving", "parked", "missed", "finished", "left"] as const;
export type TicketState = (typeof ticketStates)[number];

export const actions = [
  "call",
  "recall",
  "start",
  "finish",
  "no_answer",
  "transfer",
  "park",
  "return",
  "leave",
] as const;
export type TicketAction = (typeof actions)[number];

export interface Transition {
  readonly from: readonly TicketState[];
  readonly to: TicketState;
  /** The action belongs to the counter at which the ticket is, or to the desk of the hall. */
  readonly at: "counter" | "desk";
}

export const ticketTransitions = {
  /** A counter calls the next one, or one that it chooses with a reason. */
  call: { from: ["waiting"], to: "called", at: "counter" },
  recall: { from: ["called"], to: "called", at: "counter" },
  /** The person is there. */
  start: { from: ["called"], to: "serving", at: "counter" },
  finish: { from: ["called", "serving"], to: "finished", at: "counter" },
  no_answer: { from: ["called"], to: "missed", at: "counter" },
  /** To another counter or service; the time that one has waited counts on. */
  transfer: { from: ["called", "serving"], to: "waiting", at: "counter" },
  /** Something has to be fetched, copied, signed: the place in the queue is kept. */
  park: { from: ["waiting", "called", "serving"], to: "parked", at: "desk" },
  return: { from: ["parked", "missed"], to: "waiting", at: "desk" },
  leave: { from: ["waiting", "called", "parked", "missed"], to: "left", at: "desk" },
} as const satisfies Record<TicketAction, Transition>;

export const mayHappen = (action: TicketAction, state: TicketState): boolean =>
  (ticketTransitions[action].from as readonly TicketState[]).includes(state);

/** Nothing follows any more. */
export const isOver = (state: TicketState): boolean => state === "finished" || state === "left";

/** The table as the diagram of the README. */
export function ticketDiagram(): string {
  const arrows = Object.entries(ticketTransitions).flatMap(([action, { from, to }]) =>
    from.map((state) => `    ${state} --> ${to}: ${action}`),
  );
  return ["stateDiagram-v2", "    [*] --> waiting: check_in, take", ...arrows].join("\n");
}
