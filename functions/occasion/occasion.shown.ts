/** How an occasion stands for somebody who wants to come. Pure. */
import type { Hall, Place, Service } from "../booking/booking.hall.ts";
import { placeOf, serviceOf } from "../booking/booking.hall.ts";
import type { Closure } from "../booking/booking.hours.ts";
import { openingOf } from "../booking/booking.hours.ts";
import type { Occasion, OccasionKind } from "../booking/booking.occasion.ts";
import { inOrder } from "../booking/booking.occasion.ts";
import { closesAtOf, opensAtOf } from "../booking/booking.plan.ts";
import { instantAt } from "../booking/booking.time.ts";
import type { Calendar } from "../calendar/calendar.ts";
import type { Instant } from "../kit/clock.ts";

export type Standing =
  | { readonly is: "open" }
  | { readonly is: "not_open"; readonly opensAt: Instant }
  | { readonly is: "over" }
  /** The office has closed its day after all. */
  | { readonly is: "closed"; readonly closure: Closure };

export interface Announced {
  readonly hall: Hall;
  readonly place: Place;
  readonly service: Service;
  readonly occasion: Occasion;
  readonly standing: Standing;
}

export interface Now {
  readonly now: Instant;
  readonly calendar: Calendar;
}

/** The last time at which somebody can come decides, because until then there may be seats. */
export function standingOf(place: Place, { day, from, to }: Occasion, { now, calendar }: Now): Standing {
  const openings = place.counters.map(({ id }) => openingOf(place.hours, id, { day, calendar }));
  const isHeld = openings.some(({ spans }) => spans.some((span) => span.from < to && from < span.to));
  const [first] = openings;
  if (!isHeld) {
    const closure = first !== undefined && "closure" in first ? first.closure : { code: "weekly" as const };
    return { is: "closed", closure };
  }
  const opensAt = opensAtOf(place.release, day, calendar);
  if (now < opensAt) return { is: "not_open", opensAt };
  return closesAtOf(place.cutOff, day, to) <= now ? { is: "over" } : { is: "open" };
}

/** What is announced of a kind from now on, by the day. */
export function announcedOf(halls: readonly Hall[], kind: OccasionKind, at: Now): readonly Announced[] {
  const found = halls.flatMap((hall) =>
    (hall.occasions ?? []).flatMap((occasion): Announced[] => {
      const place = placeOf(hall, occasion.place);
      const service = serviceOf(hall, occasion.service);
      if (place === undefined || service?.kind !== kind) return [];
      if (instantAt(occasion.day, occasion.to) <= at.now) return [];
      return [{ hall, place, service, occasion, standing: standingOf(place, occasion, at) }];
    }),
  );
  const order = new Map(inOrder(found.map(({ occasion }) => occasion)).map((one, n) => [one, n]));
  return found.toSorted((one, other) => (order.get(one.occasion) ?? 0) - (order.get(other.occasion) ?? 0));
}
