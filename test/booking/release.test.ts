/** Seats shared out by queue ticket: who comes before the hour, whose turn is when, and that nobody comes before theirs. */
import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawOf, openReleases } from "../../functions/booking/booking.release.service.ts";
import {
  modeOf,
  queueStands,
  SHUFFLE_SECONDS,
  TURN_SECONDS,
  TURNS,
  ticketIn,
  ticketText,
  turnOf,
} from "../../functions/booking/booking.release.ts";
import { takeWrite } from "../../functions/booking/booking.seat.take.store.ts";
import type { Errand } from "../../functions/booking/booking.visit.ts";
import { errandOf } from "../../functions/booking/booking.visit.ts";
import { millisecondsOf, plusSeconds } from "../../functions/kit/clock.ts";
import { Problem } from "../../functions/kit/problem.ts";
import { useEngine } from "../support/engine.ts";
import { clockAt, seededRandom } from "../support/world.ts";
import { deskOn, freshHall, MONDAY, requestOf } from "./desk.ts";
import { chiSquared, chiSquaredLimit } from "./fairness.ts";
import { refused } from "./refused.ts";

const engine = useEngine();
/** Monday's seats open a week before at eight. */
const HOUR = "2026-11-16T00:00:00.000Z";
const BEFORE = plusSeconds(HOUR, -3600);
const seedOf = (n: number) => createHmac("sha256", "seeds").update(String(n)).digest("hex");
const turnIn = (seed: string, mark: string) => turnOf(Number.parseInt(drawOf(seed, mark).slice(0, 8), 16));

describe("the order", () => {
  test("each turn is as likely as any other", () => {
    const counts = new Array<number>(TURNS).fill(0);
    for (let n = 0; n < 12_000; n += 1) {
      const turn = turnIn(seedOf(n % 7), `person ${n}`);
      counts[turn] = (counts[turn] ?? 0) + 1;
    }
    expect(chiSquared(counts)).toBeLessThan(chiSquaredLimit(TURNS - 1));
  });

  test("of three people every order is as likely as any other, whoever came first", () => {
    const orders = new Map<string, number>();
    for (let n = 0; n < 6_000; n += 1) {
      const order = ["a", "b", "c"]
        .map((mark) => ({ mark, draw: drawOf(seedOf(n), mark) }))
        .toSorted((one, other) => (one.draw < other.draw ? -1 : 1));
      const name = order.map(({ mark }) => mark).join("");
      orders.set(name, (orders.get(name) ?? 0) + 1);
    }
    expect(orders.size).toBe(6);
    expect(chiSquared([...orders.values()])).toBeLessThan(chiSquaredLimit(5));
  });

  test("numbers at both ends are in the first and in the last turn", () => {
    expect([turnOf(0), turnOf(2 ** 32 - 1)]).toEqual([0, TURNS - 1]);
  });

  test("of several services the strictest counts, and an older description means in order of arrival", () => {
    const services = (...releases: ("arrival" | "shuffled" | "lottery")[]) =>
      releases.map((release) => ({ release }));
    expect(modeOf(services("arrival", "shuffled"))).toBe("shuffled");
    expect(modeOf(services("lottery", "shuffled"))).toBe("lottery");
    expect(modeOf([{} as { release: "arrival" }])).toBe("arrival");
  });

  test("tickets are given for a day before the hour, and read as they were written", () => {
    expect(queueStands(HOUR, plusSeconds(HOUR, -24 * 3600 - 1))).toBe("early");
    expect(queueStands(HOUR, plusSeconds(HOUR, -24 * 3600))).toBe("open");
    expect(queueStands(HOUR, HOUR)).toBe("over");
    const ticket = { hall: "h", place: "p", day: MONDAY, mark: "m", at: HOUR };
    expect(ticketIn(ticketText(ticket))).toEqual(ticket);
    expect(ticketIn("nonsense")).toBeUndefined();
  });
});

const shuffledHall = () =>
  freshHall({
    hall: {
      services: [
        {
          id: "social",
          number: 1,
          name: { zh: "社保", en: "Social" },
          minutes: 30,
          group: "s",
          release: "shuffled",
        },
      ],
    },
    place: {
      counters: [{ id: "a1", sign: "A01", lane: 1, seats: 2, services: ["social"] }],
      hours: { weekly: [{ weekdays: [1], hours: [{ from: "09:00", to: "09:30" }] }] },
    },
  });

