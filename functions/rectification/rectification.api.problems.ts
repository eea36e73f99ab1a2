/** What can stop a unit at its own period for corrections of records, in words that may be shown to people. */
import type { ProblemCatalogue } from "../kit/json.ts";

export const rectificationProblems = {
  setting_changed: {
    status: 409,
    zh: "设置刚刚有变化，请读取最新设置后再改。",
    en: "The setting has changed meanwhile; read it again before you change it.",
  },
} as const satisfies ProblemCatalogue;
