/** How many came to an occasion (到场人数), as the office counted them. Pure. */
import * as v from "valibot";
import { daySchema } from "../booking/booking.time.ts";

export const attendanceSchema = v.object({
  schema: v.literal(1),
  version: v.number(),
  hall: v.string(),
  service: v.string(),
  occasion: v.string(),
  day: daySchema,
  topic: v.object({ zh: v.string(), en: v.string() }),
  people: v.number(),
  at: v.string(),
  byName: v.string(),
});
export type Attendance = v.InferOutput<typeof attendanceSchema>;

export const MOST_PEOPLE = 100_000;

/** 场次 and 人次 of what was counted. */
export const totalOf = (held: readonly Pick<Attendance, "people">[]) => ({
  sessions: held.length,
  people: held.reduce((sum, { people }) => sum + people, 0),
});
