/** The day of a hall on the real engine: what it costs, and that nobody is lost or called twice. */
import { beforeEach, describe, expect, test } from "vitest";
import { hallSubject } from "../../functions/audit/audit.ts";
import { rulesOn } from "../../functions/booking/booking.rules.ts";
import { plusSeconds } from "../../functions/kit/clock.ts";
import type { Ticket } from "../../functions/visit/visit.ts";
import { quanzhou } from "../booking/halls.ts";
import { people, staff } from "../disclosure/support.ts";
import { useEngine } from "../support/engine.ts";
import type { VisitDesk } from "./desk.ts";
import { at, clerk, MONDAY, newKey, take, visitDesk, walkInHall, where } from "./desk.ts";

const engine = useEngine();
let desk: VisitDesk;
beforeEach(() => {
  desk = visitDesk(engine.table);
});

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );
const unitsOf = (operation: string) =>
  engine.consumed.filter((each) => each.operation === operation).map(({ capacityUnits }) => capacityUnits);
const counters = ["a1", "a2", "a3"];
const call = (counter: string, hall: { id: string }, key = newKey(), visits = desk.visits) =>
  visits.calls.callNext(clerk, where(hall), { counter, key });
const act = (
  ticket: Ticket,
  action: "finish" | "no_answer" | "park" | "return" | "start" | "leave",
  more = {},
) =>
  desk.visits.calls.act(clerk, ticket, { number: ticket.number, version: ticket.version, action, ...more });

describe("checking in", () => {
  test("is one transaction of four write units, and the number follows from slot and lane", async () => {
    const hall = await desk.publish();
    const booking = await desk.book(hall);
    desk.clock.set(at("08:50"));
    engine.forget();
    const ticket = await desk.visits.checkIns.byStaff(clerk, where(hall), { code: booking.code });
    expect(unitsOf("transaction")).toEqual([4]);
    expect(engine.consumed.filter(({ operation }) => operation === "write")).toEqual([]);
    expect(ticket.number).toBe(`Y0900-0${booking.seats[0]?.lane}`);
    expect(ticket).toMatchObject({
      state: "waiting",
      kind: "booked",
      startsAt: at("09:00"),
      booking: booking.code,
    });
    expect(ticket.history).toEqual([
      { at: at("08:50"), action: "check_in", by: { id: clerk.id, name: clerk.name } },
    ]);
    const [read] = await desk.booking.parts.bookings.readMany([booking.code]);
    expect([read?.state, read?.history.at(-1)?.action]).toEqual(["checked_in", "check_in"]);
  });

  test("again, and on many phones at once, is one ticket", async () => {
    const hall = await desk.publish();
    const booking = await desk.book(hall);
    desk.clock.set(at("08:50"));
    const shown = { code: booking.code, phone4: "1234" };
    const phones = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        desk
          .another()
          .checkIns.byCitizen(shown, `10.0.0.${n}`)
          .catch((error) => error.code),
      ),
    );
    const numbers = phones.map((each) => each.number ?? each);
    // Tries at the same moment may be asked to wait; nobody gets another number.
    expect(new Set(numbers.filter((each) => each !== "too_many_tries")).size).toBe(1);
    desk.clock.pass(60);
    expect((await desk.visits.checkIns.byStaff(clerk, where(hall), { code: booking.code })).arrivedAt).toBe(
      at("08:50"),
    );
    expect((await desk.visits.days.sheet(clerk, where(hall))).waiting).toHaveLength(1);
  });

  test("is refused plainly: too early, too late, another day, another place, not booked any more", async () => {
    const hall = await desk.publish(walkInHall({ hall: { arrival: { earlyMinutes: 20, lateMinutes: 5 } } }));
    const other = await desk.publish();
    const booking = await desk.book(hall, "10:00");
    const byStaff = (code = booking.code, place = where(hall)) =>
      desk.visits.checkIns.byStaff(clerk, place, { code });
    await expect(byStaff()).rejects.toMatchObject({
      code: "check_in_other_day",
      members: { day: MONDAY, time: "10:00" },
    });
    desk.clock.set(at("09:39"));
    await expect(byStaff()).rejects.toMatchObject({ code: "check_in_early", members: { from: at("09:40") } });
    desk.clock.set(plusSeconds(at("10:05"), 1));
    await expect(byStaff()).rejects.toMatchObject({ code: "check_in_late", members: { until: at("10:05") } });
    desk.clock.set(at("09:50"));
    await expect(byStaff(booking.code, where(other))).rejects.toMatchObject({
      code: "check_in_elsewhere",
      members: where(hall),
    });
    expect(await codeOf(byStaff("00000000000"))).toBe("booking_not_found");
    await desk.booking.bookings.cancel(booking.code, "office");
    await expect(byStaff()).rejects.toMatchObject({
      code: "check_in_state",
      members: { state: "cancelled" },
    });
    expect((await desk.visits.days.sheet(clerk, where(hall))).waiting).toEqual([]);
  });

  test("on one's own phone needs the last four digits", async () => {
    const hall = await desk.publish();
    const booking = await desk.book(hall);
    desk.clock.set(at("09:00"));
    const byCitizen = (phone4: string) =>
      desk.visits.checkIns.byCitizen({ code: booking.code, phone4 }, "10.0.0.9");
    expect(await codeOf(byCitizen("9999"))).toBe("booking_not_found");
    expect((await byCitizen("1234")).history[0]).toEqual({ at: at("09:00"), action: "check_in" });
  });
});

