/** Files that are none, too many, or called what no file should be called. */
import type { Page } from "@playwright/test";
import { ApplicationForm } from "./support/counter.ts";
import type { ChosenFile } from "./support/files.ts";
import { docx, empty, html, oversized, pdf, png, program } from "./support/files.ts";
import { expect, test } from "./support/journey.ts";
import { runsScripts } from "./support/screen.ts";

const HERE = "要附上文件吗？";

async function atTheFiles(page: Page): Promise<ApplicationForm> {
  const form = new ApplicationForm(page);
  await form.start();
  await form.answerAll();
  return form;
}

test("what only pretends to be a file is refused beside the field, the good ones stay", async ({ page }) => {
  const form = await atTheFiles(page);
  await form.upload(pdf("好的.pdf"));
  const wrong: [ChosenFile, string][] = [
    [program("发票.pdf"), "这个文件不是"],
    [html("公告.pdf"), "这个文件不是"],
    [program("安装.exe"), "这个文件不是"],
    [empty("空.pdf"), "这个文件是空的"],
  ];
  for (const [file, sentence] of wrong) {
    await form.upload(file);
    await form.assertLoaded(HERE);
    await form.assertRefused(sentence);
    await expect(page.getByText("好的.pdf").first()).toBeVisible();
  }
  if (await runsScripts(page)) {
    await page.locator("input[type=file]").setInputFiles(oversized("大.pdf"));
    await expect(page.getByRole("status")).toContainText("这个文件超过 10 MB");
  } else {
    await form.upload(oversized("大.pdf"));
    await form.assertRefused("这个文件超过 10 MB");
  }
  await form.open("/disclosure/apply/attachments/received?upload=../../kept/f1", HERE);
  await form.assertRefused("没有收到文件");
  await form.open("/disclosure/apply/attachments", HERE);
  await expect(page.locator(".govuk-error-summary")).toHaveCount(0);
});

test("five files are enough, and a name is made safe", async ({ page, context }) => {
  const form = await atTheFiles(page);
  const named = ["<img src=x onerror=alert(1)>.pdf", `${"长".repeat(300)}.pdf`, "a\u202efdp.pdf"];
  await form.upload(pdf("../../etc/passwd.pdf"));
  for (const name of named) await form.upload(pdf(name));
  await form.assertLoaded(HERE);
  const names = await page.locator(".files bdi").allTextContents();
  expect(names).toEqual([
    "passwd.pdf",
    "_img src=x onerror=alert(1)_.pdf",
    `${"长".repeat(95)}.pdf`,
    "afdp.pdf",
  ]);
  const second = new ApplicationForm(await context.newPage());
  await second.open("/disclosure/apply/attachments", HERE);
  await form.upload(png("照片.png"));
  await form.assertLoaded(HERE);
  await expect(page.getByText("已有 5 个文件")).toBeVisible();
  await second.upload(docx("第六个.docx"));
  await second.assertLoaded(HERE);
  await expect(second.page.locator(".govuk-error-summary")).toContainText("最多 5 个文件");
  await second.page.getByRole("button", { name: /删除.*照片\.png/ }).click();
  await second.assertLoaded(HERE);
  await expect(second.page.getByText("文件已删除。")).toBeVisible();
  await second.toCheck();
  await second.handIn();
});
