import { beforeAll, describe, expect, test } from "vitest";
import { people } from "../disclosure/support.ts";
import { useEngine } from "../support/engine.ts";
import { caseAt, caseOf, seats } from "./cases.ts";
import type { Clerk, Desk, Seen } from "./desk.ts";
import { openDesk, reviewIn } from "./desk.ts";

const engine = useEngine();
let desk: Desk;
let clerk: Clerk;
let handler: Clerk;
let reviewer: Clerk;
beforeAll(async () => {
  desk = openDesk(engine);
  ({ clerk, handler, reviewer } = await seats(desk));
});

const shown = (seen: Seen, text: string | RegExp) =>
  expect(seen.page.getAllByText(text).length).toBeGreaterThan(0);
const field = (element: unknown) => element as HTMLInputElement | HTMLTextAreaElement;

describe("the whole way of a case, by forms alone", () => {
  test("from the citizen's request to the archive", async () => {
    const reference = await desk.submit({ title: "老旧小区改造项目清单" });
    let seen = await clerk.open(caseOf(reference));
    expect(seen.page.getByRole("heading", { level: 1 }).textContent).toBe("老旧小区改造项目清单");
    seen = await clerk.press(seen, "确认收到", { tick: "yes" });
    shown(seen, /已确认收到，办理期限从次日起算/);
    seen = await clerk.press(seen, "分派", { assignee: people.handler.id });
    shown(seen, "已分派。");
    shown(seen, "正在由 李建国 办理。");

    seen = await handler.open(caseOf(reference));
    seen = await handler.open(seen.page.getByRole("button", { name: "拟写答复" }).getAttribute("href") ?? "");
    const reply = "经审查，现将《老旧小区改造项目清单》提供给您。\n第二行。";
    seen = await handler.press(seen, "保存，稍后再写", { outcome: "disclosed", reply });
    shown(seen, /已保存/);
    expect(field(seen.page.getByLabelText("答复内容")).value).toBe(reply);
    seen = await handler.press(seen, "提交审核", { ...reviewIn(seen), tick: "yes" });
    shown(seen, "拟答复已提交，等待审核。");
    expect(seen.address).toBe(`${caseOf(reference)}?done=propose`);

    seen = await reviewer.open(caseOf(reference));
    shown(seen, "予以公开");
    seen = await reviewer.press(seen, "退回承办人", { reason: "请写明提供方式" });
    seen = await handler.open(`${caseOf(reference)}/proposal`);
    shown(seen, "请写明提供方式");
    expect(field(seen.page.getByLabelText("答复内容")).value).toBe(reply);
    await handler.press(seen, "提交审核", {
      ...reviewIn(seen),
      tick: "yes",
      reply: `${reply}\n请在本网站下载。`,
    });
    seen = await reviewer.open(caseOf(reference));
    seen = await reviewer.press(seen, "审核通过", { ...reviewIn(seen), tick: "yes" });
    shown(seen, "已审核通过，等待答复申请人。");

    seen = await clerk.press(await clerk.open(caseOf(reference)), "答复申请人", { tick: "yes" });
    shown(seen, "已答复，申请人现在可以看到答复。");
    // An answer without its letter is half an answer, and the page says so to who can issue it.
    const letter = seen.page.getByRole("button", { name: "制发答复书" });
    expect(letter.getAttribute("href")).toBe(`/office/case-letters/${reference}/new/outcome_disclosed`);
    expect((await reviewer.open(caseOf(reference))).page.queryByText("答复书还没有制发")).toBeNull();
    seen = await clerk.press(seen, "归档", { tick: "yes" });
    shown(seen, "已归档，不再变动。");
    const kinds = (await desk.disclosure.readForOffice(reference, people.clerk)).events.map(
      (each) => each.kind,
    );
    expect(kinds).toEqual(
      "submit confirm_receipt assign propose return propose approve answer archive".split(" "),
    );
  });
});

