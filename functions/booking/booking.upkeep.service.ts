/** What the clock does for bookings: ends holds that ran out, finishes publishing, and publishes the days to come. */
import { addDays, dayOf } from "../calendar/calendar.ts";
import { plusSeconds } from "../kit/clock.ts";
import { openAnnouncing } from "./booking.announce.service.ts";
import { openHallDraftStore } from "./booking.hall.draft.store.ts";
import { placeOf } from "./booking.hall.ts";
import type { BookingParts } from "./booking.parts.service.ts";
import { planDay } from "./booking.plan.ts";
import type { Schedules } from "./booking.schedule.service.ts";
import { heldBefore } from "./booking.seat.ts";
import type { Bookings } from "./booking.service.ts";

const MOST_HOLDS = 200;
const MOST_DAYS = 30;
/** Who publishes is given so long before somebody else goes on with it. */
const LEFT_ALONE_SECONDS = 120;

export interface UpkeepOptions {
  readonly parts: BookingParts;
  readonly bookings: Pick<Bookings, "expire">;
  readonly schedules: Pick<Schedules, "publishDay" | "announce">;
}

export function openUpkeep({ parts, bookings, schedules }: UpkeepOptions) {
  const { halls, clock, calendar } = parts;
  const { announce, unlessOutrun } = openAnnouncing(parts, schedules);
  const drafts = openHallDraftStore(parts.table);

  /** How many holds were ended. The seats of a hold that ran out can be had before; this is for the counts of a month. */
  async function endHolds(): Promise<number> {
    const codes = await parts.bookings.lapsedHolds(heldBefore(clock()), MOST_HOLDS);
    for (const code of codes) await bookings.expire(code);
    return codes.length;
  }

  /** How many days were left before they were done, and are done now; halls whose days were not even on record first. */
  async function finishPublishing(): Promise<number> {
    const before = plusSeconds(clock(), -LEFT_ALONE_SECONDS);
    const halfway = await drafts.waiting(before, MOST_DAYS);
    for (const draft of halfway) await announce(draft);
    const left = await parts.schedules.waiting(
      // What was announced just now need not wait for another round.
      halfway.length > 0 ? plusSeconds(clock(), 1) : before,
      MOST_DAYS,
    );
    for (const { hall: id, place: placeId, day } of left) {
      const hall = await halls.find(id);
      const place = hall === undefined ? undefined : placeOf(hall, placeId);
      if (hall !== undefined && place !== undefined)
        await unlessOutrun(schedules.publishDay(hall, place, day));
    }
    return left.length;
  }

  /** How many days were published because their time has come. */
  async function publishAhead(): Promise<number> {
    const today = dayOf(clock());
    let published = 0;
    for (const hall of await halls.list()) {
      for (const place of hall.places.filter(({ publishAheadDays }) => publishAheadDays > 0)) {
        const last = addDays(today, place.publishAheadDays);
        const known = await parts.schedules.between({ hall: hall.id, place: place.id }, today, last);
        const there = new Set(known.map(({ day }) => day));
        for (let day = today; day <= last && published < MOST_DAYS; day = addDays(day, 1)) {
          if (there.has(day) || planDay(place, day, calendar).seats.length === 0) continue;
          await schedules.publishDay(hall, place, day);
          published += 1;
        }
      }
    }
    return published;
  }

  return { endHolds, finishPublishing, publishAhead };
}
export type Upkeep = ReturnType<typeof openUpkeep>;
