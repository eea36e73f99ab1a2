/** Reading a guide: every answer in its place, the self-check without a script, paper, what is paused or over. */
import { getAllByRole, getByLabelText, getByRole, queryByRole } from "@testing-library/dom";
import { beforeAll, describe, expect, test } from "vitest";
import { memoryBucket, openApps } from "../support/apps.ts";
import { useEngine } from "../support/engine.ts";

const engine = useEngine();
let apps: ReturnType<typeof openApps>;
let id: string;

beforeAll(async () => {
  apps = openApps(engine, memoryBucket());
  id = await apps.guide.publish();
});

const open = async (path: string) => {
  const browser = apps.visitor();
  const response = await browser.get(path);
  return { response, page: (await browser.page(response)).body };
};
const squeeze = (text: string | null | undefined) => (text ?? "").replaceAll(/\s+/g, " ").trim();
const heading = (page: HTMLElement) => squeeze(getByRole(page, "heading", { level: 1 }).textContent);
const href = (page: HTMLElement, name: string | RegExp) =>
  getByRole(page, "link", { name }).getAttribute("href");

describe("a guide", () => {
  test("answers in the order in which people ask", async () => {
    const { page } = await open(`/guides/${id}`);
    const questions = getAllByRole(getByRole(page, "main"), "heading", { level: 2 });
    expect(questions.map(({ textContent }) => textContent)).toEqual([
      "我能办吗？",
      "要带什么？",
      "去哪里办？",
      "多久能办好？",
      "要花多少钱？",
      "能拿到什么？",
      "常见问题",
      "问谁，向谁投诉？",
      "不满意或逾期了怎么办？",
      "这份指南",
      "本页内容",
      "属于这些“一件事”",
    ]);
    expect(heading(page)).toBe("New card");
  });

  test("says at a glance how long, how much, how often and what for", async () => {
    const { page } = await open(`/guides/${id}`);
    const facts = [...page.querySelectorAll(".glance div")].map((each) => squeeze(each.textContent));
    expect(facts).toEqual(["办理时限5 个工作日", "费用收费", "到现场跑 1 次", "拿到Card"]);
  });

  test("names the promise with whose it is and the law with its own unit", async () => {
    const { page } = await open(`/guides/${id}`);
    const limits = squeeze(page.querySelector("#limits")?.textContent);
    expect(limits).toContain("Social Security Office 承诺 5 个工作日");
    expect(limits).toContain("法律规定最长 20 天 自然日，含周末和节假日");
  });

  test("has a box for each thing to bring, with what it must be like and its files", async () => {
    const { page } = await open(`/guides/${id}`);
    const boxes = getAllByRole(page, "checkbox").map((box) => (box as HTMLInputElement).value);
    expect(boxes).toEqual(["Identity card", "Photograph"]);
    expect(getByLabelText(page, /Identity card.*必须带/)).toBeTruthy();
    expect(squeeze(page.querySelector(".bring__facts")?.textContent)).toBe(
      "原件 1 份 · 复印件 2 份 · 纸质 · 政府部门发的",
    );
    expect(href(page, /空白表格\s*Identity card/)).toBe("https://bucket.example/form.pdf");
    expect(href(page, /填写样例\s*Identity card/)).toBe("https://bucket.example/sample.pdf");
  });

  test("leads to the map, to calling, to doing it online and to booking", async () => {
    const { page } = await open(`/guides/${id}`);
    expect(href(page, /在地图里找/)).toBe("https://issuer.example/map?q=1%20Renmin%20Road");
    expect(href(page, "0999-5550108")).toBe("tel:09995550108");
    expect(href(page, "12345")).toBe("tel:12345");
    const door = (name: RegExp) => getByRole(page, "button", { name }).getAttribute("href");
    expect([door(/网上办理/), door(/手机办理/), door(/预约/)]).toEqual([
      "https://issuer.example/card",
      "https://issuer.example/card/m",
      "/bookings",
    ]);
    expect(href(page, "Moving house")).toBe("/guides/events/Moving%20house");
    expect(href(page, "Rules")).toBe("https://issuer.example/rules");
  });

  test("says which version it is, when somebody last checked it, and carries a code to scan", async () => {
    const { page } = await open(`/guides/${id}`);
    const about = squeeze(page.querySelector("#about")?.textContent);
    expect(about).toContain("最后核对2026年3月2日（周一）");
    expect(about).toContain("发布2026年3月2日（周一） · 第 1 版");
    expect(getByRole(page, "img", { name: `二维码：https://banshi.example/guides/${id}` })).toBeTruthy();
  });

  test("for paper has nothing to choose, to press or to tap but the way back and the printer", async () => {
    const { page } = await open(`/guides/${id}/print`);
    const main = page.querySelector("main") as HTMLElement;
    expect(main.querySelectorAll("input[type=radio], form, [data-share]")).toHaveLength(0);
    expect([...main.querySelectorAll("button")].map((each) => squeeze(each.textContent))).toEqual(["打印"]);
    expect(page.querySelector(".bottom-bar")).toBeNull();
    expect(main.textContent).toContain("Has lost it");
  });

  test("costs one read of half a unit", async () => {
    await open(`/guides/${id}`);
    engine.forget();
    for (const path of [`/guides/${id}`, `/guides/${id}/print`]) {
      await open(path);
      expect(engine.consumed.filter(({ operation }) => operation !== "get")).toEqual([]);
      expect(engine.consumed.map(({ capacityUnits }) => capacityUnits)).toEqual([0.5]);
      engine.forget();
    }
  });

  test("is not sent again to who has it, in any language and size", async () => {
    const browser = apps.visitor();
    const first = await browser.get(`/guides/${id}`);
    const etag = first.headers.get("etag") ?? "";
    expect(first.headers.get("cache-control")).toBe("private, max-age=60");
    expect(first.headers.get("vary")).toBe("cookie");
    const ask = () => browser.ask(`/guides/${id}`, { headers: { "if-none-match": etag } });
    const again = await ask();
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
    browser.give("__Host-view", "en.elder");
    const other = await ask();
    expect([other.status, other.headers.get("x-view")]).toEqual([200, "en.elder"]);
  });

  test("that says nothing of itself still says whom to ask", async () => {
    const bare = await apps.guide.publish({
      ...{ taskName: "Bare", questions: [], lifeEvents: [], policies: [], topics: [] },
      ...{ isReservation: false, isOnline: false },
      acceptCondition: "无",
    });
    const { page } = await open(`/guides/${bare}`);
    expect(squeeze(page.querySelector("#conditions")?.textContent)).toContain("没有特别的条件");
    expect(queryByRole(page, "button", { name: /网上办理|预约/ })).toBeNull();
    expect(page.querySelector("#questions")).toBeNull();
  });

  test("whose links are no links of the web shows none", async () => {
    const crooked = await apps.guide.publish({
      policies: [{ name: "Crooked", link: "javascript:alert(1)" }],
      materials: [{ materialName: "Paper", form: "javascript:alert(1)", example: "data:text/html,x" }],
      results: [{ name: "Card", sample: "//evil.example/" }],
    });
    const { page } = await open(`/guides/${crooked}`);
    const addresses = [...page.querySelectorAll("[href]")].map((each) => each.getAttribute("href") ?? "");
    expect(addresses.filter((each) => /javascript:|data:|evil/.test(each))).toEqual([]);
  });
});

