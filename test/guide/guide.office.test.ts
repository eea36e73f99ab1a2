/** A guide at the desks of two people, as they see it: begun, written part by part, reviewed, published, looked after. */
import { beforeAll, describe, expect, test } from "vitest";
import { guideSubject } from "../../functions/audit/audit.ts";
import { itemCodeOf } from "../../functions/guide/guide.ts";
import { staff } from "../disclosure/support.ts";
import type { Clerk, Desk, Seen } from "../office/desk.ts";
import { openDesk } from "../office/desk.ts";
import { useEngine } from "../support/engine.ts";
import { freshGuide } from "./desk.ts";

const engine = useEngine();
let desk: Desk;
let clerk: Clerk;
let reviewer: Clerk;
beforeAll(async () => {
  desk = openDesk(engine);
  clerk = await desk.seat(staff("clerk"));
  reviewer = await desk.seat(staff("reviewer"));
});

const at = (id: string, rest = "") => `/office/guides/items/${id}${rest}`;
const edit = (id: string, part: string) => at(id, `/edit/${part}`);
const heading = ({ page }: Seen) => page.getByRole("heading", { level: 1 }).textContent;
const box = (seen: Seen, label: string) => seen.page.getByLabelText(label) as HTMLInputElement;

async function draft(change: object = {}): Promise<string> {
  const { id } = await desk.guides.startDraft({ guide: freshGuide(change), actor: staff("clerk") });
  return id;
}
async function published(change: object = {}): Promise<string> {
  const id = await draft(change);
  await desk.guides.act({ id, action: "hand_in", actor: staff("clerk") });
  await desk.guides.act({ id, action: "approve", actor: staff("reviewer") });
  return id;
}

describe("from nothing to published", () => {
  test("one person writes it part by part, another publishes it", async () => {
    const begun = await clerk.press(await clerk.open("/office/guides/new"), "开始编写", {
      codeScheme: "other",
      taskCode: "ZFB-2026-001",
      taskName: "开具无犯罪记录证明",
      taskType: "national|20|公共服务",
    });
    expect(begun.address).toBe(`${edit("ZFB-2026-001", "basics")}?done=start`);
    const next = await clerk.press(begun, /保存，下一部分/, {
      serverType: "national|1|自然人",
      duty: "负责出具证明。",
      byLaw: "《公安机关办理犯罪记录查询工作规定》",
    });
    expect(heading(next)).toBe("条件和时限");
    await clerk.press(next, /保存，下一部分/, {
      acceptCondition: "本县户籍。",
      "promise.day": "3",
      "anticipate.day": "5",
    });
    await clerk.press(await clerk.open(edit("ZFB-2026-001", "steps")), /保存，下一部分/, {
      "steps.0.name": "受理",
      "steps.0.limit.day": "1",
    });
    await clerk.press(await clerk.open(edit("ZFB-2026-001", "fees")), /保存，下一部分/, {
      isFee: "no",
      "results.0.name": "证明",
    });
    await clerk.press(await clerk.open(edit("ZFB-2026-001", "places")), /保存，下一部分/, {
      "places.0.address": "人民路 1 号",
      "linkWay.0.number": "0999-5550101",
      "superviseWay.0.number": "0999-5551101",
    });
    const open = await clerk.open(at("ZFB-2026-001"));
    expect(open.page.getByText("还有必须改正的问题，改正后才能提交。")).toBeTruthy();
    const last = await clerk.press(await clerk.open(edit("ZFB-2026-001", "upkeep")), /保存，返回指南/, {
      ownerId: "clerk-zfb",
      "checkedOn-year": "2026",
      "checkedOn-month": "3",
      "checkedOn-day": "2",
    });
    expect(last.page.getByText("没有发现问题，可以提交审核。")).toBeTruthy();
    const handed = await clerk.press(last, "提交审核");
    expect(handed.page.queryByRole("button", { name: "审核通过，公布" })).toBeNull();

    const review = await reviewer.open(at("ZFB-2026-001"));
    const unticked = await reviewer.press(review, "审核通过，公布");
    expect([
      unticked.status,
      unticked.page.getAllByText("请先逐项核对，再勾选“我已逐项核对”").length,
    ]).toEqual([422, 2]);
    const done = await reviewer.press(unticked, "审核通过，公布", { tick: "yes" });
    expect(done.page.getByText("已审核通过。市民在一分钟之内就能看到并搜到。")).toBeTruthy();
    expect(await desk.guides.readLive("ZFB-2026-001")).toMatchObject({
      state: "published",
      guide: {
        taskName: "开具无犯罪记录证明",
        promise: { day: 3, type: "working" },
        checkedOn: "2026-03-02",
      },
    });
  });

  test("a code that is wrong or taken comes back beside its box, and nothing typed is lost", async () => {
    const typed = {
      codeScheme: "national",
      taskCode: "12",
      taskName: "名称",
      taskType: "national|20|公共服务",
    };
    const back = await clerk.press(await clerk.open("/office/guides/new"), "开始编写", typed);
    expect([back.status, box(back, "事项名称").value, box(back, "实施编码").value]).toEqual([
      422,
      "名称",
      "12",
    ]);
    expect(back.page.getAllByText(/按国家规则，编码应有 31 位/)).toHaveLength(2);
    const id = await draft();
    const taken = await clerk.press(back, "开始编写", { ...typed, codeScheme: "other", taskCode: id });
    expect(taken.page.getAllByText("这个编码已经有一份指南")).toHaveLength(2);
  });
});

