/** A full day: somebody waits in line, gets what another gives back, and takes it; once with scripts and once without. */
import { BookingScreen, somebody } from "./support/booking.ts";
import { openHallTomorrow } from "./support/halls.ts";
import { expect, test } from "./support/journey.ts";

test("a full day leads to the waiting list, an offer, and a booking", async ({ page }, { project }) => {
  const id = `line-${project.name === "phone" ? "a" : "b"}-${Date.now() % 1_000_000}`;
  const { day, time } = await openHallTomorrow(id, "候补大厅");
  const data = {
    ...{ hall: id, place: "main", services: ["card"], day, time, name: "赵小兰", phone: "13800004321" },
    ...{ identityKind: "passport", identityNumber: `E${String(Date.now()).slice(-8)}` },
  };
  let taken = "";
  // A function looks for a hall that it does not know once a second, and the other project opens one as well.
  await expect(async () => {
    const headers = { "Idempotency-Key": `journey-${id}-booking` };
    const first = await page.request.post("/api/v1/bookings", { headers, data });
    expect(first.status()).toBe(201);
    taken = ((await first.json()) as { code: string }).code;
  }).toPass({ timeout: 30_000 });

  const screen = new BookingScreen(page);
  // Free times are counted a moment after a booking.
  const wait = screen.button("候补这一天：有人退号时留给我");
  await expect(async () => {
    await page.goto(`/bookings/visit/${id}/main/card/${day}`);
    await expect(wait).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await wait.click();
  await screen.assertLoaded("候补这一天");
  const visitor = somebody();
  await screen.field("办事人姓名").fill(visitor.name);
  await screen.field("证件号码").fill(visitor.identityNumber);
  await screen.field("手机").fill(visitor.phone);
  await screen.button("加入候补").click();
  await screen.assertLoaded("已加入候补");
  await expect(page.locator("main")).toContainText("您排在第一位");
  const standing = page.url();

  const cancelled = await page.request.post(`/api/v1/bookings/${taken}/cancel`, {
    headers: { "Phone-Last4": "4321" },
  });
  expect(cancelled.status()).toBe(200);
  await expect(async () => {
    await page.goto(standing);
    await expect(page.locator("h1")).toContainText("号已为您保留", { timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await screen.assertLoaded(/^号已为您保留/);
  await screen.button("确认预约").click();
  await screen.assertLoaded("预约成功");
  await expect(page.locator("main")).toContainText(time);
});
