/** What can stop a letter at the API, in words that may be shown to people. Plain data. */
import type { ProblemCatalogue } from "../kit/json.ts";

const wordsMember = {
  type: "object",
  required: ["zh", "en"],
  properties: { zh: { type: "string" }, en: { type: "string" } },
} as const;

export const letterProblems = {
  letter_not_found: {
    status: 404,
    zh: "没有这份文书，或者没有这种文书。",
    en: "There is no such letter, or no letter of this kind.",
  },
  letter_not_ready: {
    status: 409,
    zh: "办件还不能出这份文书，原因和要先做的事见 why。",
    en: "The case is not ready for this letter; `why` says what has to happen first.",
    members: {
      reason: { type: "string", description: "A code such as receipt_not_confirmed" },
      why: wordsMember,
    },
  },
  letter_stays: {
    status: 409,
    zh: "这份文书归入案卷，不对外送达。",
    en: "This paper stays in the file of the case; it is served on nobody.",
  },
} as const satisfies ProblemCatalogue;
