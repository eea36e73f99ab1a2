/** Changes of a hall (大厅) as a whole: its name, its services, its places; and a new hall. Pure. */
import * as v from "valibot";
import type { FormValues } from "../kit/form.ts";
import { fieldOf } from "../kit/form.ts";
import { arrivalSchema } from "./booking.arrival.ts";
import type { Edited } from "./booking.edit.change.ts";
import type { Reader } from "./booking.edit.read.ts";
import { readerOf } from "./booking.edit.read.ts";
import type { Hall, Place, Service } from "./booking.hall.ts";
import { hallSchema, idSchema } from "./booking.hall.ts";
import { releaseModes } from "./booking.release.ts";
import { waitingRulesSchema } from "./booking.waiting.rules.ts";

const MOST_NAME = 60;
const MOST_ADDRESS = 150;
const GROUP_ALONE = "alone";

/** The whole description once more, because parts that are right alone may not fit together. */
function checked(hall: Hall, reader: Reader, field: string): Edited<Hall> {
  if (reader.errors.length > 0) return { ok: false, errors: reader.errors };
  const read = v.safeParse(hallSchema, hall);
  return read.success
    ? { ok: true, value: read.output }
    : { ok: false, errors: [{ field, code: "invalid" }] };
}

export const withPlace = (hall: Hall, place: Place): Hall => ({
  ...hall,
  places: hall.places.map((each) => (each.id === place.id ? place : each)),
});

export const validHall = (hall: Hall, field: string): Edited<Hall> => checked(hall, readerOf({}), field);

export function editedHall(hall: Hall, values: FormValues): Edited<Hall> {
  const reader = readerOf(values);
  const next = {
    ...hall,
    name: reader.words("name", MOST_NAME),
    holdMinutes: reader.whole("holdMinutes", 1, 60),
    arrival: {
      earlyMinutes: reader.whole("earlyMinutes", 0, 240),
      lateMinutes: reader.whole("lateMinutes", 0, 240),
      walkInYieldMinutes: reader.whole("walkInYieldMinutes", 0, 240),
      priorityMinutes: reader.whole("priorityMinutes", 0, 480),
    },
  };
  return checked(next, reader, "nameZh");
}

/** A service that exists, or the next one; its number and id never change. */
export function editedService(hall: Hall, id: string | undefined, values: FormValues): Edited<Hall> {
  const reader = readerOf(values);
  const before = hall.services.find((service) => service.id === id);
  const number = before?.number ?? Math.max(0, ...hall.services.map((service) => service.number)) + 1;
  const own = before?.id ?? `s${number}`;
  const groups = [...new Set(hall.services.map((service) => service.group))];
  const group = reader.choice("group", [...groups, GROUP_ALONE]);
  const from = reader.optionalDay("offeredFrom");
  const to = reader.optionalDay("offeredTo");
  if (from !== undefined && to !== undefined && to < from) reader.refuse("offeredTo", "order");
  const guide = reader.optional("guide", 50);
  const next: Service = {
    id: own,
    number,
    name: reader.words("name", MOST_NAME),
    minutes: reader.whole("minutes", 5, 480),
    group: group === GROUP_ALONE ? groupAlone(hall, own) : group,
    mostParty: reader.whole("mostParty", 1, 10),
    release: reader.choice("release", releaseModes),
    offered: { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
    ...(guide === "" ? {} : { guide }),
    ...(before?.kind === undefined ? {} : { kind: before.kind }),
  };
  const services =
    before === undefined
      ? [...hall.services, next]
      : hall.services.map((service) => (service.id === own ? next : service));
  return checked({ ...hall, services }, reader, "nameZh");
}

const groupAlone = (hall: Hall, service: string): string => `${hall.id}-${service}`.replace(/^[^a-z]/, "g");

/** Nine to five with lunch, a week ahead at eight: what most halls begin with and then change. */
const usual = {
  slots: [{ from: "2026-01-01", minutes: 30 }],
  hours: {
    weekly: [{ weekdays: [1, 2, 3, 4, 5], hours: [{ from: "09:00", to: "17:00" }] }],
    breaks: [{ from: "12:00", to: "13:30" }],
    holidays: "closed" as const,
    makeUpAs: 1,
    exceptions: [],
  },
  pools: [],
  release: { ahead: 7, unit: "days" as const, at: "08:00" },
  cutOff: { minutes: 30 },
  publishAheadDays: 14,
} satisfies Partial<Place>;

const newPlace = (reader: Reader, id: string, service: string): Place => ({
  ...usual,
  id,
  name: reader.words("place", MOST_NAME),
  address: reader.words("address", MOST_ADDRESS),
  phone: reader.text("phone", 40),
  zones: [],
  counters: [{ id: "c1", sign: "1", lane: 1, seats: 1, services: [service] }],
});

export function withNewPlace(hall: Hall, values: FormValues): Edited<Hall> {
  const reader = readerOf(values);
  let n = hall.places.length + 1;
  while (hall.places.some(({ id }) => id === `p${n}`)) n += 1;
  const [first] = hall.places;
  const place = newPlace(reader, `p${n}`, hall.services[0]?.id ?? "");
  const like =
    first === undefined ? {} : { release: first.release, cutOff: first.cutOff, hours: plainHours(first) };
  return checked({ ...hall, places: [...hall.places, { ...place, ...like }] }, reader, "placeZh");
}

/** The hours of a place without what names its counters or single days. */
const plainHours = ({ hours }: Place): Place["hours"] => ({
  ...hours,
  weekly: hours.weekly.filter(({ counters }) => counters === undefined),
  breaks: hours.breaks.filter(({ counters }) => counters === undefined),
  exceptions: hours.exceptions.filter(({ counters }) => counters === undefined),
});

/** A hall with one place, one counter and one service, of the unit; the rest is then written part by part. */
export function beginHall(unit: string, values: FormValues): Edited<Hall> {
  const reader = readerOf(values);
  const id = fieldOf(values, "id").trim().toLowerCase();
  if (id === "") reader.refuse("id", "required");
  // `new` is the address of this form.
  else if (id === "new" || !v.is(idSchema, id)) reader.refuse("id", "id");
  const service: Service = {
    id: "s1",
    number: 1,
    name: reader.words("service", MOST_NAME),
    minutes: 30,
    group: `${id}-s1`.replace(/^[^a-z]/, "g"),
    mostParty: 1,
    release: "arrival",
    offered: {},
  };
  const hall: Hall = {
    schema: 1,
    id,
    unit,
    name: reader.words("name", MOST_NAME),
    places: [newPlace(reader, "main", "s1")],
    services: [service],
    rules: [
      {
        from: "2026-01-01",
        persons: "identity",
        oneLivePer: "group",
        limits: [],
        cancelBeforeMinutes: 0,
        penalties: [],
        ownBusinessOnly: false,
      },
    ],
    holdMinutes: 10,
    waiting: v.parse(waitingRulesSchema, {}),
    arrival: v.parse(arrivalSchema, {}),
  };
  return checked(hall, reader, "nameZh");
}
