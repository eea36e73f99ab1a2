import type { DynamoDBStreamEvent } from "aws-lambda";
import { expect, test } from "vitest";
import type { StreamJob } from "../../functions/kit/table.stream.ts";
import { onDemand } from "../../functions/kit/table.stream.ts";

const batch = (...keys: readonly string[]): DynamoDBStreamEvent => ({
  Records: keys.map((pk, at) => ({
    eventName: "INSERT",
    dynamodb: { Keys: { pk: { S: pk }, sk: { S: "A" } }, SequenceNumber: String(at + 1) },
  })),
});

function desk() {
  const loaded: string[] = [];
  const seen: string[] = [];
  const job =
    (name: string): (() => Promise<StreamJob>) =>
    async () => {
      loaded.push(name);
      return async ({ Records }) => {
        seen.push(`${name} ${Records.length}`);
        return { batchItemFailures: [{ itemIdentifier: name }] };
      };
    };
  const parts = [
    { kinds: ["SEAT"], load: job("seats") },
    { kinds: ["CASE", "DRAFT"], load: job("cases") },
  ];
  return { loaded, seen, work: onDemand(parts) };
}

test("a job is loaded when a batch holds one of its kinds, and gets the whole batch", async () => {
  const { loaded, seen, work } = desk();
  expect(await work(batch("GUIDE#1", "SEATS#1"))).toEqual({ batchItemFailures: [] });
  expect(loaded).toEqual([]);
  expect(await work(batch("DRAFT#1", "GUIDE#1"))).toEqual({
    batchItemFailures: [{ itemIdentifier: "cases" }],
  });
  expect([loaded, seen]).toEqual([["cases"], ["cases 2"]]);
  await work(batch("SEAT#h#p#2026-03-02#0930", "CASE#1"));
  expect(seen.toSorted()).toEqual(["cases 2", "cases 2", "seats 2"]);
});

test("what does not load makes the batch come again", async () => {
  const work = onDemand([{ kinds: ["SEAT"], load: () => Promise.reject(new Error("no code")) }]);
  await expect(work(batch("SEAT#1"))).rejects.toThrow("no code");
});
