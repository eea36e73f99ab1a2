/** What could not be delivered, on the page of the office: seen masked, sent again, given up, and who may. */
import { describe, expect, test } from "vitest";
import { sealContact } from "../../functions/booking/booking.draft.service.ts";
import type { QueueEntry } from "../../functions/booking/booking.ticket.ts";
import { entryCode } from "../../functions/booking/booking.ticket.ts";
import type { Staff } from "../../functions/identity/identity.ts";
import { plusSeconds } from "../../functions/kit/clock.ts";
import { bookingNotice } from "../../functions/notice/notice.booking.ts";
import { queueNotices } from "../../functions/notice/notice.queue.ts";
import { openNoticeStore } from "../../functions/notice/notice.store.ts";
import type { Notice } from "../../functions/notice/notice.ts";
import { noticeContext } from "../../functions/notice/notice.ts";
import { noticeOfficeOf } from "../../functions/wiring.notice.ts";
import { deskOn, MONDAY, requestOf } from "../booking/desk.ts";
import { staff } from "../disclosure/support.ts";
import { memoryBucket, openApps } from "../support/apps.ts";
import { useEngine } from "../support/engine.ts";

const engine = useEngine();
const MAIL = "zhang.san@example.com";
let serial = 0;

const open = () => openApps(engine, memoryBucket());
type Apps = ReturnType<typeof open>;

async function failed(apps: Apps, changes: Partial<Notice> = {}): Promise<Notice> {
  serial += 1;
  const reference = `440305G2603020${String(serial).padStart(4, "0")}X`;
  const notice: Notice = {
    reference,
    n: 2,
    template: "answered",
    unit: "zfb",
    lang: "zh",
    email: apps.vault.seal(MAIL, noticeContext(reference)),
    createdAt: apps.clock.now(),
    state: "waiting",
    channel: "mail",
    attempts: 7,
    ...changes,
  };
  await apps.notices.add(notice);
  await apps.notices.fail(notice, "unavailable", apps.clock.now());
  return notice;
}

const handlesIn = (page: string): string[] =>
  [...page.matchAll(/name="notice" value="([^"]+)"/g)].map(([, handle]) => handle ?? "");

describe("the page", () => {
  test("shows what failed in one's unit with masked addresses, and no code of a booking", async () => {
    const apps = open();
    const notice = await failed(apps);
    const desk = deskOn(engine.table);
    const hall = await desk.publish();
    const { booking } = await desk.bookings.book(requestOf(hall));
    const ofBooking = bookingNotice("booking_made", booking, "zfb");
    await apps.notices.add(ofBooking);
    await apps.notices.fail({ ...ofBooking, channel: "sms" }, "refused", apps.clock.now());
    const own = { code: entryCode({ hall: hall.id, place: "main", day: MONDAY }, "T"), mark: "sign" };
    const entry: QueueEntry = {
      ...{ schema: 1, ...own, hall: hall.id, place: "main", services: ["social"], day: MONDAY, lang: "zh" },
      ...{ at: apps.clock.now(), opensAt: plusSeconds(apps.clock.now(), 3600) },
      sealed: sealContact(apps.vault, own.code, { phone: "13900005678" }),
    };
    await desk.parts.queued.keep(entry);
    const [receipt = expect.fail("a ticket has a receipt")] = queueNotices(entry, "zfb");
    await apps.notices.add(receipt);
    await apps.notices.fail({ ...receipt, channel: "sms" }, "refused", apps.clock.now());
    const browser = await apps.seat(staff("clerk"));
    const page = await (await browser.get("/office/notices")).text();
    expect(page).toContain("z***@example.com");
    expect(page).toMatch(/已领排队签[\s\S]*139\*\*\*\*5678/);
    expect(page).toContain("138****1234");
    expect(page).toContain(`/office/cases/${notice.reference}`);
    expect(page).not.toContain(MAIL);
    expect(page).not.toMatch(new RegExp(`13800001234|${booking.code}|张小明`));
    const elsewhere = await apps.seat(staff("clerk", "zrzy"));
    expect(await (await elsewhere.get("/office/notices")).text()).not.toContain("z***@example.com");
    expect((await elsewhere.get("/office/notices?unit=zfb")).status).toBe(403);
    const auditor = await apps.seat(staff("auditor", "zrzy"));
    const audited = await (await auditor.get("/office/notices?unit=zfb")).text();
    expect(audited).toContain("z***@example.com");
    expect(audited).not.toContain("/office/notices/again");
  });

  test("reads the index once and two batches, however many there are", async () => {
    const apps = open();
    for (let n = 0; n < 5; n += 1) await failed(apps, { unit: "dxx" });
    const office = noticeOfficeOf({
      table: engine.table,
      vault: apps.vault,
      audit: apps.audit,
      clock: apps.clock.now,
    });
    engine.forget();
    expect(await office.list(staff("clerk", "dxx"), "dxx")).toHaveLength(5);
    expect(engine.consumed.map(({ operation }) => operation)).toEqual(["query", "getMany"]);
  });
});