describe("the walk-in desk", () => {
  test("gives a number with a seat of the day, and the same form gives the same number", async () => {
    const hall = await desk.publish(walkInHall());
    desk.clock.set(at("09:10"));
    const key = newKey();
    const forms = await Promise.all(Array.from({ length: 5 }, () => take(desk, hall, { key })));
    expect(new Set(forms.map(({ number }) => number)).size).toBe(1);
    expect(forms[0]).toMatchObject({
      kind: "walk_in",
      state: "waiting",
      services: ["social"],
      seats: [{ time: "09:00", lane: 1 }],
    });
    const { seats, waiting } = await desk.visits.days.sheet(clerk, where(hall));
    // Thirteen at the counter for walk-ins, and three lanes of nine and half past nine that nobody has booked in time.
    expect([waiting.length, seats.walkIn]).toEqual([1, 13 + 4 - 1]);
    engine.forget();
    await take(desk, hall);
    expect(unitsOf("transaction")).toEqual([6]);
    expect(unitsOf("write")).toEqual([1]);
  });

  test("gives as many numbers as there are seats, whoever asks at once, and one more only with a reason", async () => {
    const hall = await desk.publish(walkInHall());
    desk.clock.set(at("15:10"));
    // Three slots are left on the one counter for walk-ins, and what was not booked of the slot that has begun.
    const all = await Promise.all(
      Array.from({ length: 9 }, () =>
        take(desk, hall).then(
          ({ number }) => number,
          (error) => error.code,
        ),
      ),
    );
    const given = all.filter((each) => each.startsWith("W"));
    const seats = (await desk.booking.schedules.daySeats(where(hall), MONDAY)).filter(({ holder }) =>
      holder?.startsWith("W"),
    );
    expect(new Set(seats.map(({ holder }) => holder))).toEqual(new Set(given));
    while ((await codeOf(take(desk, hall))) === "done");
    expect(await codeOf(take(desk, hall))).toBe("no_numbers_left");
    const beyond = await take(desk, hall, { beyond: "外地赶来，窗口同意加号" });
    expect([beyond.seats, beyond.history[0]?.reason]).toEqual([undefined, "外地赶来，窗口同意加号"]);
  });

  test("the same form gives the same number even when it took the last seat, and a refusal uses up none", async () => {
    const hall = await desk.publish(walkInHall());
    desk.clock.set(at("15:10"));
    let [last, key] = [await take(desk, hall), newKey()];
    for (let left = true; left; ) {
      const next = newKey();
      const given = await take(desk, hall, { key: next }).catch(() => undefined);
      if (given === undefined) left = false;
      else [last, key] = [given, next];
    }
    expect((await take(desk, hall, { key })).number).toBe(last.number);
    expect(await codeOf(take(desk, hall))).toBe("no_numbers_left");
    const beyond = await take(desk, hall, { beyond: "外地赶来，窗口同意加号" });
    expect(Number(beyond.number.slice(1))).toBe(Number(last.number.slice(1)) + 1);
  });

  test("refuses what the place does not have, and a closed day", async () => {
    const hall = await desk.publish(walkInHall());
    desk.clock.set(at("09:10"));
    await expect(take(desk, hall, { service: "nothing" })).rejects.toMatchObject({
      status: 422,
      errors: [{ field: "service", code: "service.unknown" }],
    });
    await expect(take(desk, hall, { party: 4 })).rejects.toMatchObject({
      errors: [{ field: "party", code: "party.too_many" }],
    });
    desk.clock.set("2026-11-29T02:00:00.000Z");
    expect(await codeOf(take(desk, hall))).toBe("visit_closed");
  });

  test("somebody who leaves gives the rest of their seats back", async () => {
    const hall = await desk.publish(walkInHall());
    desk.clock.set(at("09:10"));
    const ticket = await take(desk, hall);
    const before = (await desk.visits.days.sheet(clerk, where(hall))).seats.walkIn;
    await act(ticket, "leave");
    const { seats, waiting, over } = await desk.visits.days.sheet(clerk, where(hall));
    expect([seats.walkIn, waiting.length, over[0]?.state]).toEqual([before + 1, 0, "left"]);
  });
});

