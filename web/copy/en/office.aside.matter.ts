import type { asideMatter as zh } from "../zh/office.aside.matter.ts";

export const asideMatter: typeof zh = {
  transfer: {
    title: "Hand to another unit",
    text: "Where the matter belongs to another unit of this government and the applicant chose the wrong one, hand it over; the applicant is told. The limit runs on. Where it belongs to no unit here, answer that the information is not held, and name the agency and its contact.",
    fields: {
      unit: { label: "Which unit", hint: "Your unit cannot see the case afterwards." },
      reason: { label: "Why", hint: "The other unit reads it. At most 500 characters." },
    },
    tick: "I have checked it. That unit handles it then, and the applicant is told.",
    button: "Hand it over",
  },
  split: {
    title: "Split into several matters",
    text: "A request that asks for several matters can be split into the smallest reasonable units. Each has its own number, limit and answer, counted from the same day of receipt; the original ends and is not counted itself. A split cannot be undone.",
    fields: {
      parts: {
        label: "Name of each matter",
        hint: "One a line, 2 to 10. Description and files go with each.",
      },
    },
    tick: "I have checked each name, and the applicant is told.",
    button: "Split it",
  },
};
