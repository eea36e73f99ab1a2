import { beforeAll, describe, expect, test } from "vitest";
import { people } from "../disclosure/support.ts";
import { useEngine } from "../support/engine.ts";
import type { Clerk, Desk, Seen } from "./desk.ts";
import { openDesk } from "./desk.ts";

const engine = useEngine();
let desk: Desk;
let clerk: Clerk;
const references: string[] = [];

/** 120 cases over 12 days, so that the queue has three pages; every third is being handled. */
beforeAll(async () => {
  desk = openDesk(engine);
  await desk.seat(people.handler);
  for (let n = 0; n < 120; n += 1) {
    desk.clock.set(`2026-03-${String(2 + (n % 12)).padStart(2, "0")}T02:00:00.000Z`);
    const reference = await desk.submit({ title: `第${n}件`, name: n === 7 ? "欧阳修文" : "张三丰" });
    references.push(reference);
    if (n % 3 !== 0) continue;
    const act = { reference, actor: people.clerk };
    const on = desk.clock.now().slice(0, 10);
    await desk.disclosure.act({ ...act, action: "confirm_receipt", data: { on } });
    const assignee = { id: people.handler.id, name: "" };
    await desk.disclosure.act({ ...act, action: "assign", data: { assignee } });
  }
  await desk.submit({ unit: "zrzy", title: "别的单位的件" });
  desk.clock.set("2026-03-31T02:00:00.000Z");
  clerk = await desk.seat(people.clerk);
}, 60_000);

const rows = (seen: Seen) => [...seen.document.querySelectorAll(".queue tbody tr")];
const titles = (seen: Seen) => rows(seen).map((row) => row.querySelector("a")?.textContent);
const dues = (seen: Seen) =>
  rows(seen).map((row) => row.querySelector("time")?.getAttribute("datetime") ?? "");

describe("the queue", () => {
  test("shows every pending case of the unit once, due soonest first, over three pages", async () => {
    let seen = await clerk.open("/office");
    const all = [...titles(seen)];
    const days = [...dues(seen)];
    for (let next = nextOf(seen); next !== undefined; next = nextOf(seen)) {
      seen = await clerk.open(next);
      all.push(...titles(seen));
      days.push(...dues(seen));
    }
    expect(all).toHaveLength(120);
    expect(new Set(all).size).toBe(120);
    expect(days).toEqual([...days].sort());
    expect(seen.page.getByRole("link", { name: "回到第一页" }).getAttribute("href")).toBe("/office");
  });

  test("costs one query a page, the first and the last alike", async () => {
    const first = await clerk.open("/office");
    for (const path of ["/office", nextOf(first) ?? "", "/office?step=handle&assignee=me&due=3"]) {
      engine.forget();
      await clerk.open(path);
      expect(engine.consumed.filter((each) => each.operation === "query")).toHaveLength(1);
      expect(engine.consumed.map((each) => each.operation).sort()).toEqual(["get", "get", "query"]);
    }
  });

  test.each([
    ["step=handle", 40],
    ["step=register", 50],
    [`assignee=${people.handler.id}`, 40],
    [`assignee=${people.handler.id}&step=handle`, 40],
    ["assignee=me", 0],
    ["due=overdue", 10],
    [`due=overdue&assignee=${people.handler.id}`, 10],
    // Up to 3 April: what was submitted from the 2nd to the 8th.
    ["due=3", 70],
  ])("filtered by %s shows %i on its first page", async (query, count) => {
    const seen = await clerk.open(`/office?${query}`);
    expect(rows(seen)).toHaveLength(Math.min(count, 50));
  });

  test("keeps the filter over pages, and offers to take each away", async () => {
    const seen = await clerk.open("/office?step=register");
    expect(nextOf(seen)).toMatch(/^\/office\?step=register&cursor=/);
    const chip = seen.page.getByRole("link", { name: "登记" });
    expect(chip.getAttribute("href")).toBe("/office");
  });

  test("says what would appear where nothing is, and why a filter is empty", async () => {
    const empty = await desk.seat(people.handlerElsewhere);
    const mine = await empty.open("/office?assignee=me");
    expect(mine.page.getByRole("heading", { name: "没有符合条件的办件" })).toBeDefined();
    const auditor = await desk.seat(people.auditor);
    const none = await auditor.open("/office");
    expect(none.page.getByText("市民提交的申请会出现在这里，先到期的排在前面。")).toBeDefined();
  });

  test("masks names and tells each light by a word", async () => {
    const seen = await clerk.open("/office");
    expect(seen.html).not.toContain("张三丰");
    expect(rows(seen)[0]?.textContent).toContain("张*丰");
    expect(rows(seen)[0]?.textContent).toContain("已超期");
    expect(rows(seen)[49]?.textContent).toContain("将到期");
  });

  test("a cursor that was tampered with begins from the start and fails nothing", async () => {
    for (const cursor of ["abc", "~", Buffer.from("2026-03-30#X").toString("base64url")])
      expect((await clerk.open(`/office?cursor=${encodeURIComponent(cursor)}`)).status).toBe(200);
  });

  test("another unit is for auditors only", async () => {
    const refused = await clerk.open("/office?unit=zrzy");
    expect(refused.status).toBe(403);
    expect(refused.html).not.toContain("别的单位的件");
    const auditor = await desk.seat(people.auditor);
    expect(titles(await auditor.open("/office?unit=zrzy"))).toEqual(["别的单位的件"]);
    expect((await clerk.open("/office")).page.queryByLabelText("单位")).toBeNull();
    expect((await auditor.open("/office")).page.getByLabelText("单位")).toBeDefined();
  });
});

