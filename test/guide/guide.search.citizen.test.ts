/** Finding a guide: in one's own words, by what happened, by topic and office; and whatever else stands in an address. */
import { getAllByRole, getByLabelText, getByRole, queryByRole } from "@testing-library/dom";
import { beforeAll, describe, expect, test } from "vitest";
import { memoryBucket, openApps } from "../support/apps.ts";
import { useEngine } from "../support/engine.ts";
import { people } from "./desk.ts";

const engine = useEngine();
let apps: ReturnType<typeof openApps>;

beforeAll(async () => {
  apps = openApps(engine, memoryBucket());
  const { publish } = apps.guide;
  await publish({
    taskName: "社会保障卡补领",
    aliases: ["社保卡丢了"],
    topics: ["社会保障"],
    lifeEvents: ["就医"],
  });
  await publish({
    taskName: "营业执照补领",
    deptName: "市场监督管理局",
    deptCode: "scj",
    topics: ["证件"],
    lifeEvents: [],
  });
  for (let n = 1; n <= 24; n += 1)
    await publish({
      taskName: `道路占用许可 ${n}`,
      deptName: "交通运输局",
      deptCode: "jtj",
      topics: ["交通"],
      lifeEvents: [],
    });
  await publish({
    taskName: "出生登记",
    deptName: "甲镇",
    deptCode: "jz",
    areaCode: "1",
    areaName: "甲镇",
    lifeEvents: ["新生儿出生"],
  });
  await publish({
    taskName: "出生登记",
    deptName: "乙镇",
    deptCode: "yz",
    areaCode: "2",
    areaName: "乙镇",
    lifeEvents: [],
  });
});

async function open(path: string) {
  const browser = apps.visitor();
  const response = await browser.get(path);
  return { response, page: (await browser.page(response)).body };
}
const q = (text: string, rest = "") => `/guides?q=${encodeURIComponent(text)}${rest}`;
const squeeze = (text: string | null | undefined) => (text ?? "").replaceAll(/\s+/g, " ").trim();
const names = (page: HTMLElement) =>
  [...page.querySelectorAll(".hits__name")].map((each) => squeeze(each.textContent));
const line = (page: HTMLElement) => squeeze(page.querySelector(".results-line")?.textContent);

test("what people ask most leads straight to its answer, and stands beside what is not found", async () => {
  const id = await apps.guide.publish({ taskName: "生育津贴申领", topics: ["生育"], lifeEvents: [] });
  apps.guide.pin("生孩子报销", id);
  for (const path of ["/guides", q("zzzzqqqq")])
    expect(getByRole((await open(path)).page, "link", { name: "生孩子报销" }).getAttribute("href")).toBe(
      `/guides/${id}`,
    );
});

describe("the landing page", () => {
  test("asks one question, and offers life events, topics, audience and offices with how many", async () => {
    const { page } = await open("/guides");
    expect(getByRole(page, "heading", { level: 1 }).textContent).toBe("您要办什么事？");
    const link = (name: string) => getByRole(page, "link", { name }).getAttribute("href");
    expect(link("就医 1")).toBe(`/guides/events/${encodeURIComponent("就医")}`);
    expect(link("交通 24")).toBe(`/guides?topic=${encodeURIComponent("交通")}`);
    expect(link("个人 28")).toBe(`/guides?audience=${encodeURIComponent("自然人")}`);
    expect(link("交通运输局 24")).toContain("/guides?unit=");
  });

  test("may be kept for a minute and is not sent twice", async () => {
    const { response } = await open("/guides");
    expect(response.headers.get("cache-control")).toBe("private, max-age=60");
    const headers = { "if-none-match": response.headers.get("etag") ?? "" };
    expect((await apps.visitor().ask("/guides", { headers })).status).toBe(304);
  });
});

