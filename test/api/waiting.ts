/** The waiting list through the API: joining, being offered, accepting, leaving; and every refusal. */
import { beforeAll, describe, expect, test } from "vitest";
import { waitingExamples } from "../../functions/booking/booking.api.waiting.shapes.ts";
import { identityOf } from "../booking/desk.ts";
import { hallOf, hzzk, plainRules } from "../booking/halls.ts";
import { bookedFor } from "./changes.ts";
import type { Rig, Sent } from "./rig.ts";

type Body = Record<string, unknown> & { readonly code: string };
const strict = { id: "keen", counts: "booking", per: "day", within: "hall", at: 1, banDays: 30 } as const;
const oneCounter = { counters: [{ id: "a1", sign: "A01", lane: 1, services: ["id-card", "social", "tax"] }] };
const halls = [
  hallOf({ hall: { id: "waiting" }, place: oneCounter }),
  hallOf({ hall: { id: "waiting-free", rules: [hzzk] } }),
  hallOf({
    hall: { id: "waiting-stern", rules: [{ ...plainRules, oneLivePer: "none", penalties: [strict] }] },
  }),
];
const DAY = "2026-03-05";
/** Far from the identities of other tests. */
let people = 850;
const person = () => {
  people += 1;
  return { identityNumber: identityOf(people), phone: `138${String(people).padStart(4, "0")}1234` };
};
const example = { ...waitingExamples.morning.value, hall: "waiting", from: "10:00", to: "10:00" };
const join = (rig: Rig, json: unknown, sent: Sent = {}) =>
  rig.call<Body>("POST", "/api/v1/waiting-list", { json, ...sent });
/** An example, sent for somebody who does not wait yet, at a hall whose hints say nothing. */
export const joinWith = (rig: Rig, json: unknown) =>
  join(rig, { ...(json as object), hall: "waiting", ...person() });

