/** The rules of notices: quiet hours, waits, lengths, what follows from a booking, and what its messages say. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Booking } from "../../functions/booking/booking.ts";
import { plusSeconds } from "../../functions/kit/clock.ts";
import { bookingMessage } from "../../functions/notice/notice.booking.service.ts";
import {
  bookingNotice,
  isOvertaken,
  noticesOf,
  offerNotice,
  remindersOf,
} from "../../functions/notice/notice.booking.ts";
import { caseMessage } from "../../functions/notice/notice.case.service.ts";
import { channelFor, fitted, isMobile, SMS_CHARACTERS } from "../../functions/notice/notice.message.ts";
import { quietUntil, readQuietHours } from "../../functions/notice/notice.quiet.ts";
import { bookingTemplates, retryAfterSeconds } from "../../functions/notice/notice.ts";
import { notice as zhCases } from "../../web/copy/zh/notice.ts";
import { hallOf } from "../booking/halls.ts";

const site = {
  publicOrigin: "https://banshi.example.gov.cn",
  government: { zh: "示例市人民政府", en: "Example City" },
};

describe("quiet hours", () => {
  const night = readQuietHours("21:00-08:00");
  test.each([
    ["20:59 in China", "2026-11-23T12:59:59.999Z", undefined],
    ["21:00 in China", "2026-11-23T13:00:00.000Z", "2026-11-24T00:00:00.000Z"],
    ["midnight in China", "2026-11-23T16:00:00.000Z", "2026-11-24T00:00:00.000Z"],
    ["a minute before eight", "2026-11-23T23:59:30.000Z", "2026-11-24T00:00:00.000Z"],
    ["eight", "2026-11-24T00:00:00.000Z", undefined],
  ])("%s", (_name, now, until) => {
    expect(quietUntil(now, night)).toBe(until);
  });

  test("within a day, none, and what is no span of hours", () => {
    const noon = readQuietHours("12:00-14:00");
    expect(quietUntil("2026-11-23T04:30:00.000Z", noon)).toBe("2026-11-23T06:00:00.000Z");
    expect(quietUntil("2026-11-23T06:00:00.000Z", noon)).toBeUndefined();
    expect(readQuietHours("none")).toBeUndefined();
    expect(readQuietHours("08:00-08:00")).toBeUndefined();
    for (const wrong of ["", "21-8", "24:00-08:00", "21:00–08:00", "21:60-08:00"])
      expect(() => readQuietHours(wrong)).toThrow(RangeError);
  });

  test("what is held is let go within a day, at an hour that is not quiet", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), fc.nat(1439), fc.nat(1439), (at, from, to) => {
        const hours = from === to ? undefined : { fromMinute: from, toMinute: to };
        const now = new Date(at * 1000).toISOString();
        const until = quietUntil(now, hours);
        if (until === undefined) return;
        expect(until > now && until <= plusSeconds(now, 24 * 3600)).toBe(true);
        expect(quietUntil(until, hours)).toBeUndefined();
      }),
    );
  });
});

test("waits grow, are up to a fifth longer by chance, and end after the seventh try", () => {
  const waits = [1, 2, 3, 4, 5, 6].map((attempts) => retryAfterSeconds(attempts) ?? 0);
  expect(waits).toEqual([60, 300, 1800, 7200, 21_600, 43_200]);
  expect([1, 2].map((attempts) => retryAfterSeconds(attempts, 1))).toEqual([72, 360]);
  expect(retryAfterSeconds(7)).toBeUndefined();
  expect(retryAfterSeconds(7, 1)).toBeUndefined();
});

describe("a short message", () => {
  test("is the richest that fits, and cut with an ellipsis, never inside a character", () => {
    expect(fitted(["12345", "123", "1"], 4)).toBe("123");
    expect(fitted(["12345"], 5)).toBe("12345");
    expect(fitted(["12345678", "1234567"], 5)).toBe("1234…");
    expect(fitted(["ab😀😀"], 4)).toBe("ab…");
    expect(fitted([], 5)).toBe("…");
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "grapheme" })),
        fc.integer({ min: 1, max: 80 }),
        (texts, most) => {
          const text = fitted(texts, most);
          expect(text.length).toBeLessThanOrEqual(most);
          expect(text.isWellFormed()).toBe(texts.every((each) => each.isWellFormed()) || text.isWellFormed());
        },
      ),
    );
  });

  test("goes to mobile numbers of the mainland only, in the order of the government", () => {
    expect(["13800001234", "0571-88880000", "+85223456789", "12345678901"].map(isMobile)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    const to = { sms: "13800001234", mail: "a@b.cn" };
    expect(channelFor(["sms", "mail"], to, { sms: 1, mail: 1 })).toBe("sms");
    expect(channelFor(["sms", "mail"], to, { mail: 1 })).toBe("mail");
    expect(channelFor(["mail"], { sms: "13800001234" }, { sms: 1, mail: 1 })).toBeUndefined();
  });
});

const hall = hallOf();
const booking: Booking = {
  schema: 1,
  code: "7KQ2M9XD4BT",
  owner: "o",
  said: "s",
  version: 1,
  state: "booked",
  hall: "zwzx",
  place: "main",
  services: ["social", "id-card"],
  party: 1,
  pool: "public",
  channel: "internet",
  lang: "zh",
  day: "2026-11-23",
  time: "10:00",
  slotMinutes: 30,
  startsAt: "2026-11-23T02:00:00.000Z",
  endsAt: "2026-11-23T02:30:00.000Z",
  seats: [{ time: "10:00", lane: 1 }],
  madeAt: "2026-11-20T02:00:00.000Z",
  guards: [],
  phone4: "p",
  sealed: "x",
  history: [{ at: "2026-11-20T02:00:00.000Z", action: "book" }],
};
const { startsAt } = booking;
type Extra = Partial<Booking>;
const next = (extra: Extra, at = "2026-11-21T02:00:00.000Z"): Booking => ({
  ...booking,
  version: 2,
  ...extra,
  history: [...booking.history, { at, action: "move", ...extra.history?.[0] }],
});
const templatesOf = (before: Booking | undefined, after: Booking) =>
  noticesOf(before, after, { unit: "zfb" }).map(({ template }) => template);

describe("what follows from a booking", () => {
  const reminders = ["booking_tomorrow", "booking_soon"] as const;
  const held: Extra = { state: "held", heldUntil: "2026-11-20T02:10:00.000Z" };
  const moved: Extra = { day: "2026-11-24", startsAt: "2026-11-24T02:00:00.000Z" };
  const closing = { rebook: { since: "2026-11-21T02:00:00.000Z" } };

  test.each([
    ["booked", undefined, booking, ["booking_made", ...reminders]],
    ["held", undefined, { ...booking, ...held } as Booking, []],
    ["a hold confirmed", { ...booking, ...held } as Booking, next({}), ["booking_made", ...reminders]],
    ["a hold let go", { ...booking, ...held } as Booking, next({ state: "cancelled" }), []],
    ["moved", booking, next(moved), ["booking_moved", ...reminders]],
    ["moved to another place", booking, next({ place: "east" }), ["booking_moved", ...reminders]],
    ["cancelled", booking, next({ state: "cancelled" }), ["booking_cancelled"]],
    ["closed by the hall", booking, next(closing), ["booking_closed"]],
    ["open after all", { ...booking, ...closing }, next({}), ["booking_kept"]],
    [
      "moved away from a closing counter",
      { ...booking, ...closing },
      next(moved),
      ["booking_moved", ...reminders],
    ],
    ["checked in", booking, next({ state: "checked_in" }), []],
    ["nobody came", booking, next({ state: "no_show" }), []],
    [
      "nobody came, once too often",
      booking,
      next({ state: "no_show", history: [{ at: startsAt, action: "no_show", banned: "no-shows" }] }),
      ["booking_missed"],
    ],
    ["changed in nothing that matters", booking, next({}), []],
  ] as const)("%s", (_name, before, after, templates) => {
    expect(templatesOf(before, after)).toEqual(templates);
  });

  test("reminders: at 17:00 the day before and two hours ahead, named by the visit", () => {
    const [tomorrow, soon] = remindersOf(booking, "zfb");
    expect(tomorrow).toMatchObject({
      notBefore: "2026-11-22T09:00:00.000Z",
      lapsesAt: startsAt,
      unit: "zfb",
    });
    expect(soon).toMatchObject({ notBefore: "2026-11-23T00:00:00.000Z", lapsesAt: startsAt });
    const [again] = remindersOf(next({}), "zfb");
    expect([again?.n, again?.template]).toEqual([tomorrow?.n, tomorrow?.template]);
  });

  test.each([
    ["two days ahead", "2026-11-21T02:00:00.000Z", reminders],
    ["a day and an hour ahead", "2026-11-22T01:00:00.000Z", reminders],
    ["less than a day ahead", "2026-11-22T02:00:01.000Z", ["booking_soon"]],
    ["the evening before, after 17:00", "2026-11-22T12:00:00.000Z", ["booking_soon"]],
    ["four hours ahead", "2026-11-22T22:00:00.000Z", []],
    ["an hour ahead", "2026-11-23T01:00:00.000Z", []],
  ] as const)("no pointless reminder: booked %s", (_name, at, templates) => {
    const made = { ...booking, history: [{ at, action: "book" as const }] };
    expect(remindersOf(made, "zfb").map(({ template }) => template)).toEqual(templates);
  });

  test("what is no longer so is overtaken", () => {
    const now = "2026-11-22T09:00:00.000Z";
    const tomorrow = remindersOf(booking, "zfb")[0] ?? bookingNotice("booking_made", booking, "zfb");
    expect(isOvertaken(tomorrow, booking, now)).toBe(false);
    expect(isOvertaken(tomorrow, next({ version: 9 }), now)).toBe(false);
    for (const changed of [
      undefined,
      next({ state: "cancelled" }),
      next({ state: "checked_in" }),
      next(moved),
      next(closing),
    ])
      expect(isOvertaken(tomorrow, changed, now)).toBe(true);
    expect(isOvertaken(tomorrow, booking, startsAt)).toBe(true);
    const closed = bookingNotice("booking_closed", next(closing), "zfb");
    expect([isOvertaken(closed, next(closing), now), isOvertaken(closed, next({}), now)]).toEqual([
      false,
      true,
    ]);
    const cancelled = bookingNotice("booking_cancelled", next({ state: "cancelled" }), "zfb");
    expect(isOvertaken(cancelled, next({ state: "cancelled" }), "2026-12-01T00:00:00.000Z")).toBe(false);
  });

  test("an offer holds until its hold runs out", () => {
    const waiting = { ...booking, state: "held", heldUntil: "2026-11-20T02:10:00.000Z" } as const;
    const offer = offerNotice(waiting, "zfb");
    expect(offer).toMatchObject({ template: "booking_offered", lapsesAt: waiting.heldUntil });
    expect(isOvertaken(offer, waiting, "2026-11-20T02:09:59.000Z")).toBe(false);
    expect(isOvertaken(offer, waiting, "2026-11-20T02:10:00.000Z")).toBe(true);
    expect(isOvertaken(offer, { ...waiting, state: "booked" }, "2026-11-20T02:05:00.000Z")).toBe(true);
  });
});

describe("messages", () => {
  const long = hallOf({
    hall: {
      name: {
        zh: "某某市某某区政务服务中心（行政审批局办事大厅）",
        en: "Government Service Centre of the High-Tech District",
      },
    },
    place: { name: { zh: "三楼东侧综合受理区", en: "Third floor, east wing, general reception" } },
  });

  test.each(bookingTemplates)(
    "%s: each language, SMS of 70 characters with its code or telephone",
    (template) => {
      for (const lang of ["zh", "en"] as const)
        for (const at of [hall, long]) {
          const notice = {
            ...bookingNotice(template, { ...booking, lang }, "zfb"),
            ...(template === "booking_offered" ? { lapsesAt: "2026-11-20T02:10:00.000Z" } : {}),
          };
          const facts = { booking: { ...booking, lang }, hall: at, materials: ["身份证", "户口簿"] };
          const message = bookingMessage(notice, facts, site);
          const sms = `【示范县】${fitted(message.short, SMS_CHARACTERS - 5)}`;
          expect(sms.length).toBeLessThanOrEqual(70);
          // What is decided about a ban is about no time.
          if (!template.startsWith("ban_")) expect(sms).toContain("10:00");
          if (!["booking_cancelled", "booking_missed"].includes(template))
            expect(sms).toContain("7KQ2 M9XD 4BT");
          if (at === hall && lang === "zh") expect(sms).not.toContain("…");
          expect(message.subject.split("\n")).toHaveLength(1);
          expect(message.text).toContain("7KQ2 M9XD 4BT");
          expect(message.text).toContain("身份证");
          expect(message.text).toContain(site.government[lang]);
          expect(`${message.subject}${message.text}`).not.toMatch(/undefined|\[object/);
          expect(message.name).toBe(`7KQ2M9XD4BT.1.${template}`);
        }
    },
  );

  test("a reminder by SMS names what to bring as far as one SMS has room, and says how much there is", () => {
    for (const [template, day] of [
      ["booking_tomorrow", "明天"],
      ["booking_soon", "今天"],
    ] as const) {
      const notice = bookingNotice(template, booking, "zfb");
      const smsOf = (materials: readonly string[]) =>
        fitted(bookingMessage(notice, { booking, hall, materials }, site).short, SMS_CHARACTERS - 5);
      const named = smsOf(["身份证", "户口簿"]);
      expect([named.startsWith(day), named.endsWith("。请带：身份证、户口簿")]).toEqual([true, true]);
      const many = smsOf(Array.from({ length: 9 }, (_, n) => `第${n + 1}样材料`));
      expect(many).toMatch(/。请带：第1样材料(、第\d样材料)*等9样$/);
      expect(smsOf(["很长的材料名称".repeat(9)])).toContain("请带齐材料");
      expect(smsOf([])).toContain("请带齐材料");
    }
  });

  test("a long list of materials is cut and says so; a penalty that is near is told", () => {
    const materials = Array.from({ length: 15 }, (_, place) => `材料${place + 1}`);
    const notice = bookingNotice("booking_tomorrow", booking, "zfb");
    const { text } = bookingMessage(notice, { booking, hall, materials }, site);
    expect(text).toContain("· 材料12\n");
    expect(text).not.toContain("材料13");
    expect(text).toContain("还有 3 样");
    const warned = next({ state: "cancelled", history: [{ at: startsAt, action: "cancel", warned: ["x"] }] });
    const cancelled = bookingNotice("booking_cancelled", warned, "zfb");
    expect(bookingMessage(cancelled, { booking: warned, hall, materials: [] }, site).text).toContain("申诉");
  });

  test("every message of a case fits into one SMS too", () => {
    for (const template of Object.keys(zhCases.templates) as (keyof typeof zhCases.templates)[])
      for (const lang of ["zh", "en"] as const) {
        const base = {
          reference: "440305G26021400001A",
          n: 2,
          createdAt: "",
          state: "waiting",
          attempts: 0,
        } as const;
        const { short } = caseMessage({ ...base, template, lang }, site);
        expect(fitted(short, 65)).not.toContain("…");
      }
  });

  test("whoever is consulted gets the address where they answer, and not the progress of somebody else's case", () => {
    const base = {
      reference: "440305G26021400001A",
      n: 4,
      createdAt: "",
      state: "waiting",
      attempts: 0,
    } as const;
    const link = `${site.publicOrigin}/consultations/a/c4/token`;
    const message = caseMessage({ ...base, template: "consultation_asked", lang: "zh" }, site, link);
    expect(message.text).toContain(link);
    expect(message.text).not.toContain("/progress");
    expect(message.name).toBe("440305G26021400001A.4.consultation_asked");
  });
});
