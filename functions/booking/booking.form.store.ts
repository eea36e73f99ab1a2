/**
 * Where the form of a booking is kept while somebody fills it in: one sealed text under the hash of its id, so that the
 * table holds no key to it. What is to be booked stands in the page's address; only the person is here.
 */
import type { Instant } from "../kit/clock.ts";
import { epochSecondsOf } from "../kit/clock.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Key, Table } from "../kit/table.ts";
import type { Vault } from "../kit/vault.ts";
import type { BookingForm } from "./booking.form.ts";
import { formEnds } from "./booking.form.ts";

export type FormStore = ReturnType<typeof openFormStore>;

export function openFormStore(table: Table, vault: Vault) {
  const keyOfForm = (id: string): Key => ({
    pk: keyOf("BOOKINGFORM", vault.hash("booking form", id)),
    sk: "FORM",
  });

  return {
    /** Undefined when there is none or its time is over, whether or not the engine has removed it already. */
    async read(id: string, now: Instant): Promise<BookingForm | undefined> {
      const key = keyOfForm(id);
      const item = await table.get(key);
      if (item === undefined || String(item.until) <= now) return undefined;
      return JSON.parse(vault.open(String(item.sealed), key.pk)) as BookingForm;
    },
    /** Replaces what is there: of two tabs with two persons the last one counts. */
    async save(id: string, form: BookingForm, now: Instant): Promise<void> {
      const key = keyOfForm(id);
      const until = formEnds(now);
      const sealed = vault.seal(JSON.stringify(form), key.pk);
      await table.commit([{ kind: "put", key, item: { sealed, until, expiresAt: epochSecondsOf(until) } }]);
    },
  };
}
