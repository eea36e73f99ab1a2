import { beforeAll, describe, expect, test } from "vitest";
import { officeSubject } from "../../functions/audit/audit.ts";
import { applicantKinds } from "../../functions/disclosure/disclosure.applicant.ts";
import type { DisclosureHead } from "../../functions/disclosure/disclosure.case.ts";
import { openCounts } from "../../functions/report/report.count.service.ts";
import { openCountStore } from "../../functions/report/report.count.store.ts";
import type { Reports } from "../../functions/report/report.service.ts";
import { openReports } from "../../functions/report/report.service.ts";
import { emptyText, openReportStore } from "../../functions/report/report.store.ts";
import { changedCells } from "../../functions/report/report.table.ts";
import { people } from "../disclosure/support.ts";
import { disclosureOn } from "../support/disclosure.ts";
import { useEngine } from "../support/engine.ts";
import { cityTable, requestEvents } from "./city.ts";
import { lifeOf, numberAt } from "./rig.ts";

const engine = useEngine();
const units = ["zfb", "zrzy", ...Array.from({ length: 60 }, (_, index) => `unit-${index}`)];
let reports: Reports;
let world: ReturnType<typeof disclosureOn>;
let count: (head: DisclosureHead) => Promise<boolean>;

beforeAll(() => {
  const { table } = engine;
  world = disclosureOn(table);
  const heads = { readHeads: async (references: readonly string[]) => references.map(() => undefined) };
  const clock = world.clock.now;
  const store = openCountStore(table);
  reports = openReports({
    table,
    store: openReportStore(table),
    counts: store,
    audit: world.audit,
    clock,
    heads,
    units,
  });
  count = openCounts({ table, store, clock, heads, units }).count;
});

const text = (problems: string) => ({ ...emptyText, chapters: { ...emptyText.chapters, problems } });
const seen = async (scope: { unit?: string; year: number }, more: object = {}) => {
  const { hash } = await reports.read(people.auditor, scope);
  return { hash, reason: "", tick: true, ...more };
};
const code = (error: unknown) => ({ status: 409, code: error });

describe("reading", () => {
  test("a report of nothing is zeros, holds, and tells that the year is not over", async () => {
    const view = await reports.read(people.clerk, { unit: "zfb", year: 2026 });
    expect(view).toMatchObject({ violations: [], frozen: [], drift: undefined, isOver: false, version: 0 });
    expect(new Set(view.report.three.flatMap((row) => Object.values(row)))).toEqual(new Set([0]));
  });

  test("costs the same few reads whatever it counts: a unit four, a government of 62 units five", async () => {
    // What 100,000 requests leave behind is a number in each cell.
    const write = openCountStore(engine.table);
    const cells = cityTable.flatMap((row, index) =>
      applicantKinds.map((column) => ({ row: index + 1, column, by: row[column] })),
    );
    for (const unit of ["unit-3", "unit-4"])
      await engine.table.commit([
        write.correctionWrite(
          { unit, year: 2025 },
          cells.filter(({ row, by }) => row !== 2 && by > 0),
        ),
        write.correctionWrite(
          { unit, year: 2024 },
          cells.filter(({ row, by }) => row === 2 && by > 0).map((cell) => ({ ...cell, row: 25 })),
        ),
      ]);
    engine.forget();
    const one = await reports.read(people.auditor, { unit: "unit-3", year: 2025 });
    expect(changedCells(cityTable, one.report.three)).toEqual([]);
    expect(engine.consumed.map(({ operation }) => operation).toSorted()).toEqual([
      "get",
      "getMany",
      "query",
      "query",
    ]);
    engine.forget();
    const whole = await reports.read(people.auditor, { year: 2025 });
    expect(whole.report.three[0]?.total).toBe(2 * 14_069);
    expect(whole.violations).toEqual([]);
    expect(engine.consumed).toHaveLength(5);
  });

  test("is for the own unit, the whole for the government's office and who watches", async () => {
    const scope = { unit: "zrzy", year: 2026 };
    await expect(reports.read(people.clerk, scope)).rejects.toMatchObject({ status: 403, code: "unit" });
    await expect(reports.read(people.clerkElsewhere, { year: 2026 })).rejects.toMatchObject({ code: "unit" });
    await reports.read(people.clerkElsewhere, scope);
    await reports.read(people.auditor, scope);
    await reports.read(people.clerk, { year: 2026 });
    const [entry] = await world.audit.list(officeSubject("zrzy"), 5);
    expect(entry).toMatchObject({ action: "report.read", result: "refused", reason: "unit" });
  });
});

describe("writing", () => {
  const scope = { unit: "zfb", year: 2019 };
  test("keeps what was typed, and two who write at once do not overwrite each other", async () => {
    await reports.save(people.clerk, scope, { text: text("人手不足"), version: 0 });
    const saves = ["一", "二", "三"].map((problems) =>
      reports.save(people.admin, scope, { text: text(problems), version: 1 }).then(
        () => "saved",
        (error) => error.code,
      ),
    );
    expect((await Promise.all(saves)).toSorted()).toEqual(["report_changed", "report_changed", "saved"]);
    expect((await reports.textOf(people.clerk, scope)).version).toBe(2);
  });

  test.each([
    ["长".repeat(8_001), "prose.too_long"],
    ["a\u0001b", "prose.characters"],
    ["\ud800", "prose.characters"],
    ["\u202e反", "prose.characters"],
  ])("what no document can hold is refused", async (problems, errorCode) => {
    await expect(
      reports.save(people.clerk, scope, { text: text(problems), version: 2 }),
    ).rejects.toMatchObject({
      status: 422,
      errors: [{ field: "problems", code: errorCode }],
    });
  });

  test("is not for handlers and reviewers", async () => {
    for (const person of [people.handler, people.reviewer, people.auditor, people.clerkElsewhere])
      await expect(reports.save(person, scope, { text: emptyText, version: 2 })).rejects.toMatchObject({
        status: 403,
      });
  });
});