describe("calling", () => {
  test("one button pressed twice at once does one thing and says so to both; two different ones do not", async () => {
    const hall = await desk.publish(walkInHall());
    desk.clock.set(at("09:10"));
    const ticket = await take(desk, hall);
    const twice = await Promise.all([act(ticket, "park"), act(ticket, "park")]);
    expect(twice.map(({ state, version }) => [state, version])).toEqual([
      ["parked", 2],
      ["parked", 2],
    ]);
    const [parked = ticket] = twice;
    const both = await Promise.all([codeOf(act(parked, "return")), codeOf(act(parked, "leave"))]);
    expect(both.toSorted()).toEqual(["done", "ticket_changed"]);
  });

  test("is one query and one write of one unit", async () => {
    const hall = await desk.publish(walkInHall());
    desk.clock.set(at("09:10"));
    await take(desk, hall);
    engine.forget();
    const called = await call("a1", hall);
    expect(engine.consumed.map(({ operation, capacityUnits }) => [operation, capacityUnits])).toEqual([
      ["query", 1],
      ["write", 1],
    ]);
    expect(called).toMatchObject({ state: "called", counter: "a1", calledAt: at("09:10") });
  });

  test("by many counters at once calls nobody twice and leaves nobody out", async () => {
    const signs = Array.from({ length: 20 }, (_, n) => `c${n + 1}`);
    const many = signs.map((id, n) => ({ id, sign: id, lane: n + 1, services: ["social"] }));
    const hall = await desk.publish(walkInHall({ place: { counters: many, pools: [{ pool: "walk_in" }] } }));
    desk.clock.set(at("09:10"));
    const numbers: string[] = [];
    for (let n = 0; n < 16; n += 1) numbers.push((await take(desk, hall)).number);
    // Each counter is a function of its own.
    const called = await Promise.all(
      signs.map((counter) =>
        call(counter, hall, newKey(), desk.another()).then(
          (ticket) => ticket.number,
          (error) => error.code as string,
        ),
      ),
    );
    const people = called.filter((each) => each.startsWith("W"));
    expect(people.toSorted()).toEqual(numbers.toSorted());
    expect(called.filter((each) => each === "nobody_waits")).toHaveLength(4);
    const { counters: now } = await desk.visits.days.sheet(clerk, where(hall));
    expect(now.flatMap(({ current }) => current?.number ?? []).toSorted()).toEqual(numbers.toSorted());
  });

  test("the same form twice, even at the same moment, calls one person; a busy counter nobody", async () => {
    const hall = await desk.publish(walkInHall());
    desk.clock.set(at("09:10"));
    for (let n = 0; n < 4; n += 1) await take(desk, hall);
    const key = newKey();
    const twice = await Promise.all([1, 2, 3].map(() => call("a1", hall, key, desk.another())));
    expect(new Set(twice.map(({ number }) => number)).size).toBe(1);
    await expect(call("a1", hall)).rejects.toMatchObject({
      code: "counter_busy",
      members: { number: twice[0]?.number },
    });
    expect((await desk.visits.days.sheet(clerk, where(hall))).waiting).toHaveLength(3);
  });

  test("takes those first who are due first, and only what the counter gives", async () => {
    const hall = await desk.publish(walkInHall());
    const booking = await desk.book(hall, "09:30");
    desk.clock.set(at("09:05"));
    const walkIn = await take(desk, hall);
    desk.clock.set(at("09:10"));
    const old = await take(desk, hall, { priority: { why: "elderly" } });
    const ticket = await desk.visits.checkIns.byStaff(clerk, where(hall), { code: booking.code });
    const tax = await take(desk, hall, { service: "tax" });
    const waiting = (await desk.visits.days.sheet(clerk, where(hall))).waiting;
    expect(waiting.map((each) => each.ticket.number)).toEqual(
      [old, ticket, walkIn, tax].map(({ number }) => number),
    );
    expect([(await call("a3", hall)).number, (await call("a1", hall)).number]).toEqual([
      old.number,
      ticket.number,
    ]);
    expect((await call("a2", hall)).number).toBe(walkIn.number);
    await act((await desk.visits.days.counter(clerk, where(hall), "a2")).current?.ticket as Ticket, "finish");
    // Counter a2 does not give what the last one waits for.
    expect(await codeOf(call("a2", hall))).toBe("nobody_waits");
  });

  test("a ticket goes through all hands: not there, back, handed over, finished with its booking", async () => {
    const hall = await desk.publish(walkInHall());
    const booking = await desk.book(hall, "09:00", "social");
    desk.clock.set(at("09:00"));
    await desk.visits.checkIns.byStaff(clerk, where(hall), { code: booking.code });
    const missed = await act(await call("a1", hall), "no_answer");
    expect(await codeOf(call("a1", hall))).toBe("nobody_waits");
    desk.clock.pass(300);
    await act(missed, "return");
    const serving = await act(await call("a1", hall), "start");
    const moved = await desk.visits.calls.act(clerk, where(hall), {
      number: serving.number,
      version: serving.version,
      action: "transfer",
      toCounter: "a3",
      reason: "需到综合窗口",
    });
    expect(await codeOf(call("a1", hall))).toBe("nobody_waits");
    expect((await call("a3", hall)).number).toBe(moved.number);
    const { current } = await desk.visits.days.counter(clerk, where(hall), "a3");
    expect([current?.name, current?.phone, current?.identity]).toEqual([
      "张小明",
      "138****1234",
      expect.stringContaining("*"),
    ]);
    desk.clock.pass(600);
    const over = await act(current?.ticket as Ticket, "finish");
    expect(over.history.map(({ action }) => action)).toEqual([
      ...["check_in", "call", "no_answer", "return", "call", "start", "transfer", "call", "finish"],
    ]);
    const [read] = await desk.booking.parts.bookings.readMany([booking.code]);
    expect(read?.state).toBe("finished");
    // The same act on what was seen does nothing more; another one is told that it came too late.
    expect((await act(current?.ticket as Ticket, "finish")).version).toBe(over.version);
    expect(await codeOf(act(current?.ticket as Ticket, "park"))).toBe("ticket_changed");
  });

  test("finishing ends ticket and booking in one transaction of six write units", async () => {
    const hall = await desk.publish(walkInHall());
    const booking = await desk.book(hall, "09:00", "social");
    desk.clock.set(at("09:00"));
    await desk.visits.checkIns.byStaff(clerk, where(hall), { code: booking.code });
    const called = await call("a1", hall);
    engine.forget();
    await act(called, "finish");
    expect(unitsOf("transaction")).toEqual([6]);
  });

  test("priority can be given later, with its reason and who gave it", async () => {
    const hall = await desk.publish(walkInHall());
    desk.clock.set(at("09:10"));
    const [, second] = [await take(desk, hall), await take(desk, hall)];
    desk.clock.pass(60);
    const first = await desk.visits.calls.prioritise(clerk, where(hall), {
      number: second.number,
      version: second.version,
      why: "other",
      reason: "身体不适",
    });
    expect(first.priority).toEqual({
      why: "other",
      reason: "身体不适",
      by: { id: clerk.id, name: clerk.name },
    });
    expect((await call("a1", hall)).number).toBe(second.number);
  });
});

