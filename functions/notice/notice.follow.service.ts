/** The notices that follow from a change of a booking, put into the outbox; a change that comes twice gives one of each. */
import type { Hall } from "../booking/booking.hall.ts";
import type { QueueEntry } from "../booking/booking.ticket.ts";
import type { Booking } from "../booking/booking.ts";
import type { Waiter } from "../booking/booking.waiting.ts";
import type { Change } from "../kit/table.stream.ts";
import type { StoredItem } from "../kit/table.ts";
import { isOffer, lotNotices, noticesOf } from "./notice.booking.ts";
import { queueNotices } from "./notice.queue.ts";
import type { NoticeStore } from "./notice.store.ts";
import type { Notice } from "./notice.ts";

export interface FollowingOptions {
  readonly store: Pick<NoticeStore, "add">;
  readonly halls: { find(id: string): Promise<Hall | undefined> };
  /** The booking in an item of the table, if it is one. */
  readonly bookingIn: (item: StoredItem | undefined) => Booking | undefined;
  /** The entry of a waiting list or a draw, likewise. */
  readonly waiterIn: (item: StoredItem | undefined) => Waiter | undefined;
  /** A queue ticket, likewise. */
  readonly queueEntryIn: (item: StoredItem | undefined) => QueueEntry | undefined;
  /** What an offer answers has its entry under the same code. */
  readonly waiters: { read(code: string): Promise<Waiter | undefined> };
}

export interface Following {
  follow(change: Pick<Change, "before" | "after">): Promise<void>;
  /** The same for who registers for a draw. */
  followLot(change: Pick<Change, "before" | "after">): Promise<void>;
  /** The same for who takes a queue ticket. */
  followTicket(change: Pick<Change, "after">): Promise<void>;
}

export function openFollowing(options: FollowingOptions): Following {
  const { store, halls, bookingIn, waiterIn, queueEntryIn, waiters } = options;
  const put = (notices: readonly Notice[]) => Promise.all(notices.map((notice) => store.add(notice)));
  const unitOf = async (hall: string) => (await halls.find(hall))?.unit ?? "";

  return {
    async follow({ before, after }) {
      const booking = bookingIn(after);
      if (booking === undefined) return;
      const was = bookingIn(before);
      const isDrawn =
        was === undefined && isOffer(booking) && (await waiters.read(booking.code))?.lot === "open";
      await put(noticesOf(was, booking, { unit: await unitOf(booking.hall), isDrawn }));
    },
    async followLot({ before, after }) {
      const waiter = waiterIn(after);
      if (waiter?.lot === undefined) return;
      await put(lotNotices(waiterIn(before), waiter, await unitOf(waiter.hall)));
    },
    async followTicket({ after }) {
      const entry = queueEntryIn(after);
      if (entry !== undefined) await put(queueNotices(entry, await unitOf(entry.hall)));
    },
  };
}
