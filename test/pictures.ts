/**
 * `npm run pictures -- http://127.0.0.1:3000 <number> <query code>`: the pictures of the README, taken from a stack with
 * its demo data; number and query code are the ones that it prints at its start.
 */
import { mkdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { chromium } from "playwright-core";
import { findOrInstallChromium } from "./support/chromium.ts";

const [origin = "http://127.0.0.1:3000", reference = "", queryCode = ""] = process.argv.slice(2);
const folder = "docs";
const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 1.5,
  isMobile: true,
  hasTouch: true,
};
const desk = { viewport: { width: 1366, height: 768 }, deviceScaleFactor: 1 };

const picture = async (page: Page, name: string, fullPage = false) => {
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage });
  console.log(`${folder}/${name}.png`);
};

/** Goes through the questions with somebody who does not exist, up to the receipt. */
async function handIn(page: Page): Promise<void> {
  const typed: Readonly<Record<string, string>> = {
    name: "陈晓明",
    identityNumber: "659901199003070027",
    title: "2025 年农村公路养护工程项目清单",
    description: "请提供 2025 年本县农村公路养护工程的项目名称、里程、中标单位和合同金额。",
    phone: "13800000000",
  };
  await page.goto(`${origin}/disclosure`);
  await page.getByRole("button", { name: "开始申请" }).click();
  while (!page.url().endsWith("/receipt")) {
    for (const [field, value] of Object.entries(typed)) {
      const input = page.locator(`main [name="${field}"]`);
      if ((await input.count()) > 0) await input.fill(value);
    }
    for (const field of ["applicantKind", "identityKind", "unit", "form", "route"]) {
      const choice = page.locator(`main input[name="${field}"]`);
      if ((await choice.count()) > 0) await choice.first().check();
    }
    const before = page.url();
    if (before.endsWith("/information")) await picture(page, "form");
    await page.locator("main button.govuk-button:not(.govuk-button--secondary)").last().click();
    await page.waitForURL((url) => url.href !== before);
  }
}

/** Books a visit for somebody who does not exist: the days that are open, then the booking itself. */
async function book(page: Page): Promise<void> {
  await page.goto(`${origin}/bookings`);
  await page.getByRole("link", { name: "居民身份证到期换领" }).click();
  await picture(page, "days");
  await page.locator("main table a").nth(1).click();
  await page.locator("main a.slots__slot").nth(2).click();
  await page.locator('main [name="name"]').fill("陈晓明");
  await page.locator('main [name="identityNumber"]').fill("659901199003070027");
  await page.locator('main [name="phone"]').fill("13800000000");
  await page.locator("main form button").last().click();
  await page.locator("main form button").last().click();
  await page.waitForURL(/bookings\/mine/);
  await picture(page, "booking");
}

async function citizen(page: Page): Promise<void> {
  await page.goto(origin);
  await picture(page, "home");
  await page.goto(`${origin}/guides?q=${encodeURIComponent("社保卡丢了")}`);
  await picture(page, "search");
  await page.locator(".hits__name a").first().click();
  await page.waitForURL(/guides\/\w+$/);
  await picture(page, "guide");
  await handIn(page);
  await picture(page, "receipt");
  await book(page);
  await page.goto(`${origin}/progress?number=${reference}`);
  await page.locator('input[name="queryCode"], input[name="code"]').first().fill(queryCode);
  await page.locator("main button.govuk-button").first().click();
  await page.waitForURL(/progress\/./);
  await picture(page, "progress");
}

async function office(page: Page): Promise<void> {
  await page.goto(`${origin}/office`);
  await page.getByText("赵敏").click();
  await page.waitForURL(/\/office(\?|$)/);
  await picture(page, "queue");
  await page.goto(`${origin}/office?step=reply`);
  await page.locator("main table a").first().click();
  await page.waitForURL(/office\/cases/);
  await picture(page, "case");
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: findOrInstallChromium(), args: ["--no-sandbox"] });
try {
  await citizen(await browser.newPage({ ...phone, locale: "zh-CN" }));
  await office(await browser.newPage({ ...desk, locale: "zh-CN" }));
} finally {
  await browser.close();
}
