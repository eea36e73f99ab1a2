/** A guide from an empty page to a citizen who finds it in their own words, through two people's hands. */
import type { Page } from "@playwright/test";
import { Desk } from "./support/desk.ts";
import { expect, test } from "./support/journey.ts";
import { Screen } from "./support/screen.ts";

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const name = "占用城市道路堆放物料审批";
/** What nobody else on this machine is called, so that other journeys find nothing of ours. */
const alias = "路边堆沙子";

class GuideDesk extends Desk {
  readonly id: string;
  constructor(page: Page, id: string) {
    super(page);
    this.id = id;
  }

  async begin(): Promise<void> {
    await this.open("/office/guides/new", "写新的指南");
    await this.button("开始编写").click();
    await this.assertLoaded("写新的指南");
    await this.assertRefused("请填写编码");
    await this.field("其他编码").check();
    await this.field("实施编码").fill(this.id);
    await this.field("事项名称").fill(name);
    await this.field("事项类型").selectOption({ label: "行政许可" });
    await this.button("开始编写").click();
    await this.assertLoaded("基本信息");
  }

  /** Fills in the boxes of a part by their names, and goes on to the part after it. */
  async write(part: string, boxes: Readonly<Record<string, string>>): Promise<void> {
    await this.assertLoaded(part);
    const folded = this.page.locator("main details.rows__row:not([open]) > summary");
    while ((await folded.count()) > 0) await folded.first().click();
    for (const [box, text] of Object.entries(boxes))
      await this.page.locator(`[name="${box}"]:visible`).fill(text);
    await this.button(/^保存，/).click();
  }

  guide = (): Promise<void> => this.open(`/office/guides/items/${this.id}`, name);
}

async function writeAll(clerk: GuideDesk): Promise<void> {
  await clerk.field("个人").or(clerk.field("自然人")).first().check();
  await clerk.write("基本信息", {
    duty: "负责城市道路的占用审批。",
    byLaw: "《城市道路管理条例》第三十一条",
  });
  await clerk.write("条件和时限", {
    acceptCondition: "因施工需要。",
    "promise.day": "5",
    "anticipate.day": "20",
  });
  await clerk.write("材料", {});
  await clerk.write("怎么办", { "steps.0.name": "受理", "steps.0.limit.day": "1" });
  await clerk.assertLoaded("收费和结果");
  await clerk.page.locator('input[name="isFee"][value="no"]').check();
  await clerk.write("收费和结果", { "results.0.name": "占用道路许可证" });
  await clerk.write("地点和电话", {
    "places.0.address": "示范县建设路 18 号",
    "linkWay.0.number": "0999-5550102",
    "superviseWay.0.number": "0999-5551102",
  });
  await clerk.write("常见问题", {
    "questions.0.question": "能堆多久？",
    "questions.0.answer": "以许可的期限为准。",
  });
  await clerk.write("名称和分类", { aliases: alias, topics: "城市管理" });
  await clerk.assertLoaded("维护和日期");
  await clerk.page.locator('select[name="ownerId"]').selectOption("clerk-zrzy");
  const [year = "", month = "", day = ""] = new Date(Date.now() + 8 * 3_600_000)
    .toISOString()
    .slice(0, 10)
    .split("-");
  await clerk.write("维护和日期", { "checkedOn-year": year, "checkedOn-month": month, "checkedOn-day": day });
  await clerk.assertLoaded(name);
}

/** The stream brings the change at once; each instance of the function looks for a newer index every fifty seconds. */
const FOUND_WITHIN_MILLISECONDS = 60_000;

test("one writes it, another publishes it, and a citizen finds it within a minute", async ({
  page,
  openWindow,
}) => {
  test.setTimeout(240_000);
  const id = `ZRZY-${Date.now()}`;
  await Desk.signIn(page, "clerk-zrzy");
  const clerk = new GuideDesk(page, id);
  await clerk.begin();
  await writeAll(clerk);
  await clerk.button("提交审核").click();
  await clerk.done("已提交审核");
  await expect(clerk.button("审核通过，公布")).toHaveCount(0);

  const other = await openWindow(phone);
  await Desk.signIn(other, "reviewer-zrzy");
  const reviewer = new GuideDesk(other, id);
  await reviewer.open("/office/guides?list=review", /的办事指南$/);
  await reviewer.link(name).click();
  await reviewer.assertLoaded(name);
  await reviewer.link("查看内容和改动").first().click();
  await reviewer.assertLoaded(`第 1 版：${name}`);
  await expect(other.getByText("《城市道路管理条例》第三十一条")).toBeVisible();
  await reviewer.guide();
  await reviewer.tickAndPress("审核通过，公布");
  await reviewer.done("已审核通过");

  const published = Date.now();
  const citizen = new Screen(await openWindow(phone));
  const search = `/guides?q=${encodeURIComponent(alias)}`;
  // Asked without a browser's own memory, which keeps a page of results for a minute.
  const finds = async () => (await (await citizen.page.request.get(search)).text()).includes(id);
  await expect.poll(finds, { timeout: FOUND_WITHIN_MILLISECONDS, intervals: [500] }).toBe(true);
  console.log(`found ${((Date.now() - published) / 1000).toFixed(1)} s after it was approved`);
  await citizen.open(search, "搜索结果");
  const result = citizen.page.locator("main").getByRole("link", { name });
  await result.first().click();
  await citizen.assertLoaded(name);
});

