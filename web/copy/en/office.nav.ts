import type { nav as zh } from "../zh/office.nav.ts";

/** What the parts of the office are called where something leads to them. */
export const nav: typeof zh = {
  report: "Annual report",
  advice: "Questions",
  letter: "Letter templates",
  published: "Published answers",
  gazette: "Publishing",
  ofCase: { letters: "Letters", evidence: "Evidence bundle", publish: "Publish this answer" },
};
