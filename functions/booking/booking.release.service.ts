/**
 * The hour at which seats open: tickets for who comes before it, and how much later than the hour each person's seats
 * open. Whoever was there has a turn drawn by a seed that exists from the hour on only; a ticket holds a keyed hash of its
 * person, so a thousand tickets of one person are worth what one is. A turn is worked out and stored nowhere; of a ticket
 * only that it was given, so that its person hears so and is told their turn.
 */
import { createHmac } from "node:crypto";
import type { Day } from "../calendar/calendar.ts";
import type { Instant } from "../kit/clock.ts";
import { plusSeconds } from "../kit/clock.ts";
import { conflict } from "../kit/problem.ts";
import { codeFrom } from "./booking.code.ts";
import { identityHash, sealContact } from "./booking.draft.service.ts";
import { openLotteries } from "./booking.lottery.service.ts";
import type { BookingParts } from "./booking.parts.service.ts";
import { bookingProblems } from "./booking.problem.ts";
import type { Seed } from "./booking.release.store.ts";
import type { QueueTicket } from "./booking.release.ts";
import {
  behindAll,
  modeOf,
  queueStands,
  SHUFFLE_SECONDS,
  secondsOfTurn,
  ticketIn,
  ticketText,
  turnOf,
} from "./booking.release.ts";
import type { Site } from "./booking.seat.ts";
import type { KeptTickets, QueueEntry, Taker } from "./booking.ticket.ts";
import { entryCode } from "./booking.ticket.ts";
import type { Errand } from "./booking.visit.ts";
import { siteOf } from "./booking.visit.ts";

const PURPOSE = "queue ticket";
const MARK_CHARACTERS = 12;
/** Days whose seed a process keeps in mind. */
const MOST_KEPT = 500;

/** Who wants a seat when it opens. */
export interface Comer {
  /** Keyed hash of the identity, as its guard has it. */
  readonly identity: string;
  /** As it was given out; anything else is as good as none. */
  readonly ticket?: string | undefined;
}

export interface Turn {
  /** 0 is the first. */
  readonly turn: number;
  readonly at: Instant;
  readonly seed: string;
}

/** What anybody can work out again: HMAC-SHA256 with the seed as key, as hexadecimal digits. */
export const drawOf = (seed: string, mark: string): string =>
  createHmac("sha256", Buffer.from(seed, "hex")).update(mark).digest("hex");
const turnIn = (draw: string): number => turnOf(Number.parseInt(draw.slice(0, 8), 16));

export type Releases = ReturnType<typeof openReleases>;

type ReleaseParts = Pick<
  BookingParts,
  "vault" | "clock" | "random" | "frames" | "releases" | "lotteries" | "queued"
>;

