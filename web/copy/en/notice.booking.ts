import type { BookingNoticeWords, VisitWords } from "../zh/notice.booking.ts";

const when = ({ dayShort, time }: VisitWords): string => `${dayShort} ${time}`;

/** As many names as there may be room for, from all of them down to one. */
const lists = ({ materials }: VisitWords): readonly string[] =>
  materials.map((_, n) => {
    const left = materials.length - n;
    return `Bring: ${materials.slice(0, left).join(", ")}${n === 0 ? "" : ` +${n} more`}`;
  });

export const bookingNotice: BookingNoticeWords = {
  and: ", ",
  host: (name) => ` (${name})`,
  shortDay: (day) => day.replace(/([A-Z][a-z]{2})[a-z]+/, "$1"),
  facts: ({ day, time, hall, place, address, services, received, code, phone }) => [
    `When: ${day} ${time}`,
    `Where: ${hall}, ${place} (${address})`,
    `For: ${services}`,
    ...(received === "" ? [] : [`You meet: ${received}`]),
    `Booking code: ${code}`,
    `Telephone of the hall: ${phone}`,
  ],
  bring: "Please bring:",
  item: (name) => `- ${name}`,
  more: (count) => `and ${count} more; the guide has the whole list.`,
  warned:
    "Please note: bookings that you cancelled or missed are close to a limit or have reached it. One more, and you may not be able to book online for a while. You can appeal to the hall.",
  link: (address) =>
    `See, move or cancel it, with the code and the last four digits of the phone: ${address}`,
  automatic:
    "This message was sent automatically; please do not reply. We never ask you for an identity number, a password or a verification code.",
  templates: {
    booking_made: {
      subject: (visit) => `Booked: ${when(visit)}, ${visit.hall}`,
      lines: () => ["Your visit is booked. Please come ten minutes early, check in and wait to be called."],
      short: (visit) => [
        ...(visit.received === "" ? [] : [`Booked: ${when(visit)}, ${visit.services}. Code ${visit.code}`]),
        `Booked: ${when(visit)}, ${visit.hall}. Code ${visit.code}. Bring your papers.`,
        `Booked: ${when(visit)}, code ${visit.code}, ${visit.hall}`,
      ],
    },
    booking_moved: {
      subject: (visit) => `Moved to ${when(visit)}, ${visit.hall}`,
      lines: () => [
        "Your booking has been moved to the time below. The earlier time is no longer kept for you.",
      ],
      short: (visit) => [
        `Moved to ${when(visit)}, ${visit.hall}. Code ${visit.code}.`,
        `Moved to ${when(visit)}, code ${visit.code}, ${visit.hall}`,
      ],
    },
    booking_cancelled: {
      subject: (visit) => `Cancelled: ${when(visit)}, ${visit.hall}`,
      lines: (visit) => [
        `Your booking has been cancelled; you need not come. If it was not you who cancelled it, please call the hall at once: ${visit.phone}.`,
      ],
      short: (visit) => [
        `Cancelled: ${when(visit)}, ${visit.hall}. Not you? Call ${visit.phone}`,
        `Cancelled: ${when(visit)}. Not you? Call ${visit.phone}`,
      ],
    },
    booking_closed: {
      subject: (visit) => `Please choose another time: ${when(visit)}, ${visit.hall}`,
      lines: () => [
        "We are sorry: the counter that you booked is closed at that time. Please choose another time, or cancel; neither is counted. Your code stays the same.",
      ],
      short: (visit) => [
        `Sorry, closed ${when(visit)}. Choose again: ${visit.link} ${visit.code}`,
        `Closed ${when(visit)}, please rebook ${visit.code}, ${visit.hall}`,
        `Sorry, closed ${when(visit)}. Please rebook. Code ${visit.code}`,
      ],
    },
    booking_kept: {
      subject: (visit) => `Your booking stands: ${when(visit)}, ${visit.hall}`,
      lines: () => [
        "We told you that the counter would be closed at that time. It is open after all, and you need not move your booking.",
      ],
      short: (visit) => [
        `Open after all: ${when(visit)}, ${visit.hall}. Code ${visit.code}.`,
        `Open after all: ${when(visit)}, code ${visit.code}`,
      ],
    },
    booking_missed: {
      subject: (visit) => `You did not come: ${when(visit)}`,
      lines: () => ["The time of your booking is over, and the hall has not seen you check in."],
      short: (visit) => [
        `You missed ${when(visit)} and are near a limit. You can appeal. ${visit.hall}`,
        `You missed ${when(visit)} and are near a limit. You can appeal.`,
      ],
    },
    booking_offered: {
      subject: (visit) => `A place is free, please confirm before ${visit.until}`,
      lines: (visit) => [
        `A place that you waited for is free and kept for you until ${visit.until}. Please confirm before then; afterwards it goes to the next.`,
      ],
      short: (visit) => [
        `Free: ${when(visit)}. Confirm before ${visit.until}: ${visit.link} ${visit.code}`,
        `Free: ${when(visit)}. Confirm before ${visit.until}. Code ${visit.code}`,
      ],
    },
    booking_registered: {
      subject: (visit) => `Registered for the draw: ${when(visit)}, ${visit.hall}`,
      lines: (visit) => [
        `You are registered. Lots are drawn at ${visit.hour}; early or late makes no difference, and we tell you whether you were drawn or not.`,
        "If you do not want to take part any more, you can leave with the code below and the last four digits of your phone.",
      ],
      short: (visit) => [
        `In the draw for ${when(visit)}. We will tell you. ${visit.code}`,
        `In the draw, ${when(visit)}. ${visit.code}`,
      ],
    },
    booking_drawn: {
      subject: (visit) => `You were drawn, please confirm before ${visit.until}`,
      lines: (visit) => [
        `You were drawn: a place is kept for you until ${visit.until}. Please confirm before then; afterwards it goes to the next.`,
      ],
      short: (visit) => [
        `Drawn: ${when(visit)}. Confirm before ${visit.until}: ${visit.link} ${visit.code}`,
        `Drawn: ${when(visit)}. Confirm before ${visit.until}. Code ${visit.code}`,
      ],
    },
    booking_not_drawn: {
      subject: (visit) => `Not drawn: ${when(visit)}`,
      lines: (visit) => [
        "You were not drawn this time. You stay on the waiting list of the day in the order drawn, and hear from us when a place is given back.",
        `If you would rather not wait, look at other days, or call the hall: ${visit.phone}.`,
      ],
      short: (visit) => [
        `Not drawn for ${when(visit)}; on the waiting list. ${visit.code}`,
        `Not drawn, ${when(visit)}. Waiting. ${visit.code}`,
      ],
    },
    booking_tomorrow: {
      subject: (visit) => `Tomorrow ${visit.time}: ${visit.hall}`,
      lines: () => [
        "A reminder of your booking tomorrow. If you cannot come, please cancel it, so that somebody else can.",
      ],
      short: (visit) => [
        ...lists(visit).map((list) => `Tomorrow ${visit.time}: ${visit.hall}. Code ${visit.code}. ${list}`),
        `Tomorrow ${visit.time}: ${visit.hall}. Code ${visit.code}. Bring your papers.`,
        `Tomorrow ${visit.time}, code ${visit.code}, ${visit.hall}`,
      ],
    },
    booking_soon: {
      subject: (visit) => `Today ${visit.time}: ${visit.hall}`,
      lines: () => ["A reminder of your booking today."],
      short: (visit) => [
        ...lists(visit).map((list) => `Today ${visit.time}: ${visit.hall}. Code ${visit.code}. ${list}`),
        `Today ${visit.time}: ${visit.hall}. Code ${visit.code}. Bring your papers.`,
        `Today ${visit.time}, code ${visit.code}, ${visit.hall}`,
      ],
    },
    ban_lifted: {
      subject: (visit) => `You can book again: ${visit.hall}`,
      lines: (visit) => [
        `${visit.hall} has lifted the pause; you can book again. The reason, with code and telephone: ${visit.appeals}`,
        "The visit that had led to it:",
      ],
      short: (visit) => [
        `You can book again at ${visit.hall}. Code ${visit.code}`,
        `You can book again. Code ${visit.code}`,
      ],
    },
    ban_kept: {
      subject: (visit) => `Your appeal: ${visit.hall}`,
      lines: (visit) => [
        `${visit.hall} has read your appeal; the pause stays. Why and until when, with code and telephone: ${visit.appeals}`,
        "The visit that had led to it:",
      ],
      short: (visit) => [
        `Your appeal was read, the pause stays. Code ${visit.code}, ${visit.hall}`,
        `Your appeal was read, the pause stays. Code ${visit.code}`,
      ],
    },
  },
};
