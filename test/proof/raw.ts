/** What a booking cannot be cheaper than: the bare transaction of three items of its size, sent by the SDK alone. */
import { randomUUID } from "node:crypto";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { tableName as TableName } from "../../stacks/local/environment.ts";

const BOOKING_BYTES = 900;
const GUARD_BYTES = 350;
let sent = 0;

function transaction(documents: DynamoDBDocumentClient) {
  sent += 1;
  const n = String(sent).padStart(6, "0");
  const put = (pk: string, size: number) => ({
    Put: {
      TableName,
      Item: { pk, sk: "RAW", body: "x".repeat(size) },
      ConditionExpression: "attribute_not_exists(pk)",
    },
  });
  const seat = {
    Update: {
      TableName,
      Key: { pk: `RAWSEAT#${sent % 40}`, sk: n },
      UpdateExpression: "SET #state = :booked, holder = :n",
      ConditionExpression: "attribute_not_exists(#state) OR #state = :free",
      ExpressionAttributeNames: { "#state": "state" },
      ExpressionAttributeValues: { ":booked": "booked", ":free": "free", ":n": n },
    },
  };
  return documents.send(
    new TransactWriteCommand({
      TransactItems: [put(`RAWBOOKING#${n}`, BOOKING_BYTES), put(`RAWGUARD#${n}`, GUARD_BYTES), seat],
      ClientRequestToken: randomUUID(),
    }),
  );
}

/** All at once, as the people come; gives how many a second. */
export async function rawTransactions(documents: DynamoDBDocumentClient, count: number): Promise<number> {
  const started = performance.now();
  await Promise.all(Array.from({ length: count }, () => transaction(documents)));
  return (count * 1000) / (performance.now() - started);
}
