import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { DescribeTableCommand, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, describe, expect, test } from "vitest";
import { createTable, engineBinary, localClient, startDynamoDB } from "../../stacks/local/dynamodb.ts";

const folder = mkdtempSync(join(tmpdir(), "yichuang-dynamodb-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const item = { pk: { S: "CASE#1" }, sk: { S: "HEAD" }, words: { S: "留下" } };
const key = { pk: item.pk, sk: item.sk };

describe("the embedded DynamoDB", () => {
  test("has the table with its indexes and stream, and creating it twice changes nothing", async () => {
    const engine = await startDynamoDB();
    const client = localClient(engine.endpoint);
    await createTable(client, "yichuang");
    await createTable(client, "yichuang");
    const { Table: found } = await client.send(new DescribeTableCommand({ TableName: "yichuang" }));
    expect(found?.StreamSpecification).toEqual({ StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" });
    expect(found?.GlobalSecondaryIndexes?.map((index) => index.IndexName).sort()).toEqual([
      "byAssignee",
      "byAssigneeStep",
      "byStep",
      "byUnit",
      "byWork",
    ]);
    client.destroy();
    await engine.stop();
    expect(existsSync(`/proc/${engine.pid}`)).toBe(false);
  });

  test("keeps what it acknowledged over a restart", async () => {
    const dbPath = join(folder, "kept.db");
    const first = await startDynamoDB({ dbPath });
    const client = localClient(first.endpoint);
    await createTable(client, "yichuang");
    await client.send(new PutItemCommand({ TableName: "yichuang", Item: item }));
    client.destroy();
    await first.stop();
    const second = await startDynamoDB({ dbPath });
    const again = localClient(second.endpoint);
    const found = await again.send(new GetItemCommand({ TableName: "yichuang", Key: key }));
    expect(found.Item).toEqual(item);
    again.destroy();
    await second.stop();
  });

  test("says in one sentence why it cannot start", async () => {
    await expect(startDynamoDB({ dbPath: join(folder, "no", "such", "folder.db") })).rejects.toThrow(
      /^The embedded DynamoDB did not start: error: .*unable to open database file/,
    );
  });

  test("says in one sentence where it is not to be had", () => {
    expect(() => engineBinary("plan9-mips")).toThrow(
      /^The embedded DynamoDB \(@dynoxide\/plan9-mips\) is not installed for this platform: set DYNAMODB_ENDPOINT to .*\.$/,
    );
  });

  test("ends with its parent, even when that is killed", async () => {
    const script = `const { startDynamoDB } = await import(${JSON.stringify(join(import.meta.dirname, "../../stacks/local/dynamodb.ts"))});
      const engine = await startDynamoDB(); console.log(engine.pid); setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ["--input-type=module", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = (await once(parent.stdout, "data")) as [Buffer];
    const pid = Number(line.toString());
    expect(existsSync(`/proc/${pid}`)).toBe(true);
    parent.kill("SIGKILL");
    await once(parent, "exit");
    for (let i = 0; i < 100 && existsSync(`/proc/${pid}`); i += 1) await wait(20);
    expect(existsSync(`/proc/${pid}`)).toBe(false);
  });
});