async function rig(at = BEFORE) {
  const clock = clockAt(at);
  const desk = deskOn(engine.table, clock);
  const hall = shuffledHall();
  await desk.publish(hall);
  const found = errandOf(hall, { place: "main", services: ["social"], party: 1 });
  if (!found.ok) throw new Error("the hall has the service");
  const errand: Errand = found.value;
  // One live booking a person holds across halls, so each test has people of its own.
  const nameOf = (person: string) => `${hall.id} ${person}`;
  const process = (name: string) =>
    openReleases({ ...desk.parts, random: seededRandom(`${hall.id} ${name}`) });
  const ticketOf = (person: string) =>
    process("tickets").giveTicket(errand, MONDAY, {
      party: { identityNumber: nameOf(person), phone: "13800001234" },
      lang: "zh",
    });
  const book = (person: string, ticket?: string) =>
    desk.another().bookings.book({
      ...requestOf(hall, {}, { person: nameOf(person), key: `key of ${person} 01234567` }),
      ticket,
    });
  const turnOfTicket = async (ticket: string) =>
    (await process("looks").standing(errand, MONDAY, ticket)).turn?.at ?? "";
  return { nameOf, clock, desk, hall, errand, process, ticketOf, book, turnOfTicket };
}

describe("a ticket", () => {
  test("costs one write, and a thousand of one person have the same turn and are told once", async () => {
    const { clock, ticketOf, turnOfTicket } = await rig();
    engine.forget();
    const tickets: string[] = [];
    for (let n = 0; n < 1000; n += 1) {
      clock.pass(1);
      tickets.push(await ticketOf("PERSON1"));
      if (n === 0) expect(engine.consumed).toEqual([{ operation: "write", capacityUnits: 1 }]);
    }
    expect(new Set(tickets).size).toBe(1000);
    clock.pass(millisecondsOf(HOUR) / 1000 - millisecondsOf(clock.now()) / 1000);
    const turns = await Promise.all(
      [tickets[0], tickets[500], tickets[999]].map((one) => turnOfTicket(one ?? "")),
    );
    expect(new Set(turns).size).toBe(1);
  });

  test("is not given at the hour or for what is in order of arrival, and another's is worth nothing", async () => {
    const { clock, ticketOf, book, turnOfTicket, process } = await rig();
    const mine = await ticketOf("PERSON1");
    clock.pass(3600);
    await expect(ticketOf("PERSON2")).rejects.toThrow(Problem);
    const plain = freshHall();
    const errand = errandOf(plain, { place: "main", services: ["social"], party: 1 });
    const taker = { party: { identityNumber: "P", phone: "13800001234" }, lang: "zh" } as const;
    if (errand.ok)
      await expect(process("x").giveTicket(errand.value, MONDAY, taker)).rejects.toThrow("queue_closed");
    const last = plusSeconds(HOUR, SHUFFLE_SECONDS);
    for (const ticket of [mine, `${mine}x`, "a.b", ""])
      expect(await refused(book("PERSON2", ticket))).toMatchObject({
        status: 409,
        code: "turn_not_yet",
        members: { opensAt: last },
        retryAfterSeconds: SHUFFLE_SECONDS,
      });
    const turn = await turnOfTicket(mine);
    if (turn > HOUR)
      expect(await refused(book("PERSON1", mine))).toMatchObject({ members: { opensAt: turn } });
    clock.pass((millisecondsOf(turn) - millisecondsOf(HOUR)) / 1000);
    expect((await book("PERSON1", mine)).booking.state).toBe("booked");
  });

  test("says nothing of its person", async () => {
    const { ticketOf } = await rig();
    const [body = ""] = (await ticketOf("110101199001010015")).split(".");
    expect(Buffer.from(body, "base64url").toString()).not.toContain("110101199001010015");
  });
});

test("the turn is in the condition of the write itself, whatever the handler believed", async () => {
  const { clock, desk, hall } = await rig();
  clock.pass(3600 + 90);
  const seat = { hall: hall.id, place: "main", day: MONDAY, time: "09:00", lane: 1 };
  const take = (late: number) =>
    desk.parts.table.commit([takeWrite(seat, { code: "X", pool: "public", now: clock.now(), late })]);
  await expect(take(91)).rejects.toThrow("the seat");
  await take(90);
});

