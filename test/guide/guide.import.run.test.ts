import { describe, expect, test } from "vitest";
import { addToTally, newTally, reportOf, type Taken } from "../../functions/guide/guide.import.report.ts";
import { offerRows } from "../../functions/guide/guide.import.run.ts";
import {
  acceptedRow,
  type ImportedRow,
  rejectReasons,
  repairReasons,
} from "../../functions/guide/guide.import.ts";
import { guideImportCopy } from "../../web/copy/guide-import.ts";
import { complete } from "./samples.ts";

const row = (n: number): ImportedRow =>
  acceptedRow(n, { ...complete, codeScheme: "other", taskHandleItem: `A${n}` }, [
    { field: "materials", reason: "repeated" },
    { field: "topics", reason: "repeated" },
  ]);
const refused = (n: number): ImportedRow => ({
  row: n,
  code: "A1",
  reject: { reason: "duplicate", earlierRow: 1 },
});

async function* several(rows: readonly ImportedRow[], failure?: Error): AsyncGenerator<ImportedRow> {
  yield* rows;
  if (failure !== undefined) throw failure;
}

const added: Taken = { result: "added", state: "draft" };
const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

describe("rows offered to the guides", () => {
  test("several at once, answered in the order of the file", async () => {
    let [inFlight, most] = [0, 0];
    const sink = async ({ taskHandleItem = "" }) => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      await wait(20 - 2 * Number(taskHandleItem.slice(1)));
      inFlight -= 1;
      return added;
    };
    const seen: number[] = [];
    const rows = [1, 2, 3, 4, 5, 6, 7].map((n) => (n === 4 ? refused(n) : row(n)));
    for await (const { row: one, taken } of offerRows(several(rows), sink, 3)) {
      seen.push(one.row);
      expect(taken).toEqual(one.row === 4 ? undefined : added);
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(4);
  });

  test.each([
    ["the file", new Error("the file broke"), undefined],
    ["the guides", undefined, new Error("the table is gone")],
  ])("when %s fails, what was taken before is still told", async (_, ofFile, ofSink) => {
    const seen: number[] = [];
    const sink = async ({ taskHandleItem }: { taskHandleItem?: string }) => {
      await wait(5);
      if (taskHandleItem === "A2" && ofSink !== undefined) throw ofSink;
      return added;
    };
    const all = async () => {
      for await (const { row: one } of offerRows(several([row(1), row(2), row(3)], ofFile), sink, 8))
        seen.push(one.row);
    };
    await expect(all()).rejects.toBe(ofFile ?? ofSink);
    expect(seen).toEqual(ofFile === undefined ? [1, 3] : [1, 2, 3]);
  });
});

describe("the report", () => {
  const { ownerId: _, isFee: __, ...rest } = complete;
  const lacking = acceptedRow(9, rest, []);

  test("one line for each reason, with all its fields", () => {
    expect(reportOf(row(1), added)).toEqual([
      {
        row: 1,
        code: "A1",
        name: complete.taskName,
        result: "repaired",
        reason: "repeated",
        fields: ["materials", "topics"],
      },
    ]);
    expect(reportOf(lacking, added)).toMatchObject([
      { result: "incomplete", reason: "required", fields: ["ownerId", "isFee"] },
    ]);
    expect(reportOf(refused(3))).toMatchObject([
      { row: 3, result: "rejected", reason: "duplicate", fields: ["1"] },
    ]);
    expect(reportOf(row(1), { result: "rejected", reason: "draft_in_progress" })).toMatchObject([
      { result: "rejected", reason: "draft_in_progress", fields: [] },
    ]);
  });

  test("every row is in exactly one sum", () => {
    const tally = newTally();
    addToTally(tally, row(1), added);
    addToTally(tally, row(2), { result: "changed", state: "published" });
    addToTally(tally, lacking, { result: "unchanged" });
    addToTally(tally, refused(4));
    addToTally(tally, row(5), { result: "rejected", reason: "unit" });
    expect(tally).toMatchObject({
      ...{ rows: 5, accepted: 3, rejected: 2, repairedRows: 2, complete: 2 },
      ...{ added: 1, changed: 1, unchanged: 1, published: 1, drafts: 1 },
      rejects: { duplicate: 1, unit: 1 },
      repairs: { repeated: 4 },
      missing: { "ownerId required": 1, "isFee required": 1 },
    });
  });

  test("every reason has its words in both languages", () => {
    for (const lang of ["zh", "en"] as const) {
      const { reasons } = guideImportCopy(lang);
      expect([...repairReasons, ...rejectReasons].filter((reason) => !reasons[reason])).toEqual([]);
    }
    expect(Object.keys(guideImportCopy("en").reasons)).toEqual(Object.keys(guideImportCopy("zh").reasons));
  });
});
