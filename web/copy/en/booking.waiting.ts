import type { waitingList as zh } from "../zh/booking.waiting.ts";

export const waitingList: typeof zh = {
  waiting: {
    title: "Waiting list",
    link: "Wait for this day: keep a place for me when somebody gives one back",
    partLink: "The time you want is full? Wait for it",
    joinTitle: "Wait for this day",
    window: "Hours in which you could come",
    windows: { all: "All day", morning: "In the morning", afternoon: "In the afternoon" },
    rules: (minutes) => [
      "When somebody gives a place back, it is kept for who has waited longest, and you are told.",
      `Then it is kept for you for ${minutes} minutes, nights not counted; confirm it within that time.`,
      "Waiting is no booking: without a message there is no place. You can look at other days as well.",
    ],
    join: "Join the waiting list",
    state: {
      registered: "Registered, waiting for the draw",
      waiting: "You are on the waiting list",
      offered: "A place is held for you",
      taken: "You have a booking",
      missed: "The place is no longer held",
      left: "You have left the waiting list",
      leftDraw: "You have withdrawn from the draw",
      over: "The waiting list has ended",
    },
    ahead: (count) => (count === 0 ? "You are first in line." : `${count} ahead of you.`),
    lines: {
      registered: "Lots are drawn within 15 minutes after the hour; you will hear from us.",
      offered: "Please confirm it soon.",
      taken: "Please come on time.",
      missed: "It was not confirmed in time and has gone to the next person.",
      left: "No place is kept for you any more.",
      over: "Nobody gave a place back that day.",
    },
    how: "You are told when it is your turn. You can come back with this code at any time to look and confirm.",
    day: "Day",
    leave: "Leave the waiting list",
    other: "Look at other days",
  },
};