test("the seed is drawn once, after the hour; a booking in its turn costs what every booking costs", async () => {
  const { clock, desk, hall, errand, process, ticketOf, nameOf } = await rig();
  const [a, b] = [await ticketOf("PERSON1"), await ticketOf("PERSON2")];
  expect(await desk.parts.releases.readSeed({ hall: hall.id, place: "main" }, MONDAY)).toBeUndefined();
  clock.pass(3600);
  const seeds = await Promise.all(
    ["one", "two", "three"].map(async (name) => (await process(name).standing(errand, MONDAY, a)).turn?.seed),
  );
  expect(new Set(seeds).size).toBe(1);
  clock.pass(SHUFFLE_SECONDS - 1);
  const { bookings } = desk;
  await bookings.book({ ...requestOf(hall, {}, { person: nameOf("PERSON1") }), ticket: a });
  engine.forget();
  await bookings.book({ ...requestOf(hall, {}, { person: nameOf("PERSON2") }), ticket: b });
  expect(engine.consumed).toEqual([{ operation: "transaction", capacityUnits: 6 }]);
  // A process that has not seen the seed reads it, one unit, and has it from then on.
  engine.forget();
  await process("fresh").standing(errand, MONDAY, a);
  expect(engine.consumed).toEqual([{ operation: "get", capacityUnits: 1 }]);
});

test("whoever comes when, in whatever order they try: nobody before their turn, no seat twice, all seats sold", async () => {
  const person = fc.record({
    came: fc.integer({ min: -7200, max: 500 }),
    tries: fc.shuffledSubarray([0, 1, 2, 3]),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(person, { minLength: 3, maxLength: 6 }), async (people) => {
      const { clock, desk, hall, ticketOf, book, turnOfTicket } = await rig(plusSeconds(HOUR, -7300));
      const at = (seconds: number) =>
        clock.pass((millisecondsOf(HOUR) - millisecondsOf(clock.now())) / 1000 + seconds);
      const tickets = new Map<number, string>();
      for (const [n, { came }] of [...people.entries()].toSorted(
        ([, one], [, other]) => one.came - other.came,
      )) {
        at(came);
        if (came < 0) tickets.set(n, await ticketOf(`P${n}`));
      }
      const turns = new Map<number, string>();
      at(500);
      for (const n of people.keys()) {
        const ticket = tickets.get(n);
        turns.set(n, ticket === undefined ? plusSeconds(HOUR, SHUFFLE_SECONDS) : await turnOfTicket(ticket));
      }
      const won = new Map<number, string>();
      for (let turn = 0; turn <= TURNS; turn += 1) {
        at(turn * TURN_SECONDS);
        const order = [...people.keys()].toSorted(
          (one, other) => (people[one]?.tries[0] ?? 0) - (people[other]?.tries[0] ?? 0),
        );
        // Everybody tries at every moment, all at once: nobody gains by it.
        const due = order.filter((n) => !won.has(n));
        if (won.size === 2 || !due.some((n) => (turns.get(n) ?? "") <= clock.now())) {
          if (turn % 20 !== 0) continue;
        }
        await Promise.all(
          due.map(async (n) => {
            try {
              await book(`P${n}`, tickets.get(n));
              won.set(n, clock.now());
            } catch (error) {
              if (!(error instanceof Problem) || error.status >= 500) throw error;
            }
          }),
        );
      }
      for (const [n, when] of won) expect(when >= (turns.get(n) ?? "~"), "not before their turn").toBe(true);
      expect(won.size).toBe(2);
      // Who has a seat had an earlier turn than, or the same as, everybody who has none.
      const latest =
        [...won.keys()]
          .map((n) => turns.get(n) ?? "")
          .toSorted()
          .at(-1) ?? "";
      for (const n of people.keys()) if (!won.has(n)) expect((turns.get(n) ?? "") >= latest).toBe(true);
      const seats = await desk.schedules.daySeats({ hall: hall.id, place: "main" }, MONDAY);
      expect(seats.filter(({ state }) => state === "booked").length).toBe(2);
      expect(new Set(seats.map(({ holder }) => holder)).size).toBe(2);
    }),
    { numRuns: 12, seed: 20_261_116 },
  );
}, 120_000);
