import type { home as zh } from "../zh/home.ts";

export const home: typeof zh = {
  title: "Home",
  question: "What do you need to do?",
  searchHint: "For example: identity card, housing fund, business licence",
  suggestions: "It may be one of these",
  doors: {
    guides: { title: "Service guides", line: "What to bring, where to go, how long it takes" },
    bookings: { title: "Book a visit", line: "Choose a hall and a time before you leave" },
    progress: { title: "Track progress", line: "See how far your request has got" },
    advice: { title: "Questions and suggestions", line: "Ask the government, or say what could be better" },
    disclosure: { title: "Request information", line: "Ask a government unit to disclose information" },
  },
  doorsLabel: "Main services",
  also: {
    label: "You can also",
    policies: "Policies and regulations",
    announcements: "Announcements",
    news: "News",
    answers: "Published answers",
    rectification: "Correct what the government has wrong about you",
  },
  asked: "People often ask",
  questions: {
    apply: "How do I ask the government for information?",
    follow: "I have handed something in: where does it stand?",
    privacy: "What happens with the personal details I enter?",
  },
  notices: "Latest announcements",
  allNotices: "All announcements",
  help: "Cannot find what you need?",
  helpLine: "Call us and we will help you find it.",
  hours: (hours) => `Open: ${hours}`,
  contact: {
    phone: "Phone",
    hall: "Hall",
    address: "Address",
    hours: "Open",
  },
};
