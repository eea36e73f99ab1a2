import type { asideFee as zh } from "../zh/office.aside.fee.ts";

export const asideFee: typeof zh = {
  notify_fee: {
    title: "Send a fee notice",
    text: "Where number or frequency of requests are clearly beyond the reasonable, a processing fee can be charged, by count or by pages, never both. It is paid within 20 working days from the day after the notice; otherwise the request is no longer handled. Once paid the limit counts anew. Amount and basis are computed by the rules on processing fees (Guobanhan [2020] No. 109) and stand in the notice; this system tells, it does not collect.",
    fields: {
      scheme: {
        label: "Scheme",
        hint: "By count: the applicant's requests to this unit in the calendar month are counted, those withdrawn left out. By pages: only for what is posted, sent by e-mail or picked up.",
      },
      pages: {
        label: "Pages",
        hint: "Where it is by pages. One side of A4 is a page; what is public already does not count.",
      },
      payment: {
        label: "How to pay",
        hint: "The applicant reads it: payee, account and way. At most 500 characters.",
      },
    },
    tick: "I have checked scheme, pages and the amount. The time to pay runs from the notice, which is sent once only.",
    button: "Tell the applicant",
  },
  record_payment: {
    title: "Enter a payment",
    text: "From the day after the payment the limit counts anew.",
    fields: {
      on: { label: "Day paid", hint: "Not before the notice, not after today." },
      receipt: { label: "Number of the receipt", hint: "" },
    },
    tick: "",
    button: "Enter the payment",
  },
  waive_fee: {
    title: "Waive or cancel the fee",
    text: "Where the applicant need not pay, or the notice was wrong, the head of the disclosure unit waives the fee. The applicant then pays nothing, the case goes back to handling, and the limit counts anew from the next day. What was paid already is refunded by the collecting office.",
    fields: { reason: { label: "Why", hint: "The applicant reads it. At most 500 characters." } },
    tick: "I waive this fee and tell the applicant. A fee is told once for a case, so none can be told again.",
    button: "Waive it and tell the applicant",
  },
};
