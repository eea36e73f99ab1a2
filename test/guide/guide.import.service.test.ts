import { beforeAll, describe, expect, test } from "vitest";
import { removeExpiredFiles } from "../../functions/attachment/attachment.jobs.ts";
import { openAttachments } from "../../functions/attachment/attachment.service.ts";
import { guideImports } from "../../functions/guide/guide.import.record.ts";
import { openGuideImports } from "../../functions/guide/guide.import.service.ts";
import type { Guide } from "../../functions/guide/guide.ts";
import { openStaffStore } from "../../functions/identity/identity.staff.store.ts";
import type { Staff } from "../../functions/identity/identity.ts";
import { openImportStore } from "../../functions/sheet/sheet.import.store.ts";
import { memoryBucket } from "../support/apps.ts";
import { useEngine } from "../support/engine.ts";
import { seededRandom, testVault } from "../support/world.ts";
import { guidesOn, people } from "./desk.ts";
import { complete } from "./samples.ts";

const engine = useEngine();
const bucket = memoryBucket();

function open() {
  const { guides, store, audit, clock } = guidesOn(engine.table);
  const staff = openStaffStore(engine.table);
  const imports = openGuideImports({
    store: openImportStore(engine.table, guideImports),
    files: openAttachments({ bucket, vault: testVault(), random: seededRandom(`imports ${Math.random()}`) }),
    guides,
    findStaff: staff.find,
    audit,
    clock: clock.now,
  });
  return { imports, store, staff, audit, clock };
}
type Imports = ReturnType<typeof open>["imports"];

/** Hands a file in as a browser does: the form, the post to the bucket, and back. */
async function handIn(imports: Imports, actor: Staff, content: string | Uint8Array, name = "指南.jsonl") {
  const { uploadId, form } = await imports.offer(actor, () => "");
  bucket.receive(form.fields.key ?? "", typeof content === "string" ? Buffer.from(content) : content, name);
  return { uploadId, result: await imports.handIn(actor, uploadId) };
}

async function idOf(imports: Imports, content: string, actor: Staff = people.clerk): Promise<string> {
  const { result } = await handIn(imports, actor, content);
  if ("problem" in result) throw new Error(result.problem);
  return result.id;
}

