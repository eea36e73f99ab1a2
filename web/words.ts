// The functions alone: the package's entry brings all its classes along, 50 KB to read at every cold start.
import * as Instant from "temporal-polyfill/fns/Instant";
import * as PlainDate from "temporal-polyfill/fns/PlainDate";
import * as PlainTime from "temporal-polyfill/fns/PlainTime";
import * as ZonedDateTime from "temporal-polyfill/fns/ZonedDateTime";
import type { Language } from "./view.ts";

/** The clock of Asia/Shanghai since 1991; a fixed offset spares the zone tables (see functions/calendar). */
const shanghai = "+08:00";
const weekdays = {
  zh: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
} as const;
const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** "2026-03-20" as "2026年3月20日（周五）" or "Friday 20 March 2026". The day is a calendar day in Asia/Shanghai. */
export function formatDay(day: string, lang: Language): string {
  const date = dateOf(day);
  const weekday = formatWeekday(day, lang);
  if (lang === "zh") return `${date.year}年${date.month}月${date.day}日（${weekday}）`;
  return `${weekday} ${date.day} ${months[date.month - 1]} ${date.year}`;
}

/** "2026-03-20" as "3月20日" or "20 March", where the year is plain from what stands around it. */
export function formatDayShort(day: string, lang: Language): string {
  const date = dateOf(day);
  return lang === "zh" ? `${date.month}月${date.day}日` : `${date.day} ${months[date.month - 1]}`;
}

/** "2026-03-20" as "2026年3月" or "March 2026". */
export function formatMonth(day: string, lang: Language): string {
  const date = dateOf(day);
  return lang === "zh" ? `${date.year}年${date.month}月` : `${months[date.month - 1]} ${date.year}`;
}

/** "2026-03-20" as "周五" or "Friday". */
export function formatWeekday(day: string, lang: Language): string {
  return weekdays[lang][PlainDate.dayOfWeek(dateOf(day)) - 1] ?? "";
}

/** A UTC instant as the day and minute on a clock in Shanghai: "2026年3月20日（周五）14:05". */
export function formatInstant(instant: string, lang: Language): string {
  const day = formatDay(dayOf(instant), lang);
  return lang === "zh" ? `${day}${formatTime(instant)}` : `${day}, ${formatTime(instant)}`;
}

/** A UTC instant as the minute on a clock in Shanghai: "14:05". */
export function formatTime(instant: string): string {
  return PlainTime.toString(ZonedDateTime.toPlainTime(inShanghai(instant)), { smallestUnit: "minute" });
}

/** The calendar day in Shanghai on which a UTC instant falls. */
export function dayOf(instant: string): string {
  return PlainDate.toString(ZonedDateTime.toPlainDate(inShanghai(instant)));
}

const inShanghai = (instant: string): ZonedDateTime.Record =>
  Instant.toZonedDateTimeISO(Instant.fromString(instant), shanghai);

const dateOf = (day: string): PlainDate.Record =>
  PlainDate.create(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8)));

/** A reference in groups of four, to be read aloud and copied by hand: "1101 08G2 6032 0000 12X". */
export function formatReference(reference: string): string {
  return reference.replaceAll(/(.{4})(?=.)/gu, "$1 ");
}

/** A file's size: "340 KB", "9.8 MB". One decimal from a megabyte on, never more precise than useful. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilobytes = bytes / 1024;
  if (kilobytes < 999.5) return `${Math.round(kilobytes)} KB`;
  return `${Number((kilobytes / 1024).toFixed(1))} MB`;
}
