/** Changes of a hall's occasions (场次) that an office makes by forms: each gives the hall as it would be, or what is wrong. Pure. */

import type { Edited } from "../booking/booking.edit.change.ts";
import type { Reader } from "../booking/booking.edit.read.ts";
import { readerOf } from "../booking/booking.edit.read.ts";
import { validHall } from "../booking/booking.edit.ts";
import type { Hall, Place } from "../booking/booking.hall.ts";
import { lanesFor } from "../booking/booking.hall.ts";
import type { Occasion } from "../booking/booking.occasion.ts";
import { collide, exceptionsWith, inOrder, MOST_OCCASIONS } from "../booking/booking.occasion.ts";
import type { Calendar, Day } from "../calendar/calendar.ts";
import { addDays } from "../calendar/calendar.ts";
import type { FormValues } from "../kit/form.ts";
import { inTurn, isMonth, receptionDays } from "./occasion.month.ts";

export interface OccasionGround {
  readonly hall: Hall;
  readonly service: string;
  readonly today: Day;
  readonly calendar: Calendar;
}

const MOST_TOPIC = 60;
/** What is over stays in the description so long, for the list of what has been. */
const KEPT_DAYS = 400;

export const occasionsOf = (hall: Hall, service: string): readonly Occasion[] =>
  inOrder((hall.occasions ?? []).filter((one) => one.service === service));

/** The places at which a service is given. */
export const placesGiving = (hall: Hall, service: string): readonly Place[] =>
  hall.places.filter((place) => lanesFor(place, service).length > 0);

/** The hall with these occasions of a service instead of those that it had; the hours of its places follow. */
export function withOccasions(hall: Hall, service: string, held: readonly Occasion[], today: Day): Hall {
  const kept = held.filter(({ day }) => addDays(today, -KEPT_DAYS) <= day);
  const occasions = inOrder([...(hall.occasions ?? []).filter((one) => one.service !== service), ...kept]);
  const givesHours = new Set(placesGiving(hall, service).map(({ id }) => id));
  const places = hall.places.map((place) => {
    if (!givesHours.has(place.id)) return place;
    const own = occasions.filter((one) => one.place === place.id);
    return {
      ...place,
      hours: { ...place.hours, exceptions: exceptionsWith(own, place.hours.exceptions) },
    };
  });
  return { ...hall, places, occasions };
}

/** Checks what is put in, and gives the hall with it; what has begun is left alone. */
function put(
  ground: OccasionGround,
  reader: Reader,
  fresh: readonly Occasion[],
  first: string,
): Edited<Hall> {
  const { hall, service, today } = ground;
  const before = occasionsOf(hall, service).filter(({ id }) => !fresh.some((one) => one.id === id));
  const others = [...(hall.occasions ?? []).filter((one) => one.service !== service), ...before];
  if (fresh.some(({ day }) => day <= today)) reader.refuse(first, "begun");
  if (fresh.some((one) => [...others, ...fresh].some((other) => collide(one, other))))
    reader.refuse(first, "collides");
  if (others.length + fresh.length > MOST_OCCASIONS) reader.refuse(first, "tooMany");
  if (reader.errors.length > 0) return { ok: false, errors: reader.errors };
  return validHall(withOccasions(hall, service, [...before, ...fresh], today), first);
}

/** Ids that nobody has: the day and a number. */
function freshId(day: Day, taken: Set<string>): string {
  let n = 1;
  while (taken.has(`${day}-${n}`)) n += 1;
  taken.add(`${day}-${n}`);
  return `${day}-${n}`;
}
const takenIn = (hall: Hall): Set<string> => new Set((hall.occasions ?? []).map(({ id }) => id));

function spanIn(reader: Reader): { from: string; to: string } {
  return reader.span("from", "to") ?? { from: reader.time("from"), to: reader.time("to") };
}

const placeIn = (ground: OccasionGround, reader: Reader): string => {
  const ids = placesGiving(ground.hall, ground.service).map(({ id }) => id);
  return reader.choice("place", ids);
};

/** A new occasion, or the one that is named; that one must not have begun. */
export function editedOccasion(
  ground: OccasionGround,
  id: string | undefined,
  values: FormValues,
): Edited<Hall> {
  const reader = readerOf(values);
  const { hall, service, today } = ground;
  const before = occasionsOf(hall, service).find((one) => one.id === id);
  if (before !== undefined && before.day <= today) reader.refuse("day", "begun");
  const day = reader.day("day");
  const kind = hall.services.find((one) => one.id === service)?.kind;
  const next: Occasion = {
    id: before?.id ?? freshId(day, takenIn(hall)),
    service,
    place: placeIn(ground, reader),
    day,
    ...spanIn(reader),
    topic: reader.words("topic", MOST_TOPIC),
    ...(kind === "reception"
      ? { host: { name: reader.text("hostName", 30), post: reader.text("hostPost", 60) } }
      : {}),
  };
  return put(ground, reader, [next], "day");
}

/** One that has not begun is taken off; who has booked it goes on the call list when that is published. */
export function withoutOccasion({ hall, service, today }: OccasionGround, id: string): Edited<Hall> {
  const gone = occasionsOf(hall, service).find((one) => one.id === id);
  if (gone === undefined || gone.day <= today)
    return { ok: false, errors: [{ field: "day", code: "begun" }] };
  const rest = occasionsOf(hall, service).filter((one) => one !== gone);
  return validHall(withOccasions(hall, service, rest, today), "day");
}

/** One leader a line, `姓名 / 职务 / 议题`, as an office keeps such a list. */
function leadersIn(reader: Reader): readonly Pick<Occasion, "host" | "topic">[] {
  const lines = reader
    .text("leaders", 2000)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return lines.flatMap((line) => {
    const [name = "", post = "", topic = "", en = topic] = line.split(/\s*[/／]\s*/);
    const fits = name !== "" && name.length <= 30 && post !== "" && post.length <= 60;
    if (!fits || topic === "" || topic.length > MOST_TOPIC || en.length > 200) {
      reader.refuse("leaders", "leaders");
      return [];
    }
    return [{ host: { name, post }, topic: { zh: topic, en: en || topic } }];
  });
}

/** A reception month: a week and three days, the leaders in turn. Days of that month that were planned before stay. */
export function withReceptionMonth(ground: OccasionGround, values: FormValues): Edited<Hall> {
  const reader = readerOf(values);
  const { hall, service, calendar } = ground;
  const month = reader.text("month", 7);
  if (month !== "" && !isMonth(month)) reader.refuse("month", "month");
  const weekday = reader.whole("weekday", 1, 5);
  const [place, span, leaders] = [placeIn(ground, reader), spanIn(reader), leadersIn(reader)];
  if (reader.errors.length > 0) return { ok: false, errors: reader.errors };
  const taken = takenIn(hall);
  const fresh = receptionDays(month, weekday, calendar).flatMap((day, n): Occasion[] => {
    const leader = inTurn(leaders, n);
    return leader === undefined ? [] : [{ id: freshId(day, taken), service, place, day, ...span, ...leader }];
  });
  return put(ground, reader, fresh, "month");
}
