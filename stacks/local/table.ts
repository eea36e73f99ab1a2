/** The table that a command works on, wherever it is. */
import { DescribeTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { createTable, localClient, startDynamoDB } from "./dynamodb.ts";
import { tableName } from "./environment.ts";
import { StartFailure } from "./failure.ts";
import { type DataFolder, takeFolder } from "./folder.ts";
import { runningStores } from "./running.ts";
import { readSettings, type Settings } from "./settings.ts";
import { units } from "./units.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

export interface FoundTable {
  readonly client: DynamoDBClient;
  readonly documents: DynamoDBDocumentClient;
  readonly name: string;
  readonly publicOrigin: string;
  stop(): Promise<void>;
}

interface Found {
  readonly client: DynamoDBClient;
  readonly publicOrigin?: string | undefined;
  stop(): Promise<void>;
}

/**
 * The table that the environment names, else the running stack's, else the one in the folder. Throws a StartFailure when
 * it does not answer.
 */
export async function findTable(environment: Environment): Promise<FoundTable> {
  const settings = readSettings(environment);
  const name = environment.TABLE_NAME?.trim() || tableName;
  const { client, publicOrigin, stop } = await find(settings, environment, name);
  try {
    await client.send(new DescribeTableCommand({ TableName: name }));
  } catch (error) {
    await stop();
    throw new StartFailure(`The table ${name} cannot be reached: ${(error as Error).message || "no answer"}`);
  }
  return {
    client,
    documents: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    name,
    publicOrigin: publicOrigin ?? settings.publicOrigin ?? `http://127.0.0.1:${settings.port}`,
    stop,
  };
}

async function find(settings: Settings, environment: Environment, name: string): Promise<Found> {
  if (settings.dynamodbEndpoint !== undefined || environment.TABLE_NAME) {
    const client =
      settings.dynamodbEndpoint === undefined
        ? new DynamoDBClient({})
        : localClient(settings.dynamodbEndpoint, settings.credentials);
    return { client, stop: async () => client.destroy() };
  }
  const running = runningStores(settings.folder);
  if (running !== undefined) {
    const client = localClient(running.dynamodbEndpoint);
    return { client, publicOrigin: running.publicOrigin, stop: async () => client.destroy() };
  }
  return embedded(takeFolder(settings.folder), name);
}

/** Nobody runs on the folder: its table is opened for as long as the command takes. */
async function embedded(folder: DataFolder, name: string): Promise<Found> {
  const engine = await startDynamoDB({ dbPath: folder.file("table.db") });
  const client = localClient(engine.endpoint);
  const stop = async (): Promise<void> => {
    client.destroy();
    await engine.stop();
    folder.release();
  };
  await createTable(client, name);
  return { client, stop };
}

/** Codes of the government's units, the first one first. */
export function unitsOf(environment: Environment): readonly string[] {
  const written = environment.UNITS?.trim();
  if (!written) return units.map(({ code }) => code);
  try {
    return (JSON.parse(written) as readonly { readonly code: string }[]).map(({ code }) => code);
  } catch {
    throw new StartFailure("UNITS must be the JSON list of units that the functions have.");
  }
}
