import { randomBytes } from "node:crypto";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { Schedules } from "../../functions/booking/booking.schedule.service.ts";
import { addDays, chinaCalendar, type Day, dayOf } from "../../functions/calendar/calendar.ts";
import { itemCodeOf } from "../../functions/guide/guide.ts";
import { systemClock } from "../../functions/kit/clock.ts";
import { systemRandom } from "../../functions/kit/id.ts";
import { Problem } from "../../functions/kit/problem.ts";
import { openTable } from "../../functions/kit/table.ts";
import { openVault } from "../../functions/kit/vault.ts";
import { bookingOf } from "../../functions/wiring.booking.ts";
import type { Demo } from "./demo.ts";
import { demoGuides } from "./demo-guides.ts";
import { centreHall, taxHall } from "./demo-hall.ts";
import type { DemoPlace } from "./demo-visitor.ts";
import { tableName } from "./environment.ts";

/** So many working days have their seats at once; the clock publishes the weeks after them within a quarter of an hour. */
const DAYS_AT_ONCE = 3;

/**
 * Describes the halls and publishes the seats of their first days. What an office has changed meanwhile is theirs and
 * stays.
 */
export async function publishHalls({ place }: Pick<Demo, "place">): Promise<void> {
  const { halls, schedules } = servicesAt(place);
  const today = dayOf(systemClock());
  const codes = guideCodes(place, today);
  for (const hall of [centreHall((name) => codes.get(name)), taxHall((name) => codes.get(name))]) {
    const known = (await halls.list()).find(({ id }) => id === hall.id);
    if (known === undefined) await schedules.describe(hall, 0);
    for (const { id } of (known ?? hall).places) {
      for (const day of firstWorkingDays(today)) {
        place.stopped.throwIfAborted();
        await publishDay(schedules, hall.id, { place: id, day });
      }
    }
  }
}

/** A day that the clock publishes at the same moment is in good hands. */
export async function publishDay(
  schedules: Pick<Schedules, "publish">,
  hall: string,
  { place, day }: { readonly place: string; readonly day: Day },
): Promise<void> {
  try {
    await schedules.publish(hall, { from: day, to: day, place });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "schedule_changed") throw error;
  }
}

const firstWorkingDays = (today: Day): readonly Day[] =>
  Array.from({ length: 14 }, (_, n) => addDays(today, n))
    .filter(chinaCalendar().isWorkingDay)
    .slice(0, DAYS_AT_ONCE);

/** The guides of the demo county by their names, so that a booking can say what to bring. */
const guideCodes = ({ publicOrigin }: DemoPlace, today: Day): ReadonlyMap<string, string> =>
  new Map(demoGuides(publicOrigin, today).map(({ guide }) => [guide.taskName, itemCodeOf(guide)]));

/** Describing and publishing handle nobody's data, so they do with a key that is thrown away. */
export function servicesAt({ dynamodb }: Pick<DemoPlace, "dynamodb">) {
  const documents = DynamoDBDocumentClient.from(dynamodb, {
    marshallOptions: { removeUndefinedValues: true },
  });
  const keyring = { current: "1", keys: new Map([["1", randomBytes(32)]]) };
  return bookingOf({
    table: openTable({ client: documents, name: tableName }),
    vault: openVault(keyring, systemRandom),
    clock: systemClock,
    random: systemRandom,
    calendar: chinaCalendar(),
  });
}
