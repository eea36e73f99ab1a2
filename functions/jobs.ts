/** What happens by the clock and by the stream, in the order in which it should happen. */
import type { Log } from "./kit/log.ts";
import { errorAttributes } from "./kit/log.ts";
import type { StreamJob } from "./kit/table.stream.ts";
import { onDemand } from "./kit/table.stream.ts";

/**
 * Which items each job of the stream looks at, by the first part of their partition key. A job is loaded when a batch
 * holds one of its kinds, so that the cold start of a batch does not pay for what has nothing to do with it.
 */
export const streamKinds = {
  notices: ["CASE", "DRAFT", "GUIDEIMPORT", "NOTICE"],
  bookingNotices: ["BOOKING"],
  lots: ["WAIT", "QUEUE"],
  counts: ["CASE"],
  alike: ["CASE"],
  bookings: ["SEAT"],
  bans: ["BOOKING"],
  guides: ["GUIDE"],
  published: ["PUBLISHED"],
  advice: ["ADVICE"],
  gazette: ["GAZETTE"],
  index: ["SEARCH"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type StreamJobName = keyof typeof streamKinds;
export interface JobServices {
  readonly log: Log;
  readonly stream: Readonly<Record<StreamJobName, () => Promise<StreamJob>>>;
  /** In this order; what each gives is for the log. */
  readonly schedule: Readonly<Record<string, () => Promise<unknown>>>;
}

export const streamJob = ({ stream }: JobServices): StreamJob =>
  onDemand(
    Object.entries(streamKinds).map(([name, each]) => ({ kinds: each, load: stream[name as StreamJobName] })),
  );

/** Every job is tried, whatever becomes of the others; one that failed makes the run fail and be tried again. */
export const scheduleJob =
  ({ log, schedule }: JobServices) =>
  async (): Promise<void> => {
    const failed: string[] = [];
    for (const [name, job] of Object.entries(schedule)) {
      try {
        log.info("job done", { job: name, result: await job() });
      } catch (error) {
        log.error("job failed", { job: name, ...errorAttributes(error) });
        failed.push(name);
      }
    }
    if (failed.length > 0) throw new Error(`jobs failed: ${failed.join(", ")}`);
  };