describe("who does not come", () => {
  test("is counted by the rules for four write units, and what is left of the seat goes to walk-ins", async () => {
    const hall = await desk.publish(walkInHall({ hall: { rules: [{ ...quanzhou, persons: "identity" }] } }));
    const [gone, here] = [await desk.book(hall, "09:00"), await desk.book(hall, "09:00")];
    desk.clock.set(at("09:00"));
    await desk.visits.checkIns.byStaff(clerk, where(hall), { code: here.code });
    // What was not booked spills to walk-ins at the cut-off already; these take all of it.
    while ((await codeOf(take(desk, hall, { service: "id-card" }))) === "done");
    expect(await desk.visits.sweeps.sweep()).toBe(0);
    desk.clock.set(plusSeconds(at("09:15"), 1));
    engine.forget();
    expect(await desk.visits.sweeps.sweep()).toBe(1);
    expect(unitsOf("transaction")).toEqual([4]);
    const [read] = await desk.booking.parts.bookings.readMany([gone.code]);
    expect(read?.state).toBe("no_show");
    const [guard] = await desk.booking.parts.bookings.readGuards(gone.guards);
    expect(guard?.guard.marks.map(({ kind, day }) => [kind, day])).toContainEqual(["no_show", MONDAY]);
    expect(rulesOn(hall.rules, MONDAY).penalties[0]?.id).toBe("no-shows");
    expect((await desk.visits.days.sheet(clerk, where(hall))).seats.walkIn).toBeGreaterThan(0);
    const ticket = await take(desk, hall, { service: "id-card" });
    expect(ticket.seats).toEqual([{ time: "09:00", lane: gone.seats[0]?.lane }]);
    // Somebody else has the seat, and the day still says who did not come for it; the desk finds them too.
    const { expected } = await desk.visits.days.sheet(clerk, where(hall));
    expect(expected.filter(({ state }) => state === "no_show").map(({ code }) => code)).toEqual([gone.code]);
    // Again counts nobody again.
    expect(await desk.visits.sweeps.sweep()).toBe(0);
    await expect(desk.visits.checkIns.byStaff(clerk, where(hall), { code: gone.code })).rejects.toMatchObject(
      {
        code: "check_in_state",
      },
    );
  });

  test("is looked for at once when a walk-in would find nothing", async () => {
    const hall = await desk.publish(walkInHall());
    const gone = await desk.book(hall, "09:30");
    desk.clock.set(at("09:30"));
    while ((await codeOf(take(desk, hall, { service: "id-card" }))) === "done");
    desk.clock.set(at("09:46"));
    expect((await take(desk, hall, { service: "id-card" })).seats).toEqual(gone.seats);
  });

  test("a broken off run is made up for, and yesterday's queue is ended", async () => {
    const hall = await desk.publish(walkInHall());
    const gone = await desk.book(hall, "09:00");
    desk.clock.set(at("09:10"));
    await take(desk, hall);
    await desk.booking.bookings.noShow(gone.code);
    desk.clock.set(at("09:20"));
    await desk.visits.sweeps.sweep();
    const seats = await desk.booking.schedules.daySeats(where(hall), MONDAY);
    expect(seats.find(({ time, lane }) => time === "09:00" && lane === gone.seats[0]?.lane)?.state).toBe(
      "free",
    );
    desk.clock.set(plusSeconds(at("24:00"), 600));
    await desk.visits.sweeps.sweep();
    const tickets = await desk.visits.days.tickets({ ...where(hall), day: MONDAY });
    expect(tickets.map(({ state }) => state)).toEqual(["left"]);
  });

  test("costs a person nothing when it was the counter that closed", async () => {
    const hall = await desk.publish(walkInHall());
    const booking = await desk.book(hall, "09:00");
    const lane = booking.seats[0]?.lane;
    const stored = await desk.booking.parts.halls.readForChange(hall.id);
    const closed = { kind: "closed" as const, from: MONDAY, to: MONDAY, counters: [`a${lane}`] };
    const [place] = hall.places;
    if (stored === undefined || place === undefined) throw new Error("no hall");
    const hours = { ...place.hours, exceptions: [closed] };
    await desk.booking.schedules.describe({ ...stored.hall, places: [{ ...place, hours }] }, stored.version);
    await desk.booking.schedules.publish(hall.id, { from: MONDAY, to: MONDAY });
    desk.clock.set(at("09:20"));
    expect(await desk.visits.sweeps.sweep()).toBe(0);
    const [read] = await desk.booking.parts.bookings.readMany([booking.code]);
    expect(read?.state).toBe("cancelled");
  });
});

