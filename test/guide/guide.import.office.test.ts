/** Imports at the desks of two people, and every route of theirs for every role. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Permission } from "../../functions/identity/access.ts";
import { may } from "../../functions/identity/access.ts";
import type { Staff } from "../../functions/identity/identity.ts";
import { roles } from "../../functions/identity/identity.ts";
import { routesOf } from "../../functions/kit/door.ts";
import { staff } from "../disclosure/support.ts";
import type { Clerk, Desk } from "../office/desk.ts";
import { openDesk } from "../office/desk.ts";
import { memoryBucket } from "../support/apps.ts";
import { useEngine } from "../support/engine.ts";
import { complete } from "./samples.ts";

const engine = useEngine();
const bucket = memoryBucket();
const IMPORTS = "/office/guides/import";
let desk: Desk;
let clerk: Clerk;
let reviewer: Clerk;

beforeAll(async () => {
  desk = openDesk(engine, bucket);
  clerk = await desk.seat(staff("clerk"));
  reviewer = await desk.seat(staff("reviewer"));
});

const item = (code: string, change: object = {}) => ({
  ...complete,
  codeScheme: "other",
  taskCode: code,
  taskName: `事项${code}`,
  ...change,
});
const linesOf = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).join("\n");

/** Posts a file through the form of the page and comes back from the bucket. */
async function upload(content: string | Uint8Array, name = "县里的指南.jsonl") {
  const { document } = await clerk.open(IMPORTS);
  const hidden = (field: string) =>
    document.querySelector<HTMLInputElement>(`input[name="${field}"]`)?.value ?? "";
  bucket.receive(hidden("key"), Buffer.from(content), name);
  const { pathname, search } = new URL(hidden("success_action_redirect"));
  return clerk.open(pathname + search);
}

describe("from a file to guides", () => {
  test("one person uploads, looks and makes drafts; another publishes what is complete", async () => {
    const { duty: _, ...lacking } = item("I-2");
    const seen = await upload(
      linesOf([item("I-1", { byLaw: "《法》&amp;《条例》" }), lacking, { taskName: "没有编码" }]),
    );
    expect(seen.page.getByRole("heading", { level: 1 }).textContent).toBe("县里的指南.jsonl");
    for (const line of [
      "能导入 2 条",
      "其中 1 条内容完整，经另一人核准即可公布",
      "1 条还要补全，导入后是草稿",
      "1 条不能导入",
    ])
      seen.page.getByText(line);
    seen.page.getByText("没有实施编码");
    seen.page.getByText("网页转义符已还原");
    seen.page.getByText("内容完整的指南要由上传人以外的审核人员打开本页核准，才能公布。");
    expect(seen.page.queryByRole("button", { name: "核准并公布" })).toBeNull();

    const done = await clerk.press(seen, "导入为草稿", {});
    done.page.getByText(/由.*导入为草稿/);
    expect(done.page.getByText("成为草稿").nextSibling?.textContent).toBe("2");
    expect(await desk.guides.readLive("I-1")).toBeUndefined();

    const before = await reviewer.open(seen.address);
    const after = await reviewer.press(before, "核准并公布", {});
    expect(after.page.getByText("已公布", { selector: "dt" }).nextSibling?.textContent).toBe("1");
    expect(await desk.guides.readLive("I-1")).toMatchObject({
      state: "published",
      guide: { byLaw: "《法》&《条例》" },
    });
    expect(await desk.guides.readLive("I-2")).toBeUndefined();
  });

  test("a long file goes on slice by slice, and comes back to where it was", async () => {
    const seen = await upload(linesOf(Array.from({ length: 150 }, (_, n) => item(`L-${n}`))));
    const running = await clerk.press(seen, "导入为草稿", {});
    running.page.getByText("已处理 100 条，共 150 条");
    expect(running.page.getByRole("progressbar").getAttribute("value")).toBe("100");
    expect(running.document.querySelector("form[data-go-on]")).not.toBeNull();
    const other = await (await desk.seat(staff("handler", "zfb", "the-handler"))).open(seen.address);
    expect(other.page.queryByRole("button", { name: "继续导入" })).toBeNull();
    const done = await clerk.press(await clerk.open(seen.address), "继续导入", {});
    expect(done.page.getByText("新增").nextSibling?.textContent).toBe("150");
  });

  test("the report can be kept as a table, and one kind of line alone can be read", async () => {
    const rows = Array.from({ length: 70 }, (_, n) => item(`R-${n}`, n < 60 ? { duty: "<p>负责</p>" } : {}));
    const { address } = await upload(linesOf([...rows, rows[0]]));
    const file = await clerk.browser.get(`${address}/report`);
    const text = await file.text();
    expect(text.split("\r\n")).toHaveLength(63);
    expect(text).toContain("1,R-0,事项R-0,已整理,tags,duty,网页标签已去掉\r\n");
    expect(text).toContain("71,R-0,事项R-0,未导入,duplicate,1,");
    const second = await clerk.open(`${address}?only=repaired&page=2`);
    expect(second.page.getAllByRole("row")).toHaveLength(11);
    // What was refused comes first, and a page that is not there is the last one.
    const [head, first] = (await clerk.open(`${address}?only=nothing`)).page.getAllByRole("row");
    expect([head?.textContent, first?.textContent]).toEqual([
      "行事项结果说明",
      expect.stringMatching(/^71.*未导入.*第 1 行$/),
    ]);
    expect((await clerk.open(`${address}?page=99`)).page.getAllByRole("row")).toHaveLength(12);
  });

  test.each([
    ["<!doctype html>", "这是一个网页，不是指南数据。请重新下载数据文件。"],
    ["", "这个文件是空的"],
    ["[1]", "这是一个 JSON 数组。请改为一行一条（JSON Lines）再导入。"],
    [Buffer.alloc(6 * 1024 * 1024 + 1, 32), "文件超过 6 MB，请分成几个文件"],
  ])("a file of no use is answered beside the field: %#", async (content, sentence) => {
    const { status, page } = await upload(content);
    expect(status).toBe(422);
    expect(page.getAllByText(sentence).length).toBeGreaterThan(0);
    page.getByLabelText("指南文件");
  });
});

