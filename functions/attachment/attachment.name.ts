/**
 * The name of an uploaded file as the bucket gives it back. What a browser calls a file reaches us in one of three
 * forms: as an RFC 2047 word (S3 writes everything that is not ASCII so), percent-encoded (browsers do that to
 * quotes, scripts to everything), or as UTF-8 that was read as Latin-1 on its way through a header.
 */

const ENCODED_WORD = /=\?utf-8\?([bq])\?([^?]*)\?=/gi;
const PERCENT = /%[0-9a-f]{2}/i;

/** The name in clear; what cannot be decoded is left as it is. Nothing here makes it safe to show or to save. */
export function decodeUploadedName(raw: string): string {
  return fromPercent(fromLatin1(fromEncodedWords(raw)));
}

function fromEncodedWords(raw: string): string {
  // White space between two encoded words is not part of the text (RFC 2047 §6.2).
  const joined = raw.replace(/(\?=)\s+(=\?utf-8\?)/gi, "$1$2");
  return joined.replace(ENCODED_WORD, (_word, encoding: string, text: string) =>
    encoding.toLowerCase() === "b" ? Buffer.from(text, "base64").toString("utf8") : fromQ(text),
  );
}

const fromQ = (text: string): string =>
  utf8Of(text.replaceAll("_", " ").replace(/=([0-9a-f]{2})/gi, (_match, hex: string) => byteOf(hex))) ?? text;

const byteOf = (hex: string): string => String.fromCharCode(Number.parseInt(hex, 16));

/** A text of bytes, one a character, as the UTF-8 that it is; undefined when it is none. */
function utf8Of(bytes: string): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(bytes, "latin1"));
  } catch {
    return undefined;
  }
}

function fromLatin1(text: string): string {
  const couldBe = /[\u0080-\u00ff]/.test(text) && !/[\u0100-\uffff]/.test(text);
  return couldBe ? (utf8Of(text) ?? text) : text;
}

function fromPercent(text: string): string {
  if (!PERCENT.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
