/** The test of every journey: whatever context it opens is watched, and a fault that nobody looked for fails it. */
import type { BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import { test as base, expect } from "@playwright/test";

export { expect };

interface Fixtures {
  /** What went wrong in any window of this journey, in words. */
  readonly faults: string[];
  /** A window of another person: own cookies, own size. */
  readonly openWindow: (options?: BrowserContextOptions) => Promise<Page>;
}

const DESK: BrowserContextOptions = {
  viewport: { width: 1366, height: 768 },
  deviceScaleFactor: 1,
  isMobile: false,
  hasTouch: false,
  javaScriptEnabled: true,
};

/** No answer of 500 or more, no broken script, nothing that the content security policy had to stop. */
function watch(context: BrowserContext, faults: string[]): void {
  context.on("response", (response) => {
    if (response.status() >= 500)
      faults.push(`${response.status()} ${response.request().method()} ${response.url()}`);
  });
  context.on("console", (message) => {
    if (message.type() === "error" && /Content Security Policy|Refused to/i.test(message.text()))
      faults.push(message.text());
  });
  context.on("weberror", (error) => faults.push(error.error().message));
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that one needs from this pattern.
  faults: async ({}, use) => {
    const faults: string[] = [];
    await use(faults);
    expect(faults).toEqual([]);
  },
  context: async ({ context, faults }, use) => {
    watch(context, faults);
    await use(context);
  },
  openWindow: async ({ browser, faults, baseURL }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({
        ...DESK,
        ...(baseURL === undefined ? {} : { baseURL }),
        locale: "zh-CN",
        timezoneId: "Asia/Shanghai",
        ...options,
      });
      watch(context, faults);
      opened.push(context);
      return context.newPage();
    });
    await Promise.all(opened.map((context) => context.close()));
  },
});
