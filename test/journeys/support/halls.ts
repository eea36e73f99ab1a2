/** A hall for a journey, open now: described and published beside the running stack, as a program of the office would. */
import { randomBytes } from "node:crypto";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import * as v from "valibot";
import { type Hall, hallSchema } from "../../../functions/booking/booking.hall.ts";
import { minutesOf, placeInTime, timeOf } from "../../../functions/booking/booking.time.ts";
import { chinaCalendar } from "../../../functions/calendar/calendar.ts";
import { systemClock } from "../../../functions/kit/clock.ts";
import { systemRandom } from "../../../functions/kit/id.ts";
import { openTable } from "../../../functions/kit/table.ts";
import { openVault } from "../../../functions/kit/vault.ts";
import { bookingOf } from "../../../functions/wiring.booking.ts";
import { localClient } from "../../../stacks/local/dynamodb.ts";
import { tableName } from "../../../stacks/local/environment.ts";
import { runningStores } from "../../../stacks/local/running.ts";
import { journeyFolder } from "../../support/journey-folder.ts";

export interface OpenHall {
  readonly hall: Hall;
  readonly day: string;
  /** The next time that can be booked. */
  readonly time: string;
}

const SLOT = 5;
const words = (zh: string, en: string) => ({ zh, en });

/** Two counters in slots of five minutes, from half an hour ago on; one can be four hours early. */
export async function openHallNow(id: string, name: string): Promise<OpenHall> {
  const stores = runningStores(`${journeyFolder}/data`);
  if (stores === undefined) throw new Error("the stack of the journeys does not run");
  const documents = DynamoDBDocumentClient.from(localClient(stores.dynamodbEndpoint), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const { schedules } = bookingOf({
    table: openTable({ client: documents, name: tableName }),
    // Describing handles nobody's data, so a key that is thrown away will do.
    vault: openVault({ current: "1", keys: new Map([["1", randomBytes(32)]]) }, systemRandom),
    clock: systemClock,
    random: systemRandom,
    calendar: chinaCalendar(),
  });
  const { day, time } = placeInTime(systemClock());
  const now = Math.floor(minutesOf(time) / SLOT) * SLOT;
  const hours = [{ from: timeOf(Math.max(0, now - 30)), to: timeOf(Math.min(1440, now + 180)) }];
  const hall = v.parse(hallSchema, {
    ...{ schema: 1, id, unit: "zfb", name: words(name, "Hall of a journey") },
    places: [
      {
        ...{ id: "main", name: words("一楼", "Ground floor"), phone: "0999-5550100" },
        address: words("建设路 1 号", "1 Jianshe Road"),
        counters: [
          { id: "a1", sign: "A01", lane: 1, services: ["card"] },
          { id: "a2", sign: "A02", lane: 2, services: ["card"] },
        ],
        slots: [{ from: "2026-01-01", minutes: SLOT }],
        hours: { weekly: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], hours }], holidays: "as_usual", makeUpAs: 0 },
        release: { ahead: 1, unit: "days", at: "00:00" },
        cutOff: { minutes: 0 },
        pools: [{ pool: "walk_in", counters: ["a2"] }],
      },
    ],
    services: [
      { id: "card", number: 1, name: words("换领身份证", "Identity card"), minutes: SLOT, group: "card" },
    ],
    rules: [{ from: "2026-01-01" }],
    arrival: { earlyMinutes: 240 },
  });
  await schedules.describe(hall, 0);
  await schedules.publish(id, { from: day, to: day });
  return { hall, day, time: timeOf(now + SLOT) };
}
