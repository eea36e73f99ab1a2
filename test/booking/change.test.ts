/** Confirming, cancelling, moving, not coming, and holds that run out, on the real engine. */
import { describe, expect, test } from "vitest";
import { refusalOf } from "../../functions/booking/booking.guard.ts";
import type { Booking } from "../../functions/booking/booking.ts";
import { seatIdsOf } from "../../functions/booking/booking.ts";
import { plusSeconds } from "../../functions/kit/clock.ts";
import { useEngine } from "../support/engine.ts";
import { type BookingDesk, deskOn, freshHall, MONDAY, NOW, requestOf } from "./desk.ts";
import { hzzk, plainRules, quanzhou } from "./halls.ts";
import { refused } from "./refused.ts";

const engine = useEngine();
const desk = () => deskOn(engine.table);
const seatsOf = ({ parts }: BookingDesk, booking: Booking) => parts.seats.read(seatIdsOf(booking));
const transactions = () =>
  engine.consumed
    .filter(({ operation }) => operation === "transaction")
    .map(({ capacityUnits }) => capacityUnits);

describe("a hold", () => {
  test("keeps the seat for its minutes and is confirmed within them, six write units each and no personal data more", async () => {
    const one = desk();
    const hall = await one.publish();
    engine.forget();
    const { booking } = await one.bookings.hold(requestOf(hall));
    expect(booking).toMatchObject({ state: "held", heldUntil: plusSeconds(NOW, 600) });
    expect(await seatsOf(one, booking)).toMatchObject([{ state: "held", holder: booking.code }]);
    one.clock.pass(600);
    engine.forget();
    const { booking: confirmed } = await one.bookings.confirm(booking.code);
    expect(transactions()[0]).toBeLessThanOrEqual(8);
    expect(confirmed).toMatchObject({ state: "booked", version: 2 });
    expect(confirmed.heldUntil).toBeUndefined();
    const [seat] = await seatsOf(one, booking);
    expect(seat).toMatchObject({ state: "booked", holder: booking.code });
    expect(seat?.heldUntil).toBeUndefined();
    expect((await one.bookings.confirm(booking.code)).booking).toEqual(confirmed);
  });

  test("that ran out cannot be confirmed, and others can have its seat two seconds later, not sooner", async () => {
    const one = desk();
    const counters = [{ id: "a", sign: "A", lane: 1, services: ["social", "id-card", "tax"] }];
    const hall = await one.publish(freshHall({ place: { counters } }));
    const { booking } = await one.bookings.hold(requestOf(hall));
    one.clock.pass(601);
    expect(await refused(one.bookings.confirm(booking.code))).toMatchObject({
      status: 409,
      code: "hold_expired",
    });
    expect(await refused(one.another().bookings.book(requestOf(hall)))).toMatchObject({ code: "slot_full" });
    one.clock.pass(2);
    const taken = await one.another().bookings.book(requestOf(hall));
    expect(await seatsOf(one, booking)).toMatchObject([{ state: "booked", holder: taken.booking.code }]);
    expect(await refused(one.bookings.confirm(booking.code))).toMatchObject({ code: "hold_expired" });
    // Cancelling what is lost, and ending it by the clock, does not take the seat from its new holder.
    expect((await one.bookings.expire(booking.code))?.state).toBe("expired");
    expect(await seatsOf(one, booking)).toMatchObject([{ holder: taken.booking.code }]);
  });

  test("counts as the person's live booking until it runs out", async () => {
    const one = desk();
    const hall = await one.publish();
    const request = (time: string) => requestOf(hall, { time }, { person: "holder" });
    await one.bookings.hold(request("09:00"));
    expect(await refused(one.bookings.hold(request("10:00")))).toMatchObject({ code: "already_booked" });
    one.clock.pass(601);
    expect((await one.bookings.hold(request("10:00"))).booking.state).toBe("held");
  });

  test("is ended by the clock, and its seat is free at once", async () => {
    const one = desk();
    const hall = await one.publish();
    const { booking } = await one.bookings.hold(requestOf(hall));
    expect(await one.upkeep.endHolds()).toBe(0);
    one.clock.pass(603);
    expect(await one.upkeep.endHolds()).toBeGreaterThanOrEqual(1);
    expect(await one.upkeep.endHolds()).toBe(0);
    expect(await one.parts.bookings.read(booking.code)).toMatchObject({ state: "expired" });
    const [seat] = await seatsOf(one, booking);
    expect(seat).toMatchObject({ state: "free", opensAt: "2026-11-16T00:00:00.000Z" });
    expect(await refused(one.bookings.cancel(booking.code, "person"))).toMatchObject({
      code: "booking_state",
    });
  });

  test("let go of does not count as a cancellation", async () => {
    const one = desk();
    const hall = await one.publish(freshHall({ hall: { rules: [quanzhou] } }));
    for (let n = 0; n < 6; n += 1) {
      const { booking } = await one.bookings.hold(requestOf(hall, { time: "10:00" }, { person: "hesitant" }));
      expect((await one.bookings.cancel(booking.code, "person")).banned).toBeUndefined();
    }
  });
});

