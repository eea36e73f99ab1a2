/** A hall that can be looked at: described, published, and counted as the stream would. */
import type { Hall } from "../../functions/booking/booking.hall.ts";
import type { Table } from "../../functions/kit/table.ts";
import type { MovableClock } from "../support/world.ts";
import { deskOn } from "./desk.ts";

let sequence = 0;

export async function countedHall(
  table: Table,
  clock: MovableClock,
  { hall, days }: { readonly hall: Hall; readonly days: readonly string[] },
) {
  const desk = deskOn(table, clock);
  await desk.publish(hall, days);
  /** Counts the days anew, as after a change of their seats. */
  async function recount(): Promise<void> {
    sequence += 1;
    for (const place of hall.places)
      for (const day of days) {
        const seats = await desk.schedules.daySeats({ hall: hall.id, place: place.id }, day);
        await desk.availability.recount(seats.map((seat) => ({ seat, sequence: String(sequence) })));
      }
  }
  await recount();
  return { ...desk, recount };
}
