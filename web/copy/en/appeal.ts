import type { appeal as words } from "../zh/appeal.ts";

const counts = { no_show: "no-shows", cancellation: "cancellations", booking: "bookings" };
const per = { day: "a day", month: "a month" };

export const appeal: typeof words = {
  title: "Booking paused: reason and appeal",
  lead: "If your booking online is paused, such as after missed visits, you can see the reason here and appeal.",
  code: "Booking code",
  codeHint: "Of any booking of yours at this hall, such as 7KQ2 M9XD 4BT",
  phone: "Last four digits of the phone",
  phoneHint: "The phone of the person whose visit it is",
  find: "Look",
  found: "How it stands",
  none: { title: "Your booking is not paused", text: "You can book at this hall as usual." },
  hall: (hall) => `Paused at ${hall}`,
  why: "Reason",
  whyOf: ({ counts: what, per: each, at, banDays }) =>
    `${at} ${counts[what]} in ${per[each]}; the rules pause booking for ${banDays} days`,
  until: "Paused until",
  text: "What you want to say",
  textHint:
    "Which time, and why it should not count, such as being in hospital. 5 to 1,000 characters, no identity number",
  send: "Send the appeal",
  sent: "The appeal is sent, and staff of the hall look at it. Come back here for the result.",
  sentAt: (at) => `The appeal was sent on ${at} and is being looked at.`,
  decided: { lifted: "The hall has ended the pause; you can book now.", kept: "The hall keeps the pause." },
  reason: "Reason",
  back: "Look again",
  errors: {
    code_invalid: () => "Check the code: it has 11 characters, one may be wrong or missing",
    phone4: () => "Enter the last four digits of the phone",
    not_found: () => "Not found: the code and the digits of the phone do not belong together",
    tries_whole: () => "This code was tried too often. Enter the whole phone number here to go on at once",
    tries_wait: () => "Too many tries: wait 15 minutes, or come to the hall with your identity document",
    appeal_made: () => "There is an appeal already; wait for the result",
    ban_decided: () => "The hall has decided; see the result",
  },
};
