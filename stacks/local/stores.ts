import { DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import { createTable, localClient, startDynamoDB } from "./dynamodb.ts";
import { bucketName, region, tableName } from "./environment.ts";
import { StartFailure } from "./failure.ts";
import type { DataFolder } from "./folder.ts";
import type { Store } from "./s3/store.ts";
import { startS3 } from "./s3.ts";
import type { Settings } from "./settings.ts";

export interface Stores {
  readonly dynamodbEndpoint: string;
  readonly s3Endpoint: string;
  /** The embedded engine's process, 0 for one that somebody else runs. */
  readonly enginePid: number;
  /** The embedded S3's objects, when it is ours. */
  readonly files: Store | undefined;
  readonly client: ReturnType<typeof localClient>;
  /** Resolves if the embedded DynamoDB ends by itself; never for one that somebody else runs. */
  readonly broken: Promise<void>;
  healthy(): Promise<boolean>;
  stop(): Promise<void>;
}

export interface StoresOptions {
  readonly settings: Settings;
  readonly folder: DataFolder;
  readonly publicOrigin: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** Starts the embedded stores, or takes those that the settings name, and makes sure of the table. */
export async function openStores(options: StoresOptions): Promise<Stores> {
  const { settings, folder, publicOrigin, credentials } = options;
  const s3 = settings.s3Endpoint
    ? undefined
    : await startS3({
        folder: folder.file("files"),
        bucket: bucketName,
        port: settings.port === 0 ? 0 : settings.port + 2,
        signer: { ...credentials, region },
        publicOrigin,
      });
  const engine = settings.dynamodbEndpoint
    ? undefined
    : await startDynamoDB({ dbPath: folder.file("table.db") });
  const dynamodbEndpoint = settings.dynamodbEndpoint ?? engine?.endpoint ?? "";
  const s3Endpoint = settings.s3Endpoint ?? s3?.endpoint ?? "";
  const client = localClient(dynamodbEndpoint, credentials);
  const stop = async (): Promise<void> => {
    client.destroy();
    await Promise.all([s3?.stop(), engine?.stop()]);
  };
  try {
    await ensureTable(client, dynamodbEndpoint);
    if (settings.s3Endpoint) await ensureBucket(settings.s3Endpoint, credentials);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    dynamodbEndpoint,
    s3Endpoint,
    enginePid: engine?.pid ?? 0,
    files: s3?.store,
    client,
    broken: engine?.ended ?? new Promise(() => undefined),
    healthy: async () => {
      const [table] = await Promise.all([
        client.send(new DescribeTableCommand({ TableName: tableName })),
        // Whatever it says, it answers: an unsigned request is refused by every S3.
        fetch(s3Endpoint, { signal: AbortSignal.timeout(3_000) }),
      ]);
      return table.Table?.TableStatus === "ACTIVE";
    },
    stop,
  };
}

async function ensureTable(client: Stores["client"], endpoint: string): Promise<void> {
  try {
    await createTable(client, tableName);
  } catch (error) {
    const reason = error instanceof Error ? error.message || error.name : "unknown error";
    throw new StartFailure(`The DynamoDB at ${endpoint} could not be prepared: ${reason}`);
  }
}

async function ensureBucket(endpoint: string, credentials: StoresOptions["credentials"]): Promise<void> {
  const { CreateBucketCommand, HeadBucketCommand, S3Client } = await import("@aws-sdk/client-s3");
  const client = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
  try {
    await client
      .send(new HeadBucketCommand({ Bucket: bucketName }))
      .catch(() => client.send(new CreateBucketCommand({ Bucket: bucketName })));
  } catch (error) {
    const reason = error instanceof Error ? error.message || error.name : "unknown error";
    throw new StartFailure(`The S3 at ${endpoint} could not be prepared: ${reason}`);
  } finally {
    client.destroy();
  }
}
