/** A new series of occasions: a service with a place of its own, which exists on their dates only. Pure. */
import type { Edited } from "../booking/booking.edit.change.ts";
import type { Reader } from "../booking/booking.edit.read.ts";
import { readerOf } from "../booking/booking.edit.read.ts";
import { validHall } from "../booking/booking.edit.ts";
import type { Counter, Hall, Place, Service } from "../booking/booking.hall.ts";
import type { OccasionKind } from "../booking/booking.occasion.ts";
import { occasionKinds } from "../booking/booking.occasion.ts";
import type { FormValues } from "../kit/form.ts";

const MOST_NAME = 60;
const MOST_ADDRESS = 150;
/** A counter takes so many, so a large room has several. */
const MOST_SEATS_A_COUNTER = 200;
const MOST_SEATS = 999;

function countersFor(seats: number, service: string): Counter[] {
  const counters: Counter[] = [];
  for (let lane = 1; lane <= seats; lane += MOST_SEATS_A_COUNTER) {
    const n = counters.length + 1;
    const own = Math.min(MOST_SEATS_A_COUNTER, seats - lane + 1);
    counters.push({ id: `c${n}`, sign: String(n), lane, seats: own, services: [service] });
  }
  return counters;
}

function freshPlaceId(hall: Hall): string {
  let n = hall.places.length + 1;
  while (hall.places.some(({ id }) => id === `p${n}`)) n += 1;
  return `p${n}`;
}

/** Sign-up opens a month ahead at eight and closes the evening before; the office changes it like that of any place. */
function newPlace(hall: Hall, service: string, minutes: number, reader: Reader): Place {
  return {
    id: freshPlaceId(hall),
    name: reader.words("place", MOST_NAME),
    address: reader.words("address", MOST_ADDRESS),
    phone: reader.text("phone", 40),
    zones: [],
    counters: countersFor(reader.whole("seats", 1, MOST_SEATS), service),
    slots: [{ from: "2026-01-01", minutes }],
    hours: { weekly: [], breaks: [], holidays: "as_usual", makeUpAs: 0, exceptions: [] },
    pools: [],
    release: { ahead: 30, unit: "days", at: "08:00" },
    cutOff: { daysBefore: 1, at: "18:00" },
    publishAheadDays: 60,
  };
}

/** A kind of occasion with its first place; `minutes` is how long one visit is, most often all of an event. */
export function withSeries(hall: Hall, values: FormValues): Edited<Hall> {
  const reader = readerOf(values);
  const kind: OccasionKind = reader.choice("kind", occasionKinds);
  const number = Math.max(0, ...hall.services.map((one) => one.number)) + 1;
  const id = `s${number}`;
  const minutes = reader.whole("minutes", 5, 240);
  const service: Service = {
    id,
    number,
    kind,
    name: reader.words("name", MOST_NAME),
    minutes,
    group: `${hall.id}-${id}`.replace(/^[^a-z]/, "g").slice(0, 30),
    mostParty: reader.whole("mostParty", 1, 10),
    offered: {},
    release: "arrival",
  };
  const place = newPlace(hall, id, minutes, reader);
  if (reader.errors.length > 0) return { ok: false, errors: reader.errors };
  return validHall(
    { ...hall, services: [...hall.services, service], places: [...hall.places, place] },
    "nameZh",
  );
}

/** Another place of a series: a hall in another town, a stand on a market. */
export function withSeriesPlace(hall: Hall, id: string, values: FormValues): Edited<Hall> {
  const reader = readerOf(values);
  const minutes = hall.services.find((one) => one.id === id)?.minutes ?? 30;
  const place = newPlace(hall, id, minutes, reader);
  if (reader.errors.length > 0) return { ok: false, errors: reader.errors };
  return validHall({ ...hall, places: [...hall.places, place] }, "placeZh");
}
