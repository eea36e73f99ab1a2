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
  /** Why more came than there are seats. */
  reason: v.exactOptional(v.string()),
  at: v.string(),
  byName: v.string(),
});
export type Attendance = v.InferOutput<typeof attendanceSchema>;

/** No hall of a county holds more; a number above it is a slip of the hand. */
export const MOST_PEOPLE = 10_000;
export const LONGEST_REASON = 100;

/**
 * What a count needs: beyond the seats, of which whoever signed up has some, a reason, such as chairs that were added
 * (5-08: people come who have not signed up).
 */
export function countErrors(
  people: number | undefined,
  reason: string,
  { seats, signedUp }: { readonly seats: number; readonly signedUp: number },
): readonly { readonly field: "people" | "reason"; readonly code: string }[] {
  if (people === undefined || people > MOST_PEOPLE) return [{ field: "people", code: "range" }];
  if (reason.length > LONGEST_REASON) return [{ field: "reason", code: "too_long" }];
  const isBeyond = people > Math.max(seats, signedUp);
  return isBeyond && reason === "" ? [{ field: "reason", code: "beyond" }] : [];
}

/** 场次 and 人次 of what was counted. */
export const totalOf = (held: readonly Pick<Attendance, "people">[]) => ({
  sessions: held.length,
  people: held.reduce((sum, { people }) => sum + people, 0),
});
