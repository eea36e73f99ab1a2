import { beforeEach, describe, expect, test } from "vitest";
import { publishedSubject } from "../../functions/audit/audit.ts";
import { people } from "../disclosure/support.ts";
import { application } from "../support/application.ts";
import { memoryBucket, openApps } from "../support/apps.ts";
import { useEngine } from "../support/engine.ts";
import { answeredCase, content, publishedCase } from "./rig.ts";

const engine = useEngine();
let apps: ReturnType<typeof openApps>;
beforeEach(() => {
  apps = openApps(engine, memoryBucket());
});

describe("an answer for everybody", () => {
  test("is written by one person, published by another, and read by all", async () => {
    const { published } = apps.answers;
    const reference = await answeredCase(apps);
    const { id, version } = await published.write(people.both, reference, { content, version: 0 });
    expect(await published.readPublic(id)).toBeUndefined();
    await published.act(people.both, id, { act: "hand_in", version });
    expect((await published.readForOffice(people.both, id)).acts).toEqual(["return"]);
    await expect(published.act(people.both, id, { act: "publish", version: 2 })).rejects.toMatchObject({
      status: 403,
      code: "own_work",
    });
    await published.act(people.reviewer, id, { act: "publish", version: 2 });
    const read = await published.readPublic(id);
    expect(read).toMatchObject({ state: "published", content, outcome: "disclosed", unit: "zfb" });
    // Nothing that leads back to the request, and nobody's name.
    expect(JSON.stringify(read)).not.toMatch(new RegExp(`${reference}|${application.name}|handler|reviewer`));
    expect(id).not.toContain(reference);
  });

  test("is taken back with a reason that stays, and written again", async () => {
    const { published } = apps.answers;
    const id = await publishedCase(apps);
    await published.act(people.reviewer, id, { act: "withdraw", version: 3, reason: "数字有误" });
    expect(await published.readPublic(id)).toMatchObject({ state: "withdrawn", reason: "数字有误" });
    expect(await published.readManyPublic([id])).toEqual([]);
    expect((await published.listPublic({ limit: 100 })).answers.map((answer) => answer.id)).not.toContain(id);
    const { answer } = await published.readForOffice(people.handler, id);
    await published.write(people.handler, answer.reference, { content, version: 4 });
    expect((await published.readPublic(id))?.state).toBe("withdrawn");
    const record = await apps.audit.all(publishedSubject(id));
    // The clock stands still here, so that they have no order.
    expect(record.map(({ action, by }) => `${action} ${"id" in by ? by.id : ""}`).toSorted()).toEqual([
      "published.hand_in handler-zfb",
      "published.publish reviewer-zfb",
      "published.withdraw reviewer-zfb",
      "published.write handler-zfb",
      "published.write handler-zfb",
    ]);
  });

  test.each([
    ["subject", { subject: "答复张三丰" }, "personal_applicant"],
    ["question", { question: "我的身份证 11010119900307002X" }, "personal_identity"],
    ["answer", { answer: "请与 13812345678 联系" }, "personal_phone"],
    ["answer", { answer: "已发 a@b.cn" }, "personal_email"],
  ])("is not kept while its %s tells who asked", async (field, change, code) => {
    const reference = await answeredCase(apps);
    const wanted = { content: { ...content, ...change }, version: 0 };
    await expect(apps.answers.published.write(people.handler, reference, wanted)).rejects.toMatchObject({
      status: 422,
      errors: [{ field, code }],
    });
  });

  test("is not made of what has no answer yet", async () => {
    const { reference } = await apps.disclosure.submit({
      application,
      attachments: [],
      lang: "zh",
      token: `open ${Math.random()}`,
    });
    await expect(
      apps.answers.published.write(people.handler, reference, { content, version: 0 }),
    ).rejects.toMatchObject({ status: 409, code: "not_answered" });
  });

  test("two who change it at the same time: one is told", async () => {
    const reference = await answeredCase(apps);
    const write = (subject: string) =>
      apps.answers.published.write(people.handler, reference, {
        content: { ...content, subject },
        version: 0,
      });
    const both = await Promise.allSettled([write("一"), write("二")]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { status: 409, code: "published_changed" },
    });
  });

  test("out of turn is refused", async () => {
    const { published } = apps.answers;
    const id = await publishedCase(apps);
    const { answer } = await published.readForOffice(people.auditor, id);
    await expect(
      published.write(people.handler, answer.reference, { content, version: 3 }),
    ).rejects.toMatchObject({ code: "published_state" });
    await expect(published.act(people.reviewer, id, { act: "publish", version: 3 })).rejects.toMatchObject({
      code: "published_state",
    });
  });

  test.each([
    ["a handler may not publish", people.handler, "publish"],
    ["a reviewer of another unit may not", { ...people.reviewer, unit: "zrzy" }, "publish"],
    ["an auditor may not take back", people.auditor, "withdraw"],
  ] as const)("%s, and the attempt is on record", async (_, actor, act) => {
    const { published } = apps.answers;
    const id = await publishedCase(apps);
    await expect(published.act(actor, id, { act, version: 3 })).rejects.toMatchObject({ status: 403 });
    const record = await apps.audit.all(publishedSubject(id));
    expect(record).toContainEqual(
      expect.objectContaining({ result: "refused", action: "published.approve" }),
    );
  });

  test("an id that is none is answered as one that is not there", async () => {
    const { published } = apps.answers;
    expect(await published.readPublic("../../x")).toBeUndefined();
    await expect(published.readForOffice(people.clerk, "x".repeat(22))).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe("what a page costs", () => {
  test("an answer is one read, the list of the newest one query, whatever there is", async () => {
    const { published } = apps.answers;
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      apps.clock.pass(60);
      ids.push(await publishedCase(apps));
    }
    engine.forget();
    await published.readPublic(ids[0] ?? "");
    const first = await published.listPublic({ limit: 2 });
    expect(engine.consumed.map(({ operation }) => operation)).toEqual(["get", "query"]);
    expect(first.answers.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
    const second = await published.listPublic({ limit: 2, cursor: first.next });
    expect(second.answers.map(({ id }) => id)).toContain(ids[0]);
    expect((await published.listPublic({ limit: 2, cursor: "nonsense" })).answers).toHaveLength(2);
  });
});

describe("pages", () => {
  test("are found by search and stand in the feed, escaped", async () => {
    const id = await publishedCase(apps, { subject: "学区划分方案 <b>&", answer: "第一行\n<script>" });
    const browser = apps.visitor();
    const start = await browser.page(await browser.get("/disclosure"));
    expect(start.querySelector('main a[href="/answers"]')?.textContent).toBe("先看看公开的答复");
    const found = await browser.page(await browser.get("/answers?q=学区划分"));
    expect(found.querySelector(`a[href="/answers/${id}"]`)?.textContent).toBe("学区划分方案 <b>&");
    const nothing = await browser.page(await browser.get("/answers?q=完全没有的东西"));
    expect(nothing.querySelectorAll(".hits__item")).toHaveLength(0);
    const feed = await browser.get("/answers/feed.atom");
    expect(feed.headers.get("content-type")).toContain("application/atom+xml");
    const { JSDOM } = await import("jsdom");
    const document = new JSDOM(await feed.text(), { contentType: "application/xml" }).window.document;
    const entry = [...document.querySelectorAll("entry")].find(
      (each) => each.querySelector("link")?.getAttribute("href") === `https://banshi.example/answers/${id}`,
    );
    expect(entry?.querySelector("title")?.textContent).toBe("学区划分方案 <b>&");
    expect(entry?.querySelector("content")?.textContent).toContain("&lt;script&gt;");
  });

  test("what was taken back is gone, and says why", async () => {
    const id = await publishedCase(apps);
    await apps.answers.published.act(people.reviewer, id, {
      act: "withdraw",
      version: 3,
      reason: "数字有误",
    });
    const response = await apps.visitor().get(`/answers/${id}`);
    expect(response.status).toBe(410);
    expect(await response.text()).toContain("数字有误");
  });
});

describe("before handing in", () => {
  const upTo = async (information: { title: string; description: string }) => {
    const browser = apps.visitor();
    await browser.post("/disclosure", {});
    await browser.post("/disclosure/apply/applicant", { applicantKind: "person" });
    await browser.post("/disclosure/apply/name", { name: "李四" });
    await browser.post("/disclosure/apply/identity", {
      identityKind: "passport",
      identityNumber: "E12345678",
    });
    await browser.post("/disclosure/apply/unit", { unit: "zfb" });
    const sent = await browser.post("/disclosure/apply/information", { documentNumber: "", ...information });
    return { browser, to: sent.headers.get("location") };
  };
  const numbers = async () => (await apps.answers.office.counts.read()).numbers;

  test("a published answer is shown once, and who finds it need not ask", async () => {
    const id = await publishedCase(apps, { subject: "城东片区征地补偿标准" });
    const earlier = await numbers();
    const { browser, to } = await upTo({ title: "城东片区征地补偿标准", description: "请提供标准文件" });
    expect(to).toBe("/disclosure/before");
    const page = await browser.page(await browser.get("/disclosure/before"));
    const link = page.querySelector<HTMLAnchorElement>(`a[href="/disclosure/before/open/answer/${id}"]`);
    expect(link?.textContent).toContain("城东片区征地补偿标准");
    expect((await browser.get(link?.getAttribute("href") ?? "")).headers.get("location")).toBe(
      `/answers/${id}`,
    );
    for (let tap = 0; tap < 2; tap += 1) {
      const done = await browser.post("/disclosure/before", { choice: "found" });
      expect(done.headers.get("location")).toBe("/disclosure/before/done");
    }
    const now = await numbers();
    const grown = Object.entries(now).map(([name, n]) => [name, n - earlier[name as keyof typeof earlier]]);
    expect(Object.fromEntries(grown)).toEqual({
      ...{ shown: 1, opened: 1, found: 1, continued: 0, petition: 0, petitionTaken: 0 },
    });
    // What was written is still there.
    const on = await browser.get("/disclosure/apply/delivery");
    expect(on.status).toBe(200);
  });

  test("a complaint is shown its door and may go on all the same", async () => {
    const { browser, to } = await upTo({ title: "我要投诉物业乱收费", description: "请求查处" });
    expect(to).toBe("/disclosure/before");
    const taken = await browser.post("/disclosure/before", { choice: "petition" });
    const channels = await browser.page(await browser.follow(taken));
    expect(channels.querySelector('a[href="tel:12345"]')).not.toBeNull();
    const on = await browser.post("/disclosure/before", { choice: "continue" });
    expect(on.headers.get("location")).toBe("/disclosure/apply/delivery");
  });

  test("where there is nothing to show, nothing stands between", async () => {
    const { browser, to } = await upTo({ title: "乌有之乡的度量衡档案", description: "请提供" });
    expect(to).toBe("/disclosure/apply/delivery");
    expect((await browser.get("/disclosure/before")).headers.get("location")).toBe(
      "/disclosure/apply/delivery",
    );
  });

  test("a button that is none goes on; without a draft it leads to the start", async () => {
    const { browser } = await upTo({ title: "我要投诉物业乱收费", description: "请求查处" });
    const odd = await browser.post("/disclosure/before", { choice: "<script>" });
    expect(odd.headers.get("location")).toBe("/disclosure/apply/delivery");
    expect((await apps.visitor().get("/disclosure/before")).headers.get("location")).toBe("/disclosure");
    expect((await apps.visitor().get("/disclosure/before/open/else/x")).status).toBe(404);
  });
});
