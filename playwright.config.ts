import { defineConfig } from "@playwright/test";
import { journeyFolder, journeyPort as port } from "./test/support/journey-folder.ts";

const launchOptions = {
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
};
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 1 };
const wechat =
  "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0.50";

/** What is done at a desk, in one project of its own. */
const desks = ["office.*", "side-paths.*", "guide-desk.*", "visit.*", "hall-desk.*"];

export default defineConfig({
  testDir: "test/journeys",
  testMatch: "*.journey.ts",
  outputDir: `${journeyFolder}/results`,
  fullyParallel: false,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [["list"], ["json"]] : [["list"]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    actionTimeout: 15_000,
    navigationTimeout: 15_000,
  },
  projects: [
    { name: "phone", testIgnore: desks, use: { ...phone, userAgent: wechat } },
    { name: "phone-no-js", testIgnore: desks, use: { ...phone, javaScriptEnabled: false } },
    { name: "office", testMatch: desks, use: { viewport: { width: 1366, height: 768 } } },
  ],
  webServer: {
    command: "node test/support/stack.ts",
    url: `http://127.0.0.1:${port}/healthz`,
    env: { PORT: String(port), JOURNEY_PORT: String(port) },
    reuseExistingServer: false,
    timeout: 60_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
  },
});
