/** Booking as a browser without scripts does it: the way through, and what is plainly answered on the way. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Hall } from "../../functions/booking/booking.hall.ts";
import type { Apps } from "../support/apps.ts";
import { memoryBucket, openApps } from "../support/apps.ts";
import type { Browser } from "../support/browser.ts";
import { useEngine } from "../support/engine.ts";
import { parse } from "../web/tree.ts";
import { countedHall } from "./counted.ts";
import { identityOf, requestOf } from "./desk.ts";
import { hallOf, placeIn, quanzhou } from "./halls.ts";

const engine = useEngine();
/** The clock of the apps stands at ten on Monday the 2nd of March 2026. */
const DAY = "2026-03-04";
const NEXT = "2026-03-05";
/** Published, and released a week before. */
const LATER = "2026-03-20";
const CODE = /^\/bookings\/mine\/([0-9A-Z]{11})$/;
let apps: Apps;
let hall: Hall;
let desk: Awaited<ReturnType<typeof countedHall>>;
let people = 0;

beforeAll(async () => {
  apps = openApps(engine, memoryBucket());
  const one = { id: "a1", sign: "A01", lane: 1, services: ["id-card", "social"] };
  hall = hallOf({
    hall: {
      id: "citizen",
      rules: [{ ...quanzhou, persons: "identity", oneLivePer: "group", cancelBeforeMinutes: 60 }],
    },
    // One counter, so that a time is full after one booking.
    place: { counters: [one, { id: "a2", sign: "A02", lane: 2, services: ["tax", "social"] }] },
  });
  desk = await countedHall(engine.table, apps.clock, { hall, days: [DAY, NEXT, LATER] });
  const [main] = hall.places;
  if (main === undefined) throw new Error("a hall without a place");
  const branch = (id: string, zh: string, services: string[]) => ({
    ...main,
    ...{ id, name: { zh, en: zh }, address: { zh: `${zh}路 2 号`, en: zh } },
    counters: [{ id: "b1", sign: "B01", lane: 1, seats: 1, services }],
  });
  // Under names of their own, so that the other hall stays the only one for what it gives.
  const services = hall.services.map((each) => ({ ...each, name: { zh: each.id, en: each.id } }));
  const places = [main, branch("east", "城东", ["id-card"]), branch("west", "城西", ["tax"])];
  await apps.booking.schedules.describe({ ...hall, id: "branches", places, services }, 0);
  await apps.booking.schedules.publish("branches", { from: DAY, to: NEXT });
});

