/** What stands beside the main way, through the pages of the office: one request for each path, one desk for each role. */
import { actOn, handedIn, handIn } from "./support/asides.ts";
import { answers, ProgressScreen } from "./support/counter.ts";
import { Desk } from "./support/desk.ts";
import { expect, test } from "./support/journey.ts";

test("extension, correction, consultation, fee, split and transfer, each by its page", async ({
  page,
  openWindow,
  request,
}) => {
  const clerk = await Desk.signIn(page, "clerk-zfb");
  const handler = await Desk.signIn(await openWindow(), "handler-zfb");
  const reviewer = await Desk.signIn(await openWindow(), "reviewer-zfb");
  const standing = async (reference: string, title: string, assigned = true) => {
    await clerk.open(`/office/cases/${reference}`, title);
    await clerk.confirmReceipt();
    if (assigned) await clerk.assignTo("李建国");
  };

  await test.step("the handler asks for ten more days, the reviewer grants them, and no sooner is the notice open", async () => {
    const reference = await handIn(request, "延期的一件");
    await standing(reference, "延期的一件");
    await actOn(handler, [reference, "ask_extension"], { workingDays: "10", reason: "需要调取档案。" });
    const notice = `/office/case-letters/${reference}/new/extension_notice`;
    await handler.page.goto(notice);
    await expect(handler.page.getByText("延期还没有经政府信息公开工作机构负责人同意")).toBeVisible();
    await actOn(reviewer, [reference, "extend"]);
    await handler.open(notice, "政府信息公开延期答复告知书");
  });

  await test.step("a correction is asked for once, and what came on paper is entered", async () => {
    const reference = await handIn(request, "补正的一件");
    await standing(reference, "补正的一件", false);
    await actOn(clerk, [reference, "ask_correction"], { what: "请写明年份。" });
    await actOn(clerk, [reference, "correct"], { title: "补正后的一件" });
    await clerk.open(`/office/cases/${reference}`, "补正后的一件");
  });

  await test.step("the applicant corrects it on a telephone, and the whole limit starts anew", async () => {
    const { reference, queryCode } = await handedIn(request, "自己补正的一件");
    await standing(reference, "自己补正的一件", false);
    await actOn(clerk, [reference, "ask_correction"], { what: "请写明年份。" });
    const phone = await openWindow({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
    const progress = new ProgressScreen(phone);
    await progress.ask(reference, { code: queryCode });
    await progress.assertLoaded(/^单位请您在 .*前补正申请$/);
    await progress.button("去补正").or(progress.link("去补正")).click();
    await progress.assertLoaded("补正申请");
    await phone.locator("[name=title]").fill("2025 年的一件");
    await progress.button("提交补正").click();
    await progress.assertLoaded(/^单位已确认收到，应于 .*前答复$/);
    await expect(phone.locator("main")).toContainText("您补正后的申请于");
  });

  await test.step("a third party is asked and answers on paper", async () => {
    const reference = await handIn(request, "征求意见的一件");
    await standing(reference, "征求意见的一件");
    await actOn(handler, [reference, "consult"], {
      party: "third_party",
      name: "示范建筑公司",
      about: "拟公开合同金额。",
    });
    await actOn(handler, [reference, "opine"], { id: "1", opinion: "agree" });
  });

  await test.step("a fee is told and paid", async () => {
    const reference = await handIn(request, "收费的一件");
    await standing(reference, "收费的一件");
    await actOn(handler, [reference, "notify_fee"], {
      scheme: "by_pages",
      pages: "68",
      payment: "缴入非税账户。",
    });
    await actOn(clerk, [reference, "record_payment"], { receipt: "No. 1" });
  });

  await test.step("a request about two matters becomes two, and one of another unit goes there", async () => {
    const several = await handIn(request, "两件事的一件");
    await standing(several, "两件事的一件", false);
    await actOn(clerk, [several, "split"], { parts: "第一件事的清单\n第二件事的清单" });
    await clerk.open("/office", /待办$/);
    await expect(clerk.link("第一件事的清单").first()).toBeVisible();
    const elsewhere = await handIn(request, "送错单位的一件");
    await actOn(clerk, [elsewhere, "transfer"], { unit: "1", reason: "属于其他单位职责。" });
    await clerk.open("/office", /待办$/);
    await expect(clerk.link("送错单位的一件")).toHaveCount(0);
  });
});

test("refusals, waivers, delays, a co-author's link and paper, each by its page", async ({
  page,
  openWindow,
  request,
}) => {
  const clerk = await Desk.signIn(page, "clerk-zfb");
  const handler = await Desk.signIn(await openWindow(), "handler-zfb");
  const reviewer = await Desk.signIn(await openWindow(), "reviewer-zfb");
  const assigned = async (title: string): Promise<string> => {
    const reference = await handIn(request, title);
    await clerk.open(`/office/cases/${reference}`, title);
    await clerk.confirmReceipt();
    await clerk.assignTo("李建国");
    return reference;
  };

  await test.step("an extension is refused, and a fee that was told is waived", async () => {
    const reference = await assigned("不延期也不收费的一件");
    await actOn(handler, [reference, "ask_extension"], { workingDays: "5", reason: "材料多。" });
    await actOn(reviewer, [reference, "refuse_extension"], { reason: "材料已经齐全。" });
    await actOn(handler, [reference, "notify_fee"], {
      scheme: "by_pages",
      pages: "31",
      payment: "缴入非税账户。",
    });
    await actOn(reviewer, [reference, "waive_fee"], { reason: "符合免收条件。" });
  });

  await test.step("whoever asks for very much is asked why, and is told a later day", async () => {
    const reference = await assigned("大量申请的一件");
    await actOn(handler, [reference, "ask_reasons"], { why: "您本月申请了 42 件。" });
    await actOn(clerk, [reference, "give_reasons"], { reasons: "用于课题研究。" });
    const later = String(new Date().getFullYear() + 1);
    await actOn(reviewer, [reference, "delay"], {
      "until-year": later,
      "until-month": "6",
      "until-day": "30",
      reason: "档案较多。",
    });
  });

  await test.step("an agency that made it too objects by its link, without an account", async () => {
    const reference = await assigned("共同制作的一件");
    await actOn(handler, [reference, "consult"], {
      party: "co_author",
      name: "示范县交通局",
      about: "拟公开联合发文。",
    });
    await handler.page.goto(`/office/cases/${reference}`);
    await handler.page.locator('main a[href*="/consultations/"]').first().click();
    const address = await handler.page
      .locator("main")
      .getByText(/\/consultations\//)
      .first()
      .innerText();
    const asked = await openWindow();
    await asked.goto(address.trim());
    await asked.getByLabel("不同意公开").check();
    await asked.getByLabel("理由").fill("尚在征求意见。");
    await asked.getByRole("button", { name: "提交意见" }).click();
    await expect(asked.getByRole("heading", { name: "已收到您的意见" })).toBeVisible();
  });

  await test.step("what came on paper is entered, and its receipt printed", async () => {
    await clerk.page.goto("/office/intake");
    const form = clerk.page.locator("main form");
    for (const [name, value] of [
      ["channel", "in_person"],
      ["applicantKind", "person"],
      ["identityKind", "resident_id"],
      ["form", "paper"],
      ["route", "pick_up"],
    ] as const)
      await form.locator(`[name="${name}"][value="${value}"]`).check();
    const { name, identityNumber, description, phone } = answers;
    for (const [field, value] of Object.entries({
      name,
      identityNumber,
      title: "窗口收的一件",
      description,
      phone,
    }))
      await form.locator(`[name="${field}"]`).first().fill(value);
    await form.locator("button.govuk-button").last().click();
    await clerk.assertLoaded("收件回执");
  });
});
