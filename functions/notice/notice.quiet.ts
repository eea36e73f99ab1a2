/** Hours in which nobody's telephone should ring (静默时段), on the clock of Asia/Shanghai. Pure. */
import type { Instant } from "../kit/clock.ts";
import { millisecondsOf } from "../kit/clock.ts";

/** Minutes after midnight; from the evening into the morning when `from` is the later one. */
export interface QuietHours {
  readonly fromMinute: number;
  readonly toMinute: number;
}

const DAY_MINUTES = 1440;
/** China has kept UTC+08:00 without summer time since September 1991. */
const OFFSET_MINUTES = 480;
const SHAPE = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/;

/** `21:00-08:00`; undefined for `none` and for hours that are empty. Throws `RangeError` for anything else. */
export function readQuietHours(text: string): QuietHours | undefined {
  if (text === "none") return undefined;
  const [, fromHour, from, toHour, to] = SHAPE.exec(text) ?? [];
  if (to === undefined) throw new RangeError("quiet hours are written 21:00-08:00");
  const fromMinute = Number(fromHour) * 60 + Number(from);
  const toMinute = Number(toHour) * 60 + Number(to);
  return fromMinute === toMinute ? undefined : { fromMinute, toMinute };
}

/** When the quiet hours in which an instant lies are over; undefined when it lies in none. */
export function quietUntil(now: Instant, hours: QuietHours | undefined): Instant | undefined {
  if (hours === undefined) return undefined;
  const minute = Math.floor(millisecondsOf(now) / 60_000);
  const ofDay = (minute + OFFSET_MINUTES) % DAY_MINUTES;
  const { fromMinute, toMinute } = hours;
  const inside =
    fromMinute < toMinute ? fromMinute <= ofDay && ofDay < toMinute : fromMinute <= ofDay || ofDay < toMinute;
  if (!inside) return undefined;
  const rest = (toMinute - ofDay + DAY_MINUTES) % DAY_MINUTES;
  return new Date((minute + rest) * 60_000).toISOString();
}
