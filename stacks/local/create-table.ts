import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  type GlobalSecondaryIndex,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import { type Index, table } from "../table.ts";

/** Creates the table of `stacks/table.ts` with its indexes, stream and expiry, unless it is there already. */
export async function createTable(client: DynamoDBClient, name: string): Promise<void> {
  try {
    await client.send(new CreateTableCommand(declaration(name)));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 1, maxDelay: 1 }, { TableName: name });
  await expire(client, name);
}

/** The table on its own: an engine that was ended between creating the table and its expiry gets the rest here. */
async function expire(client: DynamoDBClient, name: string): Promise<void> {
  const found = await client.send(new DescribeTimeToLiveCommand({ TableName: name }));
  if (found.TimeToLiveDescription?.TimeToLiveStatus?.startsWith("ENABL")) return;
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName: name,
      TimeToLiveSpecification: { AttributeName: table.expiry, Enabled: true },
    }),
  );
}

function declaration(name: string): CreateTableCommandInput {
  const indexes: [string, Index][] = Object.entries(table.indexes);
  const keys = [
    table.partition,
    table.sort,
    ...indexes.flatMap(([, index]) => [index.partition, index.sort]),
  ];
  return {
    TableName: name,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [...new Set(keys)].map((key) => ({
      AttributeName: key,
      AttributeType: "S" as const,
    })),
    KeySchema: keySchema(table.partition, table.sort),
    GlobalSecondaryIndexes: indexes.map(([indexName, index]) => secondaryIndex(indexName, index)),
    StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
  };
}

function secondaryIndex(name: string, index: Index): GlobalSecondaryIndex {
  return {
    IndexName: name,
    KeySchema: keySchema(index.partition, index.sort),
    Projection:
      index.include.length === 0
        ? { ProjectionType: "KEYS_ONLY" }
        : { ProjectionType: "INCLUDE", NonKeyAttributes: [...index.include] },
  };
}

function keySchema(partition: string, sort: string): NonNullable<CreateTableCommandInput["KeySchema"]> {
  return [
    { AttributeName: partition, KeyType: "HASH" },
    { AttributeName: sort, KeyType: "RANGE" },
  ];
}