function nextOf(seen: Seen): string | undefined {
  return seen.page.queryByRole("link", { name: "下一页" })?.getAttribute("href") ?? undefined;
}

describe("finding a case", () => {
  const find = async (text: string) => clerk.press(await clerk.open("/office"), "查找", { text });

  test("by its number, as people write it, leads straight to it", async () => {
    const reference = references[5] ?? "";
    const seen = await find(` ${reference.slice(0, 6)} ${reference.slice(6).toLowerCase()} `);
    expect(seen.address).toBe(`/office/cases/${reference}`);
  });

  test("by the applicant's whole name or the phone's last four digits", async () => {
    expect(titles(await find("欧阳 修文"))).toEqual(["第7件"]);
    expect(rows(await find("5678")).length).toBeGreaterThan(0);
    expect(titles(await find("欧阳"))).toEqual([]);
  });

  test.each(["13812345678", "+86 138-1234-5678", "１３８１２３４５６７８"])(
    "by a whole phone number such as %s",
    async (phone) => {
      expect(rows(await find(phone)).length).toBeGreaterThan(0);
      expect(rows(await find(phone.replace(/.$/, "9")))).toHaveLength(0);
    },
  );

  test("gives everything page by page, the newest first, each page by one read of the index", async () => {
    let seen = await find("张三丰");
    const counts: string[] = [];
    const all: (string | null | undefined)[] = [];
    const submitted: string[] = [];
    for (;;) {
      counts.push(seen.page.getByRole("status").textContent ?? "");
      all.push(...titles(seen));
      submitted.push(...rows(seen).map((row) => row.querySelector(".queue__submitted")?.textContent ?? ""));
      expect(seen.address).toBe("/office/search");
      if (seen.page.queryByRole("button", { name: "下一页" }) === null) break;
      engine.forget();
      seen = await clerk.press(seen, "下一页");
      const reads = engine.consumed.map(({ operation }) => operation).sort();
      expect(reads).toEqual(["get", "getMany", "query"]);
    }
    expect(counts).toEqual(["不止 50 件，这是最新提交的 50 件", "接下来的 50 件，后面还有", "最后 19 件"]);
    expect(new Set(all).size).toBe(119);
    expect(all).toContain("第0件");
    expect(submitted[0]).toContain("13");
    const back = await clerk.press(seen, "回到第一页");
    expect(back.page.getByRole("status").textContent).toBe(counts[0]);
  });

  test("a cursor that was tampered with begins from the start", async () => {
    const first = titles(await find("张三丰"));
    const seen = await clerk.open("/office");
    for (const cursor of ["abc", Buffer.from("2026-03-30T00:00:00.000Z#x").toString("base64url")])
      expect(titles(await clerk.press(seen, "查找", { text: "张三丰", cursor }))).toEqual(first);
  });

  test("keeps what was searched for out of the address and the log", async () => {
    const seen = await find("欧阳修文");
    expect(seen.address).toBe("/office/search");
    expect(seen.html).toContain('value="欧阳修文"');
    expect(JSON.stringify(desk.lines)).not.toContain("欧阳");
    expect((await clerk.open("/office/search")).address).toBe("/office");
  });

  test("what cannot be found is said, and nothing or too much is an error", async () => {
    expect((await find("没有这个人")).page.getByRole("heading", { name: "没有找到" })).toBeDefined();
    expect((await find(references[0]?.replace(/.$/, "Q") ?? "")).status).toBe(200);
    for (const text of ["", " ", "长".repeat(101)]) {
      const seen = await find(text);
      expect(seen.status).toBe(422);
      expect(seen.page.getByLabelText("查找办件").getAttribute("aria-describedby")).toContain("text-error");
    }
  });

  test("another unit's case is not found by number", async () => {
    const other = await desk.submit({ unit: "zrzy" });
    const seen = await find(other);
    expect(seen.page.getByRole("heading", { name: "没有找到" })).toBeDefined();
  });
});
