/** What is asked of somebody who tries often: a little work of their machine, or a minute of waiting. Pure. */
import * as v from "valibot";

/**
 * PBKDF2 with so many rounds, up to so many times: about a second on a desk and a few on an old phone. Nobody sees it, so
 * it is the same for whoever sees nothing.
 */
export const WORK = { algorithm: "PBKDF2/SHA-256", cost: 1000, least: 1000, most: 3000 } as const;
/** Whoever's browser runs no scripts waits instead, once a minute for a telephone or address. */
export const WAIT_SECONDS = 60;
/** How long a challenge can be answered. */
export const VALID_SECONDS = 30 * 60;

const parameters = v.looseObject({
  nonce: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  data: v.object({
    /** Who was asked, as a keyed hash. */
    for: v.string(),
    /** Seconds since 1970. */
    from: v.number(),
    until: v.number(),
  }),
});
const answerSchema = v.object({
  challenge: v.object({ parameters, signature: v.string() }),
  /** Left out by who has waited. */
  solution: v.exactOptional(v.object({ counter: v.number(), derivedKey: v.string() })),
});
export type Answer = v.InferOutput<typeof answerSchema>;
export type Challenge = Answer["challenge"];

/** More than this is no answer. */
const MOST_CHARACTERS = 4000;

/** The answer as ALTCHA's programs send it: JSON in base 64. Undefined for anything else. */
export function answerIn(text: string | undefined): Answer | undefined {
  if (text === undefined || text === "" || text.length > MOST_CHARACTERS) return undefined;
  try {
    const read = v.safeParse(answerSchema, JSON.parse(Buffer.from(text, "base64").toString("utf8")));
    return read.success ? read.output : undefined;
  } catch {
    return undefined;
  }
}

/** The same for what is given out. */
export const challengeText = (challenge: Challenge): string =>
  Buffer.from(JSON.stringify({ challenge })).toString("base64");
