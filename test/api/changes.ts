/** What a person does with a booking through the API: confirm, cancel, take another time; and every refusal. */
import { beforeAll, describe, expect, test } from "vitest";
import { bookingExamples } from "../../functions/booking/booking.api.shapes.ts";
import { identityOf } from "../booking/desk.ts";
import { hallOf, hzzk, plainRules } from "../booking/halls.ts";
import { newKey, type Rig, type Sent } from "./rig.ts";

const perDay = { id: "one", most: 1, per: "day", of: "bookings", within: "hall" } as const;
const [place] = hallOf().places;
const halls = [
  hallOf({ hall: { id: "changing" } }),
  hallOf({ hall: { id: "changing-free", rules: [hzzk] } }),
  hallOf({ hall: { id: "changing-once", rules: [{ ...plainRules, oneLivePer: "none", limits: [perDay] }] } }),
  hallOf({
    hall: {
      id: "changing-stern",
      rules: [
        {
          ...plainRules,
          oneLivePer: "none",
          penalties: [{ id: "keen", counts: "booking", per: "day", within: "hall", at: 1, banDays: 30 }],
        },
      ],
    },
  }),
];
type Body = Record<string, unknown> & { readonly code: string };
/** Far from the identities of other tests. */
let people = 700;
const person = () => {
  people += 1;
  return { identityNumber: identityOf(people), phone: `138${String(people).padStart(4, "0")}1234` };
};
const example = { ...bookingExamples.resident.value, hall: "changing" };
const phone = { "Phone-Last4": "1234" };

export async function bookedFor(rig: Rig, changes: Record<string, unknown> = {}): Promise<string> {
  const who = person();
  // Spread, so that tests do not fill each other's times.
  const when = { day: `2026-03-0${3 + (people % 4)}`, time: people % 8 < 4 ? "10:00" : "10:30" };
  const json = { ...example, ...when, ...who, ...changes };
  const { status, body, text } = await rig.call<Body>("POST", "/api/v1/bookings", {
    headers: newKey(),
    json,
  });
  if (status !== 201) throw new Error(text);
  return body.code;
}
const to = (rig: Rig, code: string, act: string, sent: Sent = {}) =>
  rig.call<Body>("POST", `/api/v1/bookings/${code}/${act}`, { headers: phone, ...sent });
/** An example of rescheduling, sent for a booking that is somewhere else. */
export const rescheduleFor = async (rig: Rig, json: unknown) =>
  to(rig, await bookedFor(rig, { time: "11:30" }), "reschedule", { json });

