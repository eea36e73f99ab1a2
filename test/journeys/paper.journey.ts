/** Requests that do not come through this site: by word of mouth, by fax and on paper, and several of one person. */
import { ApplicationForm, answers, ProgressScreen } from "./support/counter.ts";
import { Desk } from "./support/desk.ts";
import { png } from "./support/files.ts";
import { expect, test } from "./support/journey.ts";

/** The whole application on the clerk's one page; gives the number on the receipt. */
async function enter(clerk: Desk, channel: string, title: string): Promise<string> {
  await clerk.open("/office/intake", "登记来件");
  const form = clerk.page.locator("main form");
  for (const [name, value] of [
    ["channel", channel],
    ["applicantKind", "person"],
    ["identityKind", "resident_id"],
    ["form", "paper"],
    ["route", "pick_up"],
  ] as const)
    await form.locator(`[name="${name}"][value="${value}"]`).check();
  const { description, phone } = answers;
  const typed = { name: "赵六一", identityNumber: "110101199001011237", title, description, phone };
  for (const [field, value] of Object.entries(typed))
    await form.locator(`[name="${field}"]`).first().fill(value);
  await form.locator("button.govuk-button").last().click();
  await clerk.assertLoaded("收件回执");
  return ((await clerk.page.locator(".copyable__value").first().textContent()) ?? "").replaceAll(" ", "");
}

test("word of mouth counts at once, a fax once both sides have confirmed it, and one person's requests stand together", async ({
  page,
}) => {
  const clerk = await Desk.signIn(page, "clerk-zfb");
  const main = page.locator("main");

  const oral = await test.step("what was told is written down, and its scans are added", async () => {
    const reference = await enter(clerk, "oral", "口头提出的一件");
    await clerk.link("添加扫描件").or(clerk.button("添加扫描件")).click();
    await clerk.assertLoaded("添加扫描件");
    await page.locator("input[type=file]").setInputFiles(png("申请书.png"));
    await expect(page.getByText("扫描件已添加")).toBeVisible();
    await clerk.assertLoaded("添加扫描件");
    await clerk.open(`/office/cases/${reference}`, "口头提出的一件");
    await expect(main).toContainText("口头申请，代为填写");
    await expect(main).toContainText("申请书.png");
    // It was received when it was told: there is nothing left to confirm.
    await expect(clerk.button("确认收到")).toHaveCount(0);
    return reference;
  });

  await test.step("a fax waits for its confirmation, and the earliest date is counted meanwhile", async () => {
    const reference = await enter(clerk, "fax", "传真来的一件");
    await expect(main).toContainText("还要与申请人确认收到");
    await clerk.open(`/office/cases/${reference}`, "传真来的一件");
    await expect(main).toContainText("还没有与申请人确认收到，先从提交日");
    await clerk.confirmReceipt();
    await expect(main).toContainText("确认收到，从次日起算");
  });

  await test.step("both stand on one page, because they are one person's", async () => {
    await clerk.open(`/office/cases/${oral}`, "口头提出的一件");
    await clerk.link("同一申请人的申请").click();
    await clerk.assertLoaded("同一申请人的申请");
    await expect(main).toContainText("共 2 件");
    for (const title of ["口头提出的一件", "传真来的一件"])
      await expect(
        clerk
          .link(title)
          .or(page.getByRole("cell", { name: title }))
          .first(),
      ).toBeVisible();
  });
});

test("a record about oneself is asked to be corrected, looked into by one person and decided on by another", async ({
  page,
  openWindow,
}) => {
  const phone = await openWindow({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  const form = new ApplicationForm(phone);
  const record = `门牌登记 ${Date.now()}`;
  const typed = { ...answers, record, wrong: "人民路 1 号", right: "人民路 11 号" };

  await test.step("hands it in on a telephone", async () => {
    await form.open("/rectification", "更正本人信息");
    await form.button("开始填写").click();
    await form.answer("要更正谁的信息？", () => form.field("个人").check());
    await form.answer("您的姓名", () => phone.locator("#name").fill(typed.name));
    await form.answer("身份证明", async () => {
      await form.field("居民身份证").check();
      await form.field("证件号码").fill(typed.identityNumber);
    });
    await form.answer("哪个单位记错了？", () => form.field(typed.unit).check());
    await form.answer("哪里记错了？", async () => {
      for (const name of ["record", "wrong", "right"] as const)
        await phone.locator(`[name=${name}]`).fill(typed[name]);
    });
    await form.answer("怎样联系您？", () => phone.locator("[name=phone]").fill(typed.phone));
    await form.assertLoaded("上传证据");
    await form.button("下一步").click();
    await form.assertLoaded("请核对后提交");
    await form.button("提交更正申请").click();
    await form.assertLoaded("更正申请已提交");
    await expect(phone.locator("main")).toContainText("法律没有规定更正的期限");
  });
  const [reference = "", code = ""] = await phone.locator(".copyable__value").allTextContents();

  await test.step("one person proposes what was found, another decides", async () => {
    const clerk = await Desk.signIn(page, "clerk-zfb");
    const handler = await Desk.signIn(await openWindow(), "handler-zfb");
    const reviewer = await Desk.signIn(await openWindow(), "reviewer-zfb");
    await clerk.openFromQueue(record);
    await clerk.assignTo("李建国");
    const path = new URL(page.url()).pathname;
    await handler.open(path, record);
    await handler.page.locator("[name=outcome][value=corrected]").check();
    await handler.page.locator("[name=reply]").fill("已更正为人民路 11 号。");
    await handler.button("提交审核").click();
    await handler.done("处理意见已提交");
    await reviewer.open(path, record);
    await reviewer.tickAndPress("通过并答复");
    await reviewer.done("已答复申请人");
  });

  await test.step("reads what was decided, and how to contest it", async () => {
    await new ProgressScreen(phone).ask(reference, { code });
    await expect(phone.locator("main")).toContainText("已更正为人民路 11 号。");
    await expect(phone.locator("main")).toContainText("60 日内申请行政复议");
  });
});
