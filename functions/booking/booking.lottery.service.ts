/** A draw as everybody may see it: what was promised before, what was drawn, and how to work it out again. */
import { createHash } from "node:crypto";
import type { Day } from "../calendar/calendar.ts";
import { Problem } from "../kit/problem.ts";
import type { Vault } from "../kit/vault.ts";
import type { Draw } from "./booking.lottery.ts";
import { LIST_CHUNK } from "./booking.lottery.ts";
import type { BookingParts } from "./booking.parts.service.ts";
import type { Site } from "./booking.seat.ts";

const SIGN_CHARACTERS = 12;
const MOST_KEPT = 500;

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** What a registration is called in public: it leads to nobody and opens nothing. */
export const signOf = (vault: Pick<Vault, "hash">, code: string): string =>
  vault.hash("lot sign", code).slice(0, SIGN_CHARACTERS);
export const seedContext = ({ hall, place, day }: Pick<Draw, "hall" | "place" | "day">): string =>
  `DRAW ${hall} ${place} ${day}`;

export type Lotteries = ReturnType<typeof openLotteries>;

type LotteryParts = Pick<BookingParts, "vault" | "clock" | "random" | "lotteries">;

export function openLotteries({ vault, clock, random, lotteries }: LotteryParts) {
  /** Days whose draw is done, or where nobody had registered when the hour came: they stay so. */
  const over = new Set<string>();
  /** Days that one can register for as far as this process has seen. */
  const opened = new Set<string>();

  return {
    read: (site: Site, day: Day): Promise<Draw | undefined> => lotteries.read(site, day),

    /** Before the first registers, the seed is drawn and promised. One read a process and day. */
    async open(site: Site, day: Day, opensAt: string): Promise<void> {
      const name = `${site.hall} ${site.place} ${day}`;
      if (opened.has(name)) return;
      if ((await lotteries.read(site, day)) === undefined) {
        const seed = Buffer.from(random(32)).toString("hex");
        const { hall, place } = site;
        const about = { hall, place, day };
        const draw: Draw = {
          ...{ schema: 1, ...about, version: 1, state: "open", opensAt, commitment: sha256(seed) },
          ...{ sealed: vault.seal(seed, seedContext(about)), count: 0, next: 0, won: 0, lost: 0 },
        };
        try {
          await lotteries.save(draw);
        } catch (error) {
          // Somebody else has promised one at the same time: theirs counts.
          if (!(error instanceof Problem && error.code === "draw_changed")) throw error;
        }
      }
      if (opened.size >= MOST_KEPT) opened.clear();
      opened.add(name);
    },

    /**
     * Whether what is left of a day is everybody's: the draw is done, or nobody registered. To be asked after the hour;
     * one read until it is over, and none after that.
     */
    async isOver(site: Site, day: Day): Promise<boolean> {
      const name = `${site.hall} ${site.place} ${day}`;
      if (over.has(name)) return true;
      const draw = await lotteries.read(site, day);
      if (draw !== undefined && draw.state !== "done") return false;
      if (over.size >= MOST_KEPT) over.clear();
      over.add(name);
      return true;
    },

    signOf: (code: string): string => signOf(vault, code),

    /** The signs of the closed list in the order drawn. One read for each two hundred. */
    async signs(draw: Draw): Promise<readonly string[]> {
      const signs: string[] = [];
      for (let from = 0; from < draw.count; from += LIST_CHUNK)
        signs.push(...(await lotteries.list(draw, from)).map((code) => signOf(vault, code)));
      return signs;
    },

    now: clock,
  };
}
