import { getAllByRole, getByLabelText, getByRole, getByText, queryByRole } from "@testing-library/dom";
import { beforeEach, describe, expect, test } from "vitest";
import { useEngine } from "../support/engine.ts";
import { openApp, openBrowser, pageOf } from "./pages.tsx";
import { file, openCounter, PHONE4, people } from "./support.ts";

const engine = useEngine();
let counter: ReturnType<typeof openCounter>;
let browser: ReturnType<typeof openBrowser>;
let places = 0;
const another = () => {
  places += 1;
  return openBrowser(openApp(counter), `192.0.2.${places}`);
};
beforeEach(() => {
  counter = openCounter(engine);
  browser = another();
});

async function follow(files: Parameters<typeof counter.submit>[0] = []) {
  const made = await counter.submit(files);
  const answer = await browser.post("/progress", {
    number: made.reference,
    code: made.queryCode,
  });
  expect(answer.status).toBe(303);
  return { ...made, path: answer.headers.get("location") ?? "" };
}
const heading = (page: HTMLElement) => getByRole(page, "heading", { level: 1 }).textContent;

describe("the form", () => {
  test("takes over the number of a QR, and nothing else", async () => {
    const { reference } = await counter.submit();
    const page = await pageOf(await browser.get(`/progress?number=${reference}`));
    expect((getByLabelText(page, "编号") as HTMLInputElement).value).toBe(reference);
    const odd = await browser.get(`/progress?number=${encodeURIComponent("请转账到 <b>")}`);
    expect(await odd.text()).not.toContain("请转账到");
  });

  test("number and code as people write them lead to the case, with a cookie that scripts cannot read", async () => {
    const { reference, queryCode } = await counter.submit();
    const answer = await browser.post("/progress", {
      number: ` ${reference.slice(0, 6)} ${reference.slice(6, 13)}-${reference.slice(13)}`.toLowerCase(),
      code: `${queryCode.slice(0, 4)} ${queryCode.slice(4)}`.toLowerCase(),
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(`/progress/${reference}`);
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-progress=/);
    for (const mark of ["HttpOnly", "Secure", "Path=/", "Max-Age=1800", "SameSite=Lax"])
      expect(cookie).toContain(mark);
    expect(cookie).not.toContain(queryCode);
  });

  test("the last four of the phone are enough too", async () => {
    const { reference } = await counter.submit();
    const answer = await browser.post("/progress", {
      number: reference,
      code: "",
      phone: PHONE4,
    });
    expect(answer.headers.get("location")).toBe(`/progress/${reference}`);
  });

  test.each([
    [{ number: "", code: "" }, ["请填写编号", "请填写查询码，或者手机尾号"]],
    [{ number: "440305G26021400001B", code: "CCCCCCCC" }, ["请核对编号"]],
    [{ number: "x".repeat(10_000), code: "\u202e😀" }, ["请核对编号", "请核对查询码"]],
    [{ number: "440305G26021400001B", phone: "12a" }, ["请核对编号", "四位数字"]],
  ])("says next to the field what to correct, and counts no try: %#", async (fields, sentences) => {
    engine.forget();
    const answer = await browser.post("/progress", fields);
    expect(answer.status).toBe(422);
    expect(engine.consumed).toEqual([]);
    const page = await pageOf(answer);
    expect(page.querySelector("title")?.textContent).toMatch(/^有误：进度查询/);
    const links = getAllByRole(getByRole(page, "alert"), "link");
    expect(links).toHaveLength(sentences.length);
    for (const [place, sentence] of sentences.entries()) {
      expect(links[place]?.textContent).toContain(sentence);
      expect(page.querySelector(links[place]?.getAttribute("href") ?? "none")).not.toBeNull();
    }
  });

  test("a missing number and a wrong code get the same page, then the same wait", async () => {
    const { reference } = await counter.submit();
    const story = async (number: string) => {
      const own = another();
      const pages: string[] = [];
      for (let time = 0; time < 6; time += 1) {
        const answer = await own.post("/progress", { number, code: "CCCCCCCC" });
        pages.push(`${answer.status} ${answer.headers.get("retry-after")} ${await answer.text()}`);
      }
      return pages.map((page) => page.replaceAll(number, "NUMBER"));
    };
    const wrong = await story(reference);
    expect(await story(counter.nextReference())).toEqual(wrong);
    expect(wrong[0]).toMatch(/^422 null/);
    expect(wrong[5]).toMatch(/^429 900/);
    expect(wrong[5]).toContain("请约 15 分钟后再试");
  });
});

describe("the case", () => {
  test("is shown only to who has proven it; others land on the form", async () => {
    const { path, reference } = await follow();
    expect((await browser.get(path)).status).toBe(200);
    const stranger = await another().get(path);
    expect([stranger.status, stranger.headers.get("location")]).toEqual([
      303,
      `/progress?number=${reference}`,
    ]);
    counter.clock.pass(30 * 60 + 1);
    expect((await browser.get(path)).status).toBe(303);
    expect((await browser.get("/progress/nonsense")).status).toBe(404);
  });

  test("costs one read request, and is kept by nobody", async () => {
    const { path } = await follow();
    engine.forget();
    const answer = await browser.get(path);
    expect(engine.consumed.map(({ operation }) => operation)).toEqual(["get"]);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  test("says how it stands, when the answer is due and why", async () => {
    const { path, reference } = await follow([file("f1", "身份证.jpg")]);
    const page = await pageOf(await browser.get(path));
    expect(heading(page)).toBe("已提交，等单位确认收到");
    expect(page.textContent).toContain("先按提交之日算，应于 2026年3月20日（周五）前答复。");
    getByText(page, /先按您提交的 2026年2月14日（周六）算/);
    getByText(page, "其间有 14 天不计入：春节 9 天、周末 5 天。");
    getByText(page, "2月28日，周六，春节调休上班，第 5 个工作日");
    getByText(page, "3月20日，周五，第 20 个工作日，期限届满");
    getByText(
      page,
      `${reference.slice(0, 4)} ${reference.slice(4, 8)} ${reference.slice(8, 12)} ${reference.slice(12, 16)} ${reference.slice(16)}`,
    );
    getByText(page, "身份证.jpg");
    expect(getByRole(getByRole(page, "main"), "link", { name: /0755-88120001/ }).getAttribute("href")).toBe(
      "tel:075588120001",
    );
  });

  test("is a sentence in English too", async () => {
    const { path } = await follow();
    browser.cookies.set("__Host-view", "en.standard");
    const page = await pageOf(await browser.get(path));
    expect(heading(page)).toBe("Submitted. The unit has yet to confirm receipt");
    expect(page.textContent).toContain("the answer is due by Friday 20 March 2026.");
    expect(page.lang).toBe("en");
  });

  test("counts from the confirmed receipt once it is confirmed, and says when it is overdue", async () => {
    const { path, reference } = await follow();
    counter.clock.set("2026-02-28T02:00:00.000Z");
    const { clerk, handler } = people;
    const on = { on: "2026-02-28" };
    await counter.disclosure.act({ reference, action: "confirm_receipt", actor: clerk, data: on });
    const assignee = { id: handler.id, name: handler.name };
    await counter.disclosure.act({ reference, action: "assign", actor: clerk, data: { assignee } });
    browser.cookies.set("__Host-progress", counter.progress.grant(undefined, reference));
    const page = await pageOf(await browser.get(path));
    expect(heading(page)).toBe("单位正在办理，应于 2026年3月27日（周五）前答复");
    getByText(page, /单位于 2026年2月28日（周六）确认收到/);
    counter.clock.set("2026-03-28T02:00:00.000Z");
    browser.cookies.set("__Host-progress", counter.progress.grant(undefined, reference));
    const late = await pageOf(await browser.get(path));
    expect(heading(late)).toBe("单位还没有答复，已超过 2026年3月27日（周五）的期限");
  });
});

describe("the answer", () => {
  test("shows outcome, article, reply, files and remedy, and its files only to the applicant", async () => {
    const { path, reference } = await follow([file("own")]);
    await counter.answer(reference, [file("reply", "改造计划.pdf")]);
    const page = await pageOf(await browser.get(path));
    expect(heading(page)).toBe("单位已于 2026年3月10日（周二）答复");
    getByText(page, "予以公开");
    getByText(page, "《政府信息公开条例》第三十六条第（一）项、第三十六条第（二）项");
    getByText(page, "您申请的信息见附件。");
    getByText(page, /60 日内（2026年5月9日（周六）前）申请行政复议，也可以.*6 个月内/);
    const link = getByRole(page, "link", { name: /改造计划\.pdf/ }).getAttribute("href") ?? "";
    const download = await browser.get(link);
    expect([download.status, download.headers.get("location")]).toEqual([
      303,
      "https://files.example/kept/reply?signed",
    ]);
    expect((await browser.get(`${path}/files/own`)).status).toBe(404);
    expect((await another().get(link)).headers.get("location")).toBe(`/progress?number=${reference}`);
    expect(queryByRole(page, "button", { name: "撤回申请" })).toBeNull();
  });

  test("says where to apply for review online as the unit has set it, because it is given online", async () => {
    const { path, reference } = await follow();
    await counter.answer(reference);
    getByText(await pageOf(await browser.get(path)), "行政复议可以在网上申请，渠道请向受理单位询问。");
    await counter.setOnlineReview("https://xzfy.example.gov.cn");
    const address = getByRole(await pageOf(await browser.get(path)), "link", {
      name: "https://xzfy.example.gov.cn",
    });
    expect(address.getAttribute("href")).toBe("https://xzfy.example.gov.cn");
    expect(address.parentElement?.textContent).toContain("网上申请行政复议的途径：");
  });

  test("that waits for its review is not there, nor are its files", async () => {
    const { path, reference } = await follow();
    const { clerk, handler } = people;
    const act = counter.disclosure.act;
    await act({ reference, action: "confirm_receipt", actor: clerk, data: { on: "2026-02-14" } });
    await act({
      reference,
      action: "assign",
      actor: clerk,
      data: { assignee: { id: "handler", name: "王承办" } },
    });
    const proposal = { outcome: "disclosed", reply: "草稿", files: [file("draft")] };
    await act({ reference, action: "propose", actor: handler, data: proposal });
    const html = await (await browser.get(path)).text();
    expect(html).not.toMatch(/草稿|draft|王承办/);
    expect((await browser.get(`${path}/files/draft`)).status).toBe(404);
  });
});

describe("withdrawing", () => {
  test("asks once, does it once, and says so afterwards", async () => {
    const { path, reference } = await follow();
    const link = getByRole(await pageOf(await browser.get(path)), "button", { name: "撤回申请" });
    const page = await pageOf(await browser.get(link.getAttribute("href") ?? ""));
    expect(heading(page)).toBe("撤回这份申请？");
    getByText(page, "撤回后，单位不再办理，也不会答复。");
    const token = page.querySelector<HTMLInputElement>("input[name=token]")?.value ?? "";
    const taps = await Promise.all([1, 2].map(() => browser.post(`${path}/withdraw`, { token })));
    expect(taps.map(({ status, headers }) => [status, headers.get("location")])).toEqual([
      [303, path],
      [303, path],
    ]);
    expect((await counter.cases.readHead(reference))?.version).toBe(2);
    const after = await pageOf(await browser.get(path));
    expect(heading(after)).toBe("您已于 2026年2月14日（周六）撤回申请");
    expect((await browser.get(`${path}/withdraw`)).headers.get("location")).toBe(path);
  });

  test("after the answer is refused with a sentence; from another site or by a stranger it does nothing", async () => {
    const { path, reference } = await follow();
    const stranger = await another().post(`${path}/withdraw`, { token: "x" });
    expect(stranger.headers.get("location")).toBe(`/progress?number=${reference}`);
    await counter.answer(reference);
    const late = await browser.post(`${path}/withdraw`, { token: "x" });
    expect(late.status).toBe(409);
    expect(heading(await pageOf(late))).toBe("没有撤回：单位已经答复");
    expect((await counter.cases.readHead(reference))?.state).toBe("answered");
  });
});
