/** How days, hours and services look to somebody who wants to book; pure. */
import { describe, expect, test } from "vitest";
import { bookablesFor, bookablesOf, bookableWith } from "../../functions/booking/booking.bookable.ts";
import type { Hall } from "../../functions/booking/booking.hall.ts";
import type { MonthDay } from "../../functions/booking/booking.hint.month.ts";
import { outlookOf, timesOf } from "../../functions/booking/booking.outlook.ts";
import { errandOf } from "../../functions/booking/booking.visit.ts";
import { weekHoursOf } from "../../functions/booking/booking.week.ts";
import { chinaCalendar } from "../../functions/calendar/calendar.ts";
import { hallOf, placeIn } from "./halls.ts";

const calendar = chinaCalendar();
/** Ten in the morning of Friday the 20th of November 2026, in Beijing. */
const now = "2026-11-20T02:00:00.000Z";
const errand = (hall: Hall, services = ["social"], party = 1) => {
  const found = errandOf(hall, { place: "main", services, party });
  if (!found.ok) throw new Error("the hall has it");
  return found.value;
};
const counted = (day: string, free: number): MonthDay => ({
  day,
  free,
  state: free === 0 ? "full" : "open",
  opensAt: "2026-11-01T00:00:00.000Z",
});
const look = (day: string, free?: number, { hall = hallOf(), at = now } = {}) =>
  outlookOf(
    errand(hall),
    { day, known: free === undefined ? undefined : counted(day, free) },
    { now: at, calendar },
  );

describe("a day", () => {
  test.each([
    ["is over", "2026-11-19", 5, { state: "past" }],
    ["has free places", "2026-11-23", 5, { state: "open", free: 5 }],
    ["is full", "2026-11-23", 0, { state: "full" }],
    ["is a Sunday", "2026-11-22", undefined, { state: "closed", closure: { code: "weekly" } }],
    ["was not published", "2026-11-24", undefined, { state: "unpublished" }],
    ["opens later", "2026-12-01", 5, { state: "not_open", opensAt: "2026-11-24T00:00:00.000Z" }],
    ["would open later and has no seats", "2026-12-01", undefined, { state: "unpublished" }],
    [
      "lies in a year without a notice of holidays",
      "2027-01-01",
      5,
      { state: "closed", closure: { code: "unannounced" } },
    ],
  ] as const)("that %s", (_, day, free, standing) => {
    expect(look(day, free)).toEqual({ day, ...standing });
  });

  test.each(["shuffled", "lottery"] as const)("that opens by %s says from when one can come for it", (by) => {
    const services = hallOf().services.map((one) => ({ ...one, release: by }));
    const one = { hall: hallOf({ hall: { services } }) };
    const from = "2026-11-23T00:00:00.000Z";
    expect(look("2026-12-01", 5, one)).toMatchObject({ state: "not_open", ahead: { by, from, now: false } });
    expect(look("2026-12-01", 5, { ...one, at: from })).toMatchObject({ ahead: { by, from, now: true } });
    // Nobody queues for a day that is closed or has no seats, whatever the hour.
    expect(look("2026-11-28", undefined, { ...one, at: "2026-11-20T23:00:00.000Z" }).state).toBe("closed");
    expect(look("2026-11-30", undefined, { ...one, at: "2026-11-22T23:00:00.000Z" }).state).toBe(
      "unpublished",
    );
  });

  test("opens at its minute: two seconds before it does not, and no sooner for a clock that is fast", () => {
    const before = { at: "2026-11-19T23:59:58.000Z" };
    expect(look("2026-11-27", 5, before).state).toBe("not_open");
    expect(look("2026-11-27", 5, { at: "2026-11-20T00:00:00.000Z" }).state).toBe("open");
  });

  test("of a statutory holiday says which one", () => {
    const at = { at: "2026-10-01T02:00:00.000Z" };
    expect(look("2026-10-01", undefined, at)).toMatchObject({
      state: "closed",
      closure: { code: "holiday", name: { zh: "国庆节" } },
    });
  });

  test("that is worked in exchange says so", () => {
    const at = { at: "2026-02-13T02:00:00.000Z" };
    expect(look("2026-02-14", 3, at)).toMatchObject({ state: "open", makeUp: { zh: "春节" } });
  });

  test("that the office has closed says what the office says", () => {
    const note = { zh: "系统升级", en: "Maintenance" };
    const { hours } = placeIn(hallOf());
    const exceptions = [{ kind: "closed" as const, from: "2026-11-23", to: "2026-11-23", note }];
    const hall = hallOf({ place: { hours: { ...hours, exceptions } } });
    expect(look("2026-11-23", undefined, { hall })).toMatchObject({ closure: { code: "announced", note } });
  });

  test("of today is over after its last cut-off, and says no number while some times are over", () => {
    expect(look("2026-11-20", 7)).toMatchObject({ state: "open", free: undefined });
    expect(look("2026-11-20", 7, { at: "2026-11-20T08:00:00.000Z" })).toMatchObject({ state: "over" });
  });

  test("on which the service is not given", () => {
    const services = hallOf().services.map((one) => ({ ...one, offered: { to: "2026-11-22" } }));
    expect(look("2026-11-23", 5, { hall: hallOf({ hall: { services } }) })).toMatchObject({
      state: "not_offered",
    });
  });

  test("for several people or services the month's number is no promise", () => {
    const known = { day: "2026-11-23", known: counted("2026-11-23", 5) };
    for (const one of [errand(hallOf(), ["social"], 2), errand(hallOf(), ["social", "tax"])])
      expect(outlookOf(one, known, { now, calendar })).toMatchObject({ state: "open", free: undefined });
  });
});

