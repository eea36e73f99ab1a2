/** The evidence bundle: the page that makes it, and the page at the front of it. */
export const evidence = {
  title: (title: string) => `Evidence bundle: ${title}`,
  intro:
    "For a review body or a court (five working days in the simplified review procedure). It holds the application, what has happened, the files of the answer, the letters and how they were served, with an index and checksums.",
  personal:
    "It holds the applicant's personal information and may only be used to answer a review or a suit. The download is on record.",
  chain: "Check of the record",
  good: (events: number) => `All ${events} events hang together and none was changed.`,
  older: (events: number, chained: number) =>
    `${chained} of ${events} events are chained, hang together and were not changed; earlier ones are not chained.`,
  bad: (n: number) =>
    `Event ${n} fails the check; tell your administrator. The bundle can still be made, and its index says so.`,
  contents: "It will hold",
  parts: {
    application: "The application and its files",
    events: "What has happened, and the due date day by day",
    reply: "The files of the answer",
    letters: "The letters and how they were served",
    record: "The record of commands",
  },
  create: "Make and download",
  back: "Back to the case",
  index: {
    title: (reference: string) => `Evidence of ${reference}`,
    made: (day: string, name: string, unit: string) => `Made on ${day} by ${name}, ${unit}`,
    request: "Request",
    received: "Day of receipt",
    due: "Due date",
    answered: "Answered",
    outcome: "Result",
    timeline: "What has happened",
    letters: "Letters and service",
    files: "Files",
    columns: { path: "File", size: "Size", hash: "Checksum (SHA-256)", same: "Against the record" },
    same: "The same",
    different: "Different",
    own: "Made with the bundle",
    head: "Checksum of the last event",
  },
};
