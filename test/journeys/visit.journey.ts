/** A hall's day: somebody is reminded and moves, the desk checks in a booking and a walk-in, two counters call, and the screen shows them to the hall. */
import type { Page } from "@playwright/test";
import { addDays } from "../../functions/calendar/calendar.ts";
import { Desk } from "./support/desk.ts";
import { openHallNow, outboxPage, passTime } from "./support/halls.ts";
import { expect, test } from "./support/journey.ts";
import { Screen } from "./support/screen.ts";

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const wall = { viewport: { width: 1920, height: 1080 } };
const NAME = "便民大厅";

class Counter extends Desk {
  readonly sign: string;
  readonly at: string;
  constructor(page: Page, at: string, sign: string) {
    super(page);
    this.sign = sign;
    this.at = at;
  }
  /** What the button says is done, and the page of the counter says how it stands. */
  async press(button: string): Promise<void> {
    await this.open(this.at, `${this.sign} 叫号`);
    await this.button(button).click();
    await this.assertLoaded(`${this.sign} 叫号`);
  }
  has = (text: string): Promise<void> => expect(this.page.locator("main")).toContainText(text);
}

/** Booked for tomorrow, reminded by the clock, and moved to the next time of today; gives the code. */
async function remindedAndMoved(page: Page, { id, day, time }: { id: string; day: string; time: string }) {
  const booked = await page.request.post("/api/v1/bookings", {
    headers: { "Idempotency-Key": `journey-${id}-booking` },
    data: {
      ...{ hall: id, place: "main", services: ["card"], day: addDays(day, 1), time, name: "赵小兰" },
      // A telephone that takes no SMS, so that it is mail, which is sent at night as well.
      ...{ phone: "0999-5554321", email: `${id}@example.com` },
      ...{ identityKind: "passport", identityNumber: `E${String(Date.now()).slice(-8)}` },
    },
  });
  expect(booked.status()).toBe(201);
  const { code } = (await booked.json()) as { code: string };
  // One for two hours ahead and, before five in the afternoon, one for this evening.
  await expect(async () => expect(await passTime(code)).toBeGreaterThan(0)).toPass({ timeout: 60_000 });
  // Outside the product, so nothing of it is judged as a page of it.
  await expect(async () => {
    const sent = await (await page.request.get(outboxPage())).text();
    expect(sent).toMatch(/提醒您(今天|明天)有预约/);
    expect(sent).toContain(`${id}@example.com`);
  }).toPass({ timeout: 60_000 });
  const moved = await page.request.post(`/api/v1/bookings/${code}/reschedule`, {
    headers: { "Phone-Last4": "4321" },
    data: { day, time },
  });
  expect(moved.status()).toBe(200);
  return code;
}

test("a booking and a walk-in are called by two counters, seen on the wall and on a telephone", async ({
  page,
  openWindow,
}) => {
  test.setTimeout(180_000);
  const id = `day-${Date.now() % 1_000_000}`;
  const { day, time } = await openHallNow(id, NAME);
  const code = await remindedAndMoved(page, { id, day, time });

  const desk = await Desk.signIn(page, "clerk-zfb");
  await page.locator(".office-side").getByRole("link", { name: "现场叫号" }).click();
  const title = new RegExp(`^${NAME} · 一楼`);
  const places = page.locator("main").getByRole("link", { name: new RegExp(`^${NAME}`) });
  if ((await places.count()) > 0) await places.last().click();
  await desk.open(`/office/visits/${id}/main`, title);

  await desk.field("预约号、手机后四位、姓名，或排队号").fill("0000");
  await desk.button("查找并签到").click();
  await desk.assertLoaded(title);
  await desk.assertRefused("今天的预约里没有找到");
  await desk.field("预约号、手机后四位、姓名，或排队号").fill("4321");
  await desk.button("查找并签到").click();
  await desk.assertLoaded("是哪一位？");
  await expect(page.locator("main")).toContainText("赵*兰");
  await desk.button(/^签到/).click();
  await desk.assertLoaded(title);
  await desk.done("已签到，排队号 Y");
  const number = (await page.locator("#queue a.number").first().textContent()) ?? "";

  await desk.button("现场取号").click();
  await desk.assertLoaded("现场取号");
  await desk.button("取号").click();
  await desk.assertRefused("请选择要办的事项");
  await desk.field(`${NAME}换领身份证`).check();
  await desk.button("取号").click();
  await desk.assertLoaded("排队号 W001");

  const screen = new Screen(await openWindow(wall));
  await screen.open(`/calls/${id}/main`, `${NAME} · 一楼`);
  await expect(screen.page.locator("main")).toContainText("现在没有叫号");

  const first = new Counter(page, `/office/visits/${id}/main/counters/a1`, "A01");
  const other = await openWindow(phone);
  await Desk.signIn(other, "handler-zfb");
  const second = new Counter(other, `/office/visits/${id}/main/counters/a2`, "A02");
  await Promise.all([first.press("叫下一位"), second.press("叫下一位")]);
  const numbers = await Promise.all(
    [page, other].map((window) => window.locator("#call .visit-ticket__number").textContent()),
  );
  expect(numbers.toSorted()).toEqual(["W001", number]);

  // The screen renews itself, without anybody touching it.
  const rows = screen.page.locator("tbody tr");
  await expect(rows).toHaveCount(2, { timeout: 30_000 });
  for (const [n, sign] of ["A01", "A02"].entries())
    await expect(rows.filter({ hasText: sign })).toContainText(numbers[n] ?? "nobody");
  await expect(screen.page.locator("main")).not.toContainText("赵");
  await screen.assertLoaded(`${NAME} · 一楼`);

  const own = new Screen(await openWindow(phone));
  await own.open(`/check-in?code=${code}`, "到大厅签到");
  await own.field("预约手机的后四位").fill("4321");
  await own.button("签到").click();
  await own.assertLoaded(new RegExp(`${number}$`));
  await expect(own.page.locator("#standing")).toContainText("请到A0");

  await first.press("人到了，开始办理");
  await first.press("办完");
  await first.has("窗口空闲");
  await second.press("没有人来");
  await second.press("回到队列");
  await second.press("叫下一位");
  await second.has("第 2 次叫号");
});
