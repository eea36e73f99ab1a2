/** A reception and a series of trainings through the real entries: planned, published, booked, answered, counted. */
import { beforeAll, describe, expect, test } from "vitest";
import { hallSubject } from "../../functions/audit/audit.ts";
import { openArrivals } from "../../functions/booking/booking.arrival.service.ts";
import type { Booking } from "../../functions/booking/booking.ts";
import type { Permission } from "../../functions/identity/access.ts";
import { may } from "../../functions/identity/access.ts";
import { roles } from "../../functions/identity/identity.ts";
import { routesOf } from "../../functions/kit/door.ts";
import { deskOn, freshHall, requestOf } from "../booking/desk.ts";
import { staff } from "../disclosure/support.ts";
import type { Clerk, Desk } from "../office/desk.ts";
import { openDesk } from "../office/desk.ts";
import { useEngine } from "../support/engine.ts";

const engine = useEngine();
const JUNE = "2026-06-15T02:00:00.000Z";
const FIRST = "2026-07-06";
let desk: Desk;
let handler: Clerk;
let elsewhere: Clerk;
let auditor: Clerk;
beforeAll(() => {
  desk = openDesk(engine);
}, 120_000);

/** The clock goes on, and everybody signs in anew, because nobody stays signed in for weeks. */
async function at(instant: string) {
  desk.clock.set(instant);
  handler = await desk.seat(staff("handler"));
  elsewhere = await desk.seat(staff("handler", "zrzy"));
  auditor = await desk.seat(staff("auditor", "jw"));
}

const plan = (hall: string, rest = "") => `/office/occasions/halls/${hall}${rest}`;
const room = { placeZh: "三楼接访室", addressZh: "人民路 1 号 3 楼", phone: "0999-5550100" };

/** A hall of the test's own with a series in its draft. */
async function begun(fields: Readonly<Record<string, string>>) {
  await at(JUNE);
  const one = deskOn(engine.table, desk.clock);
  const hall = freshHall({ hall: { id: `o-${fields.kind}-${Math.random().toString(36).slice(2, 8)}` } });
  await one.publish(hall, []);
  const page = await handler.open(plan(hall.id));
  const made = await handler.press(page, "新建", { ...room, mostParty: "1", ...fields });
  expect(made.page.getByText(/已保存到草稿/)).toBeTruthy();
  return { one, hall };
}

async function publish(hall: string, to: string) {
  let done = await handler.press(await handler.open(`/office/halls/${hall}/preview?to=${to}`), "确认发布");
  for (let n = 0; n < 60 && done.page.queryByRole("button", { name: "继续发布" }); n += 1)
    done = await handler.press(done, "继续发布");
  expect(done.html).toContain("发布完成");
}

const reception = { kind: "reception", nameZh: "局长接访", minutes: "30", seats: "1" };
const july = {
  month: "2026-07",
  weekday: "3",
  from: "09:30",
  to: "12:30",
  leaders: "张明/局长/税收优惠\n李强/副局长/营商环境",
};

/** A July of receptions that is published; once, because publishing a month takes its time. */
let opened: ReturnType<typeof openJuly> | undefined;
async function openJuly() {
  const { one, hall } = await begun(reception);
  const planned = await handler.press(await handler.open(plan(hall.id, "/s4")), "排出接访日", july);
  expect(planned.document.querySelectorAll("main tbody tr")).toHaveLength(8);
  await publish(hall.id, FIRST);
  one.parts.halls.forget();
  return { one, hall };
}

const times = ["09:30", "10:00", "10:30", "11:00", "11:30", "12:00"];
/** A visitor on its first day, each at another time; it is the first of July then. */
async function received() {
  opened ??= openJuly();
  const { one, hall } = await opened;
  await at("2026-07-01T02:00:00.000Z");
  const wanted = { place: "p2", services: ["s4"], day: FIRST, time: times.shift() ?? "none" };
  const { party } = requestOf(hall);
  const topic = "学费补贴没有到账";
  const { booking } = await one.bookings.book(requestOf(hall, wanted, { party: { ...party, topic } }));
  return { one, hall, booking, wanted };
}
/** The same visitor, who has checked in at the desk. */
async function come({ one, booking }: Pick<Awaited<ReturnType<typeof received>>, "one" | "booking">) {
  const arrivals = openArrivals(one.parts, one.schedules);
  const now = await arrivals.read(booking.code);
  const come = now && arrivals.advanced(now, "check_in", desk.clock.now());
  if (come === undefined) throw new Error("nobody can check in");
  await engine.table.commit([come.write]);
}
const visitOf = ({ hall, day, code }: Pick<Booking, "hall" | "day" | "code">) =>
  `/office/occasions/visits/${hall}/${day}/${code}`;

