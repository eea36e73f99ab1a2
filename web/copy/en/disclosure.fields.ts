import type { choices as zhChoices, fields as zhFields } from "../zh/disclosure.fields.ts";

export const fields: typeof zhFields = {
  applicantKind: { label: "Who is applying", short: "Applicant" },
  name: { label: "Name", short: "Name" },
  organisationName: { label: "Name of the organisation", short: "Organisation" },
  legalRepresentative: { label: "Legal representative", short: "Legal representative" },
  contactName: { label: "Contact person", short: "Contact person", hint: "Whom the office may ask." },
  identityKind: { label: "Which document?", short: "Document" },
  identityNumber: {
    label: "Document number",
    short: "Document number",
    hint: "A resident ID has 18 characters; the last may be an X.",
    organisationHint:
      "The unified social credit code has 18 characters and stands on the licence or certificate.",
  },
  unit: { label: "Office", short: "Office" },
  title: {
    label: "Name of the information",
    short: "Information",
    hint: "For example: list of housing renewal projects 2025",
  },
  documentNumber: {
    label: "Official number",
    short: "Official number",
    hint: "If you know it, for example 深府办〔2025〕12 号",
  },
  description: {
    label: "Description",
    short: "Description",
    hint: "Times, places, matters, offices involved. Up to 2,000 characters.",
  },
  form: { label: "In which form?", short: "Form" },
  route: { label: "By which way?", short: "Way" },
  phone: {
    label: "Phone number",
    short: "Phone",
    hint: "A landline with its area code, such as 0755-88880000. Its last four digits can also be used to check progress.",
  },
  email: { label: "Email address", short: "Email", hint: "If you give one, we send you news by email." },
  address: {
    label: "Full address",
    short: "Address",
    hint: "Province, city, district, street and number.",
  },
  postcode: { label: "Postcode", short: "Postcode", hint: "6 digits." },
};

export const choices: typeof zhChoices = {
  applicantKind: {
    person: { label: "A person", hint: "In your own name" },
    company: { label: "A business", hint: "Companies, sole traders" },
    research: { label: "A research institution", hint: "Universities, institutes" },
    charity: { label: "A charity or public-interest organisation", hint: "Foundations, associations" },
    legal_service: { label: "A legal service", hint: "Law firms, notaries" },
    other_organisation: { label: "Another organisation", hint: "" },
  },
  identityKind: {
    resident_id: { label: "Resident identity card", hint: "" },
    passport: { label: "Passport", hint: "" },
    hk_macau_permit: { label: "Mainland travel or residence permit (Hong Kong, Macao)", hint: "" },
    taiwan_permit: { label: "Mainland travel or residence permit (Taiwan)", hint: "" },
    foreign_permanent_resident_id: { label: "Foreign permanent resident ID card", hint: "" },
    credit_code: { label: "Unified social credit code", hint: "" },
    other: { label: "Another document", hint: "Please add a photo or scan of it further on" },
  },
  form: {
    electronic: { label: "Electronic file", hint: "" },
    paper: { label: "Paper", hint: "" },
    disc: { label: "Disc", hint: "" },
  },
  route: {
    site: { label: "Download from this site", hint: "For electronic files only" },
    email: { label: "By email", hint: "For electronic files only" },
    post: { label: "By post", hint: "For paper and discs" },
    pick_up: { label: "I will collect it", hint: "" },
    read_on_the_spot: { label: "I will read it at the office", hint: "" },
  },
};
