import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { DeleteItemCommand, PutItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import type { DynamoDBStreamEvent } from "aws-lambda";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTable, type LocalDynamoDB, localClient, startDynamoDB } from "../../stacks/local/dynamodb.ts";
import { startSchedule } from "../../stacks/local/schedule.ts";
import { startStream } from "../../stacks/local/stream.ts";
import { expireItems } from "../../stacks/local/sweep.ts";

const folder = mkdtempSync(join(tmpdir(), "yichuang-stream-"));
let engine: LocalDynamoDB;
let client: ReturnType<typeof localClient>;
let tables = 0;

beforeAll(async () => {
  engine = await startDynamoDB();
  client = localClient(engine.endpoint);
});
afterAll(async () => {
  client.destroy();
  await engine.stop();
  rmSync(folder, { recursive: true, force: true });
});

type Work = (event: DynamoDBStreamEvent) => unknown;

async function newTable() {
  tables += 1;
  const tableName = `yichuang-${tables}`;
  await createTable(client, tableName);
  const put = (sk: string, more = {}) =>
    client.send(
      new PutItemCommand({ TableName: tableName, Item: { pk: { S: "CASE#1" }, sk: { S: sk }, ...more } }),
    );
  const follow = (work: Work) =>
    startStream({
      called: { name: "stream", timeoutSeconds: 60, handler: async (event) => work(event) },
      endpoint: engine.endpoint,
      tableName,
      positionFile: join(folder, `${tableName}.json`),
      failuresFile: join(folder, `${tableName}.failures`),
      pollMilliseconds: 20,
      backoffMilliseconds: 1,
    });
  return { tableName, put, follow, failures: join(folder, `${tableName}.failures`) };
}

const keysOf = (event: DynamoDBStreamEvent) =>
  event.Records.map((record) => record.dynamodb?.Keys?.sk?.S ?? "");

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 300 && !holds(); i += 1) await wait(20);
  expect(holds()).toBe(true);
}

describe("the table's stream", () => {
  test("arrives in order, with both images, as Lambda writes it", async () => {
    const { put, follow, tableName } = await newTable();
    await put("1", { blob: { B: Buffer.from("bytes") } });
    await put("1", { step: { S: "审核" } });
    const events: DynamoDBStreamEvent[] = [];
    const stream = await follow((event) => void events.push(event));
    await until(() => events.flatMap(keysOf).length === 2);
    await client.send(
      new DeleteItemCommand({ TableName: tableName, Key: { pk: { S: "CASE#1" }, sk: { S: "1" } } }),
    );
    await until(() => events.flatMap(keysOf).length === 3);
    await stream.stop();
    const records = events.flatMap((event) => event.Records);
    expect(records.map((record) => record.eventName)).toEqual(["INSERT", "MODIFY", "REMOVE"]);
    expect(records[0]?.dynamodb?.NewImage?.blob?.B).toBe(Buffer.from("bytes").toString("base64"));
    expect(records[1]?.dynamodb?.OldImage?.blob).toBeDefined();
    expect(records[1]?.dynamodb?.NewImage?.step?.S).toBe("审核");
    expect(records[0]?.eventSourceARN).toContain(`table/${tableName}/stream`);
    expect(typeof records[0]?.dynamodb?.ApproximateCreationDateTime).toBe("number");
  });

  test("goes on where it was, and delivers again what was not finished", async () => {
    const { put, follow } = await newTable();
    await put("1");
    const first: string[] = [];
    const stream = await follow((event) => void first.push(...keysOf(event)));
    await until(() => first.length === 1);
    await stream.stop();
    await put("2");
    const again = await follow(() => new Promise(() => undefined));
    await wait(100);
    // Not stopped: it hangs in its function, as a process does that is killed in the middle.
    void again;
    const second: string[] = [];
    const last = await follow((event) => void second.push(...keysOf(event)));
    await until(() => second.length === 1);
    await last.stop();
    expect([first, second]).toEqual([["1"], ["2"]]);
  });

  test("retries from the record that the function names", async () => {
    const { put, follow } = await newTable();
    for (const sk of ["1", "2", "3", "4"]) await put(sk);
    const calls: string[][] = [];
    const stream = await follow((event) => {
      calls.push(keysOf(event));
      const bad = calls.length === 1 ? event.Records[2]?.dynamodb?.SequenceNumber : undefined;
      return { batchItemFailures: bad === undefined ? [] : [{ itemIdentifier: bad }] };
    });
    await until(() => calls.flat().filter((sk) => sk === "4").length === 2);
    await stream.stop();
    expect(calls).toEqual([["1", "2", "3", "4"], ["3"], ["4"]]);
  });

  test("cuts out the one record that always fails, and the others arrive", async () => {
    const { put, follow, failures } = await newTable();
    for (const sk of ["1", "2", "bad", "4", "5"]) await put(sk);
    const done: string[] = [];
    const stream = await follow((event) => {
      if (keysOf(event).includes("bad")) throw new Error("expected by the test");
      done.push(...keysOf(event));
    });
    await until(() => done.includes("5"));
    await stream.stop();
    expect(done).toEqual(["1", "2", "4", "5"]);
    const [line] = readFileSync(failures, "utf8").trim().split("\n");
    expect(JSON.parse(line ?? "")).toMatchObject({ sequenceNumber: expect.any(String), attempts: 6 });
    expect(line).not.toContain("bad");
  });
});

test("the schedule calls its function as EventBridge does, again when it fails", async () => {
  const events: Record<string, unknown>[] = [];
  const schedule = startSchedule({
    called: {
      name: "schedule",
      timeoutSeconds: 300,
      handler: async (event: Record<string, unknown>) => {
        events.push(event);
        if (events.length === 1) throw new Error("expected by the test");
      },
    },
    firstMilliseconds: 1,
    pauseMilliseconds: () => 50,
  });
  await until(() => events.length >= 4);
  await schedule.stop();
  const count = events.length;
  expect(events[0]).toMatchObject({
    source: "aws.scheduler",
    "detail-type": "Scheduled Event",
    time: expect.stringMatching(/Z$/),
  });
  expect(events[1]?.id).toBe(events[0]?.id);
  expect(events[2]?.id).not.toBe(events[0]?.id);
  await wait(120);
  expect(events.length).toBe(count);
});

test("items expire as on AWS: past their time, and nothing else", async () => {
  const { put, tableName } = await newTable();
  const now = Temporal.Now.instant();
  const seconds = Math.floor(now.epochMilliseconds / 1000);
  await put("old", { expiresAt: { N: String(seconds - 10) } });
  await put("young", { expiresAt: { N: String(seconds + 10) } });
  await put("never");
  expect(await expireItems({ client, tableName }, now)).toBe(1);
  const left = await client.send(new ScanCommand({ TableName: tableName }));
  expect(left.Items?.map((item) => item.sk?.S).sort()).toEqual(["never", "young"]);
});
