import type { progress as zh } from "../zh/progress.ts";

const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? "" : "s"}`;

export const progress: typeof zh = {
  title: "Track progress",
  form: {
    lead: "Enter the number on your receipt, then your query code or the last digits of your phone, to see how far your request has got.",
    number: "Number",
    numberHint: "It is on your receipt: 19 characters. Spaces and capitals do not matter.",
    proof: "Show that it is yours: one of these is enough",
    or: "or",
    code: "Query code",
    codeHint: "On your receipt: 8 letters and digits",
    phone: "Last four digits of your phone",
    phoneHint: "Of the phone number you gave in your request",
    button: "Show progress",
    limit: "To protect your information, you can get it wrong 5 times in 15 minutes.",
    lost: "Cannot find your number or query code?",
    lostLines: [
      "The number is on your receipt and in the messages we sent you.",
      "The query code is only on your receipt. If you did not keep it, use your phone instead.",
      "If you have neither, bring your identity document to the unit, or call it.",
    ],
    again: "To protect your information, we ask again after half an hour.",
  },
  errors: {
    "number.required": "Enter the number",
    "number.invalid": "Check the number: it has 19 characters, and one may be wrong or missing",
    "code.required": "Enter the query code, or the last four digits of your phone",
    "code.invalid": "Check the query code: 8 letters and digits, on your receipt",
    "phone.invalid": "Enter four digits, the last ones of your phone number",
    "number.wrong":
      "Nothing found: the number and the query code (or phone digits) do not match. Check each character",
  },
  caseTitle: "Your request",
  number: "Number",
  request: "Information requested",
  unit: "Unit",
  state: {
    submitted: () => "Submitted. The unit has yet to confirm receipt",
    accepted: (due) => `The unit has confirmed receipt. Answer due by ${due}`,
    correcting: (day) => `The unit asks you to correct your request by ${day}`,
    handling: (due) => `The unit is working on it. Answer due by ${due}`,
    awaiting_payment: (day) => `The unit asks you to pay a processing fee by ${day}`,
    answered: (day) => `The unit answered on ${day}`,
    lapsed: (day) => `The unit no longer handles this request since ${day}`,
    split: (day) => `The unit split this request into several on ${day}`,
    withdrawn: (day) => `You withdrew this request on ${day}`,
    overdue: (due) => `The unit has not answered. The answer was due by ${due}`,
  },
  lead: {
    submitted: (due) => `Counted from the day you submitted it, the answer is due by ${due}.`,
    correcting:
      "Once you have corrected it, the time to answer counts anew. Without a correction in time and without good reason, the law takes the request as given up, and the unit no longer handles it.",
    awaiting_payment:
      "Once it is paid, the time to answer counts anew. If it is not paid in time, the law takes the request as given up, and the unit no longer handles it.",
    lapsed:
      "What was needed from you did not arrive in time. The reason and what you can do are below. If you still need the information, you can ask again.",
    split:
      "Each has its own number and its own time, and is answered by itself. You can follow each of them below.",
    overdue: "You can call the unit. You can also apply for administrative review, or go to court.",
    withdrawn: "The unit no longer works on it. If you still need the information, you can ask again.",
  },
  timeline: "What has happened",
  events: {
    submit: "Request submitted",
    confirm_receipt: "The unit confirmed receipt",
    assign: "Work began",
    reassign: "Another person took over the work",
    ask_correction: "The unit asked you to correct the request",
    correct: "Your corrected request arrived",
    extend: "The time to answer was extended",
    consult: "The unit asks others for an opinion; that time does not count",
    opine: "An opinion arrived",
    lapse_consultation: "The time for an opinion passed",
    notify_fee: "The unit told you a processing fee",
    record_payment: "The unit entered your payment",
    waive_fee: "The unit waived the processing fee",
    ask_reasons: "The unit asked for your reasons",
    give_reasons: "Your reasons arrived",
    delay: "The unit set a longer period",
    transfer: "Handed to the unit in charge",
    split: "Split into several, each handled by itself",
    answer: "The unit answered",
    lapse: "Not done in time; no longer handled",
    withdraw: "You withdrew the request",
    due: "Answer due by",
  },
  why: {
    title: (day) => `Why ${day}`,
    titleClosed: "How the due date was counted",
    from: {
      receipt: (day, limit) =>
        `The unit confirmed receipt on ${day}. From the next day, ${limit} working days count (Regulations on Open Government Information, Art. 31 and 33).`,
      submission: (day, limit) =>
        `An online request counts from the day both sides confirm its receipt (Regulations on Open Government Information, Art. 31). The unit has not confirmed yet, so for now we count ${limit} working days from the day after you submitted it, ${day}. Once it confirms, the date may move later.`,
      correction: (day, limit) =>
        `Your corrected application arrived on ${day}. From the next day, ${limit} working days count anew (Regulations on Open Government Information, Art. 30).`,
      waiver: (day, limit) =>
        `The processing fee was waived on ${day}. From the next day, ${limit} working days count anew, as for one that is paid (rules on the processing fee).`,
      payment: (day, limit) =>
        `The processing fee was paid on ${day}. From the next day, ${limit} working days count anew (rules on the processing fee).`,
    },
    extended: (days, day, reason) =>
      `Of these, ${plural(days, "working day")} were added on ${day} with the consent of the head of the disclosure unit (Regulations on Open Government Information, Art. 33). Reason: ${reason}`,
    delayed: (day, reason) =>
      `The unit finds your reasons reasonable but cannot answer within the usual time, and has set ${day} as the last day (Regulations on Open Government Information, Art. 35). Why: ${reason}`,
    provisional:
      "This date is provisional: the State Council has not yet announced the holidays of that time. It will be counted again then.",
    summary: (excluded, reasons) =>
      `In between, ${plural(excluded, "day")} ${excluded === 1 ? "does" : "do"} not count: ${reasons}.`,
    days: (reason, count) => `${reason} ${plural(count, "day")}`,
    join: ", ",
    holiday: (name) => name,
    weekend: "weekend",
    makeUp: (name) => `worked for ${name}`,
    makeUpShort: (number) => `${number} work`,
    firstDay: {
      receipt: "received",
      submission: "sent",
      correction: "corrected",
      payment: "paid",
      waiver: "waived",
    },
    paused: "paused",
    pausedReasons: { third_party: "asking a third party", co_author: "asking the other agency" },
    dayCounted: (day, number) => `${day}, working day ${number}`,
    dayMakeUp: (day, number, name) => `${day}, worked to make up for ${name}, working day ${number}`,
    dayExcluded: (day, reason) => `${day}, ${reason}, not counted`,
    dayFirst: (day) => `${day}, the count starts on the next day`,
    dayDue: (day, number) => `${day}, working day ${number}, the last day to answer`,
    legend:
      "The small numbers count working days; “work” marks a weekend day that is worked. Days in dashed frames do not count.",
  },
  answer: {
    title: "Answer",
    outcome: "Outcome",
    lapsed:
      "What the law asks of the applicant was not done in time, and no good reason was given. On the basis above the unit no longer handles this request.",
    on: "Answered on",
    pointer: "The agency whose matter it is",
    basis: "Legal basis",
    files: "Files of the answer",
    wechat:
      "If a file does not open in WeChat, tap “…” at the top right and choose to open it in the browser.",
  },
  remedy: {
    title: "If you do not agree",
    reviewFirst: (days, until, after) =>
      `You can apply for administrative review within ${days} days of learning of the answer (by ${until}). For this kind of decision the review comes first; if you do not agree with its decision, you can go to court within ${after} days of receiving it.`,
    reviewOrSuit: (days, until, months, suitUntil) =>
      `You can apply for administrative review within ${days} days of learning of the answer (by ${until}), or go to court directly within ${months} months of learning of it (by ${suitUntil}).`,
    partly:
      "For the part that was withheld, the review comes first, and a court after the review's decision. For the rest you can go to court directly.",
    online: "You can apply for review online; ask the unit how.",
    onlineAt: "Where to apply for review online: ",
    provisional: "These dates follow the holidays announced so far, and may still move.",
  },
  letters: {
    title: "Letters the office has sent you",
    number: ({ year, serial }, word) => `${word}〔${year}〕 no. ${serial}`,
    download: "Download the Word file",
    broken: "The file of this letter is not as it was issued. Do not use it, and call the office.",
  },
  suggestion: {
    title: "Let everybody read it",
    text: "Do others need this information too? You can suggest that the unit publishes it (Art. 44 of the Regulation). It will not say who you are.",
    button: "Suggest to publish it",
    done: "The unit has been told, and decides after a review.",
  },
  attachments: "Files you sent",
  contact: "Whom to call",
  phone: "Phone",
  address: "Address",
  hours: "Open",
  parts: {
    title: "The parts of this request",
    parent: "This is a part of another request",
    open: "See that request",
  },
  reasons: {
    title: "Give your reasons",
    lead: "Where somebody asks for clearly more, or more often, than is reasonable, the unit may ask for the reasons (Regulations on Open Government Information, Art. 35). If they are reasonable it goes on; if they are not, the request is not handled.",
    until: (day) => `Please answer by the end of ${day}:`,
    label: "Your reasons",
    hint: "At most 2,000 characters.",
    button: "Send your reasons",
    link: "Give your reasons",
    asked: (day) => `The unit asks for the reasons of your requests by ${day}`,
    errors: {
      "reasons.required": "Give your reasons",
      "reasons.too_long": "Too long: at most 2,000 characters",
      "reasons.characters": "This holds invisible control characters, remove them and try again",
      reasons_given_already: "You have given your reasons already",
    },
  },
  fee: {
    title: "Processing fee",
    amount: "Amount",
    yuan: (yuan) => `${yuan} yuan`,
    basis: "How it was computed",
    payment: "How to pay",
    until: "Last day",
    paid: (day) => `Paid on ${day}`,
    waived: (day) => `Waived on ${day}: you need not pay`,
    waiver: "Why it was waived",
    restart:
      "Once it is paid, the time to answer counts anew from the next day. The fee alone cannot be contested by review or in court.",
  },
  correction: {
    title: "Correct your request",
    lead: (day) => `The unit asks you to correct the following by the end of ${day}.`,
    what: "What the unit asks for",
    files: "Add files",
    filesHint: "If proof of identity or other files are asked for, upload them first.",
    words: "Your corrected request",
    full: "No more files can be added.",
    received: "The file is uploaded and checked.",
    note: "Anything else that was asked for",
    noteHint:
      "Such as an identity number or contacts. It is kept encrypted, and only staff of the receiving unit who work on requests can see it.",
    restart: "Once you send it, the time to answer counts anew from today, when the unit receives it.",
    button: "Send the correction",
    link: "Correct it now",
    errors: {
      "title.required": "Enter the name of the information",
      correction_period_over:
        "The time for the correction has passed (Regulations on Open Government Information, Art. 30); please contact the unit",
      out_of_turn: "Nothing is to be corrected now",
    },
  },
  withdraw: {
    link: "Withdraw the request",
    title: "Withdraw this request?",
    lines: [
      "The unit will stop working on it and will not answer.",
      "It cannot be brought back. If you still need the information, you have to ask again, and the time counts anew.",
    ],
    button: "Withdraw",
    keep: "Keep it and go back",
    lateTitle: "Not withdrawn: the unit has answered",
    lateLine: "A request cannot be withdrawn once the unit has answered it.",
    late: "See the answer",
  },
  another: "Track another request",
  printed: (at) => `Printed: ${at}`,
};
