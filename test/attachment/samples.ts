/** Small whole files of each kind, built here so that no binary lies in the repository. */
import { crc32 } from "node:zlib";
import { strToU8, type Zippable, zipSync } from "fflate";

export const joined = (...parts: readonly (Uint8Array | readonly number[] | string)[]): Uint8Array =>
  new Uint8Array(
    Buffer.concat(
      parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part))),
    ),
  );

const uint32 = (value: number): number[] => [
  value >>> 24,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
];

export const pngChunk = (type: string, data: readonly number[] = []): Uint8Array => {
  const body = joined(type, data);
  return joined(uint32(data.length), body, uint32(crc32(body)));
};
export const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
export const pngHeader = (width: number): Uint8Array =>
  pngChunk("IHDR", [...uint32(width), ...uint32(1), 8, 0, 0, 0, 0]);
/** One grey pixel. */
export const pngSample = (): Uint8Array =>
  joined(
    PNG_SIGNATURE,
    pngHeader(1),
    pngChunk("IDAT", [0x78, 0x9c, 0x63, 0x60, 0, 0, 0, 2, 0, 1]),
    pngChunk("IEND"),
  );

const segment = (marker: number, data: readonly number[]): number[] => [
  0xff,
  marker,
  (data.length + 2) >> 8,
  (data.length + 2) & 255,
  ...data,
];
export const jpegStart = [0xff, 0xd8, ...segment(0xe0, [...strToU8("JFIF\0")])];
export const jpegFrame = segment(0xc0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]);
export const jpegScan = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 0x12, 0x34];
export const jpegSample = (): Uint8Array => joined(jpegStart, jpegFrame, jpegScan, [0xff, 0xd9]);

export const pdfSample = (): Uint8Array =>
  joined("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj<</Type/Catalog>>endobj\nstartxref\n0\n%%EOF\n");

const xml = strToU8('<?xml version="1.0"?><a/>');
export const zipSample = (names: readonly string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, xml])));
export const docxSample = (): Uint8Array =>
  zipSample(["[Content_Types].xml", "_rels/.rels", "word/document.xml"]);
export const ofdSample = (): Uint8Array => zipSample(["OFD.xml", "Doc_0/Document.xml"]);
export const zipOf = (files: Zippable): Uint8Array => zipSync(files);
