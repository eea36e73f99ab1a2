/** The day of a place at one look (当日总览): who is expected, who is here, who waits, who is served where, what is free. */
import { arrivalAt, canBeWalkedInto, isOverAt } from "../booking/booking.arrival.ts";
import type { Place } from "../booking/booking.hall.ts";
import { counterOf, slotMinutesOn } from "../booking/booking.hall.ts";
import type { Seat } from "../booking/booking.seat.ts";
import type { Booking } from "../booking/booking.ts";
import { isExpired } from "../booking/booking.ts";
import { maskIdentityNumber, maskPhone } from "../disclosure/disclosure.mask.ts";
import type { Staff } from "../identity/identity.ts";
import { isAt } from "./visit.call.service.ts";
import { openCounters } from "./visit.counter.ts";
import { canTake, inOrder } from "./visit.order.ts";
import { openPace } from "./visit.pace.service.ts";
import { paceOf } from "./visit.pace.ts";
import type { Found, VisitParts, Where } from "./visit.parts.service.ts";
import { findPlace } from "./visit.parts.service.ts";
import { visitProblems } from "./visit.problem.ts";
import type { CounterNow, CounterSheet, DaySheet, ExpectedVisit, Served, Waiting } from "./visit.sheet.ts";
import { isMeant, maskedParty } from "./visit.sheet.ts";
import type { Queue, Ticket } from "./visit.ts";
import { bookedNumber } from "./visit.ts";
import { type Forecast, forecast } from "./visit.wait.ts";

