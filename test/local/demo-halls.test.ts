import { expect, test } from "vitest";
import { addDays, chinaCalendar, dayOf } from "../../functions/calendar/calendar.ts";
import { systemClock } from "../../functions/kit/clock.ts";
import { systemRandom } from "../../functions/kit/id.ts";
import { bookingOf } from "../../functions/wiring.booking.ts";
import { centreServices, taxServices } from "../../stacks/local/demo-hall-services.ts";
import { publishHalls } from "../../stacks/local/demo-halls.ts";
import { useEngine } from "../support/engine.ts";
import { testVault } from "../support/world.ts";

const engine = useEngine();
const place = () => ({
  ...{ publicOrigin: "https://banshi.example", address: "", issuer: "", clientSecret: "" },
  dynamodb: engine.client,
  stopped: new AbortController().signal,
});
const calendar = chinaCalendar();
const today = dayOf(systemClock());
const services = () =>
  bookingOf({ table: engine.table, vault: testVault(), clock: systemClock, random: systemRandom, calendar });

test("two halls with free seats for the days to come, every service with its guide, and again nothing more", {
  timeout: 60_000,
}, async () => {
  await publishHalls({ place: place() });
  const { halls, schedules } = services();
  const [tax, centre] = (await halls.list()).toSorted((one, other) => (one.id < other.id ? -1 : 1));
  expect(centre?.services.map(({ guide }) => guide?.length)).toEqual(centreServices.map(() => 33));
  expect(tax?.services.map(({ guide }) => guide?.length)).toEqual(taxServices.map(() => 33));
  // Row 8-02 of the sources: nine points of one unit, each listed with its address.
  expect(new Set(tax?.places.map(({ address }) => address.zh)).size).toBe(9);

  const range = { from: today, to: addDays(today, 14) };
  const days = await schedules.progress({ hall: "zwzx", place: "main" }, range);
  const worked = Array.from({ length: 15 }, (_, n) => addDays(today, n))
    .filter(calendar.isWorkingDay)
    .slice(0, 3);
  expect(days.map(({ day }) => day)).toEqual(worked);
  expect(days.map(({ state, capacity }) => [state, capacity])).toEqual(worked.map(() => ["published", 90]));
  // Of a day that has not begun: times that are over get no seats any more.
  const seats = await schedules.daySeats(
    { hall: "zwzx", place: "main" },
    worked.find((day) => day > today) ?? "",
  );
  const pools = Map.groupBy(seats, ({ pool }) => pool);
  expect([pools.get("public")?.length, pools.get("walk_in")?.length, pools.get("phone")?.length]).toEqual([
    73, 15, 2,
  ]);

  engine.forget();
  await publishHalls({ place: place() });
  const again = await schedules.progress({ hall: "zwzx", place: "main" }, range);
  expect(again.map(({ progress }) => progress.total)).toEqual(worked.map(() => 0));

  // The clock goes on with the weeks after them.
  const { upkeep } = services();
  while ((await upkeep.publishAhead()) > 0);
  const ahead = await schedules.progress({ hall: "zwzx", place: "main" }, range);
  expect(ahead.length).toBeGreaterThan(8);
});
