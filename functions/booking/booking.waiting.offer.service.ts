/**
 * Offering a seat that was set free: the first in line who can use it gets it as a hold with a time limit, in one
 * transaction over their entry, the booking, their guard and the seats. So nobody is offered two, no seat goes to two,
 * and whoever dies over it has done all or nothing; the same change of the stream again finds the seat taken.
 */
import { dayOf } from "../calendar/calendar.ts";
import type { Instant } from "../kit/clock.ts";
import { plusSeconds } from "../kit/clock.ts";
import { type Chosen, chooseSeats } from "./booking.choice.ts";
import { held } from "./booking.guard.change.ts";
import { emptyGuard, refusalOf } from "./booking.guard.ts";
import { type Hall, highestLaneOf } from "./booking.hall.ts";
import type { DayHint } from "./booking.hint.store.ts";
import type { BookingParts } from "./booking.parts.service.ts";
import { LONGEST_REST_SECONDS } from "./booking.plan.difference.ts";
import { rulesOn } from "./booking.rules.ts";
import { offerWrite } from "./booking.seat.offer.store.ts";
import { SeatLost } from "./booking.seat.store.ts";
import type { Seat, SeatId } from "./booking.seat.ts";
import { CodeTaken, createBookingWrite, GuardStood, guardWrite } from "./booking.store.ts";
import type { Booking } from "./booking.ts";
import { spanOf } from "./booking.ts";
import type { PlannedVisit } from "./booking.visit.ts";
import { errandOf, itemsOf, siteOf } from "./booking.visit.ts";
import { endWrites, WaiterGone } from "./booking.waiting.store.ts";
import { isOfferable, offerUntil, visitsUsing, type Waiter } from "./booking.waiting.ts";

const PAGE = 25;
/** A seat that so many people cannot use goes to everybody. */
const MOST_LOOKED_AT = 200;
const MOST_ROUNDS = 4;
/**
 * A seat stays away from everybody for so long after an offer ran out, so that the clock can offer it to the next; once
 * the offer is ended by the clock or by its person it opens at a random moment, as any seat that is given back.
 */
const KEPT_BACK_SECONDS = 10 * 60;

interface Try {
  readonly waiter: Waiter;
  readonly hall: Hall;
  readonly visit: PlannedVisit;
  readonly chosen: readonly Chosen[];
  readonly until: Instant;
}

