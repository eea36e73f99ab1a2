/**
 * What kind of file some bytes are, by their content alone: neither the name nor the type that a browser sends is
 * looked at. Each kind must have its signature at the first byte and the structure that makes it whole; the work is
 * one pass over headers, whatever the bytes claim.
 */
import type { FileKind } from "./attachment.ts";
import { readZip } from "./attachment.zip.ts";

const latin1 = new TextDecoder("latin1");
const textOf = (bytes: Uint8Array, from: number, to?: number): string =>
  latin1.decode(bytes.subarray(from, to));

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((value, place) => bytes[place] === value);

const PDF_WINDOW_BYTES = 1024;
const MARKUP = /<(?:!doctype|html|head|body|script|iframe|svg)[\s>]/i;

/** ISO 32000: the header first, `%%EOF` within the last 1,024 bytes; no web page around or behind the header. */
function isPdf(bytes: Uint8Array): boolean {
  const head = textOf(bytes, 0, PDF_WINDOW_BYTES);
  if (!/^%PDF-[12]\.\d/.test(head) || MARKUP.test(head)) return false;
  const tail = textOf(bytes, Math.max(0, bytes.length - PDF_WINDOW_BYTES));
  return tail.includes("%%EOF") && !MARKUP.test(tail);
}

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const PNG_HEADER_BYTES = 13;
const CHUNK_FRAME_BYTES = 12;

/** The header with a size above zero, then chunk after chunk through image data to the end chunk. */
function isPng(bytes: Uint8Array): boolean {
  if (!startsWith(bytes, PNG_SIGNATURE)) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let hasData = false;
  for (let place = PNG_SIGNATURE.length; place + CHUNK_FRAME_BYTES <= bytes.length; ) {
    const length = view.getUint32(place);
    const type = textOf(bytes, place + 4, place + 8);
    const isFirst = place === PNG_SIGNATURE.length;
    if (isFirst !== (type === "IHDR") || place + CHUNK_FRAME_BYTES + length > bytes.length) return false;
    if (isFirst && (length !== PNG_HEADER_BYTES || view.getUint32(16) === 0 || view.getUint32(20) === 0))
      return false;
    if (type === "IDAT") hasData = true;
    if (type === "IEND") return hasData;
    place += CHUNK_FRAME_BYTES + length;
  }
  return false;
}

const JPEG_SIGNATURE = [0xff, 0xd8, 0xff];
const START_OF_SCAN = 0xda;
/** Start of frame in all its codings; C4, C8 and CC are tables and reserved. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** An end marker behind the scan; cameras may append to it, so it need not be the last thing. */
function hasEndOfImage(bytes: Uint8Array, from: number): boolean {
  for (let place = bytes.length - 2; place >= from; place -= 1) {
    if (bytes[place] === 0xff && bytes[place + 1] === 0xd9) return true;
  }
  return false;
}

/** Segment after segment to the first scan, with a frame before it and an end of image behind it. */
function isJpeg(bytes: Uint8Array): boolean {
  if (!startsWith(bytes, JPEG_SIGNATURE)) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let hasFrame = false;
  for (let place = 2; place + 4 <= bytes.length; ) {
    const marker = bytes[place + 1] ?? 0;
    if (bytes[place] !== 0xff) return false;
    if (marker === 0xff) {
      place += 1;
      continue;
    }
    const length = view.getUint16(place + 2);
    if (length < 2 || marker < 0xc0) return false;
    if (isFrame(marker)) hasFrame = true;
    if (marker === START_OF_SCAN) return hasFrame && hasEndOfImage(bytes, place + 2 + length);
    place += 2 + length;
  }
  return false;
}

/** Some versions of Word number the main part. */
const WORD_DOCUMENT = /^word\/document\d?\.xml$/;
/** Word keeps macros in a part of this name; a document with macros is not a DOCX, whatever it is called. */
const MACROS = /(?:^|\/)vbaProject\.bin$/i;

function zipKind(bytes: Uint8Array): FileKind | undefined {
  const entries = readZip(bytes)?.filter((entry) => entry.uncompressedBytes > 0);
  if (entries === undefined || entries.some(({ name }) => MACROS.test(name))) return undefined;
  const has = (name: string) => entries.some((entry) => entry.name === name);
  const isDocx = has("[Content_Types].xml") && entries.some(({ name }) => WORD_DOCUMENT.test(name));
  const isXlsx = has("[Content_Types].xml") && has("xl/workbook.xml");
  const isOfd = has("OFD.xml");
  const kinds: readonly FileKind[] = [
    ...(isDocx ? (["docx"] as const) : []),
    ...(isXlsx ? (["xlsx"] as const) : []),
    ...(isOfd ? (["ofd"] as const) : []),
  ];
  return kinds.length === 1 ? kinds[0] : undefined;
}

/**
 * The kind of a whole file, or undefined for everything that is not one of the kinds, is damaged, or pretends.
 * `file-type` was measured and left out: it adds 50 ms to the first upload and checks less than is needed here.
 */
export async function detectKind(bytes: Uint8Array): Promise<FileKind | undefined> {
  if (isPdf(bytes)) return "pdf";
  if (isPng(bytes)) return "png";
  if (isJpeg(bytes)) return "jpeg";
  return zipKind(bytes);
}
