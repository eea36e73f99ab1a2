/** What can stop a question about the gazette, in words that may be shown to people. */
import { commonProblems, type ProblemCatalogue } from "../kit/json.ts";

export const gazetteProblems = {
  ...commonProblems,
  gazette_column_not_found: {
    status: 404,
    zh: "没有这个栏目；栏目是 policy、announcement、news。",
    en: "There is no such column; they are policy, announcement and news.",
  },
  gazette_not_found: { status: 404, zh: "没有这条信息。", en: "There is no such item." },
  gazette_withdrawn: {
    status: 410,
    zh: "这条信息已经撤下。",
    en: "This item was published and has been taken back.",
  },
} as const satisfies ProblemCatalogue;
