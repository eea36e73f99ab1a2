/** Filling in who a booking is for: the id that opens the form is 128 random bits and belongs in a cookie only. */
import type { Clock } from "../kit/clock.ts";
import type { Random } from "../kit/id.ts";
import { randomId } from "../kit/id.ts";
import type { FormStore } from "./booking.form.store.ts";
import type { BookingForm } from "./booking.form.ts";
import { flowFrom, visitName } from "./booking.form.ts";
import type { VisitWanted } from "./booking.request.ts";
import type { Party } from "./booking.ts";

export type BookingForms = ReturnType<typeof openBookingForms>;

export interface FormOptions {
  readonly store: FormStore;
  readonly clock: Clock;
  readonly random: Random;
}

export function openBookingForms({ store, clock, random }: FormOptions) {
  return {
    /** The form, for a page of its own flow. */
    async read(id: string, flow: string): Promise<BookingForm | undefined> {
      const form = await store.read(id, clock());
      return form?.flow === flow ? form : undefined;
    },
    /** A name for a filling-in that begins. */
    begin: (): string => flowFrom(randomId(random)),
    /**
     * Keeps a person and gives the id under which they are. A form of another flow, which may be another person's, and one
     * that has served are not used again: the id names what is booked with it, and the same visit, cancelled and wanted
     * again, must be another booking.
     */
    async keep(id: string | undefined, flow: string, person: Party): Promise<string> {
      const found = id === undefined ? undefined : await store.read(id, clock());
      const known = found?.flow === flow ? found : undefined;
      const isOpen = id !== undefined && known !== undefined && Object.keys(known.done).length === 0;
      const kept = isOpen ? id : randomId(random);
      await store.save(kept, { flow, person, turn: (known?.turn ?? 0) + 1, done: {} }, clock());
      return kept;
    },
    /** Forgets the person and remembers what was booked, for whoever taps twice. */
    finish: (
      { id, flow }: { readonly id: string; readonly flow: string },
      visit: VisitWanted,
      code: string,
    ) => store.save(id, { flow, turn: 0, done: { [visitName(visit)]: code } }, clock()),
  };
}
