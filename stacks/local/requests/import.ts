import { createWriteStream, readFileSync, statSync, type WriteStream } from "node:fs";
import { basename } from "node:path";
import { dayOf } from "../../../functions/calendar/calendar.ts";
import type { Staff } from "../../../functions/identity/identity.ts";
import { systemClock } from "../../../functions/kit/clock.ts";
import { type ReadRegister, readRegister } from "../../../functions/old/old.file.ts";
import { foreseenRows, type LookedAt } from "../../../functions/old/old.look.ts";
import { addToTally, newTally, reportOf, type Tally } from "../../../functions/old/old.report.ts";
import { isAccepted, type OldRow } from "../../../functions/old/old.ts";
import { offerEach } from "../../../functions/sheet/sheet.offer.ts";
import { csvRowsText, csvStart } from "../../../functions/sheet/sheet.text.ts";
import { UnusableFile } from "../../../functions/sheet/sheet.ts";
import { oldCopy } from "../../../web/copy/old.ts";
import { cellsOf } from "../../../web/pages/office/old/line.ts";
import { StartFailure, systemCode } from "../failure.ts";
import { openProgress } from "../progress.ts";
import type { ImportCommand } from "./command.ts";
import type { Place } from "./place.ts";
import { summaryOf } from "./summary.ts";

/** So many requests are on their way to the table at once: a slow answer of one keeps no other waiting. */
const AT_ONCE = 8;
/** A register is read whole; a larger file is none. */
const MOST_BYTES = 100 * 1024 * 1024;

/** Takes a register in, row by row. Interrupted, it is run again: what was taken is then unchanged. */
export async function importRequests(command: ImportCommand, place: Place): Promise<void> {
  const unit = command.unit ?? place.units[0];
  if (unit === undefined || !place.units.includes(unit))
    throw new StartFailure(`There is no unit ${unit}: ${place.units.join(", ")} are there.`);
  const bytes = bytesOf(command.file);
  const report = command.report === undefined ? undefined : openReport(command.report);
  const stopped = new AbortController();
  const stop = (): void => stopped.abort();
  process.once("SIGINT", stop);
  const started = performance.now();
  const tally = newTally();
  try {
    const file = await readRegister(bytes, dayOf(systemClock()));
    const progress = openProgress(await rowsIn(bytes));
    try {
      for await (const { row, taken } of taking(file, { command, place, unit, signal: stopped.signal })) {
        addToTally(tally, row, taken);
        report?.write(linesOf({ row, taken }));
        progress.read(1);
        progress.rows(tally.rows);
      }
    } finally {
      progress.end();
    }
    const seconds = (performance.now() - started) / 1000;
    console.log(summaryOf({ command, file, tally, seconds, isStopped: stopped.signal.aborted }));
  } catch (error) {
    throw explained(error, command, tally);
  } finally {
    process.off("SIGINT", stop);
    await ended(report);
  }
}

interface Taking {
  readonly command: ImportCommand;
  readonly place: Place;
  readonly unit: string;
  readonly signal: AbortSignal;
}

function taking(file: ReadRegister, { command, place, unit, signal }: Taking): AsyncIterable<LookedAt> {
  const { keeping } = place;
  if (command.isDryRun) return foreseenRows(file.rows, (some) => keeping.foresee(some, unit));
  const by = operatorOf(unit);
  const rows = untilStopped(file.rows, signal);
  return offerEach(rows, (row) => (isAccepted(row) ? keeping.keep(row.old, unit, by) : undefined), AT_ONCE);
}

function bytesOf(file: string): Uint8Array {
  try {
    const found = statSync(file);
    if (!found.isFile()) throw new StartFailure(`${file} is not a file.`);
    if (found.size > MOST_BYTES) throw new StartFailure(`${file} has more than 100 MB: split it.`);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof StartFailure) throw error;
    throw new StartFailure(`The file ${file} cannot be read (${systemCode(error) ?? "unknown error"}).`);
  }
}

/** Counted first, so that the bar knows its end. */
async function rowsIn(bytes: Uint8Array): Promise<number> {
  let count = 0;
  for await (const _row of (await readRegister(bytes, dayOf(systemClock()))).rows) count += 1;
  return count;
}

async function* untilStopped(rows: AsyncIterable<OldRow>, signal: AbortSignal): AsyncGenerator<OldRow> {
  for await (const row of rows) {
    if (signal.aborted) return;
    yield row;
  }
}

function openReport(file: string): WriteStream {
  const stream = createWriteStream(file);
  stream.on("error", (error) => {
    console.error(`The report ${file} cannot be written (${systemCode(error) ?? "unknown error"}).`);
    process.exitCode = 1;
  });
  stream.write(csvStart(Object.values(oldCopy("zh").report)));
  return stream;
}

const linesOf = ({ row, taken }: LookedAt): string =>
  csvRowsText(reportOf(row, taken).map((line) => cellsOf(line, "zh")));

const ended = (stream: WriteStream | undefined): Promise<void> =>
  new Promise((resolve) => {
    if (stream === undefined || stream.destroyed) resolve();
    else stream.end(resolve);
  });

/** The operator of the table; the record of each case names it. */
const operatorOf = (unit: string): Staff => ({
  kind: "machine",
  id: "requests-import",
  name: "旧申请导入程序",
  unit,
  roles: ["clerk"],
});

/** What a file that cannot be used has to say, in one sentence; nothing that was there is lost by it. */
function explained(error: unknown, { file }: ImportCommand, tally: Tally): unknown {
  if (error instanceof UnusableFile)
    return new StartFailure(`${basename(file)}: ${oldCopy("en").problems[error.problem]}`);
  if (tally.rows > 0) console.error(`Stopped after row ${tally.rows}: run the same command to go on.`);
  return error;
}
