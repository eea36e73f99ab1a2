/**
 * Books, holds, confirms, cancels, moves, misses, ends holds, closes and opens counters at random, several at the same
 * time, at functions of their own that die before or after any of their requests; and checks after every step that
 * nothing of what must hold has broken. In the end the free times at a glance are what the seats say.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Hall } from "../../functions/booking/booking.hall.ts";
import { bookingStreamJob } from "../../functions/booking/booking.jobs.ts";
import { errandOf } from "../../functions/booking/booking.visit.ts";
import { Problem } from "../../functions/kit/problem.ts";
import { useEngine } from "../support/engine.ts";
import { streamOf } from "../support/stream.ts";
import { clockAt } from "../support/world.ts";
import { Crash, fragile } from "./crash.ts";
import { type BookingDesk, deskOn, freshHall, MONDAY, NOW, requestOf } from "./desk.ts";
import { checkStanding, freeIn, isLive, standingOf } from "./model.ts";

const engine = useEngine();
const silent = { info: () => {}, warn: () => {}, error: () => {} };
const TIMES = ["09:00", "09:30", "10:00", "10:30"];
const CAPACITY = 2 * TIMES.length;
const PEOPLE = 4;

const person = fc.nat(PEOPLE - 1);
const time = fc.constantFrom(...TIMES);
const service = fc.constantFrom("social", "id-card");
const which = fc.nat(30);
const command = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("book" as const),
      person,
      time,
      service,
      party: fc.integer({ min: 1, max: 2 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("hold" as const), person, time, service }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("confirm" as const), which }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("cancel" as const), which }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("move" as const), which, time }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("miss" as const), which }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("sweep" as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("close" as const), counter: fc.constantFrom("a1", "a2") }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("open" as const) }) },
);
type Command = typeof command extends fc.Arbitrary<infer One> ? One : never;
const death = fc.option(
  fc.record({ n: fc.nat(5), when: fc.constantFrom("before" as const, "after" as const) }),
  { freq: 3 },
);
const step = fc.record({
  /** Seconds that pass first; holds last 600. */
  pass: fc.constantFrom(0, 0, 1, 300, 605, 1800),
  at_once: fc.array(fc.record({ command, death }), { minLength: 1, maxLength: 3 }),
});

/** One run: a hall of two counters and four slots, and what has been heard of its bookings. */
class Run {
  readonly clock = clockAt(NOW);
  readonly hall: Hall;
  readonly desk: BookingDesk;
  readonly heardOf = new Set<string>();
  private readonly name = `run-${runs++}`;

  constructor() {
    this.desk = deskOn(engine.table, this.clock);
    const counter = (n: number) => ({
      id: `a${n}`,
      sign: `A0${n}`,
      lane: n,
      services: ["social", "id-card", "tax"],
    });
    const hours = { weekly: [{ weekdays: [1], hours: [{ from: "09:00", to: "11:00" }] }] };
    this.hall = freshHall({ place: { counters: [counter(1), counter(2)], hours } });
  }

  /** Carries out a command at a function of its own, which may die over it. */
  async carryOut(one: Command, dies: { n: number; when: "before" | "after" } | null): Promise<void> {
    const table = fragile(engine.table);
    if (dies !== null) table.dieAt(dies.n, dies.when);
    try {
      await this.act(deskOn(table, this.clock), one);
    } catch (error) {
      if (!(error instanceof Crash) && !(error instanceof Problem && error.status < 500)) throw error;
    }
  }

  private async act({ bookings, upkeep, schedules }: BookingDesk, one: Command): Promise<unknown> {
    const codes = [...this.heardOf];
    const code = "which" in one ? (codes[one.which % Math.max(1, codes.length)] ?? "00000000000") : "";
    switch (one.kind) {
      case "book":
      case "hold": {
        const { booking } = await bookings[one.kind](this.request(one));
        return this.heardOf.add(booking.code);
      }
      case "confirm":
        return bookings.confirm(code);
      case "cancel":
        return bookings.cancel(code, "person");
      case "move":
        return bookings.move(code, { day: MONDAY, time: one.time }, "person");
      case "miss":
        return bookings.noShow(code);
      case "sweep":
        return upkeep.endHolds();
      default:
        await this.describe(one.kind === "close" ? [one.counter] : []);
        return schedules.publish(this.hall.id, { from: MONDAY, to: MONDAY });
    }
  }

