/**
 * The code of a booking (预约号): ten characters that come from a keyed hash and a check character, in Crockford's base 32
 * (no I, L, O, U), because people copy it from a screen and read it over the phone.
 *
 * The check is a linear code over the field of 32 elements with the generator 2: each place has a weight of its own, so
 * one wrong character and a swap of any two always show. (A sum modulo 31 would take `0` for `Z`.)
 */
import { lastFourOf, readPhone } from "../disclosure/disclosure.contact.ts";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 10;
/** x^5 + x^2 + 1. */
const POLYNOMIAL = 0b100101;
const MEANT: Readonly<Record<string, string>> = { O: "0", I: "1", L: "1", U: "V" };
const LONGEST_INPUT = 100;

/** How many bytes `codeFrom` takes. */
export const CODE_BYTES = 7;

function times(left: number, right: number): number {
  let product = 0;
  for (let bit = 0; bit < 5; bit += 1) if ((right >> bit) & 1) product ^= left << bit;
  for (let bit = 8; bit >= 5; bit -= 1) if ((product >> bit) & 1) product ^= POLYNOMIAL << (bit - 5);
  return product;
}

function checkOf(body: string): string {
  let weight = 2;
  let sum = 0;
  for (const character of body) {
    sum ^= times(weight, ALPHABET.indexOf(character));
    weight = times(weight, 2);
  }
  return ALPHABET.charAt(sum);
}

/** A code from the first 50 bits of a hash. Throws `RangeError` for fewer than 7 bytes. */
export function codeFrom(bytes: Uint8Array): string {
  if (bytes.length < CODE_BYTES) throw new RangeError(`a code takes ${CODE_BYTES} bytes`);
  let value = 0n;
  for (const byte of bytes.subarray(0, CODE_BYTES)) value = (value << 8n) | BigInt(byte);
  value >>= 6n;
  let body = "";
  for (let place = 0; place < LENGTH; place += 1) {
    body = ALPHABET.charAt(Number(value & 31n)) + body;
    value >>= 5n;
  }
  return body + checkOf(body);
}

/** Reads a code as people write it; undefined when it cannot be one of ours, such as after a slip of the pen. */
export function readCode(text: string): string | undefined {
  if (text.length > LONGEST_INPUT) return undefined;
  const bare = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Cf}\p{Pd}\u2212_.·/]/gu, "");
  const code = [...bare].map((typed) => MEANT[typed] ?? typed).join("");
  if (code.length !== LENGTH + 1 || [...code].some((each) => !ALPHABET.includes(each))) return undefined;
  return code.at(-1) === checkOf(code.slice(0, LENGTH)) ? code : undefined;
}

/** For reading aloud and print: `7KQ2 M9XD 4BT`. */
export const groupedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, "$1 ");

/** What somebody shows of the telephone: its last four digits, and all of it where they typed all of it. */
export interface ShownPhone {
  readonly phone4: string;
  /** In the one form in which telephones are kept. */
  readonly whole?: string;
}
/** What proves that a booking is somebody's. */
export interface Shown extends ShownPhone {
  readonly code: string;
}

export function readShownPhone(typed: string): ShownPhone | undefined {
  const phone4 = readLastFour(typed);
  if (phone4 === undefined) return undefined;
  const whole = readPhone(typed);
  return whole.ok ? { phone4: lastFourOf(whole.value), whole: whole.value } : { phone4 };
}

/** What somebody types as the last four digits of a telephone: four digits, or a whole number whose last four they are. */
export function readLastFour(typed: string): string | undefined {
  const digits = typed
    .normalize("NFKC")
    .slice(0, 40)
    .replaceAll(/[\s\p{Pd}()+]/gu, "");
  return /^\d{4,20}$/.test(digits) ? digits.slice(-4) : undefined;
}
