import type { filling as zh } from "../zh/booking.fill.ts";
import { plural } from "./plural.ts";

export const filling: typeof zh = {
  person: {
    title: "Who is the visit for?",
    name: "Full name",
    nameHint: "As on the identity document",
    identityKind: "Identity document",
    identityNumber: "Number of the document",
    identityHint: "It is checked when you come. A resident identity card may end in X.",
    phone: "Mobile phone",
    phoneHint: "You need its last four digits to see your booking.",
    topic: "What you want to talk about",
    topicHint:
      "One sentence, such as: the school grant has not arrived. It is read beforehand; leave out identity numbers and health, and say them there.",
    agent: "I am booking for somebody else",
    agentHint:
      "Above is the person whose business it is; here is who comes in their place. The guide says what authorisation to bring.",
    agentName: "Full name of who comes",
    agentPhone: "Mobile phone of who comes",
    own: "At this hall people can book for themselves only.",
    use: "Used for this booking only, kept encrypted, and never shown to others.",
    next: "Next: check your answers",
    again:
      "To protect you, what you type is kept for two hours only, and cleared when another form is filled in on this device. Please fill it in again.",
  },
  check: {
    title: "Check your answers, then book",
    visit: "Your visit",
    who: "Who it is for",
    change: "Change",
    rules: "Before you book",
    button: "Book this visit",
    name: "Name",
    identity: "Document",
    phone: "Mobile phone",
    topic: "About",
    agent: "Who comes",
  },
  rules: {
    change: (time) => `If you cannot come, move or cancel at least ${time} before.`,
    changeAnyTime: "If you cannot come, move or cancel before it begins, so that others can have the place.",
    minutes: (count) => plural(count, "minute", "minutes"),
    hours: (count) => plural(count, "hour", "hours"),
    day: "a day",
    month: "a month",
    no_show: (per, at, days) =>
      `After ${plural(at, "missed visit", "missed visits")} in ${per} you cannot book online for ${days} days.`,
    cancellation: (per, at, days) =>
      `After ${plural(at, "cancellation", "cancellations")} in ${per} you cannot book online for ${days} days.`,
    booking: (per, at, days) =>
      `After ${plural(at, "booking", "bookings")} in ${per} you cannot book online for ${days} days.`,
    live: {
      group:
        "One booking a person at a time for services of one kind; move or cancel the one you have first.",
      service: "One booking a person at a time for this service; move or cancel the one you have first.",
      hall: "One booking a person at a time in this hall; move or cancel the one you have first.",
    },
    visits: (per, most) => `At most ${plural(most, "visit", "visits")} ${per} for each person.`,
    bookings: (per, most) => `At most ${plural(most, "booking", "bookings")} ${per} for each person.`,
    appeal: "If there was a good reason, the hall hears appeals.",
  },
  refused: {
    nearest: "The nearest free times: one tap books",
    moveNearest: "The nearest free times: one tap moves your booking",
    calendar: "Choose another time in the calendar",
    mine: "See my booking",
    appeal: "See why booking is paused, or appeal",
    call: (hall) => `Call ${hall}`,
    opens: (when) => `Booking opens on ${when}.`,
    until: (when) => `You can book online again from ${when}.`,
    limit: (per, most) => `At most ${most} ${per}`,
    back: "Back to my booking",
    taken: (when) => `${when} could not be booked. What you typed is still here.`,
    kept: (when) => `It could not be moved to ${when}. Your booking is as it was.`,
  },
};
