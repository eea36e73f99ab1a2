/** Bans on paper: who is stopped and why, their appeal, and lifting that reaches the guard in the same transaction. */
import { marshall } from "@aws-sdk/util-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import { hallSubject } from "../../functions/audit/audit.ts";
import { openBanStore } from "../../functions/booking/booking.ban.store.ts";
import { banStreamJob } from "../../functions/booking/booking.record.jobs.ts";
import { bookingKey } from "../../functions/booking/booking.store.ts";
import type { Booking } from "../../functions/booking/booking.ts";
import { appealsOf, banRecordsOf } from "../../functions/wiring.record.ts";
import { staff } from "../disclosure/support.ts";
import type { Clerk, Desk } from "../office/desk.ts";
import { openDesk } from "../office/desk.ts";
import { useEngine } from "../support/engine.ts";
import { deskOn, freshHall, requestOf } from "./desk.ts";
import { quanzhou } from "./halls.ts";
import { refused } from "./refused.ts";

const engine = useEngine();
const NOW = "2026-11-20T02:00:00.000Z";
const DAYS = ["2026-11-23", "2026-11-24", "2026-11-25"] as const;
let desk: Desk;
let handler: Clerk;
beforeAll(async () => {
  desk = openDesk(engine);
  desk.clock.set(NOW);
  handler = await desk.seat(staff("handler"));
});

let people = 0;
/** Somebody who twice did not come, in a hall with the rules of Quanzhou; the ban is not on paper yet. */
async function banned() {
  people += 1;
  const person = `ban-person-${people}`;
  const one = deskOn(engine.table, desk.clock);
  const hall = freshHall({ hall: { rules: [quanzhou] } });
  await one.publish(hall, DAYS);
  const phone = `138${String(10_000_000 + people)}`;
  const party = { name: "张小明", identityKind: "other", identityNumber: person, phone };
  const missed: Booking[] = [];
  for (const day of DAYS.slice(0, 2)) {
    const { booking } = await one.bookings.book(requestOf(hall, { day }, { party }));
    missed.push((await one.bookings.noShow(booking.code)).booking);
  }
  const last = missed.at(-1);
  if (last === undefined) throw new Error("nobody missed anything");
  const again = () => one.bookings.book(requestOf(hall, { day: DAYS[2] }, { party }));
  return { one, hall, last, again, shown: { code: last.code, phone4: phone.slice(-4) } };
}

const onPaper = async (made: Awaited<ReturnType<typeof banned>>) => {
  await banRecordsOf(made.one.parts).record(undefined, made.last);
  const { bans } = await openBanStore(engine.table).after(made.hall.id, desk.clock.now(), 10);
  return bans;
};
const at = (hall: string, rest = "") => `/office/halls/${hall}/bans${rest}`;

describe("a ban", () => {
  test("is put on paper once by the stream, with its reason and nothing that names its person", async () => {
    const made = await banned();
    expect(await refused(made.again())).toMatchObject({ status: 403, code: "banned" });
    const lines: string[] = [];
    const write = (message: string) => void lines.push(message);
    const log = { info: write, warn: write, error: write };
    const job = banStreamJob({ records: banRecordsOf(made.one.parts), log });
    const item = await engine.table.get(bookingKey(made.last.code));
    const record = {
      eventName: "MODIFY",
      dynamodb: { SequenceNumber: "1", NewImage: marshall(item ?? {}, { removeUndefinedValues: true }) },
    };
    const event = { Records: [record, record] } as unknown as Parameters<typeof job>[0];
    expect(await job(event)).toEqual({ batchItemFailures: [] });
    expect(lines).toEqual([]);
    const [ban, ...more] = await openBanStore(engine.table)
      .after(made.hall.id, NOW, 10)
      .then(({ bans }) => bans);
    expect(more).toEqual([]);
    expect(ban).toMatchObject({
      rule: "no-shows",
      counts: "no_show",
      at: 2,
      per: "month",
      banDays: 30,
      version: 1,
    });
    expect(JSON.stringify(ban)).not.toMatch(/张|ban-person/);
  });

  test("stands in the office's list with name and number masked, and is decided with a reason only", async () => {
    const made = await banned();
    await onPaper(made);
    const list = await handler.open(at(made.hall.id));
    expect(list.html).toContain("张*明");
    expect(list.html).toContain("一个月里约了没有来满 2 次");
    expect(list.html).not.toMatch(/张小明|ban-person-\d/);
    const link = list.document.querySelector<HTMLAnchorElement>("main td a")?.getAttribute("href") ?? "";
    const one = await handler.open(link);
    const empty = await handler.press(one, "作出决定");
    expect([empty.status, empty.page.getAllByText("请填写理由").length]).toEqual([422, 2]);
    const done = await handler.press(empty, "作出决定", { outcome: "lifted", reason: "当天系统停机。" });
    expect(done.page.getByText(/已经处理/)).toBeTruthy();
    expect(done.page.queryByRole("button", { name: "作出决定" })).toBeNull();
    expect((await made.again()).booking.state).toBe("booked");
    const [entry] = await desk.audit.list(hallSubject(made.hall.id), 1);
    expect(entry).toMatchObject({ action: "hall.lift_ban", result: "done" });
    expect((await handler.open(at(made.hall.id))).html).toContain("没有停约的人");
  });

  test("that was lifted does not come back with the same no-show, but with another one", async () => {
    const made = await banned();
    const [ban] = await onPaper(made);
    const one = await handler.open(at(made.hall.id, `/${ban?.until}_${ban?.code}_${ban?.rule}`));
    await handler.press(one, "作出决定", { outcome: "lifted", reason: "已核实到场。" });
    const { booking } = await made.again();
    const missed = await made.one.bookings.noShow(booking.code);
    expect(missed.banned).toBe("no-shows");
  });

  test("is lifted with the guard or not at all: whoever books at the same moment is judged by one of the two", async () => {
    const made = await banned();
    const [ban] = await onPaper(made);
    const path = at(made.hall.id, `/${ban?.until}_${ban?.code}_${ban?.rule}`);
    const page = await handler.open(path);
    const button = page.page.getByRole("button", { name: "作出决定" }) as HTMLButtonElement;
    const send = () => handler.send(button, { outcome: "lifted", reason: "重复点击。" });
    const statuses = (await Promise.all([send(), send(), send()])).map(({ status }) => status);
    // One button pressed thrice is one decision; another decision comes too late.
    expect(statuses).toEqual([303, 303, 303]);
    expect((await handler.send(button, { outcome: "kept", reason: "改主意。" })).status).toBe(409);
    const guards = await made.one.parts.bookings.readGuards(made.last.guards);
    expect(guards.flatMap((stored) => stored?.guard.bans ?? [])).toEqual([]);
    const { items } = await engine.table.query({
      where: { text: "#pk = :pk", values: { pk: `NOTICE#${made.last.code}` } },
    });
    expect(items).toEqual([
      expect.objectContaining({ notice: expect.objectContaining({ template: "ban_lifted" }) }),
    ]);
  });
});

