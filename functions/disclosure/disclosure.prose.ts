/** Prose of the office: present, of a sane length, without half characters and invisible control characters. */
import { invalid } from "../kit/problem.ts";
import { lengthOf } from "./disclosure.text.ts";

export const REPLY_MAX_CHARACTERS = 10_000;
export const REASON_MAX_CHARACTERS = 500;
/** A name, a number of a receipt. */
export const LINE_MAX_CHARACTERS = 100;
/** A name with an address and a telephone number. */
export const POINTER_MAX_CHARACTERS = 300;
/** A list of what to correct, an opinion, a question to a third party. */
export const LETTER_MAX_CHARACTERS = 2000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;

const cleaned = (raw: string): string => raw.normalize("NFC").replaceAll("\r\n", "\n").trim();

/** Undefined when the text can be kept. */
export function proseProblem(
  raw: string,
  maxCharacters: number,
): "required" | "too_long" | "characters" | undefined {
  const written = cleaned(raw);
  if (written === "") return "required";
  if (lengthOf(written) > maxCharacters) return "too_long";
  return written.isWellFormed() && !FORBIDDEN.test(written) ? undefined : "characters";
}

/** The text as it is kept. Raises 422 with the field. */
export function officeText(raw: string, field: string, maxCharacters: number): string {
  const problem = proseProblem(raw, maxCharacters);
  if (problem !== undefined) throw invalid([{ field, code: `${field}.${problem}` }]);
  return cleaned(raw);
}

/** The same for a text that may be left out; undefined when it was. */
export const optionalText = (
  raw: string | undefined,
  field: string,
  maxCharacters: number,
): string | undefined =>
  (raw ?? "").trim() === "" ? undefined : officeText(raw ?? "", field, maxCharacters);
