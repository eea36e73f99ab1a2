import type { home as zh } from "../zh/home.ts";

export const home: typeof zh = {
  title: "Home",
  question: "What do you need to do?",
  searchHint: "For example: identity card, housing fund, business licence",
  doors: {
    guides: { title: "Service guides", line: "What to bring, where to go, how long it takes" },
    bookings: { title: "Book a visit", line: "Choose a hall and a time before you leave" },
    progress: { title: "Track progress", line: "See how far your request has got" },
    disclosure: { title: "Request information", line: "Ask a government unit to disclose information" },
  },
  doorsLabel: "Main services",
  asked: "People often ask",
  questions: {
    apply: "How do I ask the government for information?",
    follow: "I have handed something in: where does it stand?",
    privacy: "What happens with the personal details I enter?",
  },
  notices: "Notices",
  help: "Cannot find what you need?",
  helpLine: "Call us and we will help you find it.",
  hours: (hours) => `Open: ${hours}`,
  soon: {
    guides: {
      title: "Service guides",
      lead: "Online service guides are being prepared.",
      now: "For now, call or ask at the hall. Staff will tell you what to bring and where to go.",
    },
    bookings: {
      title: "Book a visit",
      lead: "Online booking is being prepared.",
      now: "For now, call to book, or come to the hall and take a number.",
    },
    searched: "Guides cannot be searched online yet. What you typed was not kept.",
    phone: "Phone",
    hall: "Hall",
    address: "Address",
    hours: "Open",
    meanwhile: "You can already do this online",
  },
};
