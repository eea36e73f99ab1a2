import type { asideCorrection as zh } from "../zh/office.aside.correction.ts";

export const asideCorrection: typeof zh = {
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
};
