/** Putting the days of a hall on record as days to be published, so that they are found and finished by whoever comes by. */
import type { Day } from "../calendar/calendar.ts";
import { addDays, dayOf } from "../calendar/calendar.ts";
import { Problem } from "../kit/problem.ts";
import type { HallDraft } from "./booking.hall.draft.store.ts";
import { removeDraftWrite } from "./booking.hall.draft.store.ts";
import type { Hall, Place } from "./booking.hall.ts";
import type { BookingParts } from "./booking.parts.service.ts";
import type { Schedules } from "./booking.schedule.service.ts";
import { inBatches } from "./booking.schedule.service.ts";
import type { Schedule } from "./booking.schedule.store.ts";

/** Nothing is published further ahead. */
export const MOST_DAYS_AHEAD = 180;
const DAYS_AT_ONCE = 10;

export function openAnnouncing(
  parts: Pick<BookingParts, "table" | "clock" | "schedules">,
  schedules: Pick<Schedules, "announce">,
) {
  const today = (): Day => dayOf(parts.clock());

  /** The days of a place, from today on, that have a record. */
  const known = (hall: Hall, place: Place): Promise<readonly Schedule[]> =>
    parts.schedules.between({ hall: hall.id, place: place.id }, today(), "9999-12-31");

  /** Days of a place that publishing looks at: those that have a record, and those up to `to` that will have seats. */
  async function daysOf(hall: Hall, place: Place, to: Day): Promise<readonly Day[]> {
    const recorded = (await known(hall, place)).map(({ day }) => day);
    const ahead = Array.from({ length: MOST_DAYS_AHEAD + 1 }, (_, n) => addDays(today(), n));
    return [...new Set([...recorded, ...ahead.filter((day) => day <= to)])].toSorted();
  }

  /** Each day is put on record as waiting, and then the draft is over. Again does no harm. */
  async function announce(draft: HallDraft): Promise<void> {
    const { hall, publishing } = draft;
    if (publishing === undefined) return;
    for (const place of hall.places) {
      const days = await daysOf(hall, place, publishing.to);
      await inBatches(days, DAYS_AT_ONCE, (day) => unlessOutrun(schedules.announce(hall, place, day)));
    }
    await parts.table.commit([removeDraftWrite(draft)]);
  }

  return { announce, known, daysOf, unlessOutrun };
}

/** Two who announce or publish the same day are no harm: it waits in any case. */
async function unlessOutrun(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "schedule_changed") throw error;
  }
}
