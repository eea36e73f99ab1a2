import { basename } from "node:path";
import type { ReadFile } from "../../../functions/guide/guide.import.file.ts";
import type { Tally } from "../../../functions/guide/guide.import.report.ts";
import type { ImportCommand } from "./command.ts";

export interface Summary {
  readonly command: ImportCommand;
  readonly file: ReadFile;
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

/** What an import did, for the person at the keyboard. */
export function summaryOf({ command, file, tally, seconds, isStopped }: Summary): string {
  const perSecond = number(Math.round(tally.rows / Math.max(seconds, 0.001)));
  const kind = file.format === "csv" ? "CSV" : "JSON lines";
  const taken = command.isDryRun
    ? "nothing was written (--dry-run)"
    : `added ${number(tally.added)}, changed ${number(tally.changed)}, unchanged ${number(tally.unchanged)}`;
  return [
    `${basename(command.file)}: ${kind}, ${file.encoding}, ${number(tally.rows)} rows in ${seconds.toFixed(1)} s (${perSecond} a second)`,
    line("accepted", tally.accepted, taken),
    ...(tally.published + tally.drafts === 0
      ? []
      : [line("published", tally.published), line("drafts", tally.drafts)]),
    line("refused", tally.rejected, most(tally.rejects)),
    line("tidied", tally.repairedRows, most(tally.repairs)),
    line("incomplete", tally.accepted - tally.complete, most(tally.missing)),
    ...(file.unread.size === 0 ? [] : [`  not used: ${most(Object.fromEntries(file.unread))}`]),
    ...(command.report === undefined ? [] : [`  report: ${command.report}`]),
    ...(isStopped ? ["  stopped before the end: run the same command to go on"] : []),
  ].join("\n");
}
