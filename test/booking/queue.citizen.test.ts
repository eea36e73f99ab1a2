/** A day whose order is drawn, as a browser without scripts goes through it: ticket, draw, turn, booking. */
import { beforeAll, expect, test } from "vitest";
import { drawOf } from "../../functions/booking/booking.release.service.ts";
import { TURN_SECONDS, TURNS, turnOf } from "../../functions/booking/booking.release.ts";
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
/** The apps' clock begins at ten on the 2nd of March 2026; the 10th opens at eight on the 3rd. */
const DAY = "2026-03-10";
const HOUR = "2026-03-03T00:00:00.000Z";
const ERRAND = "/bookings/visit/queued/main/social";
const QUEUE = `${ERRAND}/${DAY}/queue`;
const TIMES = `${ERRAND}/${DAY}`;
const PATH = `${TIMES}/0930`;
const FLOW = "flow=abcdefghij";
const person = (n: number) => ({
  ...{ name: "李四", identityKind: "resident_id", identityNumber: identityOf(n) },
  ...{ phone: "13800004321", agentName: "", agentPhone: "" },
});
let apps: Apps;
let recount: () => Promise<void>;

beforeAll(async () => {
  apps = openApps(engine, memoryBucket());
  const counters = [{ id: "a1", sign: "A01", lane: 1, seats: 3, services: ["social"] }];
  const social = {
    id: "social",
    number: 1,
    name: { zh: "社保", en: "Social" },
    minutes: 30,
    group: "queued",
  };
  const hall = hallOf({
    hall: { id: "queued", services: [{ ...social, release: "shuffled" }] },
    place: { counters },
  });
  const desk = await countedHall(engine.table, apps.clock, { hall, days: [DAY, "2026-03-17", "2026-03-24"] });
  recount = desk.recount;
}, 120_000);

const pageOf = async (response: Response) => {
  const html = await response.text();
  return { html, page: parse(html), text: parse(html).querySelector("main")?.textContent ?? "" };
};
const locationOf = (response: Response) => response.headers.get("location") ?? "";
const at = (seconds: number) =>
  apps.clock.pass((millisecondsOf(HOUR) - millisecondsOf(apps.clock.now())) / 1000 + seconds);
async function bookNow(browser: Browser): Promise<Response> {
  const check = await pageOf(await browser.get(`${PATH}/check?${FLOW}`));
  const turn = check.page.querySelector<HTMLInputElement>("input[name=turn]")?.value ?? "";
  return browser.post(`${PATH}/check?${FLOW}`, { turn });
}

test("the day says that its order is drawn, and from when there are tickets", async () => {
  const browser = apps.visitor();
  at(-25 * 3600);
  const early = await pageOf(await browser.get(TIMES));
  expect(early.text).toContain("从3月2日（周一）08:00起可以领排队签");
  expect(locationOf(await browser.get(QUEUE))).toBe(TIMES);
  at(-3600);
  const { page } = await pageOf(await browser.get(TIMES));
  expect(page.querySelector(`a[href="${QUEUE}"]`)?.textContent).toBe("领排队签");
});

test("the calendar leads to the ticket by a door, a day of the table and a row of the list, each with the hour", async () => {
  const { page, text } = await pageOf(await apps.visitor().get(ERRAND));
  const links = [...page.querySelectorAll(`a[href="${TIMES}"]`)];
  expect(links.map(({ className }) => className.split(" ")[0])).toEqual([
    "govuk-button",
    "booking-calendar__link",
    "links__link",
  ]);
  expect(links[0]?.textContent).toContain("领排队签");
  for (const link of links.slice(1))
    expect(link.textContent).toContain("3月3日（周二）08:00放号，现在可以领排队签");
  expect(text).toContain("怎样放号");
  expect(text).toContain("放号前 24 小时内（前一天 08:00 起）可以领排队签");
});

test("a form that is not right comes back as it was filled in", async () => {
  const answer = await apps.visitor().post(QUEUE, { ...person(801), phone: "12" });
  expect(answer.status).toBe(422);
  expect((await pageOf(answer)).page.querySelector<HTMLInputElement>("#name")?.value).toBe("李四");
});

test("who took a ticket sees it, then their turn, which anybody can work out again, and books in it", async () => {
  const [holder, late] = [apps.visitor(), apps.visitor()];
  at(-1800);
  expect(locationOf(await holder.post(QUEUE, person(802)))).toBe(QUEUE);
  const waiting = await pageOf(await holder.get(QUEUE));
  expect(waiting.text).toContain("已领签，请等抽签");
  // Without scripts the page comes anew; with them the part that is read out politely is exchanged.
  expect(waiting.html).toContain('<noscript><meta http-equiv="refresh" content="30"/></noscript>');
  expect(waiting.page.querySelector("#turn[aria-live=polite][data-live]")).not.toBeNull();
  const mark = waiting.page.querySelector("strong.number")?.textContent ?? "";
  // The next person at the same machine finds an empty form, here and where a visit is booked.
  expect(locationOf(await holder.get(`${PATH}/check?${FLOW}`))).toBe(`${PATH}?again=yes&${FLOW}`);
  await holder.post(`${PATH}?${FLOW}`, person(802));

  at(1);
  await recount();
  const drawn = await pageOf(await holder.get(QUEUE));
  const seed = /种子：([0-9a-f]{64})/.exec(drawn.text)?.[1] ?? "";
  const turn = turnOf(Number.parseInt(drawOf(seed, mark).slice(0, 8), 16));
  if (turn > 0) {
    expect(drawn.text).toContain(`第 ${turn + 1} 批，共 ${TURNS} 批`);
    expect((await pageOf(await holder.get(TIMES))).text).toContain("轮到您的时间");
    const refused = await bookNow(holder);
    expect(refused.status).toBe(409);
    expect((await pageOf(refused)).text).toContain("还没轮到您");
  }
  // Who comes after the hour is told from when, and stands behind whatever they send.
  expect((await pageOf(await late.get(QUEUE))).text).toContain("从3月3日（周二）08:10起可约");
  expect(locationOf(await late.post(QUEUE, person(803)))).toBe(TIMES);
  await late.post(`${PATH}?${FLOW}`, person(803));

  at(turn * TURN_SECONDS);
  const now = await pageOf(await holder.get(QUEUE));
  expect(now.text).toContain("轮到您了");
  expect(now.page.querySelector(`a[href="${TIMES}"]`)).not.toBeNull();
  expect(now.html).not.toContain("http-equiv");
  expect(locationOf(await bookNow(holder))).toMatch(/^\/bookings\/mine\/[0-9A-Z]{11}$/);
  const behind = await bookNow(late);
  expect(behind.status).toBe(409);
  expect((await pageOf(behind)).text).toContain("08:10:00");

  at(TURNS * TURN_SECONDS);
  expect((await pageOf(await late.get(QUEUE))).text).toContain("现在人人可约");
  expect(locationOf(await bookNow(late))).toMatch(/^\/bookings\/mine\/[0-9A-Z]{11}$/);
});

