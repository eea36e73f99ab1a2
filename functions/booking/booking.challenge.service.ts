/**
 * Challenges (ALTCHA's protocol, nothing of it from elsewhere): signed, for one telephone or address, good for half an
 * hour and for one try. Answering costs one write unit (two after a wait), by which a second use of the same answer is refused; asking costs
 * nothing, because what was asked is signed and not stored. The library is loaded when somebody is asked.
 */
import type { Clock } from "../kit/clock.ts";
import { epochSecondsOf } from "../kit/clock.ts";
import type { Random } from "../kit/id.ts";
import { randomBelow } from "../kit/id.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Table } from "../kit/table.ts";
import type { Vault } from "../kit/vault.ts";
import type { Answer, Challenge } from "./booking.challenge.ts";
import { answerIn, VALID_SECONDS, WAIT_SECONDS, WORK } from "./booking.challenge.ts";

export interface ChallengeOptions {
  readonly table: Pick<Table, "update">;
  readonly vault: Pick<Vault, "hash">;
  readonly clock: Clock;
  readonly random: Random;
}

export type Challenges = ReturnType<typeof openChallenges>;

const library = async () => {
  const [altcha, { deriveKey }] = await Promise.all([
    import("altcha-lib"),
    import("altcha-lib/algorithms/pbkdf2"),
  ]);
  return { ...altcha, deriveKey };
};

class Used extends Error {}

export function openChallenges({ table, vault, clock, random }: ChallengeOptions) {
  const secrets = {
    hmacSignatureSecret: vault.hash("booking challenge", "signature"),
    hmacKeySignatureSecret: vault.hash("booking challenge", "key"),
  };

  async function use(name: string, until: number): Promise<boolean> {
    try {
      await table.update({
        kind: "update",
        key: { pk: keyOf("LIMIT", "answer", name), sk: "LIMIT" },
        when: { text: "attribute_not_exists(#expiresAt)" },
        otherwise: () => new Used(),
        update: { text: "SET #expiresAt = :until", values: { until } },
      });
      return true;
    } catch (error) {
      if (error instanceof Used) return false;
      throw error;
    }
  }

  /** Whether it is ours, not changed, and the work is done; without a solution only the former. */
  async function isGenuine({ challenge, solution }: Answer): Promise<boolean> {
    const { verifySolution, deriveKey } = await library();
    // The library checks the signature before it looks at a solution, and says of each what is wrong.
    const none = { counter: 0, derivedKey: "00" };
    const asked = challenge as unknown as Parameters<typeof verifySolution>[0]["challenge"];
    const result = await verifySolution({
      ...{ challenge: asked, deriveKey, ...secrets },
      solution: solution ?? none,
    });
    return solution === undefined ? result.invalidSignature === false : result.verified;
  }

  return {
    /** For whom: a keyed hash, never a telephone. */
    async ask(who: string): Promise<Challenge> {
      const { createChallenge, deriveKey } = await library();
      const now = epochSecondsOf(clock());
      const challenge = await createChallenge({
        ...{ algorithm: WORK.algorithm, cost: WORK.cost, deriveKey, ...secrets },
        counter: WORK.least + randomBelow(random, WORK.most - WORK.least),
        data: { for: who, from: now + WAIT_SECONDS, until: now + VALID_SECONDS },
      });
      return challenge as unknown as Challenge;
    },

    /** True when the answer is good for this one try. A second time, for somebody else or too late it is not. */
    async accepts(text: string | undefined, who: string): Promise<boolean> {
      const answer = answerIn(text);
      if (answer === undefined) return false;
      const now = epochSecondsOf(clock());
      const { nonce, data } = answer.challenge.parameters;
      if (data.for !== who || data.until <= now) return false;
      const hasWaited = answer.solution === undefined;
      if (hasWaited && now < data.from) return false;
      if (!(await isGenuine(answer))) return false;
      if (!(await use(nonce, data.until))) return false;
      // However many challenges somebody lets ripen at the same time, one of them counts in a minute.
      const minute = Math.floor(now / WAIT_SECONDS);
      return !hasWaited || use(`${who} ${minute}`, now + VALID_SECONDS);
    },
  };
}