export function openDays(parts: VisitParts) {
  const { clock, calendar, arrivals, store, demand } = parts;
  const finished = openPace(parts);

  function expectedOf({ hall, place }: Found, booking: Booking, isToday: boolean): ExpectedVisit {
    const party = arrivals.partyOf(booking);
    const { code, time, services, state, channel, seats } = booking;
    const first = seats.find((seat) => seat.time === time);
    const isHere = state === "checked_in" || state === "finished";
    return {
      ...{ code, time, services, state, channel },
      counters: [...new Set(seats.map(({ lane }) => counterOf(place, lane)?.sign ?? String(lane)))],
      party: booking.party,
      ...maskedParty(party),
      ...(isHere && first !== undefined ? { number: bookedNumber(first) } : {}),
      ...(isToday && state === "booked"
        ? { standing: arrivalAt(booking.startsAt, hall.arrival, clock()) }
        : {}),
    };
  }

  async function waitingOf(found: Found, live: readonly Ticket[]): Promise<readonly Waiting[]> {
    const forecasts = await forecastOf(found, live);
    return inOrder(live, found.hall.arrival).map((ticket) => ({
      ticket,
      forecast: forecasts.get(ticket.number) ?? { ahead: 0, waitMinutes: undefined },
    }));
  }

  async function forecastOf(
    { hall, place, queue }: Found,
    live: readonly Ticket[],
  ): Promise<ReadonlyMap<string, Forecast>> {
    const now = clock();
    const waits = live.some(({ state }) => state === "waiting");
    return forecast(live, {
      counters: openCounters(place, live, { calendar, now }),
      minutesOf: paceOf(hall.services, waits ? await finished(queue) : []),
      settings: hall.arrival,
      now,
    });
  }

  function seatCounts(found: Found, day: string, seats: readonly Seat[]): DaySheet["seats"] {
    const now = clock();
    const minutes = slotMinutesOn(found.place, day);
    const open = seats.filter(({ state }) => state !== "closed");
    return {
      total: open.length,
      taken: open.filter(({ state }) => state === "booked").length,
      walkIn: seats.filter((seat) => !isOverAt(seat, minutes, now) && canBeWalkedInto(seat, now)).length,
    };
  }

  async function bookingsOn(found: Found, day: string) {
    const [seats, missed] = await Promise.all([
      arrivals.seats(found.queue, day),
      store.missed({ ...found.queue, day }),
    ]);
    const holders = await arrivals.holders(seats, missed);
    const bookings = holders.filter(
      (booking) => booking.day === day && booking.state !== "held" && !isExpired(booking, clock()),
    );
    return { seats, bookings };
  }

  function countersNow(place: Place, live: readonly Ticket[]): readonly CounterNow[] {
    const now = clock();
    const open = new Set(
      openCounters(place, live, { calendar, now })
        .filter(({ from }) => from <= now)
        .map(({ id }) => id),
    );
    return place.counters.map((counter) => {
      const current = live.find((ticket) => isAt(ticket, counter.id));
      return { counter, open: open.has(counter.id), ...(current === undefined ? {} : { current }) };
    });
  }

  async function sheetOf(found: Found, day?: string): Promise<DaySheet> {
    const on = day ?? found.queue.day;
    const isToday = on === found.queue.day;
    const queue = { ...found.queue, day: on };
    const [{ seats, bookings }, live, over] = await Promise.all([
      bookingsOn(found, on),
      store.live(queue),
      store.done(queue),
    ]);
    return {
      ...{ hall: found.hall, place: found.place, day: on, isToday },
      expected: bookings.map((booking) => expectedOf(found, booking, isToday)),
      waiting: await waitingOf(found, live),
      aside: live.filter(({ state }) => state === "parked" || state === "missed"),
      counters: countersNow(found.place, live),
      over: over.toSorted((one, other) => ((one.endedAt ?? "") < (other.endedAt ?? "") ? 1 : -1)),
      seats: seatCounts(found, on, seats),
    };
  }

  return {
    forecastOf,
    place: (where: Where) => findPlace(parts, where),
    /** All of a day; today's unless another is named. */
    async sheet(staff: Staff, where: Where, day?: string): Promise<DaySheet> {
      const found = await findPlace(parts, where);
      await demand(staff, found.hall, { permission: "visit.read", action: "read" });
      return sheetOf(found, day);
    },
    /** Today's, for who gives numbers. */
    async desk(staff: Staff, where: Where): Promise<DaySheet> {
      const found = await findPlace(parts, where);
      await demand(staff, found.hall, { permission: "visit.work", action: "take" });
      return sheetOf(found);
    },
    /** Today's bookings that somebody at the desk may mean: by the last four digits, by name, or by ticket number. */
    async search(staff: Staff, where: Where, text: string): Promise<readonly ExpectedVisit[]> {
      const found = await findPlace(parts, where);
      await demand(staff, found.hall, { permission: "visit.work", action: "search" });
      const wanted = text.normalize("NFKC").trim();
      const { bookings } = await bookingsOn(found, found.queue.day);
      return bookings
        .filter((booking) => isMeant(arrivals.partyOf(booking), wanted))
        .map((booking) => expectedOf(found, booking, true));
    },

    /** One counter: whom it serves, in clear, and who can be called to it. */
    async counter(staff: Staff, where: Where, id: string): Promise<CounterSheet> {
      const found = await findPlace(parts, where);
      await demand(staff, found.hall, { permission: "visit.work", action: "counter" });
      const { hall, place, queue } = found;
      const counter = place.counters.find((each) => each.id === id);
      if (counter === undefined) throw visitProblems.notFound();
      const live = await store.live(queue);
      const current = live.find((ticket) => isAt(ticket, id));
      return {
        ...{ hall, place, queue, counter },
        current: current === undefined ? undefined : await served(current),
        waiting: (await waitingOf(found, live)).filter(({ ticket }) => canTake(counter, ticket)),
        aside: live.filter(({ state }) => state === "parked" || state === "missed"),
      };
    },

    /** Every ticket of a day, for statistics. */
    async tickets(queue: Queue): Promise<readonly Ticket[]> {
      const [live, done] = await Promise.all([store.live(queue, { consistent: false }), store.done(queue)]);
      return [...live, ...done];
    },
  };

  async function served(ticket: Ticket): Promise<Served> {
    const booking = ticket.booking === undefined ? undefined : await arrivals.read(ticket.booking);
    if (booking === undefined) return { ticket };
    const { name, identityNumber, phone, agent } = arrivals.partyOf(booking);
    return {
      ...{ ticket, name, phone: maskPhone(phone), identity: maskIdentityNumber(identityNumber) },
      ...(agent === undefined ? {} : { agent: agent.name }),
    };
  }
}
export type Days = ReturnType<typeof openDays>;
