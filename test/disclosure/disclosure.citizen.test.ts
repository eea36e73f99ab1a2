import { describe, expect, test } from "vitest";
import { useBucket } from "../support/bucket.ts";
import { useEngine } from "../support/engine.ts";
import { answers, openCounter, origin } from "./counter.ts";

const engine = useEngine();
const s3 = useBucket();
const counter = () => openCounter(engine, s3);
const apply = (page: string) => `/disclosure/apply/${page}`;

describe("the way through the form", () => {
  test("from the start page to a receipt, one question a page", async () => {
    const visitor = counter().newBrowser();
    const start = await visitor.open("/disclosure");
    expect(start.page.getByRole("heading", { level: 1, name: "申请公开政府信息" })).toBeDefined();
    expect(start.page.getByRole("button", { name: "开始申请" })).toBeDefined();
    expect(start.page.getByText("市自然资源局")).toBeDefined();
    let seen = await visitor.send("/disclosure", {});
    expect(seen.address).toBe(apply("applicant"));
    expect(seen.page.getByText("第 1 步，共 9 步")).toBeDefined();
    for (const [page, fields] of Object.entries(answers)) {
      expect(seen.address).toBe(apply(page));
      expect(seen.page.getAllByRole("heading", { level: 1 })).toHaveLength(1);
      seen = await visitor.send(seen.address, fields);
    }
    expect(seen.address).toBe(apply("attachments"));
    expect(seen.page.getByText("第 8 步，共 9 步")).toBeDefined();
    seen = await visitor.send(apply("attachments"), {});
    expect(seen.address).toBe(apply("check"));
    for (const text of ["个人", "张三丰", "11010119900307002X", "市自然资源局", "在本网站查看下载"])
      expect(seen.page.getByText(text)).toBeDefined();
    seen = await visitor.send(apply("check"), {});
    expect(seen.address).toBe("/disclosure/receipt");
    expect(seen.page.getByRole("heading", { level: 1, name: "申请已提交" })).toBeDefined();
    expect(seen.page.getByText("最迟2026年3月30日（周一）答复")).toBeDefined();
    expect(seen.page.getByText("地块规划批复")).toBeDefined();
    expect(seen.page.getByRole("img", { name: /扫码查询进度/ })).toBeDefined();
  });

  test("an organisation is asked for its name, its code and whom to call; post asks for an address", async () => {
    const visitor = counter().newBrowser();
    await visitor.send("/disclosure", {});
    let seen = await visitor.send(apply("applicant"), { applicantKind: "charity" });
    expect(seen.address).toBe(apply("name"));
    expect(seen.page.getByLabelText("单位名称").getAttribute("autocomplete")).toBe("organization");
    seen = await visitor.send(seen.address, { name: "示例基金会" });
    expect(seen.address).toBe(apply("organisation"));
    seen = await visitor.send(seen.address, { contactName: "李四" });
    expect(seen.page.getAllByRole("radio")).toHaveLength(2);
    seen = await visitor.send(seen.address, {
      identityKind: "credit_code",
      identityNumber: "91350100M000100Y43",
    });
    seen = await visitor.send(apply("unit"), answers.unit);
    seen = await visitor.send(apply("information"), answers.information);
    seen = await visitor.send(apply("delivery"), { form: "paper", route: "post" });
    seen = await visitor.send(apply("contact"), answers.contact);
    expect(seen.address).toBe(apply("address"));
    expect(seen.page.getByLabelText("邮政编码").getAttribute("inputmode")).toBe("numeric");
    seen = await visitor.send(seen.address, { address: "市民路 9 号", postcode: "518000" });
    expect(seen.address).toBe(apply("attachments"));
    seen = await visitor.open(apply("check"));
    for (const text of ["社会公益组织", "示例基金会", "李四", "市民路 9 号"])
      expect(seen.page.getByText(text)).toBeDefined();
  });

  test("no page asks for a purpose, and none sends what was typed through an address", async () => {
    const visitor = counter().newBrowser();
    await visitor.answerAll();
    for (const page of Object.keys(answers)) {
      const { document, html } = await visitor.open(apply(page));
      expect(html).not.toMatch(/name="[^"]*(purpose|use)[^"]*"/i);
      expect([...document.forms].every((form) => form.method === "post")).toBe(true);
    }
  });

  test("in English, too", async () => {
    const visitor = counter().newBrowser();
    await visitor.open("/disclosure?lang=en");
    const seen = await visitor.answerAll();
    expect(seen.page.getByRole("heading", { level: 1, name: "Do you want to add files?" })).toBeDefined();
    expect(seen.page.getByText("Step 8 of 9")).toBeDefined();
    expect(seen.html).not.toMatch(/[\u4e00-\u9fff]{12}/);
  });
});

