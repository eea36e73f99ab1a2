/**
 * Many cases of one unit and year, as the product writes them: head and events, what each was counted with, the cells
 * that it stands in, and the counters. They go in by batches; the counters, which the stream adds up one by one, as sums.
 */
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { BatchWriteItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { addDays, chinaCalendar } from "../../functions/calendar/calendar.ts";
import { applicantKinds } from "../../functions/disclosure/disclosure.applicant.ts";
import type { DisclosureEvent } from "../../functions/disclosure/disclosure.case.ts";
import { fold } from "../../functions/disclosure/disclosure.case.ts";
import { outcomeCodes } from "../../functions/disclosure/disclosure.outcome.ts";
import { partsOf } from "../../functions/disclosure/disclosure.parts.ts";
import type { Table, Write } from "../../functions/kit/table.ts";
import { openCountStore } from "../../functions/report/report.count.store.ts";
import { factsOf, type Mark, marksOf } from "../../functions/report/report.count.ts";
import { counterWrites } from "../../functions/report/report.counter.store.ts";
import { submission } from "../disclosure/support.ts";
import { disclosureOn } from "../support/disclosure.ts";

export const YEAR = 2025;
const BATCH = 25;
const AT_ONCE = 4;
const calendar = chinaCalendar();

const referenceOf = (n: number): string => `440305G25${String(n).padStart(9, "0")}A`;

/** Every tenth is pending, the others are answered, with every outcome and every kind of applicant among them. */
function eventsOf(n: number): readonly DisclosureEvent[] {
  const applicantKind = applicantKinds[n % applicantKinds.length] as string;
  const receivedOn = addDays(`${YEAR}-01-02`, n % 300);
  const at = `${receivedOn}T02:00:00.000Z`;
  if (n % 10 === 0) return [{ ...submission, at, data: { ...submission.data, applicantKind } }];
  const { unit, title, applicantMasked, access, channel } = submission.data;
  const outcome = outcomeCodes[n % outcomeCodes.length] as string;
  const on = addDays(receivedOn, 20);
  const data = { unit, title, applicantMasked, access, channel, applicantKind, receivedOn, outcome, on };
  const by = { kind: "staff", id: "clerk-zfb", name: "", unit } as const;
  return [{ n: 1, kind: "import", at, by, data: { ...data, number: String(n), reply: "", counted: true } }];
}

const itemOf = (write: Write) => (write.kind === "put" ? [{ ...write.key, ...write.item }] : []);

/** Writes `count` cases. */
export async function manyCases(client: DynamoDBClient, table: Table, count: number): Promise<void> {
  const { cases } = partsOf(disclosureOn(table).options);
  const store = openCountStore(table);
  const marks: Mark[] = [];
  let waiting: Record<string, unknown>[] = [];
  const flush = async (): Promise<void> => {
    const batches = Array.from({ length: Math.ceil(waiting.length / BATCH) }, (_, place) =>
      waiting.slice(place * BATCH, (place + 1) * BATCH),
    );
    waiting = [];
    await Promise.all(batches.map((items) => writeBatch(client, items)));
  };
  for (let n = 1; n <= count; n += 1) {
    const events = eventsOf(n);
    const head = fold(referenceOf(n), events, calendar);
    const facts = factsOf(head);
    const after = marksOf(facts, YEAR);
    const counting = { reference: head.reference, facts, version: head.version, before: undefined, after };
    const counted = store.countWrites({ ...counting, change: { added: after, removed: [] }, fees: [] });
    marks.push(...after);
    waiting.push(
      ...[...cases.createWrites(head, events, () => new Error("taken")), ...counted].flatMap(itemOf),
    );
    if (waiting.length >= BATCH * AT_ONCE) await flush();
  }
  await flush();
  await table.commit([...counterWrites({ added: marks, removed: [] }, [])]);
}

async function writeBatch(client: DynamoDBClient, items: readonly Record<string, unknown>[]): Promise<void> {
  let requests = items.map((item) => ({
    PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) },
  }));
  while (requests.length > 0) {
    const answer = await client.send(new BatchWriteItemCommand({ RequestItems: { yichuang: requests } }));
    requests = (answer.UnprocessedItems?.yichuang ?? []) as typeof requests;
  }
}
