import { randomBytes } from "node:crypto";

/** A source of random bytes; an argument wherever chance is needed, so that a test can foresee it. */
export type Random = (sizeBytes: number) => Uint8Array;

export const systemRandom: Random = (sizeBytes) => randomBytes(sizeBytes);

/** 128 random bits as 22 URL-safe characters: unguessable, so it may serve as a capability. */
export const randomId = (random: Random): string => Buffer.from(random(16)).toString("base64url");

/** A whole number in `[0, limit)`, for `limit` up to 2^32; the bias is below 2^-16 for limits below 65,536. */
export function randomBelow(random: Random, limit: number): number {
  const value = Buffer.from(random(6)).readUIntBE(0, 6);
  return value % limit;
}
