/** The notices that follow from a change of a booking, put into the outbox; a change that comes twice gives one of each. */
import type { Hall } from "../booking/booking.hall.ts";
import type { Booking } from "../booking/booking.ts";
import type { Change } from "../kit/table.stream.ts";
import type { StoredItem } from "../kit/table.ts";
import { noticesOf } from "./notice.booking.ts";
import type { NoticeStore } from "./notice.store.ts";

export interface FollowingOptions {
  readonly store: Pick<NoticeStore, "add">;
  readonly halls: { find(id: string): Promise<Hall | undefined> };
  /** The booking in an item of the table, if it is one. */
  readonly bookingIn: (item: StoredItem | undefined) => Booking | undefined;
}

export interface Following {
  follow(change: Pick<Change, "before" | "after">): Promise<void>;
}

export function openFollowing({ store, halls, bookingIn }: FollowingOptions): Following {
  return {
    async follow({ before, after }) {
      const booking = bookingIn(after);
      if (booking === undefined) return;
      const hall = await halls.find(booking.hall);
      const notices = noticesOf(bookingIn(before), booking, hall?.unit ?? "");
      await Promise.all(notices.map((notice) => store.add(notice)));
    },
  };
}
