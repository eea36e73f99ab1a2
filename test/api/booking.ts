/** Booking through the API: seats at once, the same answer again, and every refusal in words that help to go on. */
import { beforeAll, describe, expect, test } from "vitest";
import type { BookingAnswer } from "../../functions/booking/booking.api.shapes.ts";
import { bookingExamples } from "../../functions/booking/booking.api.shapes.ts";
import type { Challenge } from "../../functions/booking/booking.challenge.ts";
import { solved } from "../booking/challenges.ts";
import { identityOf } from "../booking/desk.ts";
import { hallOf, hzzk, plainRules } from "../booking/halls.ts";
import { newKey, type Rig, type Sent } from "./rig.ts";

const strict = { id: "strict", counts: "booking", per: "day", within: "hall", at: 1, banDays: 30 } as const;
const halls = [
  hallOf(),
  hallOf({ hall: { id: "hzzk", rules: [hzzk] } }),
  hallOf({ hall: { id: "stern", rules: [{ ...plainRules, oneLivePer: "none", penalties: [strict] }] } }),
];
/** Far from the identities of other tests. */
let people = 500;
const example = bookingExamples.resident.value;
const wanting = (changes: Record<string, unknown> = {}) => {
  people += 1;
  // A telephone each, because one books only so often; all end in the same four digits.
  const phone = `138${String(people).padStart(4, "0")}1234`;
  return { ...example, identityNumber: identityOf(people), phone, ...changes };
};