describe("back and forth", () => {
  test("going back shows what was answered, and changing it loses nothing else", async () => {
    const visitor = counter().newBrowser();
    await visitor.answerAll();
    const before = await visitor.open(apply("information"));
    expect(before.page.getByLabelText("信息的名称")).toHaveProperty("value", "地块规划批复");
    expect(before.page.getByRole("link", { name: "返回" }).getAttribute("href")).toBe(apply("unit"));
    await visitor.send(apply("information"), { ...answers.information, title: "另一份批复" });
    const check = await visitor.open(apply("check"));
    expect(check.page.getByText("另一份批复")).toBeDefined();
    expect(check.page.getByText("13812345678")).toBeDefined();
  });

  test("changing from check-your-answers leads back there, also where it opens another page", async () => {
    const visitor = counter().newBrowser();
    await visitor.answerAll();
    const check = await visitor.open(apply("check"));
    const change = check.page.getByRole("link", { name: /^修改\s*姓名/ });
    expect(change.getAttribute("href")).toBe(`${apply("name")}?from=check#name`);
    const name = await visitor.open(`${apply("name")}?from=check`);
    expect(name.page.getByRole("button", { name: "保存并返回核对" })).toBeDefined();
    expect((await visitor.send(`${apply("name")}?from=check`, { name: "张四" })).address).toBe(
      apply("check"),
    );
    const opened = await visitor.send(`${apply("delivery")}?from=check`, { form: "paper", route: "post" });
    expect(opened.address).toBe(`${apply("address")}?from=check`);
    const done = await visitor.send(opened.address, { address: "市民路 9 号", postcode: "518000" });
    expect(done.address).toBe(apply("check"));
    const kind = await visitor.send(`${apply("applicant")}?from=check`, { applicantKind: "company" });
    expect(kind.address).toBe(`${apply("name")}?from=check`);
    const named = await visitor.send(kind.address, { name: "示例公司" });
    expect(named.address).toBe(`${apply("organisation")}?from=check`);
    const person = await visitor.send(named.address, { contactName: "李四" });
    expect(person.address).toBe(`${apply("identity")}?from=check`);
  });

  test("nobody gets ahead of what is not answered yet, nor to a page that is not theirs", async () => {
    const visitor = counter().newBrowser();
    await visitor.send("/disclosure", {});
    for (const page of ["contact", "attachments", "check", "organisation"])
      expect((await visitor.open(apply(page))).address.split("?")[0]).toBe(apply("applicant"));
    expect((await visitor.open(apply("nonsense"))).status).toBe(404);
    expect((await visitor.send(apply("check"), {})).address).toBe(`${apply("applicant")}?from=check`);
  });

  test("two tabs that answer different pages lose nothing", async () => {
    const visitor = counter().newBrowser();
    await visitor.answerAll();
    await Promise.all([
      visitor.send(apply("name"), { name: "王五" }),
      visitor.send(apply("contact"), { phone: "13900001111", email: "w@example.com" }),
    ]);
    const check = await visitor.open(apply("check"));
    for (const text of ["王五", "13900001111", "w@example.com"])
      expect(check.page.getByText(text)).toBeDefined();
  });

  test("who comes back goes on where the draft stands, or begins again and loses it", async () => {
    const visitor = counter().newBrowser();
    await visitor.send("/disclosure", {});
    await visitor.send(apply("applicant"), answers.applicant);
    const first = visitor.browser.cookie("__Host-draft");
    const back = await visitor.open("/disclosure");
    expect(back.page.getByRole("button", { name: "接着填写" }).getAttribute("href")).toBe(apply("name"));
    expect((await visitor.send("/disclosure", {})).address).toBe(apply("name"));
    expect(visitor.browser.cookie("__Host-draft")).toBe(first);
    expect((await visitor.send("/disclosure", { again: "yes" })).address).toBe(apply("applicant"));
    expect(visitor.browser.cookie("__Host-draft")).not.toBe(first);
    expect((await visitor.open(apply("name"))).address).toBe(apply("applicant"));
  });
});

