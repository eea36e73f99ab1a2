import type { QueueNoticeWords } from "../zh/notice.queue.ts";

export const queueNotice: QueueNoticeWords = {
  and: ", ",
  shortDay: (day) => day.replace(/([A-Z][a-z]{2})[a-z]+/, "$1"),
  hour: (day, time) => `${day} ${time}`,
  facts: ({ day, hall, place, services, sign, phone }) => [
    `Day to book: ${day}`,
    `Where: ${hall}, ${place}`,
    `For: ${services}`,
    `Ticket sign: ${sign}`,
    `Telephone of the hall: ${phone}`,
  ],
  link: (address) =>
    `Open it with the phone or browser that took the ticket, and you can choose a time: ${address}`,
  automatic:
    "This message was sent automatically; please do not reply. We never ask you for an identity number, a password or a verification code.",
  said: {
    ticket: {
      subject: ({ hour, hall }) => `Queue ticket taken, drawn ${hour}: ${hall}`,
      lines: ({ hour }) => [
        `You have a queue ticket. The order is drawn at ${hour}, and we send you your turn then; early or late makes no difference.`,
      ],
      short: ({ dayShort, hour, sign }) => [
        `Queue ticket for ${dayShort}, drawn ${hour}. Sign ${sign}`,
        `Ticket ${sign}, drawn ${hour}`,
      ],
    },
    turn: {
      subject: ({ from, turn }) => `Your turn: from ${from} (turn ${turn})`,
      lines: ({ turn, turns, from }) => [
        `The draw: you have turn ${turn} of ${turns}. You can choose a time from ${from} on, as long as there are places.`,
      ],
      short: ({ turn, from, dayShort, sign }) => [
        `Turn ${turn}: book ${dayShort} from ${from} on. Sign ${sign}`,
        `Turn ${turn}, from ${from}. Sign ${sign}`,
      ],
    },
    dropped: {
      subject: ({ dayShort, hall }) => `No ticket needed any more: ${dayShort}, ${hall}`,
      lines: () => [
        "The hall has changed how the places of this day are given out: no order is drawn, and the ticket is of no use any more. Please open the address below to see how to book now.",
      ],
      short: ({ dayShort, sign }) => [
        `${dayShort}: no draw. See online how to book. Sign ${sign}`,
        `${dayShort}: no draw. Sign ${sign}`,
      ],
    },
    closed: {
      subject: ({ dayShort, hall }) => `No places on this day: ${dayShort}, ${hall}`,
      lines: ({ phone }) => [
        `We are sorry: the hall is closed on this day, and the ticket is of no use any more. Please look at other days, or call the hall: ${phone}.`,
      ],
      short: ({ dayShort, phone, sign }) => [
        `Sorry, closed ${dayShort}. Call ${phone}. Sign ${sign}`,
        `Closed ${dayShort}. Sign ${sign}`,
      ],
    },
  },
};
