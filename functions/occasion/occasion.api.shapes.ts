/** What the API answers about receptions and trainings (场次). Strict, so that nothing leaves which the document does not name. */
import * as v from "valibot";
import { asksTopic } from "../booking/booking.occasion.ts";
import { opensAtOf } from "../booking/booking.plan.ts";
import { instantAt, ZONE } from "../booking/booking.time.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { named } from "../kit/openapi.ts";
import type { Announced } from "./occasion.shown.ts";

const words = v.strictObject({ zh: v.string(), en: v.string() });
const day = v.pipe(v.string(), v.isoDate());
const instant = v.pipe(v.string(), v.isoTimestamp(), v.description("In UTC"));
const time = v.pipe(v.string(), v.description("On the clock of the hall, such as 09:30"));

const occasionAnswer = named(
  "Occasion",
  v.strictObject({
    id: v.string(),
    hall: v.string(),
    place: v.string(),
    service: v.pipe(v.string(), v.description("To be named with hall, place and day by who books")),
    unit: v.string(),
    name: words,
    topic: words,
    host: v.pipe(
      v.nullable(v.strictObject({ name: v.string(), post: v.string() })),
      v.description("Who receives; null for what nobody receives at"),
    ),
    placeName: words,
    address: words,
    phone: v.string(),
    day,
    from: time,
    to: time,
    zone: v.string(),
    startsAt: instant,
    state: v.pipe(
      v.picklist(["open", "full", "not_open", "over", "closed"]),
      v.description(
        "not_open: not given out yet; over: too late to book; closed: the office has called it off",
      ),
    ),
    opensAt: v.pipe(instant, v.description("From when on it can be booked")),
    free: v.pipe(
      v.nullable(v.number()),
      v.description("Places left a moment ago, each counted per person; null while it cannot be booked"),
    ),
    topicAsked: v.pipe(v.boolean(), v.description("Whether a booking must say in `topic` what it is about")),
  }),
);
export const occasionsAnswer = v.strictObject({
  items: v.array(occasionAnswer),
  next: v.pipe(v.nullable(day), v.description("To be sent as `from` for those after these; null at the end")),
});

/** Of what could be booked by its dates; nothing is left to count where its seats are not written yet. */
function stateOf(free: number | undefined): "open" | "full" | "not_open" {
  if (free === undefined) return "not_open";
  return free === 0 ? "full" : "open";
}

export function occasionView(
  { hall, place, service, occasion, standing }: Announced,
  free: number | undefined,
  calendar: Calendar,
): v.InferOutput<typeof occasionAnswer> {
  const { id, topic, host, from, to } = occasion;
  return {
    ...{ id, hall: hall.id, place: place.id, service: service.id, unit: hall.unit },
    ...{ name: service.name, topic, host: host ?? null },
    ...{ placeName: place.name, address: place.address, phone: place.phone },
    ...{ day: occasion.day, from, to, zone: ZONE, startsAt: instantAt(occasion.day, from) },
    state: standing.is === "open" ? stateOf(free) : standing.is,
    opensAt: opensAtOf(place.release, occasion.day, calendar),
    free: free ?? null,
    topicAsked: asksTopic([service]),
  };
}
