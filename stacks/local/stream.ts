import { existsSync, readFileSync } from "node:fs";
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
  type _Record as StreamRecord,
  TrimmedDataAccessException,
} from "@aws-sdk/client-dynamodb-streams";
import { type DeliveryOptions, deliver } from "./delivery.ts";
import { writeWhole } from "./folder.ts";
import { type Runner, slept } from "./schedule.ts";

export interface StreamOptions extends Omit<DeliveryOptions, "streamArn" | "stopped"> {
  readonly endpoint: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly tableName: string;
  /** Remembers how far the records have been delivered. */
  readonly positionFile: string;
  readonly pollMilliseconds?: number;
}

/** As `stacks/stream.ts` declares it. */
const batchSize = 50;

/** Reads the table's stream and calls the stream's function with what is new, as Lambda's event source mapping does. */
export async function startStream(options: StreamOptions): Promise<Runner> {
  const client = new DynamoDBStreamsClient({
    endpoint: options.endpoint,
    region: "cn-north-1",
    credentials: options.credentials ?? { accessKeyId: "local", secretAccessKey: "local" },
  });
  const { Streams } = await client.send(new ListStreamsCommand({ TableName: options.tableName }));
  const streamArn = Streams?.at(-1)?.StreamArn;
  if (streamArn === undefined) throw new Error(`The table ${options.tableName} has no stream`);
  const stopped = new AbortController();
  const running = follow({ ...options, client, streamArn, stopped: stopped.signal });
  return {
    async stop() {
      stopped.abort();
      await running;
      client.destroy();
    },
  };
}

type Follow = StreamOptions & DeliveryOptions & { readonly client: DynamoDBStreamsClient };

async function follow(options: Follow): Promise<void> {
  const positions = readPositions(options.positionFile, options.streamArn);
  do {
    try {
      while (!options.stopped.aborted && (await once(options, positions)));
    } catch (error) {
      if (!options.stopped.aborted) console.error("stream:", error);
    }
  } while (await slept(options.pollMilliseconds ?? 500, options.stopped));
}

/** One look at each shard; true when there was something, so that more may wait behind it. */
async function once(options: Follow, positions: Positions): Promise<boolean> {
  const { client, streamArn } = options;
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: streamArn }));
  let found = false;
  for (const { ShardId } of StreamDescription?.Shards ?? []) {
    if (ShardId === undefined) continue;
    const records = await read(options, ShardId, positions[ShardId]);
    const last = await deliver(records, options);
    if (last === undefined) continue;
    found = true;
    positions[ShardId] = last;
    writeWhole(options.positionFile, JSON.stringify({ streamArn, positions }));
  }
  return found;
}

async function read(
  { client, streamArn }: Follow,
  shard: string,
  after: string | undefined,
): Promise<StreamRecord[]> {
  const at = (type: "AFTER_SEQUENCE_NUMBER" | "TRIM_HORIZON", sequence?: string) =>
    client.send(
      new GetShardIteratorCommand({
        StreamArn: streamArn,
        ShardId: shard,
        ShardIteratorType: type,
        ...(sequence === undefined ? {} : { SequenceNumber: sequence }),
      }),
    );
  const from = async () => {
    if (after === undefined) return at("TRIM_HORIZON");
    try {
      return await at("AFTER_SEQUENCE_NUMBER", after);
    } catch (error) {
      // A stack that slept for more than a day has lost what the stream no longer keeps, and goes on with the rest.
      if (error instanceof TrimmedDataAccessException) return at("TRIM_HORIZON");
      throw error;
    }
  };
  const { ShardIterator } = await from();
  const { Records } = await client.send(new GetRecordsCommand({ ShardIterator, Limit: batchSize }));
  return Records ?? [];
}

/** Sequence number of the last delivered record, by shard. */
type Positions = Record<string, string>;

function readPositions(file: string, streamArn: string): Positions {
  if (!existsSync(file)) return {};
  const read = JSON.parse(readFileSync(file, "utf8")) as { streamArn?: string; positions?: Positions };
  return read.streamArn === streamArn ? (read.positions ?? {}) : {};
}
