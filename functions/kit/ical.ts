/**
 * Calendar files (iCalendar, RFC 5545) of one event. Times stand on the clock of a named zone, so that a phone abroad
 * shows the right instant and still says where it is; the zone is described in the file as §3.6.5 asks.
 */
import type { Instant } from "./clock.ts";

export interface ZoneWithoutSummerTime {
  /** Such as `Asia/Shanghai`. */
  readonly id: string;
  /** Such as `CST`. */
  readonly name: string;
  readonly offsetMinutes: number;
}

/** China has had this clock since the end of its summer time in 1991. */
export const shanghaiZone: ZoneWithoutSummerTime = { id: "Asia/Shanghai", name: "CST", offsetMinutes: 480 };
const ZONE_SINCE = "19910915T000000";

export interface CalendarEvent {
  /** The same for all states of the event, for ever. */
  readonly uid: string;
  /** Grows with each change, so that a newer file replaces an older one. */
  readonly sequence: number;
  readonly stampedAt: Instant;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly summary: string;
  readonly location: string;
  /** May have line breaks. */
  readonly description: string;
  readonly url: string;
  readonly cancelled: boolean;
  /** Reminds so many minutes before. */
  readonly alarmMinutes: number;
}

const compact = (instant: Instant): string => instant.replace(/[-:]|\.\d+/g, "");

const onClock = (instant: Instant, { offsetMinutes }: ZoneWithoutSummerTime): string =>
  compact(new Date(Date.parse(instant) + offsetMinutes * 60_000).toISOString()).slice(0, -1);

function offsetOf({ offsetMinutes }: ZoneWithoutSummerTime): string {
  const minutes = Math.abs(offsetMinutes);
  const digits = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0"));
  return `${offsetMinutes < 0 ? "-" : "+"}${digits.join("")}`;
}

/** §3.3.11: backslash, semicolon, comma and line break; other control characters may not stand in a text at all. */
const textOf = (text: string): string =>
  text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n?|\n/g, "\\n")
    .replace(/(?!\t)\p{Cc}/gu, "");

const LINE_OCTETS = 75;
const octetsOf = (text: string): number => Buffer.byteLength(text);

/** §3.1: lines of at most 75 octets, and no character is torn apart. */
function folded(line: string): string {
  const rows: string[] = [];
  let row = "";
  for (const character of line) {
    if (octetsOf(row) + octetsOf(character) > LINE_OCTETS) {
      rows.push(row);
      row = " ";
    }
    row += character;
  }
  return [...rows, row].join("\r\n");
}

/** The file as text, with the line ends that the standard asks for. Its type is `text/calendar; charset=utf-8`. */
export function calendarFile(event: CalendarEvent, zone: ZoneWithoutSummerTime): string {
  const offset = offsetOf(zone);
  const alarm = [
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `TRIGGER:-PT${event.alarmMinutes}M`,
    `DESCRIPTION:${textOf(event.summary)}`,
    "END:VALARM",
  ];
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Yichuang//Bookings//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "BEGIN:VTIMEZONE",
    `TZID:${zone.id}`,
    "BEGIN:STANDARD",
    `DTSTART:${ZONE_SINCE}`,
    `TZOFFSETFROM:${offset}`,
    `TZOFFSETTO:${offset}`,
    `TZNAME:${zone.name}`,
    "END:STANDARD",
    "END:VTIMEZONE",
    "BEGIN:VEVENT",
    `UID:${textOf(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${compact(event.stampedAt)}`,
    `DTSTART;TZID=${zone.id}:${onClock(event.startsAt, zone)}`,
    `DTEND;TZID=${zone.id}:${onClock(event.endsAt, zone)}`,
    `SUMMARY:${textOf(event.summary)}`,
    `LOCATION:${textOf(event.location)}`,
    `DESCRIPTION:${textOf(event.description)}`,
    `URL:${event.url}`,
    `STATUS:${event.cancelled ? "CANCELLED" : "CONFIRMED"}`,
    ...(event.cancelled ? [] : alarm),
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}
