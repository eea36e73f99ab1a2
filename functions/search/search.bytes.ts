/** Numbers and lines of text as bytes. A number takes seven bits a byte, the lowest first. */

export interface Writer {
  number(value: number): void;
  bytes(value: Uint8Array): void;
  size(): number;
  done(): Uint8Array;
}

export function openWriter(sizeBytes = 1024): Writer {
  let buffer = new Uint8Array(sizeBytes);
  let end = 0;
  const room = (more: number): void => {
    if (end + more <= buffer.length) return;
    const larger = new Uint8Array(Math.max(buffer.length * 2, end + more));
    larger.set(buffer.subarray(0, end));
    buffer = larger;
  };
  return {
    number(value) {
      room(5);
      let rest = value;
      while (rest > 0x7f) {
        buffer[end] = (rest & 0x7f) | 0x80;
        end += 1;
        rest >>>= 7;
      }
      buffer[end] = rest;
      end += 1;
    },
    bytes(value) {
      room(value.length);
      buffer.set(value, end);
      end += value.length;
    },
    size: () => end,
    done: () => buffer.slice(0, end),
  };
}

export interface Reader {
  number(): number;
  /** A number of things that take a byte each at least, so that a damaged one does not ask for all memory. */
  count(): number;
  bytes(length: number): Uint8Array;
  /** Where the next byte is. */
  readonly at: number;
}

/** Reading beyond the end throws a RangeError: what is stored was cut short. */
export function openReader(from: Uint8Array): Reader {
  let at = 0;
  const number = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = from[at];
      if (byte === undefined) throw new RangeError("the index ends early");
      at += 1;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  };
  return {
    number,
    count() {
      const count = number();
      if (count > from.length + 1) throw new RangeError("the index ends early");
      return count;
    },
    bytes(length) {
      if (at + length > from.length) throw new RangeError("the index ends early");
      at += length;
      return from.subarray(at - length, at);
    },
    get at() {
      return at;
    },
  };
}

/** Several parts in one file. */
export function packParts(parts: readonly Uint8Array[]): Uint8Array {
  const writer = openWriter(parts.reduce((sum, part) => sum + part.length + 5, 5));
  writer.number(parts.length);
  for (const part of parts) writer.number(part.length);
  for (const part of parts) writer.bytes(part);
  return writer.done();
}

export function unpackParts(packed: Uint8Array): readonly Uint8Array[] {
  const reader = openReader(packed);
  const lengths = Array.from({ length: reader.count() }, reader.number);
  return lengths.map((length) => reader.bytes(length));
}

/** One line of text for each row, decoded only when it is asked for. */
export interface Column {
  readonly length: number;
  at(row: number): string;
  lines(): readonly string[];
}

export function packColumn(lines: readonly string[]): Uint8Array {
  const text = Buffer.from(lines.map((line) => line.replace(/\n/g, " ")).join("\n"));
  const writer = openWriter(text.length + 5);
  writer.number(lines.length);
  writer.bytes(text);
  return writer.done();
}

const LINE_END = 0x0a;

export function openColumn(packed: Uint8Array): Column {
  const reader = openReader(packed);
  const length = reader.count();
  const text = packed.subarray(reader.at);
  const starts = startsOf(text, length);
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return {
    length,
    at: (row) => decoder.decode(text.subarray(starts[row], (starts[row + 1] ?? text.length + 1) - 1)),
    lines: () => (length === 0 ? [] : decoder.decode(text).split("\n")),
  };
}

function startsOf(text: Uint8Array, length: number): Uint32Array {
  const starts = new Uint32Array(length + 1);
  let at = 0;
  for (let row = 1; row < length; row += 1) {
    at = text.indexOf(LINE_END, at) + 1;
    if (at === 0) throw new RangeError("the index ends early");
    starts[row] = at;
  }
  starts[length] = text.length + 1;
  return starts;
}
