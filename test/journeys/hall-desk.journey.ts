/** A hall at its desk: made, its hours changed, previewed, published; a day closes, and who had booked it is called. */
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { Desk } from "./support/desk.ts";
import { expect, test } from "./support/journey.ts";

/** A number that is nobody's, with the right check digit. */
const IDENTITY = "11010119900307002X";

/** The next Wednesday that is at least three days away, on the calendar of Shanghai. */
function wednesday(): { day: string; short: string } {
  const at = new Date(Date.now() + 8 * 3_600_000 + 3 * 86_400_000);
  while (at.getUTCDay() !== 3) at.setUTCDate(at.getUTCDate() + 1);
  return { day: at.toISOString().slice(0, 10), short: `${at.getUTCMonth() + 1}月${at.getUTCDate()}日` };
}

/** The day before, whose seats are open whenever those of the day are. */
const before = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

class HallDesk extends Desk {
  readonly hall: string;
  constructor(page: Page, hall: string) {
    super(page);
    this.hall = hall;
  }
  at = (rest = ""): string => `/office/halls/${this.hall}${rest}`;

  async begin(): Promise<void> {
    await this.open("/office", /待办$/);
    await this.page.locator(".office-side").getByRole("link", { name: "大厅" }).click();
    await this.assertLoaded("示范县人民政府办公室的预约大厅");
    await this.button("新建大厅").click();
    await this.assertLoaded("新建大厅");
    await this.button("新建").click();
    await this.assertRefused("请填写网址里的名称");
    for (const [name, text] of Object.entries({
      id: this.hall,
      nameZh: "婚姻登记处",
      serviceZh: "结婚登记",
      placeZh: "二楼大厅",
      addressZh: "建设路 20 号 2 楼",
      phone: "0999-5550166",
    }))
      await this.page.locator(`[name="${name}"]`).fill(text);
    await this.button("新建").click();
    await this.assertLoaded("婚姻登记处");
    await this.done("已保存到草稿");
  }

  async addSaturdays(): Promise<void> {
    await this.link("二楼大厅").click();
    await this.assertLoaded("二楼大厅（婚姻登记处）");
    await this.link("每周时间、午休、节假日").click();
    await this.assertLoaded("时间：二楼大厅");
    await this.page.locator("summary", { hasText: "增加每周时间" }).click();
    await this.field("周六").check();
    await this.page.locator("#from").fill("9：30");
    await this.page.locator("#to").fill("1130");
    await this.button("增加每周时间").click();
    await this.assertLoaded("时间：二楼大厅");
    await expect(this.page.getByText("周六 09:30–11:30").first()).toBeVisible();
  }

  async publish(expected: string): Promise<void> {
    await this.open(this.at("/preview"), "发布预览：婚姻登记处");
    await expect(this.page.locator("main")).toContainText(expected);
    await this.button("确认发布").click();
    await this.assertLoaded("发布进度：婚姻登记处");
    await expect(this.page.getByRole("status")).toContainText("发布完成", { timeout: 30_000 });
  }

  async close(day: string): Promise<void> {
    await this.open(this.at("/places/main/days"), "停办和加开：二楼大厅");
    await this.page.locator("#fromDay").fill(day);
    await this.page.locator("#noteZh").fill("设备检修");
    await this.button("写明停办或者加开").click();
    await this.done("已保存到草稿");
  }
}

test("hours are changed, previewed and published; a day closes, and nobody with a booking is lost", async ({
  page,
}) => {
  const { day, short } = wednesday();
  await Desk.signIn(page, "handler-zfb");
  const desk = new HallDesk(page, `hy-${Date.now().toString(36)}`);
  await desk.begin();
  await desk.addSaturdays();
  await desk.publish("增加");

  const booked = await page.request.post("/api/v1/bookings", {
    headers: { "idempotency-key": randomUUID() },
    data: {
      hall: desk.hall,
      place: "main",
      services: ["s1"],
      day,
      time: "10:00",
      name: "张小明",
      identityNumber: IDENTITY,
      phone: "13800001234",
    },
  });
  expect(booked.status(), await booked.text()).toBe(201);

  await desk.close(day);
  await desk.publish("1 个预约要改约");
  await desk.open(desk.at("/worklist"), "改约名单：婚姻登记处");
  await desk.link("张*明").click();
  await desk.assertLoaded(new RegExp(`^改约：张\\*明，.*${short}`));
  await expect(page.locator("main")).not.toContainText("13800001234");
  await desk.button("显示完整号码").click();
  await expect(page.getByText("13800001234")).toBeVisible();
  await desk.button("改到这个时间").click();
  // Without a free time that is known the other one is chosen already.
  await desk.assertRefused(/请选择改到什么时间|请填写日期/);
  await desk.field("别的时间").check();
  await page.locator("#day").fill(before(day));
  await page.locator("#time").fill("10：00");
  await desk.button("改到这个时间").click();
  await desk.done("已改约");
  await expect(page.getByText("没有人要改约")).toBeVisible();
});
