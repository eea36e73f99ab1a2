/** The waiting list as a browser without scripts sees it: a full day, joining, an offer, taking or refusing it. */
import { beforeAll, describe, expect, test } from "vitest";
import { waitingStreamJob } from "../../functions/booking/booking.jobs.ts";
import type { Apps } from "../support/apps.ts";
import { memoryBucket, openApps } from "../support/apps.ts";
import type { Browser } from "../support/browser.ts";
import { useEngine } from "../support/engine.ts";
import { streamOf } from "../support/stream.ts";
import { parse } from "../web/tree.ts";
import { countedHall } from "./counted.ts";
import { identityOf, requestOf } from "./desk.ts";
import { hallOf } from "./halls.ts";

const engine = useEngine();
const DAY = "2026-03-04";
const silent = { info: () => {}, warn: () => {}, error: () => {} };
const ERRAND = "/bookings/visit/waited/main/social";
const WAIT = `${ERRAND}/${DAY}/wait`;
let apps: Apps;
let desk: Awaited<ReturnType<typeof countedHall>>;
let codes: string[] = [];
let people = 500;

beforeAll(async () => {
  apps = openApps(engine, memoryBucket());
  const hours = { weekly: [{ weekdays: [3], hours: [{ from: "09:00", to: "10:30" }] }] };
  const counters = [{ id: "a1", sign: "A01", lane: 1, services: ["social", "tax", "id-card"] }];
  const hall = hallOf({ hall: { id: "waited" }, place: { hours, counters } });
  desk = await countedHall(engine.table, apps.clock, { hall, days: [DAY] });
  codes = [];
  for (const time of ["09:00", "09:30", "10:00"])
    codes.push((await desk.bookings.book(requestOf(hall, { day: DAY, time }))).booking.code);
  await desk.recount();
});

function person(changes: Readonly<Record<string, string>> = {}) {
  people += 1;
  return {
    name: "李四",
    identityKind: "resident_id",
    identityNumber: identityOf(people),
    phone: "13800001234",
    ...changes,
  };
}
const textOf = async (response: Response) =>
  parse(await response.text())
    .querySelector("main")
    ?.textContent?.replaceAll(/\s+/g, " ") ?? "";
const locationOf = (response: Response) => response.headers.get("location") ?? "";
const join = (browser: Browser, who = person(), window = "all") => browser.post(WAIT, { ...who, window });
/** Where the place goes that somebody has given back, as the stream has it. */
async function givenBack(work: () => Promise<unknown>) {
  const stream = streamOf(engine.endpoint);
  await stream.next();
  await work();
  const answer = await waitingStreamJob({ waiting: desk.waiting, log: silent })(await stream.next());
  expect(answer).toEqual({ batchItemFailures: [] });
}

