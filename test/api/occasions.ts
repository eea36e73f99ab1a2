/** Receptions and trainings through the API: announced by the day with the places left, and booked as everything is. */
import { beforeAll, describe, expect, test } from "vitest";
import { bookingExamples } from "../../functions/booking/booking.api.shapes.ts";
import type { Hall } from "../../functions/booking/booking.hall.ts";
import type { Occasion, OccasionKind } from "../../functions/booking/booking.occasion.ts";
import { withOccasions } from "../../functions/occasion/occasion.edit.ts";
import { withSeries } from "../../functions/occasion/occasion.series.ts";
import { identityOf } from "../booking/desk.ts";
import { hallOf } from "../booking/halls.ts";
import { newKey, type Rig } from "./rig.ts";

/** The clock stands at ten on Monday the 2nd; what is given out a week ahead is open up to the 9th. */
const OPEN = "2026-03-05";
const LATER = "2026-03-20";
interface Listed {
  readonly id: string;
  readonly hall: string;
  readonly place: string;
  readonly service: string;
  readonly day: string;
  readonly state: string;
  readonly free: number | null;
  readonly topicAsked: boolean;
}
interface Page {
  readonly items: readonly Listed[];
  readonly next: string | null;
}

function withKind(before: Hall, kind: OccasionKind, days: readonly string[]): Hall {
  const where = { placeZh: `${kind} 室`, addressZh: "人民路 1 号", phone: "0999-5550100" };
  const sizes = { minutes: "30", mostParty: "2", seats: "3" };
  const made = withSeries(before, { kind, nameZh: kind, ...where, ...sizes });
  if (!made.ok) throw new Error(JSON.stringify(made.errors));
  const hall = made.value;
  const [service = "", place = ""] = [hall.services.at(-1)?.id, hall.places.at(-1)?.id];
  const host = kind === "reception" ? { host: { name: "周正平", post: "局长" } } : {};
  const held = days.map(
    (day): Occasion => ({
      ...{ id: `${kind}-${day}`, service, place, day, from: "10:00", to: "11:00" },
      ...{ topic: { zh: "税收优惠", en: "Tax relief" }, ...host },
    }),
  );
  return withOccasions(hall, service, held, "2026-01-01");
}
const many = Array.from(
  { length: 60 },
  (_, n) => `2026-0${4 + Math.floor(n / 28)}-${String((n % 28) + 1).padStart(2, "0")}`,
);
const bare = hallOf({ hall: { id: "occasions" } });
const hall = withKind(withKind(bare, "reception", [OPEN, LATER]), "event", [OPEN, ...many]);

export function describeOccasions(rig: Rig) {
  const list = async (path: string) => {
    const { status, body } = await rig.call<Page>("GET", path);
    expect(status).toBe(200);
    return { next: body.next, items: body.items.filter((one) => one.hall === "occasions") };
  };
  const person = { identityNumber: identityOf(961), phone: "13700961234" };

  describe("receptions and trainings", () => {
    beforeAll(async () => {
      const { schedules, availability } = rig.booking;
      await schedules.describe(hall, 0);
      await schedules.publish(hall.id, { from: OPEN, to: OPEN });
      for (const place of ["p2", "p3"]) {
        const seats = await schedules.daySeats({ hall: hall.id, place }, OPEN);
        await availability.recount(seats.map((seat) => ({ seat, sequence: "1" })));
      }
      rig.booking.halls.forget();
    });

    test("are listed by the day, with who receives, how they stand and what is left", async () => {
      const { items, next } = await list("/api/v1/receptions");
      expect(next).toBeNull();
      expect(items).toMatchObject([
        {
          ...{ day: OPEN, state: "open", free: 6, topicAsked: true, place: "p2", from: "10:00" },
          ...{ host: { name: "周正平", post: "局长" }, topic: { zh: "税收优惠" }, zone: "Asia/Shanghai" },
          startsAt: "2026-03-05T02:00:00.000Z",
        },
        { day: LATER, state: "not_open", free: null },
      ]);
      const trainings = await list("/api/v1/trainings");
      expect(trainings.items[0]).toMatchObject({ day: OPEN, state: "open", free: 6, topicAsked: false });
      expect(trainings.items).toHaveLength(50);
      const rest = await list(`/api/v1/trainings?from=${trainings.next}`);
      expect([rest.items.length, rest.next]).toEqual([11, null]);
      expect(new Set([...trainings.items, ...rest.items].map(({ id }) => id)).size).toBe(61);
      const wrong = await rig.call<{ code: string }>("GET", "/api/v1/receptions?from=tomorrow");
      expect([wrong.status, wrong.body.code]).toEqual([422, "invalid"]);
    });

    test("are booked with what it is about, the same key the same booking, and one place less is left", async () => {
      const [found = expect.fail("there is a reception")] = (await list("/api/v1/receptions")).items;
      const { hall: id, place, service, day } = found;
      const visit = {
        ...bookingExamples.resident.value,
        ...person,
        hall: id,
        place,
        services: [service],
        day,
      };
      const headers = newKey();
      const book = (more: object) =>
        rig.call<Record<string, unknown>>("POST", "/api/v1/bookings", {
          headers,
          json: { ...visit, time: "10:00", ...more },
        });
      const silent = await book({});
      expect([silent.status, silent.body.errors]).toEqual([
        422,
        [expect.objectContaining({ field: "topic", code: "visit_topic.required" })],
      ]);
      const made = await book({ topic: "退税一直没有到账" });
      expect(made.status).toBe(201);
      expect((await book({ topic: "退税一直没有到账" })).body.code).toBe(made.body.code);
      expect((await book({ topic: "别的事" })).status).toBe(422);
      expect(JSON.stringify(made.body)).not.toContain("退税");
      const { schedules, availability } = rig.booking;
      const seats = await schedules.daySeats({ hall: id, place }, day);
      await availability.recount(seats.map((seat) => ({ seat, sequence: "2" })));
      expect((await list("/api/v1/receptions")).items[0]).toMatchObject({ state: "open", free: 5 });
    });
  });
}
