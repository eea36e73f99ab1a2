/** The whole thread: from a citizen's phone to the office's answer and back, once with scripts and once without. */
import { readFileSync } from "node:fs";
import { ApplicationForm, answers, ProgressScreen } from "./support/counter.ts";
import { Desk } from "./support/desk.ts";
import { pdf } from "./support/files.ts";
import { expect, test } from "./support/journey.ts";
import { Screen } from "./support/screen.ts";

const REPLY = "经审查，您申请的信息可以公开，现提供清单，见附件。";

test("a citizen asks, the office works and answers, the citizen reads it", async ({
  page,
  openWindow,
}, info) => {
  const title = `2025 年老旧小区改造项目清单（${info.project.name}）`;
  const form = new ApplicationForm(page);
  const replyFile = pdf("改造项目清单.pdf", "List of projects");

  const receipt = await test.step("fills the form and hands it in", async () => {
    await form.open("/", /办|服务|什么/);
    await form.start();
    await form.answerAll({ title });
    await form.upload(pdf("身份证明 1.pdf"));
    await form.assertLoaded("要附上文件吗？");
    await expect(page.getByText("文件已上传并通过检查。")).toBeVisible();
    await form.toCheck();
    await form.assertLoaded("请核对后提交");
    await expect(page.getByText("身份证明 1.pdf")).toBeVisible();
    await form.link("修改 姓名 (申请人)").click();
    await form.assertLoaded("您的姓名");
    await expect(page.locator("#name")).toHaveValue(answers.name);
    await page.locator("#name").fill("张三峰");
    await form.button("保存并返回核对").click();
    await form.assertLoaded("请核对后提交");
    await expect(page.getByText("张三峰")).toBeVisible();
    await expect(page.getByText("身份证明 1.pdf")).toBeVisible();
    const handed = await form.handIn();
    await expect(page.getByRole("img", { name: /扫码/ })).toBeVisible();
    return handed;
  });

  const progress = new ProgressScreen(page);
  await test.step("follows it by code, by phone, and not with a wrong one", async () => {
    await progress.ask(receipt.reference, { code: receipt.queryCode });
    await progress.assertLoaded(/^已提交，等单位确认收到/);
    await expect(page.getByText(title)).toBeVisible();
    await page.context().clearCookies({ name: "__Host-progress" });
    await progress.ask(receipt.reference, { phone: answers.phone.slice(-4) });
    await progress.assertLoaded(/^已提交，等单位确认收到/);
    await page.context().clearCookies({ name: "__Host-progress" });
    const wrong = { code: receipt.queryCode.replaceAll(" ", "") === "22222222" ? "33333333" : "22222222" };
    await progress.ask(receipt.reference, wrong);
    await progress.assertLoaded("进度查询");
    await progress.assertRefused(/没有查到/);
    await expect(progress.field("编号")).toHaveValue(receipt.reference);
  });

  const clerk = await Desk.signIn(await openWindow(), "clerk-zfb");
  const handler = await Desk.signIn(await openWindow(), "handler-zfb");
  const reviewer = await Desk.signIn(await openWindow(), "reviewer-zfb");
  const number = receipt.reference.replaceAll(" ", "");
  await test.step("the clerk finds it, confirms receipt and assigns", async () => {
    await clerk.openFromQueue(title);
    await clerk.open("/office", /待办$/);
    await clerk.search(receipt.reference);
    await clerk.assertLoaded(title);
    await clerk.confirmReceipt();
    await clerk.assertLoaded(title);
    await clerk.assignTo("李建国");
  });

  await test.step("the handler proposes with a file and may not review it", async () => {
    await handler.openFromQueue(title);
    await handler.openProposal();
    await handler.writeProposal("disclosed", "现予公开。");
    await handler.addFile(replyFile);
    await expect(handler.field("答复内容")).toHaveValue("现予公开。");
    await handler.sendToReview();
    await handler.assertLoaded(title);
    await expect(handler.button("审核通过")).toHaveCount(0);
    const forged = await handler.page.evaluate(
      async (path) =>
        (await fetch(path, { method: "POST", body: new URLSearchParams({ tick: "yes", version: "4" }) }))
          .status,
      `/office/cases/${number}/actions/approve`,
    );
    expect(forged).toBe(403);
  });

  await test.step("the reviewer sends it back once, then approves", async () => {
    await reviewer.openFromQueue(title);
    await reviewer.field("退回的原因").fill("请写明公开的依据");
    await reviewer.button("退回承办人").click();
    await reviewer.done("已退回");
    await reviewer.assertLoaded(title);
    await handler.open(`/office/cases/${number}`, title);
    await handler.openProposal();
    await expect(handler.page.getByText("请写明公开的依据")).toBeVisible();
    await handler.writeProposal("disclosed", REPLY);
    await handler.sendToReview();
    await reviewer.open(`/office/cases/${number}`, title);
    await expect(reviewer.page.getByText(REPLY)).toBeVisible();
    await reviewer.approve();
  });

  await test.step("the clerk answers", async () => {
    await clerk.open(`/office/cases/${number}`, title);
    await clerk.tickAndPress("答复申请人");
    await clerk.done("已答复");
    await clerk.assertLoaded(title);
  });

  await test.step("the citizen reads the answer and downloads its file", async () => {
    await progress.ask(receipt.reference, { code: receipt.queryCode });
    await progress.assertLoaded(/^单位已于 .*答复$/);
    await expect(page.getByText(REPLY)).toBeVisible();
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: /改造项目清单\.pdf/ }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe("改造项目清单.pdf");
    expect(readFileSync(await download.path())).toEqual(replyFile.buffer);
  });
});

