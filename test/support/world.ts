/** The arguments that tests hold still: a clock that moves when told, chance that can be foreseen, a vault. */
import { createHash } from "node:crypto";
import type { Clock, Instant } from "../../functions/kit/clock.ts";
import { plusSeconds } from "../../functions/kit/clock.ts";
import type { Random } from "../../functions/kit/id.ts";
import type { Vault } from "../../functions/kit/vault.ts";
import { openVault } from "../../functions/kit/vault.ts";

export interface MovableClock {
  readonly now: Clock;
  pass(seconds: number): void;
  set(instant: Instant): void;
}

export function clockAt(start: Instant): MovableClock {
  let instant = start;
  return {
    now: () => instant,
    pass: (seconds) => {
      instant = plusSeconds(instant, seconds);
    },
    set: (next) => {
      instant = next;
    },
  };
}

/** Bytes that differ at each call and are the same in every run. */
export function seededRandom(seed: string): Random {
  let calls = 0;
  return (sizeBytes) => {
    calls += 1;
    const hash = createHash("shake256", { outputLength: sizeBytes });
    return hash.update(`${seed} ${calls}`).digest();
  };
}

export function testVault(seed = "vault"): Vault {
  const keys = new Map([["1", new Uint8Array(32).fill(7)]]);
  return openVault({ current: "1", keys }, seededRandom(seed));
}