const routes: readonly [string, string, Permission][] = [
  ["GET", "/office/occasions", "occasion.read"],
  ["GET", "/office/occasions/days/:hall/:occasion", "occasion.read"],
  ["POST", "/office/occasions/days/:hall/:occasion/attendance", "occasion.answer"],
  ["GET", "/office/occasions/visits/:hall/:day/:code", "occasion.close"],
  ["POST", "/office/occasions/visits/:hall/:day/:code/answer", "occasion.answer"],
  ["POST", "/office/occasions/visits/:hall/:day/:code/close", "occasion.close"],
];
const everybody = ["zfb", "zrzy"].flatMap((unit) => roles.map((role) => staff(role, unit)));

describe("a reception", { timeout: 120_000 }, () => {
  test("is eight dates with ordinary seats; two people cannot have the same", async () => {
    const { one, hall, booking, wanted } = await received();
    const seats = await one.schedules.daySeats({ hall: hall.id, place: "p2" }, FIRST);
    expect(seats).toHaveLength(6);
    expect(booking).toMatchObject({ state: "booked", place: "p2", time: "09:30" });
    const other = requestOf(hall, wanted);
    await expect(one.bookings.book(other)).rejects.toMatchObject({
      errors: [{ field: "topic", code: "visit_topic.required" }],
    });
    const party = { ...other.party, topic: "也想谈谈" };
    await expect(one.bookings.book({ ...other, party })).rejects.toMatchObject({ code: "slot_full" });
    const { booking: moved } = await one.bookings.cancel(booking.code, "person");
    expect(moved.state).toBe("cancelled");
  });

  test("is answered on its day and not before, with masked names in the list and sealed words", async () => {
    const { one, hall, booking } = await received();
    const early = await handler.open(visitOf(booking));
    expect(early.page.queryByRole("button", { name: "登记答复" })).toBeNull();
    await at(`${FIRST}T02:00:00.000Z`);
    const before = await handler.open(visitOf(booking));
    expect(before.page.queryByRole("button", { name: "登记答复" })).toBeNull();
    expect(before.html).toContain("这个预约现在是“已预约”。来访人签到以后才能登记答复。");
    expect(before.page.getByRole("link", { name: "去现场签到" }).getAttribute("href")).toBe(
      `/office/visits/${hall.id}/p2`,
    );
    const sent = { version: "0", outcome: "on_the_spot", text: "还没有来。" };
    const refused = await handler.browser.post(`${visitOf(booking)}/answer`, sent);
    expect([refused.status, (await refused.text()).includes("来访人签到以后才能登记答复")]).toEqual([
      422,
      true,
    ]);
    await come({ one, booking });
    const day = await handler.open(`/office/occasions/days/${hall.id}/${FIRST}-1`);
    expect(day.html).toContain("张*明");
    expect(day.html).toContain("学费补贴没有到账");
    const looker = await (await desk.seat(staff("auditor", "jw"))).open(
      `/office/occasions/days/${hall.id}/${FIRST}-1`,
    );
    expect([looker.status, looker.html.includes("学费补贴")]).toEqual([200, false]);
    expect(day.html).not.toContain("张小明");
    const page = await handler.open(visitOf(booking));
    const empty = await handler.press(page, "登记答复");
    expect(empty.status).toBe(422);
    const said = "反映学费补贴没有到账，已当场查明原因。";
    const done = await handler.press(page, "登记答复", { outcome: "on_the_spot", text: said });
    expect(done.page.getByText("答复已经登记。")).toBeTruthy();
    expect(done.html).toContain(said);
    const { items } = await engine.table.query({
      where: { text: "#pk = :pk", values: { pk: `RECEPTION#${hall.id}#${FIRST}` } },
    });
    expect(items).toHaveLength(1);
    expect(JSON.stringify(items)).not.toMatch(/学费|张小明/);
    const entries = await desk.audit.list(hallSubject(hall.id), 100);
    expect(entries.some(({ action, result }) => action === "occasion.answer" && result === "done")).toBe(
      true,
    );
    expect((await handler.open("/office/occasions")).html).not.toContain(booking.code);
  });

  test("that is assigned stands in the lists of both units until its outcome is recorded, once", async () => {
    const { one, booking } = await received();
    await at(`${FIRST}T02:00:00.000Z`);
    await come({ one, booking });
    const page = await handler.open(visitOf(booking));
    const assigned = { outcome: "assigned", text: "宅基地确权一事，请查清后书面答复。" };
    const undue = await handler.press(page, "登记答复", { ...assigned, unit: "zrzy" });
    expect(undue.page.getAllByText(/哪天以前答复/).length).toBeGreaterThan(0);
    expect(undue.status).toBe(422);
    const past = await handler.press(page, "登记答复", { ...assigned, unit: "zrzy", due: "2026-07-01" });
    expect(past.html).toContain("不能早于今天");
    await handler.press(page, "登记答复", { ...assigned, unit: "zrzy", due: "2026-07-20" });
    const link = `a[href="${visitOf(booking)}"]`;
    const lists = async () =>
      Promise.all(
        [handler, elsewhere].map(async (one) => {
          const seen = await one.open("/office/occasions");
          expect(seen.html).not.toContain("张小明");
          return seen.document.querySelectorAll(link).length;
        }),
      );
    expect(await lists()).toEqual([1, 1]);
    await at("2026-07-21T02:00:00.000Z");
    expect((await elsewhere.open("/office/occasions")).html).toContain("已超期");
    const theirs = await elsewhere.open(visitOf(booking));
    expect(theirs.page.queryByRole("button", { name: "改正答复" })).toBeNull();
    const mine = await handler.open(visitOf(booking));
    const closed = await elsewhere.press(theirs, "登记结果并办结", { closing: "7 月 18 日已书面答复。" });
    expect(closed.html).toContain("已书面答复");
    expect(await lists()).toEqual([0, 0]);
    const late = await handler.press(mine, "登记结果并办结", { closing: "也办了。" });
    expect([late.status, late.html.includes("已经办结，不能再改")]).toEqual([409, true]);
  });

  test("shows its words to nobody else, and says so on record", async () => {
    const { one, hall, booking } = await received();
    await at(`${FIRST}T02:00:00.000Z`);
    await come({ one, booking });
    const page = await handler.open(visitOf(booking));
    await handler.press(page, "登记答复", { outcome: "other", text: "只有本单位能看。" });
    for (const who of [elsewhere, auditor]) {
      const refused = await who.open(visitOf(booking));
      expect([refused.status, refused.html.includes("只有本单位能看")]).toEqual([403, false]);
    }
    const entries = await desk.audit.list(hallSubject(hall.id), 100);
    const refusals = entries.filter(({ result }) => result === "refused");
    expect(refusals.map(({ action, reason }) => `${action} ${reason}`).toSorted()).toEqual([
      "occasion.close role",
      "occasion.close unit",
    ]);
    const other = freshHall({ hall: { id: "o-other" } });
    await deskOn(engine.table, desk.clock).publish(other, []);
    expect((await handler.open(visitOf({ ...booking, hall: "o-other" }))).status).toBe(404);
  });

  test("is seen and recorded by who may: every role of two units, and nobody else", async () => {
    const { hall, booking } = await received();
    await at(`${FIRST}T02:00:00.000Z`);
    const named = { hall: hall.id, occasion: `${FIRST}-1`, day: FIRST, code: booking.code };
    for (const [method, route, permission] of routes) {
      const path = Object.entries(named).reduce((so, [name, value]) => so.replace(`:${name}`, value), route);
      const ask = (browser: Clerk["browser"]) =>
        method === "GET" ? browser.get(path) : browser.post(path, { version: "0" });
      for (const person of everybody) {
        const { status } = await ask((await desk.seat(person)).browser);
        // The list is one's own unit's, whichever that is.
        const unit = route === "/office/occasions" ? person.unit : "zfb";
        const said = [route, person.roles, person.unit];
        if (!may(person, permission, { unit })) expect([...said, status]).toEqual([...said, 403]);
        // Nothing has been answered that could be closed, and nothing was typed.
        else expect([...said, [200, 404, 409, 422].includes(status)]).toEqual([...said, true]);
      }
      expect((await ask(desk.stranger().browser)).status).toBe(method === "GET" ? 303 : 401);
    }
  });

  test("has no other route; to plan them is to edit a hall", async () => {
    const known = (await routesOf(desk.app))
      .filter(({ path, method }) => path.startsWith("/office/occasions") && method !== "ALL")
      .filter(({ path }) => !path.startsWith("/office/occasions/halls/"))
      .map(({ method, path }) => `${method} ${path}`);
    expect(new Set(known)).toEqual(new Set(routes.map(([method, route]) => `${method} ${route}`)));
  });

  test("whose date is taken off leaves its visitor on the call list, never lost", async () => {
    const { hall, booking } = await received();
    const date = await handler.open(plan(hall.id, `/s4/dates/${FIRST}-1`));
    await handler.press(date, "取消这一场");
    await publish(hall.id, FIRST);
    const list = await handler.open(`/office/halls/${hall.id}/worklist`);
    expect(list.html).toContain(booking.code);
  });
});

