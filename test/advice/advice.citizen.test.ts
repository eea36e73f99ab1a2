/** A citizen's pages without scripts: nothing that was typed is ever lost, and one question is handed in once. */
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { adviceLimits } from "../../functions/advice/advice.limit.ts";
import { people } from "../disclosure/support.ts";
import { faultsOf } from "../pages/page.ts";
import type { Apps } from "../support/apps.ts";
import { memoryBucket, openApps } from "../support/apps.ts";
import type { Browser } from "../support/browser.ts";
import { useEngine } from "../support/engine.ts";
import { parse } from "../web/tree.ts";
import { acting, question, REPLY, threadAt } from "./rig.ts";

const engine = useEngine();
let apps: Apps;
let browser: Browser;
let phones = 0;
/** What a form sends; a telephone of its own each time, so that tests do not use up each other's tries. */
let typed: Record<string, string>;

beforeAll(() => {
  apps = openApps(engine, memoryBucket());
}, 120_000);
beforeEach(() => {
  browser = apps.visitor();
  phones += 1;
  const phone = `138${String(10_000_000 + phones)}`;
  typed = { ...question, name: "张三丰", phone, subject: "图书馆几点关门", text: "想知道晚上几点关门。" };
});

const tokenIn = (html: string): string => /name="token" value="([\w-]{22})"/.exec(html)?.[1] ?? "";
const form = async (): Promise<string> => tokenIn(await (await browser.get("/advice/new")).text());
const send = (fields: Record<string, string>) => browser.post("/advice/new", fields);
const fieldsOf = (document: Document): Record<string, string> => {
  const fields = [...document.querySelectorAll<HTMLInputElement>("form[method=post] [name]")];
  return Object.fromEntries(
    fields
      .filter(({ type, checked, name }) => name !== "go" && (type !== "radio" || checked))
      .map(({ name, value }) => [name, value]),
  );
};

async function handedIn(): Promise<{ reference: string; code: string }> {
  const answer = await send({ ...typed, token: await form() });
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/advice/receipt"]);
  const page = parse(await (await browser.get("/advice/receipt")).text());
  const [reference = "", code = ""] = [...page.querySelectorAll("[data-copy]")].map(
    (each) => each.getAttribute("data-copy") ?? "",
  );
  return { reference, code };
}

test("asking, the receipt, following by number and code, the reply, one tap", async () => {
  const { reference, code } = await handedIn();
  expect(reference).toMatch(/^\d{6}Z\d{11}[A-Z]$/);
  const other = apps.visitor();
  const proven = await other.post("/progress", { number: reference, code, phone: "" });
  expect(proven.headers.get("location")).toBe(`/advice/threads/${reference}`);
  const before = await (await other.get(`/advice/threads/${reference}`)).text();
  expect(before).toContain("已提交，单位应于 2026年3月11日（周三）前回复");
  const act = acting(apps.advice, reference);
  await act("accept", people.handler);
  await act("reply", people.handler, { text: REPLY });
  expect((await other.get(`/progress/${reference}`)).headers.get("location")).toBe(
    `/advice/threads/${reference}`,
  );
  const after = await (await other.get(`/advice/threads/${reference}`)).text();
  expect(after).toContain(REPLY);
  expect(after).toContain("回复对您有用吗？");
  await other.post(`/advice/threads/${reference}/rate`, { satisfied: "yes" });
  const second = await other.post(`/advice/threads/${reference}/rate`, { satisfied: "no" });
  expect(second.status).toBe(303);
  expect(await (await other.get(`/advice/threads/${reference}`)).text()).toContain("您的评价：满意");
});

test("the last four digits of the phone open it too, and another's never do", async () => {
  const { reference } = await handedIn();
  const phone = typed.phone?.slice(-4) ?? "";
  const wrong = await browser.post("/progress", { number: reference, code: "", phone: "0000" });
  expect(wrong.status).toBe(422);
  const right = await browser.post("/progress", { number: reference, code: "", phone });
  expect(right.status).toBe(303);
  const stranger = apps.visitor();
  const thread = `/advice/threads/${reference}`;
  expect((await stranger.get(thread)).headers.get("location")).toBe(`/progress?number=${reference}`);
  const rated = await stranger.post(`${thread}/rate`, { satisfied: "yes" });
  expect(rated.headers.get("location")).toBe(`/progress?number=${reference}`);
});

