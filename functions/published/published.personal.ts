/**
 * What tells who asked, found in a text before everybody may read it (Arts. 15, 32): numbers that look like a
 * person's, and whatever the applicant has given. A text that has any of it is not taken.
 */
import { readIdentityNumber } from "../disclosure/disclosure.identity.ts";

export const personalKinds = ["identity", "phone", "email", "card", "applicant"] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** What the applicant has given, in clear; empty ones do not count. */
export type KnownOfApplicant = readonly (string | undefined)[];

/** A shorter one, such as a family name, stands in many texts that do not mean the applicant. */
const LEAST_CHARACTERS = 2;

/** The kinds that a text holds, in the order of `personalKinds`. Spaces and full-width digits hide nothing. */
export function personalIn(text: string, known: KnownOfApplicant): readonly PersonalKind[] {
  const plain = text.normalize("NFKC");
  const dense = plain.replace(/[\s-]/g, "");
  const digits = dense.match(/\d{11,}[Xx]?/g) ?? [];
  const found: Readonly<Record<PersonalKind, boolean>> = {
    identity: digits.some((run) => runsOf(run, 18).some(isResidentNumber)),
    phone: /(?<!\d)(?:\+?86)?1[3-9]\d{9}(?!\d)/.test(dense),
    email: /[^\s@，。；、]+@[\w-]+(\.[\w-]+)+/.test(plain),
    card: digits.some((run) => /^\d{16,19}$/.test(run) && isCardNumber(run)),
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