test("where nothing is drawn there is no ticket", async () => {
  const plain = hallOf({ hall: { id: "unqueued" } });
  await countedHall(engine.table, apps.clock, { hall: plain, days: [] });
  apps.clock.pass(31);
  const path = `/bookings/visit/unqueued/main/social/${DAY}`;
  expect(locationOf(await apps.visitor().get(`${path}/queue`))).toBe(path);
  expect(locationOf(await apps.visitor().post(`${path}/queue`, person(804)))).toBe(path);
});

test("a Saturday says that nobody is there, and nothing of tickets", async () => {
  const saturday = "2026-03-14";
  at(-3600 + 4 * 24 * 3600);
  const day = await pageOf(await apps.visitor().get(`${ERRAND}/${saturday}`));
  expect(day.text).toContain("这一天不办公");
  expect(day.text).not.toContain("领排队签");
  expect(locationOf(await apps.visitor().get(`${ERRAND}/${saturday}/queue`))).toBe(`${ERRAND}/${saturday}`);
});

test("who has a booking of the kind is told so before the form, and gets no ticket that they could not use", async () => {
  const [next, nextHour] = ["2026-03-17", "2026-03-10T00:00:00.000Z"];
  const queue = `${ERRAND}/${next}/queue`;
  apps.clock.pass((millisecondsOf(nextHour) - millisecondsOf(apps.clock.now())) / 1000 - 3600);
  const browser = apps.visitor();
  const form = await pageOf(await browser.get(queue));
  expect(form.text).toContain("同一类事项，一个人同时只能有一个预约");
  expect(form.page.querySelector('section a[href="/bookings/find"]')).not.toBeNull();
  // Booked above for the 10th at half past nine, and not over at the hour.
  const refused = await browser.post(queue, person(802));
  expect(refused.status).toBe(409);
  const said = await pageOf(refused);
  expect(said.text).toContain("您已经有一个同类事项的预约");
  expect(said.page.querySelector('a[href="/bookings/find"]')).not.toBeNull();
  expect(locationOf(await browser.get(queue))).toBe("");
  expect(locationOf(await browser.post(queue, person(805)))).toBe(queue);
});

test("two people on one telephone each take a ticket, and each books in their own turn", async () => {
  const [day, hour] = ["2026-03-24", "2026-03-17T00:00:00.000Z"];
  const queue = `${ERRAND}/${day}/queue`;
  const since = () => (millisecondsOf(apps.clock.now()) - millisecondsOf(hour)) / 1000;
  apps.clock.pass(-since() - 3600);
  const browser = apps.visitor();
  const signs: string[] = [];
  for (const who of [person(806), person(807)]) {
    const link = (await pageOf(await browser.get(queue))).page.querySelector('a[href$="another=yes"]');
    // Whoever has none has the form before them at once; the next finds the way to it, and it is empty.
    expect(link === null).toBe(signs.length === 0);
    const form = (await pageOf(await browser.get(link?.getAttribute("href") ?? queue))).page;
    expect(form.querySelector<HTMLInputElement>("#identityNumber")?.value).toBe("");
    expect(
      locationOf(await browser.post(form.querySelector("main form")?.getAttribute("action") ?? "", who)),
    ).toBe(queue);
    signs.push(
      (await pageOf(await browser.get(queue))).page.querySelector("strong.number")?.textContent ?? "",
    );
  }
  apps.clock.pass(-since() + 1);
  await recount();
  const drawn = await pageOf(await browser.get(queue));
  expect(drawn.page.querySelector('a[href$="another=yes"]')).toBeNull();
  const seed = /种子：([0-9a-f]{64})/.exec(drawn.text)?.[1] ?? "";
  const turns = signs.map((sign) => turnOf(Number.parseInt(drawOf(seed, sign).slice(0, 8), 16)));
  const byTurn = [...turns.entries()].toSorted(([, one], [, other]) => one - other);
  for (const [n, turn] of byTurn) {
    apps.clock.pass(Math.max(0, turn * TURN_SECONDS + 1 - since()));
    const path = `${ERRAND}/${day}/0930`;
    await browser.post(`${path}?flow=person000${n}`, person(806 + n));
    const made = await browser.post(`${path}/check?flow=person000${n}`, { turn: "1" });
    expect(locationOf(made)).toMatch(/^\/bookings\/mine\/[0-9A-Z]{11}$/);
  }
});
