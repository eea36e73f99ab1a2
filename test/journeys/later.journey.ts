/** What nobody does: silences and lapses, seen on the pages after weeks that the clock of this stack is told to skip. */
import type { Page } from "@playwright/test";
import { laterPort } from "../support/journey-folder.ts";
import { actOn, type HandedIn, handedIn } from "./support/asides.ts";
import { ProgressScreen } from "./support/counter.ts";
import { Desk } from "./support/desk.ts";
import { expect, test } from "./support/journey.ts";

/** Longer than every period with what is waited after it, whatever holidays lie in between. */
const DAYS = 50;

/** The page that the citizen finds by number and code. */
async function follow(page: Page, { reference, queryCode }: HandedIn, heading: RegExp): Promise<void> {
  const progress = new ProgressScreen(page);
  await progress.ask(reference, { code: queryCode });
  await progress.assertLoaded(heading);
}

test("fees that nobody pays, corrections that nobody makes, and whoever is asked and does not answer", async ({
  page,
  openWindow,
  request,
}) => {
  const window = { baseURL: `http://127.0.0.1:${laterPort}` };
  const handlerPage = await openWindow(window);
  let clerk = await Desk.signIn(page, "clerk-zfb");
  let handler = await Desk.signIn(handlerPage, "handler-zfb");
  const assigned = async (title: string): Promise<HandedIn> => {
    const made = await handedIn(request, title);
    await clerk.open(`/office/cases/${made.reference}`, title);
    await clerk.confirmReceipt();
    await clerk.assignTo("李建国");
    return made;
  };

  const unpaid = await test.step("a fee is told", async () => {
    const made = await assigned("不缴费的一件");
    const fee = { scheme: "by_pages", pages: "68", payment: "缴入非税账户。" };
    await actOn(handler, [made.reference, "notify_fee"], fee);
    return made;
  });
  const uncorrected = await test.step("a correction is asked for", async () => {
    const made = await assigned("不补正的一件");
    await actOn(clerk, [made.reference, "ask_correction"], { what: "请写明年份。" });
    return made;
  });
  const asks = async (title: string, party: string) => {
    const made = await assigned(title);
    const about = "拟公开合同金额。";
    await actOn(handler, [made.reference, "consult"], { party, name: "示范单位", about });
    return made;
  };
  const third = await test.step("a third party is asked", () => asks("第三方不答复的一件", "third_party"));
  const coAuthor = await test.step("an agency that made it too is asked", () =>
    asks("共同制作机关不答复的一件", "co_author"));
  const unseen = await handedIn(request, "没有人确认的一件");

  await test.step("weeks pass, and everybody signs in again", async () => {
    const moved = await request.post(`http://127.0.0.1:${laterPort + 2}/days/${DAYS}`);
    expect(moved.status()).toBe(204);
    clerk = await Desk.signIn(page, "clerk-zfb");
    handler = await Desk.signIn(handlerPage, "handler-zfb");
  });

  await test.step("who did not pay or correct is told that it is over, on which provision, and what can be done", async () => {
    const citizen = await openWindow(window);
    await expect(async () => {
      await clerk.page.goto(`/office/cases/${unpaid.reference}`);
      await expect(clerk.page.locator(".timeline").getByText("逾期，不再处理")).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 30_000 });
    await follow(citizen, unpaid, /^单位自 .*起不再处理这份申请$/);
    await expect(citizen.locator("main")).toContainText("国办函〔2020〕109号");
    await expect(citizen.getByRole("heading", { name: "不服答复怎么办" })).toBeVisible();
    await follow(citizen, uncorrected, /^单位自 .*起不再处理这份申请$/);
    await expect(citizen.locator("main")).toContainText("第三十条");
    await clerk.open(`/office/acts/${unpaid.reference}/record_payment`, "现在不能登记缴费");
    await follow(citizen, unseen, /^单位还没有答复，已超过 .*的期限$/);
  });

  await test.step("a third party's silence leaves the decision to the agency, another agency's is its consent", async () => {
    for (const [made, title, means] of [
      [third, "第三方不答复的一件", "逾期未提出意见，由本机关依法决定是否公开"],
      [coAuthor, "共同制作机关不答复的一件", "逾期未提出意见，视为同意公开"],
    ] as const) {
      await handler.open(`/office/cases/${made.reference}`, title);
      await expect(handler.page.locator("main").getByText(means)).toBeVisible();
      await clerk.open(`/office/acts/${made.reference}/opine`, "现在不能登记书面意见");
    }
  });
});
