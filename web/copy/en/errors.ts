import type { errors as zh } from "../zh/errors.ts";

export const errors: typeof zh = {
  required: (label) => `Enter ${lower(label)}`,
  choose: (label) => `Select ${lower(label)}`,
  invalid: (label) => `${label} is not in the right format. Check it`,
  tooLong: (label, limit) =>
    limit ? `${label} must be ${limit} characters or fewer` : `${label} is too long. Shorten it`,
  tooShort: (label, limit) =>
    limit ? `${label} must be at least ${limit} characters` : `${label} is too short. Add to it`,
  characters: (label) => `${label} has characters that cannot be used, such as emoji. Remove them`,
  checkDigit: (label) => `${label} is not right. Compare every digit with your document`,
  phone: (label) => `Enter ${lower(label)} like 13800000000 or 0571-88880000`,
  email: (label) => `Enter ${lower(label)} like name@example.com`,
  date: (label) => `${label} is not a real date. Check it`,
  dateFuture: (label) => `${label} must be today or earlier`,
  datePast: (label) => `${label} must be today or later`,
  fileRequired: (label) => `Select ${lower(label)}`,
  fileEmpty: () => "The file is empty. Choose it again",
  fileSize: (_label, limit) => `The file must be ${limit ?? 10} MB or smaller`,
  fileType: () => "The file must be a PDF, JPEG, PNG, DOCX or OFD",
  fileCount: (_label, limit) => `You can add up to ${limit ?? 5} files. Remove one first`,
  fileExpired: () => "It took too long. Choose the file again",
};

/** A label in the middle of a sentence; abbreviations such as "ID number" keep their capitals. */
function lower(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
