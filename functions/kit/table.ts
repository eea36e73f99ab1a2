/**
 * The one door to DynamoDB. Reads are plain calls; a write is a value that carries the error to raise when its
 * condition fails, so that services compose writes and the table commits them all or none.
 */
import { randomUUID } from "node:crypto";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import {
  BatchGetCommand,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { busy } from "./problem.ts";
import { queryInput } from "./table.expression.ts";
import {
  conditionError,
  isInProgress,
  request,
  sendOne,
  transactItem,
  transactionError,
} from "./table.write.ts";

export interface Key {
  readonly pk: string;
  readonly sk: string;
}
export type Item = Readonly<Record<string, unknown>>;
export type StoredItem = Item & Key;

/** A condition or update in DynamoDB's language, every attribute written as `#name`, every value as `:name`. */
export interface Expression {
  readonly text: string;
  readonly values?: Readonly<Record<string, unknown>>;
}

/** What to raise when the condition of a write does not hold; `old` is the item that stood there. */
export type Otherwise = (old: StoredItem | undefined) => Error;

interface WriteBase {
  readonly key: Key;
  readonly when?: Expression;
  readonly otherwise?: Otherwise;
}
export type Write =
  | (WriteBase & { readonly kind: "put"; readonly item: Item })
  | (WriteBase & { readonly kind: "update"; readonly update: Expression })
  | (WriteBase & { readonly kind: "delete" })
  | (WriteBase & { readonly kind: "check"; readonly when: Expression; readonly otherwise: Otherwise });

export const isNew: Expression = { text: "attribute_not_exists(#pk)" };
export const exists: Expression = { text: "attribute_exists(#pk)" };

export interface QueryRequest {
  readonly index?: string;
  /** Key condition, such as `#pk = :pk AND begins_with(#sk, :prefix)`. */
  readonly where: Expression;
  readonly limit?: number;
  readonly descending?: boolean;
  /** Opaque position from an earlier page. */
  readonly after?: Item;
  readonly consistent?: boolean;
}
export interface Page {
  readonly items: readonly StoredItem[];
  readonly next: Item | undefined;
}

/** One line per request to the engine; tests count requests and capacity units with it. */
export interface Consumed {
  readonly operation: "get" | "getMany" | "query" | "write" | "transaction";
  readonly capacityUnits: number;
}

export interface Table {
  get(key: Key, options?: { consistent?: boolean }): Promise<StoredItem | undefined>;
  /** Up to 100 items in one request, in the order of the keys, one of which may come twice; undefined for what is not there. */
  getMany(keys: readonly Key[]): Promise<(StoredItem | undefined)[]>;
  query(request: QueryRequest): Promise<Page>;
  /** All writes or none; the first failed condition in the order given decides the error. */
  commit(writes: readonly Write[]): Promise<void>;
  /** One update that answers with the item as it is afterwards. */
  update(write: Extract<Write, { kind: "update" }>): Promise<StoredItem>;
}

export interface TableOptions {
  readonly client: DynamoDBDocumentClient;
  readonly name: string;
  readonly onConsumed?: (consumed: Consumed) => void;
  /** Waits this many milliseconds; replaced in tests. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
  readonly jitter?: () => number;
  /** Names a transaction, so that the engine runs it once. */
  readonly newToken?: () => string;
}

const MAX_ATTEMPTS = 6;

export function openTable(options: TableOptions): Table {
  const { client, name } = options;
  const sleep = options.sleep ?? ((milliseconds) => new Promise((done) => setTimeout(done, milliseconds)));
  const jitter = options.jitter ?? Math.random;
  const newToken = options.newToken ?? randomUUID;
  const capacity = { TableName: name, ReturnConsumedCapacity: "TOTAL" } as const;
  const count = (operation: Consumed["operation"], units: number | undefined) =>
    options.onConsumed?.({ operation, capacityUnits: units ?? 0 });
  /** Full jitter, 20 ms doubling: long enough for a transaction in flight, short enough for a person waiting. */
  const backOff = (attempt: number) => sleep(jitter() * 20 * 2 ** attempt);

  async function getBatch(keys: readonly Key[], attempt = 0): Promise<StoredItem[]> {
    const answer = await client.send(
      new BatchGetCommand({
        RequestItems: { [name]: { Keys: keys.map(({ pk, sk }) => ({ pk, sk })), ConsistentRead: true } },
        ReturnConsumedCapacity: "TOTAL",
      }),
    );
    count("getMany", answer.ConsumedCapacity?.[0]?.CapacityUnits);
    const items = (answer.Responses?.[name] ?? []) as StoredItem[];
    const rest = (answer.UnprocessedKeys?.[name]?.Keys ?? []) as unknown as Key[];
    if (rest.length === 0) return items;
    if (attempt >= MAX_ATTEMPTS) throw busy();
    await backOff(attempt);
    return [...items, ...(await getBatch(rest, attempt + 1))];
  }

  async function commitOne(write: Write): Promise<void> {
    const input = { ...capacity, ...request(write), ReturnValuesOnConditionCheckFailure: "ALL_OLD" as const };
    try {
      const answer = await sendOne(client, write, input);
      count("write", answer.ConsumedCapacity?.CapacityUnits);
    } catch (error) {
      throw conditionError(error, write);
    }
  }

  /** What is in progress keeps its token: under another one it would take its own success for a conflict. */
  async function commitAll(writes: readonly Write[], attempt = 0, token = newToken()): Promise<void> {
    try {
      const answer = await client.send(
        new TransactWriteCommand({
          TransactItems: writes.map((write) => transactItem(write, name)),
          ReturnConsumedCapacity: "TOTAL",
          ClientRequestToken: token,
        }),
      );
      count("transaction", answer.ConsumedCapacity?.[0]?.CapacityUnits);
    } catch (error) {
      const raised = transactionError(error, writes);
      if (raised !== "retry") throw raised;
      if (attempt >= MAX_ATTEMPTS) throw busy(error);
      await backOff(attempt);
      await commitAll(writes, attempt + 1, isInProgress(error) ? token : newToken());
    }
  }

  return {
    async get(key, { consistent = true } = {}) {
      const answer = await client.send(
        new GetCommand({ ...capacity, Key: { pk: key.pk, sk: key.sk }, ConsistentRead: consistent }),
      );
      count("get", answer.ConsumedCapacity?.CapacityUnits);
      return answer.Item as StoredItem | undefined;
    },
    async getMany(keys) {
      if (keys.length === 0) return [];
      const nameOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`;
      // A batch that names a key twice is refused by DynamoDB as a whole.
      const distinct = new Map(keys.map((key) => [nameOf(key), key]));
      const found = new Map((await getBatch([...distinct.values()])).map((item) => [nameOf(item), item]));
      return keys.map((key) => found.get(nameOf(key)));
    },
    async query(wanted) {
      const answer = await client.send(new QueryCommand({ ...capacity, ...queryInput(wanted) }));
      count("query", answer.ConsumedCapacity?.CapacityUnits);
      return { items: (answer.Items ?? []) as StoredItem[], next: answer.LastEvaluatedKey };
    },
    commit: (writes) =>
      writes.length === 1 && writes[0]?.kind !== "check" ? commitOne(writes[0] as Write) : commitAll(writes),
    async update(write) {
      try {
        const answer = await client.send(
          new UpdateCommand({
            ...capacity,
            ...request(write),
            ReturnValues: "ALL_NEW",
            ReturnValuesOnConditionCheckFailure: "ALL_OLD",
          } as ConstructorParameters<typeof UpdateCommand>[0]),
        );
        count("write", answer.ConsumedCapacity?.CapacityUnits);
        return answer.Attributes as StoredItem;
      } catch (error) {
        throw conditionError(error, write);
      }
    },
  };
}
