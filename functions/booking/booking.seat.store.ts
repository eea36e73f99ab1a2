/**
 * Where seats are kept: `SEAT#hall#place#day#time / LANE#003`, one small item each, so that the seats of a slot can all
 * be sold at the same time. Lanes above 50 lie in blocks of their own. Each write carries in its condition what makes it
 * right, and `SeatLost` when that does not hold.
 */
import type { Instant } from "../kit/clock.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Expression, Item, Key, StoredItem, Table, Write } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";
import type { Pool } from "./booking.hall.ts";
import type { PlannedSeat } from "./booking.plan.ts";
import type { Seat, SeatId, SeatState, Slot } from "./booking.seat.ts";
import { blockOf, laneLabel } from "./booking.seat.ts";

/** A seat was not as the write wanted it; `old` is how it stood, undefined for one that was never published. */
export class SeatLost extends Error {
  override readonly name = "SeatLost";
  readonly seat: SeatId;
  readonly old: Seat | undefined;
  constructor(seat: SeatId, old: Seat | undefined) {
    super("the seat is not as it was wanted");
    this.seat = seat;
    this.old = old;
  }
}

const seatPartition = ({ hall, place, day, time }: Slot, block: number): string =>
  keyOf("SEAT", hall, place, day, time.replace(":", ""), ...(block === 0 ? [] : [String(block)]));

export const seatKey = (seat: SeatId): Key => ({
  pk: seatPartition(seat, blockOf(seat.lane)),
  sk: keyOf("LANE", laneLabel(seat.lane)),
});

/** Which seat an item of the table is; undefined for every other item. */
export function seatIdIn({ pk, sk }: Key): SeatId | undefined {
  const [kind, hall = "", place = "", day = "", time = ""] = pk.split("#");
  if (kind !== "SEAT") return undefined;
  return { hall, place, day, time: `${time.slice(0, 2)}:${time.slice(2)}`, lane: Number(sk.slice(5)) };
}

export function seatIn(item: StoredItem | undefined): Seat | undefined {
  const id = item === undefined ? undefined : seatIdIn(item);
  if (item === undefined || id === undefined) return undefined;
  const { holder, heldUntil, shut } = item as { holder?: string; heldUntil?: Instant; shut?: boolean };
  return {
    ...id,
    state: item.state as SeatState,
    pool: item.pool as Pool,
    opensAt: item.opensAt as Instant,
    closesAt: item.closesAt as Instant,
    ...(holder === undefined ? {} : { holder }),
    ...(heldUntil === undefined ? {} : { heldUntil }),
    ...(shut === undefined ? {} : { shut }),
  };
}

/** What every write of a seat begins with. */
export const seatWrite = (seat: SeatId) => ({
  kind: "update" as const,
  key: seatKey(seat),
  otherwise: (old: StoredItem | undefined) => new SeatLost(seat, seatIn(old)),
});

/** Books a seat that is held for the code and whose hold has not run out. */
export const confirmWrite = (seat: SeatId, code: string, now: Instant): Write => ({
  ...seatWrite(seat),
  when: {
    text: "#state = :held AND #holder = :code AND #heldUntil >= :now AND attribute_not_exists(#shut)",
    values: { held: "held", code, now },
  },
  update: { text: "SET #state = :to REMOVE #heldUntil", values: { to: "booked" } },
});

/** Gives a seat of the code back, to be taken from `opensAt` on. Lost when its counter closes: then it is closed. */
export const freeWrite = (seat: SeatId, code: string, opensAt: Instant): Write => ({
  ...seatWrite(seat),
  when: { text: "#holder = :code AND attribute_not_exists(#shut)", values: { code } },
  update: {
    text: "SET #state = :to, #opensAt = :opensAt REMOVE #holder, #heldUntil",
    values: { to: "free", opensAt },
  },
});

/** Gives back a held seat as it was, because the hold ran out. */
export const lapseWrite = (seat: SeatId, code: string): Write => ({
  ...seatWrite(seat),
  when: {
    text: "#state = :held AND #holder = :code AND attribute_not_exists(#shut)",
    values: { held: "held", code },
  },
  update: { text: "SET #state = :to REMOVE #holder, #heldUntil", values: { to: "free" } },
});

/** Closes a seat of the code whose counter closes. */
export const closeReturnedWrite = (seat: SeatId, code: string): Write => ({
  ...seatWrite(seat),
  when: { text: "#holder = :code AND attribute_exists(#shut)", values: { code } },
  update: { text: "SET #state = :to REMOVE #holder, #heldUntil, #shut", values: { to: "closed" } },
});

const attributesOf = ({ pool, opensAt, closesAt }: PlannedSeat): Item => ({ pool, opensAt, closesAt });

export const createWrite = (slot: Omit<Slot, "time">, planned: PlannedSeat): Write => {
  const seat = { ...slot, time: planned.time, lane: planned.lane };
  const item = { state: "free", ...attributesOf(planned) };
  return { ...seatWrite(seat), kind: "put", item, when: isNew };
};

/** As the seat was read, and nobody has changed what matters since. */
const unchanged = ({ state, holder }: Seat): Expression =>
  holder === undefined
    ? { text: "#state = :seen AND attribute_not_exists(#holder)", values: { seen: state } }
    : { text: "#state = :seen AND #holder = :seenHolder", values: { seen: state, seenHolder: holder } };

/** Other pool or times; a closed seat is free again, and one that was to close need not. */
export const adjustWrite = (seat: Seat, planned: PlannedSeat, opensAt: Instant): Write => ({
  ...seatWrite(seat),
  when: unchanged(seat),
  update: {
    text: "SET #state = :to, #pool = :pool, #opensAt = :opensAt, #closesAt = :closesAt REMOVE #shut",
    values: {
      to: seat.state === "closed" ? "free" : seat.state,
      pool: planned.pool,
      opensAt,
      closesAt: planned.closesAt,
    },
  },
});

/** Closes a seat that nobody has. */
export const closeWrite = (seat: Seat): Write => ({
  ...seatWrite(seat),
  when: unchanged(seat),
  update: { text: "SET #state = :to REMOVE #holder, #heldUntil, #shut", values: { to: "closed" } },
});

/** Marks a seat that somebody has: it closes when it is given back. */
export const shutWrite = (seat: Seat): Write => ({
  ...seatWrite(seat),
  when: unchanged(seat),
  update: { text: "SET #shut = :yes", values: { yes: true } },
});

export interface SeatStore {
  /** The seats of a slot as they are now, by lane; `highestLane` says how many blocks there are. One request a block. */
  slot(slot: Slot, highestLane: number): Promise<readonly Seat[]>;
  /** One block of them. */
  block(slot: Slot, block: number): Promise<readonly Seat[]>;
  read(seats: readonly SeatId[]): Promise<readonly (Seat | undefined)[]>;
}

export function openSeatStore(table: Table): SeatStore {
  async function block(slot: Slot, n: number): Promise<readonly Seat[]> {
    const where = { text: "#pk = :pk", values: { pk: seatPartition(slot, n) } };
    const { items } = await table.query({ where });
    return items.flatMap((item) => seatIn(item) ?? []);
  }
  return {
    block,
    async slot(slot, highestLane) {
      const blocks = Array.from({ length: blockOf(Math.max(1, highestLane)) + 1 }, (_, n) => block(slot, n));
      return (await Promise.all(blocks)).flat();
    },
    read: async (seats) => (await table.getMany(seats.map(seatKey))).map(seatIn),
  };
}