describe("results", () => {
  test("have the name, the office and a way to the guide", async () => {
    const { page } = await open(q("社保卡丢了"));
    expect(names(page)[0]).toBe("社会保障卡补领");
    expect(squeeze(page.querySelector(".hits__office")?.textContent)).toContain("Social Security Office");
    expect(page.querySelector(".hits__name a")?.getAttribute("href")).toMatch(/^\/guides\/\w+(\?q=.+)?$/);
    expect((getByLabelText(page, "您要办什么事？") as HTMLInputElement).value).toBe("社保卡丢了");
  });

  test("come twenty at a time, and the pages lead on and back", async () => {
    const { page } = await open(q("道路占用许可"));
    expect(names(page)).toHaveLength(20);
    expect(line(page)).toBe("找到 24 件事");
    const next = getByRole(page, "link", { name: "下一页" }).getAttribute("href") ?? "";
    const second = (await open(next)).page;
    expect(names(second)).toHaveLength(4);
    expect(getByRole(second, "link", { name: "第 2 页" }).getAttribute("aria-current")).toBe("page");
    expect(getByRole(second, "link", { name: /上一页/ }).getAttribute("href")).toBe(q("道路占用许可"));
  });

  test.each(["-1", "0", "1.5", "abc", "1e9", "%00", "' OR 1=1"])("page %j is the first", async (page) => {
    const opened = await open(q("道路占用许可", `&page=${encodeURIComponent(page)}`));
    expect([opened.response.status, names(opened.page).length]).toEqual([200, 20]);
  });

  test.each(["3", "1000000000", "999999999999999"])("page %j is the last", async (page) => {
    const opened = await open(q("道路占用许可", `&page=${page}`));
    expect([opened.response.status, names(opened.page).length]).toEqual([200, 4]);
  });

  test("equal names are one row, and the other offices unfold under it", async () => {
    const { page } = await open(q("出生登记"));
    const rows = names(page).filter((name) => name === "出生登记");
    expect(rows).toHaveLength(1);
    const row = [...page.querySelectorAll(".hits__item")].find((each) =>
      each.textContent?.includes("出生登记"),
    );
    expect(squeeze(row?.querySelector("summary")?.textContent)).toBe("还有 1 个单位办理");
    expect(row?.querySelectorAll("details a")).toHaveLength(1);
  });

  test("filters stay in the address and are taken off one by one", async () => {
    const { page } = await open(
      `/guides?topic=${encodeURIComponent("交通")}&audience=${encodeURIComponent("自然人")}`,
    );
    expect(line(page)).toBe("找到 24 件事");
    expect(getByRole(page, "link", { name: /^交通/ }).getAttribute("href")).toBe(
      `/guides?audience=${encodeURIComponent("自然人")}`,
    );
    expect((getByLabelText(page, "服务对象") as HTMLSelectElement).value).toBe("自然人");
  });

  test("of nothing are the nearest names, and the telephone of the hall", async () => {
    const { page } = await open(q("zzzz火星护照qqqq"));
    expect(line(page)).toMatch(/没有找到/);
    expect(getAllByRole(page, "link", { name: "0999-5550101" })[0]?.getAttribute("href")).toBe(
      "tel:09995550101",
    );
  });

  test("of nothing are noted for who keeps the words, when more than one person asked", async () => {
    for (let n = 0; n < 2; n += 1) await open(q("zzzz火星护照qqqq"));
    const { none } = await apps.guide.searchLog.read(people.clerk, "2026-03");
    expect(none.find(({ phrase }) => phrase.includes("火星护照"))?.none).toBeGreaterThanOrEqual(2);
  });

  test("of a sample say what was asked, and the guide leads on to its plain address", async () => {
    let watched: string | undefined;
    for (let n = 0; n < 100 && watched === undefined; n += 1) {
      const { page } = await open(q("社保卡丢了"));
      const href = page.querySelector(".hits__name a")?.getAttribute("href") ?? "";
      if (href.includes("?q=")) watched = href;
    }
    expect(watched).toBeDefined();
    const { response } = await open(watched ?? "");
    expect([response.status, response.headers.get("location")]).toEqual([303, watched?.split("?")[0]]);
  });

  test("are told to no cache, because the address says what somebody looks for", async () => {
    expect((await open(q("社保卡"))).response.headers.get("cache-control")).toBe("no-store");
  });
});