describe("what a form lacks", () => {
  test("the tick: 422, said next to the box, the day kept", async () => {
    const seen = await clerk.open(caseOf(await caseAt(desk, "submitted")));
    const again = await clerk.press(seen, "确认收到", { "on-year": "2026", "on-month": "3", "on-day": "2" });
    expect(again.status).toBe(422);
    const link = again.page.getByRole("link", { name: "请勾选，确认您了解后果" });
    const box = again.document.querySelector<HTMLInputElement>(link.getAttribute("href") ?? "none");
    expect(box?.type).toBe("checkbox");
    expect(again.document.title).toContain("有误");
    expect(field(again.page.getByLabelText("日")).value).toBe("2");
  });

  test("a mark of the review: each item is named where it is asked for, at the desk of both", async () => {
    const named = "请审查“答复内容”，确认可以公开后勾选";
    const proposing = await handler.open(`${caseOf(await caseAt(desk, "handling"))}/proposal`);
    const typed = { outcome: "disclosed", reply: "现予公开。", tick: "yes" };
    const refused = await handler.press(proposing, "提交审核", typed);
    expect(refused.status).toBe(422);
    expect(refused.page.getByRole("link", { name: named }).getAttribute("href")).toBe("#mark-reply");
    const approving = await reviewer.open(caseOf(await caseAt(desk, "proposed")));
    const again = await reviewer.press(approving, "审核通过", { tick: "yes" });
    expect(again.status).toBe(422);
    expect(again.page.getByRole("link", { name: named }).getAttribute("href")).toBe("#approve-mark-reply");
  });

  test.each([
    ["no date", { "on-day": "" }, "请填写有效的日期，例如 2026 年 3 月 20 日"],
    ["an impossible date", { "on-month": "2", "on-day": "30" }, "请填写有效的日期，例如 2026 年 3 月 20 日"],
    ["letters", { "on-day": "二" }, "请填写有效的日期，例如 2026 年 3 月 20 日"],
    ["a future date", { "on-day": "3" }, "日期不能晚于今天"],
    ["a date before the submission", { "on-day": "1" }, "日期太早，请按提示填写"],
  ])("receipt with %s", async (_case, fields, sentence) => {
    const seen = await clerk.open(caseOf(await caseAt(desk, "submitted")));
    const again = await clerk.press(seen, "确认收到", { tick: "yes", ...fields });
    expect(again.status).toBe(422);
    const group = again.page.getByRole("group", { name: /与申请人确认的日期/ });
    expect(group.textContent).toContain(sentence);
  });

  test("nobody chosen, somebody else's handler chosen", async () => {
    await desk.seat({ ...people.handlerElsewhere });
    const seen = await clerk.open(caseOf(await caseAt(desk, "accepted")));
    for (const assignee of ["", people.handlerElsewhere.id, people.reviewer.id]) {
      const again = await clerk.press(seen, "分派", { assignee });
      expect(again.status).toBe(422);
      shown(again, "请选择一位承办人");
    }
  });

  test("no reason to send back, and one of 501 characters", async () => {
    const seen = await reviewer.open(caseOf(await caseAt(desk, "proposed")));
    shown(await reviewer.press(seen, "退回承办人"), "请写明原因");
    const long = "长".repeat(501);
    const again = await reviewer.press(seen, "退回承办人", { reason: long });
    expect(again.status).toBe(422);
    expect(field(again.page.getByLabelText("退回的原因")).value).toBe(long);
  });

  test.each([
    ["no outcome", { outcome: "" }, "请选择处理结果"],
    ["a made-up outcome", { outcome: "granted" }, "请选择处理结果"],
    ["no reply", { reply: " " }, "请填写答复内容"],
    ["a reply of 10,001 characters", { reply: "长".repeat(10_001) }, "答复内容太长，请控制在 10000 字以内"],
    ["hidden direction marks", { reply: "公开\u202e" }, "答复内容里有看不见的控制字符，请删去后重试"],
    ["no tick", { tick: "" }, "请勾选，确认您了解后果"],
  ])("a proposal with %s keeps everything else", async (_case, fields, sentence) => {
    const reference = await caseAt(desk, "handling");
    const seen = await handler.open(`${caseOf(reference)}/proposal`);
    const good = {
      outcome: "partly_disclosed",
      reply: "部分公开。理由如下。",
      tick: "yes",
      ...reviewIn(seen),
    };
    const again = await handler.press(seen, "提交审核", { ...good, ...fields });
    expect(again.status).toBe(422);
    shown(again, sentence);
    const reply = field(again.page.getByLabelText("答复内容")).value;
    expect(reply).toBe({ ...good, ...fields }.reply);
    const kept = await handler.open(`${caseOf(reference)}/proposal`);
    expect(field(kept.page.getByLabelText("答复内容")).value).toBe(reply);
  });
});
