/** What a picture says besides what it shows: where and with what it was taken, who made it. Pure. */
import type { Finding } from "./release.ts";

const metadata = (names: readonly string[]): readonly Finding[] =>
  names.length === 0
    ? []
    : [{ code: "metadata", count: names.length, where: [...new Set(names)].join("、") }];

const latin1 = new TextDecoder("latin1");
const textOf = (bytes: Uint8Array, from: number, to: number) => latin1.decode(bytes.subarray(from, to));

interface Piece {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Undefined for what belongs to the picture. */
  readonly says: string | undefined;
}

/** APP1 holds EXIF and XMP, APP13 what press agencies write, COM a comment. */
const jpegNames: Readonly<Record<number, string>> = { 225: "EXIF/XMP", 237: "IPTC", 254: "COM" };

/** The segments of a JPEG before its first scan; the kind was checked when it came in. */
function jpegPieces(bytes: Uint8Array): readonly Piece[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: Piece[] = [];
  for (let place = 2; place + 4 <= bytes.length; ) {
    const marker = bytes[place + 1] ?? 0;
    if (marker === 0xff) {
      place += 1;
      continue;
    }
    const to = marker === 0xda ? bytes.length : place + 2 + view.getUint16(place + 2);
    pieces.push({ name: `${marker}`, from: place, to, says: jpegNames[marker] });
    place = to;
  }
  return pieces;
}

const pngNames = ["tEXt", "zTXt", "iTXt", "eXIf", "tIME"];

function pngPieces(bytes: Uint8Array): readonly Piece[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: Piece[] = [];
  for (let place = 8; place + 12 <= bytes.length; ) {
    const to = place + 12 + view.getUint32(place);
    const name = textOf(bytes, place + 4, place + 8);
    pieces.push({ name, from: place, to, says: pngNames.includes(name) ? name : undefined });
    place = to;
  }
  return pieces;
}

const piecesOf = (kind: "jpeg" | "png", bytes: Uint8Array) =>
  kind === "jpeg" ? { start: 2, pieces: jpegPieces(bytes) } : { start: 8, pieces: pngPieces(bytes) };

export const imageFindings = (kind: "jpeg" | "png", bytes: Uint8Array): readonly Finding[] =>
  metadata(piecesOf(kind, bytes).pieces.flatMap(({ says }) => says ?? []));

/** The same picture without it. */
export function cleanedImage(kind: "jpeg" | "png", bytes: Uint8Array): Uint8Array {
  const { start, pieces } = piecesOf(kind, bytes);
  const kept = [
    bytes.subarray(0, start),
    ...pieces.filter(({ says }) => says === undefined).map(({ from, to }) => bytes.subarray(from, to)),
  ];
  return new Uint8Array(Buffer.concat(kept));
}
