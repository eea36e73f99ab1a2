/** Halls and their free times through the API: what is there, at half a read unit each. */
import { beforeAll, describe, expect, test } from "vitest";
import { hallOf } from "../booking/halls.ts";
import type { Rig } from "./rig.ts";

const hall = hallOf({ hall: { id: "looking" } });
const SOCIAL = "/api/v1/halls/looking/services/social";
type Month = {
  readonly days: readonly { readonly day: string; readonly state: string; readonly free: number }[];
};
type Day = {
  readonly closure: unknown;
  readonly opensAt: string;
  readonly times: readonly { readonly time: string; readonly startsAt: string; readonly free: number }[];
};

export function describeHalls(rig: Rig) {
  const get = <Body = Record<string, unknown>>(path: string) => rig.call<Body>("GET", path);

  describe("halls and what is free", () => {
    beforeAll(async () => {
      await rig.booking.schedules.describe(hall, 0);
      await rig.booking.schedules.publish(hall.id, { from: "2026-03-05", to: "2026-03-06" });
      const { availability, schedules } = rig.booking;
      for (const day of ["2026-03-05", "2026-03-06"]) {
        const seats = await schedules.daySeats({ hall: hall.id, place: "main" }, day);
        await availability.recount(seats.map((seat) => ({ seat, sequence: "1" })));
      }
    });

    test("are listed with their places and services", async () => {
      const { body } = await get<{ items: { id: string }[] }>("/api/v1/halls");
      expect(body.items.find(({ id }) => id === "looking")).toMatchObject({
        name: { zh: "政务服务中心", en: "Government Service Centre" },
        zone: "Asia/Shanghai",
        places: [{ id: "main", phone: "0999-5550100" }],
        services: [
          { id: "id-card", minutes: 30, places: ["main"] },
          { id: "social", mostParty: 3 },
          { id: "tax", guide: null },
        ],
      });
    });

    test("a month and a day are one read of half a unit each, all of it", async () => {
      await get("/api/v1/halls");
      rig.engine.forget();
      const month = await get<Month>(`${SOCIAL}/months/2026-03`);
      expect(month.body.days).toEqual([
        { day: "2026-03-05", state: "open", free: 39, opensAt: "2026-02-26T00:00:00.000Z" },
        { day: "2026-03-06", state: "open", free: 39, opensAt: "2026-02-27T00:00:00.000Z" },
      ]);
      const day = await get<Day>(`${SOCIAL}/days/2026-03-05?place=main`);
      expect(day.body.times).toHaveLength(13);
      expect(day.body.times[0]).toEqual({ time: "09:00", startsAt: "2026-03-05T01:00:00.000Z", free: 3 });
      expect(day.body.closure).toBeNull();
      expect(rig.engine.consumed).toEqual([
        { operation: "get", capacityUnits: 0.5 },
        { operation: "get", capacityUnits: 0.5 },
      ]);
    });

    test("a day without seats says why and from when on", async () => {
      const sunday = await get<Day>(`${SOCIAL}/days/2026-03-08`);
      expect([sunday.body.closure, sunday.body.times]).toEqual([{ code: "weekly" }, []]);
      const later = await get<Day>(`${SOCIAL}/days/2026-03-20`);
      expect([later.body.closure, later.body.opensAt]).toEqual([null, "2026-03-13T00:00:00.000Z"]);
      expect((await get<Month>(`${SOCIAL}/months/2026-04`)).body.days).toEqual([]);
    });

    test("what is not there", async () => {
      for (const [path, status, code] of [
        ["/api/v1/halls/nowhere/services/social/months/2026-03", 404, "hall_not_found"],
        ["/api/v1/halls/nowhere/services/social/days/2026-03-05", 404, "hall_not_found"],
        ["/api/v1/halls/looking/services/nothing/months/2026-03", 404, "service_not_found"],
        ["/api/v1/halls/looking/services/nothing/days/2026-03-05?place=main", 404, "service_not_found"],
        [`${SOCIAL}/months/2026-13`, 422, "invalid"],
        [`${SOCIAL}/days/2026-02-30`, 422, "invalid"],
        [`${SOCIAL}/days/2026-03-05?place=elsewhere`, 422, "invalid"],
      ] as const) {
        const reply = await get(path);
        expect([reply.status, reply.body.code], path).toEqual([status, code]);
      }
    });
  });
}
