/** Citizens' reports that a guide is wrong, on the real engine. */
import * as v from "valibot";
import { beforeAll, describe, expect, test } from "vitest";
import { openAuditStore } from "../../functions/audit/audit.store.ts";
import { guideSubject } from "../../functions/audit/audit.ts";
import { openGuideReports } from "../../functions/guide/guide.report.service.ts";
import { openReportStore } from "../../functions/guide/guide.report.store.ts";
import { guideReportForm, reportLimits } from "../../functions/guide/guide.report.ts";
import { useEngine } from "../support/engine.ts";
import { clockAt, seededRandom, testVault } from "../support/world.ts";
import { freshGuide, member, people } from "./desk.ts";

const engine = useEngine();
const clock = clockAt("2026-03-02T02:00:00.000Z");
const vault = testVault();
let reports: ReturnType<typeof openGuideReports>;
let audit: ReturnType<typeof openAuditStore>;
beforeAll(() => {
  audit = openAuditStore(engine.table, seededRandom("reports"));
  reports = openGuideReports({ store: openReportStore(engine.table), audit, vault, clock: clock.now });
});

const liveOf = (id: string, unit = "rsj") => ({ id, unit, version: 3, guide: freshGuide() });
let serial = 0;
const report = (id: string, more: object = {}) => {
  serial += 1;
  const said = { kind: "phone", text: "电话是空号，打不通。", ...more } as const;
  return { live: liveOf(id), report: said, address: `10.0.0.${serial}` };
};

test("the form takes what a citizen says, and says what it lacks", () => {
  expect(v.parse(guideReportForm, { kind: "phone", text: " 空号 " })).toEqual({
    kind: "phone",
    text: "空号",
  });
  const read = v.safeParse(guideReportForm, { kind: "x", text: "长".repeat(501) });
  expect(read.issues?.map(({ message }) => message)).toEqual(["kind.required", "text.too_long"]);
});

describe("a report", () => {
  test("is kept once whatever is tapped, sealed, and stands before the unit that keeps the guide", async () => {
    const one = report("A1", { contact: "13800000000" });
    await Promise.all([reports.add(one), reports.add(one), reports.add(one)]);
    const { reports: found } = await reports.list(people.clerk, { state: "open", limit: 20 });
    expect(found).toMatchObject([
      { guideId: "A1", version: 3, kind: "phone", text: "电话是空号，打不通。", contact: "13800000000" },
    ]);
    const seen = await reports.list(people.auditor, { state: "open", limit: 20, unit: "rsj" });
    expect(seen.reports[0]).not.toHaveProperty("contact");
    const stored = JSON.stringify(
      await engine.table.query({ where: { text: "#pk = :pk", values: { pk: "GUIDEREPORT#A1" } } }),
    );
    expect(stored).not.toMatch(/空号|13800000000|10\.0\.0/);
    await expect(
      reports.list(people.clerkElsewhere, { state: "open", limit: 1, unit: "rsj" }),
    ).rejects.toMatchObject({
      status: 403,
      code: "unit",
    });
  });

  test("is answered by one of two, and the contact is forgotten", async () => {
    await reports.add({ ...report("A2", { contact: "13800000000" }), live: liveOf("A2", "fgj") });
    const clerk = member("c", ["clerk"], "fgj");
    const [found] = (await reports.list(clerk, { state: "open", limit: 5 })).reports;
    if (found === undefined) throw new Error("the report was added");
    await expect(
      reports.answer(member("r", ["reviewer"], "fgj"), found, { outcome: "corrected", note: "" }),
    ).rejects.toMatchObject({ status: 403, code: "role" });
    const both = await Promise.allSettled(
      [1, 2].map((n) => reports.answer(clerk, found, { outcome: "corrected", note: `${n}` })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await reports.list(clerk, { state: "open", limit: 5 })).reports).toEqual([]);
    const [answered] = (await reports.list(clerk, { state: "answered", limit: 5 })).reports;
    expect(answered).toMatchObject({ text: found.text, answered: { outcome: "corrected", by: { id: "c" } } });
    expect(answered).not.toHaveProperty("contact");
    const record = await audit.list(guideSubject("A2"), 10);
    expect(record.map(({ result }) => result).sort()).toEqual(["done", "refused"]);
  });

  test.each([
    ["A2", "short"],
    ["A2", "x".repeat(22)],
    ["../x", "x".repeat(22)],
  ])("%s %s is none", async (guideId, id) => {
    const answer = reports.answer(people.clerk, { guideId, id }, { outcome: "was_right", note: "" });
    await expect(answer).rejects.toMatchObject({ status: 404 });
  });

  test("from one address come so many in an hour and no more", async () => {
    const address = "203.0.113.9";
    const tries = Array.from({ length: reportLimits.address + 3 }, (_, n) =>
      reports.add({ ...report("A3", { text: `${n}` }), address }),
    );
    const settled = await Promise.allSettled(tries);
    const refused = settled.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(refused).toHaveLength(3);
    for (const error of refused) expect(error).toMatchObject({ status: 429, code: "too_many_reports" });
    clock.pass(3600);
    await reports.add({ ...report("A3"), address });
  });

  test("pages follow each other without a gap", async () => {
    const clerk = member("p", ["clerk"], "pages");
    for (let n = 0; n < 5; n += 1) {
      clock.pass(60);
      await reports.add({ ...report(`P${n}`), live: liveOf(`P${n}`, "pages") });
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      engine.forget();
      const page = await reports.list(clerk, { state: "open", limit: 2, cursor });
      expect(engine.consumed.map(({ operation }) => operation)).toEqual(
        page.reports.length > 0 ? ["query", "getMany"] : ["query"],
      );
      seen.push(...page.reports.map(({ guideId }) => guideId));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(seen).toEqual(["P0", "P1", "P2", "P3", "P4"]);
  });
});
