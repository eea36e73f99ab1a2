/** A queue ticket (排队签) as it is kept: what it is for, and where its turn is told to. Who holds it is not in it. */
import * as v from "valibot";
import { daySchema } from "./booking.time.ts";
import type { Party } from "./booking.ts";

export const queueEntrySchema = v.object({
  schema: v.literal(1),
  /** Hall, place, day and a code of its own: names it in the outbox, and opens nothing. */
  code: v.string(),
  hall: v.string(),
  place: v.string(),
  services: v.array(v.string()),
  day: daySchema,
  /** The sign that is drawn with. */
  mark: v.string(),
  at: v.string(),
  /** When the order was to be drawn, as the ticket was given. */
  opensAt: v.string(),
  lang: v.picklist(["zh", "en"]),
  /** Telephone and mail, as in a booking. */
  sealed: v.string(),
});
export type QueueEntry = v.InferOutput<typeof queueEntrySchema>;

type Named = Pick<QueueEntry, "hall" | "place" | "day">;

/** None of the parts has a dot in it. */
export const entryCode = ({ hall, place, day }: Named, own: string): string =>
  [hall, place, day, own].join(".");
export function partsOfEntryCode(code: string): Named & { readonly own: string } {
  const [hall = "", place = "", day = "", own = ""] = code.split(".");
  return { hall, place, day, own };
}

/** Who takes a ticket, and the language in which they are told. */
export interface Taker {
  readonly party: Pick<Party, "identityNumber" | "phone" | "email">;
  readonly lang: QueueEntry["lang"];
}

/** Tickets of one browser, and the identity number of whose is wanted. */
export interface KeptTickets {
  readonly kept: readonly string[];
  readonly of?: string;
}