interface Route {
  readonly route: string;
  readonly permission: Permission;
  readonly action?: string;
  /** About the own unit, whatever was handed in elsewhere. */
  readonly unit?: "own";
}
const routes: readonly Route[] = [
  { route: `GET ${IMPORTS}`, permission: "guide.read_drafts", unit: "own" },
  { route: `GET ${IMPORTS}/:id`, permission: "guide.read_drafts" },
  { route: `GET ${IMPORTS}/:id/report`, permission: "guide.read_drafts" },
  { route: `POST ${IMPORTS}/:id`, permission: "guide.write", action: "drafts" },
  { route: `POST ${IMPORTS}/:id`, permission: "guide.approve", action: "publish" },
];
/** Says nothing of anybody's guides. */
const open = [`GET ${IMPORTS}/template`];

describe("every route for every role", () => {
  const people: readonly Staff[] = ["zfb", "zrzy"].flatMap((unit) =>
    roles.map((role) => staff(role, unit, `${role}-${unit}-seen`)),
  );
  let id = "";
  beforeAll(async () => {
    id = (await upload(linesOf([item("M-1")]))).address.split("/").at(-1) ?? "";
  });
  const ask = async ({ route, action = "" }: Route, person: Staff | undefined) => {
    const { browser } = person === undefined ? desk.stranger() : await desk.seat(person);
    const [method, path = ""] = route.replace(":id", id).split(" ");
    return method === "GET" ? browser.get(path) : browser.post(path, { action });
  };

  describe.each(routes)("$route $action", (route) => {
    test.each(people)("$roles of $unit", async (person) => {
      const allowed = may(person, route.permission, { unit: route.unit === "own" ? person.unit : "zfb" });
      const { status } = await ask(route, person);
      if (allowed) expect([200, 303]).toContain(status);
      else expect(status).toBe(403);
    });

    test("nobody", async () => {
      expect((await ask(route, undefined)).status).toBe(route.route.startsWith("GET") ? 303 : 401);
    });
  });

  test("who may not write cannot hand in what was posted", async () => {
    const seat = await desk.seat(staff("reviewer", "zfb", "reviewer-zfb-seen"));
    expect((await seat.browser.get(`${IMPORTS}?upload=f${"0".repeat(32)}.x`)).status).toBe(403);
  });

  test("is in the table", async () => {
    const known = new Set([...routes.map(({ route }) => route), ...open]);
    const own = (await routesOf(desk.app)).map(({ method, path }) => `${method} ${path}`);
    expect(own.filter((route) => route.includes(IMPORTS) && !known.has(route))).toEqual([]);
  });
});
