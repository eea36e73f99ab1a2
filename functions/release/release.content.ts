/**
 * The instructions of a PDF's content stream (ISO 32000 §7.8.2) with the bytes that each takes, so that one of them can be
 * written anew and all others stay as they are. Pure.
 */

export type Operand =
  | { readonly kind: "string"; readonly bytes: Uint8Array }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "name"; readonly text: string }
  | { readonly kind: "array"; readonly items: readonly Operand[] }
  | { readonly kind: "other" };

export interface ContentInstruction {
  readonly operator: string;
  /** From the first byte of its operands to the one behind it. */
  readonly start: number;
  readonly end: number;
  readonly operands: readonly Operand[];
}

/** The instructions that show text. */
export const SHOWS: ReadonlySet<string> = new Set(["Tj", "TJ", "'", '"']);

/** Throws for what is no content stream: then nobody knows what it shows. */
export function instructionsOf(bytes: Uint8Array): readonly ContentInstruction[] {
  const reader = new Reader(bytes);
  const found: ContentInstruction[] = [];
  let operands: Operand[] = [];
  let start: number | undefined;
  for (let next = reader.next(); next !== undefined; next = reader.next()) {
    start ??= next.start;
    if (typeof next.value !== "string") {
      operands.push(next.value);
      continue;
    }
    if (next.value === "ID") reader.skipImage();
    found.push({ operator: next.value, start, end: reader.place, operands });
    operands = [];
    start = undefined;
  }
  return found;
}

const SPACES = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set([..."()<>[]{}/%"].map((each) => each.charCodeAt(0)));
const code = (character: string): number => character.charCodeAt(0);
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

/** An operand, or the name of an operator as a string. */
interface Token {
  readonly start: number;
  readonly value: Operand | string;
}

class Reader {
  place = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  next(): Token | undefined {
    this.#skipSpace();
    const start = this.place;
    const first = this.#bytes[start];
    if (first === undefined) return undefined;
    return { start, value: this.#read(first) };
  }

  #read(first: number): Operand | string {
    if (first === code("(")) return { kind: "string", bytes: this.#literal() };
    if (first === code("[")) return { kind: "array", items: this.#until("]") };
    if (first === code("<") && this.#bytes[this.place + 1] !== first)
      return { kind: "string", bytes: this.#hexadecimal() };
    if (first === code("<")) {
      this.place += 1;
      this.#until(">>");
      return { kind: "other" };
    }
    const word = this.#word();
    if (word.startsWith("/")) return { kind: "name", text: word };
    if (/^[+-]*[\d.]+(?:-\d*)?$/.test(word)) return { kind: "number", value: Number.parseFloat(word) || 0 };
    return ["true", "false", "null"].includes(word) ? { kind: "other" } : word;
  }

  #skipSpace(): void {
    for (;;) {
      const at = this.#bytes[this.place];
      if (at === code("%")) while (![10, 13, undefined].includes(this.#bytes[this.place])) this.place += 1;
      else if (at === undefined || !SPACES.has(at)) return;
      else this.place += 1;
    }
  }

  /** What stands before the closing mark, which is passed. */
  #until(closing: "]" | ">>"): readonly Operand[] {
    this.place += 1;
    const items: Operand[] = [];
    for (;;) {
      this.#skipSpace();
      const at = this.#bytes[this.place];
      if (at === undefined) throw new Error("a content stream ends within an operand");
      const isEnd = latin(this.#bytes.subarray(this.place, this.place + closing.length)) === closing;
      if (isEnd) {
        this.place += closing.length;
        return items;
      }
      const value = this.#read(at);
      items.push(typeof value === "string" ? { kind: "other" } : value);
    }
  }

  #word(): string {
    const start = this.place;
    this.place += 1;
    for (let at = this.#bytes[this.place]; at !== undefined; at = this.#bytes[this.place]) {
      if (SPACES.has(at) || DELIMITERS.has(at)) break;
      this.place += 1;
    }
    return latin(this.#bytes.subarray(start, this.place));
  }

  #hexadecimal(): Uint8Array {
    const end = this.#bytes.indexOf(code(">"), this.place);
    if (end < 0) throw new Error("a content stream ends within a string");
    const digits = latin(this.#bytes.subarray(this.place + 1, end)).replace(/[^\da-f]/gi, "");
    this.place = end + 1;
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, "hex");
  }

  #literal(): Uint8Array {
    const out: number[] = [];
    let depth = 0;
    for (; ; this.place += 1) {
      const at = this.#bytes[this.place];
      if (at === undefined) throw new Error("a content stream ends within a string");
      if (at === code("\\")) this.#escaped(out);
      else if (at === code("(") && depth++ > 0) out.push(at);
      else if (at === code(")") && --depth > 0) out.push(at);
      else if (at !== code("(") && at !== code(")")) out.push(at);
      if (depth === 0) break;
    }
    this.place += 1;
    return Uint8Array.from(out);
  }

  /** `place` is left on the last byte of the escape. */
  #escaped(out: number[]): void {
    this.place += 1;
    const octal = /^[0-7]{1,3}/.exec(latin(this.#bytes.subarray(this.place, this.place + 3)))?.[0];
    if (octal !== undefined) {
      this.place += octal.length - 1;
      out.push(Number.parseInt(octal, 8) & 0xff);
      return;
    }
    const at = this.#bytes[this.place] ?? 0;
    if (at === 13 && this.#bytes[this.place + 1] === 10) this.place += 1;
    // A line that is broken goes on without the break.
    if (at === 10 || at === 13) return;
    out.push({ n: 10, r: 13, t: 9, b: 8, f: 12 }[String.fromCharCode(at)] ?? at);
  }

  /** Behind ID: to the end of EI, which stands between white space. */
  skipImage(): void {
    const isSpace = (at: number | undefined): boolean => at === undefined || SPACES.has(at);
    for (this.place += 1; this.place < this.#bytes.length; this.place += 1) {
      const [before, e, i, after] = this.#bytes.subarray(this.place - 1, this.place + 3);
      if (isSpace(before) && e === code("E") && i === code("I") && isSpace(after)) {
        this.place += 2;
        return;
      }
    }
    throw new Error("a content stream ends within a picture");
  }
}
