import { createReadStream, statSync } from "node:fs";
import { basename } from "node:path";
import { readGuides } from "../../../functions/guide/guide.import.file.ts";
import { addToTally, newTally, reportOf, type Tally } from "../../../functions/guide/guide.import.report.ts";
import { type GuideSink, offerRows } from "../../../functions/guide/guide.import.run.ts";
import type { ImportedRow } from "../../../functions/guide/guide.import.ts";
import type { Guide } from "../../../functions/guide/guide.ts";
import type { Staff } from "../../../functions/identity/identity.ts";
import { systemClock } from "../../../functions/kit/clock.ts";
import { UnusableFile } from "../../../functions/sheet/sheet.ts";
import { guideImportCopy } from "../../../web/copy/guide-import.ts";
import { StartFailure, systemCode } from "../failure.ts";
import { openProgress } from "../progress.ts";
import type { ImportCommand } from "./command.ts";
import type { Place } from "./place.ts";
import { openReport } from "./report.ts";
import { summaryOf } from "./summary.ts";

/** So many guides are on their way to the table at once: a slow answer of one keeps no other waiting. */
const AT_ONCE = 8;

/** Takes a file in, row by row. Interrupted, it is run again: what was taken is then unchanged. */
export async function importGuides(command: ImportCommand, place: Place): Promise<void> {
  const total = sizeOf(command.file);
  const sink = await sinkOf(command, place);
  const stopped = new AbortController();
  const stop = (): void => stopped.abort();
  process.once("SIGINT", stop);
  const started = performance.now();
  const tally = newTally();
  const report = openReport(command.report);
  const progress = openProgress(total);
  try {
    const file = await readGuides(counted(command.file, progress.read));
    const rows = untilStopped(file.rows, stopped.signal);
    for await (const { row, taken } of offerRows(rows, sink, AT_ONCE)) {
      addToTally(tally, row, taken);
      await report.add(reportOf(row, taken));
      progress.rows(tally.rows);
    }
    progress.end();
    const seconds = (performance.now() - started) / 1000;
    console.log(summaryOf({ command, file, tally, seconds, isStopped: stopped.signal.aborted }));
  } catch (error) {
    progress.end();
    throw explained(error, command, tally);
  } finally {
    process.off("SIGINT", stop);
    await report.end();
  }
}

function sizeOf(file: string): number {
  try {
    const found = statSync(file);
    if (found.isFile()) return found.size;
  } catch (error) {
    throw new StartFailure(`The file ${file} cannot be read (${systemCode(error) ?? "unknown error"}).`);
  }
  throw new StartFailure(`${file} is not a file.`);
}

async function* counted(file: string, read: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    read(chunk.length);
    yield chunk;
  }
}

async function* untilStopped(
  rows: AsyncIterable<ImportedRow>,
  signal: AbortSignal,
): AsyncGenerator<ImportedRow> {
  for await (const row of rows) {
    if (signal.aborted) return;
    yield row;
  }
}

/** What a file that cannot be used has to say, in one sentence; nothing that was there is lost by it. */
function explained(error: unknown, { file, report }: ImportCommand, tally: Tally): unknown {
  if (!(error instanceof UnusableFile)) {
    if (tally.accepted > 0) console.error(`Stopped after row ${tally.rows}: run the same command to go on.`);
    return error;
  }
  const isRefused = error.problem === "no_rows" && tally.rows > 0;
  const { problems, file: words } = guideImportCopy("en");
  const why = isRefused ? words.act.noRows : problems[error.problem];
  const where = isRefused && report === undefined ? " Give --report FILE to see it." : "";
  return new StartFailure(`${basename(file)}: ${why}${where}`);
}

/** The operator of the table, who needs no name to prepare drafts. */
const operatorOf = (unit: string): Staff => ({
  kind: "machine",
  id: "guides-import",
  name: "指南导入程序",
  unit,
  roles: ["clerk"],
});

async function sinkOf(command: ImportCommand, place: Place): Promise<GuideSink> {
  if (command.isDryRun) return async () => ({ result: "unchanged" });
  const unit = command.unit ?? place.units[0];
  if (unit === undefined || !place.units.includes(unit))
    throw new StartFailure(`There is no unit ${unit}: ${place.units.join(", ")} are there.`);
  const { publish } = command;
  const preparedBy =
    publish === undefined ? operatorOf(unit) : await personOf(place, unit, publish.preparedBy);
  const approvedBy = publish && (await personOf(place, unit, publish.approvedBy));
  const complete = (guide: Guide): Guide => ({
    ...(command.owner === undefined ? {} : { ownerId: command.owner }),
    ...(command.checkedOn === undefined ? {} : { checkedOn: command.checkedOn }),
    ...guide,
  });
  return (guide) =>
    place.guides.importGuide({ guide: complete(guide), preparedBy, approvedBy, at: systemClock(), unit });
}

async function personOf({ staff }: Place, unit: string, id: string): Promise<Staff> {
  const found = await staff.find(unit, id);
  if (found === undefined)
    throw new StartFailure(
      `Nobody called ${id} has signed in at the unit ${unit}: they must, once, to be known.`,
    );
  return { kind: "staff", id: found.id, name: found.name, unit, roles: found.roles };
}
