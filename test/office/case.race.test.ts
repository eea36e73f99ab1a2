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

describe("two at once", () => {
  test("a double tap does one thing, and both taps say it is done", async () => {
    const reference = await caseAt(desk, "submitted");
    const seen = await clerk.open(caseOf(reference));
    const button = seen.page.getByRole("button", { name: "确认收到" }) as HTMLButtonElement;
    const first = await clerk.send(button, { tick: "yes" });
    const second = await clerk.send(button, { tick: "yes" });
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(second.headers.get("location")).toBe(first.headers.get("location"));
    const { events } = await desk.disclosure.readForOffice(reference, people.clerk);
    expect(events).toHaveLength(2);
  });

  test("a proposal sent twice is one proposal", async () => {
    const reference = await caseAt(desk, "handling");
    const seen = await handler.open(`${caseOf(reference)}/proposal`);
    const button = seen.page.getByRole("button", { name: "提交审核" }) as HTMLButtonElement;
    const fields = { outcome: "disclosed", reply: "公开。", tick: "yes", ...reviewIn(seen) };
    const statuses = [
      (await handler.send(button, fields)).status,
      (await handler.send(button, fields)).status,
    ];
    expect(statuses).toEqual([303, 303]);
  });

  test("who is slower sees what changed and keeps what was typed", async () => {
    const reference = await caseAt(desk, "proposed");
    const slow = await desk.seat({ ...people.reviewer, id: "reviewer-2", name: "郑海" });
    const seen = await slow.open(caseOf(reference));
    await reviewer.press(await reviewer.open(caseOf(reference)), "审核通过", {
      "mark-reply": "yes",
      tick: "yes",
    });
    const late = await slow.press(seen, "退回承办人", { reason: "依据写错了，应为第三十六条" });
    expect(late.status).toBe(409);
    const news = late.page.getByRole("alert");
    expect(news.textContent).toContain("审核通过");
    expect(news.textContent).toContain("赵敏");
    expect(news.textContent).toContain("依据写错了，应为第三十六条");
    expect(news.textContent).not.toContain("确认收到申请");
  });

  test("an old page whose act is still open can be sent again from the new one", async () => {
    const reference = await caseAt(desk, "handling");
    await desk.seat({ ...people.otherHandler, name: "刘洋" });
    const seen = await clerk.open(caseOf(reference));
    await clerk.press(await clerk.open(caseOf(reference)), "分派", { assignee: people.otherHandler.id });
    const late = await clerk.press(seen, "分派", { assignee: people.otherHandler.id });
    expect(late.status).toBe(409);
    const done = await clerk.press(late, "分派", { assignee: people.handler.id });
    shown(done, "已分派。");
  });

  test("a proposal to a case that was given to somebody else is refused, and what was written is there", async () => {
    const reference = await caseAt(desk, "handling");
    const seen = await handler.open(`${caseOf(reference)}/proposal`);
    await desk.disclosure.act({
      reference,
      action: "assign",
      actor: people.clerk,
      data: { assignee: { id: people.otherHandler.id, name: "" } },
    });
    const late = await handler.press(seen, "提交审核", {
      outcome: "disclosed",
      reply: "公开。",
      tick: "yes",
    });
    expect(late.status).toBe(403);
    shown(late, "这一件的承办人不是您。");
    shown(late, "公开。");
    expect((await handler.press(seen, "保存，稍后再写", { reply: "再写一些。" })).html).toContain(
      "再写一些。",
    );
  });

  test("a form without version or with a made-up one changes nothing", async () => {
    const reference = await caseAt(desk, "answered");
    for (const version of ["", "abc", "999", "-1"]) {
      const answer = await clerk.browser.post(`${caseOf(reference)}/actions/archive`, {
        tick: "yes",
        version,
      });
      expect(answer.status).toBe(409);
    }
  });
});
