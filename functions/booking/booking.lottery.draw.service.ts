/**
 * Drawing (摇号) by the clock. The list is closed and put in its order first; then each in turn is offered the first time
 * that suits them, as a hold with a time limit, in the transaction in which the waiting list offers, or stays in line for
 * the day in the order drawn. Whoever dies over it leaves all or nothing of each person; the next run goes on.
 */

import { millisecondsOf, plusSeconds } from "../kit/clock.ts";
import { Problem } from "../kit/problem.ts";
import { chooseSeats } from "./booking.choice.ts";
import { highestLaneOf, placeOf } from "./booking.hall.ts";
import { seedContext, sha256, signOf } from "./booking.lottery.service.ts";
import type { Draw } from "./booking.lottery.ts";
import { GRACE_SECONDS, inOrder, listText } from "./booking.lottery.ts";
import type { BookingParts } from "./booking.parts.service.ts";
import { LONGEST_REST_SECONDS } from "./booking.plan.difference.ts";
import { planDay } from "./booking.plan.ts";
import { drawOf } from "./booking.release.service.ts";
import type { Seat } from "./booking.seat.ts";
import type { PlannedVisit } from "./booking.visit.ts";
import { errandOf, visitAt } from "./booking.visit.ts";
import { openOffers } from "./booking.waiting.offer.service.ts";
import { loseWrites, WaiterGone } from "./booking.waiting.store.ts";
import { isOfferable, offerUntil, type Waiter } from "./booking.waiting.ts";

const BATCH = 25;
const MOST_DRAWS = 20;
/** What is not done by then is left to the next run, so that the other work of the clock is not kept waiting. */
const LONGEST_MILLISECONDS = 150_000;
/** How long before it is due a draw is waited for. */
const SOON_SECONDS = 30;

