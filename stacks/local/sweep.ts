import {
  DeleteItemCommand,
  type DynamoDBClient,
  ScanCommand,
  type ScanCommandOutput,
} from "@aws-sdk/client-dynamodb";
import { Temporal } from "temporal-polyfill";
import { table } from "../table.ts";
import type { Store } from "./s3/store.ts";
import { type Runner, slept } from "./schedule.ts";

export interface SweepOptions {
  /** Left out when the table is not on the embedded engine, which has no expiry of its own. */
  readonly items?: { readonly client: DynamoDBClient; readonly tableName: string };
  readonly files?: Store;
  readonly everyMilliseconds?: number;
}

/** Does what the engines do on AWS without being asked: items expire, and so do uploads that nobody took. */
export function startSweep(options: SweepOptions): Runner {
  const stopped = new AbortController();
  const running = (async () => {
    while (await slept(options.everyMilliseconds ?? 10 * 60_000, stopped.signal)) {
      const now = Temporal.Now.instant();
      try {
        if (options.files) expireUploads(options.files, now);
        if (options.items) await expireItems(options.items, now);
      } catch (error) {
        console.error("sweep:", error);
      }
    }
  })();
  return {
    stop: () => {
      stopped.abort();
      return running;
    },
  };
}

/** Deletes the items whose expiry has passed; returns how many. A scan is the engine's own way, never a request's. */
export async function expireItems(
  { client, tableName }: NonNullable<SweepOptions["items"]>,
  now: Temporal.Instant,
): Promise<number> {
  const expired = {
    ExpressionAttributeNames: { "#expiry": table.expiry },
    ExpressionAttributeValues: { ":now": { N: String(Math.floor(now.epochMilliseconds / 1000)) } },
  };
  let deleted = 0;
  let from: ScanCommandOutput["LastEvaluatedKey"];
  do {
    const page: ScanCommandOutput = await client.send(
      new ScanCommand({
        TableName: tableName,
        FilterExpression: "#expiry < :now",
        ExclusiveStartKey: from,
        ...expired,
      }),
    );
    for (const item of page.Items ?? []) {
      const Key = Object.fromEntries(
        [table.partition, table.sort].map((name) => [name, item[name] ?? { S: "" }]),
      );
      deleted += await deleteStillExpired(client, { TableName: tableName, Key, ...expired });
    }
    from = page.LastEvaluatedKey;
  } while (from);
  return deleted;
}

async function deleteStillExpired(
  client: DynamoDBClient,
  input: ConstructorParameters<typeof DeleteItemCommand>[0],
): Promise<number> {
  try {
    await client.send(new DeleteItemCommand({ ...input, ConditionExpression: "#expiry < :now" }));
    return 1;
  } catch (error) {
    if ((error as Error).name === "ConditionalCheckFailedException") return 0;
    throw error;
  }
}

/** The life cycle of `stacks/files.ts`: what lies in `incoming/` or `bundles/` for a day is removed. */
export function expireUploads(files: Store, now: Temporal.Instant): number {
  const before = now.subtract({ hours: 24 }).epochMilliseconds;
  const expired = ["incoming/", "bundles/"]
    .flatMap((folder) => files.list(folder, "", 100_000))
    .filter((object) => object.modified.getTime() < before);
  for (const { key } of expired) files.remove(key);
  return expired.length;
}