describe("cancelling", () => {
  test("is one transaction of six write units; the seat comes back after five to thirty minutes, for others", async () => {
    const one = desk();
    const hall = await one.publish();
    const { booking } = await one.bookings.book(requestOf(hall));
    engine.forget();
    const { booking: cancelled } = await one.bookings.cancel(booking.code, "person");
    expect(transactions()).toEqual([6]);
    expect(cancelled.state).toBe("cancelled");
    const [seat] = await seatsOf(one, booking);
    expect(seat).toMatchObject({ state: "free" });
    expect(seat?.holder).toBeUndefined();
    const opensAt = seat?.opensAt ?? "";
    expect(opensAt >= plusSeconds(NOW, 300) && opensAt <= plusSeconds(NOW, 1800)).toBe(true);
    expect((await one.bookings.cancel(booking.code, "person")).booking).toEqual(cancelled);
    const again = await one.bookings.book(requestOf(hall, { time: "10:00" }));
    expect(again.booking.state).toBe("booked");
  });

  test("comes too late two hours before under the rules of hzzk, the office still can", async () => {
    const one = desk();
    const hall = await one.publish(freshHall({ hall: { rules: [hzzk] } }));
    const { booking } = await one.bookings.book(requestOf(hall));
    one.clock.set("2026-11-22T23:00:00.001Z");
    expect(await refused(one.bookings.cancel(booking.code, "person"))).toMatchObject({
      status: 409,
      code: "too_late_to_change",
    });
    expect(
      await refused(one.bookings.move(booking.code, { day: MONDAY, time: "11:00" }, "person")),
    ).toMatchObject({
      code: "too_late_to_change",
    });
    expect((await one.bookings.cancel(booking.code, "office")).booking.state).toBe("cancelled");
  });

  test("the fifth of a month bans in Quanzhou, under the identity and under the telephone", async () => {
    const one = desk();
    const hall = await one.publish(freshHall({ hall: { rules: [quanzhou] } }));
    const times = ["09:00", "09:30", "10:00", "10:30", "11:00"];
    const bans: (string | undefined)[] = [];
    for (const [n, time] of times.entries()) {
      const services = [n % 2 === 0 ? "social" : "id-card"];
      const { booking } = await one.bookings.book(requestOf(hall, { time, services }, { person: "fickle" }));
      bans.push((await one.bookings.cancel(booking.code, "person")).banned);
    }
    expect(bans).toEqual([undefined, undefined, undefined, undefined, "cancellations"]);
    const sameNumber = requestOf(hall, { time: "14:00" }, { person: "fickle" });
    expect(await refused(one.bookings.book(sameNumber))).toMatchObject({ status: 403, code: "banned" });
    // Another name, the same telephone.
    expect(await refused(one.bookings.book(requestOf(hall, { time: "14:00" })))).toMatchObject({
      code: "banned",
    });
    const other = requestOf(hall, { time: "14:00" });
    const away = await one.bookings.book({ ...other, party: { ...other.party, phone: "13911112222" } });
    expect(away.booking.guards).toHaveLength(2);
  });

  test("a code that is nobody's", async () => {
    expect(await refused(desk().bookings.cancel("00000000000", "person"))).toMatchObject({
      status: 404,
      code: "booking_not_found",
    });
  });
});

describe("not coming", () => {
  test("warns at the first time and bans at the second; the seat stays taken", async () => {
    const one = desk();
    const hall = await one.publish(freshHall({ hall: { rules: [quanzhou] } }));
    const { booking } = await one.bookings.book(requestOf(hall, {}, { person: "absent" }));
    const second = await one.bookings.book(requestOf(hall, { time: "11:00" }, { person: "absent" }));
    one.clock.set("2026-11-23T04:00:00.000Z");
    const first = await one.bookings.noShow(booking.code);
    expect(first.warnings).toEqual([{ rule: "no-shows", count: 1, at: 2 }]);
    expect(first.booking.history.at(-1)).toMatchObject({ action: "no_show", warned: ["no-shows"] });
    expect(await seatsOf(one, booking)).toMatchObject([{ state: "booked" }]);
    expect((await one.bookings.noShow(second.booking.code)).banned).toBe("no-shows");
    expect(await refused(one.bookings.noShow("00000000000"))).toMatchObject({ status: 404 });
    const [guard] = await one.parts.bookings.readGuards(booking.guards);
    const visit = { code: "X", hall: hall.id, day: MONDAY, items: [], until: "2026-11-23T09:00:00.000Z" };
    const under = { rules: quanzhou, now: one.clock.now() };
    expect(guard && refusalOf(guard.guard, visit, under)).toMatchObject({ code: "banned" });
  });
});

