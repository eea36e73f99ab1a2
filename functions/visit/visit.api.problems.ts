/** What each problem of the day of a visit means, in words that may be shown to people. */
import type { ProblemCatalogue } from "../kit/json.ts";

const instant = { type: "string", format: "date-time" };
const id = { type: "string" };
const time = { type: "string", description: "On the clock of the hall" };

export const visitProblemFacts = {
  visit_not_found: {
    status: 404,
    zh: "没有这个大厅、地点、窗口或排队号。",
    en: "There is no such hall, place, counter or number.",
  },
  check_in_early: {
    status: 409,
    zh: "还没有到可以签到的时间，从 from 起可以签到。",
    en: "It is too early; checking in opens at the instant in from.",
    members: { time, from: instant },
  },
  check_in_late: {
    status: 409,
    zh: "已经过了签到时间（见 until），请现场取号。",
    en: "It was possible to check in until the instant in until; take a number at the desk.",
    members: { until: instant },
  },
  check_in_other_day: {
    status: 409,
    zh: "这个预约在另一天，见 day 和 time。",
    en: "The booking is for another day; day and time say when.",
    members: { day: { type: "string", format: "date" }, time },
  },
  check_in_elsewhere: {
    status: 409,
    zh: "这个预约在别的大厅或地点。",
    en: "The booking is at another place; hall and place name it.",
    members: { hall: id, place: id },
  },
  check_in_state: {
    status: 409,
    zh: "这个预约已取消、没有确认，或者超过时间没有来，不能签到。",
    en: "The booking is not confirmed, was cancelled, or nobody came in time; state says which.",
    members: { state: { type: "string" } },
  },
  nobody_waits: {
    status: 409,
    zh: "没有人等候这个窗口。",
    en: "Nobody waits for this counter.",
  },
  counter_busy: {
    status: 409,
    zh: "这个窗口叫到的人还没有办完，见 number。",
    en: "The counter has to finish with the one in number first.",
    members: { number: { type: "string" } },
  },
} as const satisfies ProblemCatalogue;
