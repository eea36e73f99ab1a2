import type { appeal as words } from "../zh/appeal.ts";

const counts = { no_show: "no-shows", cancellation: "cancellations", booking: "bookings" };
const per = { day: "a day", month: "a month" };

export const appeal: typeof words = {
  title: "Appeal against a stop",
  lead: "Whoever may not book for a time, such as after missed visits, sees the reason here and can appeal.",
  code: "Booking code",
  codeHint: "Any booking of this hall, such as 7KQ2 M9XD 4BT",
  phone4: "Last four digits of the phone",
  phone4Hint: "The telephone given when booking",
  find: "Look",
  found: "How it stands",
  none: { title: "You are not stopped", text: "You can book in this hall as usual." },
  hall: (hall) => `Stopped at ${hall}`,
  why: "Reason",
  whyOf: ({ counts: what, per: each, at, banDays }) =>
    `${at} ${counts[what]} in ${per[each]}; the rules stop booking for ${banDays} days`,
  until: "Stopped until",
  text: "What you want to say",
  textHint:
    "Which time, and why it should not count, such as being in hospital. 5 to 1,000 characters, no identity number",
  send: "Send the appeal",
  sent: "The appeal is sent, and staff of the hall look at it. Come back here for the result.",
  sentAt: (at) => `The appeal was sent on ${at} and is being looked at.`,
  decided: { lifted: "The hall has lifted it; you can book now.", kept: "The hall keeps it." },
  reason: "Reason",
  back: "Look again",
  errors: {
    code_invalid: () => "The code is not right. Compare every character with your booking",
    phone4: () => "Enter the last four digits of the telephone",
    not_found: () => "Nothing was found. Check the code and the last four digits",
    too_many: () => "Too many tries; come back later",
    appeal_made: () => "There is an appeal already; wait for the result",
    ban_decided: () => "The hall has decided; see the result",
  },
};
