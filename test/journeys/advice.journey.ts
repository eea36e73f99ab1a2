/** A citizen asks on the phone, the office replies, the citizen reads it by number and code. */
import { ProgressScreen } from "./support/counter.ts";
import { Desk } from "./support/desk.ts";
import { expect, test } from "./support/journey.ts";
import { Screen } from "./support/screen.ts";

const REPLY = "西街的路灯本周五前修好。";

test("a question, its reply, and whether it helped", async ({ page, openWindow }, info) => {
  const subject = `西街路灯什么时候修（${info.project.name} ${Date.now()}）`;
  const citizen = new Screen(page);

  const { reference, code } = await test.step("asks without an account", async () => {
    await citizen.open("/", /办|服务|什么/);
    await page.locator(".door--advice").click();
    await citizen.assertLoaded("咨询建议");
    await page.getByRole("button", { name: "我要咨询、提建议" }).click();
    await citizen.assertLoaded("写咨询、建议");
    await citizen.field("咨询").check();
    await citizen.field("一句话说明").fill(subject);
    await citizen.field("具体内容").fill("西街三盏路灯不亮，晚上看不见路。什么时候修？");
    await citizen.button("提交").click();
    await citizen.assertLoaded("写咨询、建议");
    await citizen.assertRefused(/请选择请哪个单位回复/);
    await expect(citizen.field("一句话说明")).toHaveValue(subject);
    await citizen.field("请哪个单位回复？").selectOption({ label: "示范县人民政府办公室" });
    await citizen.field("手机或电话").fill("13812345678");
    await citizen.button("提交").click();
    const heading = page.getByRole("heading", { level: 1 });
    await expect(heading).toHaveText(/已经提交|提交前看一眼/);
    if ((await heading.textContent()) === "提交前看一眼") await citizen.button("没有，照样提交").click();
    await citizen.assertLoaded("已经提交");
    const values = page.locator(".copyable__value");
    return {
      reference: (await values.first().textContent()) ?? "",
      code: (await values.nth(1).textContent()) ?? "",
    };
  });

  await test.step("the office takes it up and replies", async () => {
    const handler = await Desk.signIn(await openWindow(), "handler-zfb");
    await handler.open("/office/advice", "咨询建议");
    await handler.link(subject).click();
    await handler.assertLoaded(subject);
    await handler.button("受理，由我回复").click();
    await handler.done("已受理");
    await handler.assertLoaded(subject);
    await handler.field("回复内容").fill(REPLY);
    await handler.button("回复提问人").click();
    await handler.done("已回复");
    await handler.assertLoaded(subject);
  });

  await test.step("reads it by number and code, and says that it helped", async () => {
    const progress = new ProgressScreen(page);
    await progress.ask(reference, { code });
    await progress.assertLoaded("单位已经回复");
    await expect(page.getByText(REPLY)).toBeVisible();
    await citizen.button("满意").first().click();
    await citizen.assertLoaded("单位已经回复");
    await expect(page.getByText("您的评价：满意")).toBeVisible();
  });
});
