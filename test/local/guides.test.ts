/** `npm run guides` as its operator runs it: a process, files, and the real engine behind it. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, describe, expect, test, vi } from "vitest";
import type { Guide } from "../../functions/guide/guide.ts";
import { openStaffStore } from "../../functions/identity/identity.staff.store.ts";
import { StartFailure } from "../../stacks/local/failure.ts";
import { takeFolder } from "../../stacks/local/folder.ts";
import { readCommand } from "../../stacks/local/guides/command.ts";
import { exportGuides } from "../../stacks/local/guides/export.ts";
import { importGuides } from "../../stacks/local/guides/import.ts";
import { runningStores, tellStores } from "../../stacks/local/running.ts";
import { guidesOn, member } from "../guide/desk.ts";
import { complete } from "../guide/samples.ts";
import { useEngine } from "../support/engine.ts";

const engine = useEngine();
const folder = mkdtempSync(join(tmpdir(), "guides-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The command as a process of its own. */
const program = new URL("../../stacks/local/guides.ts", import.meta.url).pathname;
const start = (...words: readonly string[]) =>
  spawn(process.execPath, [program, ...words], {
    env: { ...process.env, DYNAMODB_ENDPOINT: engine.endpoint },
    stdio: ["ignore", "pipe", "pipe"],
  });

async function spawned(...words: readonly string[]) {
  const child = start(...words);
  let [output, errors] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (output += chunk));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, output, errors: errors.replace(/^importing .*\n|^\n/gm, "") };
}

/** The same without the process; what it prints, or the one sentence that it ends with. */
async function guides(...words: readonly string[]): Promise<string> {
  const printed: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((text: string) => void printed.push(text));
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const { guides: service, store } = guidesOn(engine.table, new Date().toISOString());
  const staff = openStaffStore(engine.table);
  const units = ["zfb", "rsj", "mzj", "zjj"];
  const close = async () => undefined;
  const place = { guides: service, store, staff, units, publicOrigin: "https://banshi.example", close };
  try {
    const command = readCommand(words);
    if (command.kind === "import") await importGuides(command, place);
    if (command.kind === "export") await exportGuides(command, place);
    return printed.join("\n");
  } catch (error) {
    if (error instanceof StartFailure) return `! ${error.message}`;
    throw error;
  } finally {
    vi.restoreAllMocks();
    log.mockRestore();
  }
}

let files = 0;
function fileOf(content: string | Uint8Array, ending = "jsonl"): string {
  files += 1;
  const file = join(folder, `${files}.${ending}`);
  writeFileSync(file, content);
  return file;
}

