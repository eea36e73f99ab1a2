/** Who has taken tickets or registered for a release that publishing would upset, before anything happens. */
import type { Hall } from "./booking.hall.ts";
import type { BookingParts } from "./booking.parts.service.ts";
import type { ComingRelease, ReleaseChange, Upset } from "./booking.release.change.ts";
import { comingReleases, releaseChanges, upsetOf } from "./booking.release.change.ts";

/** Beyond this it makes no difference to whoever decides. */
export const MOST_COUNTED = 500;

export interface UpsetRelease extends ComingRelease {
  readonly upset: Upset;
  readonly tickets: number;
  readonly lots: number;
}
export interface ReleaseOutcome {
  readonly changes: readonly ReleaseChange[];
  readonly held: readonly UpsetRelease[];
}

export function openReleaseOutcome({
  clock,
  calendar,
  queued,
  waiting,
}: Pick<BookingParts, "clock" | "calendar" | "queued" | "waiting">) {
  async function heldFor(hall: Hall, coming: ComingRelease) {
    const site = { hall: hall.id, place: coming.place.id, day: coming.day };
    const [tickets, lots] = await Promise.all([
      queued.count(site, MOST_COUNTED),
      waiting.lotCount(site, MOST_COUNTED),
    ]);
    return { tickets, lots };
  }

  /** Two queries for each release of the next hours that would be upset, of which there is mostly none. */
  return async function outcomeOf(before: Hall | undefined, after: Hall): Promise<ReleaseOutcome> {
    if (before === undefined) return { changes: [], held: [] };
    const held: UpsetRelease[] = [];
    for (const coming of comingReleases(before, calendar, clock())) {
      const upset = upsetOf(coming, before, after, calendar);
      const counts = upset === undefined ? { tickets: 0, lots: 0 } : await heldFor(before, coming);
      if (upset !== undefined && counts.tickets + counts.lots > 0) held.push({ ...coming, ...counts, upset });
    }
    return { changes: releaseChanges(before, after), held };
  };
}
