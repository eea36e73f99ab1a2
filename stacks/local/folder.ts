import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { StartFailure, systemCode } from "./failure.ts";

/** The folder of one stack's data, ours alone while we run. */
export interface DataFolder {
  readonly path: string;
  file(name: string): string;
  release(): void;
}

/**
 * Takes the folder, creating it when missing. The lock is SQLite's on a file of its own: the kernel gives it up when
 * this process ends, however it ends, so that there is never a stale one to judge.
 */
export function takeFolder(path: string): DataFolder {
  const absolute = resolve(path);
  checkWritable(absolute);
  const lock = new DatabaseSync(join(absolute, "lock.db"), { timeout: 0 });
  try {
    lock.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
  } catch {
    lock.close();
    throw new StartFailure(
      `Another stack is running on the folder ${absolute}: stop it, or set DATA_DIR to another one.`,
    );
  }
  return { path: absolute, file: (name) => join(absolute, name), release: () => lock.close() };
}

/** Whether a stack is running on the folder. */
export function isTaken(path: string): boolean {
  try {
    takeFolder(path).release();
    return false;
  } catch (error) {
    if (error instanceof StartFailure) return true;
    throw error;
  }
}

function checkWritable(path: string): void {
  try {
    makeFolder(path);
    const probe = join(path, `.probe-${process.pid}`);
    closeSync(openSync(probe, "w"));
    rmSync(probe);
  } catch (error) {
    const code = systemCode(error) ?? "unknown error";
    throw new StartFailure(`The folder ${path} cannot be written (${code}): set DATA_DIR to one that can.`);
  }
}

/** Folder by folder: Node's own `recursive` tries for ever where a parent exists but takes no child, as in `/proc`. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

/** Replaces a file in one step, so that a reader after a crash finds the old content or the new, never half. */
export function writeWhole(file: string, content: string, mode = 0o600): void {
  const next = `${file}.next`;
  writeFileSync(next, content, { mode });
  renameSync(next, file);
}
