/** Whoever is in a hurry, confused or up to no good: each gets a sentence in its place, and nothing else is lost. */
import type { Page } from "@playwright/test";
import { ApplicationForm, answers, ProgressScreen } from "./support/counter.ts";
import { expect, test } from "./support/journey.ts";
import { Screen } from "./support/screen.ts";

/** Opens the form at its first question. */
async function started(page: Page): Promise<ApplicationForm> {
  const form = new ApplicationForm(page);
  await form.start();
  await form.assertLoaded("谁来申请？");
  return form;
}

async function refuses(form: ApplicationForm, ...sentences: string[]): Promise<void> {
  await form.next();
  for (const sentence of sentences) await form.assertRefused(sentence);
}

test("a hurried person sends questions empty, skips ahead and goes back", async ({ page }) => {
  const form = await started(page);
  await refuses(form, "请选择谁来申请");
  await form.field("个人").check();
  await form.next();
  await form.assertLoaded("您的姓名");
  await refuses(form, "请填写姓名");
  await page.locator("#name").fill("王五");
  await form.next();
  await form.assertLoaded("身份证明");
  await refuses(form, "请选择用什么证件", "请填写证件号码");
  await form.open("/disclosure/apply/check", "身份证明");
  await form.open("/disclosure/apply/contact", "身份证明");
  await form.link("返回").click();
  await expect(page.locator("#name")).toHaveValue("王五");
  await page.goBack();
  await page.goBack();
  await page.goForward();
  await form.open("/disclosure/apply/name", "您的姓名");
  await expect(page.locator("#name")).toHaveValue("王五");
  await form.open("/disclosure/apply/no-such-question", "没有找到这个页面");
  await form.open("/disclosure", "申请公开政府信息");
  await form.button("接着填写").click();
  await form.assertLoaded("身份证明");
});

test("texts that nobody can mean are refused beside their field, and kept", async ({ page }) => {
  const form = await started(page);
  await form.field("个人").check();
  await form.next();
  await form.assertLoaded("您的姓名");
  const name = page.locator("#name");
  for (const odd of ["张\u202e三丰", "张\u0007三", "😀"]) {
    await name.fill(odd);
    await refuses(form, "姓名里有不能用的字符");
    await expect(name).toHaveValue(odd);
  }
  await name.fill("丰".repeat(10_000));
  await refuses(form, "姓名太长");
  await name.fill(answers.name);
  await form.next();
  await form.assertLoaded("身份证明");
  await form.field("居民身份证").check();
  const number = form.field("证件号码");
  const wrong = {
    "110101199003070021": "可能有一位填错了",
    "110101203003070028": "出生日期",
    "110101900307002": "15 位的旧号码",
    "1101": "位数不对",
  };
  for (const [typed, sentence] of Object.entries(wrong)) {
    await number.fill(typed);
    await refuses(form, sentence);
    await expect(number).toHaveValue(typed);
  }
  await number.fill(answers.identityNumber);
  await form.next();
  await form.answer("向哪个单位申请？", () => form.field(answers.unit).check());
  await form.assertLoaded("您要什么信息？");
  const description = form.field("具体描述");
  await form.field("信息的名称").fill("清单\u202e2025");
  await description.fill("长".repeat(10_000));
  await refuses(form, "信息的名称里有看不见的特殊字符", "描述太长");
  await expect(description).toHaveValue("长".repeat(10_000));
  await form.field("信息的名称").fill("<b>2025</b> 年清单 😀 שלום");
  await description.fill("😀 第一行\n<script>alert(1)</script>\nשלום");
  await form.next();
  await form.assertLoaded("怎样把信息给您？");
  await form.field("电子文件").check();
  await form.field("邮寄").check();
  await refuses(form, "这个途径不能提供您选的形式");
});

test("one request, however often it is handed in and from how many windows", async ({ page, context }) => {
  const form = await started(page);
  await form.answerAll();
  await form.toCheck();
  await form.assertLoaded("请核对后提交");
  const second = new ApplicationForm(await context.newPage());
  await second.open("/disclosure/apply/check", "请核对后提交");
  const third = new ApplicationForm(await context.newPage());
  await third.open("/disclosure/apply/name", "您的姓名");
  await form.button("提交申请").dblclick();
  await form.assertLoaded("申请已提交");
  const receipt = await form.receipt();
  await second.button("提交申请").click();
  await second.assertLoaded("申请已提交");
  expect(await second.receipt()).toEqual(receipt);
  await third.next();
  await third.assertLoaded("申请已提交");
  expect(await third.receipt()).toEqual(receipt);
  await page.goBack();
  await form.open("/disclosure/apply/check", "申请已提交");
  await form.open("/disclosure", "申请公开政府信息");
  await expect(form.link("查看回执")).toBeVisible();
});

test("a draft that is over says so, and leads to a new one", async ({ page, context }) => {
  const form = await started(page);
  // The clock of the stack cannot be moved on by a day, so the browser gets the cookie of a draft that is no more.
  const other = await context.newPage();
  const headers = { "set-cookie": `__Host-draft=${"A".repeat(22)}; Path=/; Secure; HttpOnly` };
  await other.route("**/no-more", (route) => route.fulfill({ headers }));
  await other.goto("/no-more");
  await form.field("个人").check();
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === "POST"),
    form.next(),
  ]);
  expect(answer.status()).toBe(410);
  await form.assertLoaded("填写的内容已过期");
  expect((await page.goto("/disclosure/apply/check"))?.status()).toBe(410);
  await form.assertLoaded("填写的内容已过期");
  await form.button("重新开始").click();
  await form.assertLoaded("谁来申请？");
});

test("trying out numbers and codes ends in a wait, the same for every number", async ({ page }, info) => {
  const progress = new ProgressScreen(page);
  await progress.open("/progress?number=%3Cscript%3Ealert(1)%3C/script%3E", "进度查询");
  await expect(progress.field("编号")).toHaveValue("");
  await progress.button("查询").click();
  await progress.assertRefused("请填写编号");
  await progress.assertRefused("请填写查询码");
  await progress.ask("123", { code: "不对" });
  await progress.assertRefused("请核对编号");
  await progress.assertRefused("请核对查询码");
  const missing = info.project.name === "phone" ? "659901G26010100001" : "659901G26010100002";
  const number = await withCheckLetter(missing);
  for (let tries = 0; tries < 5; tries += 1) {
    await progress.ask(number, { code: "22222222" });
    await progress.assertRefused("没有查到");
  }
  await progress.ask(number, { code: "22222222" });
  await progress.assertLoaded("操作太频繁，请稍后再试");
  await new Screen(page).open("/progress/659901G26010100001X", "没有找到这个页面");
});

/** A number that could have been given to somebody, and was not. */
async function withCheckLetter(number: string): Promise<string> {
  const { parseReference } = await import("../../functions/case/reference.ts");
  const letters = [..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const last = letters.find((letter) => parseReference(number + letter)?.reference === number + letter);
  if (last === undefined) throw new Error("no check letter fits");
  return number + last;
}
