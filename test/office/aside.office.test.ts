/** The forms beside the main way: everything that is wrong is said at once, in words that fit what is wrong. */
import { beforeAll, describe, expect, test } from "vitest";
import { people } from "../disclosure/support.ts";
import type { CaseStep } from "../office/cases.ts";
import { caseAt, caseOf } from "../office/cases.ts";
import { application } from "../support/application.ts";
import { memoryBucket } from "../support/apps.ts";
import { useEngine } from "../support/engine.ts";
import { parse } from "../web/tree.ts";
import type { Desk } from "./desk.ts";
import { openDesk } from "./desk.ts";

const engine = useEngine();
let desk: Desk;
beforeAll(async () => {
  desk = openDesk(engine, memoryBucket());
  await desk.seat(people.handler);
});

async function sent(step: CaseStep, action: string, fields: Readonly<Record<string, string>>) {
  const reference = await caseAt({ disclosure: desk.disclosure, submit: () => desk.submit() }, step);
  const { browser } = await desk.seat(action === "ask_correction" ? people.clerk : people.handler);
  const { head } = await desk.disclosure.readForOffice(reference, people.clerk);
  const answer = await browser.post(`/office/acts/${reference}/${action}`, {
    version: String(head.version),
    command: "A".repeat(22),
    ...fields,
  });
  const page = parse(await answer.text());
  const errors = [...page.querySelectorAll(".govuk-error-summary__list a")].map((each) => each.textContent);
  return { status: answer.status, page, errors, reference };
}
const day = (name: string, [year, month, date]: readonly [string, string, string]) => ({
  [`${name}-year`]: year,
  [`${name}-month`]: month,
  [`${name}-day`]: date,
});

describe("asking for a correction", () => {
  test("sent empty names the list, the day and the tick", async () => {
    const { status, errors } = await sent("accepted", "ask_correction", {});
    expect(status).toBe(422);
    expect(errors).toEqual([
      "请填写需要补正的事项",
      "请填写有效的日期，例如 2026 年 3 月 20 日",
      "请勾选，确认您了解后果",
    ]);
  });

  test("a list that is too long is said to be too long, and nothing of it is lost", async () => {
    const what = "年".repeat(2001);
    const { status, errors, page } = await sent("accepted", "ask_correction", {
      what,
      ...day("until", ["2026", "3", "23"]),
      tick: "yes",
    });
    expect([status, errors]).toEqual([422, ["需要补正的事项太长，请控制在 2000 个字以内"]]);
    expect(page.querySelector("textarea")?.value).toBe(what);
  });

  test("what is well formed and against the law has its article", async () => {
    const { errors } = await sent("accepted", "ask_correction", {
      what: "请写明年份。",
      ...day("until", ["2026", "3", "2"]),
      tick: "yes",
    });
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain("第三十条");
  });
});

describe("asking for an extension", () => {
  test.each([
    ["", "请填写 1 到 20 的整数"],
    ["十", "请填写 1 到 20 的整数"],
    ["0", "请填写 1 到 20 的整数"],
  ])("days %j are no number, which is what is said", async (workingDays, sentence) => {
    const { errors } = await sent("handling", "ask_extension", { workingDays, reason: "" });
    expect(errors).toEqual([sentence, "请填写延长的理由"]);
  });

  test("21 days are refused by the law", async () => {
    const { errors } = await sent("handling", "ask_extension", {
      workingDays: "21",
      reason: "需要调取档案。",
    });
    expect(errors).toEqual([expect.stringContaining("第三十三条")]);
  });
});

test("a case whose receipt nobody has confirmed says so beside its date, on its page and in the queue", async () => {
  const submit = () => desk.submit();
  const waiting = await caseAt({ disclosure: desk.disclosure, submit }, "submitted");
  const confirmed = await caseAt({ disclosure: desk.disclosure, submit }, "accepted");
  const { browser } = await desk.seat(people.clerk);
  const textOf = async (path: string) => parse(await (await browser.get(path)).text()).body.textContent ?? "";
  expect(await textOf(caseOf(waiting))).toContain("按提交日暂算，确认收到后重新计算");
  expect(await textOf(caseOf(confirmed))).not.toContain("按提交日暂算");
  expect(await textOf("/office")).toContain("（未确认，暂算）");
});

test("letters and evidence are two links", async () => {
  const reference = await caseAt({ disclosure: desk.disclosure, submit: () => desk.submit() }, "accepted");
  const { browser } = await desk.seat(people.clerk);
  const page = parse(await (await browser.get(caseOf(reference))).text());
  const links = [...page.querySelectorAll(".case__links li")].map((each) => each.textContent);
  expect(links).toEqual(["公文", "证据材料包"]);
});

test("a request by word of mouth without a phone needs one other way to be reached, and its receipt says what follows", async () => {
  const { browser } = await desk.seat(people.clerk);
  const { phone: _, email: __, unit: ___, ...rest } = application;
  const typed = {
    ...{ ...rest, route: "site", channel: "oral", sending: "B".repeat(22), phone: "" },
    ...day("arrivedOn", ["2026", "3", "2"]),
  };
  const refused = await browser.post("/office/intake", typed);
  const page = parse(await refused.text());
  expect(refused.status).toBe(422);
  const errors = [...page.querySelectorAll(".govuk-error-summary__list a")];
  expect(errors.map((each) => [each.textContent, each.getAttribute("href")])).toEqual([
    ["电话、电子邮箱、详细地址至少填写一项", "#phone"],
  ]);
  const entered = await browser.post("/office/intake", { ...typed, address: "示范县人民路 2 号" });
  expect(entered.status).toBe(303);
  const receipt = await (await browser.get(entered.headers.get("location") ?? "")).text();
  expect(receipt).toContain("查询进度只能用编号和查询码");
  expect(receipt).toContain("都要用信函寄到登记的地址");
});
