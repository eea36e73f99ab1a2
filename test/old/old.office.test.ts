/** A register at the desk: uploaded, looked at, taken in, found again; and every route of it for every role. */
import { beforeAll, describe, expect, test } from "vitest";
import { removeExpiredFiles } from "../../functions/attachment/attachment.jobs.ts";
import { may } from "../../functions/identity/access.ts";
import type { Staff } from "../../functions/identity/identity.ts";
import { roles } from "../../functions/identity/identity.ts";
import { routesOf } from "../../functions/kit/door.ts";
import type { StoredItem } from "../../functions/kit/table.ts";
import { newTally } from "../../functions/old/old.report.ts";
import { SLICE_ROWS } from "../../functions/old/old.service.ts";
import { staff } from "../disclosure/support.ts";
import type { Clerk, Desk } from "../office/desk.ts";
import { openDesk } from "../office/desk.ts";
import { memoryBucket } from "../support/apps.ts";
import { useEngine } from "../support/engine.ts";
import { csvOf, xlsxOf } from "./samples.ts";

const engine = useEngine();
const bucket = memoryBucket();
const OLD = "/office/old-requests";
let desk: Desk;
let clerk: Clerk;

beforeAll(async () => {
  desk = openDesk(engine, bucket);
  clerk = await desk.seat(staff("clerk"));
}, 120_000);

async function upload(content: string | Uint8Array, name = "旧台账.xlsx", by: Clerk = clerk) {
  const { document } = await by.open(OLD);
  const hidden = (field: string) =>
    document.querySelector<HTMLInputElement>(`input[name="${field}"]`)?.value ?? "";
  bucket.receive(hidden("key"), Buffer.from(content), name);
  const { pathname, search } = new URL(hidden("success_action_redirect"));
  return by.open(pathname + search);
}

describe("from a register to cases", () => {
  test("a workbook is looked at, taken in, and its requests are found by their old numbers", async () => {
    const seen = await upload(
      await xlsxOf([
        { number: "桌-1" },
        { number: "桌-2", receivedOn: "43529" },
        { number: "桌-3", receivedOn: "1301-01-01" },
        { number: "桌-4", outcome: "不予公开" },
        { number: "桌-1" },
      ]),
    );
    expect(seen.page.getByRole("heading", { level: 1 }).textContent).toBe("旧台账.xlsx");
    for (const line of ["能导入 2 条", "3 条不能导入", "2 条有整理过的内容，请看下面的说明"])
      seen.page.getByText(line);
    seen.page.getByText("收到日期早于《政府信息公开条例》施行（2008年5月1日）");
    seen.page.getByText("第 3 行");
    const done = await clerk.press(seen, "开始导入", {});
    expect(done.page.getByText("新增").nextSibling?.textContent).toBe("2");
    const found = await clerk.browser.post("/office/search", { text: "桌-2" });
    expect(await found.text()).toContain("本村 2018 年的征地补偿标准。");
    expect(done.page.queryByRole("button", { name: "开始导入" })).toBeNull();
  });

  test("a long one goes on slice by slice, by anybody who may, and nothing is taken twice", async () => {
    const rows = Array.from({ length: SLICE_ROWS + 20 }, (_, n) => ({ number: `长-${n}` }));
    const seen = await upload(csvOf(rows), "长.csv");
    const running = await clerk.press(seen, "开始导入", {});
    running.page.getByText(`已处理 ${SLICE_ROWS} 条，共 ${SLICE_ROWS + 20} 条`);
    expect(running.document.querySelector("form[data-go-on]")).not.toBeNull();
    // Everything fell over after the slice was written and before that was noted: it is taken once more.
    const id = seen.address.split("/").at(-1) ?? "";
    const { pk, sk, ...item } = (await engine.table.get({ pk: `OLDIMPORT#${id}`, sk: "HEAD" })) as StoredItem;
    const record = item.record as { run: object };
    const lost = { ...record, run: { ...record.run, tally: newTally() } };
    await engine.table.commit([{ kind: "put", key: { pk, sk }, item: { ...item, record: lost } }]);
    const other = await desk.seat(staff("admin"));
    const once = await other.press(await other.open(seen.address), "继续导入", {});
    const done = await other.press(once, "继续导入", {});
    expect(done.page.getByText("新增").nextSibling?.textContent).toBe("20");
    expect(done.page.getByText("以前导入过").nextSibling?.textContent).toBe(String(SLICE_ROWS));
    const again = await upload(csvOf(rows), "再来.csv");
    again.page.getByText("能导入 0 条");
    again.page.getByText(`${SLICE_ROWS + 20} 条以前导入过，没有变化`);
  }, 120_000);

  test("the report can be kept as a table", async () => {
    const { address } = await upload(
      csvOf([{ number: "表-1", receivedOn: "2019/3/5" }, { number: "表-1" }]),
      "表.csv",
    );
    const text = await (await clerk.browser.get(`${address}/report`)).text();
    expect(text).toContain("4,表-1,未导入,duplicate,第 3 行,");
    expect(text).toContain("3,表-1,已整理,day_rewritten,收到日期,日期写法已统一\r\n");
    expect(text).not.toContain("王小明");
  });

  test.each([
    ["<!doctype html>", "这是一个网页，不是台账。请重新下载。"],
    ["", "这个文件是空的"],
    ["a,b\n1,2\n", "前几行里没有找到表头。表头要有“编号”，还要有申请人、收到日期、答复结果这样的列。"],
    [csvOf([]), "文件里只有表头，没有一行申请。"],
    [
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]),
      "这是旧版 Excel 文件（.xls）或压缩包。请在 Excel 里另存为 .xlsx 再导入。",
    ],
    [
      Buffer.from([0x50, 0x4b, 3, 4, 1]),
      "打不开这个文件：不是完整的 .xlsx，或者解开后太大。请用 Excel 另存一次再试。",
    ],
  ])("a file of no use is answered beside the field: %#", async (content, sentence) => {
    const { status, page } = await upload(content);
    expect(status).toBe(422);
    expect(page.getAllByText(sentence).length).toBeGreaterThan(0);
  });

  test("its file goes with its record", async () => {
    const { address } = await upload(csvOf([{ number: "期-1" }]), "期.csv");
    const id = address.split("/").at(-1) ?? "";
    const item = await engine.table.get({ pk: `OLDIMPORT#${id}`, sk: "HEAD" });
    const removed: string[] = [];
    const attachments = { remove: async (ids: readonly string[]) => void removed.push(...ids) };
    await removeExpiredFiles(attachments, { expired: true, before: item, after: undefined } as never);
    expect(removed).toEqual([id]);
  });
});

