import type { asideConsultation as zh } from "../zh/office.aside.consultation.ts";

export const asideConsultation: typeof zh = {
  consult: {
    title: "Ask for an opinion",
    text: "A third party whose lawful interests disclosure would harm is asked in writing, and so is an agency that made the information too. It has 15 working days from the day it received the letter. If a third party says nothing, this agency decides; if a co-author says nothing, it counts as consent. The time does not count in the limit.",
    fields: {
      party: { label: "Who is asked", hint: "" },
      name: { label: "Name of the other side", hint: "Kept encrypted; the applicant does not see it." },
      about: {
        label: "What is asked",
        hint: "The other side reads it. Say what is to be disclosed and what it should say to that, not who the applicant is. At most 2,000 characters.",
      },
      email: {
        label: "Its e-mail address",
        hint: "The link to answer is mailed there. Kept encrypted; the applicant does not see it. Without it, please hand over the link yourself.",
      },
    },
    tick: "I have checked it. Once sent, the other side’s time runs and the applicant is told.",
    button: "Send it",
  },
  record_service: {
    title: "Enter the day the letter arrived",
    text: "The 15 working days count from the day the other side received the letter; until that is entered, from the day it was sent.",
    fields: {
      id: { label: "Which consultation", hint: "" },
      on: { label: "Day received", hint: "By the proof of service or the signature of the post." },
    },
    tick: "",
    button: "Enter it",
  },
  opine: {
    title: "Enter an opinion on paper",
    text: "For opinions that came on paper; the original goes into the file. The link then takes no answer any more.",
    fields: {
      id: { label: "Which consultation", hint: "" },
      on: { label: "Day received", hint: "" },
      opinion: { label: "Opinion", hint: "" },
      reason: { label: "Reasons", hint: "Needed unless it agrees to all. At most 2,000 characters." },
      respondent: { label: "Who answered", hint: "Kept encrypted." },
    },
    tick: "",
    button: "Enter the opinion",
  },
};
