/** A fresh table on the real embedded engine for one test file, with every request to it counted. */
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll } from "vitest";
import type { Consumed, Table } from "../../functions/kit/table.ts";
import { openTable } from "../../functions/kit/table.ts";
import { createTable, localClient, startDynamoDB } from "../../stacks/local/dynamodb.ts";

export interface Engine {
  readonly endpoint: string;
  readonly client: DynamoDBClient;
  readonly table: Table;
  /** Every request since the last `forget`, with its capacity units. */
  readonly consumed: readonly Consumed[];
  forget(): void;
}

/** Call at the top of a test file; the engine starts before its tests and ends after them. */
export function useEngine(): Engine {
  const consumed: Consumed[] = [];
  let started:
    | { endpoint: string; client: DynamoDBClient; table: Table; stop: () => Promise<void> }
    | undefined;
  const running = () => {
    if (started === undefined) throw new Error("the engine runs during tests only");
    return started;
  };
  beforeAll(async () => {
    const engine = await startDynamoDB();
    const client = localClient(engine.endpoint);
    await createTable(client, "yichuang");
    const documents = DynamoDBDocumentClient.from(client, {
      marshallOptions: { removeUndefinedValues: true },
    });
    const table = openTable({
      client: documents,
      name: "yichuang",
      onConsumed: (each) => consumed.push(each),
    });
    started = { endpoint: engine.endpoint, client, table, stop: () => engine.stop() };
  });
  afterAll(async () => {
    await started?.stop();
  });
  return {
    get endpoint() {
      return running().endpoint;
    },
    get client() {
      return running().client;
    },
    get table() {
      return running().table;
    },
    consumed,
    forget: () => {
      consumed.length = 0;
    },
  };
}
