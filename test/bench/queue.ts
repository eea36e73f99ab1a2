/** A page of the queue must cost the same however many cases are pending. */

import { BatchWriteItemCommand } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { addDays, chinaCalendar } from "../../functions/calendar/calendar.ts";

import { queueAttributes } from "../../functions/case/case.queue.store.ts";
import type { DisclosureHead } from "../../functions/disclosure/disclosure.case.ts";
import { firstHead, queueOf } from "../../functions/disclosure/disclosure.case.ts";
import { openTable } from "../../functions/kit/table.ts";
import { people, submission } from "../disclosure/support.ts";
import { disclosureOn } from "../support/disclosure.ts";
import { benchEngine } from "./engine.ts";
import type { Row } from "./measure.ts";
import { growth } from "./measure.ts";

const PAGES_PER_ROUND = 30;
const PAGE_SIZE = 25;

function headOf(n: number): DisclosureHead {
  const reference = `440305G260302${String(n).padStart(6, "0")}`;
  const head = firstHead(reference, submission, chinaCalendar());
  return { ...head, due: { ...head.due, on: addDays(head.due.on, n % 400) } };
}

async function queueWith(pending: number) {
  const { client, stop } = await benchEngine();
  for (let start = 0; start < pending; start += 25) {
    const heads = Array.from({ length: Math.min(25, pending - start) }, (_, i) => headOf(start + i));
    const requests = heads.map((head) => {
      const item = {
        pk: `CASE#${head.reference}`,
        sk: "HEAD",
        head,
        version: 1,
        ...queueAttributes(queueOf(head)),
      };
      return { PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) } };
    });
    await client.send(new BatchWriteItemCommand({ RequestItems: { yichuang: requests } }));
  }
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const { disclosure } = disclosureOn(openTable({ client: documents, name: "yichuang" }));
  const page = (cursor?: string) =>
    disclosure.queue(people.clerk, { unit: "zfb" }, { limit: PAGE_SIZE, cursor });
  const first = await page();
  if (first.cards.length !== PAGE_SIZE || first.next === undefined)
    throw new Error("the queue is not filled");
  const pages = async () => {
    for (let n = 0; n < PAGES_PER_ROUND; n += 1) await page(n % 2 === 0 ? undefined : first.next);
  };
  return { work: pages, stop };
}

export async function benchQueue(rounds: number): Promise<readonly Row[]> {
  const standing = { small: await queueWith(1000), large: await queueWith(100_000) };
  const what = { what: "queue page at 100,000 pending", floor: "queue page at 1,000 pending" };
  return [await growth(standing, { ...what, perRound: PAGES_PER_ROUND, rounds })];
}
