/** How to reach the applicant: telephone, e-mail, post. Each is kept in one normal form, so that it can be found. */
import { accept, type Read, readText, refuse } from "./disclosure.text.ts";

const MOBILE = /^1[3-9]\d{9}$/;
/** Area codes of three digits are 010 and 02x, all others have four. */
const LANDLINE = /^(010|02\d|0[3-9]\d{2})([2-9]\d{6,7})$/;
const SERVICE_NUMBER = /^[48]00\d{7}$/;
const LOCAL_NUMBER = /^[2-9]\d{6,7}$/;
const FOREIGN = /^\+(?!86)[1-9]\d{6,14}$/;
const EXTENSION = /(?:转|分机|ext\.?|x|#|(?<=\d{7})-)\s*(\d{1,6})$/i;

/** The number without the country code, which people write with or without the zero of the area code. */
function withoutCountry(digits: string): readonly string[] {
  const bare = digits.replace(/^(?:\+|00)86/, "");
  return bare === digits ? [digits, digits.replace(/^86(?=1)/, "")] : [bare, `0${bare}`];
}

/** A number that may have an extension, in its normal form. */
function switchboard(digits: string): string | undefined {
  for (const number of withoutCountry(digits)) {
    const [, area, local] = LANDLINE.exec(number) ?? [];
    if (area !== undefined) return `${area}-${local}`;
    if (SERVICE_NUMBER.test(number)) return number;
  }
  return undefined;
}

const digitsOf = (written: string): string =>
  written.replace(/[\s\p{Cf}\p{Pd}\u2212()._]/gu, "").replace(/^00(?!86)/, "+");

function readDigits(digits: string): Read<string> {
  const direct = withoutCountry(digits).find((number) => MOBILE.test(number));
  const number = direct ?? switchboard(digits) ?? (FOREIGN.test(digits) ? digits : undefined);
  if (number !== undefined) return accept(number);
  return refuse(LOCAL_NUMBER.test(digits) ? "phone.area_code" : "phone.invalid");
}

/**
 * A mobile (`13812341234`), a landline with area code (`0571-88880000`, with an extension `0571-88880000-123`), a
 * 400 number, or one abroad (`+85223456789`). A landline without its area code gets a code of its own.
 * Empty when optional.
 */
export function readPhone(raw: unknown, optional = false): Read<string> {
  const text = readText(raw, { topic: "phone", optional });
  if (!text.ok || text.value === "") return text;
  const written = text.value.normalize("NFKC").replace(/\p{Pd}/gu, "-");
  const extension = EXTENSION.exec(written);
  const main = extension && switchboard(digitsOf(written.slice(0, extension.index)));
  return main ? accept(`${main}-${extension[1]}`) : readDigits(digitsOf(written));
}

/** The last four digits of the number without its extension; the second proof beside the query code. */
export function lastFourOf(phone: string): string {
  const withoutExtension = phone.replace(/(?<=\d{7})-\d+$/, "");
  return withoutExtension.replace(/\D/g, "").slice(-4);
}

const EMAIL =
  /^([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64})@((?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63})$/;

/** An e-mail address that the mail system can deliver to; the domain in small letters. Empty when optional. */
export function readEmail(raw: unknown, optional: boolean): Read<string> {
  const text = readText(raw, { topic: "email", optional });
  if (!text.ok || text.value === "") return text;
  const [, local = "", domain = ""] = EMAIL.exec(text.value.normalize("NFKC")) ?? [];
  if (local === "" || /^\.|\.$|\.\./.test(local)) return refuse("email.invalid");
  return accept(`${local}@${domain.toLowerCase()}`);
}

/** Where the post can bring a letter. Empty when optional. */
export const readAddress = (raw: unknown, optional = false): Read<string> => {
  const text = readText(raw, { topic: "address", optional });
  return !text.ok || text.value === "" || /\p{L}/u.test(text.value) ? text : refuse("address.characters");
};

/** Six digits. Empty when optional. */
export function readPostcode(raw: unknown, optional = false): Read<string> {
  const text = readText(raw, { topic: "postcode", optional });
  if (!text.ok || text.value === "") return text;
  const digits = text.value.normalize("NFKC").replace(/\s/g, "");
  return /^\d{6}$/.test(digits) ? accept(digits) : refuse("postcode.invalid");
}
