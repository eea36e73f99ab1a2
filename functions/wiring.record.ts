/** Builds what follows from bookings by the stream, bans on paper and facts of statistics, and what hears appeals; apart from the desks of halls, because the stream needs no more. */
import { openAppeals } from "./booking/booking.appeal.service.ts";
import { openBanRecords } from "./booking/booking.ban.service.ts";
import { openBanStore } from "./booking/booking.ban.store.ts";
import type { BookingOptions } from "./booking/booking.parts.service.ts";
import { bookingPartsOf } from "./booking/booking.parts.service.ts";
import { openBookingProof } from "./booking/booking.proof.service.ts";
import { openFacts } from "./booking/booking.statistics.service.ts";
import { openFactStore } from "./booking/booking.statistics.store.ts";

export const banRecordsOf = (ground: BookingOptions) => openBanRecords(bookingPartsOf(ground));

/** What a person who is banned sees and says. */
export function appealsOf(ground: BookingOptions) {
  const { table, vault, clock } = ground;
  const parts = bookingPartsOf(ground);
  const proof = openBookingProof({ table, vault, clock });
  return openAppeals({ parts, bans: openBanStore(table), records: openBanRecords(parts), proof });
}

export const bookingFactsOf = (ground: BookingOptions) => {
  const { halls, table, calendar } = bookingPartsOf(ground);
  return openFacts({ halls, facts: openFactStore(table), calendar });
};
