/** Who answers challenges in tests: as a browser's script would, or by waiting. */
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { openChallenges } from "../../functions/booking/booking.challenge.service.ts";
import type { Challenge } from "../../functions/booking/booking.challenge.ts";
import { challengeText } from "../../functions/booking/booking.challenge.ts";
import { openLimits } from "../../functions/booking/booking.limit.service.ts";
import type { Clock } from "../../functions/kit/clock.ts";
import type { Table } from "../../functions/kit/table.ts";
import { seededRandom, testVault } from "../support/world.ts";

export const challengesOn = (table: Pick<Table, "update">, clock: Clock) =>
  openChallenges({ table, vault: testVault(), clock, random: seededRandom("challenges") });

/** As a function of its own has them. */
export const limitsOn = (table: Pick<Table, "update">, clock: Clock) =>
  openLimits({ table, vault: testVault(), clock, challenges: challengesOn(table, clock) });

const text = (answer: unknown): string => Buffer.from(JSON.stringify(answer)).toString("base64");

export async function solved(challenge: Challenge): Promise<string> {
  const asked = challenge as unknown as Parameters<typeof solveChallenge>[0]["challenge"];
  const solution = await solveChallenge({ challenge: asked, deriveKey });
  if (solution === null) throw new Error("a challenge has a solution");
  const { counter, derivedKey } = solution;
  return text({ challenge, solution: { counter, derivedKey } });
}
export const waited = (challenge: Challenge): string => challengeText(challenge);
export const changed = (challenge: Challenge, data: object): Challenge => ({
  ...challenge,
  parameters: { ...challenge.parameters, data: { ...challenge.parameters.data, ...data } },
});
export const withSolution = (challenge: Challenge, solution: object): string => text({ challenge, solution });
export const challengeIn = (error: { readonly members?: Readonly<Record<string, unknown>> | undefined }) =>
  error.members?.challenge as Challenge;
