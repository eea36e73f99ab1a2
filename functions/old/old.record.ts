/** A register that an office has handed in: what was found in it, and how far it has been taken in. Pure. */
import type { Encoding } from "../sheet/sheet.bytes.ts";
import type { ImportBase, ImportPlace } from "../sheet/sheet.import.ts";
import type { OldFormat } from "./old.file.ts";
import { newTally, type Tally } from "./old.report.ts";

/** 6 MB hold about thirty thousand requests of a CSV; a larger register comes in by the command line. */
export const MOST_REGISTER_BYTES = 6 * 1024 * 1024;

/** A register names people, so its file goes sooner than one of guides. */
export const oldImports: ImportPlace = {
  name: "OLDIMPORT",
  list: "OLDIMPORTS",
  keptSeconds: 7 * 24 * 3600,
};

interface Person {
  readonly id: string;
  readonly name: string;
}

export interface OldRun {
  readonly by: Person;
  readonly isDone: boolean;
  /** What became of the rows so far; its `rows` says where to go on. */
  readonly tally: Tally;
}

export interface OldImport extends ImportBase {
  readonly schema: 1;
  readonly by: Person;
  readonly format: OldFormat;
  readonly encoding: Encoding;
  /** What the file holds and what taking it in would have come to when it was handed in. */
  readonly found: Tally;
  /** Columns that nothing is made of, most frequent first. */
  readonly unread: readonly string[];
  readonly run?: OldRun | undefined;
}

export const oldActions = ["take", "go_on"] as const;
export type OldAction = (typeof oldActions)[number];
export const isOldAction = (text: string): text is OldAction => oldActions.some((each) => each === text);

/** Whether an action is possible now, whoever asks. Whoever began may be ill: anybody of the unit who may, goes on. */
export function isInTurn({ run, found }: Pick<OldImport, "run" | "found">, action: OldAction): boolean {
  if (action === "go_on") return run !== undefined && !run.isDone;
  return run === undefined && found.accepted > 0;
}

export const beginRun = (by: Person): OldRun => ({ by, isDone: false, tally: newTally() });
