/** Booking a visit: from what it is about to the code, and finding, moving and cancelling it. */
import { choosing } from "./booking.choose.ts";
import { filling } from "./booking.fill.ts";
import { keeping } from "./booking.mine.ts";
import { waitingList } from "./booking.waiting.ts";

export const booking = {
  title: "预约",
  beijing: "北京时间",
  ...choosing,
  ...filling,
  ...keeping,
  ...waitingList,
};