export function openReleases(parts: ReleaseParts) {
  const { vault, clock, random, frames, releases, queued } = parts;
  const draws = openLotteries(parts);
  const seeds = new Map<string, Promise<Seed>>();

  async function readOrDraw(site: Site, day: Day): Promise<Seed> {
    const known = await releases.readSeed(site, day);
    const seed = Buffer.from(random(32)).toString("hex");
    return known ?? releases.keepSeed(site, day, { seed, drawnAt: clock() });
  }

  /** One read a process and day; only ever called after the hour. */
  function seedOf(site: Site, day: Day): Promise<Seed> {
    const name = `${site.hall} ${site.place} ${day}`;
    const known = seeds.get(name);
    if (known !== undefined) return known;
    if (seeds.size >= MOST_KEPT) seeds.clear();
    const asked = readOrDraw(site, day);
    seeds.set(name, asked);
    asked.catch(() => seeds.delete(name));
    return asked;
  }

  const markOf = ({ hall, place }: Site, day: Day, identity: string): string =>
    vault.hash(`${PURPOSE} mark`, [identity, hall, place, day].join(" ")).slice(0, MARK_CHARACTERS);

  /** The ticket, when it is one of ours for this place and day. */
  function ticketFor(site: Site, day: Day, signed: string | undefined): QueueTicket | undefined {
    const text = signed === undefined ? undefined : vault.verify(PURPOSE, signed);
    const ticket = text === undefined ? undefined : ticketIn(text);
    const isHere = ticket?.hall === site.hall && ticket.place === site.place && ticket.day === day;
    return isHere ? ticket : undefined;
  }

  async function turnAt(site: Site, day: Day, { mark, opensAt }: { mark: string; opensAt: Instant }) {
    const { seed } = await seedOf(site, day);
    const turn = turnIn(drawOf(seed, mark));
    return { turn, at: plusSeconds(opensAt, secondsOfTurn(turn)), seed } satisfies Turn;
  }

  /** How long after the hour the seats open for this person; nothing is read when it makes no difference. */
  async function shuffledLateness(
    errand: Errand,
    day: Day,
    { identity, ticket }: Comer,
    opensAt: Instant,
  ): Promise<number> {
    if (plusSeconds(opensAt, SHUFFLE_SECONDS) <= clock()) return 0;
    const site = siteOf(errand);
    const shown = ticketFor(site, day, ticket);
    const mark = markOf(site, day, identity);
    if (shown?.mark !== mark || opensAt <= shown.at) return secondsOfTurn(behindAll);
    return secondsOfTurn((await turnAt(site, day, { mark, opensAt })).turn);
  }

  return {
    /**
     * So many seconds later than for the first do the seats of a day open for this person. It goes into the condition
     * of the write that takes a seat. Raises 409 `turn_not_yet` with the instant when that is still to come, and
     * `being_drawn` until a draw is done.
     */
    async lateness(errand: Errand, day: Day, comer: Comer): Promise<number> {
      if (modeOf(errand.services) === "arrival") return 0;
      const { opensAt } = frames(errand.place, day);
      const now = clock();
      if (now < opensAt) return 0;
      if (modeOf(errand.services) === "lottery") {
        if (!(await draws.isOver(siteOf(errand), day))) throw bookingProblems.beingDrawn();
        return 0;
      }
      const late = await shuffledLateness(errand, day, comer, opensAt);
      const from = plusSeconds(opensAt, late);
      if (now < from) throw bookingProblems.turnNotYet(from, now);
      return late;
    },

    /** When lots are drawn, of a day for which one can register now or soon. */
    drawnAt(errand: Errand, day: Day): Instant | undefined {
      const { opensAt } = frames(errand.place, day);
      return modeOf(errand.services) === "lottery" && clock() < opensAt ? opensAt : undefined;
    },

    /**
     * A ticket for who is there before the hour, whoever asks and how often. Raises 409 `queue_closed`. One write unit, by
     * which its person hears of it.
     */
    async giveTicket(errand: Errand, day: Day, { party, lang }: Taker): Promise<string> {
      const identity = identityHash(vault, party.identityNumber);
      const { opensAt, closure } = frames(errand.place, day);
      const now = clock();
      if (modeOf(errand.services) !== "shuffled" || closure !== undefined) throw conflict("queue_closed");
      if (queueStands(opensAt, now) !== "open") throw conflict("queue_closed");
      const site = siteOf(errand);
      const mark = markOf(site, day, identity);
      const own = codeFrom(vault.derive("queue entry", [identity, site.hall, site.place, day].join(" ")));
      const code = entryCode({ ...site, day }, own);
      await queued.keep({
        ...{ schema: 1, code, ...site, services: errand.services.map(({ id }) => id), day, mark, at: now },
        ...{ opensAt, lang, sealed: sealContact(vault, code, party) },
      });
      return vault.sign(PURPOSE, ticketText({ ...site, day, mark, at: now }));
    },

    /** The turn of a ticket's sign; to be asked after the hour. */
    turnOf: ({ hall, place, day, mark }: QueueEntry, opensAt: Instant): Promise<Turn> =>
      turnAt({ hall, place }, day, { mark, opensAt }),

    /** The ticket of a place and day among those that a browser has kept; of a family's, the one of whom it is asked for. */
    findTicket(errand: Errand, day: Day, { kept, of }: KeptTickets): string | undefined {
      const own = of === undefined ? undefined : markOf(siteOf(errand), day, identityHash(vault, of));
      return kept.find((signed) => {
        const mark = ticketFor(siteOf(errand), day, signed)?.mark;
        return mark !== undefined && (own === undefined || mark === own);
      });
    },

    /** What the holder of a ticket is told: the sign of it, and from the hour on its turn. */
    async standing(errand: Errand, day: Day, signed: string | undefined) {
      const { opensAt } = frames(errand.place, day);
      const site = siteOf(errand);
      const shown = ticketFor(site, day, signed);
      const ticket = shown !== undefined && shown.at < opensAt ? shown : undefined;
      const behind = plusSeconds(opensAt, SHUFFLE_SECONDS);
      const isDrawn = opensAt <= clock();
      const turn =
        ticket !== undefined && isDrawn ? await turnAt(site, day, { mark: ticket.mark, opensAt }) : undefined;
      return { opensAt, behind, isDrawn, mark: ticket?.mark, turn, stands: queueStands(opensAt, clock()) };
    },
  };
}
export type QueueStanding = Awaited<ReturnType<Releases["standing"]>>;
