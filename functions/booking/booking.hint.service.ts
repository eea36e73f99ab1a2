/** Free times at a glance: a month by one small read, a day by one; and counting them anew after seats have changed. */
import type { Day } from "../calendar/calendar.ts";
import type { Hall, Pool } from "./booking.hall.ts";
import type { MonthDay } from "./booking.hint.month.ts";
import { countsOf, monthDayOf } from "./booking.hint.month.ts";
import type { CountedBlock } from "./booking.hint.store.ts";
import { hintOf, packSlot, type Sequence, sequenceOf } from "./booking.hint.ts";
import { startsOn } from "./booking.nearest.service.ts";
import type { BookingParts } from "./booking.parts.service.ts";
import type { Alternative } from "./booking.problem.ts";
import { inBatches } from "./booking.schedule.service.ts";
import type { SeatId, Slot } from "./booking.seat.ts";
import { blockOf } from "./booking.seat.ts";
import type { Errand } from "./booking.visit.ts";
import { siteOf } from "./booking.visit.ts";

const BLOCKS_AT_ONCE = 8;

/** A seat that has changed, and where in the stream. */
export interface DirtySeat {
  readonly seat: SeatId;
  /** As the stream gives it. */
  readonly sequence: string;
}

interface DirtyBlock extends Slot {
  readonly block: number;
  readonly sequence: Sequence;
}

/** Each block of a slot once, with the newest change of it; by day. */
function blocksOf(dirty: readonly DirtySeat[]): ReadonlyMap<string, readonly DirtyBlock[]> {
  const blocks = new Map<string, DirtyBlock>();
  for (const { seat, sequence: number } of dirty) {
    const { hall, place, day, time, lane } = seat;
    const block = blockOf(lane);
    const sequence = sequenceOf(number);
    const name = [hall, place, day, time, block].join(" ");
    const known = blocks.get(name);
    if (known === undefined || known.sequence < sequence)
      blocks.set(name, { hall, place, day, time, block, sequence });
  }
  return Map.groupBy(blocks.values(), ({ hall, place, day }) => [hall, place, day].join(" "));
}

export function openAvailability({ halls, seats, hints, board, clock, calendar }: BookingParts) {
  const placeIn = (hall: Hall | undefined, id: string) => {
    const place = hall?.places.find((each) => each.id === id);
    return hall === undefined || place === undefined ? undefined : { hall, place };
  };
  /** A place that was published a moment ago is not in what is kept of its hall yet, and its seats change only once. */
  const siteNow = async ({ hall, place }: Slot) =>
    placeIn(await halls.find(hall), place) ?? placeIn((await halls.readForChange(hall))?.hall, place);

  async function recountDay(blocks: readonly DirtyBlock[]): Promise<void> {
    const [first] = blocks;
    const site = first === undefined ? undefined : await siteNow(first);
    if (first === undefined || site === undefined) return;
    const { hall, place } = site;
    const counted: CountedBlock[] = [];
    await inBatches(blocks, BLOCKS_AT_ONCE, async (block) => {
      const hint = hintOf(await seats.block(block, block.block));
      if (hint === undefined) return;
      const { time, sequence } = block;
      counted.push({ time, block: block.block, sequence, packed: packSlot(hint, sequence) });
    });
    if (counted.length === 0) return;
    const day = await hints.saveDay(first, first.day, counted);
    const counts = countsOf(day.slots, { hall, place, day: first.day, now: clock(), calendar });
    await hints.saveMonth(first, first.day, counts, day.version);
  }

  return {
    /** How each day of a month (`2026-11`) stands for an errand of one service. One read of half a unit. */
    async month({ hall, place, services }: Errand, month: string): Promise<readonly MonthDay[]> {
      const now = clock();
      const [service] = services;
      if (service === undefined) return [];
      const days = await hints.readMonth(siteOf({ hall, place }), month);
      return [...days].map(([day, counts]) => monthDayOf(day, counts, { service, now }));
    },
    /** When an errand can begin on a day and for how many at a time, full times included. One read of half a unit. */
    async day(errand: Errand, day: Day, pool: Pool): Promise<readonly Alternative[]> {
      const site = siteOf(errand);
      const hint = await hints.readDay(site, day);
      board.learnDay(site, day, hint);
      return hint === undefined ? [] : startsOn(hint, errand, { day, pool, now: clock() });
    },
    /** Counts what has changed, each slot once however often it did. Again does no harm. */
    async recount(dirty: readonly DirtySeat[]): Promise<void> {
      for (const blocks of blocksOf(dirty).values()) await recountDay(blocks);
    },
  };
}
export type Availability = ReturnType<typeof openAvailability>;
