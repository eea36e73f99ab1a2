/**
 * Publishing a hall by its office: what it would do, doing it in slices with progress, and going on after an end anywhere.
 * The description and the mark that its days must follow are one transaction; each day is then put on record as waiting,
 * and from there on whoever comes by finishes it: this page, another one, or the clock.
 */
import { hallSubject } from "../audit/audit.ts";
import type { Day } from "../calendar/calendar.ts";
import { addDays, dayOf } from "../calendar/calendar.ts";
import type { Staff } from "../identity/identity.ts";
import { conflict, invalid } from "../kit/problem.ts";
import { MOST_DAYS_AHEAD, openAnnouncing } from "./booking.announce.service.ts";
import type { DeskHall, HallDesk } from "./booking.desk.service.ts";
import type { HallDraft } from "./booking.hall.draft.store.ts";
import { saveDraftWrite } from "./booking.hall.draft.store.ts";
import { saveHallWrite } from "./booking.hall.store.ts";
import type { Hall, Place } from "./booking.hall.ts";
import { placeOf } from "./booking.hall.ts";
import type { BookingParts } from "./booking.parts.service.ts";
import type { Difference } from "./booking.plan.difference.ts";
import { changesToCome, differenceOf } from "./booking.plan.difference.ts";
import { planDay } from "./booking.plan.ts";
import { openReleaseOutcome } from "./booking.release.change.service.ts";
import type { Schedules } from "./booking.schedule.service.ts";
import { inBatches } from "./booking.schedule.service.ts";
import type { Schedule } from "./booking.schedule.store.ts";

const DAYS_AT_ONCE = 10;
interface Seen {
  /** Of the draft that the page has shown, 0 for none. */
  readonly version: number;
  /** Of the hall that publishing was to replace. */
  readonly base?: number;
  readonly to: Day;
}

/** Whether the button of this page has published already: pressed twice, or gone back to. Its draft is gone by then. */
const isBegunBy = ({ version, base, to }: Seen, { draft, published }: DeskHall): boolean => {
  if (version === 0) return false;
  if (draft !== undefined) return draft.publishing?.to === to && draft.version === version + 1;
  return base !== undefined && published?.version === base + 1;
};

/** A slice ends after so long, so that the page answers before anybody's patience or the function ends. */
const SLICE_MILLISECONDS = 6_000;

export interface DayDifference extends Difference {
  readonly place: string;
  readonly day: Day;
  readonly seats: number;
}

export interface PublishProgress {
  readonly days: number;
  readonly waiting: number;
  /** The days themselves are still being put on record. */
  readonly announcing: boolean;
}

export interface PublishOptions {
  readonly parts: BookingParts;
  readonly desk: HallDesk;
  readonly schedules: Schedules;
  readonly milliseconds?: () => number;
}

