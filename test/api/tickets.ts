/** Days whose order is drawn, through the API: a ticket before the hour, a turn after it, and everybody else behind. */
import * as v from "valibot";
import { beforeAll, describe, expect, test } from "vitest";
import { queueExamples } from "../../functions/booking/booking.api.queue.ts";
import { bookingExamples } from "../../functions/booking/booking.api.shapes.ts";
import { ruleSetSchema } from "../../functions/booking/booking.rules.ts";
import { identityOf } from "../booking/desk.ts";
import { hallOf } from "../booking/halls.ts";
import { newKey, type Rig } from "./rig.ts";

/** The clock stands at ten on the 2nd: the 9th has been open for five minutes, the 10th opens tomorrow. */
const drawn = hallOf({
  hall: {
    id: "drawn",
    services: ["social", "tax", "id-card"].map((id, n) => ({
      ...{ id, number: n + 1, name: { zh: id, en: id }, minutes: 30, group: `drawn-${id}` },
      ...(id === "social" ? { release: "shuffled" as const } : {}),
    })),
  },
  place: { release: { ahead: 7, unit: "days", at: "09:55" } },
});
const lots = hallOf({
  hall: {
    id: "lots",
    services: drawn.services.map((one) => ({
      ...one,
      group: `lots-${one.id}`,
      ...(one.id === "social" ? { release: "lottery" as const } : {}),
    })),
  },
  place: { release: { ahead: 7, unit: "days", at: "09:55" } },
});
const TODAY = "2026-03-09";
const TOMORROW = "2026-03-10";
let people = 300;
const person = () => {
  people += 1;
  return { identityNumber: identityOf(people), phone: `137${String(people).padStart(4, "0")}1234` };
};
type Ticket = Readonly<Record<"ticket" | "sign" | "opensAt" | "behind" | "code", string>>;
const take = (rig: Rig, json: unknown) => rig.call<Ticket>("POST", "/api/v1/queue-tickets", { json });
const example = { ...queueExamples.resident.value, hall: "drawn" };
/** The example, at a hall that has such a day. */
export const ticketWith = (rig: Rig, json: unknown) =>
  take(rig, { ...(json as object), hall: "drawn", day: TOMORROW });

