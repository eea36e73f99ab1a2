/** Correcting records about oneself (条例 Art. 41), as its applicant sees it. */
import type { rectification as zh } from "../zh/rectification.ts";

export const rectification: typeof zh = {
  title: "Correct records about you",
  home: "Correct what the government has on record about you",
  start: {
    title: "Correct records about you",
    lead: "If what the government has on record about you is wrong, you can ask for it to be corrected. It takes about 5 minutes.",
    what: {
      title: "What can be corrected",
      items: [
        "What an agency has recorded about you yourself, such as an error in a name, a date of birth, an address, a marriage or a property registration.",
        "You need evidence that the record is wrong, such as a document or a judgment. You can upload photographs or scans.",
      ],
    },
    how: {
      title: "What the unit does",
      items: [
        "A unit that may correct the record checks it, corrects it and tells you.",
        "If it is not the unit's to correct, it sends your request on to the agency that may and tells you, or tells you which agency to ask.",
        "If the unit finds the record right, it tells you why.",
      ],
    },
    when: {
      title: "How long it takes",
      text: "No law gives a time for corrections. Each unit has set its own, and the receipt tells you; it is not the 20 working days of a request for information.",
    },
    disclosure: {
      text: "You want to see what the government holds, not to correct it?",
      link: "Request information",
    },
    button: "Start",
    saved: "What you enter is kept for 24 hours, so you can come back and change it.",
    unfinished: {
      title: "You have a request that is not finished",
      text: "What you entered is still there. Starting again deletes it.",
      goOn: "Go on",
      again: "Start again",
    },
    handedIn: { title: "You have just handed in a request for a correction", link: "See the receipt" },
  },
  pages: {
    applicant: {
      title: "Whose records are to be corrected?",
      hint: "Only those of the applicant can be.",
    },
    unit: {
      title: "Which unit has it wrong?",
      hint: "Ask the unit that made the record. If you are not sure, call first.",
    },
    record: { title: "What is wrong?", hint: "" },
    contact: { title: "How can we reach you?", hint: "The unit may have questions while it checks." },
    identity: {
      title: "Proof of identity",
      hint: "So that only your own records are corrected. The number is kept encrypted; only the people of the unit who work on your request see it.",
    },
  },
  fields: {
    record: {
      label: "Which record?",
      short: "Record",
      hint: "For example: property registration. Please write no identity number here.",
    },
    wrong: {
      label: "What does it say now?",
      short: "What it says",
      hint: "As it stands in the record, and where it is wrong.",
    },
    right: {
      label: "What should it say?",
      short: "What it should say",
      hint: "What is right, and what evidence you have.",
    },
  },
  evidence: {
    title: "Upload your evidence",
    hint: "Whatever shows that the record is wrong, such as photographs of a document or a judgment. Without evidence the unit may not be able to correct it.",
    next: "Next",
    list: (count) => (count === 1 ? "1 file uploaded" : `${count} files uploaded`),
    none: "No evidence yet",
  },
  check: {
    title: "Check and hand in",
    applicant: "Applicant",
    record: "What is to be corrected",
    contact: "Contact",
    evidence: "Evidence",
    declaration:
      "By handing in you confirm that this is true. What you wrote is kept encrypted; only the people of the unit who work on your request see it.",
    submit: "Hand in",
  },
  receipt: {
    title: "Your request for a correction was handed in",
    document: "Receipt of a request to correct records",
    lead: (unit) => `${unit} checks it and answers you.`,
    dueTitle: "When you get an answer",
    due: (day, days) => `By ${day} (${days} working days)`,
    dueNote:
      "No law gives a time for corrections. This is the time that the unit has set itself, not the 20 working days of a request for information.",
    provisional: "The holidays of that time are not announced yet, so the day may differ.",
    keep: "Write down or photograph the query code. With number and query code you can follow your request, read the answer and withdraw. Do not tell others the code.",
    facts: "What you handed in",
    unit: "Unit",
    evidence: "Evidence",
    evidenceCount: (count) => (count === 0 ? "None" : String(count)),
    next: "What happens next",
    nextSteps: [
      "Somebody of the unit checks it and may call you.",
      "A second person looks at what was decided.",
      "The unit answers you and issues a letter.",
    ],
  },
  expired: {
    title: "What you entered has expired",
    text: "To protect you, what was not handed in is deleted after 24 hours. This request was not handed in.",
    button: "Start again",
  },
  progress: {
    title: "Your request for a correction",
    state: {
      submitted: "Handed in, waiting for somebody to check it",
      handling: "The unit is checking it",
      answered: "The unit has answered",
      withdrawn: "Withdrawn",
    },
    due: (day) => `The unit means to answer by ${day}.`,
    overdue: (day) => `The unit meant to answer by ${day}, which has passed. You can call and ask.`,
    own: "No law gives a time for corrections; the unit has set this one itself.",
    answer: "The unit's answer",
    outcome: "Outcome",
    on: "Day of the answer",
    organ: { forwarded: "Sent on to", directed: "Please ask" },
    reply: "The answer",
    remedyTitle: "If you do not agree",
    remedy: (review, suit) =>
      `You can apply for administrative review within 60 days of learning of the answer (counted from its day, until ${review}), or go to court within 6 months (until ${suit}).`,
    timeline: "What has happened",
    events: {
      submit: "Handed in",
      assign: "Somebody checks it",
      transfer: "Handed to the unit that may correct it",
      approve: "Answered",
      withdraw: "Withdrawn",
    },
    facts: "Your request",
    withdraw: {
      link: "Withdraw",
      title: "Withdraw your request for a correction",
      text: "The unit then no longer handles it, and it cannot be taken up again; you can ask anew later.",
      button: "Withdraw",
      keep: "Keep it, go back",
      over: "This request can no longer be withdrawn.",
    },
  },
  outcomes: {
    corrected: "Corrected",
    forwarded: "Sent on to the agency that may correct it",
    directed: "Pointed to the agency that may correct it",
    not_corrected: "Not corrected",
  },
  errors: {
    "record.required": "Say which record it is",
    "record.too_long": "Keep the name of the record within 200 characters",
    "record.characters": "The name of the record has invisible characters; delete them and type it again",
    "wrong.required": "Say what the record says now",
    "wrong.too_long": "Keep it within 2,000 characters; upload more as evidence",
    "wrong.characters": "The text has invisible characters; delete them and type it again",
    "right.required": "Say what it should say",
    "right.too_long": "Keep it within 2,000 characters; upload more as evidence",
    "right.characters": "The text has invisible characters; delete them and type it again",
  },
};