describe("sending again", () => {
  test("begins from the first try, is on record, and a second tap does nothing", async () => {
    const apps = open();
    const notice = await failed(apps);
    const browser = await apps.seat(staff("clerk"));
    const handle = await handleOf(apps, notice);
    const first = await browser.post("/office/notices/again?unit=zfb", { notice: handle });
    expect([first.status, first.headers.get("location")]).toEqual([303, "/office/notices?done=again"]);
    expect(await apps.notices.read(notice)).toMatchObject({
      state: "waiting",
      attempts: 0,
      email: notice.email,
    });
    const second = await browser.post("/office/notices/again?unit=zfb", { notice: handle });
    expect(second.headers.get("location")).toBe("/office/notices?done=gone");
    const record = await apps.audit.list(`case:${notice.reference}`, 10);
    expect(record.map(({ action, result }) => [action, result])).toEqual([["notice.again", "done"]]);
    const due = await openNoticeStore(engine.table).due(apps.clock.now(), 50);
    expect(due.map(({ reference }) => reference)).toContain(notice.reference);
  });
});

describe("giving up", () => {
  test("forgets the address, once, on record", async () => {
    const apps = open();
    const notice = await failed(apps);
    const browser = await apps.seat(staff("handler"));
    const handle = await handleOf(apps, notice);
    const given = await Promise.all(
      [1, 2].map(() => browser.post("/office/notices/give-up?unit=zfb", { notice: handle })),
    );
    expect(given.map((each) => each.headers.get("location")).toSorted()).toEqual([
      "/office/notices?done=given_up",
      "/office/notices?done=gone",
    ]);
    const kept = await apps.notices.read(notice);
    expect(kept?.state).toBe("given_up");
    expect(kept).not.toHaveProperty("email");
    const record = await apps.audit.list(`case:${notice.reference}`, 10);
    expect(record.map(({ action }) => action)).toEqual(["notice.give_up"]);
  });

  test("is refused to who may not, on record, and a handle of another unit or of nobody does nothing", async () => {
    const apps = open();
    const notice = await failed(apps);
    const handle = await handleOf(apps, notice);
    const reviewer = await apps.seat(staff("reviewer"));
    expect((await reviewer.post("/office/notices/give-up?unit=zfb", { notice: handle })).status).toBe(403);
    const record = await apps.audit.list("office:zfb", 10);
    expect(record.map(({ action, reason }) => [action, reason])).toContainEqual(["notice.settle", "role"]);
    const elsewhere = await apps.seat(staff("clerk", "zrzy"));
    expect((await elsewhere.post("/office/notices/give-up?unit=zfb", { notice: handle })).status).toBe(403);
    for (const wrong of [handle, "1.AAAA", ""]) {
      const answer = await elsewhere.post("/office/notices/give-up?unit=zrzy", { notice: wrong });
      expect(answer.headers.get("location")).toBe("/office/notices?done=gone");
    }
    expect((await apps.notices.read(notice))?.state).toBe("failed");
  });
});

/** The handle that the page gives a clerk for one notice: the only one that makes the office see just that. */
async function handleOf(apps: Apps, { reference }: Notice): Promise<string> {
  const clerk: Staff = staff("clerk");
  const office = noticeOfficeOf({
    table: engine.table,
    vault: apps.vault,
    audit: apps.audit,
    clock: apps.clock.now,
  });
  const found = (await office.list(clerk, "zfb")).find((each) => each.reference === reference);
  const page = await (await (await apps.seat(clerk)).get("/office/notices")).text();
  expect(handlesIn(page).length).toBeGreaterThan(0);
  return found?.handle ?? expect.fail("not listed");
}
