/** The annual report at the office: reading it live, writing it, publishing a year, opening a number. */
export const report = {
  title: (name: string, year: number) => `${name}: annual report on disclosure ${year}`,
  years: "Year",
  year: (year: number) => String(year),
  scope: "Whose report",
  whole: "The whole government",
  state: {
    running: "The year is not over; these are the figures as they stand now.",
    open: "The year is over and the report is not published yet. Check it, then publish it.",
    frozen: (day: string) => `Published on ${day}.`,
    amended: (day: string, n: number) => `Published on ${day} as version ${n}, an amendment.`,
    differs: (cells: number) =>
      cells === 0
        ? "The text or tables 2 and 4 have changed since, and no amendment is published yet."
        : `${cells} numbers of table 3 have changed since, and no amendment is published yet.`,
  },
  checks: {
    good: "All identities hold",
    bad: (count: number) => `${count} identities do not hold`,
    balance: (column: string, left: number, right: number) =>
      `${column}: items 1 and 2 are ${left}, items 3 and 4 are ${right}`,
    sum_of_outcomes: (column: string, left: number, right: number) =>
      `${column}: the total (7) is ${left}, the sum of (1) to (6) is ${right}`,
    sum_of_columns: (row: string, left: number, right: number) =>
      `${row}: the total is ${left}, the sum of the columns is ${right}`,
    carry_over: (column: string, left: number, right: number) =>
      `${column}: ${left} carried over from last year, whose published report says ${right}. Amend last year's report first`,
    whole_number: (cell: string) => `${cell}: not a number of requests`,
  },
  generated: "(made from table 3; you can write your own)",
  missing: "(not written yet)",
  table: {
    two: "Information published proactively",
    three: "Requests received and handled",
    four: "Administrative reviews and lawsuits",
  },
  scroll: "A wide table; swipe to see all of it",
  edit: "Write the report",
  xlsx: "Download the tables (XLSX)",
  docx: "Download the document (DOCX)",
  versions: {
    title: "Published versions",
    columns: {
      n: "Version",
      at: "Published",
      by: "By",
      reason: "Why it was amended",
      changes: "Changes in table 3",
      hash: "Checksum",
    },
    first: "First published",
    none: "None",
    change: (row: string, column: string, before: number, after: number) =>
      `${row} (${column}): ${before} → ${after}`,
    more: (count: number) => `and ${count} more`,
  },
  publish: {
    title: "Publish this year's report",
    text: "Once published, the report is public and fixed. What changes later can only be published as an amendment, and this version stays.",
    button: "Publish the report",
    amendTitle: "Publish an amendment",
    amendText:
      "This publishes what stands here as a new version. The earlier one stays, and what has changed is public too.",
    amendButton: "Publish the amendment",
    reason: "Why it is amended",
    reasonHint: "Published with the report, at most 500 characters.",
    done: "The report is published.",
    tick: "I have checked every number and sentence",
  },
  conflicts: {
    nothing_changed: "Nothing differs from the published version.",
    year_not_over: "The year is not over, so the report cannot be published.",
    identities_broken:
      "An identity does not hold, so the report cannot be published. Please check what is listed below.",
    chapter_missing:
      "Chapter 5, main problems and what is done about them, is not written yet; the report cannot be published without it (Art. 50).",
    report_changed: "The report has just changed. Please look at it again before you go on.",
  },
  editing: {
    title: (year: number) => `Write the report of ${year}`,
    back: "Back to the report",
    overview: "1. Overview",
    overviewHint: "Left empty, a paragraph is made from the figures of table 3.",
    problems: "5. Main problems and what is done about them",
    other: "6. Other matters to report",
    otherHint:
      "The fees that were told and paid stand at the beginning of this chapter by themselves. Leave it empty when there is nothing else.",
    two: "2. Information published proactively",
    four: "4. Administrative reviews and lawsuits about disclosure",
    fourHint: "Totals are computed.",
    zero: "Write 0 where there is none; an empty box counts as 0.",
    wanYuan: "10,000 yuan",
    saved: "Saved.",
    changed:
      "Somebody else saved while you were writing. What you wrote is still below; check it, then save again.",
  },
  cell: {
    title: (row: string, column: string) => `${row} · ${column}`,
    none: "There is no such case",
    noneText: "This number is 0.",
    caption: "The cases in this number, in the order of receipt",
    byUnit: "By unit",
    unit: "Unit",
    count: "Cases",
    back: "Back to the report",
    columns: {
      title: "Request",
      applicant: "Applicant",
      received: "Received",
      ended: "Concluded",
      outcome: "Result",
    },
    pending: "Not concluded",
    gone: "Cannot be found",
    detail: { withdrawn: "Withdrawn by the applicant" } as Readonly<Record<string, string>>,
  },
  errors: {
    "number.whole": "Enter a whole number of cases, 0 for none",
    "number.amount": "Enter an amount in 10,000 yuan, with six decimals at most",
    "prose.too_long": "This is too long; please shorten it",
    "prose.characters": "This holds characters that cannot be used; please remove special symbols",
    "reason.required": "Say why it is amended",
    "tick.required": "Check the report first, then tick the box",
  },
};