describe("moving", () => {
  test("is one transaction of eight write units: the new seat, the old one, the booking, the person", async () => {
    const one = desk();
    const hall = await one.publish(freshHall(), [MONDAY, "2026-11-24"]);
    const { booking } = await one.bookings.book(requestOf(hall));
    engine.forget();
    const { booking: moved } = await one.bookings.move(
      booking.code,
      { day: "2026-11-24", time: "14:00" },
      "person",
    );
    expect(transactions()).toEqual([8]);
    expect(moved).toMatchObject({ day: "2026-11-24", time: "14:00", version: 2, state: "booked" });
    expect(moved.history.at(-1)).toMatchObject({ action: "move", from: { day: MONDAY, time: "09:00" } });
    expect(await seatsOf(one, booking)).toMatchObject([{ state: "free" }]);
    expect(await seatsOf(one, moved)).toMatchObject([{ state: "booked", holder: booking.code }]);
    const [guard] = await one.parts.bookings.readGuards(booking.guards);
    expect(guard?.guard.live).toMatchObject([{ code: booking.code, day: "2026-11-24", until: moved.endsAt }]);
  });

  test("onto one's own time is refused plainly, onto one that overlaps it keeps what both share", async () => {
    const one = desk();
    const hall = await one.publish();
    const { booking } = await one.bookings.book(requestOf(hall, { services: ["tax"], time: "10:00" }));
    expect(
      await refused(one.bookings.move(booking.code, { day: MONDAY, time: "10:00" }, "person")),
    ).toMatchObject({
      status: 409,
      code: "same_slot",
    });
    const { booking: moved } = await one.bookings.move(
      booking.code,
      { day: MONDAY, time: "10:30" },
      "person",
    );
    expect(moved.seats).toEqual([
      { time: "10:30", lane: 3 },
      { time: "11:00", lane: 3 },
    ]);
    const day = await one.schedules.daySeats({ hall: hall.id, place: "main" }, MONDAY);
    expect(day.filter(({ holder }) => holder === booking.code).map(({ time }) => time)).toEqual([
      "10:30",
      "11:00",
    ]);
    expect(day.filter(({ state }) => state === "free")).toHaveLength(37);
  });

  test("to a full time changes nothing and names others", async () => {
    const one = desk();
    const hall = await one.publish();
    for (let n = 0; n < 3; n += 1) await one.bookings.book(requestOf(hall, { time: "10:00" }));
    const { booking } = await one.bookings.book(requestOf(hall));
    const full = await refused(one.bookings.move(booking.code, { day: MONDAY, time: "10:00" }, "person"));
    expect(full).toMatchObject({ status: 409, code: "slot_full" });
    expect(await one.parts.bookings.read(booking.code)).toEqual(booking);
    expect(await seatsOf(one, booking)).toMatchObject([{ state: "booked", holder: booking.code }]);
  });

  test("and cancelling at the same time: one is first, the other sees it, no seat is lost or left", async () => {
    for (let n = 0; n < 8; n += 1) {
      const one = desk();
      const hall = await one.publish(freshHall(), [MONDAY]);
      const { booking } = await one.bookings.book(requestOf(hall));
      const results = await Promise.allSettled([
        one.bookings.move(booking.code, { day: MONDAY, time: "15:00" }, "person"),
        one.another().bookings.cancel(booking.code, "person"),
        one.another().bookings.move(booking.code, { day: MONDAY, time: "16:00" }, "person"),
      ]);
      expect(results.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(0);
      const after = await one.parts.bookings.read(booking.code);
      const held = (await one.schedules.daySeats({ hall: hall.id, place: "main" }, MONDAY)).filter(
        ({ holder }) => holder === booking.code,
      );
      expect(held.map(({ time, lane }) => ({ time, lane }))).toEqual(
        after?.state === "booked" ? after.seats : [],
      );
    }
  });

  test("a person who is banned meanwhile keeps and moves what they have, and makes nothing new", async () => {
    const one = desk();
    const rules = {
      ...plainRules,
      penalties: [{ id: "strict", counts: "cancellation", per: "month", within: "hall", at: 1, banDays: 30 }],
    };
    const hall = await one.publish(freshHall({ hall: { rules: [rules as never] } }));
    const kept = await one.bookings.book(requestOf(hall, { services: ["tax"] }, { person: "banned" }));
    const other = await one.bookings.book(requestOf(hall, { time: "14:00" }, { person: "banned" }));
    expect((await one.bookings.cancel(other.booking.code, "person")).banned).toBe("strict");
    expect(await refused(one.bookings.book(requestOf(hall, {}, { person: "banned" })))).toMatchObject({
      code: "banned",
    });
    const moved = await one.bookings.move(kept.booking.code, { day: MONDAY, time: "15:00" }, "person");
    expect(moved.booking.time).toBe("15:00");
  });
});
