/** The office at its desks and on a phone: finding what waits, what a role may see, what a form lacks. */
import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import { answers } from "./support/counter.ts";
import { Desk } from "./support/desk.ts";
import { expect, test } from "./support/journey.ts";

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** A request that came in through the API, because how it comes in by the form is another journey. */
async function handIn(request: APIRequestContext, title: string, unit = "zfb"): Promise<string> {
  const { name, identityNumber, description } = answers;
  const answer = await request.post("/api/v1/disclosure-requests", {
    headers: { "Idempotency-Key": randomUUID() },
    data: {
      applicantKind: "person",
      name,
      identityKind: "resident_id",
      identityNumber,
      unit,
      title,
      description,
      form: "electronic",
      route: "site",
      phone: answers.phone,
      lang: "zh",
    },
  });
  expect(answer.status()).toBe(201);
  return ((await answer.json()) as { reference: string }).reference;
}

test("the queue is filtered and searched, and says what it does not find", async ({ page, request }) => {
  const title = "2024 年农村公路养护计划";
  const reference = await handIn(request, title);
  const clerk = await Desk.signIn(page, "clerk-zfb");
  await expect(clerk.link(title)).toBeVisible();
  await clerk.link("3 个工作日内到期").click();
  await clerk.assertLoaded(/待办$/);
  await expect(clerk.link(title)).toHaveCount(0);
  await clerk.link("全部").click();
  await clerk.assertLoaded(/待办$/);
  for (const text of [answers.name, answers.phone.slice(-4)]) {
    await clerk.search(text);
    await clerk.assertLoaded("查找结果");
    await expect(clerk.link(title)).toBeVisible();
    expect(page.url()).not.toContain(encodeURIComponent(text));
  }
  await clerk.search("没有这个人");
  await clerk.assertLoaded("查找结果");
  await expect(page.getByText("没有找到")).toBeVisible();
  await clerk.search("");
  await clerk.assertLoaded("查找结果");
  await expect(page.locator(".govuk-error-message")).toContainText("请填写编号、姓名或电话");
  await clerk.search(reference);
  await clerk.assertLoaded(title);
});

test("each role sees what it may", async ({ page, request, openWindow }) => {
  const title = "学区划分方案";
  const reference = await handIn(request, title);
  const stranger = await Desk.signIn(page, "clerk-zrzy");
  const answer = await page.goto(`/office/cases/${reference}`);
  expect(answer?.status()).toBe(403);
  await stranger.assertLoaded("您不能查看或办理这一项");
  await expect(page.getByText("这一件属于其他单位。")).toBeVisible();

  const auditor = await Desk.signIn(await openWindow(), "auditor-zfb");
  await auditor.open(`/office/cases/${reference}`, title);
  await auditor.page.getByText("操作记录（监察）").click();
  await auditor.assertLoaded(title);
  await expect(auditor.page.getByText("现在没有您要办的")).toBeVisible();
  await expect(auditor.page.locator("body")).not.toContainText(answers.identityNumber);
  await expect(auditor.page.getByText("被拒绝").first()).toBeVisible();

  const admin = await Desk.signIn(await openWindow(), "admin-zfb");
  await admin.open(`/office/cases/${reference}`, title);
  await expect(admin.page.locator("body")).not.toContainText(answers.phone);

  await auditor.button("退出").click();
  await auditor.page.getByRole("button", { name: /Sign out/ }).click();
  await auditor.assertLoaded("您已退出");
  await auditor.open("/office", "选择一位演示人员");
});

test("a clerk on a phone, in a hurry and in two windows", async ({ openWindow, request }) => {
  const title = "县医院设备采购结果";
  const reference = await handIn(request, title);
  const clerk = await Desk.signIn(await openWindow(phone), "clerk-zfb");
  await clerk.openFromQueue(title);
  const late = new Desk(await clerk.page.context().newPage());
  await late.open(`/office/cases/${reference}`, title);
  await clerk.button("确认收到").click();
  await clerk.assertLoaded(title);
  await clerk.assertRefused("请勾选，确认您了解后果");
  await clerk.field("日").fill("99");
  await clerk.tickAndPress("确认收到");
  await clerk.assertRefused("请填写有效的日期");
  await clerk.open(`/office/cases/${reference}`, title);
  const form = clerk.page.locator("form").filter({ has: clerk.button("确认收到") });
  await form.getByRole("checkbox").check();
  await clerk.button("确认收到").dblclick();
  await clerk.done("已确认收到");
  await expect(clerk.page.locator(".timeline").getByText("确认收到申请")).toHaveCount(1);
  await late.tickAndPress("确认收到");
  await late.assertLoaded(title);
  await expect(late.page.getByRole("alert")).toContainText("这一件刚刚有变化");
});

test("the office in English and in the elder view", async ({ page, request }) => {
  const reference = await handIn(request, "English title 2025");
  const reviewer = await Desk.signIn(page, "reviewer-zfb");
  await reviewer.link("English").click();
  await reviewer.assertLoaded(/[a-z]/i);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await reviewer.open(`/office/cases/${reference}`, "English title 2025");
  await reviewer.open("/office?view=elder", /[a-z]/i);
  await reviewer.open(`/office/cases/${reference}`, "English title 2025");
  await reviewer.open("/office?view=standard&lang=zh", /待办$/);
});
