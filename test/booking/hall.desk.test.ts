/** A hall at its office's desk: written, previewed, published, and nobody's booking lost on the way. */
import { beforeAll, describe, expect, test } from "vitest";
import { bookingSubject, hallSubject } from "../../functions/audit/audit.ts";
import { saveHallWrite } from "../../functions/booking/booking.hall.store.ts";
import type { Role } from "../../functions/identity/identity.ts";
import { staff } from "../disclosure/support.ts";
import type { Clerk, Desk, Seen } from "../office/desk.ts";
import { openDesk } from "../office/desk.ts";
import { useEngine } from "../support/engine.ts";
import { deskOn, freshHall, requestOf } from "./desk.ts";
import { quanzhou } from "./halls.ts";

const engine = useEngine();
/** Friday; the Monday after it has been open for some days. */
const NOW = "2026-11-20T02:00:00.000Z";
const MONDAY = "2026-11-23";
let desk: Desk;
let handler: Clerk;
let clerk: Clerk;
beforeAll(async () => {
  desk = openDesk(engine);
  desk.clock.set(NOW);
  handler = await desk.seat(staff("handler"));
  clerk = await desk.seat(staff("clerk"));
});

const at = (id: string, rest = "") => `/office/halls/${id}${rest}`;
const heading = ({ page }: Seen) => page.getByRole("heading", { level: 1 }).textContent;
const counter = () => deskOn(engine.table, desk.clock);
/** A hall with its seats on the Monday. */
async function published(changes: Parameters<typeof freshHall>[0] = {}, to = MONDAY) {
  const hall = freshHall(changes);
  await engine.table.commit([saveHallWrite(hall, 0)]);
  await counter().schedules.publish(hall.id, { from: MONDAY, to });
  return hall;
}
const said = ({ document }: Seen) => document.querySelector("main")?.textContent ?? "";

describe("a new hall", () => {
  test("is written part by part, previewed, and has its seats when it is published", async () => {
    const begun = await handler.press(await handler.open("/office/halls/new"), "新建", {
      id: "wtg",
      nameZh: "文体馆",
      serviceZh: "场地预约",
      placeZh: "一楼",
      addressZh: "人民路 9 号",
      phone: "0999-5550199",
    });
    expect([begun.address, heading(begun)]).toEqual([`${at("wtg")}?done=saved`, "文体馆"]);
    expect(await counter().parts.halls.readForChange("wtg")).toBeUndefined();
    const hours = await handler.press(await handler.open(at("wtg", "/places/main/hours")), "增加每周时间", {
      weekdays: "6",
      from: "9：30",
      to: "1130",
    });
    expect(said(hours)).toContain("周六 09:30–11:30");
    const preview = await handler.open(at("wtg", `/preview?to=${MONDAY}`));
    // Today's ten times after ten, four on Saturday, thirteen on Monday.
    expect(said(preview)).toContain("增加 27 个号");
    const done = await handler.press(preview, "确认发布");
    expect(said(done)).toContain("发布完成");
    const seats = await counter().schedules.daySeats({ hall: "wtg", place: "main" }, "2026-11-21");
    expect(seats.map(({ time }) => time).toSorted()).toEqual(["09:30", "10:00", "10:30", "11:00"]);
  });

  test("under a name that is taken or cannot stand in an address comes back with all that was typed", async () => {
    const hall = await published();
    const typed = { nameZh: "大厅", serviceZh: "办事", placeZh: "一楼", addressZh: "路 1 号", phone: "1" };
    const page = await handler.open("/office/halls/new");
    const taken = await handler.press(page, "新建", { ...typed, id: hall.id });
    expect([taken.status, taken.page.getAllByText(/已经有了，请换一个/).length]).toEqual([422, 2]);
    const wrong = await handler.press(page, "新建", { ...typed, id: "大厅" });
    expect(wrong.page.getAllByText(/只能用小写字母/)).toHaveLength(2);
    expect((wrong.page.getByLabelText("名称") as HTMLInputElement).value).toBe("大厅");
  });
});