describe("the self-check", () => {
  const check = async (answers: Record<string, string>) => {
    const browser = apps.visitor();
    const response = await browser.post(`/guides/${id}`, answers);
    const page = (await browser.page(response)).body;
    const shown = [...page.querySelectorAll<HTMLElement>("[data-verdict]")].filter((each) => !each.hidden);
    return { response, page, verdicts: shown.map((each) => each.dataset.verdict) };
  };

  test.each([
    [{ c1: "yes", c2: "yes" }, "fits", "看起来可以办"],
    [{ c1: "yes", c2: "unsure" }, "may_fit", "可能可以办"],
    [{ c1: "yes", c2: "no" }, "does_not_fit", "看起来暂时不能办"],
    [{}, "unasked", "请先选一条"],
    [{ c1: "maybe", c2: "<script>" }, "unasked", "请先选一条"],
  ])("%j: %s", async (answers, verdict, words) => {
    const { response, page, verdicts } = await check(answers as Record<string, string>);
    expect([response.status, verdicts]).toEqual([200, [verdict]]);
    expect(squeeze(page.querySelector("[data-verdict]:not([hidden])")?.textContent)).toContain(words);
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  test("gives the answers back, asks each condition by name, and keeps nothing", async () => {
    engine.forget();
    const { page } = await check({ c1: "yes", c2: "no" });
    const group = getByRole(page, "group", { name: /第 2 条\s*Has lost it/ });
    expect((getByLabelText(group, "不符合") as HTMLInputElement).checked).toBe(true);
    expect(engine.consumed.map(({ operation }) => operation)).toEqual(["get"]);
  });
});

describe("what is not as it was", () => {
  test("a paused guide says why and has no doors to what may not answer", async () => {
    const paused = await apps.guide.publish({ taskName: "Paused card" });
    await apps.guide.pause(paused, "The printer is broken");
    const { page } = await open(`/guides/${paused}`);
    expect(squeeze(page.querySelector(".govuk-warning-text")?.textContent)).toContain(
      "The printer is broken",
    );
    expect(queryByRole(page, "button", { name: /网上办理|预约/ })).toBeNull();
  });

  test("an abolished one says that it is over, since when and why", async () => {
    const over = await apps.guide.publish({ taskName: "Old card" });
    await apps.guide.abolish(over, "Replaced by the new card");
    for (const path of ["", "/print"]) {
      const { response, page } = await open(`/guides/${over}${path}`);
      expect([response.status, heading(page)]).toEqual([410, "这件事不再办理"]);
      expect(page.textContent).toContain("Replaced by the new card");
    }
    expect((await apps.visitor().post(`/guides/${over}`, {})).status).toBe(410);
    expect((await open(`/guides/${over}/report`)).response.status).toBe(404);
  });

  test("one that was not checked for half a year says so", async () => {
    const stale = await apps.guide.publish({ taskName: "Stale card", checkedOn: "2025-08-01" });
    const { page } = await open(`/guides/${stale}`);
    expect(squeeze(page.querySelector(".govuk-warning-text")?.textContent)).toContain("超过 180 天没有核对");
  });

  test.each(["1", "x".repeat(5000), "%ED%A0%80", "..%2f..", "' OR 1=1", "__proto__"])(
    "%j is no guide",
    async (wrong) => {
      engine.forget();
      const { response } = await open(`/guides/${encodeURIComponent(wrong)}`);
      expect(response.status).toBe(404);
      expect(engine.consumed.length).toBeLessThanOrEqual(1);
    },
  );
});

describe("on paper", () => {
  test("nothing is folded, and the code leads back to the guide", async () => {
    const { page } = await open(`/guides/${id}/print`);
    const folded = [...page.querySelectorAll("details")].filter((each) => !each.open);
    expect(folded).toEqual([]);
    expect(page.querySelectorAll("details").length).toBeGreaterThan(4);
    expect(getByRole(page, "img", { name: /二维码/ })).toBeTruthy();
    expect(page.querySelector("[data-print]")).not.toBeNull();
  });
});