describe("publishing", () => {
  test("takes a year that is over, checked, with every chapter; by an admin", async () => {
    const scope = { unit: "zfb", year: 2020 };
    await expect(reports.freeze(people.clerk, scope, await seen(scope))).rejects.toMatchObject({
      status: 403,
    });
    await expect(reports.freeze(people.admin, scope, await seen(scope))).rejects.toMatchObject(
      code("chapter_missing"),
    );
    await reports.save(people.clerk, scope, { text: text("答复偏晚"), version: 0 });
    await expect(
      reports.freeze(people.admin, scope, await seen(scope, { tick: false })),
    ).rejects.toMatchObject({ status: 422, errors: [{ field: "tick", code: "tick.required" }] });
    const running = { unit: "zfb", year: 2026 };
    await expect(reports.freeze(people.admin, running, await seen(running))).rejects.toMatchObject(
      code("year_not_over"),
    );
    await reports.freeze(people.admin, scope, await seen(scope));
    expect(await reports.published(scope)).toMatchObject([{ n: 1, by: { id: people.admin.id } }]);
    await expect(reports.freeze(people.admin, scope, await seen(scope))).rejects.toMatchObject(
      code("nothing_changed"),
    );
  });

  test("publishes what was seen and nothing else, and ten at once publish once", async () => {
    const scope = { unit: "zfb", year: 2021 };
    await reports.save(people.clerk, scope, { text: text("甲"), version: 0 });
    const before = await seen(scope);
    await reports.save(people.clerk, scope, { text: text("乙"), version: 1 });
    await expect(reports.freeze(people.admin, scope, before)).rejects.toMatchObject(code("report_changed"));
    const now = await seen(scope);
    const all = Array.from({ length: 10 }, () =>
      reports.freeze(people.admin, scope, now).then(
        () => "published",
        (error) => error.code,
      ),
    );
    const results = await Promise.all(all);
    expect(results.filter((each) => each === "published")).toHaveLength(1);
    expect(await reports.published(scope)).toHaveLength(1);
  });

  test("an answer that comes to light later is seen as drift, and amended with its reason and its cells", async () => {
    const scope = { unit: "zfb", year: 2025 };
    const [first] = lifeOf(numberAt(7_001), requestEvents("person", "2025-11-03"));
    await count(first as DisclosureHead);
    await reports.save(people.clerk, scope, { text: text("无"), version: 0 });
    await reports.freeze(people.admin, scope, await seen(scope));
    const answered = requestEvents("person", "2025-11-03", { on: "2025-12-30", outcome: "not_held" });
    await count(lifeOf(numberAt(7_001), answered).at(-1) as DisclosureHead);

    const view = await reports.read(people.admin, scope);
    expect(view.differs).toBe(true);
    const changes = [
      { row: 13, column: "person", before: 0, after: 1 },
      { row: 13, column: "total", before: 0, after: 1 },
      { row: 24, column: "person", before: 0, after: 1 },
      { row: 24, column: "total", before: 0, after: 1 },
      { row: 25, column: "person", before: 1, after: 0 },
      { row: 25, column: "total", before: 1, after: 0 },
    ];
    expect(view.drift).toEqual(changes);
    // The next year carries in what is pending now, and last year's published report says otherwise.
    const next = await reports.read(people.admin, { unit: "zfb", year: 2026 });
    expect(next.violations).toEqual([
      { identity: "carry_over", column: "person", left: 0, right: 1 },
      { identity: "carry_over", column: "total", left: 0, right: 1 },
    ]);

    await expect(reports.freeze(people.admin, scope, await seen(scope))).rejects.toMatchObject({
      errors: [{ field: "reason", code: "reason.required" }],
    });
    await reports.freeze(people.admin, scope, await seen(scope, { reason: "补录一件答复" }));
    const [amended, original] = await reports.published(scope);
    expect(amended).toMatchObject({ n: 2, reason: "补录一件答复", changes });
    expect(original).toMatchObject({ n: 1, changes: [] });
    expect((await reports.read(people.admin, { unit: "zfb", year: 2026 })).violations).toEqual([]);
  });

  test("a year whose carry-over contradicts last year's publication is not published", async () => {
    const before = { unit: "zfb", year: 2016 };
    await reports.save(people.clerk, before, { text: text("无"), version: 0 });
    await reports.freeze(people.admin, before, await seen(before));
    const [first] = lifeOf(numberAt(7_002), requestEvents("person", "2016-11-03"));
    await count(first as DisclosureHead);
    const scope = { unit: "zfb", year: 2017 };
    await reports.save(people.clerk, scope, { text: text("无"), version: 0 });
    await expect(reports.freeze(people.admin, scope, await seen(scope))).rejects.toMatchObject(
      code("identities_broken"),
    );
  });
});
