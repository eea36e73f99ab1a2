/**
 * Where a draw is kept, beside the other chance of its day: `RELEASE#hall#place#day / DRAW`, and the closed list in its
 * drawn order under `LIST#digest#000`, which no second closing can overwrite. It waits in the index byWork until it is done.
 */
import * as v from "valibot";
import type { Day } from "../calendar/calendar.ts";
import type { Instant } from "../kit/clock.ts";
import { conflict } from "../kit/problem.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { StoredItem, Table } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";
import type { Draw, Lot } from "./booking.lottery.ts";
import { drawSchema, LIST_CHUNK } from "./booking.lottery.ts";
import { releaseExpiry, releaseKey } from "./booking.release.store.ts";
import type { Site } from "./booking.seat.ts";

const WORK = "draw";
const SIGN_WIDTH = 3;

const drawIn = (item: StoredItem | undefined): Draw | undefined =>
  item === undefined ? undefined : v.parse(drawSchema, item.draw);

const chunkKey = (draw: Draw, n: number) =>
  releaseKey(draw, draw.day, keyOf("LIST", draw.digest ?? "", String(n).padStart(SIGN_WIDTH, "0")));

export type LotteryStore = ReturnType<typeof openLotteryStore>;

export function openLotteryStore(table: Pick<Table, "get" | "getMany" | "query" | "commit">) {
  return {
    read: async (site: Site, day: Day): Promise<Draw | undefined> =>
      drawIn(await table.get(releaseKey(site, day, "DRAW"))),
    /** Puts the next version. Raises 409 `draw_changed` when somebody else was first. */
    async save(draw: Draw): Promise<Draw> {
      const waiting = draw.state === "done" ? {} : { work: WORK, workAt: draw.opensAt };
      await table.commit([
        {
          kind: "put",
          key: releaseKey(draw, draw.day, "DRAW"),
          item: { draw, version: draw.version, expiresAt: releaseExpiry(draw.day), ...waiting },
          when:
            draw.version === 1 ? isNew : { text: "#version = :before", values: { before: draw.version - 1 } },
          otherwise: () => conflict("draw_changed"),
        },
      ]);
      return draw;
    },
    /** Draws whose hour has come by then and that are not done, the oldest first. */
    async due(by: Instant, limit: number): Promise<readonly Draw[]> {
      const where = { text: "#work = :work AND #workAt <= :by", values: { work: WORK, by } };
      const { items } = await table.query({ index: "byWork", where, limit });
      const found = await table.getMany(items.map(({ pk, sk }) => ({ pk, sk })));
      return found.flatMap((item) => drawIn(item) ?? []);
    },
    /** Again gives the same: the digest in the key names the list, and the seed its order. */
    async keepList(draw: Draw, lots: readonly Lot[]): Promise<void> {
      for (let n = 0; n * LIST_CHUNK < lots.length; n += 1) {
        const codes = lots.slice(n * LIST_CHUNK, (n + 1) * LIST_CHUNK).map(({ code }) => code);
        const item = { codes, expiresAt: releaseExpiry(draw.day) };
        await table.commit([{ kind: "put", key: chunkKey(draw, n), item }]);
      }
    },
    /** Codes of the closed list from `from` on, no further than the end of the item that they lie in. */
    async list(draw: Draw, from: number): Promise<readonly string[]> {
      const item = await table.get(chunkKey(draw, Math.floor(from / LIST_CHUNK)));
      return ((item?.codes ?? []) as string[]).slice(from % LIST_CHUNK);
    },
  };
}
