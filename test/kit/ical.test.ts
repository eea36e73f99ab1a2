/** Calendar files as RFC 5545 has them, read back by a reader of our own. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CalendarEvent } from "../../functions/kit/ical.ts";
import { calendarFile, shanghaiZone } from "../../functions/kit/ical.ts";

const event: CalendarEvent = {
  uid: "7KQ2M9XD4BT@banshi.example",
  sequence: 2,
  stampedAt: "2026-03-02T02:00:00.123Z",
  startsAt: "2026-03-04T16:30:00.000Z",
  endsAt: "2026-03-04T17:00:00.000Z",
  summary: "身份证（政务服务中心）",
  location: "人民路 1 号, 一楼; 东门",
  description: "预约号：7KQ2 M9XD 4BT\n要带：户口簿",
  url: "https://banshi.example/bookings/find?code=7KQ2M9XD4BT",
  cancelled: false,
  alarmMinutes: 120,
};
const linesOf = (file: string) => file.replaceAll("\r\n ", "").trimEnd().split("\r\n");
/** The value of a property, with the escapes of a text taken back. */
const propertyOf = (file: string, name: string) =>
  linesOf(file)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .replaceAll(/\\(.)/g, (_, character: string) => (character === "n" ? "\n" : character));

describe("a calendar file", () => {
  const file = calendarFile(event, shanghaiZone);

  test("has the times of the zone's clock, and describes the zone", () => {
    expect(linesOf(file)).toEqual(
      expect.arrayContaining([
        "TZID:Asia/Shanghai",
        "TZOFFSETTO:+0800",
        "DTSTAMP:20260302T020000Z",
        // Half past midnight of the day after, on a clock in China.
        "DTSTART;TZID=Asia/Shanghai:20260305T003000",
        "DTEND;TZID=Asia/Shanghai:20260305T010000",
        "SEQUENCE:2",
        "STATUS:CONFIRMED",
        "TRIGGER:-PT120M",
      ]),
    );
    expect(linesOf(file).at(0)).toBe("BEGIN:VCALENDAR");
    expect(linesOf(file).at(-1)).toBe("END:VCALENDAR");
    expect(file).not.toMatch(/[^\r]\n/);
  });

  test("says that a visit is cancelled under the same name, and rings no more", () => {
    const cancelled = linesOf(calendarFile({ ...event, sequence: 3, cancelled: true }, shanghaiZone));
    expect(cancelled).toEqual(expect.arrayContaining([`UID:${event.uid}`, "SEQUENCE:3", "STATUS:CANCELLED"]));
    expect(cancelled).not.toContain("BEGIN:VALARM");
  });

  test("whatever is written comes back as it was, in lines of 75 octets at most that tear no character", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 300 });
    fc.assert(
      fc.property(text, (written) => {
        const made = calendarFile({ ...event, description: written }, shanghaiZone);
        const visible = written.replaceAll(/\r\n?/g, "\n").replaceAll(/(?![\t\n])\p{Cc}/gu, "");
        expect(propertyOf(made, "DESCRIPTION")).toBe(visible);
        for (const line of made.split("\r\n")) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toContain("\ufffd");
        }
        // Nothing that is written can begin a line of its own.
        expect(linesOf(made).filter((line) => line === "END:VEVENT")).toHaveLength(1);
      }),
      {
        examples: [["a\r\nEND:VEVENT\r\nBEGIN:VEVENT"], ["预".repeat(200)], ["a\\,b;c\\n"], ["\u0000\u0007"]],
      },
    );
  });

  test("a zone behind Greenwich has a negative offset", () => {
    const zone = { id: "Test/West", name: "W", offsetMinutes: -210 };
    expect(linesOf(calendarFile(event, zone))).toEqual(
      expect.arrayContaining(["TZOFFSETTO:-0330", "DTSTART;TZID=Test/West:20260304T130000"]),
    );
  });
});