describe("the form comes back with all that was typed", () => {
  test("when something is missing", async () => {
    const token = await form();
    const answer = await send({ ...typed, phone: "1", unit: "", token });
    expect(answer.status).toBe(422);
    const page = parse(await answer.text());
    expect(page.title).toMatch(/^有误/);
    expect(fieldsOf(page)).toEqual({ ...typed, phone: "1", unit: "", token });
    expect([...page.querySelectorAll(".govuk-error-summary a")].map((a) => a.getAttribute("href"))).toEqual([
      "#unit",
      "#phone",
    ]);
    const empty = parse(await (await send({ token })).text());
    const fields = [...empty.querySelectorAll("form[method=post] input, form[method=post] textarea, select")]
      .map((each) => each.getAttribute("name"))
      .filter((name, place, all) => name !== "token" && all.indexOf(name) === place);
    const summary = [...empty.querySelectorAll(".govuk-error-summary a")].map((a) =>
      a.getAttribute("href")?.slice(1),
    );
    expect(summary).toEqual(fields.filter((name) => summary.includes(name ?? "")));
    expect(summary).toEqual(["kind", "subject", "text", "unit", "phone"]);
  });

  test("when it reads like a complaint: a better door is named, and it is handed in all the same", async () => {
    const token = await form();
    const words = { ...typed, text: "我要投诉图书馆，请求查处。<script>" };
    const answer = await send({ ...words, token });
    expect(answer.status).toBe(200);
    const page = parse(await answer.text());
    expect(faultsOf(answer, page, { lang: "zh", elder: false })).toEqual([]);
    expect(page.body.textContent).toContain("您写的像是投诉、举报");
    expect(fieldsOf(page)).toEqual({ ...words, token });
    const change = await send({ ...fieldsOf(page), go: "change" });
    expect(fieldsOf(parse(await change.text()))).toEqual({ ...words, token });
    const sent = await send({ ...fieldsOf(page), go: "send" });
    expect(sent.headers.get("location")).toBe("/advice/receipt");
  });

  test("a complaint has words of its own, and no button asks whether it was answered", async () => {
    const words = { ...typed, text: "我要投诉图书馆，请求查处。" };
    const page = parse(await (await send({ ...words, token: await form() })).text());
    expect(page.querySelector("h1")?.textContent).toBe("您写的像是投诉、举报");
    const buttons = [...page.querySelectorAll("button[name=go]")].map((each) => each.textContent?.trim());
    expect(buttons).toEqual(["仍按咨询建议提交", "回去改一改"]);
    expect(page.body.textContent).not.toContain("没有，照样提交");
    expect(page.body.textContent).not.toContain("有答案了");
  });

  test.each([
    ["text", "我的身份证 11010119900307002X，什么时候办好？", "具体内容里有身份证号"],
    ["text", "卡号 6222 0200 0000 0000 000 没有到账", "具体内容里有银行卡号"],
    ["subject", "１１０１０１１９９００３０７００２Ｘ 的社保", "一句话说明里有身份证号"],
  ])("when its %s has a number that is never public: %s", async (field, text, said) => {
    const token = await form();
    const words = { ...typed, [field]: text };
    for (const more of [{}, { go: "send" }, { warned: "yes" }]) {
      const answer = await send({ ...words, token, ...more });
      expect(answer.status).toBe(422);
      const page = parse(await answer.text());
      expect(page.querySelector(`#${field}-error`)?.textContent).toContain(said);
      expect(fieldsOf(page)).toMatchObject({ ...words, token });
    }
    expect((await browser.get("/advice/receipt")).headers.get("location")).toBe("/advice");
  });

  test("when its text says how to reach somebody: warned of once, and taken when it is meant", async () => {
    const token = await form();
    const words = { ...typed, text: "图书馆的 138 0013 8000 总是打不通。" };
    const answer = await send({ ...words, token });
    expect(answer.status).toBe(422);
    const page = parse(await answer.text());
    expect(page.querySelector("#text-error")?.textContent).toContain("具体内容里有手机号");
    expect(fieldsOf(page)).toEqual({ ...words, token, warned: "yes" });
    const sent = await send(fieldsOf(page));
    expect(sent.headers.get("location")).toBe("/advice/receipt");
  });

  test("when it was answered already", async () => {
    await threadAt(apps.advice, "public");
    const token = await form();
    const words = { ...typed, subject: "公交老年卡在哪里办" };
    const page = parse(await (await send({ ...words, token })).text());
    const link = page.querySelector('a[href^="/advice/answers/"]');
    expect(link?.textContent).toContain("公交老年卡在哪里办、要带什么");
    expect(link?.getAttribute("target")).toBe("_blank");
    expect(fieldsOf(page)).toEqual({ ...words, token });
  });

  test("when this telephone has sent very much", async () => {
    const most = adviceLimits.limits.phone.most;
    for (let n = 0; n < most; n += 1) await send({ ...typed, subject: `图书馆 ${n}`, token: await form() });
    const token = await form();
    const answer = await send({ ...typed, token });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    const page = parse(await answer.text());
    expect(page.body.textContent).toContain("提交得太频繁");
    expect(fieldsOf(page)).toEqual({ ...typed, token });
  }, 60_000);
});

