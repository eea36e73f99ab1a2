import { appendFileSync } from "node:fs";
import type { _Record as StreamRecord } from "@aws-sdk/client-dynamodb-streams";
import type { DynamoDBRecord } from "aws-lambda";
import { invoke, type LambdaFunction } from "./invoke.ts";
import { slept } from "./schedule.ts";

export interface DeliveryOptions {
  readonly called: LambdaFunction;
  readonly streamArn: string;
  readonly stopped: AbortSignal;
  /** Gets a line for each record that was given up: where it is in the stream, never what it holds. */
  readonly failuresFile: string;
  /** The first pause after a failure; each further one is twice as long. */
  readonly backoffMilliseconds?: number;
}

/** `maximumRetryAttempts` of `stacks/stream.ts`. */
const retries = 5;

/**
 * Delivers records in their order, at least once, as Lambda does with ReportBatchItemFailures and bisecting: what
 * failed is tried again from the first failed record on, a batch that fails as a whole is halved, and a single record
 * that keeps failing is put aside so that the rest can go on.
 * Returns the sequence number of the last record that is done with, undefined when there was none.
 */
export async function deliver(
  records: readonly StreamRecord[],
  options: DeliveryOptions,
): Promise<string | undefined> {
  let done: string | undefined;
  for (let rest = records, size = rest.length, attempt = 0; rest.length > 0; ) {
    if (
      attempt > 0 &&
      !(await slept((options.backoffMilliseconds ?? 500) * 2 ** (attempt - 1), options.stopped))
    )
      break;
    if (options.stopped.aborted) break;
    const batch = rest.slice(0, size);
    const succeeded = await attemptBatch(batch, options);
    if (succeeded > 0) done = sequenceOf(rest[succeeded - 1]);
    rest = rest.slice(succeeded);
    if (succeeded === batch.length) [size, attempt] = [rest.length, 0];
    else if (batch.length > 1) [size, attempt] = [Math.ceil((batch.length - succeeded) / 2), 1];
    else if (attempt < retries) attempt += 1;
    else {
      done = putAside(batch[0], options);
      rest = rest.slice(1);
      [size, attempt] = [rest.length, 0];
    }
  }
  return done;
}

/** Calls the function once; returns how many records from the front it has dealt with. */
async function attemptBatch(batch: readonly StreamRecord[], options: DeliveryOptions): Promise<number> {
  try {
    const event = { Records: batch.map((record) => toLambdaRecord(record, options.streamArn)) };
    const failed = failedItems(await invoke(options.called, event));
    if (failed.length === 0) return batch.length;
    // An identifier that names no record of the batch makes Lambda take the whole batch for failed.
    const places = failed.map((item) => batch.findIndex((record) => sequenceOf(record) === item));
    return Math.max(0, Math.min(...places));
  } catch (error) {
    console.error("stream:", error);
    return 0;
  }
}

function failedItems(result: unknown): unknown[] {
  const { batchItemFailures: failures } = (result ?? {}) as {
    batchItemFailures?: { itemIdentifier?: unknown }[] | null;
  };
  return (failures ?? []).map((failure) => failure.itemIdentifier);
}

function putAside(record: StreamRecord | undefined, options: DeliveryOptions): string | undefined {
  const sequenceNumber = sequenceOf(record);
  const line = JSON.stringify({ eventSourceARN: options.streamArn, sequenceNumber, attempts: retries + 1 });
  appendFileSync(options.failuresFile, `${line}\n`, { mode: 0o600 });
  console.error(`stream: record ${sequenceNumber} was given up after ${retries + 1} attempts`);
  return sequenceNumber;
}

const sequenceOf = (record: StreamRecord | undefined): string | undefined => record?.dynamodb?.SequenceNumber;

function toLambdaRecord(record: StreamRecord, streamArn: string): DynamoDBRecord {
  const { ApproximateCreationDateTime: created, ...change } = record.dynamodb ?? {};
  const seconds = created === undefined ? {} : { ApproximateCreationDateTime: created.getTime() / 1000 };
  return {
    ...(inJson(record) as DynamoDBRecord),
    dynamodb: { ...(inJson(change) as DynamoDBRecord["dynamodb"]), ...seconds },
    eventSourceARN: streamArn,
  };
}

/** Lambda writes binary values in base64, where the SDK gives bytes. */
function inJson(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (Array.isArray(value)) return value.map(inJson);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, inJson(part)]));
}
