import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { changed } from "../../functions/visit/visit.change.ts";
import { actions, isOver, mayHappen, ticketDiagram, ticketStates } from "../../functions/visit/visit.flow.ts";
import type { Ticket } from "../../functions/visit/visit.ts";
import { serviceSecondsOf, waitSecondsOf } from "../../functions/visit/visit.ts";

const by = { id: "clerk", name: "王小燕" };
const ticket: Ticket = {
  ...({ schema: 1, version: 1, state: "waiting", kind: "walk_in", missed: 0, calls: 0 } as const),
  ...{ number: "W001", hall: "h", place: "main", day: "2026-11-23", party: 1, services: ["social", "tax"] },
  arrivedAt: "2026-11-23T01:00:00.000Z",
  queuedAt: "2026-11-23T01:00:00.000Z",
  history: [],
};
const minute = (n: number) => `2026-11-23T01:${String(n).padStart(2, "0")}:00.000Z`;

describe("the table of a ticket", () => {
  test("is the diagram of the README", () => {
    expect(readFileSync("README.md", "utf8")).toContain(ticketDiagram());
  });

  test("leads from every state to an end, and from no end further", () => {
    const reaches = (state: (typeof ticketStates)[number], seen: readonly string[] = []): boolean =>
      isOver(state) ||
      actions.some((action) => {
        if (!mayHappen(action, state) || seen.includes(state)) return false;
        return reaches(changed({ ...ticket, state }, action, { at: minute(1) }).state, [...seen, state]);
      });
    expect(ticketStates.filter((state) => !reaches(state))).toEqual([]);
    const ends = ticketStates.filter(isOver);
    expect(ends.flatMap((state) => actions.filter((action) => mayHappen(action, state)))).toEqual([]);
  });
});

describe("what happens to a ticket", () => {
  test("is on it with who and when, and its times can be counted", () => {
    const called = changed(ticket, "call", { at: minute(12), by, counter: "a1", callKey: "k" });
    const again = changed(called, "recall", { at: minute(13), by, counter: "a1" });
    const started = changed(again, "start", { at: minute(14), by, counter: "a1" });
    const over = changed(started, "finish", { at: minute(24), by, counter: "a1" });
    expect(over).toMatchObject({
      state: "finished",
      version: 5,
      calls: 2,
      counter: "a1",
      endedAt: minute(24),
    });
    expect([waitSecondsOf(over), serviceSecondsOf(over)]).toEqual([720, 600]);
    expect(over.history.map(({ action, at, by: who, counter }) => [action, at, who?.id, counter])).toEqual([
      ["call", minute(12), "clerk", "a1"],
      ["recall", minute(13), "clerk", "a1"],
      ["start", minute(14), "clerk", "a1"],
      ["finish", minute(24), "clerk", "a1"],
    ]);
  });

  test("a transfer waits for the counter or the service, and keeps what is still to be done", () => {
    const serving = { ...ticket, state: "serving" as const, counter: "a1", startedAt: minute(3) };
    const toCounter = changed(serving, "transfer", { at: minute(4), by, toCounter: "a3" });
    expect([toCounter.state, toCounter.wants, toCounter.counter, toCounter.startedAt]).toEqual([
      "waiting",
      "a3",
      undefined,
      undefined,
    ]);
    const toService = changed(serving, "transfer", { at: minute(4), by, toService: "tax" });
    expect(toService.services).toEqual(["tax"]);
    expect(changed(serving, "transfer", { at: minute(4), by, toService: "id-card" }).services).toEqual([
      "id-card",
      "tax",
    ]);
    expect(toService.arrivedAt).toBe(ticket.arrivedAt);
  });

  test("parking keeps the place; not being there does not", () => {
    const parked = changed(ticket, "park", { at: minute(5), by, reason: "复印" });
    expect(changed(parked, "return", { at: minute(9), by }).queuedAt).toBe(ticket.queuedAt);
    const missed = changed({ ...ticket, state: "called", counter: "a1" }, "no_answer", { at: minute(5), by });
    expect([missed.state, missed.missed, missed.counter]).toEqual(["missed", 1, undefined]);
    expect(changed(missed, "return", { at: minute(9), by }).queuedAt).toBe(minute(9));
  });
});
