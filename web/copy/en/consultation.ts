import type { consultation as zh } from "../zh/consultation.ts";

export const consultation: typeof zh = {
  title: "Your opinion is asked for",
  lead: {
    third_party:
      "Somebody has asked for government information that concerns you. Disclosing it may harm your lawful interests, so you are asked in writing, as Article 32 of the Regulations on Open Government Information says.",
    co_author:
      "Somebody has asked for government information that your agency and this one made together, so your agency is asked, as Article 34 of the Regulations on Open Government Information says.",
  },
  silence: {
    third_party:
      "Please answer within 15 working days of receiving the letter. If you do not, this agency decides by the Regulations whether to disclose.",
    co_author:
      "Please answer within 15 working days of receiving the letter. If you do not, it counts as consent.",
  },
  to: "Who is asked",
  unit: "Who asks",
  about: "What is asked",
  until: "Last day",
  phone: "Phone",
  address: "Address to answer at",
  qr: "Scan to open the page",
  opinion: "Your opinion",
  opinions: {
    agree: "Agree to disclose",
    agree_in_part: "Agree to disclose a part",
    object: "Do not agree to disclose",
  },
  reason: "Reasons",
  reasonHint: "If you do not agree, or agree to a part only, say to what and why. At most 2,000 characters.",
  respondent: "Your name and phone",
  respondentHint: "Kept encrypted; only staff who work on this can see it.",
  once: "You can answer once, and not change it afterwards.",
  button: "Send your opinion",
  answered: "We have your opinion",
  answeredOn: (day) => `Received on ${day}. Thank you.`,
  over: "The time to answer has passed, or the matter is closed. If you have questions, please call.",
  decision: "Decision",
  decisionLead: (day) =>
    `This agency finds that not disclosing may gravely affect the public interest, and decided on ${day} to disclose. What is disclosed and why (Regulations on Open Government Information, Art. 32):`,
  errors: {
    "opinion.choose": "Choose your opinion",
    "reason.required": "Give your reasons",
    "reason.too_long": "Too long: at most 2,000 characters",
    "reason.characters": "This holds invisible control characters, remove them and try again",
    "respondent.too_long": "Too long: at most 100 characters",
    "respondent.characters": "This holds invisible control characters, remove them and try again",
    consultation_over: "An opinion was received already",
    consultation_none: "No consultation waits for its answer",
    consultation_period_over:
      "The time to answer has passed (Regulations on Open Government Information, Art. 32)",
  },
};
