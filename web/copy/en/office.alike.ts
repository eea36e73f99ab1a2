/** Many who ask for one thing (条例 Art. 44), at the office. */
import type { officeAlike as zh } from "../zh/office.alike.ts";

export const officeAlike: typeof zh = {
  title: "Asked for by many",
  link: "Asked for by many",
  lead: "What different people ask for and may be disclosed can be published instead (Art. 44 of the Regulation), so that nobody need ask for it again.",
  lists: "By what was decided",
  states: { open: "To be decided", propose: "Proposed", dismiss: "Not published" },
  empty: {
    title: "Nothing here",
    text: "Where two or more applicants ask alike, or one suggests to publish, it appears here.",
  },
  asked: (askers, requests) => `${askers} applicants, ${requests} requests`,
  suggested: (count) => `${count} suggest to publish it`,
  back: "Back to the list",
  members: "The requests",
  columns: { request: "Request", applicant: "Applicant", state: "State", answer: "Answer" },
  notAnswered: "Not answered yet",
  propose: "Propose to publish this answer",
  proposeHint:
    "Next you write the text for everybody, without what tells who asked; then another person publishes it.",
  nothingYet: "There is no answer yet that could be published. Come back when there is.",
  dismiss: {
    title: "Do not publish",
    reason: "Why",
    hint: "For example: it concerns the applicant alone. It stays on record; applicants do not see it.",
    button: "Do not publish",
  },
  decided: {
    propose: (name, day) => `${day}, proposed by ${name}`,
    dismiss: (name, day) => `${day}, not published, decided by ${name}`,
  },
  toAnswer: "See the text for everybody",
  changed: "Somebody has just acted on it, or asked again. Look at it first.",
  done: { dismiss: "On record: not published." },
  errors: {
    "reason.required": "Say why",
    "reason.too_long": "Keep the reason within 300 characters",
  },
  onCase: {
    title: "Asked alike",
    others: (count) =>
      count === 1 ? "Another applicant asks alike." : `${count} other applicants ask alike.`,
    suggested: "Its applicant suggests to publish this answer.",
    decided: { propose: "It was proposed to publish it.", dismiss: "It was decided not to publish it." },
    link: "See them together",
    same: (count) =>
      `The same applicant has ${count} other requests; what was answered can be named for "asked and answered before".`,
    sameMany:
      "The same applicant has many other requests; what was answered can be named for “asked and answered before”.",
    sameLink: "See all requests of this applicant",
  },
};
