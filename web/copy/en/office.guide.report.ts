import type { guideReport as zh } from "../zh/office.guide.report.ts";

export const guideReport: typeof zh = {
  title: "Reports by citizens",
  open: "Open",
  answered: "Done",
  caption: {
    open: "Open reports, those that wait longest first",
    answered: "Reports that are done, the latest first",
  },
  kinds: {
    address: "Address is wrong",
    phone: "Phone is wrong",
    materials: "Documents are wrong",
    limits: "Time limits are wrong",
    conditions: "Conditions are wrong",
    link: "Link does not open",
    other: "Something else",
  },
  version: (n: number) => `About version ${n}`,
  contact: "Contact that the citizen left",
  outcome: "What came of it",
  outcomes: { corrected: "The guide was corrected", was_right: "Checked; the guide is right" },
  note: "Note (optional)",
  noteHint: "For colleagues, such as what was changed.",
  button: "Done",
  by: (name: string, time: string) => `Done by ${name}, ${time}`,
  empty: {
    open: {
      title: "No open reports",
      text: "What citizens write under “this guide is wrong” appears here.",
    },
    answered: { title: "Nothing done yet", text: "Reports that are done appear here." },
  },
  already: "A colleague has just done this one.",
};
