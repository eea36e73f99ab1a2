import type { disclosure as zh } from "../zh/disclosure.ts";
import { disclosureErrors, organisationErrors } from "./disclosure.errors.ts";
import { choices, fields } from "./disclosure.fields.ts";

export const disclosure: typeof zh = {
  title: "Request information",
  start: {
    title: "Request government information",
    lead: "If the government has not published something you need, you can ask for it. The form takes about 10 minutes, and you need not say why.",
    what: {
      title: "What you can ask for",
      items: [
        "Documents, data and records that an office made or keeps, such as planning approvals, budgets or inspection results.",
        "Write about one matter in each request. Separate requests are answered sooner.",
      ],
      not: "For advice, complaints or reports please call the office: a request only gives you information that already exists.",
    },
    published: {
      text: "What others have asked for may be public already.",
      link: "Look at published answers first",
    },
    rectification: {
      text: "Is what the government has on record about you wrong?",
      link: "Ask for a correction",
    },
    prepare: {
      title: "What to have ready",
      items: [
        "Proof of identity: the number of an ID for a person, the unified social credit code for an organisation.",
        "A phone number, and an email or postal address if you want the answer there.",
        "The name or official number of the information, or a description that lets the office find it.",
      ],
    },
    takes: {
      title: "How long it takes, what it costs",
      items: [
        "The office answers within 20 working days of receipt. It may extend this once by up to 20 working days, and will tell you.",
        "Usually it is free. A fee may be charged for unreasonably many or frequent requests; you will be told first.",
      ],
    },
    units: "Offices you can ask",
    unitPhone: "Phone",
    unitAddress: "Address",
    saved: "What you enter is kept for 24 hours, and you can go back and change it.",
    button: "Start",
    unfinished: {
      title: "You have an unfinished request",
      text: "What you entered is still here, and you can go on. Starting again deletes it.",
      goOn: "Go on",
      again: "Start again",
    },
    handedIn: { title: "You have just sent a request", link: "See the receipt" },
  },
  pages: {
    applicant: { title: "Who is applying?", hint: "The yearly report counts requests by these groups." },
    name: { title: "Your name", hint: "As it stands on your identity document." },
    organisationName: {
      title: "Name of your organisation",
      hint: "As it stands on the licence or registration certificate.",
    },
    organisation: { title: "Who speaks for the organisation?", hint: "" },
    identity: {
      title: "Proof of identity",
      hint: "The law asks for it. The number is stored encrypted, and only staff of the receiving unit who work on requests can see it.",
    },
    unit: {
      title: "Which office are you asking?",
      hint: "Ask the office that made or keeps the information. If unsure, call first.",
    },
    information: {
      title: "What information do you want?",
      hint: "The more exact it is, the sooner it is found. You need not say why.",
    },
    delivery: { title: "How should we give it to you?", hint: "" },
    contact: {
      title: "How can we reach you?",
      hint: "The office will confirm receipt with you. The time limit counts from that day.",
    },
    address: { title: "Where should we post it?", hint: "" },
  },
  fields,
  choices,
  continue: "Save and continue",
  backToCheck: "Save and go back to check",
  dueDates: {
    title: "When an answer is due",
    lead: "Choose the day on which the unit receives a request, and see by when it answers, with the reason for every day that counts or does not.",
    received: "Day the unit receives the request",
    hint: "Such as today. What counts as receipt is explained below.",
    button: "Count",
    result: (day) => `A request received on ${day}`,
    due: "Answer by",
    latest: "With an extension, by",
    correction: "A correction is asked for by",
    provisional: (day) => `${day}, provisional`,
    rule: (days) =>
      `The answer is due within ${days} working days of receipt, counted from the next day. Weekends and holidays do not count, make-up working days do. Time for asking third parties is taken out; after a correction or a payment the count starts anew.`,
    why: "Why this day",
    whyExtended: "How it is counted with an extension",
    receipt: {
      title: "Which day counts as receipt (Regulations on Open Government Information, Art. 31)",
      rules: [
        ["In person", "the day it is handed in"],
        ["Registered or express mail that is signed for", "the day the unit signs"],
        ["Ordinary mail", "the day the unit confirms it with you, which is the day it arrives"],
        ["On this site, by fax", "the day both sides confirm; until then we count from submission"],
      ],
    },
    link: "Count when an answer is due",
    errors: {
      "day.invalid": "Enter a real date, such as 20 3 2026",
      "day.too_early": "Enter a day from 1 May 2008 on, when the Regulations came into force",
      "day.too_late": "Enter a day within a year",
    },
  },
  attachments: {
    title: "Do you want to add files?",
    hint: "Optional. You can add proof of identity, an authorisation, or anything that helps to find the information. If you have none, just go on.",
    limits: "Up to 5 files of at most 10 MB each: PDF, JPEG, PNG, DOCX or OFD.",
    choose: "Choose a file or take a photo",
    upload: "Upload this file",
    atOnce: " It is uploaded as soon as you have chosen it.",
    list: (count: number) => (count === 1 ? "1 file uploaded" : `${count} files uploaded`),
    remove: "Delete",
    full: "You have added 5 files, the most there can be. To add another, delete one first.",
    none: "Continue",
    received: "The file has been uploaded and checked.",
    removed: "The file has been deleted.",
  },
  check: {
    title: "Check before you send",
    applicant: "Applicant",
    information: "Information wanted",
    delivery: "How you get it, how we reach you",
    attachments: "Files",
    noAttachments: "No files",
    empty: "Not given",
    change: "Change",
    noticeEmail:
      "News will be sent to your email address. You can also look it up with the number and the query code.",
    noticeNone:
      "You gave no email address. Use the number and the query code that you get next to follow your request.",
    declaration:
      "By sending it you confirm that what you wrote is true. Document numbers and contacts are stored encrypted; only staff of the receiving unit who work on requests can see them.",
    submit: "Send the request",
  },
  receipt: {
    title: "Your request has been sent",
    document: "Receipt for a request for information",
    lead: (unit: string) => `${unit} will soon confirm with you that it has received your request.`,
    reference: "Request number",
    queryCode: "Query code",
    keep: "Write the query code down or take a picture of it. With the number and the code you can follow your request, read the answer and withdraw. Tell nobody else the code.",
    what: "What you sent",
    unit: "Office",
    information: "Information",
    files: "Files",
    fileCount: (count: number) => (count === 0 ? "No files" : count === 1 ? "1 file" : `${count} files`),
    submittedAt: "Sent",
    due: "When you get an answer",
    dueOn: (day: string) => `By ${day}`,
    fromSubmission:
      "The law gives 20 working days from receipt. For an online request that is the day on which the office confirms it with you; until then we count from today, and the date is updated afterwards.",
    fromReceipt:
      "The law gives 20 working days from receipt, counted from the day after the office confirmed it with you, without weekends and holidays.",
    next: "What happens next",
    nextSteps: [
      "The office calls or writes to confirm receipt. Please stay reachable.",
      "If something is unclear, it tells you within 7 working days, all at once, what to add.",
      "It searches, reviews, and answers in time in the way you chose.",
    ],
    progress: "Follow your request",
    print: "Print the receipt",
    qr: "Scan to follow your request (the query code is still needed)",
    save: "You can also take a screenshot of this page.",
    help: "Questions? Call us",
  },
  expired: {
    title: "What you entered has expired",
    happened:
      "To protect your information, what is not sent is deleted after 24 hours. This request has not been sent.",
    next: "You can start again. It takes about 10 minutes.",
    button: "Start again",
  },
  errors: disclosureErrors,
  organisationErrors,
};
