/** The pages of the day, pressed as people press them: desk, counter, screen, one's own telephone. */
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hallSubject } from "../../functions/audit/audit.ts";
import type { Hall } from "../../functions/booking/booking.hall.ts";
import type { Permission } from "../../functions/identity/access.ts";
import { may } from "../../functions/identity/access.ts";
import { roles } from "../../functions/identity/identity.ts";
import { routesOf } from "../../functions/kit/door.ts";
import { freshHall, requestOf } from "../booking/desk.ts";
import { people, staff } from "../disclosure/support.ts";
import { type Apps, memoryBucket, ORIGIN, openApps } from "../support/apps.ts";
import type { Browser } from "../support/browser.ts";
import { useEngine } from "../support/engine.ts";
import { parse } from "../web/tree.ts";

const engine = useEngine();
const TODAY = "2026-03-02";
let apps: Apps;
let hall: Hall;
let place = "";
let visitors = 0;
beforeAll(() => {
  apps = openApps(engine, memoryBucket());
});
beforeEach(async () => {
  hall = freshHall({ place: { cutOff: { minutes: 0 }, pools: [{ pool: "walk_in", counters: ["a3"] }] } });
  place = `/office/visits/${hall.id}/main`;
  await apps.booking.schedules.describe(hall, 0);
  await apps.booking.schedules.publish(hall.id, { from: TODAY, to: "2026-03-03" });
  await apps.visits.halls.readForChange(hall.id);
});

async function book(time = "10:30", phone = "13800001234", day = TODAY): Promise<string> {
  visitors += 1;
  const party = { name: "张小明", identityKind: "other", identityNumber: `page-${visitors}`, phone };
  const wanted = { day, time, services: ["id-card"] };
  return (await apps.booking.bookings.book(requestOf(hall, wanted, { party }))).booking.code;
}
const pageOf = async (response: Response) => parse(await response.clone().text());
const said = async (response: Response) => (await pageOf(response)).querySelector("main")?.textContent ?? "";
const errorOf = async (response: Response, field: string) =>
  (await pageOf(response)).querySelector(`#${field}-error`)?.textContent ?? "";

/** Presses the one button of a page with these words. */
async function press(browser: Browser, page: string, words: string, filled: Record<string, string> = {}) {
  const document = await pageOf(await browser.get(page));
  const button = [...document.querySelectorAll("button")].find(({ textContent }) =>
    textContent?.startsWith(words),
  );
  const form = button?.closest("form");
  if (!button || !form) throw new Error(`${page} has no ${words}`);
  const fields = [...form.querySelectorAll<HTMLInputElement>("input, select")].map(({ name, value }) => [
    name,
    value,
  ]);
  const own = button.name ? { [button.name]: button.value } : {};
  return browser.post(form.getAttribute("action") ?? "", {
    ...Object.fromEntries(fields),
    ...own,
    ...filled,
  });
}

