import { beforeAll, describe, expect, test } from "vitest";
import { alikeStreamJob } from "../../functions/alike/alike.jobs.ts";
import { KEYS, openMeasure } from "../../functions/alike/alike.measure.ts";
import { openAlikeStore } from "../../functions/alike/alike.store.ts";
import { joined, stateOf } from "../../functions/alike/alike.ts";
import { caseSubject } from "../../functions/audit/audit.ts";
import type { Application } from "../../functions/disclosure/disclosure.ts";
import { approvalOf, people, reviewed } from "../disclosure/support.ts";
import { application } from "../support/application.ts";
import type { Apps } from "../support/apps.ts";
import { memoryBucket, openApps } from "../support/apps.ts";
import { useEngine } from "../support/engine.ts";
import type { Pair } from "./pairs.ts";
import { handMade, writtenAfter } from "./pairs.ts";

const engine = useEngine();
let apps: Apps;
beforeAll(async () => {
  apps = openApps(engine, memoryBucket());
  for (const person of [people.handler, people.reviewer]) await apps.seat(person);
}, 120_000);

const measure = openMeasure();
const { keysOf } = measure;
const titled = (title: string) => ({ title, description: "" });
const asksAlike = (one: string, other: string) => measure.asksAlike(titled(one), titled(other));
const likenessOf = (one: string, other: string) => measure.likenessOf(titled(one), titled(other));

describe("requests in other words", () => {
  const judged = (pairs: readonly Pair[]) => ({
    found: pairs.filter(({ one, other, same }) => same && measure.asksAlike(one, other)).length,
    wrong: pairs.filter(({ one, other, same }) => !same && measure.asksAlike(one, other)).length,
    leads: pairs.filter(
      ({ one, other, same }) => same && keysOf(one.title).some((key) => keysOf(other.title).includes(key)),
    ).length,
  });

  test("of 18 pairs that ask for the same 17 are found, of 18 that do not one is put together wrongly", () => {
    expect(handMade.filter(({ same }) => same)).toHaveLength(18);
    expect(handMade).toHaveLength(36);
    expect(judged(handMade)).toEqual({ found: 17, wrong: 1, leads: 17 });
  });

  test("of 6 and 6 that were written when the measure stood two are found and one is wrong: names nobody listed stay unknown", () => {
    expect(judged(writtenAfter)).toEqual({ found: 2, wrong: 1, leads: 4 });
  });

  test("a list of names that the office keeps counts as well", () => {
    const one = { title: "雪亮工程点位", description: "" };
    const other = { title: "视频监控布点", description: "" };
    expect(measure.asksAlike(one, other)).toBe(false);
    const own = openMeasure([
      ["雪亮工程", "视频监控"],
      ["点位", "布点"],
    ]);
    expect(own.asksAlike(one, other)).toBe(true);
    expect(own.keysOf(one.title)).toEqual(own.keysOf(other.title));
  });
});

describe("titles", () => {
  test.each([
    ["老旧小区改造项目清单", "关于老旧小区改造项目的清单", true],
    ["2025年度县级财政预算执行情况", "县级财政预算执行情况（2025年）", true],
    ["2025年度县级财政预算执行情况", "2024年度县级财政预算执行情况", false],
    ["老旧小区改造项目清单", "校园食堂检查结果", false],
    ["老旧小区改造项目清单", "老旧小区改造电梯加装补贴标准和申请流程", false],
  ])("%s, %s: alike is %s", (one, other, alike) => {
    expect(asksAlike(one, other)).toBe(alike);
    expect(likenessOf(one, other)).toBe(likenessOf(other, one));
  });

  test("have always as many keys; what is alike shares one, what says too little has none", () => {
    const [one, other] = [keysOf("老旧小区改造项目清单"), keysOf("关于老旧小区改造项目的清单")];
    expect(one).toHaveLength(KEYS);
    expect(one.filter((key) => other.includes(key)).length).toBeGreaterThan(0);
    expect(keysOf("情况")).toEqual([]);
    expect(keysOf("财".repeat(5000))).toHaveLength(0);
  });

  test("are found by their keys in nearly every case in which they are alike", () => {
    const words = [..."规划批复预算执行检查结果土地征收补偿标准学区划分拆迁公告采购合同环评报告水质监测"];
    let seed = 7;
    const draw = (most: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % most;
    };
    const pairs = Array.from({ length: 400 }, () => {
      const title = Array.from({ length: 12 }, () => words[draw(words.length)]).join("");
      const at = draw(10);
      return [title, `${title.slice(0, at)}${words[draw(words.length)]}${title.slice(at + 1)}`] as const;
    }).filter(([one, other]) => asksAlike(one, other));
    const found = pairs.filter(([one, other]) => keysOf(one).some((key) => keysOf(other).includes(key)));
    expect(pairs.length).toBeGreaterThan(200);
    expect(found.length / pairs.length).toBeGreaterThan(0.98);
  });
});

