/** From a queue ticket on the real engine to what its person hears: a receipt once, and at the hour what came of it. */
import { describe, expect, test } from "vitest";
import { openReleases } from "../../functions/booking/booking.release.service.ts";
import { SHUFFLE_SECONDS } from "../../functions/booking/booking.release.ts";
import { bookingIn } from "../../functions/booking/booking.store.ts";
import { queueEntryIn } from "../../functions/booking/booking.ticket.store.ts";
import { errandOf } from "../../functions/booking/booking.visit.ts";
import { waiterIn } from "../../functions/booking/booking.waiting.store.ts";
import { plusSeconds } from "../../functions/kit/clock.ts";
import { openFollowing } from "../../functions/notice/notice.follow.service.ts";
import { lotNoticeStreamJob } from "../../functions/notice/notice.jobs.ts";
import type { Message } from "../../functions/notice/notice.message.ts";
import { fitted, SMS_CHARACTERS } from "../../functions/notice/notice.message.ts";
import { queueLetter } from "../../functions/notice/notice.queue.service.ts";
import { readQuietHours } from "../../functions/notice/notice.quiet.ts";
import { openNoticeService } from "../../functions/notice/notice.service.ts";
import { openNoticeStore } from "../../functions/notice/notice.store.ts";
import { queueTemplates } from "../../functions/notice/notice.ts";
import { deskOn, freshHall, MONDAY } from "../booking/desk.ts";
import { useEngine } from "../support/engine.ts";
import { streamOf } from "../support/stream.ts";
import { clockAt } from "../support/world.ts";

const engine = useEngine();
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const site = {
  publicOrigin: "https://banshi.example.gov.cn",
  government: { zh: "示例市", en: "Example City" },
};
/** The seats of Monday open then; an hour earlier it is seven in the morning, and quiet. */
const HOUR = "2026-11-16T00:00:00.000Z";
const EVENING = plusSeconds(HOUR, -12 * 3600);

