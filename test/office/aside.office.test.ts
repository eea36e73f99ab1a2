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

test("what is entered only for an organisation says so, and a person needs none of it", async () => {
  const { browser } = await desk.seat(people.clerk);
  const page = parse(await (await browser.get("/office/intake")).text());
  const label = (name: string) => page.querySelector(`label[for="${name}"]`)?.textContent?.trim();
  expect(label("contactName")).toBe("联系人姓名（单位申请的才填）");
  expect(label("name")).toBe("姓名或者单位名称");
  expect(page.querySelector("#legalRepresentative-hint")?.textContent?.trim()).toBe("单位申请的才填。");
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

describe("a notice of a fee", () => {
  const typed = { scheme: "by_pages", pages: "68", payment: "缴入非税账户。" };
  const amountIn = (page: Document) => page.querySelector(".summary-list strong, main strong")?.textContent;
  async function preview(fields: Readonly<Record<string, string>> = typed) {
    const reference = await caseAt({ disclosure: desk.disclosure, submit: () => desk.submit() }, "handling");
    const { browser } = await desk.seat(people.handler);
    const { head } = await desk.disclosure.readForOffice(reference, people.handler);
    const stamp = { version: String(head.version), command: "F".repeat(22) };
    const post = async (more: Readonly<Record<string, string>>) => {
      const answer = await browser.post(`/office/acts/${reference}/notify_fee`, { ...stamp, ...more });
      return { status: answer.status, page: parse(await answer.text()) };
    };
    const state = async () => (await desk.disclosure.readForOffice(reference, people.handler)).head;
    const first = await post(fields);
    const seen = first.page.querySelector<HTMLInputElement>("input[name=seen]")?.value ?? "";
    return { first, seen, post, state };
  }

  test("is looked at with its amount and basis before it is sent, and nothing is told until then", async () => {
    const { first, seen, post, state } = await preview();
    expect(first.status).toBe(200);
    expect(amountIn(first.page)).toBe("380 元");
    expect(first.page.body.textContent).toContain("第31至68页每页10元，计380元");
    expect((await state()).state).toBe("handling");
    const unticked = await post({ ...typed, seen });
    expect([unticked.status, amountIn(unticked.page)]).toEqual([422, "380 元"]);
    expect((await post({ ...typed, seen, tick: "yes" })).status).toBe(303);
    // The same tap again.
    expect((await post({ ...typed, seen, tick: "yes" })).status).toBe(303);
    expect(await state()).toMatchObject({ state: "awaiting_payment", fee: { feeYuan: 380 } });
  });

  test("is shown anew when it would tell something else than was seen, and goes back with what was typed", async () => {
    const { seen, post, state } = await preview();
    const other = await post({ ...typed, pages: "101", seen, tick: "yes" });
    expect([other.status, amountIn(other.page)]).toEqual([200, "720 元"]);
    const forged = await post({ ...typed, seen: "x", tick: "yes" });
    expect(forged.status).toBe(200);
    const back = await post({ ...typed, seen, change: "yes" });
    expect([back.status, back.page.querySelector("textarea")?.value]).toEqual([200, typed.payment]);
    expect(back.page.querySelector("input[name=seen]")).toBeNull();
    expect((await state()).state).toBe("handling");
  });

  test("of nothing is refused at once, with the rules", async () => {
    const { first } = await preview({ ...typed, pages: "30" });
    const errors = [...first.page.querySelectorAll(".govuk-error-summary__list a")];
    expect(first.status).toBe(422);
    expect(errors.map((each) => each.textContent)).toEqual([expect.stringContaining("109号")]);
  });
});
