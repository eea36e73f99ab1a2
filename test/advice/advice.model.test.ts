import { describe, expect, test } from "vitest";
import type { AdviceEvent } from "../../functions/advice/advice.case.ts";
import { fold } from "../../functions/advice/advice.case.ts";
import { adviceFlow } from "../../functions/advice/advice.flow.ts";
import { adviceRulesOn, adviceStanding, promiseOf } from "../../functions/advice/advice.rule.ts";
import { adviceSchema } from "../../functions/advice/advice.ts";
import { readsLikeComplaint } from "../../functions/before/before.ts";
import { chinaCalendar } from "../../functions/calendar/calendar.ts";
import { check } from "../../functions/kit/form.ts";
import { question } from "./rig.ts";

const calendar = chinaCalendar();

describe("the promise", () => {
  test("is seven working days from the day after, over weekends and holidays", () => {
    expect(promiseOf("2026-03-02", calendar).due).toBe("2026-03-11");
    // The National Day week of 2026, with a working Saturday after it.
    expect(promiseOf("2026-09-28", calendar).due).toBe("2026-10-13");
  });

  test("is a dated setting: what was asked before keeps the promise of its day", () => {
    const rules = [
      { since: "2026-07-01", replyWorkingDays: 5, soonWorkingDays: 2 },
      { since: "2000-01-01", replyWorkingDays: 7, soonWorkingDays: 2 },
    ];
    expect(adviceRulesOn("2026-06-30", rules).replyWorkingDays).toBe(7);
    expect(adviceRulesOn("2026-07-01", rules).replyWorkingDays).toBe(5);
    expect(adviceRulesOn("1999-12-31", rules).replyWorkingDays).toBe(7);
  });

  test.each([
    ["2026-03-02", "green", 7],
    ["2026-03-06", "green", 3],
    ["2026-03-09", "amber", 2],
    ["2026-03-11", "amber", 0],
    ["2026-03-12", "red", -1],
  ])("on %s the light is %s", (today, light, workingDaysLeft) => {
    const waiting = { submittedOn: "2026-03-02", isPending: true };
    expect(adviceStanding(waiting, { today, calendar })).toMatchObject({ light, workingDaysLeft });
    expect(adviceStanding({ ...waiting, isPending: false }, { today, calendar }).light).toBe("grey");
  });
});

describe("what is handed in", () => {
  const schema = adviceSchema(["zfb", "zrzy"]);
  const codes = (values: object) => {
    const checked = check(schema, values);
    return checked.ok ? [] : checked.errors.map(({ field, code }) => `${field} ${code}`);
  };

  test("is brought into one form; the name may be left out", () => {
    const typed = { ...question, phone: " 138 1234 5678 ", subject: "  公交\n老年卡 ", name: "" };
    const { name: _name, ...rest } = question;
    expect(check(schema, typed)).toEqual({
      ok: true,
      value: { ...rest, subject: "公交 老年卡" },
    });
  });

  test("an empty form is told all that it lacks", () => {
    expect(codes({})).toEqual([
      "kind kind.choose",
      "subject title.required",
      "text description.required",
      "unit unit.choose",
      "phone phone.required",
    ]);
  });

  test.each([
    [{ kind: "complaint" }, "kind kind.choose"],
    [{ kind: ["question", "suggestion"] }, "kind kind.choose"],
    [{ unit: "nowhere" }, "unit unit.choose"],
    [{ phone: "12345" }, "phone phone.invalid"],
    [{ text: "长".repeat(2001) }, "text description.too_long"],
    [{ subject: `\u202e反` }, "subject title.characters"],
    [{ text: "我是 110101 19900307 002X" }, "text personal_identity"],
    [{ subject: "6222020000000000000 没有到账" }, "subject personal_card"],
    [{ name: "张\u0000三" }, "name name.characters"],
  ])("%j is refused", (changes, code) => {
    expect(codes({ ...question, ...changes })).toEqual([code]);
  });
});

describe("reads like a complaint or a report", () => {
  test.each([
    "我要投诉物业公司乱收费",
    "实名举报某公司违法排污，请求查处",
    "楼下烧烤店每天半夜扰民",
    "请有关部门严惩黑中介",
  ])("yes: %s", (text) => {
    expect(readsLikeComplaint(text)).toBe(true);
  });
  test.each([
    "为什么我的低保没有批",
    "希望尽快解决学校门口停车难的问题",
    "建议处理好公交车换乘的衔接",
    "公交老年卡在哪里办",
  ])("no: %s", (text) => {
    expect(readsLikeComplaint(text)).toBe(false);
  });
});

test("every state has a step, and nobody lets everybody read what they wrote themselves", () => {
  for (const { step } of Object.values(adviceFlow.states))
    expect(adviceFlow.steps.map(({ id }) => id)).toContain(step);
  expect(adviceFlow.moves.find(({ action }) => action === "publish")?.conditions).toEqual(["not_proposer"]);
});

test("an event that the flow does not know cannot follow", () => {
  const by = { kind: "applicant" } as const;
  const first: AdviceEvent = {
    ...{ n: 1, kind: "submit", at: "2026-03-02T02:00:00.000Z", by },
    data: {
      ...{ unit: "zfb", kind: "question", subject: "一", nameMasked: "" },
      access: { codeSalt: "s", phoneHash: "h" },
      notify: { lang: "zh" },
    },
  };
  const reply: AdviceEvent = { n: 2, kind: "reply", at: first.at, by, data: { text: "答" } };
  expect(() => fold("r", [first, reply])).toThrow("cannot follow");
  expect(() => fold("r", [])).toThrow();
  expect(fold("r", [first])).toMatchObject({ state: "submitted", version: 1, replies: [] });
});
