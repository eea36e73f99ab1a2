/**
 * The worklist of people whose counter closes (改约名单): who they are with masked names, their telephone when it is asked
 * for and on record, other times for them, and booking them there. Nobody leaves the list but by another time or a
 * cancellation, and neither counts against them.
 */
import { bookingSubject } from "../audit/audit.ts";
import { maskName, maskPhone } from "../disclosure/disclosure.mask.ts";
import type { Staff } from "../identity/identity.ts";
import type { Instant } from "../kit/clock.ts";
import { notFound } from "../kit/problem.ts";
import type { HallDesk } from "./booking.desk.service.ts";
import { openParty } from "./booking.draft.service.ts";
import type { Hall } from "./booking.hall.ts";
import { counterOf, placeOf, serviceOf } from "./booking.hall.ts";
import type { BookingParts } from "./booking.parts.service.ts";
import type { Alternative } from "./booking.problem.ts";
import type { Bookings, Destination } from "./booking.service.ts";
import type { Booking } from "./booking.ts";
import { errandOf } from "./booking.visit.ts";

/** One person on the list, as far as a list shows them. */
export interface Called {
  readonly code: string;
  readonly name: string;
  readonly place: string;
  readonly day: string;
  readonly time: string;
  readonly services: readonly string[];
  readonly signs: readonly string[];
  readonly party: number;
  readonly since: Instant;
  /** Their visit would have begun: they were not reached in time. */
  readonly isOver: boolean;
}

export interface CalledInFull extends Called {
  readonly maskedPhone: string;
  /** In clear, after it was asked for. */
  readonly phone?: string;
  readonly alternatives: readonly Alternative[];
}

export interface RebookOptions {
  readonly parts: BookingParts;
  readonly desk: HallDesk;
  readonly bookings: Pick<Bookings, "move" | "cancel">;
}

const stillWaits = ({ rebook, state }: Booking): boolean =>
  rebook !== undefined && (state === "booked" || state === "held");

export function openRebooking({ parts, desk, bookings }: RebookOptions) {
  const { vault, clock, nearest, table } = parts;

  function calledOf(hall: Hall, booking: Booking): Called {
    const place = placeOf(hall, booking.place);
    const signs = booking.seats.map(({ lane }) => place && counterOf(place, lane)?.sign);
    return {
      code: booking.code,
      name: maskName(openParty(vault, booking).name),
      place: booking.place,
      day: booking.day,
      time: booking.time,
      services: booking.services,
      signs: [...new Set(signs.filter((sign) => sign !== undefined))],
      party: booking.party,
      since: booking.rebook?.since ?? booking.madeAt,
      isOver: booking.startsAt <= clock(),
    };
  }

  /** Codes of those on the list, each once, soonest first. One query a place. */
  async function codesOf(hall: Hall): Promise<readonly string[]> {
    const lists = await Promise.all(
      hall.places.map((place) => parts.bookings.rebookings({ hall: hall.id, place: place.id })),
    );
    return [...new Set(lists.flat().map(({ code }) => code))];
  }

  /** Everybody on the list, soonest first. */
  async function list(actor: Staff, id: string): Promise<{ hall: Hall; people: readonly Called[] }> {
    const { hall } = await desk.openPublished(actor, "hall.rebook", id);
    const found = await parts.bookings.readMany(await codesOf(hall));
    const people = found
      .flatMap((booking) => (booking !== undefined && stillWaits(booking) ? [calledOf(hall, booking)] : []))
      .toSorted((one, other) => (one.day + one.time < other.day + other.time ? -1 : 1));
    return { hall, people };
  }

  /** How many wait; for the pages that lead there, whoever may look at the hall. */
  async function count(actor: Staff, id: string): Promise<number> {
    const { hall } = await desk.openPublished(actor, "hall.read", id);
    const found = await parts.bookings.readMany(await codesOf(hall));
    return found.filter((booking) => booking !== undefined && stillWaits(booking)).length;
  }

  /** Raises 404 for a booking that is not of this hall or does not wait for another time. */
  async function waiting(actor: Staff, id: string, code: string) {
    const { hall } = await desk.openPublished(actor, "hall.rebook", id);
    const booking = await parts.bookings.read(code);
    if (booking === undefined || booking.hall !== id || !stillWaits(booking))
      throw notFound("rebooking_not_found");
    return { hall, booking };
  }

  async function inFull(hall: Hall, booking: Booking): Promise<CalledInFull> {
    const errand = errandOf(hall, booking);
    const { day, time, pool } = booking;
    const alternatives = errand.ok ? await nearest(errand.value, { day, time, pool }) : [];
    const { phone } = openParty(vault, booking);
    return { ...calledOf(hall, booking), maskedPhone: maskPhone(phone), alternatives };
  }

  async function read(actor: Staff, id: string, code: string) {
    const { hall, booking } = await waiting(actor, id, code);
    return { hall, person: await inFull(hall, booking) };
  }

  /** The telephone in clear; who asked for it is on record before it is shown. */
  async function showPhone(actor: Staff, id: string, code: string) {
    const { hall, booking } = await waiting(actor, id, code);
    await table.commit([desk.entry(actor, "hall.show_phone", bookingSubject(code))]);
    const person = await inFull(hall, booking);
    return { hall, person: { ...person, phone: openParty(vault, booking).phone } };
  }

  /** Raises what moving raises for the new time. */
  async function move(actor: Staff, id: string, code: string, to: Destination): Promise<Booking> {
    await waiting(actor, id, code);
    const { booking } = await bookings.move(code, to, "office");
    await table.commit([desk.entry(actor, "hall.rebook", bookingSubject(code))]);
    return booking;
  }

  async function cancel(actor: Staff, id: string, code: string): Promise<void> {
    await waiting(actor, id, code);
    await bookings.cancel(code, "office");
    await table.commit([desk.entry(actor, "hall.cancel_booking", bookingSubject(code))]);
  }

  return { list, count, read, showPhone, move, cancel };
}
export type Rebooking = ReturnType<typeof openRebooking>;

export const serviceNamesOf = (hall: Hall, services: readonly string[], lang: "zh" | "en"): string =>
  services.map((id) => serviceOf(hall, id)?.name[lang] ?? id).join(lang === "zh" ? "、" : ", ");