describe("writing", () => {
  test("rows are added, moved and removed without a script, and what is in other boxes is kept", async () => {
    const id = await draft({ questions: [{ question: "甲？", answer: "甲。" }] });
    const added = await clerk.press(await clerk.open(edit(id, "questions")), "保存并再加一项", {
      "questions.0.answer": "甲甲。",
      "questions.1.question": "乙？",
      "questions.1.answer": "乙。",
    });
    expect(added.address).toBe(`${edit(id, "questions")}?done=saved`);
    const raised = await clerk.press(added, "把问题 2上移");
    expect(raised.document.getElementById("questions.0.question")?.closest("details")?.textContent).toContain(
      "问题 1：乙？",
    );
    await clerk.press(raised, "删除问题 1");
    const { versions } = await desk.guides.readForOffice(id, staff("clerk"));
    expect(versions[0]?.guide.questions).toEqual([{ question: "甲？", answer: "甲甲。" }]);
  });

  test("what cannot be read comes back beside its box with all that was typed, and nothing is saved", async () => {
    const id = await draft();
    const back = await clerk.press(await clerk.open(edit(id, "materials")), /保存，下一部分/, {
      "materials.0.pageNum": "两",
      "materials.1.acceptStand": "清晰",
    });
    expect(back.status).toBe(422);
    expect(back.page.getAllByText("原件份数请填 0 到 9999 的整数")).toHaveLength(2);
    expect(back.page.getAllByText("请填写材料名称")).toHaveLength(2);
    expect(back.html).toContain("清晰");
    const { head } = await desk.guides.readForOffice(id, staff("clerk"));
    expect(head.revision).toBe(1);
  });

  test("the second of two who save at once sees that it changed, with what they wrote", async () => {
    const id = await draft();
    const mine = await clerk.open(edit(id, "conditions"));
    const other = await desk.seat({ ...staff("handler"), id: "other" });
    await other.press(await other.open(edit(id, "conditions")), "保存", { acceptCondition: "同事写的。" });
    const back = await clerk.press(mine, "保存", { acceptCondition: "我写的。" });
    expect([back.status, box(back, "受理条件").value]).toEqual([409, "我写的。"]);
    expect(back.page.getByText("这份指南刚刚有变化，您的操作没有进行")).toBeTruthy();
    await clerk.press(back, "保存");
    const { versions } = await desk.guides.readForOffice(id, staff("clerk"));
    expect(versions[0]).toMatchObject({ guide: { acceptCondition: "我写的。" } });
    expect(versions[0]?.authors.map((author) => author.id)).toEqual(["clerk-zfb", "other"]);
  });

  test("what is handed in cannot be written, and what was typed meanwhile is shown", async () => {
    const id = await draft();
    const mine = await clerk.open(edit(id, "conditions"));
    await desk.guides.act({ id, action: "hand_in", actor: staff("clerk") });
    const back = await clerk.press(mine, "保存", { acceptCondition: "来不及了。" });
    expect([back.status, box(back, "受理条件").value]).toEqual([409, "来不及了。"]);
    expect((await clerk.open(edit(id, "conditions"))).address).toBe(at(id));
  });

  test("a tap too many does one thing", async () => {
    const id = await draft();
    const seen = await clerk.open(at(id));
    const button = seen.page.getByRole("button", { name: "提交审核" }) as HTMLButtonElement;
    const answers = await Promise.all([clerk.send(button), clerk.send(button)]);
    const again = await clerk.send(button);
    expect([...answers, again].filter(({ status }) => status === 303).length).toBeGreaterThanOrEqual(2);
    const record = await desk.audit.list(guideSubject(id), 10);
    expect(record.filter(({ action }) => action === "guide.hand_in")).toHaveLength(1);
  });
});

