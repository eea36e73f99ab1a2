/** Requests beside the main way: one handed in for each path, and the page of one act filled in and sent. */
import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import { answers } from "./counter.ts";
import type { Desk } from "./desk.ts";
import { expect } from "./journey.ts";

export interface HandedIn {
  readonly reference: string;
  readonly queryCode: string;
}

/** By the API, as a citizen's program would. */
export async function handedIn(request: APIRequestContext, title: string): Promise<HandedIn> {
  const { name, identityNumber, description, phone } = answers;
  const answer = await request.post("/api/v1/disclosure-requests", {
    headers: { "Idempotency-Key": randomUUID() },
    data: {
      ...{ applicantKind: "person", name, identityKind: "resident_id", identityNumber },
      ...{
        unit: "zfb",
        title,
        description,
        form: "electronic",
        route: "email",
        phone,
        email: "zhang@example.com",
        lang: "zh",
      },
    },
  });
  expect(answer.status()).toBe(201);
  return (await answer.json()) as HandedIn;
}

export const handIn = async (request: APIRequestContext, title: string): Promise<string> =>
  (await handedIn(request, title)).reference;

/** Opens the page of one act, fills in its fields by their names, ticks where it asks, and sends it. */
export async function actOn(
  desk: Desk,
  [reference, action]: readonly [string, string],
  fields: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { page } = desk;
  await page.goto(`/office/acts/${reference}/${action}`);
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]`).first();
    const tag = await field.evaluate((each) => `${each.tagName} ${each.getAttribute("type") ?? ""}`);
    if (tag.startsWith("SELECT")) await field.selectOption({ index: Number(value) });
    else if (tag === "INPUT radio") await page.locator(`main [name="${name}"][value="${value}"]`).check();
    else await field.fill(value);
  }
  const press = async () => {
    const tick = page.locator("main input[name=tick]");
    if ((await tick.count()) > 0) await tick.check();
    await page.locator("main form.act__form button.govuk-button").first().click();
  };
  await press();
  // What it computes is looked at before it is told.
  if (action === "notify_fee") {
    await page.locator("main input[name=seen]").waitFor({ state: "attached" });
    await press();
  }
  await page.waitForURL(new RegExp(`done=${action}`));
}