export function openOffers(parts: BookingParts) {
  const { table, clock, halls, seats, bookings, waiting, frames, board } = parts;

  async function commit({ waiter, hall, visit, chosen, until }: Try): Promise<void> {
    const rules = rulesOn(hall.rules, dayOf(clock()));
    const known = await bookings.readGuards(waiter.guards);
    const under = { rules, now: clock() };
    const guarded = {
      ...{ code: waiter.code, hall: hall.id, day: waiter.day },
      ...{ items: itemsOf(visit.services), until },
    };
    const guards = waiter.guards.map((hash, n) => {
      const guard = known[n]?.guard ?? emptyGuard;
      // Somebody who has found another time, or may not book now, is passed over and keeps their place.
      if (refusalOf(guard, guarded, under) !== undefined) throw new WaiterGone();
      return guardWrite(hash, held(guard, guarded, under), { before: known[n], ...under });
    });
    const taken = chosen.map((seat) => ({ ...siteOf(visit), day: visit.day, ...seat }));
    const offered = {
      ...{ code: waiter.code, now: under.now, heldUntil: until },
      restsUntil: plusSeconds(under.now, LONGEST_REST_SECONDS),
      opensAt: plusSeconds(until, KEPT_BACK_SECONDS),
    };
    await table.commit([
      ...endWrites(waiter, "offered", () => new WaiterGone()),
      createBookingWrite(bookingOf(waiter, { visit, chosen, until, at: under.now })),
      ...guards,
      ...taken.map((seat) => offerWrite(seat, offered)),
    ]);
    board.took(taken);
  }

  /** Seats for the visit among those that can be offered, the freed one with them. One request a slot. */
  async function seatsFor(visit: PlannedVisit, freed: SeatId): Promise<readonly Seat[] | undefined> {
    const now = clock();
    const at = { now, restsUntil: plusSeconds(now, LONGEST_REST_SECONDS) };
    const highest = highestLaneOf(visit.place);
    const site = { ...siteOf(visit), day: visit.day };
    const slots = await Promise.all(visit.steps.map(({ time }) => seats.slot({ ...site, time }, highest)));
    const free = slots.flat().filter((seat) => isOfferable(seat, at));
    const named = new Map(free.map((seat) => [`${seat.time} ${seat.lane}`, seat]));
    const first = visit.steps.map((step) => {
      const lanes = step.lanes.filter((lane) => named.has(`${step.time} ${lane}`));
      // The freed seat first, so that it is used where there is a choice.
      const isFreed = (lane: number) => step.time === freed.time && lane === freed.lane;
      return {
        ...step,
        lanes: lanes.toSorted((one, other) => Number(isFreed(other)) - Number(isFreed(one))),
      };
    });
    const isFree = ({ time, lane }: Chosen) => named.has(`${time} ${lane}`);
    const chosen = chooseSeats({ steps: first, party: visit.party, start: 0, isFree });
    return chosen?.flatMap(({ time, lane }) => named.get(`${time} ${lane}`) ?? []);
  }

  /** Whether this waiter got the seat; false when it is no use to them. Raises `SeatLost` when somebody else has it. */
  async function offerTo(waiter: Waiter, freed: SeatId): Promise<boolean> {
    const hall = await halls.find(waiter.hall);
    const errand = hall === undefined ? undefined : errandOf(hall, waiter);
    if (hall === undefined || errand === undefined || !errand.ok) return false;
    for (const visit of visitsUsing(waiter, errand.value, freed)) {
      const found = await seatsFor(visit, freed);
      const closesAt = found?.map((seat) => seat.closesAt).toSorted()[0];
      const until = closesAt === undefined ? undefined : offerUntil(hall.waiting, clock(), closesAt);
      if (found === undefined || until === undefined) continue;
      const chosen = found.map(({ time, lane }) => ({ time, lane }));
      if ((await give({ waiter, hall, visit, chosen, until })) === "given") return true;
    }
    return false;
  }

  /** One offer, as it came out: given, the seats are others', or it is no use to the person. */
  async function give(one: Try): Promise<"given" | "seats" | "person"> {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      try {
        await commit(one);
        return "given";
      } catch (error) {
        if (error instanceof SeatLost) return "seats";
        if (error instanceof WaiterGone || error instanceof CodeTaken) return "person";
        if (!(error instanceof GuardStood)) throw error;
      }
    }
    return "person";
  }

  async function isStillFree(seat: SeatId): Promise<boolean> {
    const [standing] = await seats.read([seat]);
    const now = clock();
    const at = { now, restsUntil: plusSeconds(now, LONGEST_REST_SECONDS) };
    return standing !== undefined && isOfferable(standing, at);
  }

  /** True when somebody got it. A seat for which nobody waits costs one query. */
  async function offer(freed: SeatId): Promise<boolean> {
    const hall = await halls.find(freed.hall);
    const place = hall?.places.find(({ id }) => id === freed.place);
    if (hall === undefined || place === undefined || clock() < frames(place, freed.day).opensAt) return false;
    let page = await waiting.line(freed, PAGE);
    for (let looked = 0; looked < MOST_LOOKED_AT; looked += PAGE) {
      for (const waiter of page.waiters) {
        if (waiter.state !== "waiting") continue;
        if (await offerTo(waiter, freed)) return true;
        if (!(await isStillFree(freed))) return false;
      }
      if (page.next === undefined) return false;
      page = await waiting.line(freed, PAGE, page.next);
    }
    return false;
  }

  /** What rests after it was given back, as far as the hints know, for somebody who has just joined. */
  async function offerResting(visit: PlannedVisit, hint: DayHint | undefined): Promise<void> {
    const site = { ...siteOf(visit), day: visit.day };
    const fitting = new Set(visit.steps.flatMap(({ lanes }) => lanes));
    const now = Math.floor(Date.parse(clock()) / 1000);
    for (const { time, groups } of hint?.slots ?? [])
      for (const { pool, from, lanes } of groups) {
        if (pool !== "public" || from <= now || from > now + LONGEST_REST_SECONDS) continue;
        for (const lane of lanes.filter((each) => fitting.has(each))) await offer({ ...site, time, lane });
      }
  }

  return { offer, offerResting, give };
}

interface Offered {
  readonly visit: PlannedVisit;
  readonly chosen: readonly Chosen[];
  readonly until: Instant;
  readonly at: Instant;
}

/** The booking that is offered: a hold under the code of the entry, sealed as it was there. */
function bookingOf(waiter: Waiter, { visit, chosen, until, at }: Offered): Booking {
  const { code, owner, said, services, party, lang, guards, phone4, sealed } = waiter;
  return {
    ...{ schema: 1, code, owner, said, version: 1, state: "held", offered: true },
    ...siteOf(visit),
    ...{ services, party, pool: "public", channel: "internet", lang },
    ...spanOf(visit.day, chosen, visit.slotMinutes),
    ...{ slotMinutes: visit.slotMinutes, seats: [...chosen], madeAt: at, heldUntil: until },
    ...{ guards, phone4, sealed },
    history: [{ at, action: "offer" }],
  };
}
