/** The table's stream: what changed, decoded, and a job that tells the stream which changes must come again. */
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import type { StoredItem } from "./table.ts";

export interface Change {
  readonly kind: "insert" | "modify" | "remove";
  readonly before: StoredItem | undefined;
  readonly after: StoredItem | undefined;
  /** Removed by the engine because its time had come, not by us. */
  readonly expired: boolean;
  /** Its place in the stream: a number of up to 40 digits, larger for what changed later in the same partition. */
  readonly sequence: string;
}

const kinds = { INSERT: "insert", MODIFY: "modify", REMOVE: "remove" } as const;
/** Who removes what has expired, as every record of such a removal says. */
const ENGINE = "dynamodb.amazonaws.com";

type Image = NonNullable<DynamoDBRecord["dynamodb"]>["NewImage"];
const itemOf = (image: Image): StoredItem | undefined =>
  image === undefined ? undefined : (unmarshall(image as Record<string, AttributeValue>) as StoredItem);

export function changeOf(record: DynamoDBRecord): Change {
  const { eventName, dynamodb, userIdentity } = record;
  return {
    kind: kinds[eventName ?? "MODIFY"],
    before: itemOf(dynamodb?.OldImage),
    after: itemOf(dynamodb?.NewImage),
    expired: eventName === "REMOVE" && userIdentity?.principalId === ENGINE,
    sequence: dynamodb?.SequenceNumber ?? "0",
  };
}

export interface StreamJobOptions {
  /** Looks at one change; what it throws makes the change come again. */
  readonly work: (change: Change) => Promise<void>;
  readonly onError: (error: unknown) => void;
  /** How many changes are worked on at a time. */
  readonly atOnce: number;
}

/** Works through a batch; one bad record does not hold up the others (`ReportBatchItemFailures`). */
export function openStreamJob({ work, onError, atOnce }: StreamJobOptions) {
  return async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const waiting = [...event.Records];
    const failed: string[] = [];
    const worker = async () => {
      for (let record = waiting.shift(); record !== undefined; record = waiting.shift()) {
        try {
          await work(changeOf(record));
        } catch (error) {
          onError(error);
          failed.push(record.dynamodb?.SequenceNumber ?? "");
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
}

export interface StreamBatchJobOptions {
  readonly wanted: (change: Change) => boolean;
  /** Looks at all wanted changes of a batch at once; when it throws, all of them come again. */
  readonly work: (changes: readonly Change[]) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/** For work that costs the same for one change as for many. A batch without a wanted change costs nothing. */
export function openStreamBatchJob({ wanted, work, onError }: StreamBatchJobOptions) {
  return async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const found = event.Records.map((record) => ({ record, change: changeOf(record) })).filter(({ change }) =>
      wanted(change),
    );
    if (found.length === 0) return { batchItemFailures: [] };
    try {
      await work(found.map(({ change }) => change));
      return { batchItemFailures: [] };
    } catch (error) {
      onError(error);
      const failed = found.map(({ record }) => record.dynamodb?.SequenceNumber ?? "");
      return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
    }
  };
}

export type StreamJob = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>;

/** Several jobs on the same batch; what one of them could not do comes again for all, so each must bear that. */
export const allOf =
  (...jobs: readonly StreamJob[]): StreamJob =>
  async (event) => {
    const answers = await Promise.all(jobs.map((job) => job(event)));
    return { batchItemFailures: answers.flatMap(({ batchItemFailures }) => batchItemFailures) };
  };

export interface StreamPart {
  /** The first parts of the partition keys that it looks at: `CASE` for `CASE#110108G260320000012X`. */
  readonly kinds: readonly string[];
  readonly load: () => Promise<StreamJob>;
}

/** Jobs that are loaded when a batch holds something for them. What does not load makes the batch come again. */
export const onDemand =
  (parts: readonly StreamPart[]): StreamJob =>
  async (event) => {
    const kinds = new Set(event.Records.map(({ dynamodb }) => dynamodb?.Keys?.pk?.S?.split("#")[0]));
    const wanted = parts.filter((part) => part.kinds.some((kind) => kinds.has(kind)));
    return allOf(...(await Promise.all(wanted.map(({ load }) => load()))))(event);
  };