describe("looking after what is published", () => {
  test("a change goes to another person, who sees what changed", async () => {
    const id = await published();
    const begun = await clerk.press(await clerk.open(at(id)), "开始修改");
    await clerk.press(begun, "保存", { taskName: "社会保障卡补办" });
    await clerk.press(await clerk.open(at(id)), "提交审核");
    const version = await reviewer.open(at(id, "/versions/2"));
    expect([...version.document.querySelectorAll(".changes tbody tr")].map((row) => row.textContent)).toEqual(
      ["事项名称社会保障卡补领社会保障卡补办"],
    );
    const back = await reviewer.press(await reviewer.open(at(id)), "退回编写人", {
      reason: "名称以省里的为准。",
    });
    expect(back.page.getByText("已退回编写人修改。")).toBeTruthy();
    expect((await clerk.open(at(id))).page.getByText("名称以省里的为准。")).toBeTruthy();
  });

  test("it is paused with a reason for citizens, resumed, abolished, and checked", async () => {
    const id = await published();
    const empty = await reviewer.press(await reviewer.open(at(id)), "暂停");
    expect([empty.status, empty.page.getAllByText("请写明原因").length]).toEqual([422, 2]);
    const paused = await reviewer.press(empty, "暂停", { reason: "系统升级。" });
    const resumed = await reviewer.press(paused, "恢复公布");
    desk.clock.pass(24 * 3600);
    clerk = await desk.seat(staff("clerk"));
    reviewer = await desk.seat(staff("reviewer"));
    const checked = await clerk.press(await clerk.open(at(id)), "今天已核对，内容无误");
    expect(checked.page.getByText("今天已经核对过。")).toBeTruthy();
    const over = await reviewer.press(await reviewer.open(resumed.address), "废止", {
      reason: "取消。",
      tick: "yes",
    });
    expect(over.page.getByText("已废止。")).toBeTruthy();
    expect(await desk.guides.readLive(id)).toMatchObject({ state: "abolished", reason: "取消。" });
  });

  test("the list finds it by state, by a part of its name and by its code", async () => {
    const id = await published({ taskName: "独特的事项名称" });
    const found = await clerk.open(`/office/guides?q=${encodeURIComponent("特的 事项")}`);
    expect(found.page.getByRole("link", { name: "独特的事项名称" }).getAttribute("href")).toBe(at(id));
    expect((await clerk.open(`/office/guides?q=${id}`)).address).toBe(at(id));
    const list = await clerk.open("/office/guides?list=published&cursor=%25");
    expect(list.page.getByRole("link", { name: "独特的事项名称" })).toBeTruthy();
    expect((await clerk.open("/office/guides?q=%3Cscript%3E")).page.getByText("没有找到")).toBeTruthy();
  });
});

