/**
 * Which notices follow from a change of a booking, and whether one still holds when it goes out. The booking's own item
 * is the outbox: its change in the stream says all, so that booking stays one transaction of six write units. Pure.
 */

import { instantAt } from "../booking/booking.time.ts";
import type { Booking } from "../booking/booking.ts";
import type { Waiter } from "../booking/booking.waiting.ts";
import { addDays } from "../calendar/calendar.day.ts";
import type { Instant } from "../kit/clock.ts";
import { millisecondsOf, plusSeconds } from "../kit/clock.ts";
import type { BookingTemplate, Notice } from "./notice.ts";

/** The day before at this time, and so long ahead on the day itself. */
const DAY_BEFORE_AT = "17:00";
const SOON_SECONDS = 2 * 3600;
/** Who has heard of the booking so recently knows of it. */
const FRESH_SECONDS = 6 * 3600;
const DAY_SECONDS = 24 * 3600;

/** What has happened between two states of a booking, as far as its person is told. */
export function happened(before: Booking | undefined, after: Booking): readonly BookingTemplate[] {
  const was = before?.state === "booked" ? before : undefined;
  if (after.state === "cancelled") return was === undefined ? [] : ["booking_cancelled"];
  if (after.state === "no_show") return was !== undefined && isWarned(after) ? ["booking_missed"] : [];
  if (after.state !== "booked") return [];
  if (was === undefined) return ["booking_made"];
  if (was.startsAt !== after.startsAt || was.place !== after.place) return ["booking_moved"];
  if (was.rebook === undefined && after.rebook !== undefined) return ["booking_closed"];
  return was.rebook !== undefined && after.rebook === undefined ? ["booking_kept"] : [];
}

export function isWarned({ history }: Pick<Booking, "history">): boolean {
  const last = history.at(-1);
  return last?.banned !== undefined || (last?.warned ?? []).length > 0;
}

/** One notice of a booking. `unit` runs the hall. */
export const bookingNotice = (template: BookingTemplate, booking: Booking, unit: string): Notice => ({
  about: "booking",
  reference: booking.code,
  n: booking.version,
  template,
  unit,
  lang: booking.lang,
  visitAt: booking.startsAt,
  createdAt: toldAt(booking),
  state: "waiting",
  attempts: 0,
});

/** What was decided about the ban that a booking led to; its name is the minute of the decision. */
export const banNotice = (
  booking: Booking,
  { outcome, at }: { readonly outcome: "kept" | "lifted"; readonly at: Instant },
  unit: string,
): Notice => ({
  ...bookingNotice(outcome === "lifted" ? "ban_lifted" : "ban_kept", booking, unit),
  n: Math.floor(millisecondsOf(at) / 60_000),
  createdAt: at,
});

/**
 * A seat is held for somebody who waited or was drawn (`isDrawn`); the notice is of no use once the hold has run out.
 */
export const offerNotice = (
  booking: Booking & { readonly heldUntil: Instant },
  unit: string,
  isDrawn = false,
): Notice => ({
  ...bookingNotice(isDrawn ? "booking_drawn" : "booking_offered", booking, unit),
  lapsesAt: booking.heldUntil,
});

/** Whoever registers for a draw, and whoever was not drawn, hears so; nothing any more once the day's times are over. */
export function lotNotices(before: Waiter | undefined, after: Waiter, unit: string): readonly Notice[] {
  if (after.state !== "waiting") return [];
  const isRegistered = before === undefined && after.lot === "open";
  const isLost = before?.lot === "open" && after.lot === "lost";
  if (!isRegistered && !isLost) return [];
  const template = isLost ? "booking_not_drawn" : "booking_registered";
  const { code, version, lang, day, to, joinedAt } = after;
  return [
    {
      ...{ about: "booking", reference: code, n: version, template, unit, lang },
      ...{ lapsesAt: instantAt(day, to), createdAt: joinedAt, state: "waiting", attempts: 0 },
    },
  ];
}

const toldAt = ({ history, madeAt }: Booking): Instant => history.at(-1)?.at ?? madeAt;

/**
 * The reminders of a visit that was booked or moved just now; none that would come on the heels of the confirmation. Their
 * name is the visit's, so that moving to and fro gives one.
 */
export function remindersOf(booking: Booking, unit: string): readonly Notice[] {
  const { day, startsAt } = booking;
  const told = toldAt(booking);
  const reminder = (template: BookingTemplate, notBefore: Instant): Notice => ({
    ...bookingNotice(template, booking, unit),
    n: Math.floor(millisecondsOf(startsAt) / 60_000),
    notBefore,
    lapsesAt: startsAt,
  });
  const isFresh = (at: Instant) => plusSeconds(told, FRESH_SECONDS) > at;
  const dayBefore = instantAt(addDays(day, -1), DAY_BEFORE_AT);
  const soon = plusSeconds(startsAt, -SOON_SECONDS);
  const isShort = plusSeconds(told, DAY_SECONDS) > startsAt;
  return [
    ...(isShort || isFresh(dayBefore) ? [] : [reminder("booking_tomorrow", dayBefore)]),
    ...(isFresh(soon) ? [] : [reminder("booking_soon", soon)]),
  ];
}

/** Whether somebody is offered it, who has not said yet whether they come. */
export const isOffer = (booking: Booking): booking is Booking & { readonly heldUntil: Instant } =>
  booking.state === "held" && booking.offered === true && booking.heldUntil !== undefined;

/** All that a change of a booking brings about; `isDrawn` when what it offers was drawn by lot. */
export function noticesOf(
  before: Booking | undefined,
  after: Booking,
  { unit, isDrawn = false }: { readonly unit: string; readonly isDrawn?: boolean },
): readonly Notice[] {
  if (before === undefined && isOffer(after)) return [offerNotice(after, unit, isDrawn)];
  const templates = happened(before, after);
  const isPlaced = templates.some((one) => one === "booking_made" || one === "booking_moved");
  const notices = templates.map((template) => bookingNotice(template, after, unit));
  return isPlaced ? [...notices, ...remindersOf(after, unit)] : notices;
}

/** Templates that speak of a visit to come, and are wrong when it has changed since. */
const ofAVisit: readonly string[] = [
  "booking_made",
  "booking_moved",
  "booking_closed",
  "booking_kept",
  "booking_tomorrow",
  "booking_soon",
] satisfies readonly BookingTemplate[];

/** Whether what a notice says is no longer so, by the booking as it stands now. */
export function isOvertaken(
  { template, visitAt, lapsesAt }: Notice,
  booking: Booking | undefined,
  now: Instant,
): boolean {
  if (booking === undefined || (lapsesAt !== undefined && lapsesAt <= now)) return true;
  if (template === "booking_offered" || template === "booking_drawn") return booking.state !== "held";
  if (!ofAVisit.includes(template)) return false;
  const isThere = booking.state === "booked" && booking.startsAt === visitAt && booking.startsAt > now;
  if (!isThere) return true;
  return template === "booking_closed" ? booking.rebook === undefined : booking.rebook !== undefined;
}