export function openPublishing({ parts, desk, schedules, milliseconds = Date.now }: PublishOptions) {
  const { table, clock, calendar } = parts;
  const { announce, known, daysOf, unlessOutrun } = openAnnouncing(parts, schedules);
  const outcomeOf = openReleaseOutcome(parts);
  const today = (): Day => dayOf(clock());

  /** The last day that has its seats or will have them by the clock. */
  async function lastDay(hall: Hall): Promise<Day> {
    const ends = await Promise.all(
      hall.places.map(async (place) => [
        addDays(today(), place.publishAheadDays),
        ...(await known(hall, place)).map(({ day }) => day),
      ]),
    );
    return ends.flat().toSorted().at(-1) ?? today();
  }

  /** Raises 422 for a day that is over or too far ahead. */
  function demandRange(to: Day): void {
    if (to < today()) throw invalid([{ field: "to", code: "past" }]);
    if (to > addDays(today(), MOST_DAYS_AHEAD)) throw invalid([{ field: "to", code: "far" }]);
  }

  async function dayDifference(hall: Hall, place: Place, day: Day): Promise<DayDifference> {
    const plan = planDay(place, day, calendar);
    const stored = await schedules.daySeats({ hall: hall.id, place: place.id }, day);
    const difference = differenceOf(changesToCome(plan, stored, clock()));
    return { place: place.id, day, seats: plan.seats.length, ...difference };
  }

  /** What publishing up to `to` would do to each day of each place; looks at the seats and changes nothing. */
  async function preview(actor: Staff, id: string, to?: Day) {
    const { hall, published, draft } = await desk.open(actor, "hall.read", id);
    const until = to ?? (await lastDay(hall));
    demandRange(until);
    const days: DayDifference[] = [];
    for (const place of hall.places) {
      const all = await daysOf(hall, place, until);
      await inBatches(all, DAYS_AT_ONCE, async (day) => {
        days.push(await dayDifference(hall, place, day));
      });
    }
    const order = new Map(hall.places.map((place, n) => [place.id, n]));
    const sorted = days.toSorted(
      (one, other) =>
        (order.get(one.place) ?? 0) - (order.get(other.place) ?? 0) || (one.day < other.day ? -1 : 1),
    );
    const release = await outcomeOf(published?.hall, hall);
    return { hall, published, draft, to: until, days: sorted, release };
  }

  /**
   * Publishes what is written, up to a day. Without a draft the days are published as the hall stands. Raises 409
   * `hall_changed` when what was seen is not what is written, and `slot_length_published`.
   */
  async function start(actor: Staff, id: string, seen: Seen): Promise<void> {
    const one = await desk.open(actor, "hall.write", id);
    const { hall, published, draft } = one;
    demandRange(seen.to);
    if (isBegunBy(seen, one)) return;
    if ((draft?.version ?? 0) !== seen.version) throw conflict("hall_changed");
    if (draft?.publishing !== undefined) return goOn(actor, id);
    await schedules.demandSlotLengths(hall);
    const base = draft?.base ?? published?.version ?? 0;
    const next: HallDraft = {
      hall,
      version: seen.version + 1,
      base: base + 1,
      by: draft?.by ?? { kind: "system" },
      at: clock(),
      publishing: { from: today(), to: seen.to, places: hall.places.map((place) => place.id) },
    };
    try {
      await table.commit([
        saveHallWrite(hall, base),
        saveDraftWrite(next),
        desk.entry(actor, "hall.publish", hallSubject(id)),
      ]);
    } catch (error) {
      // The other press of the same button was a moment faster.
      if (isBegunBy(seen, await desk.open(actor, "hall.write", id))) return;
      throw error;
    }
    parts.halls.forget();
    await announce(next);
    await slice(hall, milliseconds() + SLICE_MILLISECONDS);
  }

  const waitingOf = async (hall: Hall): Promise<readonly Schedule[]> =>
    (await Promise.all(hall.places.map((place) => known(hall, place))))
      .flat()
      .filter(({ state }) => state === "waiting");

  /** Publishes waiting days until the time is up. */
  async function slice(hall: Hall, untilMilliseconds: number): Promise<void> {
    for (const { place: id, day } of await waitingOf(hall)) {
      const place = placeOf(hall, id);
      if (place === undefined) continue;
      await unlessOutrun(schedules.publishDay(hall, place, day));
      if (milliseconds() >= untilMilliseconds) return;
    }
  }

  async function goOn(actor: Staff, id: string): Promise<void> {
    const { draft } = await desk.open(actor, "hall.write", id);
    if (draft?.publishing !== undefined) await announce(draft);
    const { hall } = await desk.openPublished(actor, "hall.write", id);
    await slice(hall, milliseconds() + SLICE_MILLISECONDS);
  }

  async function progress(actor: Staff, id: string): Promise<PublishProgress & { hall: Hall }> {
    const { hall, draft } = await desk.open(actor, "hall.read", id);
    const days = (await Promise.all(hall.places.map((place) => known(hall, place)))).flat();
    const waiting = days.filter(({ state }) => state === "waiting").length;
    return { hall, days: days.length, waiting, announcing: draft?.publishing !== undefined };
  }

  return { preview, start, goOn, progress };
}
export type Publishing = ReturnType<typeof openPublishing>;