describe("checking in at the desk", () => {
  test("by what a scanner reads, by a code, and again", async () => {
    const code = await book();
    const desk = await apps.seat(people.clerk);
    const scanned = await desk.post(`${place}/check-in`, { text: `${ORIGIN}/check-in?code=${code}` });
    expect(scanned.headers.get("location")).toMatch(
      new RegExp(`^${place}\\?done=checked_in&number=Y1030-0\\d$`),
    );
    const again = await desk.post(`${place}/check-in`, { text: code.toLowerCase() });
    expect(again.headers.get("location")).toBe(scanned.headers.get("location"));
    expect(await said(await desk.follow(again))).toContain("已签到，排队号 Y1030-0");
  });

  test("by the last four digits or a name: a person decides between those who may be meant", async () => {
    await book("10:30", "13800005678");
    await book("15:00", "13900005678");
    const desk = await apps.seat(people.clerk);
    for (const text of ["5678", "小明"]) {
      const found = await desk.post(`${place}/check-in`, { text });
      expect(found.status).toBe(200);
      const shown = await said(found);
      expect(shown).toContain("138****5678");
      expect(shown).toContain("139****5678");
      expect(shown).not.toContain("张小明");
    }
    const document = await pageOf(await desk.post(`${place}/check-in`, { text: "5678" }));
    const forms = [...document.querySelectorAll("form")].filter((form) => form.action.endsWith("/check-in"));
    const [first, second] = forms.map(
      (form) => form.querySelector<HTMLInputElement>("[name=text]")?.value ?? "",
    );
    expect((await desk.post(`${place}/check-in`, { text: first ?? "" })).status).toBe(303);
    const early = await desk.post(`${place}/check-in`, { text: second ?? "" });
    expect([early.status, await errorOf(early, "text")]).toEqual([
      409,
      expect.stringContaining("还没到签到时间：预约是 15:00，14:30 起可以签到"),
    ]);
    expect(document.querySelector("main")?.textContent).toContain("14:30 起可以签到");
  });

  test("out of time only with a reason, which stays on the number and on record", async () => {
    const code = await book("15:00");
    const desk = await apps.seat(people.clerk);
    const early = await desk.post(`${place}/check-in`, { text: code });
    const form = (await pageOf(early)).querySelector('input[name="beyond"]')?.closest("form");
    const filled = Object.fromEntries(
      [...(form?.querySelectorAll("input") ?? [])].map(({ name, value }) => [name, value]),
    );
    expect(filled).toEqual({ text: code, beyond: "yes", reason: "" });
    const missing = await desk.post(`${place}/check-in`, filled);
    expect([missing.status, await errorOf(missing, "reason")]).toEqual([
      422,
      expect.stringContaining("请写明原因"),
    ]);
    const long = await desk.post(`${place}/check-in`, { ...filled, reason: "长".repeat(101) });
    expect([long.status, await errorOf(long, "reason")]).toEqual([422, expect.stringContaining("100 个字")]);
    const records = async () =>
      (await apps.audit.all(`booking:${code}`)).filter(({ action }) => action.startsWith("visit."));
    expect(await records()).toEqual([]);
    const done = await desk.post(`${place}/check-in`, { ...filled, reason: "老人等候不便" });
    expect(done.headers.get("location")).toMatch(/done=checked_in&number=Y1500-0\d$/);
    const number = /Y1500-0\d/.exec(done.headers.get("location") ?? "")?.[0];
    expect(await said(await desk.get(`${place}/tickets/${number}`))).toContain("签到 · 老人等候不便");
    expect(await records()).toMatchObject([
      { action: "visit.check_in_out_of_time", result: "done", reason: "too_early" },
    ]);
    // In time no reason is asked, and one that is sent is not kept.
    const now = await desk.post(`${place}/check-in`, { ...filled, text: await book(), reason: "不用" });
    const usual = /Y1030-0\d/.exec(now.headers.get("location") ?? "")?.[0];
    expect(await said(await desk.get(`${place}/tickets/${usual}`))).not.toContain("不用");
  });

  test("says what is wrong next to the field and keeps what was typed", async () => {
    const desk = await apps.seat(people.clerk);
    const tomorrow = await book("10:00", "13800001234", "2026-03-03");
    const tries: readonly [string, number, string][] = [
      ["", 422, "请填写预约号、手机后四位或姓名"],
      ["0000", 404, "今天的预约里没有找到"],
      ["00000000000", 404, "没有查到预约"],
      [tomorrow, 409, "您的预约是 2026年3月3日（周二） 10:00"],
    ];
    for (const [text, status, words] of tries) {
      const answer = await desk.post(`${place}/check-in`, { text });
      expect([text, answer.status, await errorOf(answer, "text")]).toEqual([
        text,
        status,
        expect.stringContaining(words),
      ]);
      expect((await pageOf(answer)).querySelector<HTMLInputElement>("#text")?.value).toBe(text);
    }
  });
});

describe("the walk-in desk", () => {
  test("gives a number and its slip; sent twice it is one number", async () => {
    const desk = await apps.seat(people.clerk);
    const given = await press(desk, `${place}/walk-in`, "取号", { service: "social", why: "elderly" });
    expect(given.headers.get("location")).toBe(`${place}/tickets/W001?done=taken`);
    const slip = await desk.follow(given);
    expect(await said(slip)).toContain("优先 · 老年人");
    expect((await pageOf(slip)).querySelector("svg.qr")).not.toBeNull();
    const fields = { key: "twice", service: "social", party: "1" };
    const [one, other] = [
      await desk.post(`${place}/walk-in`, fields),
      await desk.post(`${place}/walk-in`, fields),
    ];
    expect(one.headers.get("location")).toBe(other.headers.get("location"));
  });

  test("names each field, loses nothing, and gives a number beyond the seats only with a reason", async () => {
    const desk = await apps.seat(people.clerk);
    const wrong = await desk.post(`${place}/walk-in`, { party: "x", why: "other", reason: "", key: "k" });
    expect(wrong.status).toBe(422);
    const document = await pageOf(wrong);
    expect(
      ["service", "party", "reason"].map((id) => document.querySelector(`#${id}-error`) !== null),
    ).toEqual([true, true, true]);
    expect(document.querySelector<HTMLInputElement>("#party")?.value).toBe("x");
    let last = await desk.post(`${place}/walk-in`, { service: "tax", party: "1", key: "k0" });
    for (let n = 1; last.status === 303; n += 1)
      last = await desk.post(`${place}/walk-in`, { service: "tax", party: "1", key: `k${n}` });
    expect([last.status, await errorOf(last, "beyond")]).toEqual([
      409,
      expect.stringContaining("不够办这个事项"),
    ]);
    const beyond = await desk.post(`${place}/walk-in`, {
      service: "tax",
      party: "1",
      key: "more",
      beyond: "外地赶来",
    });
    expect(await said(await desk.follow(beyond))).toContain("取号 · 外地赶来");
  });
});

