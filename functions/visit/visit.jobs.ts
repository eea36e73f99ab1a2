/** What happens to visits by the clock. */
import type { Sweeps } from "./visit.sweep.service.ts";

/** Every quarter of an hour: whoever has not come in time has not come. */
export const visitScheduleJobs = (
  sweeps: Pick<Sweeps, "sweep">,
): Readonly<Record<string, () => Promise<number>>> => ({ noShows: sweeps.sweep });
