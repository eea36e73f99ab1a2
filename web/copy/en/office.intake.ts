import type { intake as zh } from "../zh/office.intake.ts";

export const intake: typeof zh = {
  title: "Enter a request",
  lead: "For requests handed in, told, or sent by post or fax. Who can hardly write may ask by word of mouth: fill it in for them and let them confirm it.",
  channel: "How it came",
  channels: {
    internet: "Over the internet",
    in_person: "Handed in",
    oral: "By word of mouth, filled in for the applicant",
    registered_mail: "Registered or express mail, signed for",
    ordinary_mail: "Ordinary mail",
    fax: "Fax",
  },
  rules: {
    in_person: "Received on the day it is handed in",
    oral: "Received on the day it is told",
    registered_mail: "Received on the day it is signed for",
    ordinary_mail: "Confirm it with the applicant on the day it comes; received on the day of confirmation",
    fax: "Received on the day both sides confirm",
  },
  arrivedOn: "Day it came",
  arrivedHint:
    "Handed in: that day. By post: the day it was signed for or delivered. By fax: the day it came. Not after today.",
  applicant: "Applicant",
  information: "Information asked for",
  delivery: "How to provide it, and contacts",
  contacts:
    "Enter at least one of phone, email and full address. Without a phone, enter where letters go. If the answer goes by post, address and postcode are both needed.",
  fields: {
    name: { label: "Name of the person or organisation", hint: "" },
    legalRepresentative: { label: "Legal representative", hint: "Organisations only." },
    contactName: {
      label: "Contact person (organisations only)",
      hint: "Needed of an organisation; left empty for a person.",
    },
  },
  button: "Enter it and make a receipt",
  receipt: {
    title: "Receipt",
    lead: "The request is entered. Print this or write it down for the applicant; the query code is for the applicant alone.",
    waiting: "Receipt is still to be confirmed with the applicant, on the page of the case.",
    codeOnly: "No phone was given: only the number and the query code open the case. Keep them safe.",
    byPost:
      "There is no mobile and no email, so no notices can be sent: tell the applicant of every step by letter, or by phone where there is no address.",
    scans: "Add scans",
    open: "Open the case",
    another: "Enter another",
  },
  scans: {
    title: "Add scans",
    text: "Scan or photograph the request, proof of identity and authority, and upload them; the originals go into the file.",
    have: (count) => `${count} ${count === 1 ? "file" : "files"} so far`,
    received: "The scan is added. You can add more.",
    back: "Back to the case",
    full: "No more files can be added.",
  },
  errors: {
    "channel.choose": "Choose how it came",
    "day.invalid": "Enter a real date, such as 20 3 2026",
  },
};
