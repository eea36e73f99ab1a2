import { beforeAll, expect, test } from "vitest";
import type { DisclosureHead } from "../../functions/disclosure/disclosure.case.ts";
import { recount, repair, type StoredCase } from "../../functions/report/report.recount.ts";
import { openReports } from "../../functions/report/report.service.ts";
import { emptyText, openReportStore } from "../../functions/report/report.store.ts";
import { otherOf } from "../../functions/report/report.words.ts";
import { people } from "../disclosure/support.ts";
import { disclosureOn } from "../support/disclosure.ts";
import { useEngine } from "../support/engine.ts";
import { requestEvents } from "./city.ts";
import { calendar, lifeOf, numberAt, openCounting } from "./rig.ts";

const engine = useEngine();
const unit = "zfb";
let counting: ReturnType<typeof openCounting>;
let reports: ReturnType<typeof openReports>;

beforeAll(() => {
  const { table } = engine;
  counting = openCounting(table, [unit]);
  const world = disclosureOn(table);
  const heads = { readHeads: async () => [] };
  reports = openReports({
    table,
    store: openReportStore(table),
    counts: counting.store,
    audit: world.audit,
    clock: world.clock.now,
    heads,
    units: [unit],
  });
});

type Fee = NonNullable<DisclosureHead["fee"]>;
const told = (on: string, feeYuan: number): Fee => ({
  scheme: "by_pages",
  feeYuan,
  basis: "68 页。",
  payment: "非税账户。",
  on,
  until: "2026-12-31",
});
const pending = (place: number, fee: Fee | undefined, version = 1): DisclosureHead => ({
  ...(lifeOf(numberAt(place), requestEvents("person", "2025-11-03"))[0] as DisclosureHead),
  version,
  fee,
});
const read = (year: number) => reports.read(people.clerk, { unit, year });

test("chapter six says what applicants were told to pay and what they paid, each in its year", async () => {
  const { count } = counting.counts;
  expect((await read(2025)).report.fees).toBeUndefined();
  await count(pending(1, told("2025-12-20", 380)));
  await count(pending(1, { ...told("2025-12-20", 380), paidOn: "2026-01-08" }, 2));
  await count(pending(2, told("2025-12-29", 400)));
  // Waived: told all the same, and never paid.
  const waiver = { on: "2026-01-05", reason: "符合减免条件，免收。", by: { id: "r", name: "" } };
  await count(pending(2, { ...told("2025-12-29", 400), waiver }, 2));
  // Brought twice, it counts once.
  await count(pending(2, { ...told("2025-12-29", 400), waiver }, 2));
  const [before, after] = [await read(2025), await read(2026)];
  expect(before.report.fees).toEqual({
    told: { notices: 2, feeYuan: 780 },
    paid: { notices: 0, feeYuan: 0 },
  });
  expect(after.report.fees).toEqual({
    told: { notices: 0, feeYuan: 0 },
    paid: { notices: 1, feeYuan: 380 },
  });
  expect(otherOf(before.report).zh).toBe(
    "2025年，发出信息处理费收费通知2件，金额共计780元；实际收取信息处理费0件，共计0元。\n无其他需要报告的事项。",
  );
});

test("what the office writes stands behind the fees, and a published report keeps both", async () => {
  const scope = { unit, year: 2025 };
  const chapters = { overview: "", problems: "人手不足。", other: "开展培训两次。" };
  await reports.save(people.clerk, scope, { text: { ...emptyText, chapters }, version: 0 });
  const { hash, report } = await read(2025);
  expect(otherOf(report).zh).toMatch(/共计780元.*\n开展培训两次。$/s);
  await reports.freeze(people.admin, scope, { hash, reason: "", tick: true });
  const [frozen] = await reports.published(scope);
  expect(frozen?.report.fees?.told).toEqual({ notices: 2, feeYuan: 780 });
  expect((await read(2025)).differs).toBe(false);
});

test("a recount proves the sums from the events, names a wrong one and puts it right", async () => {
  const reference = numberAt(9);
  const submitted = requestEvents("company", "2025-12-01")[0];
  if (submitted === undefined) throw new Error("no event");
  const by = { kind: "staff", id: "handler-zfb", name: "", unit } as const;
  const at = "2025-12-10T02:00:00.000Z";
  const events: StoredCase["events"] = [
    { ...submitted, data: { ...(submitted.data as object), unit: "fees" } } as StoredCase["events"][number],
    { n: 2, kind: "confirm_receipt", at, by, data: { on: "2025-12-10" } },
    { n: 3, kind: "assign", at, by, data: { assignee: { id: "handler-zfb", name: "" } } },
    { n: 4, kind: "notify_fee", at, by, data: { ...told("2025-12-10", 700) } },
  ];
  const head = lifeOf(reference, events).at(-1) as DisclosureHead;
  await counting.counts.count(head);
  async function* stored(): AsyncGenerator<StoredCase> {
    yield { reference, head, events };
  }
  const options = { store: counting.store, units: ["fees"], thisYear: 2026, calendar };
  expect(await recount(stored(), options)).toMatchObject({ heads: [], differences: [], fees: [] });
  const where = { unit: "fees", year: 2025 };
  const sums = (notices: number, feeYuan: number) => ({
    told: { notices, feeYuan },
    paid: { notices: 0, feeYuan: 0 },
  });
  await engine.table.commit([counting.store.feeCorrectionWrite(where, sums(1, 700), sums(0, 0))]);
  expect((await recount(stored(), options)).fees).toEqual([
    { ...where, shouldBe: sums(1, 700), counted: sums(2, 1_400) },
  ]);
  const after = await repair(stored, { ...options, table: engine.table, count: counting.counts.count });
  expect(after.fees).toEqual([]);
  const cheated = { ...head, fee: { ...told("2025-12-10", 7) } };
  async function* doctored(): AsyncGenerator<StoredCase> {
    yield { reference, head: cheated, events };
  }
  expect((await recount(doctored(), options)).heads).toEqual([reference]);
});
