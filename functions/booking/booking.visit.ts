/** A wanted visit against the hall's description: which counters serve it in which slots, or what is wrong. Pure. */
import type { Day } from "../calendar/calendar.ts";
import type { FieldError, FieldErrors } from "../kit/problem.ts";
import type { Step } from "./booking.choice.ts";
import type { Item } from "./booking.guard.ts";
import type { Hall, Place, Service } from "./booking.hall.ts";
import { isOffered, lanesFor, placeOf, serviceOf, slotMinutesOn, slotsOf } from "./booking.hall.ts";
import type { VisitWanted } from "./booking.request.ts";
import type { Site } from "./booking.seat.ts";
import { laterBy, type TimeOfDay } from "./booking.time.ts";

/** What is to be had: services one after the other at one place, for so many people. */
export interface Errand {
  readonly hall: Hall;
  readonly place: Place;
  readonly services: readonly Service[];
  readonly party: number;
}

/** An errand at a time: the slots that it takes, each with the lanes that serve what is due then. */
export interface PlannedVisit extends Errand {
  readonly day: Day;
  readonly time: TimeOfDay;
  readonly slotMinutes: number;
  readonly steps: readonly Step[];
}

type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly errors: FieldErrors };

const refuse = (...errors: readonly FieldError[]) => ({ ok: false, errors }) as const;

/** The errand that a request speaks of, or the fields that name something the hall does not have. */
export function errandOf(
  hall: Hall,
  wanted: Pick<VisitWanted, "place" | "services" | "party">,
): Outcome<Errand> {
  const place = placeOf(hall, wanted.place);
  if (place === undefined) return refuse({ field: "place", code: "place.unknown" });
  const services = wanted.services.flatMap((id) => serviceOf(hall, id) ?? []);
  if (services.length < wanted.services.length) return refuse({ field: "services", code: "service.unknown" });
  if (services.some(({ id }) => lanesFor(place, id).length === 0))
    return refuse({ field: "services", code: "service.not_here" });
  const most = Math.min(...services.map(({ mostParty }) => mostParty));
  if (wanted.party > most) return refuse({ field: "party", code: "party.too_many" });
  return { ok: true, value: { hall, place, services, party: wanted.party } };
}

/** The errand on a day at a time; refuses a service that is not offered then and what would end after midnight. */
export function visitAt(
  errand: Errand,
  { day, time }: Pick<VisitWanted, "day" | "time">,
): Outcome<PlannedVisit> {
  if (errand.services.some((service) => !isOffered(service, day)))
    return refuse({ field: "services", code: "service.not_offered" });
  const slotMinutes = slotMinutesOn(errand.place, day);
  const lanes = errand.services.flatMap((service) =>
    Array.from({ length: slotsOf(service, slotMinutes) }, () => lanesFor(errand.place, service.id)),
  );
  const steps = lanes.flatMap((row, n): Step[] => {
    const begins = laterBy(time, n * slotMinutes);
    return begins === undefined || begins === "24:00" ? [] : [{ time: begins, lanes: row }];
  });
  if (steps.length < lanes.length) return refuse({ field: "time", code: "time.too_late" });
  return { ok: true, value: { ...errand, day, time, slotMinutes, steps } };
}

export const siteOf = ({ hall, place }: Pick<Errand, "hall" | "place">): Site => ({
  hall: hall.id,
  place: place.id,
});

/** Services and their groups, as the rules of booking count them. */
export const itemsOf = (services: readonly Service[]): readonly Item[] =>
  services.map(({ id, group }) => ({ service: id, group }));