describe("who may", () => {
  test("whoever may not is refused, and that is on record", async () => {
    const hall = await desk.publish(walkInHall());
    desk.clock.set(at("09:10"));
    const ticket = await take(desk, hall);
    const tries: readonly [string, () => Promise<unknown>][] = [
      ["take", () => take(desk, hall, {}, people.auditor)],
      [
        "call",
        () =>
          desk.visits.calls.callNext(staff("clerk", "zrzy"), where(hall), { counter: "a1", key: newKey() }),
      ],
      ["check_in", () => desk.visits.checkIns.byStaff(people.reviewer, where(hall), { code: "00000000000" })],
      ["search", () => desk.visits.days.search(people.admin, where(hall), "1234")],
      ["read", () => desk.visits.days.sheet(staff("admin", "zrzy"), where(hall))],
      [
        "park",
        () =>
          desk.visits.calls.act(people.reviewer, where(hall), {
            number: ticket.number,
            version: 1,
            action: "park",
          }),
      ],
    ];
    for (const [, work] of tries) expect(["role", "unit"]).toContain(await codeOf(work()));
    const record = await desk.audit.list(hallSubject(hall.id), 20);
    expect(record.map(({ action, result }) => [action, result]).toSorted()).toEqual(
      tries.map(([action]) => [`visit.${action}`, "refused"]).toSorted(),
    );
    expect((await desk.visits.days.sheet(people.auditor, where(hall))).waiting).toHaveLength(1);
  });
});

