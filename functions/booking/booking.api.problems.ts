/** What each problem of bookings means, in words that may be shown to people. */
import type { ProblemCatalogue } from "../kit/json.ts";
import { phoneProblemFacts } from "./booking.api.problems.phone.ts";

const instant = { type: "string", format: "date-time" };
const alternatives = {
  type: "array",
  description: "The nearest other times, as far as is known",
  items: {
    type: "object",
    additionalProperties: false,
    required: ["day", "time", "free"],
    properties: {
      day: { type: "string", format: "date" },
      time: { type: "string", description: "On the clock of the hall" },
      free: { type: "integer", description: "For how many people at once" },
    },
  },
};
const words = {
  type: "object",
  additionalProperties: false,
  required: ["zh", "en"],
  properties: { zh: { type: "string" }, en: { type: "string" } },
};
const closure = {
  type: "object",
  additionalProperties: false,
  required: ["code"],
  properties: { code: { enum: ["holiday", "weekly", "announced", "unannounced"] }, name: words, note: words },
};
const limit = {
  type: "object",
  additionalProperties: false,
  required: ["most", "per", "of"],
  properties: {
    most: { type: "integer" },
    per: { enum: ["day", "month"] },
    of: { enum: ["visits", "bookings"] },
  },
};

export const bookingProblemFacts = {
  day_closed: {
    status: 409,
    zh: "这一天不办公（节假日、周末或临时停办），请另选日期。",
    en: "The hall is closed on this day (closure says why); choose another day.",
    members: { closure, alternatives },
  },
  slot_not_published: {
    status: 409,
    zh: "这个时间没有号源，请从可约时间里选择。",
    en: "There are no seats at this time; choose one of the times that are offered.",
    members: { alternatives },
  },
  slot_not_open: {
    status: 409,
    zh: "这一天的号源还没有开放，开放时间见 opensAt。",
    en: "The seats of this day are not open yet; opensAt says when they are.",
    members: { opensAt: instant },
  },
  turn_not_yet: {
    status: 409,
    zh: "还没轮到：放号前来排队的人先约，您的开放时间见 opensAt。",
    en: "Not your turn yet: those who came before the hour are first; opensAt says when it is open for you.",
    members: { opensAt: instant },
  },
  being_drawn: {
    status: 409,
    zh: "正在摇号，请按 Retry-After 过一会儿再来；没有被摇走的号随后人人可约。",
    en: "Lots are being drawn; come back after the seconds in Retry-After. What is left is then open to everybody.",
  },
  queue_closed: {
    status: 409,
    zh: "这一天现在不发排队签：只在放号前 24 小时内、抽签排先后的事项可以领。",
    en: "No queue tickets are given for this day now: only in the 24 hours before places are given out, where the order is drawn.",
  },
  slot_over: {
    status: 409,
    zh: "这个时间已经过了预约截止时间，请另选时间。",
    en: "It is too late to book this time; choose a later one.",
    members: { alternatives },
  },
  slot_full: {
    status: 409,
    zh: "这个时间已经约满，就近的可约时间见 alternatives。",
    en: "This time is fully booked; alternatives names the nearest others.",
    members: { alternatives },
  },
  slot_does_not_fit: {
    status: 409,
    zh: "从这个时间开始，到窗口停办还办不完；够长的时间见 alternatives。",
    en: "The counters close before the visit would end; alternatives names times that are long enough.",
    members: { alternatives },
  },
  already_booked: {
    status: 409,
    zh: "这个证件号已有一个同类事项的预约，请先改约或取消。",
    en: "This identity has a booking for such a service already; move or cancel that one first.",
  },
  limit_reached: {
    status: 409,
    zh: "已达到每人可预约的次数，见 limit。",
    en: "This identity has reached the number of bookings in limit.",
    members: { limit },
  },
  banned: {
    status: 403,
    zh: "因多次爽约或取消，暂时不能网上预约，恢复时间见 until；如有异议可向大厅申诉。",
    en: "After repeated no-shows or cancellations this identity cannot book online until the time in until; the hall hears appeals.",
    members: { until: instant },
  },
  agent_refused: {
    status: 422,
    zh: "这个大厅只能为本人预约，不能代办。",
    en: "At this hall people can book for themselves only.",
  },
  booking_not_found: {
    status: 404,
    zh: "没有查到预约：预约号不存在，或者和手机尾号对不上。",
    en: "Not found: there is no such booking, or the telephone does not belong to it.",
  },
  hall_not_found: {
    status: 404,
    zh: "没有这个大厅，全部大厅见 GET /api/v1/halls。",
    en: "There is no such hall; GET /api/v1/halls lists them all.",
  },
  service_not_found: {
    status: 404,
    zh: "这个大厅（或这个地点）不办这个事项。",
    en: "This hall, or this place of it, does not offer the service.",
  },
  same_slot: {
    status: 409,
    zh: "现在预约的就是这个时间。",
    en: "The booking is at this time already.",
  },
  booking_state: {
    status: 409,
    zh: "这个预约现在不能这样办理，状态见预约详情。",
    en: "This cannot be done with the booking as it stands; read it to see its state.",
  },
  hold_expired: {
    status: 409,
    zh: "号源保留的时间已过，请重新选择时间。",
    en: "The seat is no longer held; choose a time again.",
  },
  seat_closed: {
    status: 409,
    zh: "这个窗口要停办，请另选时间。",
    en: "The counter is closing; choose another time.",
  },
  too_late_to_change: {
    status: 409,
    zh: "已经过了可以改约或取消的时间；来不了请给大厅打电话。",
    en: "It is too late to move or cancel; whoever cannot come should call the hall.",
  },
  already_waiting: {
    status: 409,
    zh: "这个证件号已在这一天的候补名单中；要改时间段，请先退出再加入。",
    en: "This identity waits for this day already; to wait for other times, leave and join again.",
  },
  waited_often: {
    status: 409,
    zh: "这一天的候补次数已用完，请选其他日期。",
    en: "This identity cannot join the waiting list of this day again; choose another day.",
  },
  times_free: {
    status: 409,
    zh: "这个时间段还有号，可以直接预约，见 alternatives。",
    en: "There are free times, in alternatives: nobody need wait for them.",
    members: { alternatives },
  },
  proof_required: {
    status: 429,
    zh: "提交得比较频繁：请解出 challenge（ALTCHA），把结果放进 Proof-Of-Work 再提交；不能计算的，按 Retry-After 等待后原样送回 challenge。",
    en: "Many requests from this telephone or network: solve challenge (ALTCHA) and send the answer in Proof-Of-Work; who cannot, waits for the seconds in Retry-After and sends the challenge back as it is.",
    members: {
      challenge: {
        type: "object",
        description: "As ALTCHA's programs take it; good for one try of this telephone within half an hour",
        required: ["parameters", "signature"],
        properties: { parameters: { type: "object" }, signature: { type: "string" } },
      },
    },
  },
  too_many_bookings: {
    status: 429,
    zh: "这个手机号或网络提交得太频繁，请按 Retry-After 过一会儿再试。",
    en: "Too many requests for seats from this telephone or network; wait for the seconds in Retry-After.",
  },
  ...phoneProblemFacts,
} as const satisfies ProblemCatalogue;
