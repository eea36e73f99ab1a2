/** What every page object is made of: one window, and the checks that hold on every page of the product. */
import { createHash } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { journeyFolder } from "../../support/journey-folder.ts";
import { expect } from "./journey.ts";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * Pages that axe has found nothing on in this run, without their words: the same elements in the same window have the
 * same violations. It is a folder, because every project and every failed test has a worker of its own.
 */
const SEEN = `${journeyFolder}/axe`;
const placeOf = (skeleton: string): string => join(SEEN, createHash("sha256").update(skeleton).digest("hex"));

/** Whether this window runs the page's script; pages of the issuer have none and may run one. */
export const runsScripts = (page: Page): Promise<boolean> =>
  page.evaluate(
    () => document.querySelector("script") === null || document.documentElement.classList.contains("js"),
  );

/** One window of each worker in which timers run; see `twinOf`. */
let twin: Promise<Page> | undefined;

/**
 * The same page as it stands, in a window whose timers run, because axe needs them; the page's own script is kept
 * out, so that the page stays what somebody without scripts sees. A new window is as wide as its project's.
 */
async function twinOf(page: Page): Promise<Page> {
  twin ??= page.context().browser()?.newPage({ javaScriptEnabled: true });
  const shown = await twin;
  if (shown === undefined) throw new Error("a page without a browser");
  const body = await page.content();
  await shown.unrouteAll();
  await shown.route("**/*", (route) => {
    if (route.request().isNavigationRequest())
      return route.fulfill({ contentType: "text/html; charset=utf-8", body });
    return route.request().resourceType() === "script" ? route.abort() : route.continue();
  });
  await shown.goto(page.url());
  return shown;
}

export class Screen {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** The page has arrived under this one heading, fits its window, and nobody is shut out of it. */
  async assertLoaded(heading: string | RegExp): Promise<void> {
    const title = this.page.getByRole("heading", { level: 1 });
    await expect(title).toHaveText(heading);
    await expect(title).toHaveCount(1);
    await this.page.waitForLoadState("load");
    const { wider, skeleton } = await this.page.evaluate(() => {
      const { scrollWidth, clientWidth, outerHTML } = document.documentElement;
      const words =
        /(>)[^<]*[^<\s][^<]*(?=<)|( (?:href|action|value|content|datetime|d|name|data-\w+)=")[^"]+/g;
      const alike = /(<(tr|li)\b(?:(?!<\/?\2\b).)*<\/\2>)(?:\s*\1)+/gs;
      return {
        wider: scrollWidth - clientWidth,
        skeleton: `${clientWidth} ${outerHTML.replace(words, "$1$2-").replace(alike, "$1")}`,
      };
    });
    expect(wider, "the page is wider than its window").toBeLessThanOrEqual(0);
    if (existsSync(placeOf(skeleton))) return;
    await this.#assertOpenToEverybody();
    writeFileSync(placeOf(skeleton), this.page.url());
  }

  async #assertOpenToEverybody(): Promise<void> {
    const page = (await runsScripts(this.page)) ? this.page : await twinOf(this.page);
    // Legacy mode spares a second window for each page; it differs only where there are frames, and there are none.
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
    expect(found).toEqual([]);
  }

  async open(path: string, heading: string | RegExp): Promise<void> {
    await this.page.goto(path);
    await this.assertLoaded(heading);
  }

  button = (name: string | RegExp): Locator => this.page.getByRole("button", { name, exact: true });
  link = (name: string | RegExp): Locator => this.page.getByRole("link", { name, exact: true });
  field = (label: string): Locator => this.page.getByLabel(label, { exact: true });

  /** A form came back: the sentence stands at the head, leads to the field, and stands next to it. */
  async assertRefused(sentence: string | RegExp): Promise<void> {
    const line = this.page.locator(".govuk-error-summary").getByRole("link", { name: sentence });
    await expect(line).toBeVisible();
    const target = await line.getAttribute("href");
    // The id of a field in a list has dots in it.
    await expect(this.page.locator(`[id="${target?.slice(1)}"]`)).toHaveCount(1);
    await expect(this.page.locator(".govuk-error-message").filter({ hasText: sentence })).toBeVisible();
  }
}
