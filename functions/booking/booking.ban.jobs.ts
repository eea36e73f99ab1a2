/** Bans are put on paper by the stream, from the history of the booking that led to them. */
import type { Log } from "../kit/log.ts";
import { errorAttributes } from "../kit/log.ts";
import { openStreamBatchJob } from "../kit/table.stream.ts";
import type { BanRecords } from "./booking.ban.service.ts";
import { bansIn } from "./booking.ban.service.ts";
import { bookingIn } from "./booking.store.ts";

export interface BanStreamServices {
  readonly records: BanRecords;
  readonly log: Log;
}

export const banStreamJob = ({ records, log }: BanStreamServices) =>
  openStreamBatchJob({
    wanted: ({ before, after }) => {
      const booking = bookingIn(after);
      return booking !== undefined && bansIn(bookingIn(before), booking).length > 0;
    },
    work: async (changes) => {
      for (const { before, after } of changes) {
        const booking = bookingIn(after);
        if (booking !== undefined) await records.record(bookingIn(before), booking);
      }
    },
    onError: (error) => log.error("ban not put on paper", errorAttributes(error)),
  });
