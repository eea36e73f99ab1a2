import type { notice as zh } from "../zh/notice.ts";

export const notice: typeof zh = {
  subject: (subject, number) => `${subject} (number ${number})`,
  number: (number) => `Number: ${number}`,
  link: (address) => `See how it stands: ${address}`,
  automatic:
    "This message was sent automatically; please do not reply. We never write your query code in a message, and never ask you for it.",
  short: (subject, number) => [
    `${subject}: ${number}`,
    `${subject}: ${number.replaceAll(" ", "")}`,
    `News of your request ${number}`,
  ],
  answerHere: (address) => `Please read it and answer here, once and without an account: ${address}`,
  automaticAsked:
    "This message was sent automatically; please do not reply. Whoever has the address above can answer for you, so please do not pass it on. We never ask you for a password or a verification code.",
  alert: (unit, count, address) =>
    `${unit}: ${count} ${count === 1 ? "notice" : "notices"} could not be delivered, please see ${address}`,
  templates: {
    submitted: {
      subject: "Your request has been submitted",
      lines: [
        "Your request for government information has been submitted. The unit will confirm with you that it has received it; the time to answer counts from that day.",
      ],
    },
    receipt_confirmed: {
      subject: "The unit has confirmed receipt",
      lines: [
        "The unit has confirmed that it received your request. The progress page shows when the answer is due and how that day was counted.",
      ],
    },
    correction_asked: {
      subject: "Please correct your request",
      lines: [
        "The unit needs you to correct your request. The progress page shows what to correct and by when, and you can do it there. If it is not done in time without good reason, the unit no longer handles the request.",
      ],
    },
    correction_received: {
      subject: "Your correction has arrived",
      lines: [
        "Your corrected request has arrived, and the time to answer counts anew. The progress page shows the new date and how it was counted.",
      ],
    },
    extended: {
      subject: "The time to answer has been extended",
      lines: [
        "The unit has extended the time to answer, with the consent that the law asks for. The progress page shows why, and the new date.",
      ],
    },
    consulted: {
      subject: "The unit is asking for an opinion",
      lines: [
        "What you asked for concerns a third party or another agency, and the unit is asking it in writing. That time does not count in the time to answer; the progress page shows how.",
      ],
    },
    fee_told: {
      subject: "Please pay a processing fee",
      lines: [
        "The unit charges a processing fee as the law provides. The progress page shows the amount, its basis, how to pay and the last day. If it is not paid in time, the unit no longer handles the request.",
      ],
    },
    payment_received: {
      subject: "Your payment has been entered",
      lines: [
        "The unit has entered your payment, and the time to answer counts anew. The progress page shows the new date and how it was counted.",
      ],
    },
    fee_waived: {
      subject: "You need not pay",
      lines: [
        "The unit has waived the processing fee, so you need not pay it. The time to answer counts anew. The progress page shows why, and the new date.",
      ],
    },
    reasons_asked: {
      subject: "Please give your reasons",
      lines: [
        "The unit asks you for the reasons of your requests. The progress page shows what is asked and by when, and you can answer there.",
      ],
    },
    delayed: {
      subject: "The answer will take longer",
      lines: [
        "The unit finds your reasons reasonable but cannot answer within the usual time, and has set a longer period. The progress page shows the new date and why.",
      ],
    },
    transferred: {
      subject: "Your request has been handed to another unit",
      lines: [
        "Your request is another unit's matter and has been handed over; the time to answer runs on. The progress page shows which unit handles it.",
      ],
    },
    split: {
      subject: "Your request has been split",
      lines: [
        "Your request asks for several matters, and the unit has split it; each is handled and answered by itself. The progress page shows their numbers and how they stand.",
      ],
    },
    lapsed: {
      subject: "Your request is no longer handled",
      lines: [
        "What was needed from you did not arrive in time, so the unit no longer handles your request. The progress page shows why, and what you can do.",
      ],
    },
    answered: {
      subject: "The unit has answered",
      lines: [
        "The unit has answered your request. Use your number and query code (or the last digits of your phone) to read the answer.",
      ],
    },
    withdrawn: {
      subject: "Your request has been withdrawn",
      lines: [
        "Your request has been withdrawn, and the unit no longer works on it. If it was not you who withdrew it, please contact the unit at once.",
      ],
    },
    advice_submitted: {
      subject: "Your question has been handed in",
      lines: [
        "Your question or suggestion has been handed in. Use your number and query code (or the last digits of your phone) under Progress to see by when it is answered, and the reply.",
      ],
    },
    advice_transferred: {
      subject: "Your question has been handed on",
      lines: [
        "Your question or suggestion is another unit's matter and has been handed on; the time to reply runs on. The progress page shows which unit replies.",
      ],
    },
    advice_replied: {
      subject: "The unit has replied",
      lines: [
        "The unit has replied to your question or suggestion. Use your number and query code (or the last digits of your phone) under Progress to read it.",
      ],
    },
    rectification_submitted: {
      subject: "Your request for a correction was handed in",
      lines: [
        "Your request to correct records about you was handed in. The progress page shows by when the unit means to answer.",
      ],
    },
    rectification_transferred: {
      subject: "Your request for a correction has been handed to another unit",
      lines: [
        "Another unit keeps the record that you want corrected, and your request has been handed over. The progress page shows which unit handles it.",
      ],
    },
    rectification_answered: {
      subject: "The unit has answered your request for a correction",
      lines: [
        "The unit has answered your request to correct records about you. Use your number and query code (or the last digits of your phone) to read the answer.",
      ],
    },
    rectification_withdrawn: {
      subject: "Your request for a correction was withdrawn",
      lines: [
        "Your request to correct records about you was withdrawn, and the unit no longer handles it. If it was not you, call the unit at once.",
      ],
    },
    consultation_asked: {
      subject: "You are asked for your opinion",
      lines: [
        "We have received a request for government information that may touch your lawful interests, or that concerns what your agency made together with us, and we ask for your opinion in writing. What it is about, the last day to answer and what silence means are on the page below.",
      ],
    },
  },
};
