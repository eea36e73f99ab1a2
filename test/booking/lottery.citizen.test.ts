/** A day given out by lot, as a browser without scripts goes through it: registering, the draw, what stands there after. */
import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { openDraws } from "../../functions/booking/booking.lottery.draw.service.ts";
import { millisecondsOf } from "../../functions/kit/clock.ts";
import type { Apps } from "../support/apps.ts";
import { memoryBucket, openApps } from "../support/apps.ts";
import type { Browser } from "../support/browser.ts";
import { useEngine } from "../support/engine.ts";
import { parse } from "../web/tree.ts";
import { countedHall } from "./counted.ts";
import { identityOf } from "./desk.ts";
import { hallOf } from "./halls.ts";

const engine = useEngine();
const DAY = "2026-03-10";
const HOUR = "2026-03-03T00:00:00.000Z";
const TIMES = `/bookings/visit/drawn/main/social/${DAY}`;
const WAIT = `${TIMES}/wait`;
const DRAW = `/bookings/draws/drawn/main/${DAY}`;
const person = (n: number) => ({
  ...{ name: "李四", identityKind: "resident_id", identityNumber: identityOf(n), window: "all" },
  ...{ phone: "13800004321", agentName: "", agentPhone: "" },
});
let apps: Apps;
let desk: Awaited<ReturnType<typeof countedHall>>;

beforeAll(async () => {
  apps = openApps(engine, memoryBucket());
  const social = { id: "social", number: 1, name: { zh: "社保", en: "Social" }, minutes: 30, group: "drawn" };
  const hall = hallOf({
    hall: { id: "drawn", services: [{ ...social, release: "lottery" }] },
    place: {
      counters: [{ id: "a1", sign: "A01", lane: 1, services: ["social"] }],
      hours: { weekly: [{ weekdays: [2], hours: [{ from: "09:00", to: "10:00" }] }] },
    },
  });
  desk = await countedHall(engine.table, apps.clock, { hall, days: [DAY] });
}, 120_000);

const pageOf = async (response: Response) => {
  const page = parse(await response.text());
  return { page, text: page.querySelector("main")?.textContent ?? "" };
};
const locationOf = (response: Response) => response.headers.get("location") ?? "";
const at = (seconds: number) =>
  apps.clock.pass((millisecondsOf(HOUR) - millisecondsOf(apps.clock.now())) / 1000 + seconds);

test("from the day over registering to the draw, which anybody can look up", async () => {
  const people = [1, 2, 3].map((n) => ({ who: person(820 + n), browser: apps.visitor(), path: "" }));
  const [first] = people as [(typeof people)[0], ...typeof people];
  at(-3600);
  const day = await pageOf(await first.browser.get(TIMES));
  expect(day.text).toContain("3月3日（周二）08:00摇号放号。现在可以登记");
  expect(day.page.querySelector(`a[href="${WAIT}"]`)?.textContent).toBe("登记摇号");
  const month = (await pageOf(await first.browser.get("/bookings/visit/drawn/main/social"))).page;
  const doors = [...month.querySelectorAll(`a[href="${TIMES}"]`)].map(({ textContent }) => textContent);
  expect(doors.length).toBe(3);
  expect(doors[0]).toContain("登记摇号");
  expect(doors[2]).toContain("3月3日（周二）08:00摇号放号，现在可以登记摇号");
  const form = await pageOf(await first.browser.get(WAIT));
  expect(form.page.querySelector("h1")?.textContent).toBe("登记摇号");
  expect(form.page.querySelector("#send")?.textContent).toContain("登记");

  // What a code opens stays open for half an hour.
  at(-60);
  for (const one of people) one.path = `${locationOf(await one.browser.post(WAIT, one.who))}/waiting`;
  // A second tap is the same registration.
  expect(`${locationOf(await first.browser.post(WAIT, first.who))}/waiting`).toBe(first.path);
  const mine = await pageOf(await first.browser.get(first.path));
  expect(mine.page.querySelector("h1")?.textContent).toBe("已登记，等摇号");
  const sign = mine.page.querySelector("strong.number")?.textContent ?? "";
  const before = await pageOf(await first.browser.get(DRAW));
  const promised = /[0-9a-f]{64}/.exec(before.text)?.[0];
  expect(before.text).toContain("正在登记");
  const early = JSON.parse(await (await first.browser.get(`${DRAW}/draw.json`)).text());
  expect([early.commitment, early.seed, early.signs]).toEqual([promised, undefined, []]);

  at(1);
  expect((await pageOf(await first.browser.get(TIMES))).text).toContain("正在摇号");
  await openDraws({ parts: desk.parts, sleep: async () => apps.clock.pass(6) }).drawDue();
  await desk.recount();
  const after = await pageOf(await first.browser.get(DRAW));
  const told = [...after.text.matchAll(/[0-9a-f]{64}/g)].map(([found]) => found);
  expect(told[0]).toBe(promised);
  expect(
    createHash("sha256")
      .update(told[1] ?? "")
      .digest("hex"),
  ).toBe(promised);
  expect(after.text).toContain("摇完了");
  const { signs, seed } = JSON.parse(await (await first.browser.get(`${DRAW}/draw.json`)).text());
  expect(seed).toBe(told[1]);
  expect(signs).toContain(sign);
  expect(signs.length).toBe(3);

  const shown = await Promise.all(people.map(async ({ browser, path }) => standingOf(browser, path)));
  expect(shown.filter((html) => html.includes("没有摇中")).length).toBe(1);
  expect(shown.filter((html) => /action="[^"]*\/confirm"/.test(html)).length).toBe(2);
  expect((await pageOf(await first.browser.get(TIMES))).text).toContain("剩下的人人可约");
});

/** Whoever was drawn is led to a booking that waits for them. */
async function standingOf(browser: Browser, path: string): Promise<string> {
  const answer = await browser.get(path);
  const page = answer.status === 303 ? await browser.get(locationOf(answer)) : answer;
  return page.text();
}

test("a day for which nobody registered says so, and a place that is not there is not", async () => {
  expect((await pageOf(await apps.visitor().get("/bookings/draws/drawn/main/2026-03-17"))).text).toContain(
    "没有人登记",
  );
  for (const path of [
    "none/main/2026-03-10",
    "drawn/none/2026-03-10",
    "drawn/main/2026-02-30",
    "drawn/main/2026-03-17/draw.json",
  ])
    expect((await apps.visitor().get(`/bookings/draws/${path}`)).status).toBe(404);
});
