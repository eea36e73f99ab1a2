/** Days as registers write them. Pure. */
import type { Day } from "../calendar/calendar.ts";
import { addDays, dayOf, isDay } from "../calendar/calendar.ts";
import type { RepairReason } from "./old.ts";

type DayRepair = Extract<RepairReason, "day_from_serial" | "day_rewritten" | "time_left_out">;

/** `ambiguous`: 03/05/2019 is two days. */
export type DayRead =
  | { readonly day: Day; readonly repair?: DayRepair }
  | { readonly problem: "unreadable" | "ambiguous" };

/** A spreadsheet counts days from the day before 1900-01-01, and takes 1900 for a leap year; from March 1900 that is this. */
const SERIAL_ZERO: Day = "1899-12-30";
const DAYS_TO_1904 = 1_462;
/** From 1954 to 2119; another number is no day that a request could have. */
const [FIRST_SERIAL, LAST_SERIAL] = [20_000, 80_000];

const YEAR_FIRST = /^(\d{4})(?:[-/.]|\s*年\s*)(\d{1,2})(?:[-/.]|\s*月\s*)(\d{1,2})\s*日?$/;
const YEAR_LAST = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$/;
const TIME = /[T\s]+(?:上午|下午|早上|晚上)?\s*\d{1,2}[:：时]\d{1,2}.*$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/;

export function readDayText(written: string, from1904: boolean): DayRead {
  const text = written.normalize("NFKC").trim();
  if (isDay(text)) return { day: text };
  if (INSTANT.test(text)) return instantDay(text);
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(text);
  if (serial !== null) return serialDay(Number(serial[1]), from1904);
  const bare = text.replace(TIME, "");
  const [, year = "", month = "", day = ""] =
    YEAR_FIRST.exec(bare) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(bare) ?? [];
  const found = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (isDay(found)) return { day: found, repair: bare === text ? "day_rewritten" : "time_left_out" };
  return { problem: YEAR_LAST.test(bare) ? "ambiguous" : "unreadable" };
}

function instantDay(text: string): DayRead {
  try {
    return { day: dayOf(text), repair: "time_left_out" };
  } catch {
    return { problem: "unreadable" };
  }
}

const serialDay = (serial: number, from1904: boolean): DayRead =>
  serial < FIRST_SERIAL || serial > LAST_SERIAL
    ? { problem: "unreadable" }
    : { day: addDays(SERIAL_ZERO, serial + (from1904 ? DAYS_TO_1904 : 0)), repair: "day_from_serial" };
