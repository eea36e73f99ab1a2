/** A hall on its day, on the real engine: bookings are made on Friday, people come on Monday. */
import { openAuditStore } from "../../functions/audit/audit.store.ts";
import { instantAt } from "../../functions/booking/booking.time.ts";
import type { Booking } from "../../functions/booking/booking.ts";
import { chinaCalendar } from "../../functions/calendar/calendar.ts";
import type { Staff } from "../../functions/identity/identity.ts";
import type { Table } from "../../functions/kit/table.ts";
import { visitOf } from "../../functions/wiring.visit.ts";
import { deskOn, freshHall, MONDAY, NOW, requestOf } from "../booking/desk.ts";
import { staff } from "../disclosure/support.ts";
import { clockAt, seededRandom, testVault } from "../support/world.ts";

export { MONDAY };
export const clerk = staff("clerk", "zfb");
export const at = (time: string): string => instantAt(MONDAY, time);

/** The last counter is for whoever comes without a booking. */
export const walkInHall = (changes: Parameters<typeof freshHall>[0] = {}) =>
  freshHall({
    ...changes,
    place: { pools: [{ pool: "walk_in", counters: ["a3"] }], ...changes.place },
  });

let people = 0;

export function visitDesk(table: Table) {
  const clock = clockAt(NOW);
  const booking = deskOn(table, clock);
  const random = seededRandom("visit");
  const audit = openAuditStore(table, random);
  const options = { table, vault: testVault(), clock: clock.now, random, calendar: chinaCalendar(), audit };
  return {
    booking,
    clock,
    audit,
    visits: visitOf(options),
    /** Another function with caches of its own. */
    another: () => visitOf(options),
    publish: booking.publish,
    /** Somebody books a time on Monday. */
    async book(hall: { readonly id: string }, time = "09:00", service = "id-card"): Promise<Booking> {
      people += 1;
      const before = clock.now();
      clock.set(NOW);
      const made = await booking.bookings.book(
        requestOf(hall, { time, services: [service] }, { person: `visitor-${people}` }),
      );
      clock.set(before);
      return made.booking;
    },
  };
}
export type VisitDesk = ReturnType<typeof visitDesk>;

export const where = (hall: { readonly id: string }) => ({ hall: hall.id, place: "main" });

let keys = 0;
export const newKey = (): string => {
  keys += 1;
  return `form-${keys}`;
};

/** Takes a number at the desk. */
export const take = (
  desk: VisitDesk,
  hall: { readonly id: string },
  more: Partial<Parameters<VisitDesk["visits"]["walkIns"]["take"]>[2]> = {},
  by: Staff = clerk,
) => desk.visits.walkIns.take(by, where(hall), { service: "social", party: 1, key: newKey(), ...more });