export interface DrawOptions {
  readonly parts: BookingParts;
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

/** The seats of the day that nobody has, by time, as far as this run knows. */
type Free = Map<string, Map<number, Seat>>;

export type Draws = ReturnType<typeof openDraws>;

export function openDraws({ parts, sleep = pause }: DrawOptions) {
  const { table, vault, clock, halls, seats, waiting, lotteries, calendar } = parts;
  const offers = openOffers(parts);

  /** Closes the list: its order is worked out, kept, and the seed told. Again before that was told gives a list anew. */
  async function close(draw: Draw): Promise<Draw> {
    const codes = await waiting.lots(draw);
    const lots = codes.map((code) => ({ code, sign: signOf(vault, code) }));
    const seed = vault.open(draw.sealed, seedContext(draw));
    const digest = sha256(listText(lots.map(({ sign }) => sign)));
    const next: Draw = {
      ...draw,
      ...{ version: draw.version + 1, state: "drawing", seed, digest, count: lots.length },
    };
    await lotteries.keepList(
      next,
      inOrder(lots, (sign) => drawOf(seed, `${digest} ${sign}`)),
    );
    return lotteries.save(next);
  }

  async function freeSeats(draw: Draw): Promise<Free> {
    const hall = await halls.find(draw.hall);
    const place = hall === undefined ? undefined : placeOf(hall, draw.place);
    if (place === undefined) return new Map();
    const now = clock();
    const at = { now, restsUntil: plusSeconds(now, LONGEST_REST_SECONDS) };
    const times = [...new Set(planDay(place, draw.day, calendar).seats.map(({ time }) => time))];
    const free: Free = new Map();
    for (const time of times) {
      const there = await seats.slot({ ...draw, time }, highestLaneOf(place));
      const lanes = there.filter((seat) => isOfferable(seat, at)).map((seat) => [seat.lane, seat] as const);
      if (lanes.length > 0) free.set(time, new Map(lanes));
    }
    return free;
  }

  function chosenIn(free: Free, { steps, party }: PlannedVisit): readonly Seat[] | undefined {
    const isFree = ({ time, lane }: { time: string; lane: number }) => free.get(time)?.has(lane) === true;
    const chosen = chooseSeats({ steps, party, start: 0, isFree });
    return chosen?.flatMap(({ time, lane }) => free.get(time)?.get(lane) ?? []);
  }

  /** Offers the first time that suits; false when there is none. Seats that turn out to be taken are forgotten. */
  async function give(waiter: Waiter, free: Free): Promise<boolean> {
    const hall = await halls.find(waiter.hall);
    const errand = hall === undefined ? undefined : errandOf(hall, waiter);
    if (hall === undefined || errand === undefined || !errand.ok) return false;
    for (const time of [...free.keys()].toSorted()) {
      if (time < waiter.from || waiter.to < time) continue;
      const visit = visitAt(errand.value, { day: waiter.day, time });
      let found = visit.ok ? chosenIn(free, visit.value) : undefined;
      while (visit.ok && found !== undefined) {
        const closesAt = found.map((seat) => seat.closesAt).toSorted()[0] ?? "";
        const until = offerUntil(hall.waiting, clock(), closesAt);
        if (until === undefined) break;
        const chosen = found.map((seat) => ({ time: seat.time, lane: seat.lane }));
        const outcome = await offers.give({ waiter, hall, visit: visit.value, chosen, until });
        if (outcome === "person") return false;
        for (const seat of found) free.get(seat.time)?.delete(seat.lane);
        if (outcome === "given") return true;
        found = chosenIn(free, visit.value);
      }
    }
    return false;
  }

  /** Whoever was not drawn stays in line for the day, in the order drawn and before all who join later. */
  async function lose(waiter: Waiter, rank: number): Promise<boolean> {
    const { opensAt } = parts.frames(await placeFor(waiter), waiter.day);
    try {
      const joinedAt = new Date(millisecondsOf(opensAt) + rank).toISOString();
      await table.commit(loseWrites(waiter, joinedAt));
      return true;
    } catch (error) {
      // Another run was here first, or they have left.
      if (error instanceof WaiterGone) return false;
      throw error;
    }
  }

  async function placeFor({ hall: id, place: placeId }: Waiter) {
    const hall = await halls.find(id);
    const place = hall === undefined ? undefined : placeOf(hall, placeId);
    if (place === undefined) throw new Error("a hall that was drawn for has gone");
    return place;
  }

  async function settle(codes: readonly string[], from: number, free: Free) {
    const counts = { won: 0, lost: 0 };
    const found = await waiting.readMany(codes);
    for (const [n, waiter] of found.entries()) {
      // Left meanwhile, or settled by a run that died before it said so.
      if (waiter === undefined || waiter.state !== "waiting" || waiter.lot !== "open") continue;
      if (await give(waiter, free)) counts.won += 1;
      else {
        const [fresh] = await waiting.readMany([waiter.code]);
        const isOpen = fresh?.state === "waiting" && fresh.lot === "open";
        if (isOpen && (await lose(fresh, from + n))) counts.lost += 1;
      }
    }
    return counts;
  }

  /** One draw as far as time allows; how many people were settled. */
  async function carryOn(begun: Draw, isLate: () => boolean): Promise<number> {
    let draw = begun.state === "open" ? await close(begun) : begun;
    const free = await freeSeats(draw);
    let settled = 0;
    while (draw.next < draw.count && !isLate()) {
      const codes = (await lotteries.list(draw, draw.next)).slice(0, BATCH);
      if (codes.length === 0) throw new Error("the closed list of a draw is not whole");
      const { won, lost } = await settle(codes, draw.next, free);
      const counts = { won: draw.won + won, lost: draw.lost + lost };
      draw = await lotteries.save({
        ...draw,
        ...{ version: draw.version + 1, next: draw.next + codes.length, ...counts },
      });
      settled += won + lost;
    }
    if (draw.next < draw.count) return settled;
    // Who registered at the very hour and came in after the list was closed stands behind all of it.
    const after = await waiting.lots(draw);
    for (const [n, waiter] of (await readAll(after)).entries())
      if (waiter?.lot === "open" && waiter.state === "waiting") await lose(waiter, draw.count + n);
    await lotteries.save({ ...draw, version: draw.version + 1, state: "done", doneAt: clock() });
    return settled;
  }

  async function readAll(codes: readonly string[]) {
    const all: (Waiter | undefined)[] = [];
    for (let from = 0; from < codes.length; from += 100)
      all.push(...(await waiting.readMany(codes.slice(from, from + 100))));
    return all;
  }

  return {
    /** Draws what is due, and waits for what is due in a moment. How many people know now where they are. */
    async drawDue(): Promise<number> {
      const started = millisecondsOf(clock());
      const isLate = () => millisecondsOf(clock()) - started > LONGEST_MILLISECONDS;
      let settled = 0;
      for (const draw of await lotteries.due(plusSeconds(clock(), SOON_SECONDS), MOST_DRAWS)) {
        const left = millisecondsOf(plusSeconds(draw.opensAt, GRACE_SECONDS)) - millisecondsOf(clock());
        if (left > 0) await sleep(left);
        try {
          settled += await carryOn(draw, isLate);
        } catch (error) {
          // Another run goes on with it.
          if (!(error instanceof Problem && error.code === "draw_changed")) throw error;
        }
      }
      return settled;
    },
  };
}

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));