describe("changing a hall", () => {
  test("stays in the draft until it is published, and the preview counts what it would do", async () => {
    const hall = await published();
    const open = await handler.open(at(hall.id, "/places/main/counters/new"));
    const added = await handler.press(open, "保存到草稿", { sign: "A04", services: "social" });
    expect(said(added)).toContain("窗口 A04");
    const { places } = (await counter().parts.halls.readForChange(hall.id))?.hall ?? hall;
    expect(places[0]?.counters).toHaveLength(3);
    const preview = await handler.open(at(hall.id, `/preview?to=${MONDAY}`));
    // 13 more on Monday; today's last eleven times and the days that the place had not published are new as well.
    const row = [...preview.document.querySelectorAll("tbody tr")].find((each) =>
      each.textContent?.includes("11月23日"),
    );
    expect([...(row?.querySelectorAll("td") ?? [])].map((cell) => cell.textContent)).toEqual([
      "2026年11月23日（周一）",
      "增加 13 个号",
      "52",
    ]);
    await handler.press(preview, "确认发布");
    const seats = await counter().schedules.daySeats({ hall: hall.id, place: "main" }, MONDAY);
    expect(seats).toHaveLength(52);
    const again = await handler.open(at(hall.id, `/preview?to=${MONDAY}`));
    expect(said(again)).toContain("没有号源要变化");
  });

  test("the second of two who write at once sees that it changed, and a preview that is old is not published", async () => {
    const hall = await published();
    const mine = await handler.open(at(hall.id, "/places/main/opening"));
    const preview = await handler.open(at(hall.id, "/preview"));
    const other = await desk.seat({ ...staff("handler"), id: "another" });
    const theirs = await other.open(at(hall.id, "/places/main/opening"));
    await other.press(theirs, "保存到草稿", { ahead: "5" });
    const late = await handler.press(mine, "保存到草稿", { ahead: "9" });
    expect([late.status, said(late).includes("刚刚有人改过")]).toEqual([409, true]);
    expect((late.page.getByLabelText("提前几天放号") as HTMLInputElement).value).toBe("5");
    const old = await handler.press(preview, "确认发布");
    expect([old.status, said(old).includes("刚刚有人改过")]).toEqual([409, true]);
    const hallPage = await handler.open(at(hall.id));
    await handler.press(hallPage, "确认放弃");
    expect(said(await handler.open(at(hall.id)))).toContain("没有未发布的修改");
  });

  test("another slot length for days that have their seats is refused in words", async () => {
    const hall = await published();
    await handler.press(await handler.open(at(hall.id, "/places/main/opening")), "保存到草稿", {
      slotMinutes: "20",
      slotFrom: MONDAY,
    });
    const refused = await handler.press(await handler.open(at(hall.id, "/preview")), "确认发布");
    expect([refused.status, said(refused).includes("不能换每个号的时长")]).toEqual([409, true]);
  });

  test("a counter that was published stays, and a new one goes", async () => {
    const hall = await published();
    const kept = await handler.open(at(hall.id, "/places/main/counters/a1"));
    expect(kept.page.queryByRole("button", { name: "删除这个窗口" })).toBeNull();
    const path = at(hall.id, "/places/main/counters");
    const refused = await handler.browser.post(path, { action: "remove", counter: "a1", version: "0" });
    expect(refused.status).toBe(422);
    await handler.press(await handler.open(`${path}/new`), "保存到草稿", { sign: "B1", services: "tax" });
    const gone = await handler.press(await handler.open(`${path}/c4`), "删除这个窗口");
    expect(said(gone)).not.toContain("B1");
  });
});

