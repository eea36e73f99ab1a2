/** What can stop a question about guides, in words that may be shown to people. */
import { commonProblems, type ProblemCatalogue } from "../kit/json.ts";

export const guideProblems = {
  ...commonProblems,
  guide_not_found: {
    status: 404,
    zh: "没有这份办事指南，可能还没有发布。",
    en: "There is no such guide, or it was never published.",
  },
  guide_ended: {
    status: 410,
    zh: "这件事已经取消，不用再办。",
    en: "The guide was abolished: this need not be done any more.",
  },
  cursor_invalid: {
    status: 400,
    zh: "cursor 应为上一页的 next，原样带回。",
    en: "A cursor is the `next` of the page before, unchanged.",
  },
} as const satisfies ProblemCatalogue;