test("a day that no hall will ever have shows today, instead of nothing at all", async () => {
  const desk = await apps.seat(people.clerk);
  for (const day of ["9999-12-31", "0001-01-01", "2026-02-31", "x"])
    expect((await desk.get(`${place}?day=${day}`)).status).toBe(200);
});

describe("a counter", () => {
  test("calls, begins, finishes and calls on; two counters never have the same person", async () => {
    const desk = await apps.seat(people.clerk);
    for (const key of ["a", "b", "c"])
      await desk.post(`${place}/walk-in`, { service: "social", party: "1", key });
    await press(desk, `${place}/counters/a1`, "叫下一位");
    await press(desk, `${place}/counters/a2`, "叫下一位");
    expect(await said(await desk.get(`${place}/counters/a1`))).toContain("W001");
    expect(await said(await desk.get(`${place}/counters/a2`))).toContain("W002");
    await press(desk, `${place}/counters/a1`, "人到了");
    await press(desk, `${place}/counters/a1`, "办完并叫下一位");
    expect(await said(await desk.get(`${place}/counters/a1`))).toContain("W003");
    await press(desk, `${place}/counters/a1`, "人到了");
    const last = await press(desk, `${place}/counters/a1`, "办完并叫下一位");
    expect(last.status).toBe(303);
    const finished = await desk.follow(last);
    expect(finished.status).toBe(200);
    expect(await said(finished)).toContain("已办完。现在没有人等候这个窗口。");
    expect(await said(await desk.get(`${place}/tickets/W003`))).toContain("办完");
    const none = await press(desk, `${place}/counters/a3`, "叫下一位");
    expect([none.status, await said(none)]).toEqual([409, expect.stringContaining("现在没有人等候这个窗口")]);
  });

  test("hands over with a reason, takes back who was not there, and is told when somebody was faster", async () => {
    const desk = await apps.seat(people.clerk);
    await desk.post(`${place}/walk-in`, { service: "social", party: "1", key: "a" });
    const a1 = `${place}/counters/a1`;
    await press(desk, a1, "叫下一位");
    const empty = await press(desk, a1, "转过去");
    expect([empty.status, await errorOf(empty, "to"), await errorOf(empty, "reason")]).toEqual([
      422,
      expect.stringContaining("请选择"),
      expect.stringContaining("请写明原因"),
    ]);
    await press(desk, a1, "转过去", { to: "counter:a3", reason: "需要查档" });
    await press(desk, `${place}/counters/a3`, "叫下一位");
    await press(desk, `${place}/counters/a3`, "没有人来");
    const stale = await desk.post(`${place}/tickets/W001/recall`, { version: "2", counter: "a3" });
    expect([stale.status, await said(stale)]).toEqual([409, expect.stringContaining("情况刚刚有变化")]);
    await press(desk, a1, "回到队列");
    expect(await said(await desk.get(`${place}/tickets/W001`))).toContain("过号 1 次");
    const sheet = await said(await desk.get(place));
    expect(sheet).toContain("等候");
    await press(desk, `${place}/tickets/W001`, "离开队列");
    expect(await said(await desk.get(`${place}/tickets/W001`))).toContain("已离开");
  });
});