describe("a group", () => {
  const member = (reference: string, asker: string) => ({ reference, asker, at: "2026-03-02T02:00:00.000Z" });
  const one = {
    ...{ id: "1", unit: "zfb", title: "t", members: [member("1", "a")], requests: 1, askers: ["a"] },
    ...{ suggestedBy: [], version: 1 },
  };
  test("is nobody's work while one person asks, however often", () => {
    const twice = joined(one, member("2", "a"));
    expect(stateOf(twice)).toBeUndefined();
    expect(twice.requests).toBe(2);
    expect(stateOf(joined(twice, member("3", "b")))).toBe("open");
    expect(joined(twice, member("2", "a"))).toBe(twice);
    expect(stateOf({ ...one, suggestedBy: ["1"] })).toBe("open");
  });
});

let people42 = 0;
/** Another passport each time, so that another person asks. */
async function ask(title: string, changes: Partial<Application> = {}): Promise<string> {
  people42 += 1;
  const { reference } = await apps.disclosure.submit({
    application: {
      ...application,
      ...{ identityKind: "passport", identityNumber: `E1234${1000 + people42}`, title },
      ...changes,
    },
    attachments: [],
    lang: "zh",
    token: `alike ${people42} ${Math.random()}`,
  });
  const [head] = await apps.heads.readHeads([reference]);
  if (head !== undefined) await apps.alike.place(head);
  return reference;
}
async function answered(reference: string, outcome = "disclosed"): Promise<void> {
  const act = (action: string, actor: object, data: object = {}) =>
    apps.disclosure.act({ reference, action, actor, data } as Parameters<typeof apps.disclosure.act>[0]);
  await act("confirm_receipt", people.clerk, { on: "2026-03-02" });
  await act("assign", people.clerk, { assignee: { id: people.handler.id, name: "" } });
  await act("propose", people.handler, reviewed({ outcome, reply: "清单见附件。", files: [] }));
  await act("approve", people.reviewer, approvalOf({ files: [] }));
  await act("answer", people.clerk, { on: "2026-03-02" });
}
const listed = async (state: "open" | "propose" | "dismiss" = "open") =>
  (await apps.alike.list(people.clerk, { unit: "zfb", state, limit: 50 })).groups;