test("times are open for the whole party, full, or over", () => {
  const starts = [
    { time: "10:00", free: 3 },
    { time: "10:30", free: 3 },
    { time: "11:00", free: 1 },
    { time: "11:30", free: 2 },
  ];
  const times = timesOf(errand(hallOf(), ["social"], 2), { day: "2026-11-20", starts }, now);
  // The cut-off is half an hour before: that of 10:30 is just reached.
  expect(times.map(({ state }) => state)).toEqual(["over", "over", "full", "open"]);
});

describe("the hours of a week", () => {
  const hours = (weekly: Parameters<typeof weekHoursOf>[0]["weekly"]) =>
    weekHoursOf({ ...placeIn(hallOf()).hours, weekly });

  test("stand together for days that share them, without the break of all counters", () => {
    expect(weekHoursOf(placeIn(hallOf()).hours)).toEqual([
      {
        from: 1,
        to: 5,
        spans: [
          { from: "09:00", to: "12:00" },
          { from: "13:30", to: "17:00" },
        ],
      },
    ]);
  });

  test("of counters that differ become one, and days with others stand apart", () => {
    const morning = { from: "09:00", to: "11:00" };
    const rows = hours([
      { weekdays: [1, 2, 4], hours: [morning] },
      { weekdays: [1, 2, 4], hours: [{ from: "10:00", to: "11:30" }], counters: ["a1"] },
      { weekdays: [5], hours: [morning] },
    ]);
    expect(rows.map(({ from, to }) => [from, to])).toEqual([
      [1, 2],
      [4, 4],
      [5, 5],
    ]);
    expect(rows[0]?.spans).toEqual([{ from: "09:00", to: "11:30" }]);
    expect(rows[2]?.spans).toEqual([morning]);
  });
});

describe("what can be booked", () => {
  const { services } = hallOf();
  const guided = services.map((one) => (one.id === "social" ? { ...one, guide: "GUIDE1" } : one));
  const one = hallOf({ hall: { id: "one", services: guided } });
  const other = hallOf({
    hall: {
      id: "other",
      services: guided.map((each) => ({ ...each, name: { zh: "社会保险", en: "Insurance" } })),
    },
  });

  test("is one thing in all halls that follow the same guide", () => {
    const all = bookablesOf([one, other], "2026-11-20");
    expect(all.find(({ guide }) => guide === "GUIDE1")?.offers.map(({ hall }) => hall.id)).toEqual([
      "one",
      "other",
    ]);
    expect(bookableWith(all, { hall: "other", service: "social" })?.name.zh).toBe("社保");
    expect(bookableWith(all, { hall: "one", service: "none" })).toBeUndefined();
  });

  test("is found by a part of its name, then by what the search of guides finds", () => {
    const all = bookablesOf([one], "2026-11-20");
    const names = (text: string, guides: readonly string[] = []) =>
      bookablesFor(all, { text, guides }).map(({ name }) => name.en);
    expect(names("")).toHaveLength(3);
    expect(names(" id CARD ")).toEqual(["ID card"]);
    expect(names("税", ["GUIDE1", "GUIDE2"])).toEqual(["Tax", "Social insurance"]);
    expect(names("nothing")).toEqual([]);
  });

  test("leaves out what is over and what no counter gives", () => {
    const over = services.map((each) =>
      each.id === "tax" ? { ...each, offered: { to: "2026-11-19" } } : each,
    );
    const all = bookablesOf([hallOf({ hall: { services: over } })], "2026-11-20");
    expect(all.map(({ name }) => name.en)).toEqual(["ID card", "Social insurance"]);
  });
});
