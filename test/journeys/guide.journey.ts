/** A guide from the question to the paper in hand, with scripts and without; and what is left of it without a network. */
import { GuideScreen, takeIn } from "./support/guides.ts";
import { expect, test } from "./support/journey.ts";
import { runsScripts } from "./support/screen.ts";

test.setTimeout(240_000);

test("somebody finds a guide, checks themselves against it, ticks off what to bring and prints it", async ({
  page,
  openWindow,
}, info) => {
  const item = info.project.name === "phone" ? 81 : 82;
  const guide = await takeIn(openWindow, info.project.name, item);
  const screen = new GuideScreen(page);
  await screen.find("社保卡丢了", guide.name);
  const scripts = await runsScripts(page);

  await test.step("checks themselves against it, and nothing of it stands in the address", async () => {
    await screen.answer(guide.conditions, "不符合");
    await expect(screen.verdict()).toContainText("看起来暂时不能办");
    await screen.answer(guide.conditions, "不确定");
    await expect(screen.verdict()).toContainText("可能可以办");
    await screen.answer(guide.conditions, "符合");
    await expect(screen.verdict()).toContainText("看起来可以办");
    await screen.assertLoaded(guide.name);
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(`/guides/${guide.id}`);
  });

  await test.step("ticks off what to bring, which the phone remembers", async () => {
    const first = page.getByRole("checkbox").first();
    await first.check();
    if (!scripts) return;
    await expect(page.getByText(`已备好 1/${guide.materials.length}`)).toBeVisible();
    await page.reload();
    await expect(first).toBeChecked();
  });

  await test.step("takes it along on paper, where nothing is folded", async () => {
    await page.goto(`/guides/${guide.id}`);
    await screen.link("打印").click();
    await screen.assertLoaded(guide.name);
    await expect(page.getByRole("img", { name: /二维码/ })).toBeVisible();
    await page.emulateMedia({ media: "print" });
    await expect(page.getByText(guide.materials[0] ?? "").first()).toBeVisible();
    await expect(page.locator(".bottom-bar")).toBeHidden();
    expect(await page.locator("details:not([open])").count()).toBe(0);
    await page.emulateMedia({ media: "screen" });
  });

  await test.step("says what is wrong in it", async () => {
    await screen.open(`/guides/${guide.id}`, guide.name);
    await screen.link("这份指南有误").click();
    await screen.assertLoaded("这份指南有误");
    await screen.button("交给单位核对").click();
    await screen.assertLoaded("这份指南有误");
    await screen.assertRefused("请选择哪里不对");
    await page.getByLabel("电话打不通或不对").check();
    await screen.field("具体是怎么不对？").fill("没有人接。");
    await screen.button("交给单位核对").click();
    await screen.assertLoaded("已经交给单位核对");
  });
});

test("what was opened once is read without a network, and names are searched on the phone", async ({
  page,
  context,
  request,
  openWindow,
}, info) => {
  test.skip(info.project.name !== "phone", "without scripts a browser keeps nothing");
  const guide = await takeIn(openWindow, "offline", 83);
  const names = async () => (await request.get("/api/v1/guides/names")).text();
  await expect.poll(names, { timeout: 100_000, intervals: [2_000] }).toContain(guide.id);
  const screen = new GuideScreen(page);
  await screen.find("社保卡丢了", guide.name);
  await page.waitForFunction(async () => {
    const pages = await caches.open("guides");
    const paths = (await pages.keys()).map(({ url }) => new URL(url).pathname);
    return [location.pathname, "/guides/offline", "/api/v1/guides/names"].every((path) =>
      paths.includes(path),
    );
  });

  await context.setOffline(true);
  await test.step("the guide says that it was saved, and its self-check and list still work", async () => {
    await page.reload();
    await screen.assertLoaded(guide.name);
    await expect(page.getByText(/现在没有网络，这一页是 .*\d{2}:\d{2} 存下的/)).toBeVisible();
    await screen.answer(guide.conditions, "符合");
    await expect(screen.verdict()).toContainText("看起来可以办");
  });

  await test.step("a search finds names by words and by pinyin, and says what is kept", async () => {
    await page.goto(`/guides?q=${encodeURIComponent("社会保障卡")}`);
    await screen.assertLoaded("现在没有网络");
    const found = page.locator("[data-found-list]");
    await expect(found.getByRole("link", { name: guide.name })).toBeVisible();
    await page.goto("/guides?q=shbzk");
    await expect(found.getByRole("link", { name: guide.name })).toBeVisible();
    await found.getByRole("link", { name: guide.name }).click();
    await screen.assertLoaded(guide.name);
  });

  await test.step("a guide that was never opened says so, and nothing personal is kept", async () => {
    await page.goto("/guides/11440000006939756B2440101007099");
    await screen.assertLoaded("现在没有网络");
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return all.flat().map(({ url }) => new URL(url).pathname);
    });
    expect(kept.filter((path) => !/^\/(guides|assets|api\/v1\/guides\/names|last-view)/.test(path))).toEqual(
      [],
    );
    await expect(page.goto("/progress")).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
  });

  await context.setOffline(false);
  await test.step("with a network the page is fresh again", async () => {
    await screen.open(`/guides/${guide.id}`, guide.name);
    await expect(page.getByText(/现在没有网络/)).toBeHidden();
  });
});
