/**
 * Limits per telephone and per address. Most people try once, so a process counts the first few itself and a booking stays
 * one request; who goes on is counted for all processes, one write unit a try, in `LIMIT#kind#hash#window / LIMIT`. Who
 * tries often answers a challenge with each try, and who is over the limit is told so from memory until the window ends. The
 * keys hold keyed hashes and no personal data.
 */
import type { Clock } from "../kit/clock.ts";
import { Problem, tooMany } from "../kit/problem.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Table } from "../kit/table.ts";
import type { Vault } from "../kit/vault.ts";
import type { Challenges } from "./booking.challenge.service.ts";
import { WAIT_SECONDS } from "./booking.challenge.ts";
import type { LimitKind, LimitRules } from "./booking.limit.ts";
import { bookingLimits, secondsLeft, windowAt } from "./booking.limit.ts";

export interface LimitOptions {
  readonly table: Pick<Table, "update">;
  readonly vault: Pick<Vault, "hash">;
  readonly clock: Clock;
  /** Left out where nobody is asked for an answer. */
  readonly challenges?: Pick<Challenges, "ask" | "accepts">;
}

/** Who tries. */
export interface Trying {
  readonly phone: string;
  readonly address: string;
  /** What they answer to the challenge that they were given. */
  readonly answer?: string | undefined;
}

interface Counted {
  readonly endsAt: number;
  own: number;
  /** As many as there were in all when the shared count was last asked. */
  total: number;
  /** Of these, so many are in the shared count. */
  shared: number;
  isOver: boolean;
}

const MOST_KEPT = 10_000;

export type Limits = ReturnType<typeof openLimits>;

export function openLimits(options: LimitOptions, rules: LimitRules = bookingLimits) {
  const { table, vault, clock, challenges } = options;
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

  /** The hash of who must answer first; undefined for who need not. */
  async function takeOne(kind: LimitKind, value: string): Promise<string | undefined> {
    const limit = rules.limits[kind];
    const window = windowAt(limit, clock());
    const hash = vault.hash(`${rules.name} limit ${kind}`, value);
    const known = counted.get(`${kind} ${hash}`);
    const mine =
      known?.endsAt === window.endsAt
        ? known
        : { endsAt: window.endsAt, own: 0, total: 0, shared: 0, isOver: false };
    if (counted.size >= MOST_KEPT) counted.clear();
    counted.set(`${kind} ${hash}`, mine);
    mine.own += 1;
    if (!mine.isOver && mine.own > limit.unshared) {
      const count = mine.own - mine.shared;
      // Said before it is done, so that tries at the same moment are not counted twice.
      mine.shared = mine.own;
      mine.total = await add(kind, hash, { count, endsAt: window.endsAt });
      mine.isOver = mine.total > limit.most;
    }
    if (mine.isOver) throw tooMany(secondsLeft(window, clock()), rules.code);
    return mine.total > (limit.free ?? limit.most) ? hash : undefined;
  }

  return {
    /**
     * Counts a try. Who tries often is asked for an answer to a challenge, 429 `proof_required`; who goes on all the same
     * is refused with the seconds to wait, 429 with the code of the rules (`too_many_bookings`), for the address first.
     */
    async take({ phone, address, answer }: Trying): Promise<void> {
      const asked = [await takeOne("address", address), await takeOne("phone", phone)];
      const who = asked.flatMap((hash) => hash ?? []).join(" ");
      if (who === "" || challenges === undefined || (await challenges.accepts(answer, who))) return;
      throw new Problem(429, "proof_required", {
        members: { challenge: await challenges.ask(who) },
        retryAfterSeconds: WAIT_SECONDS,
      });
    },
  };
}