const errand = (service = "id-card") => `/bookings/visit/citizen/main/${service}`;
const visit = (time: string, { day = DAY, service = "id-card" } = {}) => `${errand(service)}/${day}/${time}`;
function person(changes: Readonly<Record<string, string>> = {}) {
  people += 1;
  return {
    name: "张小明",
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

/** As a page names the filling-in that it belongs to; any browser may have it. */
const FLOW = "flow=abcdefghij";
const checkOf = (path: string) => `${path}/check?${FLOW}`;
async function fill(browser: Browser, path: string, who: Readonly<Record<string, string>> = person()) {
  const response = await browser.post(`${path}?${FLOW}`, who);
  expect([response.status, locationOf(response)]).toEqual([303, checkOf(path)]);
}
async function turnOf(browser: Browser, path: string): Promise<string> {
  const page = parse(await (await browser.get(checkOf(path))).text());
  return page.querySelector<HTMLInputElement>("input[name=turn]")?.value ?? "";
}
/** From the person to the booking; gives its path. */
async function book(browser: Browser, path: string, who?: Readonly<Record<string, string>>): Promise<string> {
  await fill(browser, path, who);
  const response = await browser.post(checkOf(path), { turn: await turnOf(browser, path) });
  expect(response.status).toBe(303);
  expect(locationOf(response)).toMatch(CODE);
  return locationOf(response);
}
const codeIn = (path: string): string => CODE.exec(path)?.[1] ?? "";

describe("the way through", () => {
  test("leads from what to the code, and every step back keeps what was said", async () => {
    const browser = apps.visitor();
    const services = parse(await (await browser.get("/bookings")).text());
    const link = [...services.querySelectorAll<HTMLAnchorElement>(".links a")].find(({ textContent }) =>
      textContent?.includes("身份证"),
    );
    expect(link?.getAttribute("href")).toBe(errand());
    const days = parse(await (await browser.get(errand())).text());
    const open = [...days.querySelectorAll("table a")].map((each) => each.getAttribute("href"));
    expect(open).toEqual([`${errand()}/${DAY}`, `${errand()}/${NEXT}`]);
    const times = parse(await (await browser.get(`${errand()}/${DAY}`)).text());
    expect(times.querySelector(".slots a")?.getAttribute("href")).toBe(visit("0900"));

    const who = person({ agentName: "李四", agentPhone: "13900005678" });
    await fill(browser, visit("0900"), who);
    const again = parse(await (await browser.get(`${visit("0930")}?${FLOW}`)).text());
    expect(again.querySelector<HTMLInputElement>("#identityNumber")?.value).toBe(who.identityNumber);
    expect(again.querySelector<HTMLInputElement>("#agentName")?.value).toBe("李四");

    const made = await book(browser, visit("0900"), who);
    const mine = parse(await (await browser.get(made)).text());
    expect(mine.querySelector("h1")?.textContent).toBe("预约成功");
    const text = mine.querySelector("main")?.textContent ?? "";
    for (const part of ["3月4日", "09:00", "人民路 1 号", "张*明", "李*", "A01", "北京时间"])
      expect(text).toContain(part);
    for (const secret of [who.identityNumber, "张小明", "13800001234"]) expect(text).not.toContain(secret);
    expect(mine.querySelector("[data-copy]")?.getAttribute("data-copy")).toBe(codeIn(made));
  });

  test("takes one read of half a unit for a month and for a day", async () => {
    const browser = apps.visitor();
    await browser.get(errand());
    engine.forget();
    await browser.get(errand());
    await browser.get(`${errand()}/${NEXT}`);
    expect(engine.consumed).toEqual([
      { operation: "get", capacityUnits: 0.5 },
      { operation: "get", capacityUnits: 0.5 },
    ]);
  });

  test("takes six write units for the booking itself", async () => {
    const browser = apps.visitor();
    await fill(browser, visit("0930"));
    const turn = await turnOf(browser, visit("0930"));
    engine.forget();
    await browser.post(checkOf(visit("0930")), { turn });
    const writes = engine.consumed.filter(({ operation }) => operation === "transaction");
    expect(writes).toEqual([{ operation: "transaction", capacityUnits: 6 }]);
  });

  test("several services and several people in one visit are chosen on the page of the days", async () => {
    const browser = apps.visitor();
    const changed = await browser.get(`${errand("social")}?change=yes&people=2&more=tax&more=none`);
    expect(locationOf(changed)).toBe("/bookings/visit/citizen/main/social.tax?people=2");
    const days = parse(await (await browser.get(locationOf(changed))).text());
    // Tax takes one person at a time.
    expect(days.querySelector(".errand__what")?.textContent).toContain("社保 + 办税");
    expect(days.querySelector(".errand__what")?.textContent).not.toContain("2 人");
    const made = await book(browser, visit("1400", { service: "social.tax" }));
    const { booking } = await desk.bookings.cancel(codeIn(made), "office");
    expect(booking.seats.map(({ time }) => time)).toEqual(["14:00", "14:30", "15:00"]);
  });

  test("a second tap, and a reload after a lost answer, give the same booking", async () => {
    const browser = apps.visitor();
    const path = visit("1000");
    await fill(browser, path);
    const turn = await turnOf(browser, path);
    const both = await Promise.all([1, 2].map(() => browser.post(checkOf(path), { turn })));
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(new Set(both.map(locationOf)).size).toBe(1);
    expect(locationOf(await browser.post(checkOf(path), { turn }))).toBe(locationOf(both[0] as Response));
    expect(locationOf(await browser.get(checkOf(path)))).toBe(locationOf(both[0] as Response));
  });

  test("the person is forgotten with the booking, and the same visit can be had again after it was cancelled", async () => {
    const browser = apps.visitor();
    const who = person();
    const first = await book(browser, visit("1030"), who);
    const empty = parse(await (await browser.get(`${visit("1100")}?${FLOW}`)).text());
    expect(empty.querySelector<HTMLInputElement>("#identityNumber")?.value).toBe("");
    await browser.post(`${first}/cancel`, {});
    // Freed seats rest for half an hour at most.
    apps.clock.pass(31 * 60);
    await desk.recount();
    const second = await book(browser, visit("1030"), who);
    expect(second).not.toBe(first);
  });

  test("whoever begins anew finds nothing of the person before, whichever page they come in by", async () => {
    const browser = apps.visitor();
    const who = person({ name: "王五", agentName: "李四", agentPhone: "13900005678" });
    await fill(browser, visit("1100"), who);
    const begun = await browser.get(visit("1130"));
    expect(locationOf(begun)).toMatch(/\/1130\?flow=[\w-]{10}$/);
    const own = locationOf(begun);
    for (const path of [own, `${visit("1130")}?flow=0123456789`, `${visit("1130")}?flow=x`]) {
      const html = await (await browser.follow(await browser.get(path))).text();
      for (const kept of [who.name, who.identityNumber, who.phone, "李四"]) expect(html).not.toContain(kept);
    }
    // Neither does a page that they open by hand book for the person before, nor say what was booked for them.
    const bare = await browser.post(`${visit("1100")}/check`, { turn: "1" });
    expect(locationOf(bare)).toBe(`${visit("1100")}?again=yes`);
    const made = await browser.post(checkOf(visit("1100")), { turn: "1" });
    expect(locationOf(made)).toMatch(CODE);
    expect(locationOf(await browser.get(`${visit("1100")}/check`))).toBe(`${visit("1100")}?again=yes`);
    await browser.post(`${locationOf(made)}/cancel`, {});
    await desk.recount();
  });

  test("changing the time or what it is about, and going back, keep what was filled in", async () => {
    const browser = apps.visitor();
    const own = locationOf(await browser.get(visit("1130")));
    const who = person({ name: "王五" });
    const checking = locationOf(await browser.post(own, who));
    // The browser's own way back, and the page's.
    const page = parse(await (await browser.get(checking)).text());
    const back = page.querySelector(".govuk-back-link")?.getAttribute("href");
    expect(back).toBe(own);
    const links = [...page.querySelectorAll(".govuk-summary-list a")].map(
      (a) => a.getAttribute("href") ?? "",
    );
    const [times = "", services = ""] = links;
    const to = async (from: string, selector: string) =>
      parse(await (await browser.get(from)).text())
        .querySelector(selector)
        ?.getAttribute("href") ?? "";
    const ofTime = await to(times, ".slots a");
    const again = await to(await to(await to(services, `a[href^="${errand()}?"]`), "table a"), ".slots a");
    for (const path of [own, back ?? "", ofTime, again]) {
      const form = parse(await (await browser.get(path)).text());
      expect(form.querySelector<HTMLInputElement>("#identityNumber")?.value, path).toBe(who.identityNumber);
    }
    // More people or services are asked for by a form, and a search by another; both go on.
    for (const path of [times.replace(/\/2026[^?]*/, ""), services])
      expect(await (await browser.get(path)).text()).toContain(`name="flow" value="${own.slice(-10)}"`);
    const made = await browser.post(checking, { turn: "1" });
    expect(locationOf(made)).toMatch(CODE);
  });

  test("a page of one tab does not book for the person of another", async () => {
    const browser = apps.visitor();
    const path = visit("1100");
    await fill(browser, path, person({ name: "王五" }));
    const turn = await turnOf(browser, path);
    await fill(browser, visit("1130"), person({ name: "赵六" }));
    const response = await browser.post(checkOf(path), { turn });
    expect(locationOf(response)).toBe(checkOf(path));
    expect(await textOf(await browser.get(checkOf(path)))).toContain("赵六");
  });

  test("what was typed two hours ago is gone, and the form says so", async () => {
    const browser = apps.visitor();
    await fill(browser, visit("1100"));
    apps.clock.pass(2 * 3600 + 1);
    const response = await browser.post(checkOf(visit("1100")), { turn: "1" });
    expect(locationOf(response)).toBe(`${visit("1100")}?again=yes&${FLOW}`);
    expect(await textOf(await browser.get(locationOf(response)))).toContain("只保留两小时");
  });
});

describe("bad input is plainly answered", () => {
  const main = async (path: string) => textOf(await apps.visitor().get(path));

  test.each([
    ["a holiday", "2026-04-06", /清明.*放假/],
    ["a Sunday", "2026-03-08", /这一天不办公/],
    ["before the release", LATER, /3月13日（周五）08:00开放预约/],
    ["a day that is over", "2026-03-01", /已经过去/],
    ["a day whose seats are not there yet", "2026-03-06", /尚未排班/],
    ["a day beyond all that is scheduled", "2026-04-20", /尚未排班/],
    ["a day of a year whose holidays nobody knows yet", "2027-01-04", /次年放假安排公布后开放/],
  ])("%s", async (_, day, sentence) => {
    expect(await main(`${errand()}/${day}`)).toMatch(sentence);
  });

  test("a time that was never there leads back to those that are, and says which one is not", async () => {
    const browser = apps.visitor();
    const response = await browser.get(visit("1215", { day: NEXT }));
    expect(locationOf(response)).toBe(`${errand()}/${NEXT}?missed=1215`);
    expect(await textOf(await browser.get(locationOf(response)))).toContain("12:15 这个时间没有号源");
  });

  test.each([
    ["is no holiday's", "2026-04-06", "0900", "这一天不办公", /清明/],
    ["was never published", DAY, "1215", "这个时间没有号源", /就近可约/],
    ["opens later", "2026-03-20", "0900", "这一天的号源还没有开放", /3月13日（周五）08:00开放预约/],
    ["is over", "2026-03-02", "0900", "已经过了预约截止时间", /就近可约/],
  ])("a place that %s, posted past the pages", async (_, day, time, title, more) => {
    const browser = apps.visitor();
    const path = visit(time, { day });
    await fill(browser, path);
    const response = await browser.post(checkOf(path), { turn: await turnOf(browser, path) });
    expect(response.status).toBe(409);
    const text = await textOf(response);
    expect(text).toContain(title);
    expect(text).toMatch(more);
  });

  test("a weekend is said once, and the way to the calendar keeps what was filled in", async () => {
    const browser = apps.visitor();
    const path = visit("0900", { day: "2026-03-08" });
    const who = person();
    await fill(browser, path, who);
    const page = parse(
      await (await browser.post(checkOf(path), { turn: await turnOf(browser, path) })).text(),
    );
    expect(page.querySelector("main")?.textContent?.match(/这一天不办公/g)?.length).toBe(1);
    const calendar = page.querySelector(`.links a[href^="${errand()}"]`)?.getAttribute("href") ?? "";
    const days = parse(await (await browser.get(calendar)).text());
    const times = parse(
      await (await browser.get(days.querySelector("table a")?.getAttribute("href") ?? "")).text(),
    );
    const form = parse(
      await (await browser.get(times.querySelector(".slots a")?.getAttribute("href") ?? "")).text(),
    );
    expect(form.querySelector<HTMLInputElement>("#identityNumber")?.value).toBe(who.identityNumber);
  });

  test("a lost place offers the nearest, and one tap on one of them books it", async () => {
    const [loser, winner] = [apps.visitor(), apps.visitor()];
    await fill(loser, visit("1500"));
    const turn = await turnOf(loser, visit("1500"));
    await book(winner, visit("1500"));
    const response = await loser.post(checkOf(visit("1500")), { turn });
    expect(response.status).toBe(409);
    const page = parse(await response.text());
    expect(page.querySelector("h1")?.textContent).toContain("约满");
    const [nearest] = page.querySelectorAll<HTMLFormElement>(".others form");
    expect(nearest?.getAttribute("action")).toMatch(/\/2026-03-04\/1(430|530)\/check\?flow=abcdefghij$/);
    const made = await loser.post(nearest?.getAttribute("action") ?? "", {
      turn: nearest?.querySelector<HTMLInputElement>("input[name=turn]")?.value ?? "",
    });
    expect(locationOf(made)).toMatch(CODE);
  });

  test("one identity on two phones has one booking; the other is told and led to it", async () => {
    const who = person();
    const phones = [apps.visitor(), apps.visitor()];
    const paths = [visit("0900", { day: NEXT }), visit("0930", { day: NEXT })];
    for (const [n, phone] of phones.entries()) await fill(phone, paths[n] ?? "", who);
    const turns = await Promise.all(phones.map((phone, n) => turnOf(phone, paths[n] ?? "")));
    const answers = await Promise.all(
      phones.map((phone, n) => phone.post(checkOf(paths[n] ?? ""), { turn: turns[n] ?? "" })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    const lost = answers.find(({ status }) => status === 409) as Response;
    const page = parse(await lost.text());
    expect(page.querySelector("h1")?.textContent).toBe("您已经有一个同类事项的预约");
    expect(page.querySelector('a[href="/bookings/find"]')).not.toBeNull();
  });

  test("fields are corrected one by one and nothing is lost", async () => {
    const browser = apps.visitor();
    const typed = {
      ...person(),
      identityNumber: "110101199001010010",
      phone: "123",
      agentName: "李四",
      agentPhone: "",
    };
    const response = await browser.post(visit("1600"), typed);
    expect(response.status).toBe(422);
    const page = parse(await response.text());
    const errors = [...page.querySelectorAll(".govuk-error-summary a")].map((each) =>
      each.getAttribute("href"),
    );
    expect(errors).toEqual(["#identityNumber", "#phone", "#agentPhone"]);
    expect(page.querySelector<HTMLInputElement>("#name")?.value).toBe("张小明");
    expect(page.querySelector("details")?.hasAttribute("open")).toBe(true);
  });

  test("a hall where everybody books for themselves asks for no agent and takes none", async () => {
    const rules = [{ ...quanzhou, from: "2020-01-01", ownBusinessOnly: true }];
    const own = hallOf({ hall: { id: "own", rules }, place: { counters: placeIn(hallOf()).counters } });
    await countedHall(engine.table, apps.clock, { hall: own, days: [DAY] });
    apps.clock.pass(31);
    const browser = apps.visitor();
    const path = `/bookings/visit/own/main/social/${DAY}/1100`;
    const page = parse(await (await browser.get(path)).text());
    expect(page.querySelector("#agentName")).toBeNull();
    await book(browser, path, { ...person(), agentName: "李四", agentPhone: "13900005678" });
  });

  test.each([
    "/bookings/visit/none/main/social",
    "/bookings/visit/citizen/none/social",
    "/bookings/visit/citizen/main/none",
    `${errand()}/2026-02-30`,
    `${errand()}/${DAY}/2500`,
    "/bookings/mine/1",
    "/bookings/services/citizen/none",
  ])("%s is not there", async (path) => {
    expect((await apps.visitor().get(path)).status).toBe(404);
  });
});

describe("finding it again", () => {
  let made: string;
  let owner: Browser;
  beforeAll(async () => {
    owner = apps.visitor();
    made = await book(owner, visit("1330", { day: NEXT }));
  });
  const ask = (browser: Browser, code: string, phone: string) =>
    browser.post("/bookings/find", { code, phone });

  test("takes the code as people write it, and the last four digits or the whole number", async () => {
    const code = codeIn(made);
    for (const [written, phone] of [
      [code.toLowerCase().replace(/(.{4})/g, "$1-"), "1234"],
      [code, "138 0000 1234"],
    ] as const) {
      const browser = apps.visitor();
      expect(locationOf(await ask(browser, written, phone))).toBe(made);
      expect((await browser.get(made)).status).toBe(200);
    }
  });

  test("gives the same answer for a missing code and for a wrong number, and stops after five tries", async () => {
    const other = codeIn(await book(apps.visitor(), visit("1400", { day: NEXT })));
    const missing = "00000000000";
    const answers = await Promise.all([
      ask(apps.visitor(), missing, "1234"),
      ask(apps.visitor(), other, "9999"),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([422, 422]);
    const [one, two] = await Promise.all(answers.map(textOf));
    expect(one).toBe(two);
    for (let n = 0; n < 4; n += 1) await ask(apps.visitor(), other, "9999");
    const stopped = await ask(apps.visitor(), other, "1234");
    expect(stopped.status).toBe(429);
    expect(Number(stopped.headers.get("retry-after"))).toBeGreaterThan(0);
    // The form is still there, says what to do beside the telephone, and the whole number does it.
    const page = parse(await stopped.text());
    expect(page.querySelector<HTMLInputElement>("#code")?.value).toBe(other);
    expect(page.querySelector("#phone-error")?.textContent).toContain("请在这里填写完整的手机号");
    const whole = await ask(apps.visitor(), other, "138 0000 1234");
    expect([whole.status, locationOf(whole)]).toEqual([303, `/bookings/mine/${other}`]);
  });

  test("somebody else's code shows and does nothing", async () => {
    const stranger = apps.visitor();
    const led = `/bookings/find?code=${codeIn(made)}`;
    for (const path of ["", "/cancel", "/move", `/move/${NEXT}`, `/move/${NEXT}/1430`, "/visit.ics"])
      expect(locationOf(await stranger.get(made + path))).toBe(led);
    for (const path of ["/cancel", "/confirm", `/move/${NEXT}/1430`])
      expect(locationOf(await stranger.post(made + path, {}))).toBe(led);
    expect(await textOf(await owner.get(made))).toContain("预约成功");
  });

  test("nothing is done by following a link", async () => {
    for (const path of ["/cancel", `/move/${NEXT}/1430`]) await owner.get(made + path);
    expect((await owner.get(`${made}/confirm`)).status).toBe(404);
    expect(await textOf(await owner.get(made))).toContain("13:30");
  });

  test("the proof holds for half an hour", async () => {
    const browser = apps.visitor();
    await ask(browser, codeIn(made), "1234");
    apps.clock.pass(30 * 60);
    expect(locationOf(await browser.get(made))).toBe(`/bookings/find?code=${codeIn(made)}`);
    await ask(owner, codeIn(made), "1234");
  });
});

describe("who may not book for a time", () => {
  test("is told why and led to the reason and the appeal, where any way of writing the telephone will do", async () => {
    const who = person({ phone: "13800007777" });
    const browser = apps.visitor();
    let code = "";
    for (const [time, service] of [
      ["1630", "id-card"],
      ["1530", "tax"],
    ] as const) {
      code = codeIn(await book(browser, visit(time, { service }), who));
      await desk.bookings.noShow(code);
    }
    const mine = parse(await (await browser.get(`/bookings/mine/${code}`)).text());
    expect(mine.querySelector(`a[href="/appeals?code=${code}"]`)?.textContent).toContain("申诉");

    const path = visit("1630", { day: NEXT });
    await fill(browser, path, who);
    const refused = await browser.post(checkOf(path), { turn: await turnOf(browser, path) });
    expect(refused.status).toBe(403);
    const page = parse(await refused.text());
    expect(page.querySelector("h1")?.textContent).toBe("暂时不能网上预约");
    expect(page.querySelector('a[href="/appeals"]')?.textContent).toContain("申诉");

    const form = parse(await (await browser.get(`/appeals?code=${code}`)).text());
    expect(form.querySelector<HTMLInputElement>("#code")?.value).toBe(code);
    const own = await browser.post("/appeals", { code, phone: "138 0000 7777" });
    expect([own.status, await textOf(own)]).toEqual([200, expect.stringContaining("约了没有来满 2 次")]);
    expect((await browser.post("/appeals", { code, phone: "" })).status).toBe(422);
  });
});

describe("changing it", () => {
  test("moves it, says where it was, and a second tap does no more", async () => {
    const browser = apps.visitor();
    const made = await book(browser, visit("1430", { day: NEXT }));
    const before = await (await browser.get(`${made}/visit.ics`)).text();
    const to = `${made}/move/${NEXT}/1530`;
    expect(await textOf(await browser.get(to))).toMatch(
      /改到2026年3月5日（周四）15:30.*原来2026年3月5日（周四）14:30/,
    );
    for (let n = 0; n < 2; n += 1) expect(locationOf(await browser.post(to, {}))).toBe(made);
    expect(await textOf(await browser.get(made))).toContain("已经改约。原来是 3月5日（周四）14:30");
    const after = await (await browser.get(`${made}/visit.ics`)).text();
    const uid = /UID:.*/.exec(before)?.[0];
    expect(after).toContain(uid);
    expect([/SEQUENCE:(\d)/.exec(before)?.[1], /SEQUENCE:(\d)/.exec(after)?.[1]]).toEqual(["0", "1"]);
    expect(after).toContain("DTSTART;TZID=Asia/Shanghai:20260305T153000");
  });

  test("leads to the other places of the hall that give the same, and the code stays", async () => {
    const browser = apps.visitor();
    const made = await book(browser, `/bookings/visit/branches/main/id-card/${DAY}/1000`);
    const days = parse(await (await browser.get(`${made}/move`)).text());
    const others = [...days.querySelectorAll(".links__link")].map((each) => each.getAttribute("href"));
    expect(others).toEqual([`${made}/move?place=east`]);
    const to = `${made}/move/${NEXT}/1000?place=east`;
    expect(await textOf(await browser.get(to))).toMatch(/新的地点城东城东路 2 号.*原来的地点一楼大厅/);
    for (let n = 0; n < 2; n += 1) expect(locationOf(await browser.post(to, {}))).toBe(made);
    expect(await textOf(await browser.get(made))).toContain("城东路 2 号");
    // A place that does not give it is as good as none: it stays where it is.
    const west = await browser.post(`${made}/move/${DAY}/1100?place=west`, {});
    expect(locationOf(west)).toBe(made);
    expect(await textOf(await browser.get(made))).toMatch(/3月4日（周三）11:00.*城东路 2 号/);
  });

  test("onto its own seat is refused in plain words, and it stays", async () => {
    const browser = apps.visitor();
    const made = await book(browser, visit("1600", { day: NEXT }));
    const response = await browser.post(`${made}/move/${NEXT}/1600`, {});
    expect(response.status).toBe(409);
    expect(await textOf(response)).toContain("您已经约了这个时间");
    expect(await textOf(await browser.get(made))).toContain("预约成功");
  });

  test("onto a full time offers the nearest, and one tap moves it there", async () => {
    const browser = apps.visitor();
    const made = await book(browser, visit("1630", { day: NEXT }));
    await desk.recount();
    const times = parse(await (await browser.get(`${made}/move/${NEXT}`)).text());
    expect([...times.querySelectorAll(".slots__slot--full")].at(-1)?.textContent).toContain("您约的");
    const page = parse(await (await browser.post(`${made}/move/${NEXT}/1600`, {})).text());
    expect(page.querySelector("main")?.textContent).toContain("您原来的预约没有变");
    const action = page.querySelector(".others form")?.getAttribute("action") ?? "";
    expect(locationOf(await browser.post(action, {}))).toBe(made);
  });

  test("cancels it after naming what that means; the calendar learns it; again does no harm", async () => {
    const browser = apps.visitor();
    const made = await book(browser, visit("1500", { day: NEXT, service: "tax" }));
    expect(await textOf(await browser.get(`${made}/cancel`))).toMatch(
      /不能恢复.*一个月内取消满 5 次，30 天内不能网上预约/,
    );
    for (let n = 0; n < 2; n += 1) expect(locationOf(await browser.post(`${made}/cancel`, {}))).toBe(made);
    const text = await textOf(await browser.get(made));
    expect(text).toContain("预约已取消");
    expect(text).not.toContain("加到手机日历");
    expect(await (await browser.get(`${made}/visit.ics`)).text()).toContain("STATUS:CANCELLED");
    expect(locationOf(await browser.get(`${made}/move`))).toBe(made);
  });

  test("is refused an hour before it begins, with the hall's telephone", async () => {
    const browser = apps.visitor();
    const made = await book(browser, visit("1130", { day: NEXT }));
    apps.clock.set("2026-03-05T02:31:00.000Z");
    await browser.post("/bookings/find", { code: codeIn(made), phone: "1234" });
    const text = await textOf(await browser.get(made));
    expect(text).toContain("已经过了可以自己改约和取消的时间");
    expect(text).not.toContain("取消预约");
    const late = await browser.post(`${made}/cancel`, {});
    expect(late.status).toBe(409);
    expect(await textOf(late)).toContain("0999-5550100");
  });

  test("a hold is confirmed in one tap, and after its time not any more", async () => {
    const browser = apps.visitor();
    const hold = async (time: string) => {
      const { booking } = await desk.bookings.hold(
        requestOf(hall, { services: ["tax"], day: NEXT, time }, { person: `holder ${time}` }),
      );
      await browser.post("/bookings/find", { code: booking.code, phone: "1234" });
      return `/bookings/mine/${booking.code}`;
    };
    const one = await hold("13:30");
    expect(await textOf(await browser.get(one))).toContain("请在 3月5日（周四）10:41 前确认");
    expect(locationOf(await browser.post(`${one}/confirm`, {}))).toBe(one);
    expect(await textOf(await browser.get(one))).toContain("预约成功");
    const late = await hold("15:00");
    apps.clock.pass(10 * 60 + 3);
    expect(await textOf(await browser.get(late))).toContain("保留的时间已过");
    const refused = await browser.post(`${late}/confirm`, {});
    expect([refused.status, await textOf(refused)]).toEqual([
      409,
      expect.stringContaining("保留的号源已经过时"),
    ]);
  });
});

test("the way from a guide leads to the hall that books it", async () => {
  const guided = hallOf().services.map((one) => ({
    ...one,
    ...(one.id === "tax" ? { guide: "GUIDE1" } : {}),
  }));
  await countedHall(engine.table, apps.clock, {
    hall: hallOf({ hall: { id: "guided", services: guided } }),
    days: [],
  });
  apps.clock.pass(31);
  expect(locationOf(await apps.visitor().get("/bookings?guide=GUIDE1"))).toBe(
    "/bookings/visit/guided/main/tax",
  );
  expect((await apps.visitor().get("/bookings?guide=GUIDE2")).status).toBe(200);
});
