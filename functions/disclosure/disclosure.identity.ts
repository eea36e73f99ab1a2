/** Proof of identity (条例 Art. 29(1)): which documents are taken, and what their numbers must fulfil. */
import { type Day, isDay } from "../calendar/calendar.day.ts";
import { accept, compact, lengthOf, type Read, readText, refuse } from "./disclosure.text.ts";

/** Documents of a natural person, the usual one first. */
export const personIdentityKinds = [
  "resident_id",
  "passport",
  "hk_macau_permit",
  "taiwan_permit",
  "foreign_permanent_resident_id",
  "other",
] as const;
export const organisationIdentityKinds = ["credit_code", "other"] as const;
export const identityKinds = ["credit_code", ...personIdentityKinds] as const;
export type IdentityKind = (typeof identityKinds)[number];

const RESIDENT_LENGTH = 18;
const RESIDENT_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const RESIDENT_CHECKS = "10X98765432";
const EARLIEST_BIRTH: Day = "1900-01-01";

/**
 * A resident ID of 18 characters (GB 11643): the birth date exists and is not after `today`, and the last character
 * is the ISO 7064 MOD 11-2 check. The 15 digits of the first generation ended in 2013 and have a code of their own.
 */
function readResidentId(number: string, today: Day): Read<string> {
  if (/^\d{15}$/.test(number)) return refuse("identity.old_number");
  if (!/^\d*X?$/.test(number)) return refuse("identity.characters");
  if (number.length !== RESIDENT_LENGTH) return refuse("identity.length");
  const birth: Day = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isDay(birth) || birth < EARLIEST_BIRTH) return refuse("identity.birth_date");
  if (birth > today) return refuse("identity.birth_future");
  const sum = RESIDENT_WEIGHTS.reduce((total, weight, place) => total + weight * Number(number[place]), 0);
  return RESIDENT_CHECKS.charAt(sum % 11) === number.at(-1) ? accept(number) : refuse("identity.check_digit");
}

const CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const CREDIT_LENGTH = 18;
const CREDIT_SHAPE = new RegExp(`^[${CREDIT_ALPHABET}]{2}\\d{6}[${CREDIT_ALPHABET}]{10}$`);

/** A unified social credit code (GB 32100): 31 characters without I O S V Z, weights 3^n, modulo 31. */
function readCreditCode(number: string): Read<string> {
  if (number.length !== CREDIT_LENGTH) return refuse("identity.length");
  if (!CREDIT_SHAPE.test(number)) return refuse("identity.characters");
  let weight = 1;
  let sum = 0;
  for (const character of number.slice(0, -1)) {
    sum += CREDIT_ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  const check = CREDIT_ALPHABET.charAt((31 - (sum % 31)) % 31);
  return check === number.at(-1) ? accept(number) : refuse("identity.check_digit");
}

/** Passports and permits of many countries and generations: letters and digits, nothing more is certain. */
function readPermit(number: string): Read<string> {
  if (!/^[A-Z0-9()/.]+$/.test(number)) return refuse("identity.characters");
  return number.length >= 5 && number.length <= 30 ? accept(number) : refuse("identity.length");
}

/** Any other document may have words in its number, such as 军字第 1234567 号. */
function readOther(number: string): Read<string> {
  if (!/^[\p{L}\p{M}\p{N}()/.#〔〕]+$/u.test(number)) return refuse("identity.characters");
  return lengthOf(number) >= 2 ? accept(number) : refuse("identity.length");
}

/**
 * Reads the number of an identity document, normalised: half width, capitals, without spaces and hyphens.
 * Without a known kind only what holds for all of them is checked.
 */
export function readIdentityNumber(raw: unknown, kind: IdentityKind | undefined, today: Day): Read<string> {
  const text = readText(raw, { topic: "identity" });
  if (!text.ok) return text;
  const number = compact(text.value);
  if (number === "") return refuse("identity.required");
  switch (kind) {
    case "resident_id":
      return readResidentId(number, today);
    case "credit_code":
      return readCreditCode(number);
    case "other":
    case undefined:
      return readOther(number);
    default:
      return readPermit(number);
  }
}
