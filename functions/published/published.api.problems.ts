/** What can stop a question about published answers, in words that may be shown to people. */
import { commonProblems, type ProblemCatalogue } from "../kit/json.ts";

export const publishedProblems = {
  ...commonProblems,
  published_not_found: {
    status: 404,
    zh: "没有这条公开的答复。",
    en: "There is no such published answer.",
  },
  published_withdrawn: {
    status: 410,
    zh: "这条答复已经撤下。",
    en: "This answer was published and has been taken back.",
  },
} as const satisfies ProblemCatalogue;
