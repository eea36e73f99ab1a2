import { withQuery } from "./query.ts";

/** Every URL of questions and suggestions (咨询建议), on both sides of the counter. */
export const advicePaths = {
  /** What others have asked already, and the door to asking. */
  list: (query: Readonly<Record<string, string | undefined>> = {}) => withQuery("/advice", query),
  /** `unit` is chosen already, and the text begins with the number of what this is `about`. */
  write: (first: { unit?: string; about?: string } = {}) => withQuery("/advice/new", first),
  /** `again`: whoever sent the same words once more is told that it was not handed in twice. */
  receipt: (again = false) => withQuery("/advice/receipt", again ? { again: "1" } : {}),
  answer: (id: string) => `/advice/answers/${encodeURIComponent(id)}`,
  /** The own thread, for who has shown number and query code under progress. */
  thread: (reference: string) => `/advice/threads/${encodeURIComponent(reference)}`,
  rate: (reference: string) => `${advicePaths.thread(reference)}/rate`,
  office: (query: Readonly<Record<string, string | undefined>> = {}) => withQuery("/office/advice", query),
  officeThread: (reference: string) => `/office/advice/${encodeURIComponent(reference)}`,
  officeAct: (reference: string, action: string) =>
    `${advicePaths.officeThread(reference)}/actions/${action}`,
};
