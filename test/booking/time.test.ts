import { describe, expect, test } from "vitest";
import {
  instantAt,
  isTime,
  laterBy,
  placeInTime,
  timesIn,
  without,
} from "../../functions/booking/booking.time.ts";

test.each(["00:00", "09:30", "23:59", "24:00"])("%s is a time of day", (time) => {
  expect(isTime(time)).toBe(true);
});

test.each(["", "9:30", "24:01", "09:60", "0930", "25:00"])("%s is none", (time) => {
  expect(isTime(time)).toBe(false);
});

test("the clock of the hall is read in Shanghai, wherever the caller is: 2 a.m. in London is 9 or 10 there", () => {
  expect(instantAt("2026-11-23", "09:30")).toBe("2026-11-23T01:30:00.000Z");
  expect(instantAt("2026-11-23", "24:00")).toBe("2026-11-23T16:00:00.000Z");
  // London has summer time in July and none in November; the hall has one time all the year.
  const inLondon = (instant: string) =>
    new Intl.DateTimeFormat("en-GB", {
      timeZone: "Europe/London",
      hour: "2-digit",
      minute: "2-digit",
    }).format(new Date(instant));
  expect(inLondon(instantAt("2026-07-06", "09:00"))).toBe("02:00");
  expect(inLondon(instantAt("2026-11-23", "10:00"))).toBe("02:00");
  expect(placeInTime("2026-07-06T01:00:00.000Z")).toEqual({ day: "2026-07-06", time: "09:00" });
  expect(placeInTime("2026-07-05T16:30:00.000Z")).toEqual({ day: "2026-07-06", time: "00:30" });
});

describe("slots", () => {
  test("begin every so many minutes and end inside", () => {
    expect(timesIn({ from: "09:00", to: "10:40" }, 30)).toEqual(["09:00", "09:30", "10:00"]);
    expect(timesIn({ from: "09:00", to: "09:20" }, 30)).toEqual([]);
    expect(laterBy("23:30", 30)).toBe("24:00");
    expect(laterBy("23:30", 60)).toBeUndefined();
  });

  test("breaks are taken out of hours", () => {
    const day = [{ from: "09:00", to: "17:00" }];
    expect(without(day, [{ from: "12:00", to: "13:30" }])).toEqual([
      { from: "09:00", to: "12:00" },
      { from: "13:30", to: "17:00" },
    ]);
    expect(without(day, [{ from: "08:00", to: "18:00" }])).toEqual([]);
    expect(without(day, [{ from: "17:00", to: "18:00" }])).toEqual(day);
  });
});
