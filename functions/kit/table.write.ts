/** How a write value becomes a request, and how a refusal of the engine becomes the error that the write carries. */
import type { DynamoDBDocumentClient, TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import { DeleteCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { named } from "./table.expression.ts";
import type { StoredItem, Write } from "./table.ts";

/** The parts of a request that a single write and a write in a transaction have in common. */
export function request(write: Write): Record<string, unknown> {
  const key = { pk: write.key.pk, sk: write.key.sk };
  const expressions = [write.when, write.kind === "update" ? write.update : undefined];
  return {
    ...(write.kind === "put" ? { Item: { ...write.item, ...key } } : { Key: key }),
    ...(write.kind === "update" ? { UpdateExpression: write.update.text } : {}),
    ...(write.when ? { ConditionExpression: write.when.text } : {}),
    ...named(expressions),
  };
}

type SingleInput = ConstructorParameters<typeof PutCommand>[0] &
  ConstructorParameters<typeof UpdateCommand>[0] &
  ConstructorParameters<typeof DeleteCommand>[0];

export function sendOne(client: DynamoDBDocumentClient, write: Write, input: Record<string, unknown>) {
  const typed = input as unknown as SingleInput;
  if (write.kind === "put") return client.send(new PutCommand(typed));
  if (write.kind === "delete") return client.send(new DeleteCommand(typed));
  return client.send(new UpdateCommand(typed));
}

const transactKinds = { put: "Put", update: "Update", delete: "Delete", check: "ConditionCheck" } as const;

export function transactItem(write: Write, name: string) {
  const body = { TableName: name, ...request(write), ReturnValuesOnConditionCheckFailure: "ALL_OLD" };
  return { [transactKinds[write.kind]]: body } as NonNullable<
    TransactWriteCommandInput["TransactItems"]
  >[number];
}

/** The SDK leaves the losing item of a failed condition in the wire format. */
type WireItem = Parameters<typeof unmarshall>[0];
interface Reason {
  readonly Code?: string;
  readonly Item?: WireItem;
}
const decoded = (item: WireItem | undefined) =>
  item === undefined ? undefined : (unmarshall(item) as StoredItem);

export function conditionError(error: unknown, write: Write): unknown {
  const { name, Item } = error as { name?: string; Item?: WireItem };
  if (name !== "ConditionalCheckFailedException" || write.otherwise === undefined) return error;
  return write.otherwise(decoded(Item));
}

/** The same transaction, by its token, is under way already. */
export const isInProgress = (error: unknown): boolean =>
  (error as { name?: string }).name === "TransactionInProgressException";

/** A failed condition speaks first; otherwise another transaction was in the way and trying again is right. */
export function transactionError(error: unknown, writes: readonly Write[]): unknown {
  const { name, CancellationReasons: reasons = [] } = error as {
    name?: string;
    CancellationReasons?: Reason[];
  };
  if (isInProgress(error)) return "retry";
  if (name !== "TransactionCanceledException") return error;
  const failed = reasons.findIndex((reason) => reason.Code === "ConditionalCheckFailed");
  if (failed >= 0) return writes[failed]?.otherwise?.(decoded(reasons[failed]?.Item)) ?? error;
  const passing = new Set([
    "None",
    "TransactionConflict",
    "ThrottlingError",
    "ProvisionedThroughputExceeded",
  ]);
  return reasons.every((reason) => passing.has(reason.Code ?? "None")) ? "retry" : error;
}
