/** What a change of a hall means for how its seats are shared out (放号方式): which services, and who is there already. Pure. */
import type { Calendar, Day } from "../calendar/calendar.ts";
import { addDays, dayOf } from "../calendar/calendar.ts";
import type { Instant } from "../kit/clock.ts";
import { plusSeconds } from "../kit/clock.ts";
import type { Hall, Place, Service } from "./booking.hall.ts";
import { lanesFor, placeOf, serviceOf } from "./booking.hall.ts";
import { opensAtOf, planDay } from "./booking.plan.ts";
import type { ReleaseMode } from "./booking.release.ts";
import { QUEUE_OPENS_SECONDS } from "./booking.release.ts";

export interface ReleaseChange {
  readonly service: Service;
  readonly from: ReleaseMode;
  readonly to: ReleaseMode;
}

/** Services that citizens have and that give out their seats otherwise from then on. */
export const releaseChanges = (before: Hall, after: Hall): readonly ReleaseChange[] =>
  before.services.flatMap(({ id, release: from }) => {
    const service = serviceOf(after, id);
    return service === undefined || service.release === from ? [] : [{ service, from, to: service.release }];
  });

/** A day for which one can take tickets or register now. */
export interface ComingRelease {
  readonly place: Place;
  readonly day: Day;
  readonly opensAt: Instant;
}

/** Nobody releases further ahead. */
const MOST_DAYS = 180;

/** The releases of the next hours at which something is drawn for a service of the place. */
export function comingReleases(hall: Hall, calendar: Calendar, now: Instant): readonly ComingRelease[] {
  const until = plusSeconds(now, QUEUE_OPENS_SECONDS);
  const days = Array.from({ length: MOST_DAYS + 1 }, (_, n) => addDays(dayOf(now), n));
  return hall.places
    .filter((place) => drawnAt(hall, place).length > 0)
    .flatMap((place) =>
      days
        .map((day) => ({ place, day, opensAt: opensAtOf(place.release, day, calendar) }))
        .filter(({ opensAt }) => now < opensAt && opensAt <= until),
    );
}

const drawnAt = (hall: Hall, place: Place): readonly Service[] =>
  hall.services.filter(({ id, release }) => release !== "arrival" && lanesFor(place, id).length > 0);

/** `closed`: the day gives out nothing; `hour`: it does so at another time; `kind`: its services do so otherwise. */
export type Upset = { readonly is: "closed" | "kind" } | { readonly is: "hour"; readonly opensAt: Instant };

/** How a release that people are waiting for would be upset; undefined when it stays as it is. */
export function upsetOf(
  coming: ComingRelease,
  before: Hall,
  after: Hall,
  calendar: Calendar,
): Upset | undefined {
  const place = placeOf(after, coming.place.id);
  if (place === undefined || planDay(place, coming.day, calendar).closure !== undefined)
    return { is: "closed" };
  const opensAt = opensAtOf(place.release, coming.day, calendar);
  if (opensAt !== coming.opensAt) return { is: "hour", opensAt };
  const drawn = new Set(drawnAt(before, coming.place).map(({ id }) => id));
  const isOther = releaseChanges(before, after).some(({ service }) => drawn.has(service.id));
  return isOther ? { is: "kind" } : undefined;
}
