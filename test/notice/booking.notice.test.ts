/** From a booking on the real engine to what its person gets: the stream's records, the outbox, the message. */
import { marshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import { describe, expect, test } from "vitest";
import { bookingIn, bookingKey } from "../../functions/booking/booking.store.ts";
import { queueEntryIn } from "../../functions/booking/booking.ticket.store.ts";
import type { Booking } from "../../functions/booking/booking.ts";
import { waiterIn } from "../../functions/booking/booking.waiting.store.ts";
import type { StoredItem } from "../../functions/kit/table.ts";
import { bookingLetter } from "../../functions/notice/notice.booking.service.ts";
import { banNotice } from "../../functions/notice/notice.booking.ts";
import { openFollowing } from "../../functions/notice/notice.follow.service.ts";
import { bookingNoticeStreamJob } from "../../functions/notice/notice.jobs.ts";
import type { Message } from "../../functions/notice/notice.message.ts";
import { readQuietHours } from "../../functions/notice/notice.quiet.ts";
import { openNoticeService } from "../../functions/notice/notice.service.ts";
import { openNoticeStore } from "../../functions/notice/notice.store.ts";
import type { NoticeId } from "../../functions/notice/notice.ts";
import { deskOn, freshHall, MONDAY, requestOf } from "../booking/desk.ts";
import { useEngine } from "../support/engine.ts";

const engine = useEngine();
const site = {
  publicOrigin: "https://banshi.example.gov.cn",
  government: { zh: "示例市人民政府", en: "Example City" },
};
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A published hall, its desk, and a post that keeps what it sends. */
async function office() {
  const desk = deskOn(engine.table);
  const sent: { channel: string; to: string; message: Message }[] = [];
  const store = openNoticeStore(engine.table);
  const { halls, bookings, waiting: waiters, lotteries: draws, vault } = desk.parts;
  const senderOf = (channel: string) => ({
    send: async (to: string, message: Message) => void sent.push({ channel, to, message }),
  });
  const notices = openNoticeService({
    store,
    clock: desk.clock.now,
    senders: { sms: senderOf("sms"), mail: senderOf("mail") },
    rules: { order: ["sms", "mail"], quiet: readQuietHours("21:00-08:00"), mostSms: 6 },
    compose: async (notice, now) => {
      const materialsOf = async (guide: string) => (guide === "guide-social" ? ["身份证", "社保卡"] : []);
      return bookingLetter(notice, { bookings, waiters, draws, halls, vault, site, materialsOf }, now);
    },
    log: silent,
    count: () => undefined,
    chance: () => 0,
    sleep: async () => undefined,
  });
  const following = openFollowing({ store, halls, waiters, bookingIn, waiterIn, queueEntryIn });
  const job = bookingNoticeStreamJob({ following, log: silent });
  const base = freshHall();
  const services = base.services.map((one) =>
    one.id === "social" ? { ...one, guide: "guide-social" } : one,
  );
  const hall = await desk.publish({ ...base, services }, [MONDAY, "2026-11-24"]);
  return {
    desk,
    hall,
    sent,
    store,
    notices,
    job,
    itemOf: ({ code }: Pick<Booking, "code">) => engine.table.get(bookingKey(code)),
    async notice(id: Pick<NoticeId, "reference" | "n" | "template">) {
      return store.read({ about: "booking", ...id });
    },
  };
}

const image = (item: StoredItem | undefined) =>
  item === undefined ? {} : (marshall(item, { removeUndefinedValues: true }) as never);
const recordOf = (before: StoredItem | undefined, after: StoredItem | undefined): DynamoDBRecord => ({
  eventName: before === undefined ? "INSERT" : "MODIFY",
  dynamodb: {
    NewImage: image(after),
    ...(before === undefined ? {} : { OldImage: image(before) }),
    SequenceNumber: "1",
  },
});
/** A visit that nobody came to, and what the hall has decided about its ban since then. */
async function told(outcome: "kept" | "lifted") {
  const { desk, hall, sent, store, notices } = await office();
  const { booking } = await desk.bookings.book(requestOf(hall));
  const notice = banNotice(booking, { outcome, at: desk.clock.now() }, hall.unit);
  await engine.table.commit([store.write(notice)]);
  await notices.deliver(notice);
  return sent;
}

test("who appealed against a ban hears what was decided and where the reason stands", async () => {
  const [kept, lifted] = [await told("kept"), await told("lifted")];
  expect(kept.map(({ channel, to }) => [channel, to])).toEqual([["sms", "13800001234"]]);
  expect(kept[0]?.message.text).toContain("维持停约");
  expect(lifted[0]?.message.text).toContain("现在可以重新预约");
  expect(lifted[0]?.message.text).toContain("https://banshi.example.gov.cn/appeals");
  expect(JSON.stringify([kept, lifted].map(([one]) => one?.message))).not.toMatch(/张小明|person-/);
});

const minuteOf = ({ startsAt }: Booking) => Date.parse(startsAt) / 60_000;

/** Other tests have left bookings of theirs in the same table. */
const sentOf = ({ sent }: Awaited<ReturnType<typeof office>>, { code }: Booking) =>
  sent.map(({ message }) => message).filter(({ name }) => name.startsWith(code));
const templatesOf = (one: Awaited<ReturnType<typeof office>>, booking: Booking) =>
  sentOf(one, booking).map(({ template }) => template);

describe("a booking", () => {
  test("whose record comes twice, and at the same time, is told once; it costs three writes", async () => {
    const one = await office();
    engine.forget();
    const { booking } = await one.desk.bookings.book(requestOf(one.hall));
    expect(
      engine.consumed
        .filter(({ operation }) => operation === "transaction")
        .map((each) => each.capacityUnits),
    ).toEqual([6]);
    const record = recordOf(undefined, await one.itemOf(booking));
    engine.forget();
    await one.job({ Records: [record] });
    expect(engine.consumed.filter(({ operation }) => operation === "write")).toHaveLength(3);
    await Promise.all([one.job({ Records: [record, record] }), one.job({ Records: [record] })]);
    const id = { about: "booking", reference: booking.code, n: 1, template: "booking_made" } as const;
    const told = await Promise.all(Array.from({ length: 5 }, () => one.notices.deliver(id)));
    expect(told.filter((each) => each === "sent")).toHaveLength(1);
    expect(one.sent).toHaveLength(1);
    await one.job({ Records: [record] });
    expect(await one.notices.deliver(id)).toBe("skipped");
    const [{ channel, to, message } = expect.fail("nothing was sent")] = one.sent;
    expect([channel, to]).toEqual(["sms", "13800001234"]);
    expect(message.text).toContain("· 社保卡");
    // The outbox holds no address at all: the booking has it, sealed.
    const kept = await engine.table.get({ pk: `NOTICE#${booking.code}`, sk: "NOTICE#000001#booking_made" });
    expect(JSON.stringify(kept)).not.toMatch(/13800001234|张小明|email|phone/);
    expect(kept).toHaveProperty("expiresAt");
    expect(kept).not.toHaveProperty("work");
  });

  test("is remembered at 17:00 the day before and two hours ahead, with what to bring", async () => {
    const one = await office();
    const { booking } = await one.desk.bookings.book(requestOf(one.hall, { time: "11:00" }));
    await one.job({ Records: [recordOf(undefined, await one.itemOf(booking))] });
    one.desk.clock.set("2026-11-20T04:00:00.000Z");
    await one.notices.deliverDue();
    one.desk.clock.set("2026-11-22T08:59:59.000Z");
    await one.notices.deliverDue();
    expect(templatesOf(one, booking)).toEqual(["booking_made"]);
    one.desk.clock.set("2026-11-22T09:00:00.000Z");
    await one.notices.deliverDue();
    one.desk.clock.set("2026-11-23T01:00:00.000Z");
    await one.notices.deliverDue();
    await one.notices.deliverDue();
    expect(templatesOf(one, booking)).toEqual(["booking_made", "booking_tomorrow", "booking_soon"]);
    for (const { message } of one.sent.slice(1))
      expect(message.text).toContain("请带上：\n· 身份证\n· 社保卡");
  });

  test("at nine is remembered at eight, not at seven", async () => {
    const one = await office();
    const { booking } = await one.desk.bookings.book(requestOf(one.hall, { time: "09:00" }));
    await one.job({ Records: [recordOf(undefined, await one.itemOf(booking))] });
    const soon = { reference: booking.code, n: minuteOf(booking), template: "booking_soon" } as const;
    one.desk.clock.set("2026-11-22T23:00:00.000Z");
    expect(await one.notices.deliver({ about: "booking", ...soon })).toBe("later");
    one.desk.clock.set("2026-11-23T00:00:00.000Z");
    expect(await one.notices.deliver({ about: "booking", ...soon })).toBe("sent");
  });

  test("that was cancelled or moved is not remembered, and moving to and fro gives one reminder", async () => {
    const one = await office();
    const { booking } = await one.desk.bookings.book(requestOf(one.hall, { time: "10:00" }));
    const made = await one.itemOf(booking);
    await one.job({ Records: [recordOf(undefined, made)] });
    await one.desk.bookings.move(booking.code, { day: "2026-11-24", time: "10:00" }, "person");
    const moved = await one.itemOf(booking);
    await one.job({ Records: [recordOf(made, moved)] });
    const tomorrow = { reference: booking.code, n: minuteOf(booking), template: "booking_tomorrow" } as const;
    one.desk.clock.set("2026-11-22T09:00:00.000Z");
    await one.notices.deliverDue();
    // What was booked at first is overtaken too: only where it was moved to is said.
    expect((await one.notice(tomorrow))?.state).toBe("overtaken");
    expect(templatesOf(one, booking)).toEqual(["booking_moved"]);

    await one.desk.bookings.cancel(booking.code, "person");
    await one.job({ Records: [recordOf(moved, await one.itemOf(booking))] });
    one.desk.clock.set("2026-11-24T00:00:00.000Z");
    await one.notices.deliverDue();
    expect(templatesOf(one, booking)).toEqual(["booking_moved", "booking_cancelled"]);
  });

  test("whose counter closes is told to choose again, and told when it stays open after all", async () => {
    const one = await office();
    const { booking } = await one.desk.bookings.book(requestOf(one.hall, { time: "10:00" }));
    const made = await one.itemOf(booking);
    const { hall } = (await one.desk.parts.halls.readForChange(one.hall.id)) ?? expect.fail("no hall");
    const [place = expect.fail("no place")] = hall.places;
    const closed = {
      ...hall,
      places: [
        {
          ...place,
          hours: { ...place.hours, exceptions: [{ kind: "closed" as const, from: MONDAY, to: MONDAY }] },
        },
      ],
    };
    await one.desk.schedules.describe(closed, 1);
    await one.desk.schedules.publish(hall.id, { from: MONDAY, to: MONDAY });
    const closing = await one.itemOf(booking);
    await one.job({ Records: [recordOf(made, closing)] });
    await one.notices.deliver({
      about: "booking",
      reference: booking.code,
      n: 2,
      template: "booking_closed",
    });
    expect(one.sent[0]?.message.short[0]).toContain("请改约");

    await one.desk.schedules.describe(hall, 2);
    await one.desk.schedules.publish(hall.id, { from: MONDAY, to: MONDAY });
    await one.job({ Records: [recordOf(closing, await one.itemOf(booking))] });
    await one.notices.deliver({ about: "booking", reference: booking.code, n: 3, template: "booking_kept" });
    expect(one.sent[1]?.message.short[0]).toContain("不用改约");
  });

  test("by mail where there is no mobile number, and nowhere where there is neither", async () => {
    const one = await office();
    const party = {
      name: "张小明",
      identityKind: "other",
      identityNumber: "landline-1",
      phone: "0999-5550100",
    };
    const { booking } = await one.desk.bookings.book(
      requestOf(one.hall, {}, { party: { ...party, email: "zhang@example.com" }, lang: "en" }),
    );
    const other = await one.desk.bookings.book(
      requestOf(one.hall, {}, { party: { ...party, identityNumber: "landline-2" } }),
    );
    for (const each of [booking, other.booking]) {
      await one.job({ Records: [recordOf(undefined, await one.itemOf(each))] });
      await one.notices.deliver({ about: "booking", reference: each.code, n: 1, template: "booking_made" });
    }
    expect(one.sent.map(({ channel, to }) => [channel, to])).toEqual([["mail", "zhang@example.com"]]);
    expect(one.sent[0]?.message.subject).toContain("Booked: 23 Nov 09:00");
    const nowhere = { reference: other.booking.code, n: 1, template: "booking_made" } as const;
    expect((await one.notice(nowhere))?.state).toBe("no_channel");
  });
});