describe("every route for every role", () => {
  const people: readonly Staff[] = ["zfb", "zrzy"].flatMap((unit) =>
    roles.map((role) => staff(role, unit, `${role}-${unit}-old`)),
  );
  const routes = [
    { route: `GET ${OLD}`, own: true },
    { route: `GET ${OLD}/:id`, own: false },
    { route: `GET ${OLD}/:id/report`, own: false },
    { route: `POST ${OLD}/:id`, own: false },
  ];
  /** Says nothing of anybody. */
  const open = [`GET ${OLD}/template`];
  let id = "";
  beforeAll(async () => {
    id = (await upload(csvOf([{ number: "权-1" }]), "权.csv")).address.split("/").at(-1) ?? "";
  });
  const ask = async (route: string, person: Staff | undefined) => {
    const { browser } = person === undefined ? desk.stranger() : await desk.seat(person);
    const [method, path = ""] = route.replace(":id", id).split(" ");
    return method === "GET" ? browser.get(path) : browser.post(path, { action: "take" });
  };

  describe.each(routes)("$route", ({ route, own }) => {
    test.each(people)("$roles of $unit", async (person) => {
      const allowed = may(person, "case.import", { unit: own ? person.unit : "zfb" });
      const { status } = await ask(route, person);
      if (allowed) expect([200, 303]).toContain(status);
      else expect(status).toBe(403);
    });
    test("nobody", async () => {
      expect((await ask(route, undefined)).status).toBe(route.startsWith("GET") ? 303 : 401);
    });
  });

  test("is in the table", async () => {
    const known = new Set([...routes.map(({ route }) => route), ...open]);
    const all = (await routesOf(desk.app)).map(({ method, path }) => `${method} ${path}`);
    expect(all.filter((route) => route.includes(OLD) && !known.has(route))).toEqual([]);
  });
});