describe("those who ask for one thing", () => {
  test("are put together by the stream, each once, and stand on the desk when they are two", async () => {
    const first = await ask("老旧小区改造项目清单");
    expect(await listed()).toEqual([]);
    const second = await ask("关于老旧小区改造项目的清单");
    const [group] = await listed();
    expect(group).toMatchObject({ id: first, requests: 2, suggestedBy: [] });
    expect(group?.askers).toHaveLength(2);
    expect(JSON.stringify(group)).not.toContain("E1234");
    const head = (await apps.heads.readHeads([second]))[0];
    if (head !== undefined) await apps.alike.place(head);
    expect((await listed())[0]?.requests).toBe(2);
    expect(await apps.alike.othersOf(people.clerk, { reference: second, unit: "zfb" })).toMatchObject({
      id: first,
      others: 1,
    });
    expect(
      await apps.alike.othersOf(people.clerkElsewhere, { reference: second, unit: "zfb" }),
    ).toBeUndefined();
  });

  test("of another unit or another year are not among them, nor the same person again", async () => {
    await ask("农村公路养护工程项目2025年清单");
    await ask("农村公路养护工程项目2024年清单");
    await ask("农村公路养护工程项目2025年清单", { unit: "zrzy" });
    const same = { identityNumber: "E9999999" };
    await ask("供水管网更新改造施工图纸", same);
    await ask("供水管网更新改造施工图纸", same);
    const titles = (await listed()).map(({ title }) => title);
    expect(titles.filter((title) => /公路|管网/.test(title))).toEqual([]);
  });

  test("in other words are put together by what they describe, and another place is another thing", async () => {
    const [pair] = handMade.filter(({ one }) => one.title === "县财政局三公经费支出");
    if (pair === undefined) throw new Error("no such pair");
    const first = await ask(pair.one.title, { description: pair.one.description });
    await ask("县教育局三公经费支出", { description: "县教育局2025年三公经费支出明细。" });
    const second = await ask(pair.other.title, { description: pair.other.description });
    const group = (await listed()).find(({ id }) => id === first);
    expect(group?.members.map(({ reference }) => reference)).toEqual([first, second]);
    expect(JSON.stringify(group)).not.toContain("公务接待");
  });

  test("cost the same to find among many: a query for each key, and one write for each item", async () => {
    const spent = async (title: string) => {
      const before = await ask(title);
      const store = openAlikeStore(engine.table);
      return { before, candidates: (await store.candidates("zfb", keysOf(title))).length };
    };
    for (let n = 0; n < 30; n += 1)
      await ask(`第${n}小学操场翻修工程招标文件${"甲乙丙丁戊己庚辛壬癸"[n % 10]}`);
    const { candidates } = await spent("小学操场翻修工程招标文件");
    // Twenty keys lead to eight each at the most, whatever there is.
    expect(candidates).toBeLessThanOrEqual(8 * KEYS);
  });

  test("the job of the stream looks at new requests alone", async () => {
    const seen: string[] = [];
    const head = { reference: "new" } as never;
    const job = alikeStreamJob({
      alike: { place: async ({ reference }) => void seen.push(reference) },
      headIn: (item) => (item === undefined ? undefined : head),
      log: { info() {}, warn() {}, error() {} },
    });
    const record = (eventName: "INSERT" | "MODIFY", old: boolean) => ({
      eventID: "1",
      eventName,
      dynamodb: {
        SequenceNumber: "1",
        NewImage: { pk: { S: "CASE#1" }, sk: { S: "HEAD" } },
        ...(old ? { OldImage: { pk: { S: "CASE#1" }, sk: { S: "HEAD" } } } : {}),
      },
    });
    await job({ Records: [record("MODIFY", true)] } as never);
    expect(seen).toEqual([]);
    await job({ Records: [record("INSERT", false)] } as never);
    expect(seen).toEqual(["new"]);
  });
});