describe("for everybody in the hall", () => {
  test("who has a booking checks in on their own phone, and follows their number there", async () => {
    const code = await book();
    const phone = apps.visitor();
    const form = await pageOf(await phone.get(`/check-in?code=${code}`));
    expect(form.querySelector<HTMLInputElement>("#code")?.value).toBe(code);
    const wrong = await phone.post("/check-in", { code, phone: "12" });
    expect([wrong.status, await errorOf(wrong, "phone")]).toEqual([422, expect.stringContaining("4 个数字")]);
    const other = await phone.post("/check-in", { code, phone: "9999" });
    expect([other.status, await errorOf(other, "code")]).toEqual([
      404,
      expect.stringContaining("没有查到预约"),
    ]);
    const done = await phone.post("/check-in", { code, phone: "1234" });
    expect(done.status).toBe(303);
    const own = await phone.follow(done);
    expect(await said(own)).toContain("下一个就是您");
    const [path = ""] = (done.headers.get("location") ?? "").split("?");
    const desk = await apps.seat(people.clerk);
    await press(desk, `${place}/counters/a1`, "叫下一位");
    expect(await said(await phone.get(path))).toContain("请到A01号窗口");
  });

  test("a wrong day or a cancelled booking is told plainly", async () => {
    const tomorrow = await book("10:00", "13800001234", "2026-03-03");
    const phone = apps.visitor();
    const answer = await phone.post("/check-in", { code: tomorrow, phone: "1234" });
    expect([answer.status, await errorOf(answer, "code")]).toEqual([
      409,
      expect.stringContaining("请在那天来"),
    ]);
    await apps.booking.bookings.cancel(tomorrow, "office");
    const gone = await phone.post("/check-in", { code: tomorrow, phone: "1234" });
    expect(await errorOf(gone, "code")).toContain("不能签到");
  });

  test("somebody may leave the queue on their own phone", async () => {
    const code = await book();
    const phone = apps.visitor();
    const done = await phone.post("/check-in", { code, phone: "1234" });
    const [path = ""] = (done.headers.get("location") ?? "").split("?");
    const left = await press(phone, path, "不办了");
    expect(await said(await phone.follow(left))).toContain("已取消排队");
  });

  test("the screen has numbers and counters and nothing of anybody, and renews itself", async () => {
    await book();
    const desk = await apps.seat(people.clerk);
    await desk.post(`${place}/walk-in`, { service: "social", party: "1", key: "a" });
    await press(desk, `${place}/counters/a3`, "叫下一位");
    const screen = await apps.visitor().get(`/calls/${hall.id}/main`);
    expect(screen.headers.get("refresh")).toBe("15");
    const rows = [...(await pageOf(screen)).querySelectorAll("tbody tr")].map(
      ({ textContent }) => textContent,
    );
    expect(rows).toEqual(["W001A03请到窗口"]);
    expect(await screen.text()).not.toMatch(/张|138|社保/);
  });
});

describe("who may", () => {
  const routes: readonly [string, string, Permission][] = [
    ["GET", "", "visit.read"],
    ["POST", "/check-in", "visit.work"],
    ["GET", "/walk-in", "visit.work"],
    ["POST", "/walk-in", "visit.work"],
    ["GET", "/tickets/W001", "visit.read"],
    ["POST", "/tickets/W001/priority", "visit.work"],
    ["POST", "/tickets/W001/park", "visit.work"],
    ["GET", "/counters/a1", "visit.work"],
    ["POST", "/counters/a1/call", "visit.work"],
  ];
  const everybody = ["zfb", "zrzy"].flatMap((unit) => roles.map((role) => staff(role, unit)));

  test.each(routes)("%s %s, by every role of two units, and by nobody", async (method, rest, permission) => {
    const desk = await apps.seat(people.clerk);
    await desk.post(`${place}/walk-in`, { service: "social", party: "1", key: "a" });
    const filled = { service: "social", party: "1", key: "x", why: "elderly", version: "1", text: "1234" };
    const ask = (browser: Browser) =>
      method === "GET" ? browser.get(place + rest) : browser.post(place + rest, filled);
    let refused = 0;
    for (const person of everybody) {
      const { status } = await ask(await apps.seat(person));
      const allowed = may(person, permission, { unit: "zfb" });
      if (!allowed) refused += 1;
      if (allowed)
        expect([person.roles, [200, 303, 404, 409]]).toEqual([
          person.roles,
          expect.arrayContaining([status]),
        ]);
      else expect([person.roles, person.unit, status]).toEqual([person.roles, person.unit, 403]);
    }
    const record = await apps.audit.list(hallSubject(hall.id), 50);
    // Everybody who was turned away is on record.
    expect(record.filter(({ result }) => result === "refused")).toHaveLength(refused);
    expect((await ask(apps.stranger())).status).toBe(method === "GET" ? 303 : 401);
  });

  test("every office route of visits is walked", async () => {
    const known = (await routesOf(apps.office))
      .filter(({ path, method }) => path.startsWith("/office/visits/") && method !== "ALL")
      .map(({ method, path }) => `${method} ${path.replace("/office/visits/:hall/:place", "")}`);
    const walked = routes.map(
      ([method, rest]) =>
        `${method} ${rest.replace("W001", ":number").replace("a1", ":counter").replace("park", ":action")}`,
    );
    expect(new Set(known)).toEqual(new Set(walked));
  });
});
