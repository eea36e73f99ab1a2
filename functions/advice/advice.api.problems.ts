/** What can stop a question or a suggestion at the API, in words that may be shown to people. */
import type { ProblemCatalogue } from "../kit/json.ts";

export const adviceProblems = {
  too_much_advice: {
    status: 429,
    zh: "提交得太频繁，请按 Retry-After 过一会儿再试。",
    en: "Too many questions from here; try again after the seconds in Retry-After.",
  },
  rated_before: { status: 409, zh: "已经评价过了。", en: "The reply was rated before, which counts once." },
  advice_not_found: { status: 404, zh: "没有这条公开的回复。", en: "There is no such public reply." },
  advice_withdrawn: {
    status: 410,
    zh: "这条回复已经撤下。",
    en: "This reply was public and has been taken back.",
  },
} as const satisfies ProblemCatalogue;