describe("the decision", () => {
  test("to propose is one tap on an answer that was given; it is on record and leads to the two-person way", async () => {
    const title = "城区停车场规划批复文件";
    const [first, second] = [await ask(title), await ask(title)];
    const { group } = await apps.alike.read(people.handler, first);
    const propose = (who: typeof people.clerk, version: number) =>
      apps.alike.decide(who, first, { kind: "propose", version, reference: second });
    await expect(propose(people.handler, group.version)).rejects.toMatchObject({ code: "not_answered" });
    await answered(second);
    await expect(propose(people.reviewer, group.version)).rejects.toMatchObject({ status: 403 });
    await expect(propose(people.handler, 99)).rejects.toMatchObject({ code: "alike_changed" });
    const desk = await apps.seat(people.handler);
    const page = await desk.page(await desk.get(`/office/alike/groups/${first}`));
    expect(page.body.textContent).toContain("2 个申请人，2 件申请");
    const form = page.querySelector<HTMLFormElement>('form[action$="/propose"]');
    const fields = Object.fromEntries(
      [...(form?.querySelectorAll("input") ?? [])].map(({ name, value }) => [name, value]),
    );
    const sent = await desk.post(form?.getAttribute("action") ?? "none", fields);
    expect(sent.headers.get("location")).toBe(`/office/answers/of/${second}`);
    expect((await listed("propose")).map(({ id }) => id)).toContain(first);
    const actions = (await apps.audit.list(caseSubject(second), 30)).map(({ action }) => action);
    expect(actions).toContain("alike.propose");
    const onCase = await desk.page(await desk.get(`/office/cases/${first}`));
    expect(onCase.body.textContent).toContain("还有 1 个申请人申请同样的信息");
    expect(onCase.body.textContent).toContain("已提议公开");
  });

  test("not to publish needs its reason", async () => {
    const title = "幸福里小区物业备案合同";
    const first = await ask(title);
    await ask(title);
    const desk = await apps.seat(people.clerk);
    const path = `/office/alike/groups/${first}`;
    const { group } = await apps.alike.read(people.clerk, first);
    const version = String(group.version);
    expect((await desk.post(`${path}/dismiss`, { version, reason: " " })).status).toBe(422);
    expect((await desk.post(`${path}/nothing`, { version, reason: "x" })).status).toBe(404);
    expect((await desk.post(`${path}/dismiss`, { version, reason: "只与申请人自身有关。" })).status).toBe(
      303,
    );
    expect((await listed("dismiss")).map(({ id }) => id)).toContain(first);
    const elsewhere = await apps.seat(people.clerkElsewhere);
    expect((await elsewhere.get(path)).status).toBe(403);
    expect((await desk.get("/office/alike/groups/1")).status).toBe(404);
    for (const state of ["", "?state=propose", "?state=dismiss", "?state=x&cursor=x"])
      expect((await desk.get(`/office/alike${state}`)).status).toBe(200);
  });

  test("an applicant suggests it by one tap on the answered page, once, and nobody without an answer", async () => {
    const reference = await ask("县医院新院区环评报告全本");
    const actor = { kind: "applicant", reference } as const;
    await expect(apps.alike.suggest(actor)).rejects.toMatchObject({ code: "not_answered" });
    await answered(reference);
    const visitor = apps.visitor();
    const path = `/progress/${reference}`;
    await visitor.post("/progress", { number: reference, code: "", phone: application.phone });
    const page = await visitor.page(await visitor.get(path));
    const form = page.querySelector<HTMLFormElement>('form[action$="/suggestion"]');
    expect(form).not.toBeNull();
    for (let taps = 0; taps < 2; taps += 1) {
      const sent = await visitor.post(`${path}/suggestion`, {});
      expect(sent.headers.get("location")).toBe(`${path}?done=suggested`);
    }
    const group = (await listed()).find(({ id }) => id === reference);
    expect(group?.suggestedBy).toEqual([reference]);
    const stranger = await apps.visitor().post(`${path}/suggestion`, {});
    expect(stranger.headers.get("location")).toContain("/progress?number=");
    const refused = await ask("县领导班子分工会议讨论记录");
    await answered(refused, "process_information");
    await expect(apps.alike.suggest({ kind: "applicant", reference: refused })).rejects.toMatchObject({
      code: "not_answered",
    });
  });
});

describe("one applicant's other requests", () => {
  test("are counted on the page of a case for who works on it, by the keyed hash alone", async () => {
    const who = { identityNumber: "E5551234" };
    const first = await ask("信访接待记录汇总", who);
    const second = await ask("护林员聘用名册", who);
    const count = async (staff: typeof people.clerk) =>
      apps.disclosure.othersOfApplicant(await apps.disclosure.readForOffice(second, staff));
    expect(await count(people.clerk)).toBe(1);
    expect(await count(people.auditor)).toBe(0);
    const desk = await apps.seat(people.clerk);
    const page = await desk.page(await desk.get(`/office/cases/${first}`));
    expect(page.body.textContent).toContain("同一申请人另有 1 件申请");
  });
});
