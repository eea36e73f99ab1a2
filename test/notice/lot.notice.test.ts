/** From a draw on the real engine to what people hear: registered, drawn, not drawn; each once, and nothing wrong by then. */
import { expect, test } from "vitest";
import { openDraws } from "../../functions/booking/booking.lottery.draw.service.ts";
import { bookingIn } from "../../functions/booking/booking.store.ts";
import { queueEntryIn } from "../../functions/booking/booking.ticket.store.ts";
import { waiterIn } from "../../functions/booking/booking.waiting.store.ts";
import { bookingLetter } from "../../functions/notice/notice.booking.service.ts";
import { openFollowing } from "../../functions/notice/notice.follow.service.ts";
import { bookingNoticeStreamJob, lotNoticeStreamJob } from "../../functions/notice/notice.jobs.ts";
import { openNoticeStore } from "../../functions/notice/notice.store.ts";
import type { BookingTemplate } from "../../functions/notice/notice.ts";
import { deskOn, freshHall, MONDAY, requestOf } from "../booking/desk.ts";
import { useEngine } from "../support/engine.ts";
import { streamOf } from "../support/stream.ts";
import { clockAt } from "../support/world.ts";

const engine = useEngine();
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const site = {
  publicOrigin: "https://banshi.example.gov.cn",
  government: { zh: "示例市", en: "Example City" },
};

test("who registers hears so, who was drawn until when, and who was not the way to other days", async () => {
  const clock = clockAt("2026-11-15T23:00:00.000Z");
  const desk = deskOn(engine.table, clock);
  const hall = freshHall({
    hall: {
      services: [
        {
          ...{ id: "social", number: 1, name: { zh: "社保", en: "Social" }, minutes: 30, group: "told" },
          release: "lottery",
        },
      ],
    },
    place: {
      counters: [{ id: "a1", sign: "A01", lane: 1, services: ["social"] }],
      hours: { weekly: [{ weekdays: [1], hours: [{ from: "09:00", to: "09:30" }] }] },
    },
  });
  await desk.publish(hall);
  const stream = streamOf(engine.endpoint);
  for (const name of ["A", "B"]) {
    const { wanted, party } = requestOf(hall, {}, { person: `told ${name}` });
    const { time: _time, ...rest } = wanted;
    await desk.waiting.join({ wanted: rest, party, lang: "zh" });
  }
  const { halls, bookings, vault, waiting, lotteries } = desk.parts;
  const store = openNoticeStore(engine.table);
  const following = openFollowing({
    ...{ store, halls, waiters: waiting, bookingIn, waiterIn, queueEntryIn },
  });
  const job = lotNoticeStreamJob({ following, log: silent });
  const sources = {
    bookings,
    waiters: waiting,
    draws: lotteries,
    halls,
    vault,
    site,
    materialsOf: async () => [],
  };
  const idOf = (template: BookingTemplate, reference: string, n: number) =>
    ({ about: "booking", reference, n, template }) as const;
  async function letterOf(id: ReturnType<typeof idOf>) {
    const notice = await store.read(id);
    return notice === undefined ? undefined : bookingLetter(notice, sources, clock.now());
  }

  const joined = await stream.next();
  expect([await job(joined), await job(joined)]).toEqual([
    { batchItemFailures: [] },
    { batchItemFailures: [] },
  ]);
  const codes = await waiting.lots({ hall: hall.id, place: "main", day: MONDAY });
  expect(codes.length).toBe(2);
  for (const code of codes)
    expect(await letterOf(idOf("booking_registered", code, 1))).toMatchObject({
      to: { sms: "13800001234" },
      message: { text: expect.stringMatching(/登记好了.*2026年11月16日（周一）08:00摇号/s) },
    });
  clock.pass(3700);
  await openDraws({ parts: desk.parts }).drawDue();
  const event = await stream.next();
  expect([await job(event), await job(event)]).toEqual([
    { batchItemFailures: [] },
    { batchItemFailures: [] },
  ]);
  const { waiters } = await waiting.line({ hall: hall.id, place: "main", day: MONDAY }, 10);
  expect(waiters.length).toBe(1);
  const [{ code, version } = expect.fail("somebody was not drawn")] = waiters;
  const id = idOf("booking_not_drawn", code, version);
  const notice = await store.read(id);
  if (notice === undefined) throw new Error("nothing is to be told");
  const due = await store.due("2026-11-16T00:10:00.000Z", 10);
  expect(due.filter(({ template }) => template === "booking_not_drawn").length).toBe(1);
  const letter = await bookingLetter(notice, sources, clock.now());
  if (letter === "overtaken") throw new Error("it still holds");
  expect(letter.to).toEqual({ sms: "13800001234" });
  expect(letter.message.text).toMatch(/没有摇中.*候补名单.*别的日期.*0999-5550100/s);
  expect(letter.message.text).not.toContain("张小明");
  // Registered is no longer so for either of them.
  for (const one of codes) expect(await letterOf(idOf("booking_registered", one, 1))).toBe("overtaken");

  await bookingNoticeStreamJob({ following, log: silent })(event);
  const won = codes.find((one) => one !== code) ?? "";
  expect(await store.read(idOf("booking_offered", won, 1))).toBeUndefined();
  expect(await letterOf(idOf("booking_drawn", won, 1))).toMatchObject({
    to: { sms: "13800001234" },
    message: { template: "booking_drawn", text: expect.stringMatching(/您摇中了，号为您保留到/) },
    isUrgent: true,
  });
  await desk.waiting.leave(code);
  expect(await bookingLetter(notice, sources, clock.now())).toBe("overtaken");
}, 60_000);