test("a request is withdrawn, and a second tap does no more", async ({ page }) => {
  const form = new ApplicationForm(page);
  await form.start();
  await form.answerAll();
  await form.toCheck();
  const receipt = await form.handIn();
  const progress = new ProgressScreen(page);
  await progress.ask(receipt.reference, { code: receipt.queryCode });
  await progress.button("撤回申请").click();
  await progress.assertLoaded("撤回这份申请？");
  await progress.button("确认撤回").dblclick();
  await progress.assertLoaded(/^您已于 .*撤回申请$/);
  await expect(page.locator(".timeline").getByText("您撤回了申请")).toHaveCount(1);
  await page.goBack();
  await progress.open(`/progress/${receipt.reference.replaceAll(" ", "")}`, /撤回申请$/);
});

/** The words by which offices call them, and where each leads. */
const entries = [
  ["政策法规", "政策法规"],
  ["政务公告", "政务公告"],
  ["办件查询", "进度查询"],
  ["审批指南", /办事|指南|办什么/],
  ["咨询建议", /咨询|建议/],
] as const;

test("the front page leads to the five public columns", async ({ page }) => {
  const screen = new Screen(page);
  for (const [entry, heading] of entries) {
    await screen.open("/", /./);
    await page.locator("main").getByRole("link", { name: entry }).click();
    await screen.assertLoaded(heading);
  }
});

test("every public page, in both languages and in the elder view", async ({ page }) => {
  const screen = new Screen(page);
  const html = page.locator("html");
  for (const path of ["/", "/guides", "/bookings", "/about", "/about/privacy", "/about/accessibility"])
    await screen.open(path, /./);
  await screen.open("/", /./);
  await screen.link("English").click();
  await expect(html).toHaveAttribute("lang", "en");
  for (const path of ["/", "/disclosure", "/progress", "/about/privacy"])
    await screen.open(path, /^[ -~’]+$/);
  await screen.link("中文").click();
  await expect(html).toHaveAttribute("lang", "zh-Hans");
  await screen.link("长辈版").click();
  await expect(page.locator("body")).toHaveClass(/elder/);
  for (const path of ["/", "/disclosure", "/progress"]) await screen.open(path, /./);
  await screen.open("/disclosure", "申请公开政府信息");
  await screen.button("开始申请").click();
  await screen.assertLoaded("谁来申请？");
  await screen.link("标准版").click();
  await screen.assertLoaded("谁来申请？");
  await expect(page.locator("body")).not.toHaveClass(/elder/);
});
