import { existsSync, readFileSync } from "node:fs";
import type { Receipt } from "./demo-turns.ts";
import { DemoFailure } from "./demo-visitor.ts";
import { writeWhole } from "./folder.ts";

/** What of the demo data is there: `demo.json` in the data folder, written after each thing that was done. */
export interface DemoRecord {
  isDone(step: string): boolean;
  finish(step: string): void;
  receiptOf(key: string): Receipt | undefined;
  keep(key: string, receipt: Receipt): void;
}

interface Content {
  readonly steps: readonly string[];
  readonly requests: Readonly<Record<string, Receipt>>;
}

export function openRecord(file: string): DemoRecord {
  let content = read(file);
  const change = (next: Content): void => {
    content = next;
    writeWhole(file, JSON.stringify(content, undefined, 2));
  };
  return {
    isDone: (step) => content.steps.includes(step),
    finish: (step) => change({ ...content, steps: [...content.steps, step] }),
    receiptOf: (key) => (Object.hasOwn(content.requests, key) ? content.requests[key] : undefined),
    keep: (key, { reference, queryCode }) =>
      change({ ...content, requests: { ...content.requests, [key]: { reference, queryCode } } }),
  };
}

function read(file: string): Content {
  if (!existsSync(file)) return { steps: [], requests: {} };
  try {
    const { steps, requests } = JSON.parse(readFileSync(file, "utf8")) as Content;
    if (Array.isArray(steps) && typeof requests === "object" && requests !== null) return { steps, requests };
  } catch {
    // Said below, for this as for a content that is something else.
  }
  throw new DemoFailure(`${file} cannot be read; delete it together with the other data, or set DEMO=none`);
}
