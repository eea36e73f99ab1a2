import type { Language } from "../view.ts";
import { bookingProblem as en } from "./en/booking.problem.ts";
import { bookingProblem as zh } from "./zh/booking.problem.ts";

/** The words of what keeps a booking from being made, loaded with the pages and routes of bookings. */
export const bookingProblemCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
