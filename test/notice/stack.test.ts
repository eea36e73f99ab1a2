/** The whole stack on one machine: a booking by the API becomes a short message or a mail, and a page shows both. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, afterEach, expect, test } from "vitest";
import { chinaCalendar, dayOf } from "../../functions/calendar/calendar.ts";
import { plusSeconds, systemClock } from "../../functions/kit/clock.ts";
import { systemRandom } from "../../functions/kit/id.ts";
import { openTable } from "../../functions/kit/table.ts";
import { bookingOf } from "../../functions/wiring.booking.ts";
import { publishHalls } from "../../stacks/local/demo-halls.ts";
import { localClient } from "../../stacks/local/dynamodb.ts";
import { tableName } from "../../stacks/local/environment.ts";
import { NOBODY } from "../../stacks/local/outbox.ts";
import type { Sent } from "../../stacks/local/outbox-read.ts";
import { freePort } from "../../stacks/local/port.ts";
import { identityOf } from "../booking/desk.ts";
import { endAll, ready, start } from "../local/support/start.ts";
import { testVault } from "../support/world.ts";

const folder = mkdtempSync(join(tmpdir(), "yichuang-notices-"));
afterEach(endAll);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function clientOf(data: string) {
  const { dynamodbEndpoint } = JSON.parse(readFileSync(join(data, "running.json"), "utf8"));
  return localClient(dynamodbEndpoint);
}
const documentsOf = (data: string) => DynamoDBDocumentClient.from(clientOf(data));

/** A hall with seats in the table of a running stack, and two times of its second day. */
async function hallIn(data: string, origin: string) {
  const dynamodb = clientOf(data);
  const stopped = new AbortController().signal;
  await publishHalls({
    place: { publicOrigin: origin, address: origin, issuer: "", clientSecret: "", dynamodb, stopped },
  });
  const { schedules } = bookingOf({
    table: openTable({ client: DynamoDBDocumentClient.from(dynamodb), name: tableName }),
    vault: testVault(),
    clock: systemClock,
    random: systemRandom,
    calendar: chinaCalendar(),
  });
  const site = { hall: "zwzx", place: "main" };
  const today = dayOf(systemClock());
  const until = dayOf(plusSeconds(systemClock(), 15 * 86_400));
  const [, second = expect.fail("no second day")] = await schedules.progress(site, {
    from: today,
    to: until,
  });
  const seats = await schedules.daySeats(site, second.day);
  const open = seats.filter(({ pool, lane }) => pool === "public" && lane <= 2);
  const [first = expect.fail("no seat"), ...rest] = new Set(open.map(({ time }) => time));
  return { visit: { ...site, day: second.day, time: first }, later: rest.at(-1) ?? first };
}

const person = (n: number) => ({ name: "李小红", identityNumber: identityOf(n) });

test("what is booked by the API is sent once, signed, by SMS or by mail, and no function for citizens shows it", {
  timeout: 120_000,
}, async () => {
  const data = join(folder, "data");
  const command = [process.execPath, resolve("stacks/local/start.ts")] as const;
  const run = await ready(start({ port: await freePort(), data, command, environment: { DEMO: "none" } }));
  const [, outbox = expect.fail("no outbox")] = /sent\s+(http:\/\/\S+)\//.exec(run.output()) ?? [];
  const found = await hallIn(data, run.origin);
  const visit = { ...found.visit, services: ["id-card"] };

  const book = async (who: object, key: string) => {
    const answer = await fetch(`${run.origin}/api/v1/bookings`, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": key },
      body: JSON.stringify({ ...visit, ...who }),
    });
    expect(answer.status).toBe(201);
    return ((await answer.json()) as { code: string }).code;
  };
  const mobile = { ...person(1), phone: "13900002222" };
  const byPhone = await book(mobile, "of-the-mobile-number");
  expect(await book(mobile, "of-the-mobile-number")).toBe(byPhone);
  const byMail = await book(
    { ...person(2), phone: "0999-5550100", email: "li@example.com", lang: "en" },
    "of-the-mail-address",
  );

  const sent = async () => (await (await fetch(`${outbox}/sent.json`)).json()) as Sent[];
  for (let i = 0; i < 300 && (await sent()).length < 2; i += 1) await wait(100);
  // Whatever would come twice would come within this.
  await wait(1_500);
  const all = (await sent()).toSorted((one, other) => (one.way < other.way ? -1 : 1));
  expect(all.map(({ way, to }) => [way, to])).toEqual([
    ["mail", "li@example.com"],
    ["sms", "13900002222"],
  ]);
  const [mail, sms] = all;
  expect(sms?.text).toMatch(/^【示范县】预约成功：/);
  expect(sms?.text.length).toBeLessThanOrEqual(70);
  expect(sms?.text.replaceAll(" ", "")).toContain(byPhone);
  expect(mail?.subject).toMatch(/^Booked: /);
  expect(mail?.text.replaceAll(" ", "")).toContain(byMail);
  expect(mail?.text).not.toContain("李小红");

  const page = await (await fetch(`${outbox}/`)).text();
  expect(page).toContain("13900002222");
  expect(page).toContain("li@example.com");
  // What the gateway refuses waits before the office, and is not among what was sent.
  const refused = await book({ ...person(3), phone: NOBODY, time: found.later }, "of-a-number-of-nobody");
  const failedOf = async () => {
    const { Item } = await documentsOf(data).send(
      new GetCommand({
        TableName: tableName,
        Key: { pk: `NOTICE#${refused}`, sk: "NOTICE#000001#booking_made" },
      }),
    );
    return Item?.notice as { state?: string; failure?: string } | undefined;
  };
  for (let i = 0; i < 100 && (await failedOf())?.state !== "failed"; i += 1) await wait(100);
  expect(await failedOf()).toMatchObject({ state: "failed", failure: "refused", unit: "zfb" });
  expect(await sent()).toHaveLength(2);

  const unsigned = await fetch(`${outbox}/sms`, { method: "POST", body: '{"to":"1","text":"x"}' });
  expect(unsigned.status).toBe(403);
  for (const path of ["/sent.json", "/outbox", "/office/sent.json"])
    expect((await fetch(run.origin + path, { redirect: "manual" })).status).not.toBe(200);
  expect(run.errors()).toMatch(/^[^\n]*notice not taken[^\n]*\n[^\n]*notice given up[^\n]*\n$/);
  expect(run.errors()).not.toMatch(new RegExp(`${NOBODY}|${refused}`));
  expect(await run.end("SIGTERM")).toBe(0);
});