export function describeChanges(rig: Rig) {
  const refusal = async (reply: ReturnType<typeof to>) => {
    const { status, body } = await reply;
    return [status, body.code];
  };
  const move = (code: string, json: unknown) => to(rig, code, "reschedule", { json });

  beforeAll(async () => {
    for (const hall of halls) {
      await rig.booking.schedules.describe(hall, 0);
      await rig.booking.schedules.publish(hall.id, { from: "2026-03-02", to: "2026-03-06" });
    }
  });

  describe("confirming", () => {
    test("makes a booking of what is held, again the same, and not after its time", async () => {
      const code = await bookedFor(rig, { hold: true });
      const first = await to(rig, code, "confirm");
      expect([first.status, first.body.state, first.body.heldUntil]).toEqual([200, "booked", null]);
      expect((await to(rig, code, "confirm")).text).toBe(first.text);
      const cancelled = await bookedFor(rig, { hold: true });
      await to(rig, cancelled, "cancel");
      expect(await refusal(to(rig, cancelled, "confirm"))).toEqual([409, "booking_state"]);
      const late = await bookedFor(rig, { hold: true, day: "2026-03-06" });
      const now = rig.clock.now();
      rig.clock.pass(601);
      expect(await refusal(to(rig, late, "confirm"))).toEqual([409, "hold_expired"]);
      rig.clock.set(now);
    });

    test("is refused when the person may not have it any more, or nobody may", async () => {
      const both = person();
      const held = await bookedFor(rig, { ...both, hold: true, time: "13:30" });
      await bookedFor(rig, { ...both, hall: "changing-free", time: "13:30" });
      expect(await refusal(to(rig, held, "confirm"))).toEqual([409, "already_booked"]);
      for (const [hall, status, code] of [
        ["changing-once", 409, "limit_reached"],
        ["changing-stern", 403, "banned"],
      ] as const) {
        const one = person();
        const first = await bookedFor(rig, { ...one, hall, hold: true });
        const second = await bookedFor(rig, { ...one, hall, hold: true, time: "14:00" });
        expect((await to(rig, first, "confirm")).status).toBe(200);
        expect(await refusal(to(rig, second, "confirm"))).toEqual([status, code]);
      }
      const closing = hallOf({ hall: { id: "changing-shut" } });
      await rig.booking.schedules.describe(closing, 0);
      await rig.booking.schedules.publish(closing.id, { from: "2026-03-05", to: "2026-03-05" });
      const code = await bookedFor(rig, { hall: closing.id, hold: true, day: "2026-03-05" });
      const exceptions = [{ kind: "closed" as const, from: "2026-03-05", to: "2026-03-05" }];
      const shut = hallOf({
        hall: { id: closing.id },
        place: { hours: { ...place?.hours, exceptions } as never },
      });
      await rig.booking.schedules.describe(shut, 1);
      await rig.booking.schedules.publish(closing.id, { from: "2026-03-05", to: "2026-03-05" });
      expect(await refusal(to(rig, code, "confirm"))).toEqual([409, "seat_closed"]);
    });
  });

  describe("cancelling", () => {
    test("gives the seat back, again the same", async () => {
      const code = await bookedFor(rig);
      const first = await to(rig, code, "cancel");
      expect([first.status, first.body.state, first.body.warnings, first.body.banned]).toEqual([
        200,
        "cancelled",
        [],
        null,
      ]);
      expect((await to(rig, code, "cancel")).text).toBe(first.text);
    });

    test("is refused when it is too late, and when nobody came", async () => {
      const soon = await bookedFor(rig, { hall: "changing-free", day: "2026-03-02", time: "11:30" });
      expect(await refusal(to(rig, soon, "cancel"))).toEqual([409, "too_late_to_change"]);
      expect(await refusal(move(soon, { day: "2026-03-05", time: "11:00" }))).toEqual([
        409,
        "too_late_to_change",
      ]);
      const missed = await bookedFor(rig);
      await rig.booking.bookings.noShow(missed);
      expect(await refusal(to(rig, missed, "cancel"))).toEqual([409, "booking_state"]);
      expect(await refusal(move(missed, { day: "2026-03-05", time: "11:00" }))).toEqual([
        409,
        "booking_state",
      ]);
    });
  });

  describe("taking another time", () => {
    test("keeps the code", async () => {
      const code = await bookedFor(rig);
      const { status, body } = await move(code, { day: "2026-03-06", time: "09:30", place: "main" });
      expect([status, body.code, body.day, body.time, body.state]).toEqual([
        200,
        code,
        "2026-03-06",
        "09:30",
        "booked",
      ]);
      expect(await refusal(move(code, { day: "2026-03-06", time: "09:30" }))).toEqual([409, "same_slot"]);
    });

    test("is refused as booking is, with the nearest others", async () => {
      const code = await bookedFor(rig);
      for (let n = 0; n < 3; n += 1) await bookedFor(rig, { day: "2026-03-04", time: "15:00" });
      const full = await move(code, { day: "2026-03-04", time: "15:00" });
      expect([full.status, full.body.code, full.body.alternatives]).toEqual([409, "slot_full", []]);
      for (const [json, refused] of [
        [{ day: "2026-03-08", time: "10:00" }, "day_closed"],
        [{ day: "2026-03-09", time: "10:00" }, "slot_not_published"],
        [{ day: "2026-03-20", time: "10:00" }, "slot_not_open"],
        [{ day: "2026-03-02", time: "09:00" }, "slot_over"],
      ] as const)
        expect(await refusal(move(code, json)), refused).toEqual([409, refused]);
      const twice = person();
      const one = await bookedFor(rig, { ...twice, hall: "changing-free", day: "2026-03-04" });
      await bookedFor(rig, { ...twice, hall: "changing-free", day: "2026-03-05" });
      expect(await refusal(move(one, { day: "2026-03-05", time: "11:00" }))).toEqual([409, "limit_reached"]);
      const both = person();
      const grouped = await bookedFor(rig, { ...both, time: "16:00" });
      await bookedFor(rig, { ...both, hall: "changing-free", time: "16:00" });
      expect(await refusal(move(grouped, { day: "2026-03-05", time: "16:30" }))).toEqual([
        409,
        "already_booked",
      ]);
    });

    test("names each field that is wrong", async () => {
      const code = await bookedFor(rig, { day: "2026-03-06", time: "16:00" });
      const { body } = await move(code, { day: "2026-02-30", time: "9" });
      expect(body.errors).toEqual([
        { field: "day", code: "day.invalid" },
        { field: "time", code: "time.invalid" },
      ]);
      const json = { ...phone, "content-type": "application/json" };
      expect(await refusal(to(rig, code, "reschedule", { text: "{", headers: json }))).toEqual([
        400,
        "malformed_json",
      ]);
      const plain = { ...phone, "content-type": "text/plain" };
      expect(await refusal(to(rig, code, "reschedule", { text: "{}", headers: plain }))).toEqual([
        415,
        "json_expected",
      ]);
    });
  });

  test.each(["confirm", "cancel", "reschedule"])(
    "%s asks for the telephone, and wrong ones are counted together with those of opening it",
    async (act) => {
      const code = await bookedFor(rig, { day: "2026-03-06", time: "14:30" });
      expect(await refusal(to(rig, code, act, { headers: {} }))).toEqual([400, "phone_required"]);
      const address = `198.51.100.${act.length}`;
      const wrong = {
        address,
        headers: { "Phone-Last4": "0000" },
        json: { day: "2026-03-06", time: "15:00" },
      };
      for (let n = 0; n < 5; n += 1)
        expect(await refusal(to(rig, code, act, wrong))).toEqual([404, "booking_not_found"]);
      expect(await refusal(to(rig, code, act, { address }))).toEqual([429, "too_many_tries"]);
      const opened = await rig.call<Body>("GET", `/api/v1/bookings/${code}`, { address, headers: phone });
      expect([opened.status, opened.body.code]).toEqual([429, "too_many_tries"]);
      const { booking } = (await rig.booking.bookings.cancel(code, "office")) ?? {};
      expect(booking?.state).toBe("cancelled");
    },
  );
}
