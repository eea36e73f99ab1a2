import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { type ArrivalSettings, arrivalAt, arrivalSchema } from "../../functions/booking/booking.arrival.ts";
import { plusSeconds } from "../../functions/kit/clock.ts";
import { dueAt, inOrder, inTurn, whyAhead } from "../../functions/visit/visit.order.ts";
import { paceOf } from "../../functions/visit/visit.pace.ts";
import type { Ticket } from "../../functions/visit/visit.ts";
import { readNumber } from "../../functions/visit/visit.ts";
import { forecast } from "../../functions/visit/visit.wait.ts";

describe("how long a service takes", () => {
  const services = [
    { id: "social", minutes: 30 },
    { id: "tax", minutes: 60 },
  ];
  const finished = (service: string, minutes: number): Ticket => ({
    ...ticket({ came: 0, service }),
    ...{ state: "finished", startedAt: minute(10), endedAt: minute(10 + minutes) },
  });

  test("is what the hall says until today has shown three, and then their median", () => {
    const two = [finished("social", 4), finished("social", 8)];
    expect(paceOf(services, two)("social")).toBe(30);
    const three = paceOf(services, [...two, finished("social", 90)]);
    expect([three("social"), three("tax"), three("gone")]).toEqual([8, 60, 15]);
    expect(paceOf(services, [finished("tax", 0), finished("tax", 0), finished("tax", 0)])("tax")).toBe(1);
  });

  test("counts only who was served to the end", () => {
    const left: Ticket = { ...finished("social", 5), state: "left" };
    expect(paceOf(services, [left, left, left])("social")).toBe(30);
  });
});

const usual: ArrivalSettings = v.parse(arrivalSchema, {});
const NINE = "2026-11-23T01:00:00.000Z";
const minute = (n: number): string => plusSeconds(NINE, n * 60);

interface Person {
  /** Minutes after nine. */
  readonly came: number;
  readonly booked?: number | undefined;
  readonly priority?: boolean;
  readonly missed?: number;
  readonly returned?: number;
  readonly service?: string;
}
const by = { id: "clerk", name: "王小燕" };
let numbers = 0;
function ticket({ came, booked, priority, missed = 0, returned, service = "social" }: Person): Ticket {
  numbers += 1;
  return {
    ...({ schema: 1, version: 1, state: "waiting", hall: "h", place: "main", day: "2026-11-23" } as const),
    ...{ party: 1, services: [service], calls: 0, history: [], missed },
    number: `W${String(numbers).padStart(4, "0")}`,
    kind: booked === undefined ? "walk_in" : "booked",
    arrivedAt: minute(came),
    queuedAt: minute(returned ?? came),
    ...(booked === undefined ? {} : { startsAt: minute(booked) }),
    ...(priority ? { priority: { why: "elderly", by } } : {}),
  };
}
const order = (...people: readonly Person[]) => {
  const tickets = people.map(ticket);
  return inOrder(tickets, usual).map((each) => tickets.indexOf(each));
};

describe("the rule of the queue", () => {
  test.each<[string, Person[], number[]]>([
    [
      "booked people at their time, whoever came first",
      [
        { came: 0, booked: 30 },
        { came: 10, booked: 15 },
      ],
      [1, 0],
    ],
    [
      "a walk-in lets those go first who are booked within half an hour",
      [{ came: 0 }, { came: 20, booked: 25 }],
      [1, 0],
    ],
    ["and nobody who is booked later", [{ came: 0 }, { came: 20, booked: 40 }], [0, 1]],
    ["walk-ins as they came", [{ came: 5 }, { came: 3 }, { came: 4 }], [1, 2, 0]],
    [
      "who is ten minutes late goes after who is booked within the next ten",
      [
        { came: 10, booked: 0 },
        { came: 11, booked: 15 },
      ],
      [1, 0],
    ],
    [
      "who is late is never worse off than a walk-in who comes with them",
      [{ came: 60, booked: 0 }, { came: 60 }],
      [0, 1],
    ],
    [
      "priority counts for an hour",
      [{ came: 0 }, { came: 50, priority: true }, { came: 70, priority: true }],
      [1, 0, 2],
    ],
    ["who was not there joins anew", [{ came: 0, booked: 0, missed: 1, returned: 20 }, { came: 15 }], [1, 0]],
  ])("%s", (_name, people, wanted) => {
    expect(order(...people)).toEqual(wanted);
  });

  test("equals go by when they came, then by number", () => {
    const [one, other] = [ticket({ came: 5, booked: 30 }), ticket({ came: 0 })];
    expect([dueAt(one, usual), dueAt(other, usual)]).toEqual([minute(30), minute(30)]);
    expect(inTurn(usual)(one, other)).toBeGreaterThan(0);
    const [same, twin] = [ticket({ came: 0 }), ticket({ came: 0 })];
    expect(inTurn(usual)(same, twin)).toBeLessThan(0);
  });
});

