/** The stream of a test's table, read as Lambda's event source mapping reads it: batch after batch, from the start. */
import type { _Record as StreamRecord } from "@aws-sdk/client-dynamodb-streams";
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from "@aws-sdk/client-dynamodb-streams";
import type { DynamoDBStreamEvent } from "aws-lambda";

export interface StreamReader {
  /** All that has changed since the last call. */
  next(): Promise<DynamoDBStreamEvent>;
}

export function streamOf(endpoint: string): StreamReader {
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new DynamoDBStreamsClient({ endpoint, region: "cn-north-1", credentials });
  const last = new Map<string, string>();

  async function shard(streamArn: string, id: string): Promise<StreamRecord[]> {
    const after = last.get(id);
    const at =
      after === undefined
        ? { ShardIteratorType: "TRIM_HORIZON" as const }
        : { ShardIteratorType: "AFTER_SEQUENCE_NUMBER" as const, SequenceNumber: after };
    const found: StreamRecord[] = [];
    let { ShardIterator: iterator } = await client.send(
      new GetShardIteratorCommand({ StreamArn: streamArn, ShardId: id, ...at }),
    );
    for (let more = true; more && iterator !== undefined; ) {
      const { Records = [], NextShardIterator } = await client.send(
        new GetRecordsCommand({ ShardIterator: iterator, Limit: 1000 }),
      );
      found.push(...Records);
      more = Records.length > 0;
      iterator = NextShardIterator;
    }
    const newest = found.at(-1)?.dynamodb?.SequenceNumber;
    if (newest !== undefined) last.set(id, newest);
    return found;
  }

  return {
    async next() {
      const { Streams = [] } = await client.send(new ListStreamsCommand({}));
      const arn = Streams.at(-1)?.StreamArn ?? "";
      const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: arn }));
      const records: StreamRecord[] = [];
      for (const { ShardId } of StreamDescription?.Shards ?? [])
        records.push(...(await shard(arn, ShardId ?? "")));
      return { Records: records as unknown as DynamoDBStreamEvent["Records"] };
    },
  };
}
