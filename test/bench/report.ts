/** The annual report must cost the same few reads however many requests it counts, and its counters must be right. */
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import * as v from "valibot";
import { chinaCalendar } from "../../functions/calendar/calendar.ts";
import { disclosureEventSchema, disclosureHeadSchema } from "../../functions/disclosure/disclosure.case.ts";
import { partsOf } from "../../functions/disclosure/disclosure.parts.ts";
import type { Consumed } from "../../functions/kit/table.ts";
import { openTable } from "../../functions/kit/table.ts";
import { openCountStore } from "../../functions/report/report.count.store.ts";
import { recount, type StoredCase } from "../../functions/report/report.recount.ts";
import { reportsOf } from "../../functions/wiring.report.ts";
import { allCases, isDisclosure } from "../../stacks/local/cases.ts";
import { people } from "../disclosure/support.ts";
import { disclosureOn } from "../support/disclosure.ts";
import { manyCases, YEAR } from "./cases.ts";
import { benchEngine } from "./engine.ts";
import type { Row } from "./measure.ts";
import { growth } from "./measure.ts";

const REPORTS_PER_ROUND = 20;
const MOST_READS = 10;
const unit = "zfb";

async function reportWith(count: number) {
  const { client, stop } = await benchEngine();
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const consumed: Consumed[] = [];
  const onConsumed = (each: Consumed) => void consumed.push(each);
  const table = openTable({ client: documents, name: "yichuang", onConsumed });
  await manyCases(client, table, count);
  const parts = partsOf(disclosureOn(table).options);
  const reports = reportsOf({ parts, config: { units: [{ code: unit }] } as never });
  const read = () => reports.read(people.clerk, { unit, year: YEAR });

  /** How many reads a report takes; it holds all of the cases and its identities hold. */
  async function reads(): Promise<number> {
    consumed.length = 0;
    const { report, violations } = await read();
    if (report.three[0]?.total !== count || violations.length > 0) throw new Error("the report is wrong");
    return consumed.length;
  }

  async function* stored(): AsyncGenerator<StoredCase> {
    const found = { client, documents, name: "yichuang", publicOrigin: "", stop: async () => {} };
    for await (const raw of allCases(found)) {
      if (!isDisclosure(raw)) continue;
      const events = raw.events.map(({ event }) => v.parse(disclosureEventSchema, event));
      yield { reference: raw.reference, head: v.parse(disclosureHeadSchema, raw.head), events };
    }
  }

  const proof = () =>
    recount(stored(), {
      store: openCountStore(table),
      units: [unit],
      thisYear: YEAR,
      calendar: chinaCalendar(),
    });
  const work = async () => {
    for (let n = 0; n < REPORTS_PER_ROUND; n += 1) await read();
  };
  return { work, stop, reads, proof };
}

export async function benchReport(rounds: number, quick: boolean): Promise<readonly Row[]> {
  const many = quick ? 2_000 : 100_000;
  const [small, large] = [await reportWith(1_000), await reportWith(many)];
  const reads = await large.reads();
  if (reads >= MOST_READS) throw new Error(`the report takes ${reads} reads`);
  const started = performance.now();
  const { cases, cells, heads, differences } = await large.proof();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (cases !== many || heads.length + differences.length > 0) throw new Error("the counters are wrong");
  const named = many.toLocaleString("en");
  const row = await growth(
    { small, large },
    {
      what: `annual report of ${named} requests`,
      floor: "annual report of 1,000 requests",
      perRound: REPORTS_PER_ROUND,
      rounds,
    },
  );
  const proven = `${reads} reads; a recount of ${cells} cells found all of them right in ${seconds} s`;
  return [{ ...row, detail: `${row.detail}; ${proven}` }];
}
