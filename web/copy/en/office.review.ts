import type { review as zh } from "../zh/office.review.ts";

export const review: typeof zh = {
  title: "Confidentiality review, item by item",
  text: "First the review, then the disclosure. When in doubt, ask the competent department or the secrecy administration; state secrets may not enter this system.",
  reply: "the reply",
  objection: "what a third party is told",
  mark: (name) => `Reviewed: ${name} may be disclosed`,
  accept: (finding) => `Why it may leave with this: ${finding}`,
  acceptHint: "With a reason it may leave, and the reason is on record. What should not leave is sent back.",
  accepted: (finding, reason) => `${finding}. Let out because: ${reason}`,
};
