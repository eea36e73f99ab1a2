/**
 * What tells who asked, found in a text before everybody may read it (Arts. 15, 32): numbers that look like a
 * person's, and whatever the applicant has given. A text that has any of it is not taken.
 */
import { readIdentityNumber } from "../disclosure/disclosure.identity.ts";
import type { Application } from "../disclosure/disclosure.ts";
import type { FieldErrors } from "../kit/problem.ts";
import type { PublishedContent } from "./published.ts";
import { contentFields } from "./published.ts";

export const personalKinds = ["identity", "phone", "email", "card", "applicant"] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** What the applicant has given, in clear; empty ones do not count. */
export type KnownOfApplicant = readonly (string | undefined)[];

/** UnionPay, Visa and Mastercard; not the digits inside of a longer code. */
const CARD = /(?<![\dA-Za-z])(?:62\d{14,17}|4\d{15}|5[1-5]\d{14})(?![\dA-Za-z])/g;
/** A shorter one, such as a family name, stands in many texts that do not mean the applicant. */
const LEAST_CHARACTERS = 2;

/** In no text that everybody may read, whoever writes it; a mobile number or an address may be whom to ask. */
export const neverPublic = ["identity", "card"] as const satisfies readonly PersonalKind[];
/** What tells how to reach somebody. */
const contacts = ["phone", "email"] as const satisfies readonly PersonalKind[];

export const neverPublicIn = (text: string): (typeof neverPublic)[number] | undefined =>
  neverPublic.find((kind) => personalIn(text, []).includes(kind));
export const contactIn = (text: string): (typeof contacts)[number] | undefined =>
  contacts.find((kind) => personalIn(text, []).includes(kind));

/** Runs of digits with what people put between them, and addresses of mail. */
const NUMBERS = /\p{Nd}(?:[\s\-－]{0,2}[\p{Nd}XxＸｘ]){10,}/gu;
const EMAIL = /[^\s@＠，。；、：:]+[@＠][\w.-]+/g;
export const HIDDEN = "〔已隐去〕";

/**
 * The text with what tells who asked taken out, for somebody to write it anew; empty where it still tells after that,
 * because a text that nobody may publish is no beginning.
 */
export function withoutPersonal(text: string, known: KnownOfApplicant): string {
  const hide = (found: string) => (personalIn(found, []).length > 0 ? HIDDEN : found);
  const given = known.filter((value) => value !== undefined && [...value].length >= LEAST_CHARACTERS);
  const cleaned = given.reduce<string>(
    (rest, value) => rest.replaceAll(value ?? "", HIDDEN),
    text.replace(NUMBERS, hide).replace(EMAIL, hide),
  );
  return personalIn(cleaned, known).length === 0 ? cleaned : "";
}

/** The kinds that a text holds, in the order of `personalKinds`. Spaces and full-width digits hide nothing. */
export function personalIn(text: string, known: KnownOfApplicant): readonly PersonalKind[] {
  const plain = text.normalize("NFKC");
  const dense = plain.replace(/[\s-]/g, "");
  const digits = dense.match(/\d{11,}[Xx]?/g) ?? [];
  const found: Readonly<Record<PersonalKind, boolean>> = {
    identity: digits.some((run) => runsOf(run, 18).some(isResidentNumber)),
    phone: /(?<!\d)(?:\+?86)?1[3-9]\d{9}(?!\d)/.test(dense),
    email: /[^\s@，。；、]+@[\w-]+(\.[\w-]+)+/.test(plain),
    card: (dense.match(CARD) ?? []).some(isCardNumber),
    applicant: known.some((value) => {
      const needle = value?.normalize("NFKC").replace(/[\s-]/g, "") ?? "";
      return [...needle].length >= LEAST_CHARACTERS && dense.includes(needle);
    }),
  };
  return personalKinds.filter((kind) => found[kind]);
}

/** Born whenever: what has the check digit is a number, also one of tomorrow. */
const isResidentNumber = (number: string): boolean =>
  readIdentityNumber(number, "resident_id", "9999-12-31").ok;

const runsOf = (run: string, length: number): readonly string[] =>
  Array.from({ length: Math.max(0, run.length - length + 1) }, (_, at) => run.slice(at, at + length));

/** The check digit of ISO/IEC 7812 (Luhn). */
function isCardNumber(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

export const knownOf = (application: Application): KnownOfApplicant => [
  ...(application.applicantKind === "person" ? [application.name] : []),
  ...[application.legalRepresentative, application.contactName, application.identityNumber],
  ...[application.phone, application.email, application.address],
];

/** One error for each text of what shall be published that tells who asked: `personal_<kind>`. */
export function personalErrors(content: PublishedContent, application: Application): FieldErrors {
  const known = knownOf(application);
  return contentFields.flatMap((field) =>
    personalIn(content[field], known)
      .slice(0, 1)
      .map((kind) => ({ field, code: `personal_${kind}` })),
  );
}