test("whoever wrote it does not publish it, and a change waits for another person", async ({
  page,
  openWindow,
}) => {
  const id = `ZFB-${Date.now()}`;
  await Desk.signIn(page, "clerk-zfb");
  const clerk = new GuideDesk(page, id);
  await clerk.begin();
  await clerk.guide();
  await expect(page.getByText("还有必须改正的问题，改正后才能提交。")).toBeVisible();
  await clerk.link("承诺办结时限").click();
  await clerk.assertLoaded("条件和时限");
  await page.locator('[name="promise.day"]').fill("三");
  await clerk.button("保存").last().click();
  await clerk.assertLoaded("条件和时限");
  await clerk.assertRefused("承诺办结时限请填 0 到 9999 的整数");

  const answer = await page.request.post(`/office/guides/items/${id}/actions/approve`, {
    form: { version: "1", command: "x", tick: "yes" },
    headers: { origin: new URL(page.url()).origin },
  });
  expect(answer.status()).toBe(403);
  const stranger = await openWindow();
  await Desk.signIn(stranger, "clerk-zrzy");
  const refused = await stranger.goto(`/office/guides/items/${id}`);
  expect(refused?.status()).toBe(403);
  await new Screen(stranger).assertLoaded("您不能查看或办理这一项");
});

test("an announcement is refused to its author, published by another and stands in its column", async ({
  page,
  openWindow,
}) => {
  const title = `关于体育公园闭园检修的公告（${Date.now()}）`;
  const clerk = await Desk.signIn(page, "clerk-zfb");
  await clerk.open("/office/gazette/new", "发在哪个栏目？");
  await clerk.link("政务公告").click();
  await clerk.field("标题").fill(title);
  await clerk.field("正文").fill("# 时间\n本周六、周日。\n检修期间请走东门。");
  await clerk.button("保存草稿").click();
  await clerk.done("草稿已保存");
  await clerk.button("送审").click();
  await clerk.done("已送审");
  await expect(clerk.button("审核通过，发布")).toHaveCount(0);
  const item = new URL(page.url()).pathname;
  const refused = await page.request.post(`${item}/acts/approve`, {
    form: { version: "2" },
    headers: { origin: new URL(page.url()).origin },
  });
  expect(refused.status()).toBe(403);

  const reviewer = await Desk.signIn(await openWindow(), "reviewer-zfb");
  await reviewer.open("/office/gazette", "信息发布");
  await reviewer.link(title).click();
  await reviewer.assertLoaded(title);
  await reviewer.button("审核通过，发布").click();
  await reviewer.done("已审核通过");

  const citizen = new Screen(await openWindow(phone));
  await citizen.open("/announcements", "政务公告");
  await citizen.link(title).click();
  await citizen.assertLoaded(title);
  await expect(citizen.page.getByText("检修期间请走东门。")).toBeVisible();
});

test("the words of the search are edited beside what was not found", async ({ page, openWindow }) => {
  // Digits could stand in the code or the telephone of some guide, which would then be found.
  const asked = `寻物${[...String(Date.now() % 10_000)].map((digit) => "甲乙丙丁戊己庚辛壬癸"[Number(digit)]).join("")}启事`;
  const citizen = await openWindow(phone);
  for (let times = 0; times < 2; times += 1) await citizen.goto(`/guides?q=${encodeURIComponent(asked)}`);
  const clerk = await Desk.signIn(page, "clerk-zfb");
  await clerk.open("/office/guides/words", "搜索用词");
  await expect(clerk.link(asked)).toBeVisible();
  await clerk.field("同义词").fill("只有一个");
  await clerk.button("保存").click();
  await clerk.assertLoaded("搜索用词");
  await clerk.assertRefused("每一组至少要有两个词");
  await clerk.field("同义词").fill(`${asked} 遗失物品招领`);
  await clerk.button("保存").click();
  await clerk.done("已保存");
});