describe("closing a day", () => {
  async function closed() {
    const hall = await published({ hall: { rules: [quanzhou] } }, "2026-11-24");
    const booking = (await counter().bookings.book(requestOf(hall))).booking;
    await handler.press(await handler.open(at(hall.id, "/places/main/days")), "写明停办或者加开", {
      kind: "closed",
      fromDay: "2026年11月23日",
      noteZh: "停电",
    });
    return { hall, booking };
  }

  test("says whom it touches before it is published, and puts them on the call list after", async () => {
    const { hall, booking } = await closed();
    const preview = await handler.open(at(hall.id, "/preview"));
    expect(said(preview)).toContain("1 个预约要改约");
    expect(said(preview)).toContain("关闭 38 个没有人约的号");
    await handler.press(preview, "确认发布");
    const list = await clerk.open(at(hall.id, "/worklist"));
    expect(said(list)).toContain("张*明");
    expect(list.html).not.toContain("13800001234");
    const person = await clerk.open(at(hall.id, `/worklist/${booking.code}`));
    expect(person.html).not.toContain("13800001234");
    const phoned = await clerk.press(person, "显示完整号码");
    expect(phoned.html).toContain("13800001234");
    expect(
      (await desk.audit.list(bookingSubject(booking.code), 5)).map(({ action, by }) => [action, by.kind]),
    ).toEqual([["hall.show_phone", "staff"]]);
  });

  test("books them elsewhere without counting it against them, and nobody else gets the closed seat", async () => {
    const { hall, booking } = await closed();
    await handler.press(await handler.open(at(hall.id, "/preview")), "确认发布");
    const path = at(hall.id, `/worklist/${booking.code}`);
    const none = await clerk.press(await clerk.open(path), "改到这个时间");
    expect(none.status).toBe(422);
    const wrong = await clerk.press(none, "改到这个时间", { offer: "other", day: MONDAY, time: "10:00" });
    expect([wrong.status, wrong.page.getAllByText("这一天不办理，请换一天").length]).toEqual([422, 2]);
    const moved = await clerk.press(wrong, "改到这个时间", {
      offer: "other",
      day: "2026-11-24",
      time: "10:00",
    });
    expect([moved.address, said(moved).includes("已改约")]).toEqual([
      at(hall.id, "/worklist?done=moved"),
      true,
    ]);
    const one = counter();
    const after = await one.parts.bookings.read(booking.code);
    expect(after).toMatchObject({ state: "booked", day: "2026-11-24", time: "10:00" });
    expect(after?.rebook).toBeUndefined();
    const seats = await one.schedules.daySeats({ hall: hall.id, place: "main" }, MONDAY);
    expect(seats.every(({ state }) => state === "closed")).toBe(true);
    // Another tab still has the page of this person.
    const late = await clerk.press(wrong, "改到这个时间", {
      offer: "other",
      day: "2026-11-24",
      time: "10:30",
    });
    for (const gone of [late, await clerk.open(path)])
      expect([gone.address, said(gone)]).toEqual([
        at(hall.id, "/worklist?gone=yes"),
        expect.stringContaining("不在名单上了"),
      ]);
    expect(await one.parts.bookings.read(booking.code)).toMatchObject({ time: "10:00" });
  });

  test("or cancels for them", async () => {
    const { hall, booking } = await closed();
    await handler.press(await handler.open(at(hall.id, "/preview")), "确认发布");
    await clerk.press(await clerk.open(at(hall.id, `/worklist/${booking.code}`)), "为本人取消");
    const one = counter();
    expect(await one.parts.bookings.read(booking.code)).toMatchObject({ state: "cancelled" });
    const [guard] = await one.parts.bookings.readGuards(booking.guards);
    expect(guard?.guard.marks.map(({ kind }) => kind)).toEqual(["booking"]);
  });

  test("leaves what has begun today alone", async () => {
    const hall = await published();
    const today = "2026-11-20";
    await counter().schedules.publish(hall.id, { from: today, to: today });
    const before = await counter().schedules.daySeats({ hall: hall.id, place: "main" }, today);
    await handler.press(await handler.open(at(hall.id, "/places/main/days")), "写明停办或者加开", {
      kind: "closed",
      fromDay: today,
    });
    await handler.press(await handler.open(at(hall.id, "/preview")), "确认发布");
    const after = await counter().schedules.daySeats({ hall: hall.id, place: "main" }, today);
    const free = after.filter(({ state }) => state === "free").map(({ time }) => time);
    expect(before.length - after.filter(({ state }) => state === "closed").length).toBe(free.length);
    expect(free.every((time) => time <= "10:00")).toBe(true);
  });
});

describe("who may", () => {
  const people = (["clerk", "handler", "reviewer", "auditor", "admin"] as const).flatMap((role) =>
    ["zfb", "zrzy"].map((unit) => ({ role, unit })),
  );
  const writes: readonly Role[] = ["handler", "admin"];
  const looks: readonly Role[] = ["clerk", ...writes];

  test.each(people)("$role of $unit", async ({ role, unit }) => {
    const hall = await published();
    const person = await desk.seat(staff(role, unit, `${role}-${unit}-at-halls`));
    const own = unit === "zfb";
    const reads = [
      "",
      "/about",
      "/services/social",
      "/places/main",
      "/places/main/hours",
      "/preview",
      "/publish",
    ];
    for (const rest of reads) {
      const { status } = await person.open(at(hall.id, rest));
      expect([rest, status]).toEqual([rest, own && looks.includes(role) ? 200 : 403]);
    }
    for (const rest of [
      "/about",
      "/services/new",
      "/places/new",
      "/places/main/hours",
      "/publish",
      "/discard",
    ]) {
      const { status } = await person.browser.post(at(hall.id, rest), {
        action: "add",
        version: "7",
        to: MONDAY,
      });
      expect([rest, status === 403]).toEqual([rest, !(own && writes.includes(role))]);
    }
    const list = await person.open(at(hall.id, "/worklist"));
    expect(list.status).toBe(own && ["clerk", "handler"].includes(role) ? 200 : 403);
    if (own && looks.includes(role)) return;
    const [entry] = await desk.audit.list(hallSubject(hall.id), 1);
    expect(entry).toMatchObject({
      result: "refused",
      reason: own ? "role" : expect.stringMatching(/role|unit/),
    });
  });

  test("the list names the own unit's halls alone", async () => {
    const hall = await published({ hall: { name: { zh: "自家大厅", en: "Ours" } } });
    expect((await clerk.open("/office/halls")).html).toContain("自家大厅");
    const elsewhere = await desk.seat(staff("clerk", "zrzy"));
    const list = await elsewhere.open("/office/halls");
    expect([list.status, list.html.includes(hall.id)]).toEqual([200, false]);
  });
});