const item = (prefix: string, n: number, change: Partial<Guide> = {}): Guide => ({
  ...complete,
  codeScheme: "other",
  taskCode: `${prefix}-${n}`,
  ...change,
});
const linesOf = (rows: readonly unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join("");

beforeAll(async () => {
  const { staff, clock } = open();
  for (const person of [people.clerk, people.reviewer, people.both])
    await staff.remember(person, clock.now());
});

describe("handing in", () => {
  test("a file is looked at as a whole, and nothing is written", async () => {
    const { imports, store } = open();
    const rows = [item("A", 1), item("A", 2, { duty: "&lt;p&gt;负责" }), { taskName: "没有编码" }];
    const { uploadId, result } = await handIn(imports, people.clerk, linesOf(rows));
    const { id } = result as { id: string };
    expect(await imports.read(people.reviewer, id)).toMatchObject({
      unit: "rsj",
      by: { id: "clerk" },
      file: { name: "指南.jsonl" },
      format: "lines",
      found: { rows: 3, accepted: 2, rejected: 1, complete: 2, repairedRows: 1 },
    });
    expect(await imports.report(people.clerk, id)).toMatchObject([
      { row: 2, result: "repaired", reason: "entities" },
      { row: 2, result: "repaired", reason: "tags" },
      { row: 3, result: "rejected", reason: "item_code_missing" },
    ]);
    expect(await store.readHead("A-1")).toBeUndefined();
    expect(await imports.handIn(people.clerk, uploadId)).toEqual({ id });
    expect((await imports.list(people.clerk)).filter((card) => card.id === id)).toMatchObject([
      { name: "指南.jsonl", rows: 3, state: "found", by: "clerk" },
    ]);
  });

  test.each([
    ["<!doctype html>", "html_page"],
    ["实施编码,事项名称\n", "no_rows"],
    ["", "file_empty"],
    [Buffer.alloc(6 * 1024 * 1024 + 1, 32), "file_too_large"],
  ])("a file that is no use is named and not kept: %#", async (content, problem) => {
    const { imports } = open();
    const { uploadId, result } = await handIn(imports, people.clerk, content);
    expect(result).toEqual({ problem });
    expect(await imports.handIn(people.clerk, uploadId)).toEqual({ problem: "file_missing" });
  });

  test("a file in which every row is refused is kept for its report, and nothing can be taken in from it", async () => {
    const { imports } = open();
    const id = await idOf(imports, linesOf([{ taskName: "没有编码" }, { taskName: "也没有" }]));
    const record = await imports.read(people.clerk, id);
    expect(record.found).toMatchObject({ rows: 2, accepted: 0, rejected: 2 });
    expect(await imports.report(people.clerk, id)).toMatchObject([
      { row: 1, reason: "item_code_missing" },
      { row: 2, reason: "item_code_missing" },
    ]);
    expect(imports.actionsFor(record, people.clerk)).toEqual([]);
    await expect(imports.work(people.clerk, id, "drafts")).rejects.toMatchObject({ code: "out_of_turn" });
  });

  test("nobody hands in what another has posted", async () => {
    const { imports } = open();
    const { uploadId } = await imports.offer(people.clerk, () => "");
    expect(await imports.handIn(people.both, uploadId)).toEqual({ problem: "file_missing" });
  });
});

describe("taking in", () => {
  test("by slices, each of which may be repeated, to the end of the file", async () => {
    const { imports, store } = open();
    const rows = Array.from({ length: 230 }, (_, n) => (n === 40 ? { taskName: "坏" } : item("B", n)));
    const id = await idOf(imports, linesOf(rows));
    const states = [await imports.work(people.clerk, id, "drafts")];
    // The same slice again, as a double tap does: the first one stands.
    const { revision } = states[0] as { revision: number };
    while (states.at(-1)?.run?.isDone === false) states.push(await imports.work(people.clerk, id, "go_on"));
    expect(states.map(({ run }) => run?.tally.rows)).toEqual([100, 200, 230]);
    expect(revision).toBe(2);
    expect(states.at(-1)?.run).toMatchObject({
      isDone: true,
      tally: { accepted: 229, rejected: 1, added: 229, drafts: 229, published: 0 },
    });
    expect(await store.readVersion("B-229", 1)).toMatchObject({ state: "draft", authors: [{ id: "clerk" }] });
    await expect(imports.work(people.clerk, id, "go_on")).rejects.toMatchObject({ code: "out_of_turn" });

    const again = await idOf(imports, linesOf(rows.slice(0, 3)));
    expect((await imports.work(people.clerk, again, "drafts")).run).toMatchObject({
      isDone: true,
      tally: { unchanged: 3, added: 0, changed: 0 },
    });
  });

  test("192 procedures in six categories are published, each in its category (5-02)", async () => {
    const { imports, store } = open();
    const sizes = { 税务登记: 40, 发票管理: 36, 纳税申报: 44, 税收优惠: 30, 证明开具: 22, 涉税咨询: 20 };
    const rows = Object.entries(sizes).flatMap(([topic, count], place) =>
      Array.from({ length: count }, (_, n) => item(`T${place}`, n, { topics: [topic] })),
    );
    expect(rows).toHaveLength(192);
    const id = await idOf(imports, linesOf(rows));
    let record = await imports.work(people.reviewer, id, "publish");
    while (record.run?.isDone === false) record = await imports.work(people.reviewer, id, "go_on");
    expect(record.run?.tally).toMatchObject({ published: 192, drafts: 0, rejected: 0 });
    const codes = rows.map(({ taskCode }) => taskCode);
    const live = [
      ...(await store.readManyLive(codes.slice(0, 100))),
      ...(await store.readManyLive(codes.slice(100))),
    ];
    const topics = live.flatMap((one) => (one?.state === "published" ? one.guide.topics : []));
    expect(
      Object.fromEntries([...Map.groupBy(topics, (one) => one)].map(([one, all]) => [one, all.length])),
    ).toEqual(sizes);
  });

  test("two slices at the same time count once", async () => {
    const { imports } = open();
    const id = await idOf(imports, linesOf([item("C", 1), item("C", 2)]));
    const results = await Promise.allSettled([
      imports.work(people.clerk, id, "drafts"),
      imports.work(people.clerk, id, "drafts"),
    ]);
    const codes = results.map((each) => (each.status === "fulfilled" ? "done" : each.reason.code)).sort();
    expect(codes).toEqual(["done", "import_moved"]);
    expect((await imports.read(people.clerk, id)).run?.tally.rows).toBe(2);
  });

  test("somebody else of the unit publishes what is complete; whoever prepared it may not", async () => {
    const { imports, store } = open();
    const { duty: _, ...lacking } = item("D", 2);
    const content = linesOf([item("D", 1), lacking]);
    const id = await idOf(imports, content, people.both);
    await expect(imports.work(people.both, id, "publish")).rejects.toMatchObject({ code: "same_person" });
    await expect(imports.work(people.clerk, id, "publish")).rejects.toMatchObject({ code: "role" });
    const { run } = await imports.work(people.reviewer, id, "publish");
    expect(run).toMatchObject({ isDone: true, mode: "publish", tally: { published: 1, drafts: 1 } });
    expect(await store.readLive("D-1")).toMatchObject({ state: "published" });
    expect(await store.readVersion("D-1", 1)).toMatchObject({
      authors: [{ id: "both" }],
      approver: { id: "reviewer" },
    });
    expect(await store.readLive("D-2")).toBeUndefined();
  });

  test("drafts of an import are published later by somebody else", async () => {
    const { imports, store } = open();
    const id = await idOf(imports, linesOf([item("E", 1)]));
    await imports.work(people.clerk, id, "drafts");
    const record = await imports.read(people.reviewer, id);
    expect(imports.actionsFor(record, people.reviewer)).toEqual(["publish"]);
    expect(imports.actionsFor(record, people.clerk)).toEqual([]);
    await imports.work(people.reviewer, id, "publish");
    expect(await store.readLive("E-1")).toMatchObject({ state: "published" });
  });

  test("what somebody else is writing is left alone, and said", async () => {
    const { imports, store } = open();
    const first = await idOf(imports, linesOf([item("F", 1)]));
    await imports.work(people.clerk, first, "drafts");
    const second = await idOf(imports, linesOf([item("F", 1, { taskName: "改名" })]), people.both);
    const { run } = await imports.work(people.both, second, "drafts");
    expect(run).toMatchObject({
      tally: { rejected: 1, rejects: { draft_in_progress: 1 } },
      refused: [{ row: 1, code: "F-1", reason: "draft_in_progress" }],
    });
    expect((await store.readVersion("F-1", 1))?.guide.taskName).toBe(complete.taskName);
  });
});

describe("who may", () => {
  test.each([
    ["offer", people.reviewer, "role"],
    ["read", people.clerkElsewhere, "unit"],
    ["work", people.auditor, "role"],
    ["work", people.clerkElsewhere, "unit"],
  ] as const)("%s is refused and on record", async (what, actor, code) => {
    const { imports, audit } = open();
    const id = await idOf(imports, linesOf([item("G", 1)]));
    const tried = {
      offer: () => imports.offer(actor, () => ""),
      read: () => imports.read(actor, id),
      work: () => imports.work(actor, id, "drafts"),
    };
    await expect(tried[what]()).rejects.toMatchObject({ status: 403, code });
    const subject = `office:${what === "offer" ? actor.unit : "rsj"}`;
    expect(await audit.list(subject, 50)).toContainEqual(
      expect.objectContaining({ action: "guide.import", result: "refused", reason: code }),
    );
  });

  test("what is no import is not found", async () => {
    const { imports } = open();
    for (const id of ["", "x", `f${"0".repeat(32)}`])
      await expect(imports.read(people.clerk, id)).rejects.toMatchObject({ status: 404 });
  });
});

test("after a month the record expires, and its file goes with it", async () => {
  const { imports } = open();
  const id = await idOf(imports, linesOf([item("H", 1)]));
  const before = await engine.table.get({ pk: `GUIDEIMPORT#${id}`, sk: "HEAD" });
  expect(before?.expiresAt).toBe(Date.parse("2026-04-01T02:00:00.000Z") / 1000);
  const removed: string[] = [];
  const attachments = { remove: async (ids: readonly string[]) => void removed.push(...ids) };
  await removeExpiredFiles(attachments, {
    kind: "remove",
    expired: false,
    before,
    after: undefined,
    sequence: "1",
  });
  expect(removed).toEqual([]);
  await removeExpiredFiles(attachments, {
    kind: "remove",
    expired: true,
    before,
    after: undefined,
    sequence: "1",
  });
  expect(removed).toEqual([id]);
});