describe("a full day", () => {
  const [one, two] = [{} as { browser: Browser; path: string }, {} as { browser: Browser; path: string }];

  test("is led to from the month, and said to be full there", async () => {
    const month = parse(await (await apps.visitor().get(ERRAND)).text());
    const links = [...month.querySelectorAll(`a[href="${ERRAND}/${DAY}"]`)].map(
      ({ textContent }) => textContent,
    );
    expect(links).toEqual([expect.stringContaining("已约满"), expect.stringContaining("约满，可候补")]);
    expect(month.querySelector("main")?.textContent).toContain("约满的日期可以候补");
  });

  test("offers to wait, for all of it or a part", async () => {
    const page = parse(await (await apps.visitor().get(`${ERRAND}/${DAY}`)).text());
    expect(page.querySelector("h1")?.textContent).toContain("这一天已经约满");
    expect(page.querySelector(`a[href="${WAIT}"]`)?.textContent).toContain("候补");
    const form = parse(await (await apps.visitor().get(WAIT)).text());
    expect([...form.querySelectorAll("#window option")].map(({ textContent }) => textContent)).toEqual([
      "全天",
      "上午",
      "下午",
    ]);
    expect(form.querySelector("main")?.textContent).toContain("30 分钟");
  });

  test("is waited for in order; a second tap is the same entry", async () => {
    for (const each of [one, two]) {
      each.browser = apps.visitor();
      const who = person();
      const both = [await join(each.browser, who, "morning"), await join(each.browser, who, "morning")].map(
        locationOf,
      );
      expect(new Set(both).size).toBe(1);
      each.path = both[0] ?? "";
      expect(each.path).toMatch(/^\/bookings\/mine\/[0-9A-Z]{11}$/);
      apps.clock.pass(1);
    }
    const waiting = await one.browser.get(one.path);
    expect(locationOf(waiting)).toBe(`${one.path}/waiting`);
    expect(await textOf(await one.browser.get(`${one.path}/waiting`))).toMatch(
      /已加入候补.*您排在第一位.*上午/,
    );
    expect(await textOf(await two.browser.get(`${two.path}/waiting`))).toContain("您前面还有 1 人");
  });

  test("fields are corrected and nothing is lost; somebody who waits already is told so", async () => {
    const browser = apps.visitor();
    const who = person();
    const wrong = await join(browser, { ...who, phone: "12" }, "afternoon");
    expect(wrong.status).toBe(422);
    const page = parse(await wrong.text());
    expect(page.querySelector<HTMLOptionElement>("#window option[selected]")?.value).toBe("afternoon");
    await join(browser, who, "morning");
    const again = await join(browser, who, "all");
    expect([again.status, await textOf(again)]).toEqual([409, expect.stringContaining("您已在候补名单中")]);
  });

  test("is found again by code and phone, with one wrong try counted once", async () => {
    const browser = apps.visitor();
    const code = one.path.split("/").at(-1) ?? "";
    for (let n = 0; n < 4; n += 1)
      expect((await browser.post("/bookings/find", { code, phone: "9999" })).status).toBe(422);
    const found = await browser.post("/bookings/find", { code, phone: "1234" });
    expect(locationOf(found)).toBe(one.path);
    expect((await browser.get(`${one.path}/waiting`)).status).toBe(200);
    expect(locationOf(await apps.visitor().get(`${one.path}/waiting`))).toBe(`/bookings/find?code=${code}`);
  });

  test("a place that is given back is held for the first, who takes it", async () => {
    await givenBack(() => desk.bookings.cancel(codes[0] ?? "", "person"));
    const text = await textOf(await one.browser.get(one.path));
    expect(text).toMatch(/号已为您保留.*09:00.*前确认/);
    expect(locationOf(await one.browser.get(`${one.path}/waiting`))).toBe(one.path);
    expect(await textOf(await two.browser.get(`${two.path}/waiting`))).toContain("您排在第一位");
    expect(locationOf(await one.browser.post(`${one.path}/confirm`, {}))).toBe(one.path);
    expect(await textOf(await one.browser.get(one.path))).toContain("预约成功");
  });

  test("the next one refuses what is offered, and it does not count", async () => {
    await givenBack(() => desk.bookings.cancel(codes[1] ?? "", "person"));
    expect(await textOf(await two.browser.get(`${two.path}/cancel`))).toContain("不计入您的次数");
    await two.browser.post(`${two.path}/cancel`, {});
    expect(await textOf(await two.browser.get(two.path))).toContain("预约已取消");
  });

  test("whoever leaves the line stands in it no more", async () => {
    const browser = apps.visitor();
    const path = locationOf(await join(browser, person(), "morning"));
    for (let n = 0; n < 2; n += 1)
      expect(locationOf(await browser.post(`${path}/leave`, {}))).toBe(`${path}/waiting`);
    expect(await textOf(await browser.get(`${path}/waiting`))).toContain("已退出候补");
  });
});

test("what can be booked is not waited for", async () => {
  const hall = hallOf({ hall: { id: "free" } });
  await countedHall(engine.table, apps.clock, { hall, days: [DAY] });
  apps.clock.pass(31);
  const response = await apps.visitor().post(`/bookings/visit/free/main/social/${DAY}/wait`, person());
  expect(response.status).toBe(409);
  const page = parse(await response.text());
  expect(page.querySelector("h1")?.textContent).toContain("还有号");
  expect(page.querySelector(`a[href="/bookings/visit/free/main/social/${DAY}"]`)).not.toBeNull();
});
