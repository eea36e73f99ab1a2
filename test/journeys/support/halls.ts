/** A hall for a journey, open now: described and published beside the running stack, as a program of the office would. */
import { randomBytes } from "node:crypto";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import * as v from "valibot";
import { type Hall, hallSchema } from "../../../functions/booking/booking.hall.ts";
import { minutesOf, placeInTime, timeOf } from "../../../functions/booking/booking.time.ts";
import { addDays, chinaCalendar, dayOf } from "../../../functions/calendar/calendar.ts";
import { systemClock } from "../../../functions/kit/clock.ts";
import { systemRandom } from "../../../functions/kit/id.ts";
import { openTable } from "../../../functions/kit/table.ts";
import { openVault } from "../../../functions/kit/vault.ts";
import type { Notice } from "../../../functions/notice/notice.ts";
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
const HALF_HOUR = 30;
const words = (zh: string, en: string) => ({ zh, en });

const stores = () => {
  const running = runningStores(`${journeyFolder}/data`);
  if (running === undefined) throw new Error("the stack of the journeys does not run");
  return running;
};
const tableBeside = () => {
  const documents = DynamoDBDocumentClient.from(localClient(stores().dynamodbEndpoint), {
    marshallOptions: { removeUndefinedValues: true },
  });
  return openTable({ client: documents, name: tableName });
};

/** Where the stack shows what it has sent. */
export const outboxPage = (): string => `${stores().outbox}/`;

async function publish(hall: Hall, days: readonly string[]): Promise<void> {
  const { schedules } = bookingOf({
    table: tableBeside(),
    // Describing handles nobody's data, so a key that is thrown away will do.
    vault: openVault({ current: "1", keys: new Map([["1", randomBytes(32)]]) }, systemRandom),
    clock: systemClock,
    random: systemRandom,
    calendar: chinaCalendar(),
  });
  await schedules.describe(hall, 0);
  for (const day of days) await schedules.publish(hall.id, { from: day, to: day });
}

/**
 * The reminders of a booking are due now, as if the hours until then had passed; sending them is left to the clock. Gives
 * how many there were.
 */
export async function passTime(code: string): Promise<number> {
  const table = tableBeside();
  const where = { text: "#pk = :pk", values: { pk: `NOTICE#${code}` } };
  const { items } = await table.query({ where });
  const waiting = items.filter(({ notice }) => (notice as Notice).notBefore !== undefined);
  const now = systemClock();
  for (const { pk, sk, ...item } of waiting) {
    const notice = { ...(item.notice as Notice), notBefore: now };
    await table.commit([{ kind: "put", key: { pk, sk }, item: { ...item, notice, workAt: now } }]);
  }
  return waiting.length;
}

/** One counter with one time, tomorrow from ten to half past: after one booking the day is full. */
export async function openHallTomorrow(id: string, name: string): Promise<Pick<OpenHall, "day" | "time">> {
  const day = addDays(dayOf(systemClock()), 1);
  const hours = [{ from: "10:00", to: "10:30" }];
  const hall = hallFrom({ id, name, hours, slot: HALF_HOUR, counters: ["a1"] });
  await publish(hall, [day]);
  return { day, time: "10:00" };
}

/** Two counters in slots of five minutes, from half an hour ago on; one can be four hours early. */
export async function openHallNow(id: string, name: string): Promise<OpenHall> {
  const { day, time } = placeInTime(systemClock());
  const now = Math.floor(minutesOf(time) / SLOT) * SLOT;
  const hours = [{ from: timeOf(Math.max(0, now - 30)), to: timeOf(Math.min(1440, now + 180)) }];
  const hall = hallFrom({ id, name, hours, slot: SLOT, counters: ["a1", "a2"] });
  await publish(hall, [day, addDays(day, 1)]);
  return { hall, day, time: timeOf(now + SLOT) };
}

interface Described {
  readonly id: string;
  readonly name: string;
  readonly hours: { from: string; to: string }[];
  readonly slot: number;
  /** The second is for who walks in. */
  readonly counters: readonly string[];
}

function hallFrom({ id, name, hours, slot, counters }: Described): Hall {
  return v.parse(hallSchema, {
    ...{ schema: 1, id, unit: "zfb", name: words(name, "Hall of a journey") },
    places: [
      {
        ...{ id: "main", name: words("一楼", "Ground floor"), phone: "0999-5550100" },
        address: words("建设路 1 号", "1 Jianshe Road"),
        counters: counters.map((counter, n) => ({
          ...{ id: counter, sign: `A0${n + 1}`, lane: n + 1, services: ["card"] },
        })),
        slots: [{ from: "2026-01-01", minutes: slot }],
        hours: { weekly: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], hours }], holidays: "as_usual", makeUpAs: 0 },
        release: { ahead: 2, unit: "days", at: "00:00" },
        cutOff: { minutes: 0 },
        pools: counters.length > 1 ? [{ pool: "walk_in", counters: ["a2"] }] : [],
      },
    ],
    services: [
      {
        id: "card",
        number: 1,
        name: words(`${name}换领身份证`, "Identity card"),
        minutes: slot,
        group: "card",
      },
    ],
    rules: [{ from: "2026-01-01" }],
    arrival: { earlyMinutes: 240 },
  });
}