/** People as they may come: booked ones from half an hour before to a quarter after their time. */
const person: fc.Arbitrary<Person> = fc.oneof(
  fc.record({ came: fc.integer({ min: 0, max: 480 }), priority: fc.boolean() }),
  fc
    .record({
      booked: fc.integer({ min: 0, max: 480 }),
      off: fc.integer({ min: -30, max: 15 }),
      priority: fc.boolean(),
    })
    .map(({ booked, off, priority }) => ({ booked, came: booked + off, priority })),
  fc
    .record({ came: fc.integer({ min: 0, max: 400 }), gone: fc.integer({ min: 1, max: 60 }) })
    .map(({ came, gone }) => ({ came, missed: 1, returned: came + gone })),
);
const settings: fc.Arbitrary<ArrivalSettings> = fc.record({
  earlyMinutes: fc.constant(30),
  lateMinutes: fc.constant(15),
  walkInYieldMinutes: fc.integer({ min: 0, max: 120 }),
  priorityMinutes: fc.integer({ min: 0, max: 240 }),
});

describe("for whoever comes when", () => {
  test("the order is one order: no circles, and the same however the tickets lie", () => {
    fc.assert(
      fc.property(
        fc.array(person, { maxLength: 30 }),
        settings,
        fc.integer({ min: 0 }),
        (people, rules, turn) => {
          const tickets = people.map(ticket);
          const cut = tickets.length === 0 ? 0 : turn % tickets.length;
          const turned = [...tickets.slice(cut), ...tickets.slice(0, cut)].toReversed();
          expect(inOrder(turned, rules)).toEqual(inOrder(tickets, rules));
        },
      ),
    );
  });

  test("nobody is overtaken without a reason that can be named", () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 30 }), settings, (people, rules) => {
        const queue = inOrder(people.map(ticket), rules);
        for (const [place, one] of queue.entries())
          for (const other of queue.slice(place + 1))
            if (one.arrivedAt > other.arrivedAt) expect(whyAhead(one, other)).toBeDefined();
        // Of the same kind and standing, whoever came first goes first.
        const plain = queue.filter((each) => each.kind === "walk_in" && !each.priority && each.missed === 0);
        expect(plain.map(({ arrivedAt }) => arrivedAt)).toEqual(
          plain.map(({ arrivedAt }) => arrivedAt).toSorted(),
        );
      }),
    );
  });

  test("nobody starves: whoever comes later than the hour of priority after one's instant comes after", () => {
    fc.assert(
      fc.property(person, fc.array(person, { maxLength: 60 }), settings, (first, people, rules) => {
        const one = ticket(first);
        const queue = inOrder([one, ...people.map(ticket)], rules);
        const limit = plusSeconds(dueAt(one, rules), rules.priorityMinutes * 60);
        const ahead = queue.slice(0, queue.indexOf(one));
        for (const other of ahead) expect(other.arrivedAt <= limit || other.missed > 0).toBe(true);
        // Those who were not there count from their return.
        for (const other of ahead) expect(other.missed > 0 ? other.queuedAt <= limit : true).toBe(true);
      }),
    );
  });

  test("with a counter that is always at work, a stream of others holds nobody up for ever", () => {
    // One walk-in at nine; from then on every minute somebody with a booking, and one counter that takes a minute each.
    const one = ticket({ came: 0 });
    let waiting = [one];
    let served = -1;
    for (let now = 0; now < 300 && served < 0; now += 1) {
      waiting = [...waiting, ticket({ came: now, booked: now })];
      const [next] = inOrder(waiting, usual);
      if (next === one) served = now;
      waiting = waiting.filter((each) => each !== next);
    }
    expect(served).toBe(30);
  });

  test("waiting longer never puts anybody back", () => {
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 2, maxLength: 20 }),
        person,
        settings,
        (people, late, rules) => {
          const tickets = people.map(ticket);
          const before = inOrder(tickets, rules);
          const after = inOrder([...tickets, ticket(late)], rules).filter((each) => tickets.includes(each));
          expect(after).toEqual(before);
        },
      ),
    );
  });
});