  request(one: { person: number; time: string; service: string; party?: number }) {
    const wanted = {
      time: one.time,
      services: [one.service],
      party: one.service === "social" ? (one.party ?? 1) : 1,
    };
    return requestOf(this.hall, wanted, { person: `${this.name} ${one.person}` });
  }

  /** Which counters are closed on Monday. */
  private async describe(closed: readonly string[]): Promise<void> {
    const stored = await this.desk.parts.halls.readForChange(this.hall.id);
    const [place] = this.hall.places;
    if (place === undefined || stored === undefined) return;
    const exceptions = closed.map((counter) => ({
      kind: "closed" as const,
      from: MONDAY,
      to: MONDAY,
      counters: [counter],
    }));
    const hall = { ...this.hall, places: [{ ...place, hours: { ...place.hours, exceptions } }] };
    await this.desk.schedules.describe(hall, stored.version);
  }

  async check(): Promise<void> {
    const standing = await standingOf(this.desk, this.hall, this.heardOf);
    expect(standing.seats.length, "free + held + booked + closed").toBe(CAPACITY);
    await checkStanding(this.desk, this.hall, standing);
  }

  /** Nobody is refused a seat that can be had: whoever has no booking books whatever is free, and is told so when none is. */
  async checkNobodyIsTurnedAway(): Promise<void> {
    for (const slot of TIMES) {
      const before = await standingOf(this.desk, this.hall, this.heardOf);
      const free = freeIn(before, slot, [1, 2]);
      const asking = deskOn(engine.table, this.clock).bookings.book(
        this.request({
          person: 90 + Number(slot.slice(3)) + Number(slot.slice(1, 2)),
          time: slot,
          service: "social",
        }),
      );
      const outcome = await asking.then(
        ({ booking }) => booking.state,
        (error: Problem) => error.code,
      );
      const refusals = ["slot_full", "day_closed", "slot_over"];
      if (free > 0) expect(outcome, `${free} free at ${slot}`).toBe("booked");
      else expect(refusals).toContain(outcome);
    }
    await this.check();
  }
}
let runs = 0;

test("whatever happens, and whoever dies over it", async () => {
  const stream = streamOf(engine.endpoint);
  let live = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const run = new Run();
      await run.desk.publish(run.hall);
      for (const { pass, at_once } of steps) {
        run.clock.pass(pass);
        await Promise.all(at_once.map((each) => run.carryOut(each.command, each.death)));
        await run.check();
      }
      // A publishing that died is finished by the next; then nobody is turned away from what is free.
      const stored = await run.desk.parts.halls.readForChange(run.hall.id);
      if (stored !== undefined) await run.desk.schedules.publish(run.hall.id, { from: MONDAY, to: MONDAY });
      await run.check();
      await run.checkNobodyIsTurnedAway();
      await bookingStreamJob({ availability: deskOn(engine.table, run.clock).availability, log: silent })(
        await stream.next(),
      );
      const errand = errandOf(run.hall, { place: "main", services: ["social"], party: 1 });
      if (!errand.ok) throw new Error("the hall has it");
      const starts = await run.desk.availability.day(errand.value, MONDAY, "public");
      const standing = await standingOf(run.desk, run.hall, run.heardOf);
      live += [...standing.bookings.values()].filter((booking) => isLive(booking, standing.now)).length;
      const truth = TIMES.map((slot) => ({ day: MONDAY, time: slot, free: freeIn(standing, slot, [1, 2]) }));
      expect(starts).toEqual(truth);
    }),
    { numRuns: Number(process.env.MODEL_RUNS ?? 20), seed: 20_261_120, endOnFailure: true },
  );
  expect(live).toBeGreaterThan(20);
}, 600_000);
