import { describe, expect, test } from "vitest";
import { copy } from "../../web/copy/index.ts";
import { paths, withQuery } from "../../web/paths.ts";
import {
  dayOf,
  formatBytes,
  formatDay,
  formatDayShort,
  formatInstant,
  formatMonth,
  formatReference,
  formatTime,
} from "../../web/words.ts";

describe("days and instants", () => {
  test("a day is written with its weekday", () => {
    expect(formatDay("2026-03-20", "zh")).toBe("2026年3月20日（周五）");
    expect(formatDay("2026-03-20", "en")).toBe("Friday 20 March 2026");
    expect(formatDayShort("2026-03-20", "zh")).toBe("3月20日");
    expect(formatMonth("2026-03-20", "en")).toBe("March 2026");
  });

  test("an instant is written as a clock in Shanghai shows it, on the day it is there", () => {
    expect(formatInstant("2026-03-19T16:05:00.000Z", "zh")).toBe("2026年3月20日（周五）00:05");
    expect(formatInstant("2026-03-19T16:05:00.000Z", "en")).toBe("Friday 20 March 2026, 00:05");
    expect(formatTime("2026-03-20T06:05:59.999Z")).toBe("14:05");
    expect(dayOf("2026-03-19T15:59:59.999Z")).toBe("2026-03-19");
  });
});

test.each([
  ["330100G26021400001X", "3301 00G2 6021 4000 01X"],
  ["K7PM4TQX", "K7PM 4TQX"],
  ["", ""],
])("a reference is written in groups of four: %s", (reference, shown) => {
  expect(formatReference(reference)).toBe(shown);
});

test.each([
  [0, "0 B"],
  [1023, "1023 B"],
  [348_160, "340 KB"],
  [1_023_999, "1 MB"],
  [1_023_000, "999 KB"],
  [10_485_760, "10 MB"],
  [10_276_045, "9.8 MB"],
])("%d bytes are written as %s", (bytes, shown) => {
  expect(formatBytes(bytes)).toBe(shown);
});

describe("addresses", () => {
  test("a switch keeps the rest of the query and never doubles itself", () => {
    expect(paths.inLanguage("/progress?step=2&lang=en", "zh")).toBe("/progress?step=2&lang=zh");
    expect(paths.inView("/", "elder")).toBe("/?view=elder");
    expect(withQuery("/office?cursor=x", { cursor: undefined })).toBe("/office");
  });

  test("what is put into a path is encoded", () => {
    expect(paths.officeCase("../<x>")).toBe("/office/cases/..%2F%3Cx%3E");
    expect(paths.guides("a&b 社保")).toBe("/guides?q=a%26b+%E7%A4%BE%E4%BF%9D");
    expect(paths.phone("0571-8888 0000")).toBe("tel:057188880000");
  });
});

test("both languages have words, of the same kind, for the same things", () => {
  expect(shapeOf(copy("en"))).toEqual(shapeOf(copy("zh")));
});

test("no word is an exclamation, and Chinese says 您", () => {
  for (const text of [...textsOf(copy("zh")), ...textsOf(copy("en"))]) expect(text).not.toMatch(/[!！]|你/);
});

function shapeOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shapeOf(one)]));
}

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
