/** From a draw on the real engine to what those hear who were not drawn: once, what to do, and nothing that is wrong by then. */
import { expect, test } from "vitest";
import { openDraws } from "../../functions/booking/booking.lottery.draw.service.ts";
import { bookingIn } from "../../functions/booking/booking.store.ts";
import { waiterIn } from "../../functions/booking/booking.waiting.store.ts";
import { bookingLetter } from "../../functions/notice/notice.booking.service.ts";
import { openFollowing } from "../../functions/notice/notice.follow.service.ts";
import { lotNoticeStreamJob } from "../../functions/notice/notice.jobs.ts";
import { openNoticeStore } from "../../functions/notice/notice.store.ts";
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

test("who was not drawn hears so once, with the place in line and the way to other days", async () => {
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
  await stream.next();
  clock.pass(3700);
  await openDraws({ parts: desk.parts }).drawDue();

  const { halls, bookings, vault, waiting } = desk.parts;
  const store = openNoticeStore(engine.table);
  const following = openFollowing({ store, halls, bookingIn, waiterIn });
  const event = await stream.next();
  const job = lotNoticeStreamJob({ following, log: silent });
  expect([await job(event), await job(event)]).toEqual([
    { batchItemFailures: [] },
    { batchItemFailures: [] },
  ]);
  const { waiters } = await waiting.line({ hall: hall.id, place: "main", day: MONDAY }, 10);
  expect(waiters.length).toBe(1);
  const [{ code, version } = expect.fail("somebody was not drawn")] = waiters;
  const id = { about: "booking", reference: code, n: version, template: "booking_not_drawn" } as const;
  const notice = await store.read(id);
  if (notice === undefined) throw new Error("nothing is to be told");
  expect((await store.due("2026-11-16T00:10:00.000Z", 10)).length).toBe(1);
  const sources = { bookings, waiters: waiting, halls, vault, site, materialsOf: async () => [] };
  const letter = await bookingLetter(notice, sources, clock.now());
  if (letter === "overtaken") throw new Error("it still holds");
  expect(letter.to).toEqual({ sms: "13800001234" });
  expect(letter.message.text).toMatch(/没有摇中.*候补名单.*别的日期.*0999-5550100/s);
  expect(letter.message.text).not.toContain("张小明");
  await desk.waiting.leave(code);
  expect(await bookingLetter(notice, sources, clock.now())).toBe("overtaken");
}, 60_000);
