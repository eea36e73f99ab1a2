/** From the bytes of a file to its lines: which encoding, which kind of file, and what is no table at all. */
import { isErrorPage } from "./sheet.clean.ts";
import { type FileProblem, UnusableFile } from "./sheet.ts";

export type Bytes = AsyncIterable<Uint8Array>;
export const fileFormats = ["lines", "csv"] as const;
export type FileFormat = (typeof fileFormats)[number];
export type Encoding = "utf-8" | "gb18030" | "utf-16le" | "utf-16be";

export interface OpenedFile {
  readonly format: FileFormat;
  readonly encoding: Encoding;
  readonly lines: AsyncIterable<FileLine>;
}

/** `tooLong` lines are given without their text. */
export interface FileLine {
  readonly number: number;
  readonly text: string;
  readonly tooLong: boolean;
  /** The file ended inside it: no line feed came after. */
  readonly isLast: boolean;
}

/** Encoding and kind are told from so much of the file. */
const HEAD_BYTES = 64 * 1024;
const MOST_ZEROS = 0.02;
export const MOST_LINE_CHARACTERS = 1024 * 1024;

/** Looks at the head of a file and gives the lines of all of it. Throws UnusableFile. */
export async function openFile(bytes: Bytes): Promise<OpenedFile> {
  const iterator = bytes[Symbol.asyncIterator]();
  const { head, rest } = await readHead(iterator);
  const encoding = encodingOf(head);
  const start = new TextDecoder(encoding).decode(head);
  const format = formatOf(start);
  return { format, encoding, lines: linesOf(decoded({ head, rest }, encoding)) };
}

interface Split {
  readonly head: Uint8Array;
  readonly rest: Bytes;
}

async function readHead(iterator: AsyncIterator<Uint8Array>): Promise<Split> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (size < HEAD_BYTES) {
    const { value, done } = await iterator.next();
    if (done) break;
    chunks.push(value);
    size += value.length;
  }
  const head = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    head.set(chunk, at);
    at += chunk.length;
  }
  return { head, rest: { [Symbol.asyncIterator]: () => iterator } };
}

const startsWith = (head: Uint8Array, ...bytes: readonly number[]): boolean =>
  bytes.every((byte, place) => head[place] === byte);

const signatures: readonly (readonly [FileProblem, readonly number[]])[] = [
  // An .xlsx is a ZIP, so a ZIP of something else gets the same advice, which is right for it too.
  ["excel", [0x50, 0x4b, 0x03, 0x04]],
  ["excel", [0xd0, 0xcf, 0x11, 0xe0]],
  ["compressed", [0x1f, 0x8b]],
  ["compressed", [0x37, 0x7a, 0xbc, 0xaf]],
  ["compressed", [0x52, 0x61, 0x72, 0x21]],
];

function encodingOf(head: Uint8Array): Encoding {
  if (head.length === 0) throw new UnusableFile("empty");
  for (const [problem, signature] of signatures)
    if (startsWith(head, ...signature)) throw new UnusableFile(problem);
  if (startsWith(head, 0xff, 0xfe)) return "utf-16le";
  if (startsWith(head, 0xfe, 0xff)) return "utf-16be";
  // A few zeros are damage of a row; many of them are no text at all.
  if (head.filter((byte) => byte === 0).length > head.length * MOST_ZEROS) throw new UnusableFile("binary");
  return isMostly(head, "utf-8") ? "utf-8" : otherEncoding(head);
}

function otherEncoding(head: Uint8Array): Encoding {
  if (isMostly(head, "gb18030")) return "gb18030";
  throw new UnusableFile("encoding");
}

/** A damaged file has a few characters that cannot be read; in the wrong encoding nearly all of them cannot. */
function isMostly(head: Uint8Array, encoding: Encoding): boolean {
  const text = new TextDecoder(encoding).decode(head);
  const lost = text.split("\ufffd").length - 1;
  const foreign = text.replace(/[\0-\x7f]/g, "").length;
  return lost === 0 || lost / foreign < 0.05;
}

function formatOf(start: string): FileFormat {
  const text = start.trimStart();
  if (text === "") throw new UnusableFile("empty");
  if (text.startsWith("{")) return "lines";
  if (text.startsWith("[")) throw new UnusableFile("json_array");
  if (text.startsWith("<") || isErrorPage(text.slice(0, 2000))) throw new UnusableFile("html_page");
  return "csv";
}

/** Characters that cannot be read become U+FFFD, and cost the row they are in, not the file. */
async function* decoded({ head, rest }: Split, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  yield decoder.decode(head, { stream: true });
  for await (const chunk of rest) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function* linesOf(texts: AsyncIterable<string>): AsyncGenerator<FileLine> {
  let open = "";
  let tooLong = false;
  let number = 0;
  const line = (text: string, isLast: boolean): FileLine => {
    number += 1;
    const whole = tooLong || text.length > MOST_LINE_CHARACTERS;
    tooLong = false;
    return { number, text: whole ? "" : text.replace(/\r$/, ""), tooLong: whole, isLast };
  };
  for await (const text of texts) {
    const parts = `${open}${text}`.split("\n");
    open = parts.pop() ?? "";
    for (const part of parts) yield line(part, false);
    // What is too long is forgotten as it comes in, so that one line cannot fill the memory.
    if (open.length > MOST_LINE_CHARACTERS) {
      open = "";
      tooLong = true;
    }
  }
  if (open !== "" || tooLong) yield line(open, true);
}
