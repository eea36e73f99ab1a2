/** From documents to postings: which documents have a term, and how much it counts in each. */
import { openWriter, packParts } from "./search.bytes.ts";
import { fields, impactOf, levelOf } from "./search.impact.ts";
import type { Token } from "./search.text.ts";
import { eachToken, LEAST_TOKEN, normalise } from "./search.text.ts";
import type { SearchDocument } from "./search.ts";

export interface Inverted {
  readonly terms: Uint8Array;
  readonly postings: Uint8Array;
}

/**
 * `terms`: how many documents and terms there are, then for all terms, in order, the distance from the one before; in
 * how many documents each is; by how many bytes its gaps are more than those. `postings`: for each term the gaps
 * between its documents, then for each as many levels of impact. Like stands beside like, which compresses well.
 */
export function invert(documents: readonly SearchDocument[]): Inverted {
  const texts = fields.map((field) => documents.map((document) => normalise(field.textOf(document))));
  const averages = texts.map((all) => all.reduce((sum, text) => sum + text.length, 0) / (all.length || 1));
  const table = openTermTable();
  const log = openLog();
  documents.forEach((_, row) => {
    fields.forEach((field, at) => {
      const text = texts[at]?.[row] ?? "";
      const relativeLength = text.length / (averages[at] || 1);
      eachToken(text, field.singles, table.count);
      table.settle((times) => impactOf(field, times, relativeLength));
    });
    table.flush((term, impact) => log.add(term, row, levelOf(impact)));
  });
  return write(documents.length, table.tokens(), log);
}

function write(documents: number, tokens: readonly Token[], log: Log): Inverted {
  const sorted = log.byTerm(tokens.length);
  const [distances, counts, extras, gaps] = [openWriter(), openWriter(), openWriter(), openWriter()];
  let before = LEAST_TOKEN;
  const levels = openWriter(sorted.levels.length);
  for (const term of inOrder(tokens)) {
    const from = sorted.starts[term] ?? 0;
    const to = sorted.starts[term + 1] ?? from;
    const size = gaps.size();
    let last = 0;
    for (let at = from; at < to; at += 1) {
      const row = sorted.rows[at] ?? 0;
      gaps.number(row - last);
      last = row;
    }
    levels.bytes(sorted.levels.subarray(from, to));
    const token = tokens[term] ?? 0;
    distances.number(token - before);
    counts.number(to - from);
    extras.number(gaps.size() - size - (to - from));
    before = token;
  }
  const head = openWriter();
  head.number(documents);
  head.number(tokens.length);
  return {
    terms: packParts([head, distances, counts, extras].map((writer) => writer.done())),
    postings: packParts([gaps.done(), levels.done()]),
  };
}

const inOrder = (tokens: readonly Token[]): readonly number[] =>
  Array.from(tokens.keys()).sort((a, b) => (tokens[a] ?? 0) - (tokens[b] ?? 0));

interface TermTable {
  /** Counts a token of the field at hand. */
  readonly count: (token: Token) => void;
  /** Ends a field: what was counted becomes impact. */
  settle(impactOfTimes: (times: number) => number): void;
  /** Ends a document: gives each of its terms with its impact. */
  flush(give: (term: number, impact: number) => void): void;
  tokens(): readonly Token[];
}

/** Millions of tokens go through here, so it is a hash table of plain numbers and not a Map. */
function openTermTable(): TermTable {
  let slots = new Int32Array(1 << 16).fill(-1);
  const tokens: Token[] = [];
  const times: number[] = [];
  const impacts: number[] = [];
  let inField: number[] = [];
  let inDocument: number[] = [];

  const slotOf = (token: Token): number => {
    let slot = (Math.imul(token, 0x9e3779b1) >>> 8) & (slots.length - 1);
    for (;;) {
      const term = slots[slot] ?? -1;
      if (term === -1 || tokens[term] === token) return slot;
      slot = (slot + 1) & (slots.length - 1);
    }
  };
  const grow = (): void => {
    slots = new Int32Array(slots.length * 2).fill(-1);
    tokens.forEach((token, term) => {
      slots[slotOf(token)] = term;
    });
  };
  const add = (token: Token, slot: number): number => {
    const term = tokens.length;
    slots[slot] = term;
    tokens.push(token);
    times.push(0);
    impacts.push(0);
    if (tokens.length * 2 > slots.length) grow();
    return term;
  };

  return {
    count(token) {
      const slot = slotOf(token);
      const found = slots[slot] ?? -1;
      const term = found === -1 ? add(token, slot) : found;
      if (times[term] === 0) inField.push(term);
      times[term] = (times[term] ?? 0) + 1;
    },
    settle(impactOfTimes) {
      for (const term of inField) {
        if (impacts[term] === 0) inDocument.push(term);
        impacts[term] = (impacts[term] ?? 0) + impactOfTimes(times[term] ?? 0);
        times[term] = 0;
      }
      inField = [];
    },
    flush(give) {
      for (const term of inDocument) {
        give(term, impacts[term] ?? 0);
        impacts[term] = 0;
      }
      inDocument = [];
    },
    tokens: () => tokens,
  };
}

interface Log {
  add(term: number, row: number, level: number): void;
  /** All that was added, sorted by term: those of one are from its start to the next one's. */
  byTerm(terms: number): {
    readonly starts: Uint32Array;
    readonly rows: Uint32Array;
    readonly levels: Uint8Array;
  };
}

function openLog(): Log {
  let size = 0;
  let terms = new Uint32Array(1 << 16);
  let rows = new Uint32Array(1 << 16);
  let levels = new Uint8Array(1 << 16);
  const larger = <Kind extends Uint32Array | Uint8Array>(old: Kind, empty: Kind): Kind => {
    empty.set(old);
    return empty;
  };
  return {
    add(term, row, level) {
      if (size === terms.length) {
        terms = larger(terms, new Uint32Array(size * 2));
        rows = larger(rows, new Uint32Array(size * 2));
        levels = larger(levels, new Uint8Array(size * 2));
      }
      terms[size] = term;
      rows[size] = row;
      levels[size] = level;
      size += 1;
    },
    byTerm(count) {
      const starts = new Uint32Array(count + 1);
      for (let at = 0; at < size; at += 1)
        starts[(terms[at] ?? 0) + 1] = (starts[(terms[at] ?? 0) + 1] ?? 0) + 1;
      for (let term = 0; term < count; term += 1)
        starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
      const next = starts.slice();
      const sorted = { starts, rows: new Uint32Array(size), levels: new Uint8Array(size) };
      for (let at = 0; at < size; at += 1) {
        const term = terms[at] ?? 0;
        const to = next[term] ?? 0;
        sorted.rows[to] = rows[at] ?? 0;
        sorted.levels[to] = levels[at] ?? 0;
        next[term] = to + 1;
      }
      return sorted;
    },
  };
}
