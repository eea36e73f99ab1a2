/** What can stop a decision on those who ask alike at the API, in words that may be shown to people. */
import type { ProblemCatalogue } from "../kit/json.ts";

export const alikeProblems = {
  alike_not_found: { status: 404, zh: "没有这一组申请。", en: "There is no such group of requests." },
  alike_changed: {
    status: 409,
    zh: "这一组刚刚有变化，请读取最新情况后再决定。",
    en: "The group has changed meanwhile; read it again before you decide.",
  },
} as const satisfies ProblemCatalogue;