describe("how long it takes", () => {
  const outlook = (counters: readonly { id: string; services: string[] }[], now = 0) => ({
    counters: counters.map((each) => ({ ...each, from: minute(now) })),
    minutesOf: (service: string) => (service === "tax" ? 60 : 20),
    settings: usual,
    now: minute(now),
  });
  const one = { id: "a1", services: ["social"] };
  const two = { id: "a2", services: ["social", "tax"] };

  test("the first goes at once, the next when a counter is free", () => {
    const queue = [ticket({ came: 0 }), ticket({ came: 1 }), ticket({ came: 2 })];
    const found = [...forecast(queue, outlook([one, two])).values()];
    expect(found).toEqual([
      { ahead: 0, waitMinutes: 0 },
      { ahead: 1, waitMinutes: 0 },
      { ahead: 2, waitMinutes: 20 },
    ]);
  });

  test("only who could be called to the same counters is ahead", () => {
    const queue = [ticket({ came: 0 }), ticket({ came: 1, service: "tax" })];
    const found = forecast(queue, outlook([one, { id: "a3", services: ["tax"] }]));
    expect([...found.values()].map(({ ahead }) => ahead)).toEqual([0, 0]);
  });

  test("whoever is served counts with what is left, a break until it ends, and no counter is said so", () => {
    const busy: Ticket = { ...ticket({ came: 0 }), state: "serving", counter: "a1", startedAt: minute(0) };
    const waiting = ticket({ came: 5 });
    expect(forecast([busy, waiting], outlook([one], 10)).get(waiting.number)?.waitMinutes).toBe(10);
    const shut = { ...outlook([one], 10), counters: [{ ...one, from: minute(70) }] };
    expect(forecast([waiting], shut).get(waiting.number)?.waitMinutes).toBe(60);
    expect(forecast([waiting], outlook([])).get(waiting.number)).toEqual({
      ahead: 0,
      waitMinutes: undefined,
    });
  });
});

describe("checking in", () => {
  test.each([
    ["09:29:59 for 10:00", -1801, { is: "too_early", from: plusSeconds(NINE, -1800) }],
    ["half an hour before", -1800, { is: "in_time" }],
    ["at its time", 0, { is: "in_time" }],
    ["a second late", 1, { is: "late", lateMinutes: 1 }],
    ["a quarter late", 900, { is: "late", lateMinutes: 15 }],
    ["later", 901, { is: "too_late", until: plusSeconds(NINE, 900) }],
  ])("%s", (_name, seconds, standing) => {
    expect(arrivalAt(NINE, usual, plusSeconds(NINE, seconds))).toEqual(standing);
  });

  test.each([
    ["y0930 03", "Y0930-03"],
    ["Y0930－03", "Y0930-03"],
    ["w012", "W012"],
    ["W1", undefined],
    ["K7Q2M9XD4BT", undefined],
    ["W".repeat(50), undefined],
  ])("a number written as %s", (typed, number) => {
    expect(readNumber(typed)).toBe(number);
  });
});
