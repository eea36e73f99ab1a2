import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import { expect, test } from "vitest";
import { bookingIn } from "../../functions/booking/booking.store.ts";
import { addDays, chinaCalendar, dayOf } from "../../functions/calendar/calendar.ts";
import { systemClock } from "../../functions/kit/clock.ts";
import { systemRandom } from "../../functions/kit/id.ts";
import type { StoredItem } from "../../functions/kit/table.ts";
import { openVisitStore } from "../../functions/visit/visit.store.ts";
import { waitSecondsOf } from "../../functions/visit/visit.ts";
import { bookingOf } from "../../functions/wiring.booking.ts";
import { publishHalls } from "../../stacks/local/demo-halls.ts";
import { liveThroughPast, pastDays } from "../../stacks/local/demo-past.ts";
import { slotsAfter } from "../../stacks/local/demo-visits.ts";
import { useEngine } from "../support/engine.ts";
import { testVault } from "../support/world.ts";

const engine = useEngine();
const place = () => ({
  ...{ publicOrigin: "https://banshi.example", address: "", issuer: "", clientSecret: "" },
  dynamodb: engine.client,
  stopped: new AbortController().signal,
});
const WHERE = { hall: "zwzx", place: "main" };
const today = dayOf(systemClock());

/** What became of the bookings of these days, and of the tickets drawn on them. */
async function lived() {
  const calendar = chinaCalendar();
  const ground = { table: engine.table, clock: systemClock, random: systemRandom, calendar };
  const { schedules } = bookingOf({ ...ground, vault: testVault() });
  const tickets = openVisitStore(engine.table);
  const days = pastDays(today);
  const seats = await Promise.all(days.map((day) => schedules.daySeats(WHERE, day)));
  const holders = seats.flat().flatMap(({ holder }) => holder ?? []);
  const done = (await Promise.all(days.map((day) => tickets.done({ ...WHERE, day })))).flat();
  const live = (await Promise.all(days.map((day) => tickets.live({ ...WHERE, day })))).flat();
  return { days, holders, done, live };
}

/** The states of all bookings there are. */
async function everyState() {
  const { Items = [] } = await engine.client.send(
    new ScanCommand({
      TableName: "yichuang",
      FilterExpression: "sk = :sk",
      ExpressionAttributeValues: marshall({ ":sk": "BOOKING" }),
    }),
  );
  return Items.flatMap((item) => bookingIn(unmarshall(item) as StoredItem)?.state ?? []);
}

test("two weeks of bookings, calls and no-shows lie behind the centre, and again nothing more", {
  timeout: 120_000,
}, async () => {
  await publishHalls({ place: place() });
  await liveThroughPast(place(), testVault());
  const first = await lived();
  expect(first.days.length).toBe(10);
  expect(first.days.every((day) => day < addDays(today, -1))).toBe(true);
  expect(first.done.length).toBeGreaterThan(60);
  expect(first.live).toEqual([]);
  expect(first.done.every(({ state }) => state === "finished")).toBe(true);
  const waits = first.done.map((ticket) => waitSecondsOf(ticket) ?? 0);
  expect(Math.min(...waits)).toBeGreaterThan(60);
  const states = Map.groupBy(await everyState(), (state) => state);
  expect([...states.keys()].toSorted()).toEqual(["cancelled", "finished", "no_show"]);
  expect(states.get("no_show")?.length).toBeGreaterThan(3);

  await liveThroughPast(place(), testVault());
  const second = await lived();
  expect(second.done.map(({ number, version }) => [number, version])).toEqual(
    first.done.map(({ number, version }) => [number, version]),
  );
  expect(second.holders.toSorted()).toEqual(first.holders.toSorted());
});

test.each([
  ["in the morning", 10 * 60, ["11:00", "11:30", "12:00"]],
  ["before noon's break", 12 * 60 + 10, ["15:30", "16:00", "16:30"]],
  ["when a slot of an hour ahead is in the break", 13 * 60 + 45, ["15:30", "16:00", "16:30"]],
  ["late at night", 23 * 60, []],
])("who is expected today %s has booked a time that is open", (_when, now, expected) => {
  expect(slotsAfter(now)).toEqual(expected);
});
