/** What every page of bookings needs: the services behind it, and what an address of it says. */
import type { Context } from "hono";
import type { ErrandShown, PlaceShown } from "../../web/pages/booking/place.tsx";
import type { ErrandPlace } from "../../web/paths.booking.ts";
import { paths } from "../../web/paths.ts";
import type { View } from "../../web/view.ts";
import type { AppEnv } from "../app.page.ts";
import { isDay } from "../calendar/calendar.ts";
import type { EndedGuide, LiveGuide } from "../guide/guide.record.ts";
import type { Clock } from "../kit/clock.ts";
import type { Config } from "../kit/config.ts";
import { notFound } from "../kit/problem.ts";
import type { BookingForms } from "./booking.form.service.ts";
import type { Halls } from "./booking.hall.service.ts";
import type { Hall, Place } from "./booking.hall.ts";
import type { Limits } from "./booking.limit.service.ts";
import type { Lotteries } from "./booking.lottery.service.ts";
import type { MyBookings } from "./booking.mine.service.ts";
import { receivedAt } from "./booking.occasion.ts";
import type { Outlook } from "./booking.outlook.service.ts";
import type { BookingProof } from "./booking.proof.service.ts";
import type { Releases } from "./booking.release.service.ts";
import type { Bookings } from "./booking.service.ts";
import { isTime } from "./booking.time.ts";
import type { openUsable } from "./booking.usable.service.ts";
import type { Errand } from "./booking.visit.ts";
import { errandOf } from "./booking.visit.ts";
import type { WaitingList } from "./booking.waiting.service.ts";
import { weekHoursOf } from "./booking.week.ts";

export interface BookingCitizenServices {
  readonly config: Pick<Config, "units" | "publicOrigin" | "mapSearch">;
  readonly clock: Clock;
  readonly halls: Pick<Halls, "list" | "find">;
  readonly bookings: Pick<Bookings, "book" | "confirm" | "cancel" | "move">;
  readonly outlook: Outlook;
  /** Counts who asks for a seat. */
  readonly limits: Pick<Limits, "take">;
  /** Tickets of who comes before the hour. */
  readonly releases: Pick<Releases, "giveTicket" | "findTicket" | "standing" | "drawnAt">;
  /** Raises why a person could not use a ticket. */
  readonly demandUsable: ReturnType<typeof openUsable>;
  /** How places were drawn by lot. */
  readonly lotteries: Pick<Lotteries, "read" | "signs" | "signOf" | "isOver">;
  readonly forms: BookingForms;
  readonly mine: MyBookings;
  readonly proof: Pick<BookingProof, "prove">;
  readonly waiting: Pick<WaitingList, "join" | "leave" | "prove">;
  readonly readGuide: (id: string) => Promise<LiveGuide | EndedGuide | undefined>;
  /** Whether some hall takes bookings for what a guide is about. */
  readonly isBookable: (guide: string) => Promise<boolean>;
  /** Ids of guides that a search in everyday words finds, the likeliest first. */
  readonly findGuides: (text: string) => Promise<readonly string[]>;
}

export function shownPlace(
  view: View,
  { hall, place }: { readonly hall: Hall; readonly place: Place },
  { mapSearch }: Pick<Config, "mapSearch">,
): PlaceShown {
  const address = place.address[view.lang];
  return {
    hall: hall.name[view.lang],
    place: hall.places.length === 1 ? "" : place.name[view.lang],
    address,
    phone: place.phone,
    hours: weekHoursOf(place.hours),
    map: mapSearch === undefined ? undefined : paths.map(mapSearch, place.address.zh),
  };
}

/** `at`: the day and time that is chosen, so that it can be said who receives then. */
export function shownErrand(
  view: View,
  errand: Errand,
  config: Pick<Config, "mapSearch">,
  at?: { readonly day: string; readonly time?: string },
): ErrandShown {
  const { hall, place, services } = errand;
  const asked = { place: place.id, services: services.map(({ id }) => id) };
  const received = at === undefined ? undefined : receivedAt({ hall, booking: { ...asked, ...at } });
  return {
    services: services.map(({ name }) => name[view.lang]),
    people: errand.party,
    at: shownPlace(view, errand, config),
    ...(received === undefined ? {} : { received: received[view.lang] }),
  };
}

export const addressOfErrand = ({ hall, place, services, party }: Errand): ErrandPlace => ({
  hall: hall.id,
  place: place.id,
  services: services.map(({ id }) => id),
  people: party,
});

/** The errand in the address of a page, or 404. More people than may come together are as many as may. */
export async function errandIn(
  context: Context<AppEnv>,
  { halls }: Pick<BookingCitizenServices, "halls">,
): Promise<Errand> {
  const hall = await halls.find(context.req.param("hall") ?? "");
  if (hall === undefined) throw notFound();
  const ids = [...new Set((context.req.param("services") ?? "").split("."))];
  const wanted = { place: context.req.param("place") ?? "", services: ids };
  const one = errandOf(hall, { ...wanted, party: 1 });
  if (!one.ok || ids.length > MOST_SERVICES) throw notFound();
  const most = Math.min(...one.value.services.map(({ mostParty }) => mostParty));
  return { ...one.value, party: Math.min(peopleIn(context.req.query("people")), most) };
}

/** As many as one request may name. */
export const MOST_SERVICES = 5;

const peopleIn = (text: string | undefined): number =>
  /^\d{1,2}$/.test(text ?? "") ? Math.max(1, Number(text)) : 1;

/** The day in the address, or 404. */
export function dayIn(context: Context<AppEnv>): string {
  const day = context.req.param("day") ?? "";
  if (!isDay(day)) throw notFound();
  return day;
}

/** `0930` as `09:30`; undefined for what is no time. */
export function readTime(text: string | undefined): string | undefined {
  const [, hour, minute] = /^(\d\d)(\d\d)$/.exec(text ?? "") ?? [];
  const time = `${hour}:${minute}`;
  return isTime(time) ? time : undefined;
}

/** The time in the address, or 404. */
export function timeIn(context: Context<AppEnv>): string {
  const time = readTime(context.req.param("time"));
  if (time === undefined) throw notFound();
  return time;
}
