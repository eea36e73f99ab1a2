import type { occasion as zh } from "../zh/occasion.ts";

export const occasion: typeof zh = {
  reception: {
    title: "Reception days of leaders",
    lead: "On these days a leader listens to you in person. Book first, and bring your identity document.",
    empty: "No reception is planned",
    emptyText: "Once it is planned, this page says who receives on which day.",
    book: "Book this reception",
    host: (name, post) => `${name}, ${post}`,
  },
  event: {
    title: "Events and trainings",
    lead: "Trainings and open days by date. The place may be a temporary one, so mind the address.",
    empty: "No event is planned",
    emptyText: "New trainings, open days and advice on site appear here.",
    book: "Sign up",
    host: (name, post) => `${name}, ${post}`,
  },
  topic: "Topic",
  time: "Time",
  place: "Place",
  phone: "Telephone",
  map: "Map",
  opens: (when) => `Can be booked from ${when}`,
  over: "Booking is closed. Please call and ask.",
  closed: (why) => `Suspended: ${why}`,
  paused: "to be announced",
  other: { reception: "Events and trainings", event: "Reception days of leaders" },
};
