/** Why a booking is not opened for whoever shows its code: no telephone, or too many wrong ones. */
import type { ProblemCatalogue } from "../kit/json.ts";

export const phoneProblemFacts = {
  phone_required: {
    status: 400,
    zh: "请在 Phone-Last4 里给出预约手机的后四位数字，或在 Phone 里给出完整号码。",
    en: "Give the last four digits of the telephone in the header Phone-Last4, or all of it in Phone.",
  },
  too_many_tries: {
    status: 429,
    zh: "试的次数太多。whole 为真时，在 Phone 里给出完整手机号马上可以查；否则请按 Retry-After 过一会儿再试。",
    en: "Too many wrong tries. Where `whole` is true, the whole telephone in the header Phone opens it at once; otherwise wait for the seconds in Retry-After.",
    members: { whole: { type: "boolean" } },
  },
} as const satisfies ProblemCatalogue;
