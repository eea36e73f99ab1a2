/** Filling in who a booking is for: the id that opens the form is 128 random bits and belongs in a cookie only. */
import type { Clock } from "../kit/clock.ts";
import type { Random } from "../kit/id.ts";
import { randomId } from "../kit/id.ts";
import type { FormStore } from "./booking.form.store.ts";
import type { BookingForm } from "./booking.form.ts";
import { visitName } from "./booking.form.ts";
import type { VisitWanted } from "./booking.request.ts";
import type { Party } from "./booking.ts";

export type BookingForms = ReturnType<typeof openBookingForms>;

export interface FormOptions {
  readonly store: FormStore;
  readonly clock: Clock;
  readonly random: Random;
}

export function openBookingForms({ store, clock, random }: FormOptions) {
  const read = (id: string): Promise<BookingForm | undefined> => store.read(id, clock());

  return {
    read,
    /**
     * Keeps a person and gives the id under which they are. A form that has served is not used again, because the id
     * names what is booked with it: the same visit, cancelled and wanted again, must be another booking.
     */
    async keep(id: string | undefined, person: Party): Promise<string> {
      const known = id === undefined ? undefined : await read(id);
      const isOpen = id !== undefined && known !== undefined && Object.keys(known.done).length === 0;
      const kept = isOpen ? id : randomId(random);
      await store.save(kept, { person, turn: (known?.turn ?? 0) + 1, done: {} }, clock());
      return kept;
    },
    /** Forgets the person and remembers what was booked, for whoever taps twice. */
    finish: (id: string, visit: VisitWanted, code: string): Promise<void> =>
      store.save(id, { turn: 0, done: { [visitName(visit)]: code } }, clock()),
  };
}
