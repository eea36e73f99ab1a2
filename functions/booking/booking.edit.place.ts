/** Changes of a place (办事地点) that an office makes by forms: each gives the place as it would be, or what is wrong. Pure. */
import type { FormValues } from "../kit/form.ts";
import { fieldOf } from "../kit/form.ts";
import type { Change, Edited, PlaceGround } from "./booking.edit.change.ts";
import { countersIn, without } from "./booking.edit.change.ts";
import { dayChanges, hourChanges } from "./booking.edit.hours.ts";
import type { Reader } from "./booking.edit.read.ts";
import { readerOf } from "./booking.edit.read.ts";
import type { Counter, Place } from "./booking.hall.ts";
import { lanesOf, pools } from "./booking.hall.ts";

export const placeParts = ["about", "counters", "hours", "days", "opening", "pools"] as const;
export type PlacePart = (typeof placeParts)[number];

const MOST_NAME = 60;
const MOST_ADDRESS = 150;

/** One zone a line, `户政区 / Residence`; a zone that keeps its name keeps its id. */
function zonesIn(reader: Reader, place: Place): Place["zones"] {
  const lines = reader
    .optional("zones", 2000)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const taken = new Set(place.zones.map(({ id }) => id));
  const fresh = (): string => {
    let n = taken.size + 1;
    while (taken.has(`z${n}`)) n += 1;
    taken.add(`z${n}`);
    return `z${n}`;
  };
  return lines.map((line) => {
    const [zh = "", en = ""] = line.split(/\s*[/／]\s*/, 2);
    const known = place.zones.find(({ name }) => name.zh === zh);
    return { id: known?.id ?? fresh(), name: { zh: zh.slice(0, MOST_NAME), en: (en || zh).slice(0, 100) } };
  });
}

const about: Change = ({ place }, reader) => {
  const zones = zonesIn(reader, place);
  const known = new Set(zones.map(({ id }) => id));
  return {
    ...place,
    name: reader.words("name", MOST_NAME),
    address: reader.words("address", MOST_ADDRESS),
    phone: reader.text("phone", 40),
    zones,
    counters: place.counters.map(({ zone, ...counter }) =>
      zone === undefined || !known.has(zone) ? counter : { ...counter, zone },
    ),
  };
};

/** The lane after the highest that was ever used, so that no lane is another counter's. */
export const nextLane = ({ place, published }: Omit<PlaceGround, "hall">): number =>
  Math.max(0, ...[...place.counters, ...(published?.counters ?? [])].flatMap(lanesOf)) + 1;

function counter(ground: PlaceGround, reader: Reader, values: FormValues): Place {
  const { hall, place } = ground;
  const id = fieldOf(values, "counter");
  const before = place.counters.find((each) => each.id === id);
  const services = reader.several(
    "services",
    hall.services.map((each) => each.id),
  );
  if (services.length === 0) reader.refuse("services", "choose");
  const zone = reader.several(
    "zone",
    place.zones.map((each) => each.id),
  )[0];
  const sign = reader.text("sign", 20);
  if (place.counters.some((each) => each.id !== id && each.sign === sign)) reader.refuse("sign", "taken");
  const lane = before?.lane ?? nextLane(ground);
  const next: Counter = {
    id: before?.id ?? `c${lane}`,
    sign,
    lane,
    seats: before?.seats ?? reader.whole("seats", 1, 200),
    services: [...services],
    ...(zone === undefined ? {} : { zone }),
  };
  if (lane + next.seats > 1000) reader.refuse("seats", "range");
  const counters =
    before === undefined
      ? [...place.counters, next]
      : place.counters.map((each) => (each.id === id ? next : each));
  return { ...place, counters };
}

/** Only a counter that was never published goes; any other closes on a day, so that nobody's booking is lost. */
function removeCounter({ place, published }: PlaceGround, reader: Reader, values: FormValues): Place {
  const id = fieldOf(values, "counter");
  const isPublished = published?.counters.some((each) => each.id === id) ?? false;
  if (isPublished || place.counters.length === 1) reader.refuse("counters", "stays");
  return { ...place, counters: place.counters.filter((each) => each.id !== id) };
}

const opening: Change = ({ place }, reader) => {
  const minutes = reader.whole("slotMinutes", 5, 240);
  const last = place.slots.at(-1);
  const slots =
    last?.minutes === minutes
      ? place.slots
      : [
          ...place.slots.filter(({ from }) => from < reader.day("slotFrom")),
          { from: reader.day("slotFrom"), minutes },
        ];
  const release = {
    ahead: reader.whole("ahead", 0, 180),
    unit: reader.choice("unit", ["days", "working_days"]),
    at: reader.time("releaseAt"),
  };
  const cutOff =
    reader.choice("cutKind", ["minutes", "days"]) === "minutes"
      ? { minutes: reader.whole("cutMinutes", 0, 7 * 1440) }
      : { daysBefore: reader.whole("cutDays", 0, 30), at: reader.time("cutAt") };
  return { ...place, slots, release, cutOff, publishAheadDays: reader.whole("publishAheadDays", 0, 180) };
};

const addPool: Change = ({ place }, reader) => {
  const hours = reader.span("from", "to");
  const named = countersIn(reader, place);
  if (hours === undefined && named.counters === undefined) reader.refuse("counters", "all_seats");
  const rule = { pool: reader.choice("pool", pools), ...named, ...(hours === undefined ? {} : { hours }) };
  return { ...place, pools: [...place.pools, rule] };
};

/** What each part of a place can be told, by the name of the button. */
const changes: Readonly<Record<PlacePart, Readonly<Record<string, Change>>>> = {
  about: { save: about },
  counters: { save: counter, remove: removeCounter },
  hours: hourChanges,
  days: dayChanges,
  opening: { save: opening },
  pools: {
    add: addPool,
    remove: ({ place }, _, values) => ({ ...place, pools: without(place.pools, values) }),
  },
};

/** The place after a form; undefined for a button that the part does not have. */
export function editedPlace(
  ground: PlaceGround,
  part: PlacePart,
  values: FormValues,
): Edited<Place> | undefined {
  const action = fieldOf(values, "action");
  const change = Object.hasOwn(changes[part], action) ? changes[part][action] : undefined;
  if (change === undefined) return undefined;
  const reader = readerOf(values);
  const value = change(ground, reader, values);
  return reader.errors.length > 0 ? { ok: false, errors: reader.errors } : { ok: true, value };
}