describe("an appeal", () => {
  test("needs the proof of a booking, is written once, and waits at the office", async () => {
    const made = await banned();
    const appeals = appealsOf(made.one.parts);
    const wrong = { ...made.shown, phone4: "0000" };
    expect(await refused(appeals.own(wrong, "192.0.2.1"))).toMatchObject({ status: 404 });
    // The stream has brought nothing yet; its person finds it all the same.
    const [own] = await appeals.own(made.shown, "192.0.2.1");
    expect(own).toMatchObject({ state: "in_force", appealedAt: undefined, ban: { at: 2 } });
    const id = own?.id ?? "";
    const say = (text: string) => appeals.appeal(made.shown, "192.0.2.1", { id, text });
    expect(await refused(say("病"))).toMatchObject({ status: 422 });
    await say("11 月 24 日我在住院。");
    await say("11 月 24 日我在住院。");
    expect(await refused(say("另外的话，另外的话。"))).toMatchObject({ status: 409, code: "appeal_made" });
    const list = await handler.open(at(made.hall.id));
    expect(list.html).toContain("等待处理");
    const link = list.document.querySelector<HTMLAnchorElement>("main td a")?.getAttribute("href") ?? "";
    const one = await handler.open(link);
    expect(one.html).toContain("11 月 24 日我在住院。");
    await handler.press(one, "作出决定", { outcome: "kept", reason: "没有住院记录。" });
    const { items } = await engine.table.query({
      where: { text: "#pk = :pk", values: { pk: `NOTICE#${made.last.code}` } },
    });
    // Told in the transaction of the decision, in the words that the outbox has for it.
    expect(items.map(({ notice }) => notice)).toEqual([
      expect.objectContaining({ template: "ban_kept", state: "waiting", unit: made.hall.unit, lang: "zh" }),
    ]);
    const [after] = await appeals.own(made.shown, "192.0.2.1");
    expect(after).toMatchObject({ ban: { decision: { outcome: "kept", reason: "没有住院记录。" } } });
    expect(await refused(made.again())).toMatchObject({ status: 403 });
    expect((await handler.open(at(made.hall.id))).html).toContain("没有等待处理的申诉");
  });

  test("is not for somebody else's ban", async () => {
    const [mine, theirs] = [await banned(), await banned()];
    const [ban] = await onPaper(theirs);
    const appeals = appealsOf(mine.one.parts);
    const id = `${ban?.until}_${ban?.code}_${ban?.rule}`;
    const said = appeals.appeal(mine.shown, "192.0.2.1", { id, text: "这不是我的停约。" });
    expect(await refused(said)).toMatchObject({ status: 404, code: "ban_not_found" });
  });
});

test("who may look and who may decide", async () => {
  const made = await banned();
  const [ban] = await onPaper(made);
  const path = at(made.hall.id, `/${ban?.until}_${ban?.code}_${ban?.rule}`);
  for (const unit of ["zfb", "zrzy"])
    for (const role of ["clerk", "handler", "reviewer", "auditor", "admin"] as const) {
      const person = await desk.seat(staff(role, unit, `${role}-${unit}-at-bans`));
      const looks = unit === "zfb" && ["clerk", "handler", "admin"].includes(role);
      const decides = unit === "zfb" && ["handler", "admin"].includes(role);
      const seen = await person.open(path);
      expect([role, unit, seen.status]).toEqual([role, unit, looks ? 200 : 403]);
      const sent = await person.browser.post(path, { outcome: "lifted", reason: "", version: "1" });
      expect([role, unit, sent.status]).toEqual([role, unit, decides ? 422 : 403]);
    }
});