describe("trainings", { timeout: 120_000 }, () => {
  const attended = [812, 655, 930, 701, 588, 744, 690, 750];

  test("are counted: eight sessions, 5,870 people", async () => {
    const { one, hall } = await begun({
      ...{ kind: "event", nameZh: "营改增培训", minutes: "150", seats: "3", mostParty: "5" },
      placeZh: "县影剧院",
      addressZh: "文化路 3 号",
    });
    for (const n of attended.keys()) {
      const form = await handler.open(plan(hall.id, "/s4/dates/new"));
      const day = `2026-06-${16 + n}`;
      await handler.press(form, "保存", { day, from: "09:30", to: "12:00", topicZh: `专题 ${n + 1}` });
    }
    await publish(hall.id, "2026-06-23");
    one.parts.halls.forget();
    const seats = await one.schedules.daySeats({ hall: hall.id, place: "p2" }, "2026-06-16");
    expect(seats).toHaveLength(3);
    await at("2026-06-24T02:00:00.000Z");
    for (const [n, people] of attended.entries()) {
      const id = `2026-06-${16 + n}-1`;
      const page = await handler.open(`/office/occasions/days/${hall.id}/${id}`);
      if (n === 0) {
        // Three seats, and nobody has signed up.
        const bare = await handler.press(page, "登记人数", { people: "4" });
        expect([bare.status, bare.html.includes("人数比座位多")]).toEqual([422, true]);
        const most = { people: "99999", reason: "加座" };
        expect((await handler.press(page, "登记人数", most)).status).toBe(422);
        const long = { people: "4", reason: "长".repeat(101) };
        expect((await handler.press(page, "登记人数", long)).status).toBe(422);
      }
      await handler.press(page, "登记人数", { people: String(people), reason: "礼堂加座" });
    }
    const total = await handler.open(plan(hall.id));
    expect(total.page.getByText("共 8 场，5,870 人次")).toBeTruthy();
    const wrong = await handler.open(`/office/occasions/days/${hall.id}/2026-06-16-1`);
    expect((await handler.press(wrong, "登记人数", { people: "很多" })).status).toBe(422);
    const corrected = await handler.press(wrong, "登记人数", { people: "800" });
    expect(corrected.html).toContain("到场 800 人");
    expect(corrected.html).toContain("说明：礼堂加座");
    expect((await handler.press(wrong, "登记人数", { people: "1" })).status).toBe(409);
  });

  test("are not counted before their day", async () => {
    const { hall } = await begun({ kind: "event", nameZh: "公开日", minutes: "30", seats: "3" });
    const form = await handler.open(plan(hall.id, "/s4/dates/new"));
    await handler.press(form, "保存", { day: "2026-06-20", from: "10:00", to: "16:00", topicZh: "咨询" });
    await publish(hall.id, "2026-06-20");
    const page = await handler.open(`/office/occasions/days/${hall.id}/2026-06-20-1`);
    expect(page.page.queryByRole("button", { name: "登记人数" })).toBeNull();
    const sent = await handler.browser.post(`/office/occasions/days/${hall.id}/2026-06-20-1/attendance`, {
      people: "3",
      version: "0",
    });
    expect(sent.status).toBe(422);
  });
});
