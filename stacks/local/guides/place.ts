import { DescribeTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { openAuditStore } from "../../../functions/audit/audit.store.ts";
import type { Guides } from "../../../functions/guide/guide.service.ts";
import { type GuideStore, openGuideStore } from "../../../functions/guide/guide.store.ts";
import { openStaffStore, type StaffStore } from "../../../functions/identity/identity.staff.store.ts";
import { systemClock } from "../../../functions/kit/clock.ts";
import { systemRandom } from "../../../functions/kit/id.ts";
import { openTable } from "../../../functions/kit/table.ts";
import { guidesOf } from "../../../functions/wiring.guide.ts";
import { createTable, localClient, startDynamoDB } from "../dynamodb.ts";
import { tableName } from "../environment.ts";
import { StartFailure } from "../failure.ts";
import { type DataFolder, takeFolder } from "../folder.ts";
import { runningStores } from "../running.ts";
import { readSettings, type Settings } from "../settings.ts";
import { units } from "../units.ts";

/** The guides of one table, wherever it is. */
export interface Place {
  readonly guides: Guides;
  readonly store: GuideStore;
  readonly staff: StaffStore;
  /** Codes of the government's units, the first one first. */
  readonly units: readonly string[];
  readonly publicOrigin: string;
  close(): Promise<void>;
}

interface Found {
  readonly client: DynamoDBClient;
  readonly publicOrigin?: string | undefined;
  readonly name: string;
  stop(): Promise<void>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Takes the table that the environment names, else the running stack's, else the one in the folder. */
export async function openPlace(environment: Environment): Promise<Place> {
  const settings = readSettings(environment);
  const found = await find(settings, environment);
  try {
    await found.client.send(new DescribeTableCommand({ TableName: found.name }));
  } catch (error) {
    await found.stop();
    throw new StartFailure(
      `The table ${found.name} cannot be reached: ${(error as Error).message || "no answer"}`,
    );
  }
  const documents = DynamoDBDocumentClient.from(found.client, {
    marshallOptions: { removeUndefinedValues: true },
  });
  const table = openTable({ client: documents, name: found.name });
  return {
    guides: guidesOf({ table, audit: openAuditStore(table, systemRandom), clock: systemClock }),
    store: openGuideStore(table),
    staff: openStaffStore(table),
    units: unitsOf(environment),
    publicOrigin: found.publicOrigin ?? settings.publicOrigin ?? `http://127.0.0.1:${settings.port}`,
    close: found.stop,
  };
}

async function find(settings: Settings, environment: Environment): Promise<Found> {
  const name = environment.TABLE_NAME?.trim() || tableName;
  if (settings.dynamodbEndpoint !== undefined || environment.TABLE_NAME) {
    const client =
      settings.dynamodbEndpoint === undefined
        ? new DynamoDBClient({})
        : localClient(settings.dynamodbEndpoint, settings.credentials);
    return { client, name, stop: async () => client.destroy() };
  }
  const running = runningStores(settings.folder);
  if (running !== undefined) {
    const client = localClient(running.dynamodbEndpoint);
    return { client, name, publicOrigin: running.publicOrigin, stop: async () => client.destroy() };
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
  return { client, name, stop };
}

function unitsOf(environment: Environment): readonly string[] {
  const written = environment.UNITS?.trim();
  if (!written) return units.map(({ code }) => code);
  try {
    return (JSON.parse(written) as readonly { readonly code: string }[]).map(({ code }) => code);
  } catch {
    throw new StartFailure("UNITS must be the JSON list of units that the functions have.");
  }
}
