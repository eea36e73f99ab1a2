/**
 * A content stream without some of its letters: each is replaced by as much space as it took, so that all others stay
 * where they are. Pure.
 */
import type { ContentInstruction, Operand } from "./release.content.ts";
import { instructionsOf, SHOWS } from "./release.content.ts";

/** A letter to take out: of which instruction that shows text, and which of its letters. */
export interface Removal {
  readonly show: number;
  readonly glyph: number;
  /** How far it moves the next letter, in thousandths of the size of the font. */
  readonly advance: number;
}

/**
 * `shown`: how many letters each instruction that shows text has, as whoever looked at the page counted them. `instead`:
 * what else is written anew, each instruction by the place of its first byte. Throws when the stream does not agree with
 * what was counted: then nothing is certain.
 */
export function withoutLetters(
  content: Uint8Array,
  shown: readonly number[],
  removals: readonly Removal[],
  instead: ReadonlyMap<number, string> = new Map(),
): Uint8Array {
  const instructions = instructionsOf(content);
  const shows = instructions.filter(({ operator }) => SHOWS.has(operator));
  if (shows.length !== shown.length) throw new Error("the page shows other texts than its content");
  const wanted = Map.groupBy(removals, ({ show }) => show);
  const changes = new Map<ContentInstruction, string>();
  for (const [show, all] of wanted) {
    const instruction = shows[show];
    if (instruction === undefined) throw new Error("there is no such text");
    changes.set(instruction, rewritten(instruction, shown[show] ?? 0, all));
  }
  for (const each of instructions) {
    if (saysText(content, each)) changes.set(each, `${nameOf(each.operands[0])} BMC`);
    const other = instead.get(each.start);
    if (other !== undefined) changes.set(each, other);
  }
  return spliced(content, changes);
}

/** Marked content may say what stands there once more, for reading aloud. */
const saysText = (content: Uint8Array, { operator, start, end }: ContentInstruction): boolean =>
  operator === "BDC" && Buffer.from(content.subarray(start, end)).includes("/ActualText");

const nameOf = (operand: Operand | undefined): string => (operand?.kind === "name" ? operand.text : "/Span");

function rewritten(
  { operator, operands }: ContentInstruction,
  letters: number,
  removals: readonly Removal[],
): string {
  const last = operands.at(-1);
  const items = last?.kind === "array" ? last.items : last === undefined ? [] : [last];
  const strings = items.flatMap((item) => (item.kind === "string" ? [item.bytes] : []));
  const size = strings.reduce((sum, { length }) => sum + length, 0) / letters;
  // A letter takes one byte or two, the same for all of a font here; anything else is not certain.
  if (!Number.isInteger(size) || strings.some(({ length }) => length % size !== 0))
    throw new Error("the letters of a text cannot be told apart");
  const advances = new Map(removals.map(({ glyph, advance }) => [glyph, advance]));
  let glyph = 0;
  const parts = items.flatMap((item): readonly string[] => {
    if (item.kind === "number") return [written(item.value)];
    if (item.kind !== "string") throw new Error("this is no text");
    const codes = Array.from({ length: item.bytes.length / size }, (_, place) =>
      Buffer.from(item.bytes.subarray(place * size, (place + 1) * size)).toString("hex"),
    );
    return codes.map((each) => {
      const advance = advances.get(glyph);
      glyph += 1;
      return advance === undefined ? `<${each}>` : written(-advance);
    });
  });
  return `${before(operator, operands)}[${parts.join(" ").replaceAll("> <", "")}] TJ`;
}

const written = (value: number): string => String(Math.round(value * 1_000) / 1_000);

/** What else the instruction does before it shows its text. */
function before(operator: string, [word, letter]: readonly Operand[]): string {
  if (operator === "'") return "T* ";
  if (operator !== '"') return "";
  const space = (operand: Operand | undefined): string =>
    written(operand?.kind === "number" ? operand.value : 0);
  return `${space(word)} Tw ${space(letter)} Tc T* `;
}

function spliced(content: Uint8Array, changes: ReadonlyMap<ContentInstruction, string>): Uint8Array {
  const parts: Uint8Array[] = [];
  let from = 0;
  for (const [{ start, end }, text] of [...changes].sort(([one], [other]) => one.start - other.start)) {
    parts.push(content.subarray(from, start), Buffer.from(` ${text} `, "latin1"));
    from = end;
  }
  return Buffer.concat([...parts, content.subarray(from)]);
}