describe("whatever is typed", () => {
  test.each([
    ["10,000 characters", "社保卡".repeat(3_334)],
    ["punctuation", "！？。，、；：…—～·《》「」【】()[]{}<>"],
    ["SQL", "'; DROP TABLE guides; -- UNION SELECT * FROM staff"],
    ["HTML", '"><script>alert(1)</script><img src=x onerror=alert(1)>'],
    ["half a surrogate pair", "\ud83d\udc00社保卡\udc00"],
    ["a regular expression", "(a+)+$ .*[\\s\\S]{1,9999}(?=x)"],
    ["control characters", "\u0000\u0007\u202e社保卡\u200b"],
    ["a template", "{{7*7}} #{7*7} <%= 7*7 %> %s%n"],
    ["many marks on one letter", `a${"\u0301".repeat(5_000)}`],
  ])("%s: an ordinary answer in little time, and not a word of it in the log", async (_case, text) => {
    const started = performance.now();
    const { response, page } = await open(q(text.toWellFormed()));
    expect(response.status).toBe(200);
    expect(performance.now() - started).toBeLessThan(1_500);
    expect(page.querySelector("script:not([src]), img")).toBeNull();
    const logged = JSON.stringify(apps.lines.at(-1)?.facts ?? {});
    expect(logged).toContain('"/guides"');
    for (const part of ["社保卡", "DROP", "alert", "7*7", "%s"]) expect(logged).not.toContain(part);
  });

  test("in a filter finds nothing and breaks nothing", async () => {
    for (const text of ["__proto__", "constructor", "<b>", "x".repeat(9_000), "\u0000"]) {
      const { response } = await open(
        `/guides?unit=${encodeURIComponent(text)}&topic=${encodeURIComponent(text)}`,
      );
      expect(response.status).toBe(200);
    }
  });

  test("only blanks is the landing page", async () => {
    const { page } = await open("/guides?q=%20%20%E3%80%80&unit=");
    expect(getByRole(page, "heading", { level: 1 }).textContent).toBe("您要办什么事？");
  });
});

describe("everything for one life event", () => {
  test("has its guides in order and one list of what to bring, for one request", async () => {
    engine.forget();
    const { response, page } = await open(`/guides/events/${encodeURIComponent("就医")}`);
    expect(response.status).toBe(200);
    expect(getByRole(page, "heading", { level: 1 }).textContent).toBe("就医");
    expect(squeeze(page.querySelector(".timeline")?.textContent)).toContain("第 1 步 社会保障卡补领");
    expect(getAllByRole(page, "checkbox").map((box) => (box as HTMLInputElement).value)).toEqual([
      "Identity card",
      "Photograph",
    ]);
    expect(engine.consumed.map(({ operation }) => operation)).toEqual(["getMany"]);
    expect(queryByRole(page, "heading", { name: "一共要带什么" })).not.toBeNull();
  });

  test("that nobody has written is not there", async () => {
    for (const name of ["nothing", "%00", "<script>", "x".repeat(4_000)])
      expect((await open(`/guides/events/${encodeURIComponent(name)}`)).response.status).toBe(404);
  });
});

describe("what an organ does", () => {
  test("is listed for each, and told from its own guides with one read request", async () => {
    const all = await open("/guides/units");
    const link = getByRole(all.page, "link", { name: "交通运输局" });
    expect(link.getAttribute("href")).toBe("/guides/units/jtj");
    engine.forget();
    const { response, page } = await open("/guides/units/jtj");
    expect(response.status).toBe(200);
    expect(engine.consumed.map(({ operation }) => operation)).toEqual(["getMany"]);
    expect(getByRole(page, "heading", { level: 1 }).textContent).toBe("交通运输局");
    const words = squeeze(page.textContent);
    // Said once, however many guides say it.
    expect(words.split("0999-5550108")).toHaveLength(2);
    expect(words).toContain("Cards");
    expect(words).toContain("1 Renmin Road");
    expect(getByRole(page, "link", { name: "看全部 24 件" }).getAttribute("href")).toBe("/guides?unit=jtj");
    expect(getAllByRole(page, "link", { name: /^道路占用许可/ })).toHaveLength(10);
  });

  test.each(["nobody", "%00", "..", "constructor"])("%s is none", async (unit) => {
    expect((await open(`/guides/units/${encodeURIComponent(unit)}`)).response.status).toBe(404);
  });
});

test.each([
  ["an emoji", "\ud83d\ude00"],
  ["marks alone", "？？……"],
])("%s asks for nothing, and is told so with the ways on", async (_name, text) => {
  const { response, page } = await open(q(text));
  expect(response.status).toBe(200);
  expect(getByRole(page, "status").textContent).toContain("没有文字，没有搜索");
  expect(page.textContent).not.toMatch(/找到 \d+ 件事/);
  expect(page.querySelector<HTMLInputElement>("#q")?.value).toBe(text);
  // The ways on: what people ask, topics, offices.
  expect(page.querySelectorAll('main a[href^="/guides?"]').length).toBeGreaterThan(2);
  const filtered = await open(q(text, "&unit=jz"));
  expect(getByRole(filtered.page, "status").textContent).toContain("下面是符合筛选条件的全部事项");
});
