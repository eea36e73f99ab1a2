import type { booking as zh } from "../zh/booking.ts";
import { choosing } from "./booking.choose.ts";
import { filling } from "./booking.fill.ts";
import { keeping } from "./booking.mine.ts";
import { waitingList } from "./booking.waiting.ts";

export const booking: typeof zh = {
  title: "Bookings",
  beijing: "Beijing time",
  ...choosing,
  ...filling,
  ...keeping,
  ...waitingList,
};
