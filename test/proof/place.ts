/** A hall with so many seats, published on an engine of its own, and the whole local stack in front of it. */
import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import * as v from "valibot";
import { hallSchema } from "../../functions/booking/booking.hall.ts";
import { addDays, chinaCalendar, dayOf } from "../../functions/calendar/calendar.ts";
import { systemClock } from "../../functions/kit/clock.ts";
import { systemRandom } from "../../functions/kit/id.ts";
import { openTable } from "../../functions/kit/table.ts";
import { bookingOf } from "../../functions/wiring.booking.ts";
import { createTable, localClient, startDynamoDB } from "../../stacks/local/dynamodb.ts";
import { tableName } from "../../stacks/local/environment.ts";
import { testVault } from "../support/world.ts";

const PORT = 3961;
const folder = resolve(".build/proof");

export interface Size {
  readonly counters: number;
  readonly seatsPerCounter: number;
  readonly slots: number;
}

const words = (text: string) => ({ zh: text, en: text });

/** Open every day from eight, quarter hours, bookable for weeks: what is proved here is the seats and not the rules. */
function hallOf({ counters, seatsPerCounter, slots }: Size) {
  const ends = 8 * 60 + slots * 15;
  const to = `${String(Math.floor(ends / 60)).padStart(2, "0")}:${String(ends % 60).padStart(2, "0")}`;
  return v.parse(hallSchema, {
    schema: 1,
    id: "proof",
    unit: "zfb",
    name: words("大厅"),
    places: [
      {
        id: "main",
        name: words("大厅"),
        address: words("人民路 1 号"),
        phone: "0999-5550100",
        counters: Array.from({ length: counters }, (_, n) => ({
          id: `c${n + 1}`,
          sign: `A${n + 1}`,
          lane: 1 + n * seatsPerCounter,
          seats: seatsPerCounter,
          services: ["any"],
        })),
        slots: [{ from: "2020-01-01", minutes: 15 }],
        hours: {
          weekly: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], hours: [{ from: "08:00", to }] }],
          holidays: "as_usual",
          makeUpAs: 0,
        },
        release: { ahead: 60, unit: "days", at: "00:00" },
        cutOff: { minutes: 0 },
      },
    ],
    services: [{ id: "any", number: 1, name: words("综合"), minutes: 15, group: "any" }],
    rules: [{ from: "2020-01-01" }],
  });
}

export type Place = Awaited<ReturnType<typeof openPlace>>;

export async function openPlace(size: Size) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const engine = await startDynamoDB({ dbPath: join(folder, "proof.db") });
  const client = localClient(engine.endpoint);
  await createTable(client, tableName);
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const hall = hallOf(size);
  const day = addDays(dayOf(systemClock()), 2);
  const booking = bookingOf({
    table: openTable({ client: documents, name: tableName }),
    vault: testVault(),
    clock: systemClock,
    random: systemRandom,
    calendar: chinaCalendar(),
  });
  await booking.schedules.describe(hall, 0);
  await booking.schedules.publish(hall.id, { from: day, to: day });
  const stack = await startStack(engine.endpoint);
  return {
    day,
    hall,
    documents,
    origin: `http://127.0.0.1:${PORT}`,
    seats: () => booking.schedules.daySeats({ hall: hall.id, place: "main" }, day),
    async close() {
      await stack.stop();
      client.destroy();
      await engine.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startStack(endpoint: string) {
  const child = spawn(process.execPath, ["stacks/local/start.ts"], {
    env: {
      ...process.env,
      ...{ PORT: String(PORT), DATA_DIR: join(folder, "stack"), DEMO: "none", DYNAMODB_ENDPOINT: endpoint },
      ...{ AWS_ACCESS_KEY_ID: "local", AWS_SECRET_ACCESS_KEY: "locallocal", AWS_REGION: "cn-north-1" },
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolved) => child.on("exit", () => resolved()));
  await new Promise<void>((resolved, rejected) => {
    child.stdout.on("data", (chunk: Buffer) => {
      if (chunk.toString().includes("ready ")) resolved();
    });
    child.on("exit", (code) => rejected(new Error(`the stack ended early with ${code}`)));
  });
  return {
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