export function describeBooking(rig: Rig) {
  const send = <Body = Record<string, unknown>>(json: unknown, sent: Sent = {}) =>
    rig.call<Body>("POST", "/api/v1/bookings", { headers: newKey(), json, ...sent });
  const read = (code: string, phone4: string, sent: Sent = {}) =>
    rig.call<Record<string, unknown>>("GET", `/api/v1/bookings/${code}`, {
      headers: { "Phone-Last4": phone4 },
      ...sent,
    });
  const refusal = async (json: unknown) => {
    const { status, body } = await send(json);
    return [status, body.code];
  };

  describe("booking", () => {
    beforeAll(async () => {
      for (const hall of halls) {
        await rig.booking.schedules.describe(hall, 0);
        await rig.booking.schedules.publish(hall.id, { from: "2026-03-02", to: "2026-03-06" });
      }
    }, 120_000);

    test("gives a code that opens it together with the telephone, written as people write it", async () => {
      const { status, body } = await send<BookingAnswer>(wanting());
      expect(status).toBe(201);
      expect(body).toMatchObject({
        state: "booked",
        day: "2026-03-05",
        time: "10:00",
        zone: "Asia/Shanghai",
        startsAt: "2026-03-05T02:00:00.000Z",
        heldUntil: null,
      });
      expect(body.seats[0]?.counter).toMatch(/^A0[1-3]$/);
      const written = encodeURIComponent(body.code.toLowerCase().replace(/(.{4})/, "$1 "));
      expect((await read(written, "1234")).body).toEqual(body);
    });

    test("again with the same key is the same booking, with other words it is refused", async () => {
      const json = wanting({ time: "11:00" });
      const headers = newKey();
      const first = await send(json, { headers });
      const again = await Promise.all(Array.from({ length: 5 }, () => send(json, { headers })));
      expect(again.map(({ status, text }) => [status, text])).toEqual(again.map(() => [201, first.text]));
      const other = await send({ ...json, time: "11:30" }, { headers });
      expect([other.status, other.body.code]).toEqual([422, "token_reused"]);
    });

    test("can hold first", async () => {
      const { status, body } = await send<BookingAnswer>(wanting({ hold: true, time: "15:00" }));
      expect([status, body.state, body.heldUntil]).toEqual([201, "held", "2026-03-02T02:10:00.000Z"]);
    });

    test("is refused with what helps to go on", async () => {
      const time = "16:00";
      for (let n = 0; n < 3; n += 1) expect((await send(wanting({ time }))).status).toBe(201);
      const full = await send(wanting({ time }));
      expect([full.status, full.body.code, full.body.title]).toEqual([
        409,
        "slot_full",
        "This time is fully booked; alternatives names the nearest others.",
      ]);
      expect(full.body.alternatives).toEqual([]);
      const early = await send(wanting({ day: "2026-03-20" }));
      expect([early.body.code, early.body.opensAt]).toEqual(["slot_not_open", "2026-03-13T00:00:00.000Z"]);
      expect(Number(early.headers.get("retry-after"))).toBeGreaterThan(0);
      const sunday = await send(wanting({ day: "2026-03-08" }));
      expect([sunday.body.code, sunday.body.closure]).toEqual(["day_closed", { code: "weekly" }]);
      expect(await refusal(wanting({ day: "2026-03-09" }))).toEqual([409, "slot_not_published"]);
      expect(await refusal(wanting({ day: "2026-03-02", time: "09:00" }))).toEqual([409, "slot_over"]);
      // An hour, half an hour before the counters close.
      const late = wanting({ services: ["tax"], time: "16:30" });
      expect(await refusal(late)).toEqual([409, "slot_does_not_fit"]);
      const made = (await send<BookingAnswer>({ ...late, day: "2026-03-06", time: "15:30" })).body;
      const moved = await rig.call<Record<string, unknown>>(
        "POST",
        `/api/v1/bookings/${made.code}/reschedule`,
        {
          headers: { "Phone-Last4": "1234" },
          json: { day: made.day, time: "16:30" },
        },
      );
      expect([moved.status, moved.body.code]).toEqual([409, "slot_does_not_fit"]);
    });

    test("and what the rules of the hall forbid", async () => {
      const twice = wanting({ time: "13:30" });
      expect((await send(twice)).status).toBe(201);
      expect(await refusal({ ...twice, time: "14:00" })).toEqual([409, "already_booked"]);
      const daily = wanting({ hall: "hzzk" });
      expect((await send(daily)).status).toBe(201);
      const limited = await send({ ...daily, time: "14:00" });
      expect([limited.body.code, limited.body.limit]).toEqual([
        "limit_reached",
        { most: 1, per: "day", of: "visits" },
      ]);
      const agent = { agentName: "李四", agentPhone: "13911112222" };
      expect(await refusal(wanting({ hall: "hzzk", ...agent }))).toEqual([422, "agent_refused"]);
      expect((await send(wanting({ time: "14:30", ...agent }))).status).toBe(201);
      const keen = wanting({ hall: "stern" });
      expect((await send(keen)).status).toBe(201);
      const banned = await send({ ...keen, time: "14:00" });
      expect([banned.status, banned.body.code, banned.body.until]).toEqual([
        403,
        "banned",
        "2026-04-01T15:59:59.999Z",
      ]);
    });

    test("so often from one telephone and no more, until the next hour", async () => {
      const phone = "13911111234";
      const replies = [];
      for (let n = 0; n < 31; n += 1) replies.push(await send(wanting({ phone, day: "2026-03-20" })));
      expect(new Set(replies.slice(0, 30).map(({ body }) => body.code))).toEqual(new Set(["slot_not_open"]));
      const last = replies.at(-1);
      expect([last?.status, last?.body.code]).toEqual([429, "proof_required"]);
      expect(last?.headers.get("retry-after")).toBe("60");
      // A moment's work of the machine is one more try, and nobody's answer is good for another telephone.
      const answer = await solved(last?.body.challenge as unknown as Challenge);
      const later = wanting({ phone, day: "2026-03-20" });
      const answered = { headers: { ...newKey(), "Proof-Of-Work": answer } };
      expect((await send(later, answered)).body.code).toBe("slot_not_open");
      expect((await send(later, answered)).body.code).toBe("proof_required");
      for (let n = 0; n < 60; n += 1) replies.push(await send(later));
      expect(replies.at(-1)?.body.code).toBe("too_many_bookings");
      expect((await send(wanting({ time: "16:30" }))).status).toBe(201);
    });

    test("names each field that is wrong, in one answer and without its value", async () => {
      const { status, body, text } = await send({
        ...wanting(),
        day: "2026-02-30",
        time: "9:00",
        phone: "12",
        identityNumber: "x",
      });
      expect(status).toBe(422);
      expect(body.errors).toEqual([
        { field: "day", code: "day.invalid" },
        { field: "time", code: "time.invalid" },
        { field: "identityNumber", code: "identity.length" },
        { field: "phone", code: "phone.invalid" },
      ]);
      expect(text).not.toContain("2026-02-30");
      const unknown = await send(wanting({ hall: "nowhere" }));
      expect(unknown.body.errors).toEqual([{ field: "hall", code: "hall.unknown" }]);
      expect(await refusal([])).toEqual([422, "invalid"]);
      const none = await send(wanting(), { headers: {} });
      expect([none.status, none.body.code]).toEqual([428, "idempotency_key_required"]);
      const short = await send(wanting(), { headers: { "Idempotency-Key": "7" } });
      expect([short.status, short.body.code]).toEqual([400, "idempotency_key_invalid"]);
      const json = { ...newKey(), "content-type": "application/json" };
      expect((await rig.call("POST", "/api/v1/bookings", { headers: json, text: "{" })).status).toBe(400);
      const plain = { ...newKey(), "content-type": "text/plain" };
      expect((await rig.call("POST", "/api/v1/bookings", { headers: plain, text: "{}" })).status).toBe(415);
    });
  });

  describe("opening a booking", () => {
    test("with another's code, a wrong telephone or none: one answer, and after five tries none", async () => {
      const phone = "13800001234";
      const { body } = await send<BookingAnswer>({ ...wanting({ day: "2026-03-06" }), phone });
      const from = { address: "198.51.100.30" };
      const missing = await read("00000000000", "1234");
      const shapeless = await read("nonsense", "1234");
      const without = await rig.call<Record<string, unknown>>("GET", `/api/v1/bookings/${body.code}`);
      expect([without.status, without.body.code]).toEqual([400, "phone_required"]);
      for (let n = 0; n < 5; n += 1) {
        const wrong = await read(body.code, "0000", from);
        expect([wrong.status, wrong.text]).toEqual([404, missing.text]);
      }
      expect(shapeless.text).toBe(missing.text);
      const locked = await read(body.code, "1234", from);
      expect([locked.status, locked.body.code, locked.body.whole]).toEqual([429, "too_many_tries", true]);
      // Whoever knows the whole telephone is not shut out by who does not, from here or from anywhere.
      const whole = (number: string) => read(body.code, "0000", { ...from, headers: { Phone: number } });
      expect((await whole("138 0000 1234")).status).toBe(200);
      expect((await whole("139 0000 1234")).status).toBe(404);
      expect((await whole("1234")).status).toBe(400);
      expect((await read(body.code, "1234", { address: "198.51.100.77" })).status).toBe(200);
    });

    test("of fifty guesses sent at once no more than five are looked at", async () => {
      const { body } = await send<BookingAnswer>(wanting({ day: "2026-03-06", time: "14:00" }));
      const guesses = Array.from({ length: 50 }, (_, n) =>
        read(body.code, String(1000 + n), { address: "198.51.100.9" }),
      );
      const looked = (await Promise.all(guesses)).filter(({ status }) => status === 404);
      expect(looked.length).toBeLessThanOrEqual(5);
    });
  });
}