describe("handing in", () => {
  test("a double tap and a late third one are one request with one receipt", async () => {
    const { newBrowser } = counter();
    const visitor = newBrowser();
    await visitor.answerAll();
    const [one, other] = await Promise.all([
      visitor.send(apply("check"), {}),
      visitor.send(apply("check"), {}),
    ]);
    const late = await visitor.send(apply("check"), {});
    const numbers = [one, other, late].map(({ document }) =>
      document.querySelector("[data-copy]")?.getAttribute("data-copy"),
    );
    expect(numbers[0]).toMatch(/^440305G260302\d{5}[A-Z]$/);
    expect(new Set(numbers).size).toBe(1);
  });

  test("afterwards the answers are gone, every page leads to the receipt, and a new one can be started", async () => {
    const { newBrowser, drafts } = counter();
    const visitor = newBrowser();
    await visitor.answerAll();
    await visitor.send(apply("check"), {});
    const id = visitor.browser.cookie("__Host-draft") ?? "";
    expect(await drafts.read(id)).toBeUndefined();
    for (const page of ["name", "attachments", "check"])
      expect((await visitor.open(apply(page))).address).toBe("/disclosure/receipt");
    expect((await visitor.send(apply("name"), answers.name)).address).toBe("/disclosure/receipt");
    const start = await visitor.open("/disclosure");
    expect(start.page.getByRole("link", { name: "查看回执" })).toBeDefined();
    expect((await visitor.send("/disclosure", {})).address).toBe(apply("applicant"));
  });

  test("the receipt holds the code for reading and never in an address or in the QR", async () => {
    const visitor = counter().newBrowser();
    await visitor.answerAll();
    const { document, html, page } = await visitor.send(apply("check"), {});
    const [number, code] = [...document.querySelectorAll("[data-copy]")].map((each) =>
      each.getAttribute("data-copy"),
    );
    expect(page.getByText(`${code?.slice(0, 4)} ${code?.slice(4)}`)).toBeDefined();
    const links = [...document.querySelectorAll("a")].map((each) => each.getAttribute("href") ?? "");
    expect(links.some((link) => link.includes(number ?? "?"))).toBe(true);
    expect(links.some((link) => link.includes(code ?? "?"))).toBe(false);
    const { encode } = await import("uqr");
    const { qrPath } = await import("../../web/components/qr.tsx");
    const expected = encode(`${origin}/progress?number=${number}`, { border: 2 }).data;
    expect(html).toContain(qrPath(expected));
  });

  test("nobody without the cookie sees a receipt", async () => {
    expect((await counter().newBrowser().open("/disclosure/receipt")).address).toBe("/disclosure");
  });
});

describe("an expired draft", () => {
  test("says so on every way in, and offers to begin again", async () => {
    const { newBrowser, clock } = counter();
    const visitor = newBrowser();
    await visitor.answerAll();
    clock.pass(24 * 3600 + 1);
    for (const seen of [
      await visitor.open(apply("name")),
      await visitor.send(apply("name"), { name: "marker-late" }),
      await visitor.open(apply("attachments")),
      await visitor.open(`${apply("attachments")}/received?upload=x`),
      await visitor.send(`${apply("attachments")}/remove`, { file: "f1" }),
      await visitor.send(apply("check"), {}),
    ]) {
      expect(seen.status).toBe(410);
      expect(seen.page.getByRole("heading", { level: 1, name: "填写的内容已过期" })).toBeDefined();
      expect(seen.html).not.toContain("marker-late");
    }
    expect((await visitor.send("/disclosure", {})).address).toBe(apply("applicant"));
  });

  test("without any cookie a page leads to the start, and a form says that it came too late", async () => {
    const visitor = counter().newBrowser();
    expect((await visitor.open(apply("name"))).address).toBe("/disclosure");
    expect((await visitor.send(apply("name"), { name: "张三" })).status).toBe(410);
    visitor.browser.give("__Host-draft", "../../guess");
    expect((await visitor.open(apply("name"))).address).toBe("/disclosure");
  });
});
