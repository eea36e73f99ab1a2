import { SingleBar } from "cli-progress";

export interface Progress {
  /** So much more was read, in the unit of the total: bytes of a file, or its rows. */
  read(bytes: number): void;
  /** So many rows are done. */
  rows(count: number): void;
  end(): void;
}

const PLAIN_EVERY_MILLISECONDS = 2_000;

/** A bar on a terminal, a plain line now and then elsewhere; on stderr, so that output can be piped. */
export function openProgress(total: number): Progress {
  const bar = new SingleBar({
    format: "importing {bar} {percentage}%, {rows} rows, {duration_formatted}",
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 30,
    hideCursor: true,
    clearOnComplete: false,
    noTTYOutput: true,
    notTTYSchedule: PLAIN_EVERY_MILLISECONDS,
    stream: process.stderr,
    gracefulExit: false,
  });
  let [done, rows] = [0, 0];
  const update = (): void => bar.update(done, { rows });
  bar.start(Math.max(total, 1), 0, { rows: 0 });
  return {
    read: (more) => {
      done += more;
      update();
    },
    rows: (count) => {
      rows = count;
      update();
    },
    end: () => bar.stop(),
  };
}
