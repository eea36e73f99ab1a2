/**
 * The number of a case and its query code: what a citizen copies from a receipt, reads over the phone, types.
 *
 * The number is `region 6 + kind 1 + YYMMDD + serial 5 + check letter`, 19 characters. Every character but the
 * kind and the check letter is a digit, so letters that look like digits can be read as what was meant.
 * The check letter is the sum of the characters weighted with the powers of 2, modulo 19. As 2 generates all 18
 * remainders, each of the 18 places has a weight of its own: a wrong character and a swap of any two always show.
 * ISO 7064 would not do: MOD 37,36 lets some swaps of neighbours through, and MOD 37-2 needs a `*`.
 */
import { type Day, isDay } from "../calendar/calendar.day.ts";

/**
 * B 办件 service case, Y 预约 booking, G 公开 disclosure request, Z 咨询 complaint or consultation, R (本人) correction of
 * records about oneself.
 */
export type ReferenceKind = (typeof KINDS)[number];

export interface ReferenceParts {
  /** 区划, six digits. */
  readonly regionCode: string;
  readonly kind: ReferenceKind;
  /** The day of submission, 2000 to 2099. */
  readonly day: Day;
  /** From 1 to 99999, counted per region, kind and day. */
  readonly serial: number;
}

export interface ParsedReference extends ReferenceParts {
  /** The number as it is kept: 19 characters, upper case, no spaces. */
  readonly reference: string;
}

const KINDS = ["B", "Y", "G", "Z", "R"] as const;
/** Nineteen letters, none of which can be taken for a digit. */
const CHECK_LETTERS = "ACDEFGHJKMNPRTUVWXY";
const CHARACTER_VALUES = `0123456789${KINDS.join("")}`;
const HIGHEST_SERIAL = 99_999;
const LONGEST_INPUT = 200;

const REFERENCE_SHAPE = /^(\d{6})([BYGZR])(\d{6})(\d{5})([A-Z])$/;
const KIND_PLACE = 6;
const CHECK_PLACE = 18;

/** Spaces, invisible characters, and all that people put between groups. */
const BETWEEN_GROUPS = /[\s\p{Cf}\p{Pd}\u2212_.·/]/gu;
const DIGIT_MEANT: Readonly<Record<string, string>> = { O: "0", I: "1", L: "1", Z: "2", S: "5", B: "8" };

function checkLetterOf(body: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of body) {
    sum += weight * CHARACTER_VALUES.indexOf(character);
    weight = (weight * 2) % CHECK_LETTERS.length;
  }
  return CHECK_LETTERS.charAt(sum % CHECK_LETTERS.length);
}

/** Full width becomes half, small becomes capital, separators go. Undefined for what is far too long. */
function withoutSeparators(text: string): string | undefined {
  if (text.length > LONGEST_INPUT) return undefined;
  return text.normalize("NFKC").toUpperCase().replace(BETWEEN_GROUPS, "");
}

/** Makes the number of a case. Throws `RangeError` when a part is out of its range; parts never come from users. */
export function formReference({ regionCode, kind, day, serial }: ReferenceParts): string {
  if (!/^\d{6}$/.test(regionCode)) throw new RangeError("a region code has six digits");
  if (!isDay(day) || !day.startsWith("20")) throw new RangeError("a reference is of a day from 2000 to 2099");
  if (!Number.isInteger(serial) || serial < 1 || serial > HIGHEST_SERIAL) {
    throw new RangeError("a serial is a whole number from 1 to 99999");
  }
  const body = regionCode + kind + day.slice(2).replaceAll("-", "") + String(serial).padStart(5, "0");
  return body + checkLetterOf(body);
}

/**
 * Reads a number as people write it: with spaces or hyphens, in small or full-width letters, with O for 0, I or L
 * for 1, Z for 2, S for 5, B for 8. Undefined when it cannot be a number of ours, such as after a slip of the pen.
 */
export function parseReference(text: string): ParsedReference | undefined {
  const characters = [...(withoutSeparators(text) ?? "")];
  if (characters.length !== CHECK_PLACE + 1) return undefined;
  const reference = characters
    .map((character, place) =>
      place === KIND_PLACE || place === CHECK_PLACE ? character : (DIGIT_MEANT[character] ?? character),
    )
    .join("");
  const [, regionCode = "", kind = "", date = "", serial = "", check] = REFERENCE_SHAPE.exec(reference) ?? [];
  const day = `20${date.slice(0, 2)}-${date.slice(2, 4)}-${date.slice(4)}`;
  if (check === undefined || check !== checkLetterOf(reference.slice(0, CHECK_PLACE))) return undefined;
  if (!isDay(day) || Number(serial) < 1) return undefined;
  return { reference, regionCode, kind: kind as ReferenceKind, day, serial: Number(serial) };
}

/** For reading aloud and print: `440305 G261123 00042K`. The argument is a number as it is kept. */
export const groupReference = (reference: string): string =>
  [reference.slice(0, 6), reference.slice(6, 13), reference.slice(13)].filter(Boolean).join(" ");

/**
 * Characters of a query code: no 0 1 I O Q Z, no B and S (8 and 5 are there), no vowels and no Y, so that no word
 * can appear. 24 of them: 8 places give 1.1e11 codes, and five wrong tries in 15 minutes lock a number.
 */
const CODE_ALPHABET = "23456789CDFGHJKLMNPRTVWX";
const CODE_LENGTH = 8;
const CODE_SHAPE = new RegExp(`^[${CODE_ALPHABET}]{${CODE_LENGTH}}$`);
const CODE_MEANT: Readonly<Record<string, string>> = { 1: "L", I: "L", Z: "2", S: "5", B: "8", U: "V" };

/** How many random bytes `codeFromBytes` takes. */
export const CODE_BYTES = CODE_LENGTH * 2;

/**
 * A query code from 16 random bytes, two for each character: no character is more likely than another by more
 * than one in 2,700, which costs an attacker's guess nothing that counts. Throws `RangeError` for fewer bytes.
 */
export function codeFromBytes(bytes: Uint8Array): string {
  if (bytes.length < CODE_BYTES) throw new RangeError(`a query code takes ${CODE_BYTES} random bytes`);
  let code = "";
  for (let place = 0; place < CODE_LENGTH; place += 1) {
    const value = (bytes[place * 2] ?? 0) * 256 + (bytes[place * 2 + 1] ?? 0);
    code += CODE_ALPHABET.charAt(value % CODE_ALPHABET.length);
  }
  return code;
}

/** Reads a query code as people write it, look-alikes included; undefined when it cannot be one. */
export function normaliseCode(text: string): string | undefined {
  const code = [...(withoutSeparators(text) ?? "")].map((typed) => CODE_MEANT[typed] ?? typed).join("");
  return CODE_SHAPE.test(code) ? code : undefined;
}

/** For reading aloud and print: `C7DF 92KM`. */
export const groupCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`.trim();
