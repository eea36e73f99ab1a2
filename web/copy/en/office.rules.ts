import type { officeRules as words } from "../zh/office.rules.ts";

const scope = { hall: "in the whole hall", group: "in a group of services", service: "for each service" };
const per = { day: "a day", month: "a month" };
const counts = { no_show: "no-shows", cancellation: "cancellations", booking: "bookings" };

export const officeRules: typeof words = {
  title: (hall) => `Rules of booking: ${hall}`,
  newTitle: (hall) => `New rules of booking: ${hall}`,
  nav: "Rules of booking",
  inForce: "In force now",
  coming: (day) => `From ${day}`,
  since: (day) => `In force since ${day}`,
  past: "Rules before",
  period: (from, to) => `${from} to ${to}`,
  none: "No rules: anybody can book, as often as they like.",
  change: "Write new rules",
  remove: "Do not bring these in",
  underOld: "What was booked before stays under the rules of its day.",
  persons: {
    identity: "The same identity number is the same person",
    identity_or_phone: "The same identity number or the same telephone is the same person",
  },
  oneLive: {
    group: "One open booking at a time in a group of services",
    service: "One open booking at a time for a service",
    hall: "One open booking at a time in this hall",
    none: "Any number of open bookings at a time",
  },
  own: { yes: "Everybody books for themselves only", no: "One may book for somebody else" },
  cancel: (minutes) =>
    minutes === 0
      ? "Can be cancelled or moved until it begins"
      : `Cannot be cancelled or moved within ${durationOf(minutes)} before it begins`,
  limit: ({ most, per: each, of, within }) =>
    of === "visits"
      ? `At most ${most} visits ${per[each]} ${scope[within]}, cancelled ones not counted`
      : `At most ${most} bookings ${per[each]} ${scope[within]}, cancelled ones counted too`,
  penalty: ({ counts: what, per: each, within, at, warnAt, banDays }) =>
    `${at} ${counts[what]} ${per[each]} ${scope[within]}: no booking for ${banDays} days${warnAt === undefined ? "" : `; a warning at number ${warnAt}`}`,
  appeal: "Whoever is stopped can appeal, and the hall keeps or lifts the stop.",
  form: {
    from: "In force from",
    fromHint: "Tomorrow at the earliest, such as 2026-12-01. Bookings made before are not touched",
    persons: "Who is the same person",
    oneLivePer: "Open bookings at a time",
    ownBusinessOnly: "Booking for others",
    ownOnly: "Everybody books for themselves only",
    cancelBeforeMinutes: "Minutes before it begins within which it cannot be cancelled or moved",
    limits: "Limits",
    limitLine: (n) => `Limit ${n}`,
    most: "At most",
    mostHint: "Leave empty for no such rule",
    per: "In",
    of: "Counted are",
    ofs: { visits: "Visits, cancelled ones not", bookings: "Bookings, cancelled ones too" },
    within: "Within",
    penalties: "Stops",
    penaltyLine: (n) => `Stop ${n}`,
    counts: "Counted are",
    countNames: { no_show: "Visits nobody came to", cancellation: "Own cancellations", booking: "Bookings" },
    at: "Stopped at number",
    warnAt: "Warned at number",
    warnHint: "Optional, below the number of the stop",
    banDays: "Days without booking",
    scopes: scope,
    periods: per,
  },
  errors: {
    rules_past: () => "Rules begin tomorrow at the earliest; those in force cannot change",
    warn_before: () => "The warning must come before the stop",
  },
};

function durationOf(minutes: number): string {
  if (minutes % 1440 === 0) return minutes === 1440 ? "a day" : `${minutes / 1440} days`;
  if (minutes % 60 === 0) return minutes === 60 ? "an hour" : `${minutes / 60} hours`;
  return `${minutes} minutes`;
}
