/** The day of a hall through the API: what makes its routes succeed, and every refusal that they name. */
import { describe, expect, test } from "vitest";
import type { Hall } from "../../functions/booking/booking.hall.ts";
import type { TicketAnswer } from "../../functions/visit/visit.api.shapes.ts";
import { freshHall, requestOf } from "../booking/desk.ts";
import { newKey, type Rig } from "./rig.ts";
import type { OfficeRoute } from "./routes.ts";
import { clerk } from "./thread.ts";

const TODAY = "2026-03-02";
/** What was prepared last. */
let last = { hall: "none", code: "" };
let people = 0;
const at = (rest: string) => `/api/v1/office/visits/${last.hall}/main${rest}`;

/** A hall that is open today; it is ten o'clock. */
async function openHall(rig: Rig): Promise<Hall> {
  const hall = freshHall({
    hall: { unit: "zfb" },
    place: { cutOff: { minutes: 0 }, pools: [{ pool: "walk_in", counters: ["a3"] }] },
  });
  await rig.booking.schedules.describe(hall, 0);
  await rig.booking.schedules.publish(hall.id, { from: TODAY, to: "2026-03-03" });
  // The clock stands still, so what was read of the halls before would be kept.
  await rig.visits.halls.readForChange(hall.id);
  last = { hall: hall.id, code: "" };
  return hall;
}

async function book(rig: Rig, hall: Hall, wanted = {}): Promise<string> {
  people += 1;
  const request = requestOf(
    hall,
    { day: TODAY, time: "10:30", services: ["id-card"], ...wanted },
    { person: `api-${people}` },
  );
  return (await rig.booking.bookings.book(request)).booking.code;
}

async function withBooking(rig: Rig): Promise<void> {
  const hall = await openHall(rig);
  last = { hall: hall.id, code: await book(rig, hall) };
}

async function withWaiting(rig: Rig): Promise<void> {
  const hall = await openHall(rig);
  const wanted = { service: "social", party: 1, key: hall.id };
  await rig.visits.walkIns.take(clerk, { hall: hall.id, place: "main" }, wanted);
}

export const hallDayRoutes: readonly OfficeRoute[] = [
  {
    operationId: "readHallDay",
    permission: "visit.read",
    as: clerk,
    method: "GET",
    path: () => at(`/days/${TODAY}`),
    state: "submitted",
    first: withBooking,
  },
  {
    operationId: "checkIn",
    permission: "visit.work",
    as: clerk,
    method: "POST",
    path: () => at("/check-ins"),
    get json() {
      return { code: last.code };
    },
    state: "submitted",
    first: withBooking,
  },
  {
    operationId: "callNext",
    permission: "visit.work",
    as: clerk,
    method: "POST",
    path: () => at("/counters/a1/calls"),
    headers: newKey,
    state: "submitted",
    first: withWaiting,
  },
];

export function describeHallDays(rig: Rig) {
  const checkIn = (code: string) =>
    rig.call<TicketAnswer & { code?: string }>("POST", at("/check-ins"), { as: clerk, json: { code } });
  const call = (counter = "a1", headers: Record<string, string> = newKey()) =>
    rig.call<TicketAnswer & { code?: string }>("POST", at(`/counters/${counter}/calls`), {
      as: clerk,
      headers,
    });
  const day = (rest: string) => rig.call("GET", at(rest), { as: clerk });
  const refusal = async (work: Promise<{ status: number; body: { code?: string } }>) => {
    const { status, body } = await work;
    return [status, body.code];
  };

  describe("the day of a hall", () => {
    test("from checking in over the call to the sheet, each again the same", async () => {
      await withBooking(rig);
      const ticket = await checkIn(last.code.toLowerCase());
      expect(ticket.body).toMatchObject({
        number: expect.stringMatching(/^Y1030-0[12]$/),
        state: "waiting",
        counter: null,
        waitSeconds: null,
      });
      expect((await checkIn(last.code)).body).toEqual(ticket.body);
      const key = newKey();
      const called = await call("a1", key);
      expect(called.body).toMatchObject({
        number: ticket.body.number,
        state: "called",
        counter: "a1",
        waitSeconds: 0,
      });
      expect((await call("a1", key)).body).toEqual(called.body);
      const { body } = await day(`/days/${TODAY}`);
      expect(body).toMatchObject({
        counts: { booked: 1, here: 1, served: 1, waiting: 0 },
        expected: [{ time: "10:30", name: "张*明", phone: "138****1234", number: ticket.body.number }],
      });
      expect(await refusal(call("a1"))).toEqual([409, "counter_busy"]);
      expect(await refusal(call("a2"))).toEqual([409, "nobody_waits"]);
    });

    test("is refused with what helps to go on", async () => {
      const hall = await openHall(rig);
      const [soon, later, tomorrow] = [
        await book(rig, hall),
        await book(rig, hall, { time: "15:00" }),
        await book(rig, hall, { day: "2026-03-03" }),
      ];
      expect((await checkIn(later)).body).toMatchObject({
        code: "check_in_early",
        time: "15:00",
        from: "2026-03-02T06:30:00.000Z",
      });
      expect((await checkIn(tomorrow)).body).toMatchObject({ code: "check_in_other_day", day: "2026-03-03" });
      const now = rig.clock.now();
      rig.clock.set("2026-03-02T02:46:00.000Z");
      expect((await checkIn(soon)).body).toMatchObject({
        code: "check_in_late",
        until: "2026-03-02T02:45:00.000Z",
      });
      rig.clock.set(now);
      await rig.booking.bookings.cancel(later, "office");
      expect((await checkIn(later)).body).toMatchObject({ code: "check_in_state", state: "cancelled" });
      const { id } = hall;
      await openHall(rig);
      expect((await checkIn(soon)).body).toMatchObject({
        code: "check_in_elsewhere",
        hall: id,
        place: "main",
      });
      expect(await refusal(checkIn("nonsense"))).toEqual([404, "booking_not_found"]);
    });

    test("of a hall, a counter, a day that is none, and without a key", async () => {
      await openHall(rig);
      expect(await refusal(day("/days/2026-02-30"))).toEqual([422, "invalid"]);
      expect(await refusal(call("a9"))).toEqual([404, "visit_not_found"]);
      expect(await refusal(call("a1", {}))).toEqual([428, "idempotency_key_required"]);
      expect(await refusal(call("a1", { "Idempotency-Key": "7" }))).toEqual([400, "idempotency_key_invalid"]);
      last = { hall: "nowhere", code: "" };
      expect(await refusal(day(`/days/${TODAY}`))).toEqual([404, "visit_not_found"]);
      expect(await refusal(checkIn("00000000000"))).toEqual([404, "visit_not_found"]);
    });
  });
}
