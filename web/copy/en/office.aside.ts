import type { aside as zh } from "../zh/office.aside.ts";

export const aside: typeof zh = {
  menu: "What else you can do",
  back: "Back to the case",
  changed:
    "The case has just changed, and nothing was done. Look at what is new below before you submit again.",
  closed: (title) => `Not possible now: ${title}`,
  asked: {
    request: "Request",
    extension: (name, days) => `${name} asks for ${days} working days more, because:`,
  },
  waiting: {
    title: "What it waits for",
    correction: (day) => `The applicant’s correction, by ${day}`,
    corrected: (day) => `The applicant corrected it on ${day}`,
    what: "What was to be corrected",
    note: "The applicant’s note",
    extension: (days) => `Extended by ${days} working days`,
    extensionAsk: (name, days) => `${name} asks for ${days} working days more, to be granted`,
    approver: (name) => `Granted by ${name}`,
    reason: "Reason",
  },
  acts: {
    ask_correction: {
      title: "Ask the applicant to correct",
      text: "Where a request is not clear, what to correct and a reasonable period are told once and completely within 7 working days of receipt. It can be asked for once, so list everything. The limit counts anew from the corrected request; without a correction and without good reason the request is no longer handled.",
      fields: {
        what: {
          label: "What to correct",
          hint: "The applicant reads it. Say item by item what is missing and how to mend it; at most 2,000 characters.",
        },
        until: {
          label: "Last day",
          hint: "A correction until the end of this day is in time. 15 working days are usual.",
        },
      },
      tick: "The list is complete. Once sent it cannot be changed, and no second correction can be asked for.",
      button: "Tell the applicant",
    },
    correct: {
      title: "Enter a corrected request",
      text: "For corrections that came in person or by post. The limit counts anew from the day on which they came.",
      fields: {
        on: { label: "Day received", hint: "In person: that day. By post: the day it was signed for." },
        title: { label: "Name of the information", hint: "As corrected." },
        description: { label: "Description", hint: "As corrected; at most 2,000 characters." },
        note: {
          label: "Anything else",
          hint: "Such as proof of identity or contacts. It is kept encrypted.",
        },
      },
      tick: "",
      button: "Enter the correction",
    },
    ask_extension: {
      title: "Ask for an extension",
      text: "An extension needs the consent of the head of the disclosure unit and the notice to the applicant before the date has passed; it has 20 working days at most, once. Another person grants it.",
      fields: {
        workingDays: { label: "How many working days", hint: "1 to 20." },
        reason: {
          label: "Why",
          hint: "Once it is granted the applicant reads this. At most 500 characters.",
        },
      },
      tick: "",
      button: "Ask for it",
    },
    extend: {
      title: "Grant the extension",
      text: "The new date holds at once, and the applicant is told it and the reason. A case is extended once only.",
      fields: {},
      tick: "As head of the disclosure unit I consent, and the applicant is told.",
      button: "Grant it and tell the applicant",
    },
    refuse_extension: {
      title: "Refuse the extension",
      text: "The handler reads why. The due date stays.",
      fields: { reason: { label: "Why", hint: "The applicant does not see it. At most 500 characters." } },
      tick: "",
      button: "Refuse it",
    },
  },
  done: {
    ask_correction: "The applicant has been asked to correct the request.",
    correct: "The correction is entered, and the limit counts anew.",
    ask_extension: "The extension waits to be granted.",
    extend: "The extension is granted and the applicant has been told.",
    refuse_extension: "The extension is refused. The due date stays.",
  },
  errors: {
    "tick.required": "Tick the box to confirm that you know what follows",
    "day.invalid": "Enter a real date, such as 20 3 2026",
    "day.too_late": "The date is too late, check the year",
    "workingDays.invalid": "Enter a whole number from 1 to 20",
  },
};