async function rig() {
  const clock = clockAt(EVENING);
  const desk = deskOn(engine.table, clock);
  const hall = freshHall({
    hall: {
      services: [
        {
          ...{ id: "social", number: 1, name: { zh: "社保", en: "Social" }, minutes: 30, group: "q" },
          release: "shuffled",
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
  await stream.next();
  const { parts } = desk;
  const { halls, waiting: waiters, vault, queued, frames } = parts;
  const releases = openReleases(parts);
  const found = errandOf(hall, { place: "main", services: ["social"], party: 1 });
  if (!found.ok) throw new Error("the hall has the service");
  const errand = found.value;
  const store = openNoticeStore(engine.table);
  const following = openFollowing({ store, halls, waiters, bookingIn, waiterIn, queueEntryIn });
  const job = lotNoticeStreamJob({ following, log: silent });
  const sent: { readonly to: string; readonly message: Message }[] = [];
  const notices = openNoticeService({
    store,
    clock: clock.now,
    senders: { sms: { send: async (to, message) => void sent.push({ to, message }) } },
    rules: { order: ["sms"], quiet: readQuietHours("21:00-08:00"), mostSms: 6 },
    compose: (notice, now) =>
      queueLetter(notice, { queued, halls, frames, turnOf: releases.turnOf, vault, site }, now),
    log: silent,
    count: () => undefined,
    chance: () => 0,
    sleep: async () => undefined,
  });
  /** Takes a ticket; gives the names under which its notices wait. */
  async function take(identityNumber: string) {
    const party = { identityNumber, phone: "13800001234" };
    const ticket = await releases.giveTicket(errand, MONDAY, { party, lang: "zh" });
    const event = await stream.next();
    // What the stream brings twice gives one of each.
    expect([await job(event), await job(event)]).toEqual([
      { batchItemFailures: [] },
      { batchItemFailures: [] },
    ]);
    const [entry] = event.Records.flatMap(({ dynamodb }) => dynamodb?.NewImage?.entry?.S ?? []);
    const reference = entry === undefined ? "" : (JSON.parse(entry) as { code: string }).code;
    const [receipt, turn] = queueTemplates.map(
      (template) => ({ about: "booking", reference, n: 1, template }) as const,
    );
    if (receipt === undefined || turn === undefined) throw new Error("there are two templates");
    return { ticket, receipt, turn };
  }
  const toTheHour = () => clock.pass(12 * 3600);
  return { clock, desk, hall, errand, releases, store, sent, notices, take, toTheHour };
}

describe("a queue ticket", () => {
  test("is confirmed once, and at the hour its person hears turn and second, as the page says them", async () => {
    const { clock, errand, releases, store, sent, notices, take, toTheHour } = await rig();
    const { ticket, receipt, turn } = await take("QUEUED 1");
    expect(await notices.deliver(receipt)).toBe("sent");
    expect(sent[0]?.to).toBe("13800001234");
    expect(sent[0]?.message.text).toMatch(/排队签.*11月16日 08:00抽签.*2026年11月23日/s);
    const again = await take("QUEUED 1");
    expect(again.receipt.reference).toBe("");
    expect(await notices.deliver(receipt)).toBe("skipped");
    expect(await notices.deliver(turn)).toBe("skipped");
    expect(await store.due(plusSeconds(HOUR, -1), 10)).not.toContainEqual(expect.objectContaining(turn));
    toTheHour();
    const standing = await releases.standing(errand, MONDAY, ticket);
    expect(await notices.deliver(turn)).toBe("sent");
    const { text, short, variables } = sent[1]?.message ?? expect.fail("nothing was sent");
    const at = standing.turn?.at ?? "";
    const from = `08:${at.slice(14, 19)}`;
    expect(text).toContain(`第 ${(standing.turn?.turn ?? 0) + 1} 批，共 60 批。从 ${from} 起`);
    expect(text).toContain(`签号：${standing.mark}`);
    expect(text).toContain(`/bookings/visit/${errand.hall.id}/main/social/${MONDAY}/queue`);
    expect(variables.from).toBe(from);
    expect(fitted(short, SMS_CHARACTERS - 5)).toContain(from);
    expect(JSON.stringify(sent)).not.toContain("QUEUED 1");
    expect(await notices.deliver(turn)).toBe("skipped");
    clock.pass(SHUFFLE_SECONDS);
  });

  test("of a day that needs none any more, is closed or opens later is answered with that", async () => {
    const { clock, desk, hall, sent, notices, take, toTheHour } = await rig();
    const [one, two, three] = [await take("QUEUED 2"), await take("QUEUED 3"), await take("QUEUED 4")];
    const [place] = hall.places;
    if (place === undefined) throw new Error("a hall has a place");
    toTheHour();
    const change = async (version: number, changes: object) => {
      await desk.schedules.describe({ ...hall, ...changes }, version);
      desk.parts.halls.forget();
    };
    await change(1, { places: [{ ...place, release: { ...place.release, at: "08:20" } }] });
    expect(await notices.deliver(three.turn)).toBe("later");
    clock.pass(1200);
    await change(2, { services: hall.services.map((service) => ({ ...service, release: "arrival" })) });
    expect(await notices.deliver(one.turn)).toBe("sent");
    expect(sent.at(-1)?.message.text).toContain("不再抽签");
    const exceptions = [{ kind: "closed" as const, from: MONDAY, to: MONDAY }];
    await change(3, { places: [{ ...place, hours: { ...place.hours, exceptions } }] });
    expect(await notices.deliver(two.turn)).toBe("sent");
    expect(sent.at(-1)?.message.text).toMatch(/不办理了.*0999-5550100/s);
    // The receipt says nothing any more that is so.
    expect(await notices.deliver(one.receipt)).toBe("overtaken");
  });

  test("of which nobody was told within the hour is told no more", async () => {
    const { clock, notices, take, toTheHour } = await rig();
    const { turn } = await take("QUEUED 5");
    toTheHour();
    clock.pass(3600);
    expect(await notices.deliver(turn)).toBe("overtaken");
  });
});
