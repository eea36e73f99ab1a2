import { basename } from "node:path";
import type { ReadRegister } from "../../../functions/old/old.file.ts";
import type { Tally } from "../../../functions/old/old.report.ts";
import type { ImportCommand } from "./command.ts";

export interface Summary {
  readonly command: ImportCommand;
  readonly file: ReadRegister;
  readonly tally: Tally;
  readonly seconds: number;
  readonly isStopped: boolean;
}

const number = (count: number): string => count.toLocaleString("en");

const most = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .sort(([, one], [, other]) => other - one)
    .map(([name, count]) => `${name} ${number(count)}`)
    .join(", ");

const line = (label: string, count: number, rest = ""): string =>
  `  ${label.padEnd(10)} ${number(count).padStart(7)}${rest === "" ? "" : `  ${rest}`}`;

/** What an import did, or would do, for the person at the keyboard. */
export function summaryOf({ command, file, tally, seconds, isStopped }: Summary): string {
  const perSecond = number(Math.round(tally.rows / Math.max(seconds, 0.001)));
  const kind = file.format === "xlsx" ? "XLSX" : `CSV, ${file.encoding}`;
  const how = command.isDryRun ? "nothing was written (--dry-run)" : "";
  const uncounted =
    tally.uncounted === 0 ? "" : `${number(tally.uncounted)} in years whose report is published`;
  return [
    `${basename(command.file)}: ${kind}, ${number(tally.rows)} rows in ${seconds.toFixed(1)} s (${perSecond} a second)`,
    line(command.isDryRun ? "new" : "added", tally.added, [how, uncounted].filter(Boolean).join("; ")),
    line("unchanged", tally.unchanged),
    line("refused", tally.rejected, most(tally.rejects)),
    line("put right", tally.repairedRows, most(tally.repairs)),
    ...(file.unread.size === 0 ? [] : [`  not used: ${most(Object.fromEntries(file.unread))}`]),
    ...(command.report === undefined ? [] : [`  report: ${command.report}`]),
    ...(isStopped ? ["  stopped before the end: run the same command to go on"] : []),
  ].join("\n");
}
