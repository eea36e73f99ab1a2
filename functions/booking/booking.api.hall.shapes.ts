/** What the API answers about halls and free times. Strict, so that nothing leaves which the document does not name. */
import * as v from "valibot";
import type { Day } from "../calendar/calendar.ts";
import { named } from "../kit/openapi.ts";
import type { Hall, Service } from "./booking.hall.ts";
import { lanesFor } from "./booking.hall.ts";
import type { MonthDay } from "./booking.hint.month.ts";
import type { Frame } from "./booking.plan.frame.ts";
import type { Alternative } from "./booking.problem.ts";
import { instantAt, ZONE } from "./booking.time.ts";
import type { Errand } from "./booking.visit.ts";

const words = v.strictObject({ zh: v.string(), en: v.string() });
const day = v.pipe(v.string(), v.isoDate());
const instant = v.pipe(v.string(), v.isoTimestamp(), v.description("In UTC"));
const zone = v.pipe(v.string(), v.description("Of every day and time"));

const serviceAnswer = v.strictObject({
  id: v.string(),
  name: words,
  guide: v.pipe(v.nullable(v.string()), v.description("Item code of the guide that tells what to bring")),
  minutes: v.number(),
  group: v.pipe(v.string(), v.description("A person has one live booking per group, where the rules say so")),
  mostParty: v.pipe(v.number(), v.description("How many people may come under one booking")),
  offeredFrom: v.nullable(day),
  offeredTo: v.nullable(day),
  places: v.pipe(v.array(v.string()), v.description("Where it is given")),
});

const hallAnswer = named(
  "Hall",
  v.strictObject({
    id: v.string(),
    unit: v.string(),
    name: words,
    zone,
    holdMinutes: v.pipe(v.number(), v.description("How long seats are held that are to be confirmed")),
    places: v.array(v.strictObject({ id: v.string(), name: words, address: words, phone: v.string() })),
    services: v.array(serviceAnswer),
  }),
);
export const hallsAnswer = v.strictObject({ items: v.array(hallAnswer) });

const placesOf = (hall: Hall, { id }: Service) =>
  hall.places.filter((place) => lanesFor(place, id).length > 0).map((place) => place.id);

export const hallView = (hall: Hall): v.InferOutput<typeof hallAnswer> => ({
  id: hall.id,
  unit: hall.unit,
  name: hall.name,
  zone: ZONE,
  holdMinutes: hall.holdMinutes,
  places: hall.places.map(({ id, name, address, phone }) => ({ id, name, address, phone })),
  services: hall.services.map((service) => ({
    id: service.id,
    name: service.name,
    guide: service.guide ?? null,
    minutes: service.minutes,
    group: service.group,
    mostParty: service.mostParty,
    offeredFrom: service.offered.from ?? null,
    offeredTo: service.offered.to ?? null,
    places: placesOf(hall, service),
  })),
});

const where = { hall: v.string(), place: v.string(), service: v.string(), zone };
const whereOf = ({ hall, place, services }: Errand) => ({
  hall: hall.id,
  place: place.id,
  service: services[0]?.id ?? "",
  zone: ZONE,
});

export const monthAnswer = named(
  "MonthOfSeats",
  v.strictObject({
    ...where,
    month: v.string(),
    days: v.pipe(
      v.array(
        v.strictObject({
          day,
          state: v.picklist(["open", "not_open", "full"]),
          free: v.pipe(v.number(), v.description("Beginnings that are free, each counted per person")),
          opensAt: instant,
        }),
      ),
      v.description("A day that is not listed has no seats"),
    ),
  }),
);
export const monthView = (
  errand: Errand,
  month: string,
  days: readonly MonthDay[],
): v.InferOutput<typeof monthAnswer> => ({
  ...whereOf(errand),
  month,
  days: days.toSorted((one, other) => (one.day < other.day ? -1 : 1)),
});

const closure = v.strictObject({
  code: v.pipe(
    v.picklist(["holiday", "weekly", "announced", "unannounced"]),
    v.description("`unannounced`: the holidays of that year are not announced yet"),
  ),
  name: v.optional(words),
  note: v.optional(words),
});

export const dayAnswer = named(
  "DayOfSeats",
  v.strictObject({
    ...where,
    day,
    opensAt: v.pipe(instant, v.description("From when on the seats of the day can be booked")),
    closure: v.pipe(v.nullable(closure), v.description("Why nobody is there on this day")),
    times: v.pipe(
      v.array(
        v.strictObject({
          time: v.pipe(v.string(), v.description("On the clock of the hall, such as 09:30")),
          startsAt: instant,
          free: v.pipe(v.number(), v.description("For how many people at once; 0 for a full time")),
        }),
      ),
      v.description("As it was a moment ago; booking decides"),
    ),
  }),
);
export const dayView = (
  errand: Errand,
  { day: asked, frame, starts }: { day: Day; frame: Frame; starts: readonly Alternative[] },
): v.InferOutput<typeof dayAnswer> => ({
  ...whereOf(errand),
  day: asked,
  opensAt: frame.opensAt,
  closure: frame.closure ?? null,
  times: starts.map(({ time, free }) => ({ time, startsAt: instantAt(asked, time), free })),
});
