/**
 * A file of guides that an office has handed in: what was found when it was looked at, and how far it has been taken
 * in. Whoever handed it in makes drafts of it; to publish, somebody else of the unit must stand behind it.
 */
import type { DataFile } from "../attachment/attachment.service.ts";
import type { Actor } from "../identity/identity.ts";
import type { Instant } from "../kit/clock.ts";
import type { Encoding, FileFormat } from "../sheet/sheet.bytes.ts";
import type { ImportPlace } from "../sheet/sheet.import.ts";
import { newTally, type Tally } from "./guide.import.report.ts";
import type { GuidePerson } from "./guide.record.ts";

/** 6 MB hold about four thousand guides; a larger library comes in by the command line. */
export const MOST_IMPORT_BYTES = 6 * 1024 * 1024;

export type ImportMode = "drafts" | "publish";

export interface ImportRun {
  readonly mode: ImportMode;
  readonly by: GuidePerson;
  readonly isDone: boolean;
  /** What became of the rows so far; its `rows` says where to go on. */
  readonly tally: Tally;
  /** Rows that the guides refused, the first of them. */
  readonly refused: readonly { readonly row: number; readonly code: string; readonly reason: string }[];
}

export interface ImportRecord {
  readonly schema: 1;
  readonly id: string;
  readonly unit: string;
  readonly revision: number;
  readonly at: Instant;
  readonly by: GuidePerson;
  readonly file: DataFile;
  readonly format: FileFormat;
  readonly encoding: Encoding;
  /** What the file holds, as it was found when it was handed in. */
  readonly found: Tally;
  /** Fields that nothing is made of, most frequent first. */
  readonly unread: readonly string[];
  readonly run?: ImportRun;
}

export const guideImports: ImportPlace = {
  name: "GUIDEIMPORT",
  list: "GUIDEIMPORTS",
  keptSeconds: 30 * 24 * 3600,
};

export const importActions = ["drafts", "publish", "go_on"] as const;
export type ImportAction = (typeof importActions)[number];
export const isImportAction = (text: string): text is ImportAction =>
  importActions.some((each) => each === text);

export type ImportRefusal = "out_of_turn" | "same_person" | "not_yours";

/** What the permission table must allow for an action. */
export function importPermission(
  { run }: ImportRecord,
  action: ImportAction,
): "guide.write" | "guide.approve" {
  const mode = action === "go_on" ? (run?.mode ?? "drafts") : action;
  return mode === "publish" ? "guide.approve" : "guide.write";
}

/** Why an action is not possible now, whatever the permission table says; undefined when it is. */
export function importRefusal(
  { run, by, found }: ImportRecord,
  action: ImportAction,
  actor: Extract<Actor, { id: string }>,
): ImportRefusal | undefined {
  const isRunning = run !== undefined && !run.isDone;
  if (action === "go_on") {
    if (!isRunning) return "out_of_turn";
    return run.by.id === actor.id ? undefined : "not_yours";
  }
  // Nothing can be taken in from a file in which every row is refused; it is kept for its report.
  if (isRunning || found.accepted === 0) return "out_of_turn";
  if (action === "drafts") return run === undefined ? undefined : "out_of_turn";
  if (by.id === actor.id) return "same_person";
  return run?.mode === "publish" ? "out_of_turn" : undefined;
}

/** A run before its first row. */
export const beginRun = (action: ImportAction, by: GuidePerson): ImportRun => ({
  mode: action === "publish" ? "publish" : "drafts",
  by,
  isDone: false,
  tally: newTally(),
  refused: [],
});
