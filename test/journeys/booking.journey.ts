/** A visit to a hall: booked, found again, moved and cancelled, once with scripts and once without. */
import { readFileSync } from "node:fs";
import { BookingScreen, somebody } from "./support/booking.ts";
import { expect, test } from "./support/journey.ts";

const SERVICE = "居民身份证到期换领";

test("somebody books a visit, finds it, moves it and cancels it", async ({ page }) => {
  const visitor = somebody();
  const screen = new BookingScreen(page);

  await test.step("looks for what it is about", async () => {
    await screen.open("/bookings", "您要预约办什么事？");
    await screen.open("/bookings?q=zzzz-nothing", "您要预约办什么事？");
    await screen.openDays(SERVICE);
  });

  const { time, seconds } = await test.step("chooses, says who it is for, checks and books", async () => {
    const begun = Date.now();
    const chosen = await screen.chooseTime("first");
    await screen.assertLoaded("谁来办？");
    await screen.fill({ ...visitor, identityNumber: "659901199003070020", phone: "123" });
    await screen.assertRefused(/有一位填错了/);
    await screen.assertRefused(/电话号码不对/);
    await screen.fill(visitor);
    await screen.assertLoaded("请核对后预约");
    await screen.link("返回").click();
    await screen.assertLoaded("谁来办？");
    await expect(screen.field("证件号码")).toHaveValue(visitor.identityNumber);
    await screen.button("下一步：核对").click();
    await screen.assertLoaded("请核对后预约");
    await screen.button("确认预约").dblclick();
    await screen.assertLoaded("预约成功");
    await expect(page.getByText(`${chosen}`).first()).toBeVisible();
    await expect(page.getByRole("img", { name: /扫码/ })).toBeVisible();
    return { time: chosen, seconds: (Date.now() - begun) / 1000 };
  });
  expect(seconds).toBeLessThan(60);
  const code = await screen.code();

  await test.step("puts it into the calendar", async () => {
    const downloading = page.waitForEvent("download");
    await screen.button("加到手机日历").click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^visit-\d{4}-\d\d-\d\d\.ics$/);
    const file = readFileSync(await download.path(), "utf8");
    expect(file).toContain(`T${time.replace(":", "")}00`);
    expect(file).toContain("TZID=Asia/Shanghai");
  });

  await test.step("finds it with the code and the phone, and not with a wrong one", async () => {
    await page.context().clearCookies({ name: "__Host-booking" });
    await screen.find(code, "9999");
    await screen.assertRefused(/没有查到/);
    await screen.find(code.toLowerCase(), visitor.phone.slice(-4));
    await screen.assertLoaded("预约成功");
    await expect(page.getByText(visitor.identityNumber)).toHaveCount(0);
  });

  await test.step("may not book the same again", async () => {
    await screen.openDays(SERVICE);
    await screen.chooseTime("last");
    await screen.fill(visitor);
    await screen.button("确认预约").click();
    await screen.assertLoaded("您已经有一个同类事项的预约");
  });

  await test.step("moves it", async () => {
    await screen.find(code, visitor.phone.slice(-4));
    await screen.button("改约").click();
    await screen.assertLoaded("改到哪一天？");
    await screen.chooseTime("last");
    await screen.assertLoaded("改到这个时间？");
    await screen.button("确认改约").click();
    await screen.assertLoaded("预约成功");
    await expect(page.getByText(/已经改约。原来是/)).toBeVisible();
    expect(await screen.code()).toBe(code);
  });

  await test.step("cancels it after reading what that means", async () => {
    await screen.link("取消预约").click();
    await screen.assertLoaded("取消这个预约？");
    await expect(page.getByText(/30 天内不能网上预约/)).toBeVisible();
    await screen.button("确认取消").dblclick();
    await screen.assertLoaded("预约已取消");
    await expect(screen.button("再约一次")).toBeVisible();
  });
});

test("every page of bookings in English and in the elder view", async ({ page }) => {
  const screen = new BookingScreen(page);
  await screen.openDays(SERVICE);
  const days = page.url();
  for (const [query, heading] of [
    ["?view=elder", "哪一天去？"],
    ["?lang=en", "Which day suits you?"],
  ] as const) {
    await screen.open(days + query, heading);
    for (const path of ["/bookings", "/bookings/services/tax/invoices", "/bookings/find"])
      await screen.open(path, /./);
    await page.goto(days);
    await page.locator("table a").nth(1).click();
    await screen.assertLoaded(/几点|What time/);
    await page.locator("a.slots__slot").first().click();
    await screen.assertLoaded(/谁来办|Who is the visit for/);
  }
});
