/** What must hold of a hall at every moment, whatever has happened and whoever died over it. */
import { expect } from "vitest";
import type { Hall } from "../../functions/booking/booking.hall.ts";
import { obstacleTo, type Seat } from "../../functions/booking/booking.seat.ts";
import type { Booking } from "../../functions/booking/booking.ts";
import { isExpired } from "../../functions/booking/booking.ts";
import { type BookingDesk, MONDAY } from "./desk.ts";

export interface Standing {
  readonly seats: readonly Seat[];
  readonly bookings: ReadonlyMap<string, Booking>;
  readonly now: string;
}

const placeOf = ({ id }: Hall) => ({ hall: id, place: "main" });
const seatName = ({ time, lane }: Pick<Seat, "time" | "lane">) => `${time} ${lane}`;

/** Everything as it is: seats, and each booking that was ever heard of, that a seat names or that a guard names. */
export async function standingOf(desk: BookingDesk, hall: Hall, heardOf: Set<string>): Promise<Standing> {
  const seats = await desk.schedules.daySeats(placeOf(hall), MONDAY);
  for (const { holder } of seats) if (holder !== undefined) heardOf.add(holder);
  const found = await desk.parts.bookings.readMany([...heardOf]);
  const bookings = new Map(
    found.flatMap((booking) => (booking === undefined ? [] : [[booking.code, booking] as const])),
  );
  return { seats, bookings, now: desk.clock.now() };
}

/** Booked, or held and not run out. */
export const isLive = (booking: Booking, now: string): boolean =>
  booking.state === "booked" || (booking.state === "held" && !isExpired(booking, now));

/** Seats that the booking has a right to. */
const holds = (booking: Booking): boolean => ["booked", "held", "no_show"].includes(booking.state);

export async function checkStanding(desk: BookingDesk, hall: Hall, standing: Standing): Promise<void> {
  const { seats, bookings, now } = standing;
  checkSeats(standing);
  for (const booking of bookings.values()) {
    const mine = seats.filter(({ holder }) => holder === booking.code).map(seatName);
    if (isLive(booking, now) || booking.state === "no_show")
      expect(mine.toSorted(), `seats of ${booking.state}`).toEqual(booking.seats.map(seatName).toSorted());
    if (!holds(booking)) expect(mine, `seats of ${booking.state}`).toEqual([]);
    const rebooks = seats.some(({ holder, shut }) => holder === booking.code && shut === true);
    if (isLive(booking, now)) expect(booking.rebook !== undefined, "waits for another time").toBe(rebooks);
  }
  await checkGuards(desk, standing);
  const waiting = (await desk.parts.bookings.rebookings(placeOf(hall))).map(
    ({ seat, code }) => `${seatName(seat)} ${code}`,
  );
  const shut = seats.filter((seat) => seat.shut).map((seat) => `${seatName(seat)} ${seat.holder}`);
  expect(waiting.toSorted(), "the worklist").toEqual(shut.toSorted());
}

/** No seat stands twice; it has one holder or none as its state says; and whose it is knows of it. */
function checkSeats({ seats, bookings }: Standing): void {
  expect(new Set(seats.map(seatName)).size).toBe(seats.length);
  for (const seat of seats) {
    const isTaken = seat.state === "held" || seat.state === "booked";
    expect(seat.holder !== undefined, `holder of ${seat.state}`).toBe(isTaken);
    expect(seat.heldUntil !== undefined, `hold of ${seat.state}`).toBe(seat.state === "held");
    if (seat.holder === undefined) continue;
    const booking = bookings.get(seat.holder);
    expect(booking?.seats.map(seatName), "the holder's booking").toContain(seatName(seat));
    expect(booking === undefined ? undefined : holds(booking), `${booking?.state} holds`).toBe(true);
    if (booking?.state === "booked" || booking?.state === "held") expect(seat.state).toBe(booking.state);
  }
}

/** A guard knows exactly the live bookings of its person, and never two of one group. */
async function checkGuards(desk: BookingDesk, { bookings, now }: Standing): Promise<void> {
  const byGuard = Map.groupBy(bookings.values(), ({ guards }) => guards[0] ?? "");
  const stored = await desk.parts.bookings.readGuards([...byGuard.keys()]);
  for (const [n, [, all]] of [...byGuard].entries()) {
    const live = all.filter((booking) => isLive(booking, now)).map(({ code }) => code);
    const known = (stored[n]?.guard.live ?? []).filter(({ until }) => until >= now).map(({ code }) => code);
    expect(known.toSorted(), "live bookings of a person").toEqual(live.toSorted());
    const groups = all.filter((booking) => isLive(booking, now)).flatMap(({ services }) => services);
    expect(new Set(groups).size, "one live booking per group").toBe(groups.length);
  }
}

/** How many seats of a slot can be had now. */
export const freeIn = ({ seats, now }: Standing, time: string, lanes: readonly number[]): number =>
  seats.filter(
    (seat) => seat.time === time && lanes.includes(seat.lane) && !obstacleTo(seat, { pool: "public", now }),
  ).length;
