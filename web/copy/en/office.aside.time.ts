import type { asideTime as zh } from "../zh/office.aside.time.ts";

export const asideTime: typeof zh = {
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
  ask_reasons: {
    title: "Ask the applicant for reasons",
    text: "Where number or frequency of requests are clearly beyond the reasonable, the applicant can be asked for reasons. If they are not reasonable the request is not handled; if they are and the answer cannot be made in time, a reasonable longer period is set and told.",
    fields: {
      why: { label: "What is asked", hint: "The applicant reads it. At most 2,000 characters." },
      until: { label: "By which day", hint: "Until the end of this day is in time." },
    },
    tick: "I have checked it. Reasons are asked for once only.",
    button: "Tell the applicant",
  },
  give_reasons: {
    title: "Enter the applicant’s reasons",
    text: "For reasons that came on paper.",
    fields: {
      on: { label: "Day received", hint: "" },
      reasons: { label: "Reasons", hint: "At most 2,000 characters." },
    },
    tick: "",
    button: "Enter the reasons",
  },
  delay: {
    title: "Set a longer period",
    text: "Where the applicant’s reasons are reasonable and the answer cannot be made in time, a reasonable longer period is set and told to the applicant.",
    fields: {
      until: { label: "Until which day", hint: "After the present due date." },
      reason: { label: "Why", hint: "The applicant reads it. At most 500 characters." },
    },
    tick: "I set this period, and the applicant is told.",
    button: "Set it and tell the applicant",
  },
};
