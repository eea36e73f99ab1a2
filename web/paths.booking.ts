import { paths, withQuery } from "./paths.ts";

/** What is to be had where: it stands in the address, so that going back, a second tab and a bookmark all keep it. */
export interface ErrandPlace {
  readonly hall: string;
  readonly place: string;
  readonly services: readonly string[];
  readonly people: number;
  /** Names the filling-in that a page belongs to; opens nothing without the browser's cookie. */
  readonly flow?: string | undefined;
}
export interface VisitPlace extends ErrandPlace {
  readonly day: string;
  /** On the clock of the hall, "09:30". */
  readonly time: string;
}

const root = paths.bookings();
const joined = (...parts: readonly string[]): string => [root, ...parts.map(encodeURIComponent)].join("/");
/** No colon, which some tools take for the start of a port or a protocol. */
const bare = (time: string): string => time.replace(":", "");
/** One person is the usual number and is left out. */
const peopleIn = ({ people }: ErrandPlace): string | undefined => (people > 1 ? String(people) : undefined);
const errandPath = ({ hall, place, services }: ErrandPlace): string =>
  joined("visit", hall, place, services.join("."));

/** Every URL of bookings; apart from the others, because they are loaded with the pages of bookings alone. */
export const bookingPaths = {
  /** With a flow for somebody who only changes what it is about: what they have filled in stays. */
  services: (flow?: string) => withQuery(root, { flow }),
  /** Where what a guide is about can be booked. */
  ofGuide: (guide: string) => withQuery(root, { guide }),
  /** The places at which a service can be had. */
  where: (hall: string, service: string, flow?: string) =>
    withQuery(joined("services", hall, service), { flow }),
  days: (errand: ErrandPlace, month?: string) =>
    withQuery(errandPath(errand), { people: peopleIn(errand), month, flow: errand.flow }),
  /** `missed` is a time that could not be had. */
  times: (errand: ErrandPlace, day: string, missed?: string) =>
    withQuery(`${errandPath(errand)}/${day}`, {
      people: peopleIn(errand),
      missed: missed && bare(missed),
      flow: errand.flow,
    }),
  /** `again`: what was typed is gone. */
  person: (visit: VisitPlace, again?: "again") =>
    withQuery(`${errandPath(visit)}/${visit.day}/${bare(visit.time)}`, {
      people: peopleIn(visit),
      again: again && "yes",
      flow: visit.flow,
    }),
  check: (visit: VisitPlace) =>
    withQuery(`${errandPath(visit)}/${visit.day}/${bare(visit.time)}/check`, {
      people: peopleIn(visit),
      flow: visit.flow,
    }),
  /** Joining the line of a day. */
  wait: (errand: ErrandPlace, day: string) =>
    withQuery(`${errandPath(errand)}/${day}/wait`, { people: peopleIn(errand) }),
  /** The ticket of a day whose order is drawn; or the form for one, of `another` person than who has one. */
  queue: (errand: ErrandPlace, day: string, another?: "another") =>
    withQuery(`${errandPath(errand)}/${day}/queue`, {
      people: peopleIn(errand),
      another: another && "yes",
    }),
  /** How the places of a day were drawn; the same with its list for programs. */
  draw: ({ hall, place }: Pick<ErrandPlace, "hall" | "place">, day: string) =>
    joined("draws", hall, place, day),
  drawSigns: ({ hall, place }: Pick<ErrandPlace, "hall" | "place">, day: string) =>
    `${joined("draws", hall, place, day)}/draw.json`,
  waiting: (code: string) => `${joined("mine", code)}/waiting`,
  leave: (code: string) => `${joined("mine", code)}/leave`,
  /** The code alone may stand in an address, as in the QR of a booking; digits of a telephone never. */
  find: (code?: string) => withQuery(`${root}/find`, { code }),
  one: (code: string) => joined("mine", code),
  file: (code: string) => `${joined("mine", code)}/visit.ics`,
  confirm: (code: string) => `${joined("mine", code)}/confirm`,
  cancel: (code: string) => `${joined("mine", code)}/cancel`,
  /** To another place of the same hall, when one is named. */
  move: (code: string, to: { readonly month?: string; readonly place?: string | undefined } = {}) =>
    withQuery(`${joined("mine", code)}/move`, to),
  moveTimes: (code: string, day: string, place?: string) =>
    withQuery(`${joined("mine", code)}/move/${day}`, { place }),
  moveTo: (code: string, { day, time }: { readonly day: string; readonly time: string }, place?: string) =>
    withQuery(`${joined("mine", code)}/move/${day}/${bare(time)}`, { place }),
};
