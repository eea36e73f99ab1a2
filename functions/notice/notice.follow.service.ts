/** The notices that follow from a change of a booking, put into the outbox; a change that comes twice gives one of each. */
import type { Hall } from "../booking/booking.hall.ts";
import type { Booking } from "../booking/booking.ts";
import type { Waiter } from "../booking/booking.waiting.ts";
import type { Change } from "../kit/table.stream.ts";
import type { StoredItem } from "../kit/table.ts";
import { lotNotices, noticesOf } from "./notice.booking.ts";
import type { NoticeStore } from "./notice.store.ts";

export interface FollowingOptions {
  readonly store: Pick<NoticeStore, "add">;
  readonly halls: { find(id: string): Promise<Hall | undefined> };
  /** The booking in an item of the table, if it is one. */
  readonly bookingIn: (item: StoredItem | undefined) => Booking | undefined;
  /** The entry of a waiting list or a draw, likewise. */
  readonly waiterIn: (item: StoredItem | undefined) => Waiter | undefined;
}

export interface Following {
  follow(change: Pick<Change, "before" | "after">): Promise<void>;
  /** The same for who registered for a draw. */
  followLot(change: Pick<Change, "before" | "after">): Promise<void>;
}

export function openFollowing({ store, halls, bookingIn, waiterIn }: FollowingOptions): Following {
  return {
    async follow({ before, after }) {
      const booking = bookingIn(after);
      if (booking === undefined) return;
      const hall = await halls.find(booking.hall);
      const notices = noticesOf(bookingIn(before), booking, hall?.unit ?? "");
      await Promise.all(notices.map((notice) => store.add(notice)));
    },
    async followLot({ before, after }) {
      const waiter = waiterIn(after);
      if (waiter?.lot !== "lost") return;
      const hall = await halls.find(waiter.hall);
      const notices = lotNotices(waiterIn(before), waiter, hall?.unit ?? "");
      await Promise.all(notices.map((notice) => store.add(notice)));
    },
  };
}