const item = (prefix: string, n: number, change: Partial<Guide> = {}): Guide => ({
  ...complete,
  codeScheme: "other",
  taskCode: `${prefix}-${n}`,
  taskName: `事项${n}`,
  ...change,
});
const linesOf = (rows: readonly unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join("");

describe("import", () => {
  test("drafts by default; a second time nothing changes; a changed row is a new version", async () => {
    const rows = [item("A", 1), item("A", 2, { duty: "&lt;p&gt;负责&lt;/p&gt;" }), { taskCode: "A-3" }];
    const file = fileOf(linesOf(rows));
    const report = join(folder, "report.csv");
    const first = await spawned("import", file, "--report", report, "--unit", "rsj");
    expect(first).toMatchObject({ code: 0, errors: "" });
    expect(first.output).toContain("3 rows");
    expect(first.output).toContain("added 2, changed 0, unchanged 0");
    expect(first.output).toMatch(/refused +1 {2}name_missing 1/);
    expect(first.output).toMatch(/drafts +2/);
    const said = readFileSync(report, "utf8");
    expect(said).toMatch(/^\ufeff行,编码,事项,结果,原因代码,字段,说明\r\n/);
    expect(said).toContain("2,A-2,事项2,已整理,entities,duty,网页转义符已还原\r\n");
    expect(said).toContain("3,A-3,,未导入,name_missing,,没有事项名称\r\n");

    expect(await guides("import", file, "--unit", "rsj")).toContain("added 0, changed 0, unchanged 2");
    const changed = fileOf(linesOf([item("A", 1, { taskName: "事项一" }), item("A", 2)]));
    expect(await guides("import", changed, "--unit", "rsj")).toContain("changed 2, unchanged 0");
    const { store } = guidesOn(engine.table);
    expect((await store.readVersion("A-1", 1))?.guide.taskName).toBe("事项一");
    expect(await store.readLive("A-1")).toBeUndefined();
  });

  test("two people of the unit publish what is complete; the rest stays a draft", async () => {
    const staff = openStaffStore(engine.table);
    for (const [id, role] of [
      ["clerk-rsj", "clerk"],
      ["reviewer-rsj", "reviewer"],
    ] as const)
      await staff.remember(member(id, [role]), new Date().toISOString());
    const { duty: _, ...lacking } = item("B", 2);
    const file = fileOf(linesOf([item("B", 1), lacking]));
    const people = ["--prepared-by", "clerk-rsj", "--approved-by", "reviewer-rsj", "--unit", "rsj"];
    const report = join(folder, "report.jsonl");
    const output = await guides("import", file, ...people, "--report", report);
    expect(output).toMatch(/published +1\n +drafts +1\n/);
    expect(JSON.parse(readFileSync(report, "utf8"))).toMatchObject({
      code: "B-2",
      result: "incomplete",
      reason: "required",
      fields: ["duty"],
    });
    const { store } = guidesOn(engine.table);
    expect(await store.readLive("B-1")).toMatchObject({ state: "published", unit: "rsj" });
    expect(await store.readLive("B-2")).toBeUndefined();
    expect(await store.readVersion("B-1", 1)).toMatchObject({
      authors: [{ id: "clerk-rsj" }],
      approver: { id: "reviewer-rsj" },
    });
  });

  test.each([
    [
      ["--prepared-by", "x"],
      "Publishing takes two people: give --prepared-by and --approved-by, or --as-drafts.",
    ],
    [
      ["--prepared-by", "x", "--approved-by", "x"],
      "Whoever prepared guides may not approve them: --approved-by must be somebody else.",
    ],
    [
      ["--prepared-by", "x", "--approved-by", "y"],
      "Nobody called x has signed in at the unit zfb: they must, once, to be known.",
    ],
    [["--unit", "nowhere"], "There is no unit nowhere: zfb,"],
    [["--checked-on", "today"], "--checked-on must be a day such as 2026-03-20."],
    [["second.jsonl"], "One file at a time: second.jsonl is one too many."],
    [["--wrong"], "Unknown option '--wrong'."],
  ])("%j is refused in one sentence", async (words, sentence) => {
    const found = await guides("import", fileOf(linesOf([item("C", 1)])), ...words);
    expect(found.startsWith(`! ${sentence}`)).toBe(true);
    expect(await guidesOn(engine.table).store.readHead("C-1")).toBeUndefined();
  });

  test.each([
    ["damaged", Buffer.from("504b03040a0000", "hex"), "This is an Excel file or an archive."],
    ["empty", "", "This file is empty."],
    ["page", "<!doctype html><html>502 Bad Gateway</html>", "This is a web page, not a file of guides."],
    ["hopeless", "{\n{\n", "No row of this file can be imported."],
  ])("a file that is %s says so and loses nothing that was there", async (_, content, sentence) => {
    await guides("import", fileOf(linesOf([item("D", 1)])), "--unit", "rsj");
    const { store } = guidesOn(engine.table);
    const before = await store.readHead("D-1");
    const found = await guides("import", fileOf(content), "--unit", "rsj");
    expect(found).toMatch(/^! .*$/);
    expect(found).toContain(sentence);
    expect(await store.readHead("D-1")).toEqual(before);
  });

  test("broken rows cost themselves, the rows around them count", async () => {
    const half = JSON.stringify(item("E", 9)).slice(0, 50);
    const file = fileOf(`${linesOf([item("E", 1)])}\u0000\u0001{{\n${linesOf([item("E", 2)])}${half}`);
    const output = await guides("import", file, "--unit", "rsj");
    expect(output).toContain("added 2");
    expect(output).toMatch(/refused +2 {2}not_json 1, truncated 1/);
  });

  test("killed in the middle, it goes on where it was", async () => {
    const rows = Array.from({ length: 250 }, (_, n) => item("F", n));
    const file = fileOf(linesOf(rows));
    const { store } = guidesOn(engine.table);
    const child = start("import", file, "--unit", "rsj");
    while ((await store.readHead("F-20")) === undefined) await wait(5);
    child.kill("SIGKILL");
    await once(child, "close");
    const output = await guides("import", file, "--unit", "rsj");
    const [, added = "", unchanged = ""] = /added (\d+), changed 0, unchanged (\d+)/.exec(output) ?? [];
    expect(Number(added) + Number(unchanged)).toBe(250);
    expect(Number(unchanged)).toBeGreaterThanOrEqual(20);
    expect((await store.readHead("F-249"))?.latest).toBe(1);
  });

  test("a dry run writes nothing", async () => {
    const output = await guides("import", fileOf(linesOf([item("G", 1)])), "--dry-run");
    expect(output).toContain("nothing was written");
    expect(await guidesOn(engine.table).store.readHead("G-1")).toBeUndefined();
  });
});

describe("export", () => {
  test.each(["jsonl", "csv"])("as %s it comes back unchanged", async (ending) => {
    const unit = ending === "csv" ? "mzj" : "zjj";
    const rows = Array.from({ length: 120 }, (_, n) =>
      item(`H${ending}`, n, { aliases: [`别名${n}`, "甲；乙"] }),
    );
    await guides("import", fileOf(linesOf(rows)), "--unit", unit);
    const file = join(folder, `out.${ending}`);
    const output = await guides("export", file, "--with-drafts", "--unit", unit);
    expect(output).toBe(`${file}: 120 guides (${ending})`);
    expect(await guides("import", file, "--unit", unit)).toContain("added 0, changed 0, unchanged 120");
    await guides("export", file, "--unit", unit);
    expect(
      readFileSync(file, "utf8")
        .trim()
        .split("\n")
        .filter((line) => line.includes("别名")),
    ).toEqual([]);
  });

  test("what citizens read goes to standard output, as linked data under its public address", async () => {
    const { publish, store } = guidesOn(engine.table);
    await publish(item("K", 1));
    const { output } = await spawned("export", "--format", "jsonld", "--unit", "rsj");
    const graph = JSON.parse(output)["@graph"] as readonly {
      readonly id: string;
      readonly identifier: string;
    }[];
    expect(graph.find(({ identifier }) => identifier === "K-1")?.id).toBe("http://127.0.0.1:3000/guides/K-1");
    for (const { identifier } of graph)
      expect(await store.readLive(identifier)).toMatchObject({ state: "published" });
  });

  test("a file that cannot be written is one sentence", async () => {
    const file = join(folder, "none", "out.csv");
    const found = await spawned("export", file);
    const errors = `The file ${file} cannot be written (ENOENT).\n`;
    expect(found).toEqual({ code: 1, output: "", errors });
    expect(existsSync(`${file}.next`)).toBe(false);
  });
});

test("beside a running stack its stores are found, and what a killed one left is not believed", () => {
  const path = mkdtempSync(join(folder, "data-"));
  const stores = {
    dynamodbEndpoint: "http://a",
    s3Endpoint: "http://b",
    publicOrigin: "http://c",
    outbox: "http://d",
  };
  expect(runningStores(path)).toBeUndefined();
  const taken = takeFolder(path);
  const unsay = tellStores(taken, stores);
  expect(runningStores(path)).toEqual(stores);
  taken.release();
  expect(runningStores(path)).toBeUndefined();
  unsay();
  expect(existsSync(join(path, "running.json"))).toBe(false);
});
