/** What a process believes of seats, and how reads that are asked for at the same time become one. */
import { describe, expect, test } from "vitest";
import { gatherReads, openBoard } from "../../functions/booking/booking.board.service.ts";
import type { Table } from "../../functions/kit/table.ts";
import { useEngine } from "../support/engine.ts";
import { clockAt } from "../support/world.ts";
import { deskOn, freshHall, MONDAY, NOW, requestOf } from "./desk.ts";
import { refused } from "./refused.ts";

const slot = { hall: "zwzx", place: "main", day: MONDAY, time: "09:00" };
const wanting = (now: string) => ({ pool: "public" as const, now });

describe("the board", () => {
  test("does not guess a taken seat again while a crowd waits, and does so later", () => {
    const clock = clockAt(NOW);
    const board = openBoard(clock.now);
    board.took([{ ...slot, lane: 1 }]);
    const guesses = () => board.mayBeFree(slot, [1, 2], wanting(clock.now()));
    clock.pass(30);
    expect(guesses()).toEqual([2]);
    clock.pass(31);
    expect(guesses()).toEqual([1, 2]);
  });

  test("knows from when on a seat can be had that was given back or is held", () => {
    const clock = clockAt(NOW);
    const board = openBoard(clock.now);
    const seat = { ...slot, lane: 1, pool: "public" as const, closesAt: "2026-11-23T00:30:00.000Z" };
    board.learnSeat(seat, { ...seat, state: "free", opensAt: "2026-11-20T02:00:20.000Z" });
    const guesses = () => board.mayBeFree(slot, [1], wanting(clock.now()));
    clock.pass(19);
    expect(guesses()).toEqual([]);
    clock.pass(1);
    expect(guesses()).toEqual([1]);
  });
});

test("who asks the same in the same moment shares one answer", async () => {
  const asked: (readonly string[])[] = [];
  const read = gatherReads(async (names) => {
    asked.push(names);
    return names.map((name) => name.toUpperCase());
  });
  expect(await Promise.all(["a", "b", "a", "a"].map(read))).toEqual(["A", "B", "A", "A"]);
  expect(asked).toEqual([["a", "b"]]);
});

describe("in one process that lives long", () => {
  const engine = useEngine();

  test("a request that comes five times at once, when its slot is full since then, is answered the same five times", async () => {
    const { bookings, publish } = deskOn(engine.table);
    const hall = await publish(freshHall());
    const request = requestOf(hall);
    const { booking } = await bookings.book(request);
    for (let n = 0; n < 2; n += 1) await bookings.book(requestOf(hall));
    const again = await Promise.all(Array.from({ length: 5 }, () => bookings.book(request)));
    expect(again.map(({ booking: { code }, repeated }) => ({ code, repeated }))).toEqual(
      Array.from({ length: 5 }, () => ({ code: booking.code, repeated: true })),
    );
  });

  test("a crowd that outlasts what is known of seats reads the slot instead of losing transactions on it", async () => {
    let tries = 0;
    const commit: Table["commit"] = (writes) => {
      tries += 1;
      return engine.table.commit(writes);
    };
    const { bookings, publish, clock } = deskOn({ ...engine.table, commit });
    const hall = await publish(freshHall());
    for (let n = 0; n < 3; n += 1) await bookings.book(requestOf(hall));
    clock.pass(10);
    tries = 0;
    expect(await refused(bookings.book(requestOf(hall)))).toMatchObject({ code: "slot_full" });
    expect(tries).toBe(0);
  });
});
