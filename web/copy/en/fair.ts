import type { fair as zh } from "../zh/fair.ts";

export const fair: typeof zh = {
  slow: {
    title: "Too many tries, please wait a moment",
    next: (wait: string) =>
      `Wait ${wait} and press the button below again. What you filled in is still here, and what is booked stays booked.`,
    minutes: (n: number) => (n === 1 ? "1 minute" : `${n} minutes`),
    seconds: (n: number) => (n === 1 ? "1 second" : `${n} seconds`),
  },
  queue: {
    title: "Queue ticket",
    takeTitle: "Take a queue ticket",
    rules: (hour: string, behind: string) => [
      `Everybody who takes a ticket before ${hour} is put in an order by chance at that moment. Early or late is the same: no need to hurry.`,
      "One person counts once, however many tickets they take.",
      `Your time will be shown here. Without a ticket, booking opens at ${behind}.`,
    ],
    take: "Take a ticket",
    mine: "See my ticket",
    early: (from: string, hour: string) =>
      `Booking opens ${hour}, in an order drawn by chance. Tickets are given from ${from}.`,
    open: (hour: string) => `Booking opens ${hour}, in an order drawn by chance. Take a ticket now.`,
    has: (hour: string) => `You have a ticket. The order is drawn ${hour}.`,
    behind: (from: string) =>
      `Those who took a ticket before the hour are first. Without one, booking opens ${from}.`,
    turn: (from: string) => `Your time: ${from}.`,
    waiting: {
      title: "You have a ticket: wait for the draw",
      line: (hour: string) => `The order is drawn ${hour}; then your time is shown here.`,
    },
    drawn: {
      title: (n: number, of: number) => `Turn ${n} of ${of}`,
      line: (from: string) => `You can book from ${from}.`,
      keep: "This page keeps itself up to date.",
    },
    now: { title: "It is your turn", line: "Choose a time." },
    none: { title: "No queue ticket", line: (from: string) => `You can book from ${from}.` },
    over: { title: "Everybody can book now", line: "Choose a time." },
    sign: "Ticket sign",
    choose: "Choose a time",
    refresh: "Refresh",
    how: "How it is drawn",
    howLines: (seed: string) => [
      "A random seed is made at the moment of opening; nobody knows it before.",
      "The HMAC-SHA256 of the ticket sign under the seed gives a number: its first 8 hexadecimal digits, divided by 2 to the power of 32, times 60, is the turn, counted from 0.",
      ...(seed === "" ? [] : [`Seed: ${seed}`]),
    ],
  },
};
