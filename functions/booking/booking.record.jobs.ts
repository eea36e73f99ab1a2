/** What follows from a booking by the stream: bans are put on paper, and its fact is counted. */
import type { Log } from "../kit/log.ts";
import { errorAttributes } from "../kit/log.ts";
import { openStreamBatchJob } from "../kit/table.stream.ts";
import type { BanRecords } from "./booking.ban.service.ts";
import { bansIn } from "./booking.ban.service.ts";
import type { Facts } from "./booking.statistics.service.ts";
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

export interface FactStreamServices {
  readonly counted: Facts;
  readonly log: Log;
}

/** Each change of a booking is counted; what the table forgot stays counted. */
export const factStreamJob = ({ counted, log }: FactStreamServices) =>
  openStreamBatchJob({
    wanted: ({ after }) => after?.sk === "BOOKING",
    work: async (changes) => {
      for (const { before, after } of changes) {
        const booking = bookingIn(after);
        if (booking !== undefined) await counted.count(bookingIn(before), booking);
      }
    },
    onError: (error) => log.error("booking not counted", errorAttributes(error)),
  });
