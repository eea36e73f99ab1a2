/**
 * `npm run recount`: proves that the counters of the annual report are what the cases come to. `npm run recount -- --repair`
 * counts each case again as the stream would and moves what is still wrong; nobody should work meanwhile.
 */
import * as v from "valibot";
import { chinaCalendar, dayOf } from "../../functions/calendar/calendar.ts";
import { disclosureEventSchema, disclosureHeadSchema } from "../../functions/disclosure/disclosure.case.ts";
import { systemClock } from "../../functions/kit/clock.ts";
import { openTable } from "../../functions/kit/table.ts";
import { openCounts } from "../../functions/report/report.count.service.ts";
import { openCountStore } from "../../functions/report/report.count.store.ts";
import type { CellDifference, RecountResult, StoredCase } from "../../functions/report/report.recount.ts";
import { recount, repair } from "../../functions/report/report.recount.ts";
import { allCases, isDisclosure } from "./cases.ts";
import { StartFailure } from "./failure.ts";
import { type FoundTable, findTable, unitsOf } from "./table.ts";

const MOST_SHOWN = 40;

async function* storedCases(found: FoundTable): AsyncGenerator<StoredCase> {
  for await (const raw of allCases(found)) {
    if (!isDisclosure(raw)) continue;
    yield {
      reference: raw.reference,
      head: v.parse(disclosureHeadSchema, raw.head),
      events: raw.events.map(({ event }) => v.parse(disclosureEventSchema, event)),
    };
  }
}

function tell({ cases, cells, heads, differences, fees }: RecountResult): void {
  const wrong = differences.length + heads.length + fees.length;
  console.log(`${cases} cases, ${cells} cells: ${wrong === 0 ? "the counters are right" : `${wrong} wrong`}`);
  for (const each of differences.slice(0, MOST_SHOWN)) console.log(`  ${lineOf(each)}`);
  for (const { unit, year, shouldBe, counted } of fees)
    console.log(`  ${unit} ${year} fees: ${JSON.stringify(shouldBe)}, counted ${JSON.stringify(counted)}`);
  for (const reference of heads.slice(0, MOST_SHOWN))
    console.log(`  ${reference}: its head is not its events`);
}

const lineOf = ({ unit, year, row, column, shouldBe, counted, listed }: CellDifference): string =>
  `${unit} ${year} row ${row} ${column}: ${shouldBe} cases, counted ${counted}, listed ${listed}`;

async function run(): Promise<void> {
  const found = await findTable(process.env);
  try {
    const table = openTable({ client: found.documents, name: found.name });
    const store = openCountStore(table);
    const thisYear = Number(dayOf(systemClock()).slice(0, 4));
    const options = { store, units: unitsOf(process.env), thisYear, calendar: chinaCalendar() };
    const cases = () => storedCases(found);
    const heads = { readHeads: async () => [] };
    const { count } = openCounts({ table, store, clock: systemClock, heads, units: [] });
    const result = process.argv.includes("--repair")
      ? await repair(cases, { ...options, table, count })
      : await recount(cases(), options);
    tell(result);
    if (result.differences.length + result.heads.length + result.fees.length > 0) process.exitCode = 1;
  } finally {
    await found.stop();
  }
}

await run().catch((error: unknown) => {
  console.error(error instanceof StartFailure ? error.message : error);
  process.exitCode = 1;
});
