/** A booking as whoever has proven to be its person sees it, and how long the proof holds. */
import { dayOf } from "../calendar/calendar.ts";
import { maskName } from "../disclosure/disclosure.mask.ts";
import type { Clock } from "../kit/clock.ts";
import { epochSecondsOf, plusSeconds } from "../kit/clock.ts";
import type { Vault } from "../kit/vault.ts";
import { GRANT_SECONDS, readGrants, withGrant, writeGrants } from "../progress/progress.ts";
import { openParty } from "./booking.draft.service.ts";
import type { Halls } from "./booking.hall.service.ts";
import type { Hall, Place, Service } from "./booking.hall.ts";
import { placeOf, serviceOf } from "./booking.hall.ts";
import { bookingProblems } from "./booking.problem.ts";
import type { RuleSet } from "./booking.rules.ts";
import { rulesOn } from "./booking.rules.ts";
import type { BookingStore } from "./booking.store.ts";
import type { Booking } from "./booking.ts";
import { isExpired, may } from "./booking.ts";
import { MOST_AHEAD, type Standing } from "./booking.waiting.service.ts";
import type { WaitingStore } from "./booking.waiting.store.ts";
import { stateOf } from "./booking.waiting.ts";

/** Four digits open it, so the names are masked and the identity number is left out. */
export interface MyBooking {
  readonly booking: Booking;
  readonly hall: Hall;
  readonly place: Place;
  readonly services: readonly Service[];
  readonly name: string;
  readonly agentName: string | undefined;
  /** The rules under which it was booked. */
  readonly rules: RuleSet;
  /** A hold that can still be confirmed. */
  readonly confirmable: boolean;
  /** It could be moved or cancelled, but the time for that is over. */
  readonly tooLate: boolean;
  readonly movable: boolean;
  readonly cancellable: boolean;
}

export interface MineOptions {
  readonly bookings: Pick<BookingStore, "read">;
  readonly waiting: Pick<WaitingStore, "read" | "ahead">;
  readonly halls: Pick<Halls, "find">;
  readonly vault: Vault;
  readonly clock: Clock;
}

export type MyBookings = ReturnType<typeof openMyBookings>;

const PURPOSE = "booking access";

export function openMyBookings({ bookings, waiting, halls, vault, clock }: MineOptions) {
  const grantsOf = (cookie: string | undefined) =>
    readGrants(vault.verify(PURPOSE, cookie ?? "") ?? "", epochSecondsOf(clock()));

  /** What is under a code, both at once, so that the answer takes as long for the one as for the other. */
  const under = (code: string) => Promise.all([bookings.read(code), waiting.read(code)]);

  return {
    /** Whether a code is that of somebody who still waits: nothing was offered under it yet. */
    async isWaiting(code: string): Promise<boolean> {
      const [booking, waiter] = await under(code);
      return booking === undefined && waiter !== undefined;
    },
    /** How an entry of the waiting list stands; raises 404. The caller has made sure that the code was proven. */
    async standing(code: string): Promise<Standing & { readonly hall: Hall }> {
      const [booking, waiter] = await under(code);
      const hall = waiter === undefined ? undefined : await halls.find(waiter.hall);
      if (waiter === undefined || hall === undefined) throw bookingProblems.notFound();
      const state = stateOf(waiter, booking, clock());
      const ahead = state === "waiting" ? await waiting.ahead(waiter, MOST_AHEAD) : 0;
      return { waiter, state, ahead, booking, hall };
    },
    /** Raises 404 `booking_not_found`. The caller has made sure that the code was proven. */
    async read(code: string): Promise<MyBooking> {
      const booking = await bookings.read(code);
      const hall = booking === undefined ? undefined : await halls.find(booking.hall);
      const place = hall === undefined || booking === undefined ? undefined : placeOf(hall, booking.place);
      if (booking === undefined || hall === undefined || place === undefined)
        throw bookingProblems.notFound();
      const now = clock();
      const { name, agent } = openParty(vault, booking);
      const rules = rulesOn(hall.rules, dayOf(booking.madeAt));
      const isOver =
        booking.rebook === undefined && plusSeconds(now, rules.cancelBeforeMinutes * 60) > booking.startsAt;
      const expired = isExpired(booking, now);
      return {
        booking: expired ? { ...booking, state: "expired" } : booking,
        hall,
        place,
        services: booking.services.flatMap((id) => serviceOf(hall, id) ?? []),
        name: maskName(name),
        agentName: agent && maskName(agent.name),
        rules,
        confirmable: booking.state === "held" && !expired,
        tooLate: booking.state === "booked" && isOver,
        movable: may("move", booking.state) && !isOver,
        cancellable: booking.state === "booked" ? !isOver : may("cancel", booking.state) && !expired,
      };
    },
    /** The value of the cookie with one more booking in it. */
    grant(cookie: string | undefined, code: string): string {
      const until = epochSecondsOf(clock()) + GRANT_SECONDS;
      return vault.sign(PURPOSE, writeGrants(withGrant(grantsOf(cookie), { reference: code, until })));
    },
    isGranted: (cookie: string | undefined, code: string): boolean =>
      grantsOf(cookie).some(({ reference }) => reference === code),
  };
}
