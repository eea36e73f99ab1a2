import { beforeAll, expect, test } from "vitest";
import { partsOf } from "../../functions/disclosure/disclosure.parts.ts";
import { reportsOf } from "../../functions/wiring.report.ts";
import { manyCases, YEAR } from "../bench/cases.ts";
import { people } from "../disclosure/support.ts";
import { disclosureOn } from "../support/disclosure.ts";
import { useEngine } from "../support/engine.ts";
import { openCounting } from "./rig.ts";

const engine = useEngine();
const COUNT = 420;
let reports: ReturnType<typeof reportsOf>;
let parts: ReturnType<typeof partsOf>;

beforeAll(async () => {
  await manyCases(engine.client, engine.table, COUNT);
  parts = partsOf(disclosureOn(engine.table).options);
  reports = reportsOf({ parts, config: { units: [{ code: "zfb" }] } as never });
}, 120_000);

test("a report of many requests is read by fewer than ten reads of a few units", async () => {
  engine.forget();
  const { report, violations } = await reports.read(people.clerk, { unit: "zfb", year: YEAR });
  expect(violations).toEqual([]);
  expect([report.three[0]?.total, report.three[24]?.total]).toEqual([COUNT, COUNT / 10]);
  expect(engine.consumed.length).toBeLessThan(10);
  expect(engine.consumed.reduce((sum, { capacityUnits }) => sum + capacityUnits, 0)).toBeLessThan(10);
});

test("what the batches wrote is what counting each case would have written", async () => {
  const { counts } = openCounting(engine.table);
  for (const n of [1, 10, 21]) {
    const reference = `440305G25${String(n).padStart(9, "0")}A`;
    const head = await parts.cases.readHead(reference);
    if (head === undefined) throw new Error(reference);
    expect(await counts.count(head)).toBe(n === 10);
  }
});
