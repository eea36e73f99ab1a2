import { defineConfig } from "@playwright/test";
import { journeyFolder, laterPort, journeyPort as port } from "./test/support/journey-folder.ts";

const launchOptions = {
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
};
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 1 };
const wechat =
  "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0.50";

/** What is done at a desk, in one project of its own. */
const desks = ["office.*", "side-paths.*", "paper.*", "guide-desk.*", "visit.*", "hall-desk.*"];
/** What the passing of weeks brings about, on a stack whose clock can be moved on. */
const later = "later.*";
const desk = { viewport: { width: 1366, height: 768 } };

const stack = (script: string, at: number) => ({
  command: `node ${script}`,
  url: `http://127.0.0.1:${at}/healthz`,
  env: { PORT: String(at), JOURNEY_PORT: String(port) },
  reuseExistingServer: false,
  timeout: 60_000,
  gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 } as const,
});

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
    { name: "phone", testIgnore: [...desks, later], use: { ...phone, userAgent: wechat } },
    { name: "phone-no-js", testIgnore: [...desks, later], use: { ...phone, javaScriptEnabled: false } },
    { name: "office", testMatch: desks, use: desk },
    { name: "later", testMatch: later, use: { ...desk, baseURL: `http://127.0.0.1:${laterPort}` } },
  ],
  webServer: [stack("test/support/stack.ts", port), stack("test/support/later-stack.ts", laterPort)],
});