describe("what is shown", () => {
  test("the screen has numbers and counters, the ticket's own page position and wait, and neither a name", async () => {
    const hall = await desk.publish(walkInHall());
    const booking = await desk.book(hall, "09:30");
    desk.clock.set(at("09:10"));
    const first = await take(desk, hall);
    const second = await desk.visits.checkIns.byStaff(clerk, where(hall), { code: booking.code });
    const third = await take(desk, hall);
    const shown = (ticket: Ticket) => ({ ...ticket, proof: desk.visits.public.proofOf(ticket) });
    expect((await desk.visits.public.own(shown(second))).forecast).toEqual({ ahead: 0, waitMinutes: 0 });
    expect((await desk.visits.public.own(shown(third))).forecast?.ahead).toBe(2);
    await call("a2", hall);
    desk.clock.pass(5);
    await call("a3", hall);
    const screen = await desk.visits.public.screen(where(hall));
    expect(screen.calls.map(({ number, counter, calling }) => [number, counter, calling])).toEqual([
      [first.number, "A03", true],
      [second.number, "A02", true],
    ]);
    expect([screen.next, screen.waiting]).toEqual([[third.number], 1]);
    expect(JSON.stringify([screen.calls, screen.next])).not.toMatch(/张|138/);
    expect((await desk.visits.public.own(shown(first))).counter).toBe("A03");
    expect(await codeOf(desk.visits.public.own({ ...shown(first), proof: "000000000000" }))).toBe(
      "visit_not_found",
    );
    await desk.visits.public.leave(shown(third));
    await desk.visits.public.leave(shown(third));
    expect((await desk.visits.public.screen(where(hall))).waiting).toBe(0);
  });

  test("the desk finds who is meant by the last four digits or a part of the name, masked", async () => {
    const hall = await desk.publish();
    const booking = await desk.book(hall, "10:00");
    desk.clock.set(at("09:10"));
    const find = (text: string) => desk.visits.days.search(clerk, where(hall), text);
    for (const text of ["1234", "张小", "１２３４"])
      expect((await find(text)).map(({ code }) => code)).toEqual([booking.code]);
    for (const text of ["9999", "张", "李"]) expect(await find(text)).toEqual([]);
    const [found] = await find("1234");
    expect([found?.name, found?.phone, found?.standing?.is]).toEqual(["张*明", "138****1234", "too_early"]);
  });

  test("counters are open by their hours", async () => {
    const hall = await desk.publish();
    desk.clock.set(at("12:30"));
    const open = async () =>
      (await desk.visits.days.sheet(clerk, where(hall))).counters.map((each) => each.open);
    expect(await open()).toEqual(counters.map(() => false));
    desk.clock.set(at("13:30"));
    expect(await open()).toEqual(counters.map(() => true));
  });
});
