/**
 * Where the chance of a release is kept: `RELEASE#hall#place#day / SEED`, drawn once by whoever needs it first after the
 * hour and never written again, so that everybody can be shown afterwards why they came when.
 */
import type { Day } from "../calendar/calendar.ts";
import { addDays, startOfDay } from "../calendar/calendar.ts";
import type { Instant } from "../kit/clock.ts";
import { epochSecondsOf } from "../kit/clock.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Key, StoredItem, Table } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";
import type { Site } from "./booking.seat.ts";

export interface Seed {
  /** 32 bytes as hexadecimal digits. */
  readonly seed: string;
  readonly drawnAt: Instant;
}

/** For whoever asks how it was drawn. */
const RETENTION_DAYS = 180;

export const releaseKey = ({ hall, place }: Site, day: Day, part: string): Key => ({
  pk: keyOf("RELEASE", hall, place, day),
  sk: part,
});
export const releaseExpiry = (day: Day): number => epochSecondsOf(startOfDay(addDays(day, RETENTION_DAYS)));

class SeedStood extends Error {
  readonly old: StoredItem | undefined;
  constructor(old: StoredItem | undefined) {
    super("the seed is drawn");
    this.old = old;
  }
}

const seedIn = (item: StoredItem | undefined): Seed | undefined =>
  item === undefined ? undefined : { seed: String(item.seed), drawnAt: String(item.drawnAt) };

export type ReleaseStore = ReturnType<typeof openReleaseStore>;

export function openReleaseStore(table: Pick<Table, "get" | "commit">) {
  return {
    /** One read of one unit. */
    readSeed: async (site: Site, day: Day): Promise<Seed | undefined> =>
      seedIn(await table.get(releaseKey(site, day, "SEED"))),
    /** The first one counts, whoever draws another at the same time. One write unit, once a place and day. */
    async keepSeed(site: Site, day: Day, drawn: Seed): Promise<Seed> {
      try {
        await table.commit([
          {
            kind: "put",
            key: releaseKey(site, day, "SEED"),
            item: { ...drawn, expiresAt: releaseExpiry(day) },
            when: isNew,
            otherwise: (old) => new SeedStood(old),
          },
        ]);
        return drawn;
      } catch (error) {
        const standing = error instanceof SeedStood ? seedIn(error.old) : undefined;
        if (standing === undefined) throw error;
        return standing;
      }
    },
  };
}
