import type { Language } from "../view.ts";
import { booking as en } from "./en/booking.ts";
import { booking as zh } from "./zh/booking.ts";

/** Apart from the words of every page, because they are loaded with the pages of bookings alone. */
export const bookingCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
export type BookingCopy = typeof zh;
