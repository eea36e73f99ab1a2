/** A month at a glance must cost the same however many bookings there are. */
import { BatchWriteItemCommand } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { hallApi } from "../../functions/booking/booking.api.hall.ts";
import { chinaCalendar } from "../../functions/calendar/calendar.ts";
import { openTable } from "../../functions/kit/table.ts";
import { bookingOf } from "../../functions/wiring.booking.ts";
import { NOW, requestOf } from "../booking/desk.ts";
import { hallOf } from "../booking/halls.ts";
import { clockAt, seededRandom, testVault } from "../support/world.ts";
import { benchEngine } from "./engine.ts";
import type { Row } from "./measure.ts";
import { growth } from "./measure.ts";

const VIEWS_PER_ROUND = 100;
const DAYS = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"];
const MONTH = "/api/v1/halls/zwzx/services/social/months/2026-11";

/** Like the first booking, each with its code and its seat. */
async function fill(client: Awaited<ReturnType<typeof benchEngine>>["client"], first: object, count: number) {
  for (let start = 0; start < count; start += 12) {
    const some = Array.from({ length: Math.min(12, count - start) }, (_, i) => start + i);
    const items = some.flatMap((n) => {
      const code = `B${String(n).padStart(10, "0")}`;
      const slot = String(900 + (n % 8)).padStart(4, "0");
      const seat = { pk: `SEAT#zwzx#main#2026-12-${(n % 28) + 1}#${slot}#${n}`, sk: "LANE#001" };
      return [
        { pk: `BOOKING#${code}`, sk: "BOOKING", booking: JSON.stringify(first), version: 1 },
        { ...seat, state: "booked", pool: "public", holder: code, opensAt: NOW, closesAt: NOW },
      ];
    });
    const requests = items.map((item) => ({ PutRequest: { Item: marshall(item) } }));
    await client.send(new BatchWriteItemCommand({ RequestItems: { yichuang: requests } }));
  }
}

async function monthWith(bookings: number) {
  const { client, stop } = await benchEngine();
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const built = bookingOf({
    table: openTable({ client: documents, name: "yichuang" }),
    vault: testVault(),
    clock: clockAt(NOW).now,
    random: seededRandom("bench"),
    calendar: chinaCalendar(),
  });
  const hall = hallOf();
  await built.schedules.describe(hall, 0);
  await built.schedules.publish(hall.id, { from: DAYS[0] ?? "", to: DAYS.at(-1) ?? "" });
  const { booking } = await built.bookings.book(requestOf(hall));
  await fill(client, booking, bookings);
  for (const day of DAYS) {
    const seats = await built.schedules.daySeats({ hall: hall.id, place: "main" }, day);
    await built.availability.recount(seats.map((seat) => ({ seat, sequence: "1" })));
  }
  const app = hallApi(built);
  const view = async () => {
    const response = await app.request(MONTH);
    return (await response.json()) as { readonly days: readonly unknown[] };
  };
  if ((await view()).days.length !== DAYS.length) throw new Error("the month is not filled");
  const views = async () => {
    for (let n = 0; n < VIEWS_PER_ROUND; n += 1) await view();
  };
  return { work: views, stop };
}

export async function benchBookings(rounds: number): Promise<readonly Row[]> {
  const standing = { small: await monthWith(1000), large: await monthWith(100_000) };
  const what = { what: "month view at 100,000 bookings", floor: "month view at 1,000 bookings" };
  return [await growth(standing, { ...what, perRound: VIEWS_PER_ROUND, rounds })];
}