export function describeWaiting(rig: Rig) {
  const entry = (code: string, sent: Sent = {}) =>
    rig.call<Body>("GET", `/api/v1/waiting-list/${code}`, { headers: { "Phone-Last4": "1234" }, ...sent });
  const leave = (code: string, sent: Sent = {}) =>
    rig.call<Body>("POST", `/api/v1/waiting-list/${code}/leave`, {
      headers: { "Phone-Last4": "1234" },
      ...sent,
    });
  const refusal = async (reply: ReturnType<typeof join>) => {
    const { status, body } = await reply;
    return [status, body.code];
  };

  describe("waiting", () => {
    beforeAll(async () => {
      for (const hall of halls) {
        await rig.booking.schedules.describe(hall, 0);
        await rig.booking.schedules.publish(hall.id, { from: "2026-03-04", to: "2026-03-06" });
      }
      // The engine writes slower the more was written before, which at this place of the file is a lot.
    }, 60_000);

    test("from joining over an offer to a booking, under one code", async () => {
      const booked = await bookedFor(rig, { hall: "waiting", day: DAY, time: "10:00" });
      const json = { ...example, ...person() };
      const first = await join(rig, json);
      expect([first.status, first.body.state, first.body.ahead, first.body.offer]).toEqual([
        201,
        "waiting",
        0,
        null,
      ]);
      expect((await join(rig, json)).text).toBe(first.text);
      expect(await refusal(join(rig, { ...json, to: "11:00" }))).toEqual([409, "already_waiting"]);
      await rig.booking.bookings.cancel(booked, "office");
      await rig.booking.waiting.offer({ hall: "waiting", place: "main", day: DAY, time: "10:00", lane: 1 });
      const { body } = await entry(first.body.code);
      expect([body.state, body.offer]).toMatchObject([
        "offered",
        { code: first.body.code, state: "held", time: "10:00", heldUntil: "2026-03-02T02:30:00.000Z" },
      ]);
      expect(await refusal(leave(first.body.code))).toEqual([409, "booking_state"]);
      const headers = { "Phone-Last4": "1234" };
      const confirmed = await rig.call<Body>("POST", `/api/v1/bookings/${first.body.code}/confirm`, {
        headers,
      });
      expect([confirmed.status, confirmed.body.state]).toEqual([200, "booked"]);
      expect((await entry(first.body.code)).body.state).toBe("taken");
    });

    test("can be left, again with the same answer, and joined so often a day", async () => {
      const json = { ...example, ...person(), from: "11:00", to: "11:00" };
      for (let n = 0; n < 5; n += 1) {
        const { body } = await join(rig, json);
        const left = await leave(body.code);
        expect([left.status, left.body.state]).toEqual([200, "left"]);
        expect((await leave(body.code)).text).toBe(left.text);
      }
      expect(await refusal(join(rig, json))).toEqual([409, "waited_often"]);
    });

    test("is refused where one cannot or need not wait", async () => {
      const seats = await rig.booking.schedules.daySeats(
        { hall: "waiting-free", place: "main" },
        "2026-03-06",
      );
      await rig.booking.availability.recount(seats.map((seat) => ({ seat, sequence: "1" })));
      const free = { ...example, hall: "waiting-free" };
      expect(await refusal(join(rig, { ...free, ...person(), day: "2026-03-06" }))).toEqual([
        409,
        "times_free",
      ]);
      expect(await refusal(join(rig, { ...example, ...person(), day: "2026-03-08" }))).toEqual([
        409,
        "day_closed",
      ]);
      expect(await refusal(join(rig, { ...example, ...person(), day: "2026-03-20" }))).toEqual([
        409,
        "slot_not_open",
      ]);
      const early = { day: "2026-03-02", from: "09:00", to: "09:30" };
      expect(await refusal(join(rig, { ...example, ...person(), ...early }))).toEqual([409, "slot_over"]);
      const agent = { agentName: "李四", agentPhone: "13911112222" };
      expect(await refusal(join(rig, { ...free, ...person(), ...agent }))).toEqual([422, "agent_refused"]);
    });

    test("is refused to who may not have it", async () => {
      const again = person();
      await bookedFor(rig, { ...again, hall: "waiting", day: DAY, time: "11:30" });
      expect(await refusal(join(rig, { ...example, ...again }))).toEqual([409, "already_booked"]);
      const daily = person();
      await bookedFor(rig, { ...daily, hall: "waiting-free", day: DAY });
      expect(await refusal(join(rig, { ...example, ...daily, hall: "waiting-free" }))).toEqual([
        409,
        "limit_reached",
      ]);
      const keen = person();
      await bookedFor(rig, { ...keen, hall: "waiting-stern", day: DAY });
      expect(await refusal(join(rig, { ...example, ...keen, hall: "waiting-stern" }))).toEqual([
        403,
        "banned",
      ]);
      const phone = "13922221234";
      const tries = [];
      for (let n = 0; n < 31; n += 1)
        tries.push(await refusal(join(rig, { ...example, ...person(), phone, day: "2026-03-08" })));
      expect(tries.at(-1)).toEqual([429, "proof_required"]);
      for (let n = 0; n < 60; n += 1)
        tries.push(await refusal(join(rig, { ...example, ...person(), phone, day: "2026-03-08" })));
      expect(tries.at(-1)).toEqual([429, "too_many_bookings"]);
    });

    test("names each field that is wrong, and takes nothing but JSON", async () => {
      const { status, body } = await join(rig, { ...example, ...person(), from: "9", phone: "1" });
      expect([status, body.errors]).toEqual([
        422,
        [
          { field: "from", code: "time.invalid" },
          { field: "phone", code: "phone.invalid" },
        ],
      ]);
      const send = (type: string, text: string) =>
        refusal(rig.call<Body>("POST", "/api/v1/waiting-list", { text, headers: { "content-type": type } }));
      expect(await send("application/json", "{")).toEqual([400, "malformed_json"]);
      expect(await send("text/plain", "{}")).toEqual([415, "json_expected"]);
    });

    test.each([entry, leave])("opens with the telephone only, so often", async (ask) => {
      const { body } = await join(rig, { ...example, ...person(), from: "14:00", to: "14:00" });
      expect(await refusal(ask(body.code, { headers: {} }))).toEqual([400, "phone_required"]);
      const address = `198.51.100.${ask === entry ? 41 : 42}`;
      for (let n = 0; n < 5; n += 1)
        expect(await refusal(ask(body.code, { address, headers: { "Phone-Last4": "0000" } }))).toEqual([
          404,
          "booking_not_found",
        ]);
      expect(await refusal(ask(body.code, { address }))).toEqual([429, "too_many_tries"]);
    });
  });
}
