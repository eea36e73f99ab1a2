/**
 * Limits per telephone and per address. Most people try once, so a process counts the first few itself and a booking stays
 * one request; who goes on is counted for all processes, one write unit a try, in `LIMIT#kind#hash#window / LIMIT`. Who is
 * over the limit is told so from memory until the window ends. The keys hold keyed hashes and no personal data.
 */
import type { Clock } from "../kit/clock.ts";
import { tooMany } from "../kit/problem.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Table } from "../kit/table.ts";
import type { Vault } from "../kit/vault.ts";
import type { LimitKind, LimitRules } from "./booking.limit.ts";
import { bookingLimits, secondsLeft, windowAt } from "./booking.limit.ts";

export interface LimitOptions {
  readonly table: Pick<Table, "update">;
  readonly vault: Pick<Vault, "hash">;
  readonly clock: Clock;
}

/** Who tries. */
export interface Trying {
  readonly phone: string;
  readonly address: string;
}

interface Counted {
  readonly endsAt: number;
  own: number;
  /** Of these, so many are in the shared count. */
  shared: number;
  isOver: boolean;
}

const MOST_KEPT = 10_000;

export type Limits = ReturnType<typeof openLimits>;

export function openLimits({ table, vault, clock }: LimitOptions, rules: LimitRules = bookingLimits) {
  const counted = new Map<string, Counted>();

  async function add(kind: LimitKind, name: string, { count, endsAt }: { count: number; endsAt: number }) {
    const item = await table.update({
      kind: "update",
      key: { pk: keyOf("LIMIT", kind, name, String(endsAt)), sk: "LIMIT" },
      update: {
        text: "SET #expiresAt = :expiresAt ADD #count :count",
        values: { expiresAt: endsAt, count },
      },
    });
    return Number(item.count);
  }

  async function takeOne(kind: LimitKind, value: string): Promise<void> {
    const limit = rules.limits[kind];
    const window = windowAt(limit, clock());
    const hash = vault.hash(`${rules.name} limit ${kind}`, value);
    const known = counted.get(`${kind} ${hash}`);
    const mine =
      known?.endsAt === window.endsAt ? known : { endsAt: window.endsAt, own: 0, shared: 0, isOver: false };
    if (counted.size >= MOST_KEPT) counted.clear();
    counted.set(`${kind} ${hash}`, mine);
    mine.own += 1;
    if (!mine.isOver && mine.own > limit.unshared) {
      const count = mine.own - mine.shared;
      // Said before it is done, so that tries at the same moment are not counted twice.
      mine.shared = mine.own;
      mine.isOver = (await add(kind, hash, { count, endsAt: window.endsAt })) > limit.most;
    }
    if (mine.isOver) throw tooMany(secondsLeft(window, clock()), rules.code);
  }

  return {
    /** Counts a try. Raises 429 with the code of the rules (`too_many_bookings`) with the seconds to wait, for the address first. */
    async take({ phone, address }: Trying): Promise<void> {
      await takeOne("address", address);
      await takeOne("phone", phone);
    },
  };
}