test("two taps are one question; other words under the same form are asked about and lose nothing", async () => {
  const token = await form();
  await send({ ...typed, token });
  const first = await (await browser.get("/advice/receipt")).text();
  await send({ ...typed, token });
  expect(await (await browser.get("/advice/receipt")).text()).toBe(first);
  const words = { ...typed, text: "还有，周末开不开？" };
  const answer = await send({ ...words, token });
  expect(answer.status).toBe(409);
  const page = parse(await answer.text());
  expect(page.body.textContent).toContain("这份表刚才已经提交过");
  const { token: fresh = "", ...rest } = fieldsOf(page);
  expect(rest).toEqual(words);
  expect(fresh).not.toBe(token);
  expect((await send({ ...rest, token: fresh })).status).toBe(303);
});

test("who goes back and sends the same words from a form that was fetched anew has the same receipt", async () => {
  await send({ ...typed, token: await form() });
  const receipt = parse(await (await browser.get("/advice/receipt")).text());
  const numberIn = (page: Document) => page.querySelector("[data-copy]")?.getAttribute("data-copy");
  const other = { ...typed, text: "还有，周末开不开？" };
  expect((await send({ ...other, token: await form() })).headers.get("location")).toBe("/advice/receipt");
  const second = parse(await (await browser.get("/advice/receipt")).text());
  expect(numberIn(second)).not.toBe(numberIn(receipt));
  const again = await send({ ...typed, token: await form() });
  expect(again.headers.get("location")).toBe("/advice/receipt?again=1");
  const shown = parse(await (await browser.get("/advice/receipt?again=1")).text());
  expect(numberIn(shown)).toBe(numberIn(receipt));
  expect(shown.body.textContent).toContain("刚才已经提交过");
});

test("the same words from another browser are another question, and show nobody's receipt", async () => {
  await send({ ...typed, token: await form() });
  const stranger = apps.visitor();
  const token = tokenIn(await (await stranger.get("/advice/new")).text());
  const sent = await stranger.post("/advice/new", { ...typed, token });
  expect(sent.headers.get("location")).toBe("/advice/receipt");
  const own = await (await browser.get("/advice/receipt")).text();
  const theirs = await (await stranger.get("/advice/receipt")).text();
  const codes = (html: string) => [...html.matchAll(/data-copy="([^"]+)"/g)].map(([, code]) => code);
  expect(codes(theirs).filter((code) => codes(own).includes(code))).toEqual([]);
});

test("whoever was not helped is led to the question again, to the unit and with the number, and to its telephone", async () => {
  const { reference, code } = await handedIn();
  const act = acting(apps.advice, reference);
  await act("accept", people.handler);
  await act("reply", people.handler, { text: REPLY });
  await browser.post("/progress", { number: reference, code, phone: "" });
  await browser.post(`/advice/threads/${reference}/rate`, { satisfied: "no" });
  const page = parse(await (await browser.get(`/advice/threads/${reference}`)).text());
  const again = page.querySelector('main a[href^="/advice/new?"]')?.getAttribute("href") ?? "";
  const call = [...page.querySelectorAll("main a")].find((a) => a.textContent?.includes("打电话给"));
  expect(call?.getAttribute("href")).toMatch(/^tel:/);
  const begun = fieldsOf(parse(await (await browser.get(again)).text()));
  expect(begun.unit).toBe("zfb");
  expect(begun.text?.replaceAll(" ", "")).toContain(reference);
  const odd = await browser.get("/advice/new?unit=nowhere&about=%3Cscript%3E");
  expect(fieldsOf(parse(await odd.text()))).toMatchObject({ unit: "", text: "" });
});

test("what is public is found by its words, and not found by others", async () => {
  await threadAt(apps.advice, "public");
  const found = await (await browser.get("/advice?q=公交老年卡怎么办")).text();
  expect(found).toContain("公交老年卡在哪里办、要带什么");
  for (const q of ["宅基地确权", "…", "<script>", "\ud83d\ude00", "长".repeat(10_000)]) {
    const answer = await browser.get(`/advice?q=${encodeURIComponent(q.toWellFormed())}`);
    expect([q.slice(0, 9), answer.status]).toEqual([q.slice(0, 9), 200]);
    expect(await answer.text()).toContain("没有找到");
  }
});

test("bad input gets an ordinary answer", async () => {
  for (const path of [
    "/advice?cursor=%00",
    "/advice/threads/x",
    `/advice/answers/${"%F0".repeat(9)}`,
    "/advice/x",
  ])
    expect((await browser.get(path)).status).toBeLessThan(500);
  const odd = { kind: "x".repeat(9_999), unit: "__proto__", subject: "\u0000", text: "\ud800", token: "no" };
  expect((await send(odd)).status).toBe(422);
  expect((await browser.post("/advice/new", {})).status).toBe(422);
});
