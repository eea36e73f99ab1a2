/** How long a service takes: as today has shown, and as the hall says where today has shown too little. Pure. */
import type { Service } from "../booking/booking.hall.ts";
import type { Ticket } from "./visit.ts";
import { serviceSecondsOf } from "./visit.ts";

/** Fewer visits than this say nothing yet. */
const LEAST_SEEN = 3;
/** For a service that the hall has given up since. */
const UNKNOWN_MINUTES = 15;

/** Minutes of a service: the median of those that were finished today, or the length that bookings of it have. */
export function paceOf(
  services: readonly Pick<Service, "id" | "minutes">[],
  done: readonly Ticket[],
): (service: string) => number {
  const usual = new Map(services.map(({ id, minutes }) => [id, minutes]));
  const seen = Map.groupBy(
    done.filter((ticket) => serviceSecondsOf(ticket) !== undefined),
    ({ services: [first = ""] }) => first,
  );
  for (const [service, tickets] of seen) {
    if (tickets.length < LEAST_SEEN) continue;
    const seconds = tickets
      .map((ticket) => serviceSecondsOf(ticket) ?? 0)
      .toSorted((one, other) => one - other);
    usual.set(service, Math.max(1, (seconds[Math.floor(seconds.length / 2)] ?? 0) / 60));
  }
  return (service) => usual.get(service) ?? UNKNOWN_MINUTES;
}