export function describeTickets(rig: Rig) {
  const book = (json: unknown) =>
    rig.call<Record<string, string>>("POST", "/api/v1/bookings", { headers: newKey(), json });

  describe("queue tickets", () => {
    beforeAll(async () => {
      await rig.booking.schedules.describe(drawn, 0);
      await rig.booking.schedules.publish(drawn.id, { from: "2026-03-05", to: "2026-03-10" });
    }, 120_000);

    test("are the same for one person however many they take, and one write each", async () => {
      const who = person();
      await take(rig, { ...example, ...who, day: TOMORROW });
      rig.engine.forget();
      const [one, two] = [
        await take(rig, { ...example, ...who, day: TOMORROW }),
        await take(rig, { ...example, ...person(), day: TOMORROW }),
      ];
      expect(one.status).toBe(201);
      expect(one.body).toMatchObject({
        opensAt: "2026-03-03T01:55:00.000Z",
        behind: "2026-03-03T02:05:00.000Z",
      });
      expect(one.body.sign).toMatch(/^[\w-]{12}$/);
      expect(two.body.sign).not.toBe(one.body.sign);
      const writes = rig.engine.consumed.filter(({ operation }) => operation === "write");
      expect(writes.map(({ capacityUnits }) => capacityUnits)).toEqual([1]);
    });

    test("are given before the hour only, and only where the order is drawn", async () => {
      for (const changes of [{ day: TODAY }, { day: "2026-03-11" }, { day: TOMORROW, services: ["tax"] }]) {
        const { status, body } = await take(rig, { ...example, ...person(), ...changes });
        expect([status, body.code]).toEqual([409, "queue_closed"]);
      }
      const wrong = await take(rig, { ...example, ...person(), hall: "nowhere", day: TOMORROW });
      expect(wrong.status).toBe(422);
    });

    test("are not given to whoever could not book with them at the hour, and each is told why", async () => {
      const rule = { per: "month", within: "hall" };
      const rules = v.parse(ruleSetSchema, {
        from: "2020-01-01",
        limits: [{ ...rule, id: "once", most: 1, of: "visits" }],
        penalties: [{ ...rule, id: "no-shows", counts: "no_show", at: 1, banDays: 30 }],
      });
      const services = drawn.services.map((one) => ({ ...one, group: `strict-${one.id}` }));
      await rig.booking.schedules.describe({ ...drawn, id: "strict", services, rules: [rules] }, 0);
      await rig.booking.schedules.publish("strict", { from: "2026-03-05", to: "2026-03-10" });
      const at = { hall: "strict", day: "2026-03-06", time: "10:00" };
      const visit = { ...bookingExamples.resident.value, ...at };
      const [booked, limited, banned] = [person(), person(), person()];
      expect((await book({ ...visit, ...booked, services: ["social"] })).status).toBe(201);
      expect((await book({ ...visit, ...limited, services: ["tax"], time: "11:00" })).status).toBe(201);
      const missed = await book({ ...visit, ...banned, services: ["id-card"] });
      await rig.booking.bookings.noShow(String(missed.body.code));
      const answers = [];
      for (const who of [booked, limited, banned, person()]) {
        const reply = await take(rig, { ...example, ...who, hall: "strict", day: TOMORROW });
        answers.push([reply.status, reply.body.code]);
      }
      expect(answers).toEqual([
        [409, "already_booked"],
        [409, "limit_reached"],
        [403, "banned"],
        [201, undefined],
      ]);
    });

    test("whoever has none stands behind, also who moves a booking there or sends another's", async () => {
      const visit = { ...bookingExamples.resident.value, hall: "drawn", services: ["social"], time: "10:00" };
      const { ticket } = (await take(rig, { ...example, ...person(), day: TOMORROW })).body;
      for (const sent of [{}, { ticket }, { ticket: "a.b" }]) {
        const { status, body, headers } = await book({ ...visit, ...person(), ...sent, day: TODAY });
        expect([status, body.code, body.opensAt]).toEqual([409, "turn_not_yet", "2026-03-02T02:05:00.000Z"]);
        expect(headers.get("retry-after")).toBe("300");
      }
      const made = await book({ ...visit, ...person(), day: "2026-03-06" });
      expect(made.status).toBe(201);
      const moved = await rig.call<Record<string, string>>(
        "POST",
        `/api/v1/bookings/${made.body.code}/reschedule`,
        { headers: { "Phone-Last4": "1234" }, json: { day: TODAY, time: "11:00" } },
      );
      expect([moved.status, moved.body.code]).toEqual([409, "turn_not_yet"]);
    });

    test("nobody books, moves or joins while lots are drawn", async () => {
      await rig.booking.schedules.describe(lots, 0);
      await rig.booking.schedules.publish(lots.id, { from: "2026-03-05", to: "2026-03-10" });
      const visit = { ...bookingExamples.resident.value, hall: "lots", services: ["social"], time: "10:00" };
      const made = await book({ ...visit, ...person(), day: "2026-03-06" });
      expect(made.status).toBe(201);
      // Somebody had registered for the 9th, and its hour was five minutes ago.
      const site = { hall: "lots", place: "main" };
      await rig.booking.lotteries.open(site, TODAY, "2026-03-02T01:55:00.000Z");
      const { time: _time, ...wish } = visit;
      for (const reply of [
        await book({ ...visit, ...person(), day: TODAY }),
        await rig.call<Record<string, string>>("POST", `/api/v1/bookings/${made.body.code}/reschedule`, {
          headers: { "Phone-Last4": "1234" },
          json: { day: TODAY, time: "11:00" },
        }),
        await rig.call<Record<string, string>>("POST", "/api/v1/waiting-list", {
          json: { ...wish, ...person(), day: TODAY },
        }),
      ])
        expect([reply.status, reply.body.code, reply.headers.get("retry-after")]).toEqual([
          409,
          "being_drawn",
          "60",
        ]);
      const lot = await rig.call<Record<string, string>>("POST", "/api/v1/waiting-list", {
        json: { ...wish, ...person(), day: TOMORROW },
      });
      expect([lot.status, lot.body.state]).toEqual([201, "registered"]);
    });

    test("are limited as bookings are", async () => {
      const { phone } = person();
      const sent = { ...example, phone, day: TOMORROW };
      let last = await take(rig, sent);
      for (let n = 0; n < 31 && last.status !== 429; n += 1) last = await take(rig, sent);
      expect([last.status, last.body.code]).toEqual([429, "proof_required"]);
      for (let n = 0; n < 61; n += 1) last = await take(rig, sent);
      expect([last.status, last.body.code]).toEqual([429, "too_many_bookings"]);
    });
  });
}
