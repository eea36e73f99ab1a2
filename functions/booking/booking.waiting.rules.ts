/** How a hall offers seats that were given back to those who wait (候补). */
import * as v from "valibot";
import { timeSchema } from "./booking.time.ts";

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** How a hall offers what was given back. */
export const waitingRulesSchema = v.pipe(
  v.strictObject({
    /** How long somebody has to take what is offered, counted between `from` and `to` only, so that nobody must wake up. */
    offerMinutes: v.optional(whole(5, 24 * 60), 30),
    from: v.optional(timeSchema, "08:00"),
    to: v.optional(timeSchema, "21:00"),
  }),
  v.check(({ from, to }) => from < to, "time.order"),
);
export type WaitingRules = v.InferOutput<typeof waitingRulesSchema>;
