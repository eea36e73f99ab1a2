/**
 * Books, cancels, joins, leaves, offers, accepts, declines, ends offers, closes and opens a counter at random, several at
 * the same time, at functions of their own that die before or after any of their requests; after every step all that must
 * hold of seats and bookings holds, no waiter has two offers and no seat two, and in the end nobody in line is passed
 * over for a seat that they could use.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Hall } from "../../functions/booking/booking.hall.ts";
import { LONGEST_REST_SECONDS } from "../../functions/booking/booking.plan.difference.ts";
import { isOfferable, type Waiter } from "../../functions/booking/booking.waiting.ts";
import { plusSeconds } from "../../functions/kit/clock.ts";
import { Problem } from "../../functions/kit/problem.ts";
import { useEngine } from "../support/engine.ts";
import { clockAt } from "../support/world.ts";
import { Crash, fragile } from "./crash.ts";
import { type BookingDesk, deskOn, freshHall, MONDAY, NOW, requestOf } from "./desk.ts";
import { checkStanding, isLive, standingOf } from "./model.ts";

const engine = useEngine();
const TIMES = ["09:00", "09:30"];
const PEOPLE = 7;
const person = fc.nat(PEOPLE - 1);
const time = fc.constantFrom(...TIMES);
const which = fc.nat(30);
const on = <Kind extends string>(kind: Kind) => fc.record({ kind: fc.constant(kind), which });
const command = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("book" as const), person, time }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("join" as const), person, from: time }) },
  { weight: 4, arbitrary: on("cancel") },
  { weight: 3, arbitrary: on("confirm") },
  { weight: 1, arbitrary: on("leave") },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("offer" as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("sweep" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("close" as const), is: fc.boolean() }) },
);
type Command = typeof command extends fc.Arbitrary<infer One> ? One : never;
const death = fc.option(
  fc.record({ n: fc.nat(9), when: fc.constantFrom("before" as const, "after" as const) }),
  { freq: 3 },
);
const step = fc.record({
  pass: fc.constantFrom(0, 0, 1, 300, 1805),
  at_once: fc.array(fc.record({ command, death }), { minLength: 1, maxLength: 3 }),
});

let runs = 0;

class Run {
  readonly clock = clockAt(NOW);
  readonly desk: BookingDesk;
  readonly hall: Hall;
  readonly heardOf = new Set<string>();
  readonly waiters = new Set<string>();
  private readonly name = `line-${runs++}`;

  constructor() {
    this.desk = deskOn(engine.table, this.clock);
    const counter = (n: number) => ({
      id: `a${n}`,
      sign: `A0${n}`,
      lane: n,
      services: ["id-card", "social", "tax"],
    });
    const hours = { weekly: [{ weekdays: [1], hours: [{ from: "09:00", to: "10:00" }] }] };
    this.hall = freshHall({ place: { counters: [counter(1), counter(2)], hours } });
  }

  async carryOut(one: Command, dies: { n: number; when: "before" | "after" } | null): Promise<void> {
    const table = fragile(engine.table);
    if (dies !== null) table.dieAt(dies.n, dies.when);
    try {
      await this.act(deskOn(table, this.clock), one);
    } catch (error) {
      if (!(error instanceof Crash) && !(error instanceof Problem && error.status < 500)) throw error;
    }
  }

  private async act(desk: BookingDesk, one: Command): Promise<unknown> {
    const codes = [...this.heardOf, ...this.waiters];
    const code = "which" in one ? (codes[one.which % Math.max(1, codes.length)] ?? "00000000000") : "";
    switch (one.kind) {
      case "book":
        return this.heardOf.add((await desk.bookings.book(this.request(one.person, one.time))).booking.code);
      case "join": {
        const { wanted, party } = this.request(one.person, one.from);
        const { time: from, ...rest } = wanted;
        return this.waiters.add(
          (await desk.waiting.join({ wanted: { ...rest, from }, party, lang: "zh" })).waiter.code,
        );
      }
      case "cancel":
        return desk.bookings.cancel(code, "person");
      case "confirm":
        return desk.bookings.confirm(code);
      case "leave":
        return desk.waiting.leave(code);
      case "offer":
        return this.offerAll(desk);
      case "sweep":
        return desk.upkeep.endHolds();
      default:
        return this.close(desk, one.is);
    }
  }

  private request(n: number, at: string) {
    return requestOf(this.hall, { time: at }, { person: `${this.name} ${n}` });
  }

  /** As the stream does for every seat that was set free, more than once. */
  async offerAll({ schedules, waiting }: BookingDesk): Promise<void> {
    const seats = await schedules.daySeats({ hall: this.hall.id, place: "main" }, MONDAY);
    const resting = seats.filter(({ state, opensAt }) => state === "free" && opensAt > this.clock.now());
    for (const seat of resting) await waiting.offer(seat);
  }

  private async close(desk: BookingDesk, closes: boolean): Promise<unknown> {
    const stored = await this.desk.parts.halls.readForChange(this.hall.id);
    const [place] = this.hall.places;
    if (place === undefined || stored === undefined) return undefined;
    const exceptions = closes
      ? [{ kind: "closed" as const, from: MONDAY, to: MONDAY, counters: ["a2"] }]
      : [];
    const hall = { ...this.hall, places: [{ ...place, hours: { ...place.hours, exceptions } }] };
    await this.desk.schedules.describe(hall, stored.version);
    return desk.schedules.publish(this.hall.id, { from: MONDAY, to: MONDAY });
  }

  async check(): Promise<void> {
    const standing = await standingOf(this.desk, this.hall, this.heardOf);
    expect(standing.seats.length).toBe(2 * TIMES.length);
    await checkStanding(this.desk, this.hall, standing);
    const { waiters } = await this.desk.parts.waiting.line(
      { hall: this.hall.id, place: "main", day: MONDAY },
      100,
    );
    for (const waiter of waiters) {
      expect(waiter.state, "in line").toBe("waiting");
      this.waiters.add(waiter.code);
    }
    const line = new Set(waiters.map(({ code }) => code));
    for (const code of this.waiters) {
      const waiter = await this.desk.parts.waiting.read(code);
      const booking = await this.desk.parts.bookings.read(code);
      expect(line.has(code), "waits and is in line").toBe(waiter?.state === "waiting");
      expect(booking !== undefined, "has been offered something").toBe(waiter?.state === "offered");
    }
    const owners = waiters.map(({ owner }) => owner);
    expect(new Set(owners).size, "in line once").toBe(owners.length);
  }

  /** With nobody dying any more, everything that rests goes to whoever waits for it. */
  async checkNobodyIsPassedOver(): Promise<void> {
    await this.desk.upkeep.endHolds();
    await this.offerAll(this.desk);
    const { seats, bookings, now } = await standingOf(this.desk, this.hall, this.heardOf);
    const at = { now, restsUntil: plusSeconds(now, LONGEST_REST_SECONDS) };
    const resting = seats.filter((seat) => seat.opensAt > now && isOfferable(seat, at));
    const busy = new Set(
      [...bookings.values()].filter((each) => isLive(each, now)).flatMap(({ guards }) => guards),
    );
    const { waiters } = await this.desk.parts.waiting.line(
      { hall: this.hall.id, place: "main", day: MONDAY },
      100,
    );
    const couldHave = (waiter: Waiter) =>
      !waiter.guards.some((hash) => busy.has(hash)) && resting.some((seat) => waiter.from <= seat.time);
    expect(waiters.filter(couldHave), "passed over").toEqual([]);
  }
}

test("whatever happens, and whoever dies over it, a seat is offered to one and nobody is passed over", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 18 }), async (steps) => {
      const run = new Run();
      await run.desk.publish(run.hall);
      for (const { pass, at_once: all } of steps) {
        run.clock.pass(pass);
        await Promise.all(all.map((one) => run.carryOut(one.command, one.death)));
        await run.check();
      }
      await run.checkNobodyIsPassedOver();
      await run.check();
    }),
    { numRuns: Number(process.env.MODEL_RUNS ?? 15), seed: 20_261_121, endOnFailure: true },
  );
}, 120_000);