test("a dead link is told where the press was, and handing in asks again", async () => {
  const address = "https://office.example/dead";
  desk.sites.set(address, { kind: "answered", status: 404 });
  const guide = freshGuide({ isOnline: true, linkAddr: address });
  const { id } = await desk.guides.startDraft({ guide, actor: staff("clerk") });
  const refused = await clerk.press(await clerk.open(at(id)), "提交审核");
  expect(refused.status).toBe(422);
  expect(refused.page.getByRole("alert").textContent).toContain("检查结果里有必须改正的问题");
  expect(refused.page.getByText(/对方网站说没有这个页面/)).toBeTruthy();
  desk.sites.set(address, { kind: "answered", status: 200 });
  const handed = await clerk.press(refused, "提交审核");
  expect(handed.page.getByText("已提交审核。")).toBeTruthy();
});

test("a draft begun by mistake is discarded after a tick, and is in no list", async () => {
  const { id } = await desk.guides.startDraft({
    guide: freshGuide({ taskName: "写错了的草稿" }),
    actor: staff("clerk"),
  });
  const asked = await clerk.press(await clerk.open(at(id)), "丢弃草稿");
  expect([asked.status, asked.page.getAllByText("请勾选，确认您了解后果").length]).toEqual([422, 2]);
  const done = await clerk.press(asked, "丢弃草稿", { tick: "yes" });
  expect(done.page.getByText("草稿已丢弃。")).toBeTruthy();
  for (const list of ["all", "draft"])
    expect((await clerk.open(`/office/guides?list=${list}`)).page.queryByText("写错了的草稿")).toBeNull();
});

test("a citizen's report is answered at the desk, once", async () => {
  const id = await published();
  const live = await desk.guides.readLive(id);
  if (live?.state !== "published") throw new Error("it was published");
  await desk.guideReports.add({
    live,
    report: { kind: "phone", text: "打不通，<b>空号</b>。" },
    address: "10.0.0.1",
  });
  const seen = await clerk.open("/office/guides/reports");
  expect(seen.page.getByText("打不通，<b>空号</b>。")).toBeTruthy();
  const back = await clerk.press(seen, "处理完毕", { note: "已改" });
  expect([back.status, box(back, "说明（选填）").value]).toEqual([422, "已改"]);
  const button = back.page.getByRole("button", { name: "处理完毕" }) as HTMLButtonElement;
  const answers = await Promise.all([1, 2].map(() => clerk.send(button, { outcome: "corrected" })));
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
  const done = await clerk.open("/office/guides/reports?state=answered");
  expect(done.page.getByText("已改正指南")).toBeTruthy();
});

describe("search words", () => {
  test("are edited beside what was not found, and the slower of two sees what the other saved", async () => {
    const id = await published();
    for (let n = 0; n < 2; n += 1) await desk.searchLog.none("挖马路");
    const seen = await clerk.open("/office/guides/words");
    expect(seen.page.getByRole("link", { name: "挖马路" })).toBeTruthy();
    const wrong = await clerk.press(seen, "保存", { synonyms: "社保卡", pinned: "社保卡 = NONE" });
    expect([wrong.status, box(wrong, "同义词").value]).toEqual([422, "社保卡"]);
    const saved = await clerk.press(wrong, "保存", { synonyms: "挖马路 占用挖掘", pinned: `社保卡 = ${id}` });
    expect(saved.page.getByText("已保存，一分钟之内生效。")).toBeTruthy();
    const late = await clerk.press(seen, "保存", { synonyms: "上户口 出生登记" });
    expect([late.status, box(late, "同义词").value]).toEqual([409, "上户口 出生登记"]);
    expect(late.page.getByText("挖马路 占用挖掘")).toBeTruthy();
    expect(
      (await reviewer.open("/office/guides/words")).page.queryByRole("button", { name: "保存" }),
    ).toBeNull();
  });
});

test("what a citizen or an office wrote stands in no address and no log", () => {
  expect(JSON.stringify(desk.lines)).not.toMatch(/空号|来不及了|ZFB-2026/);
  expect(itemCodeOf(freshGuide())).toBeTruthy();
});
