/** The signature that the gateway of one machine demands: HMAC-SHA256 in hex over `timestamp\nbody`. */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** As gateways do, against a request that is sent again later. */
const LONGEST_MILLISECONDS = 5 * 60_000;

export function isSigned(
  headers: IncomingHttpHeaders,
  body: string,
  { key, now }: { readonly key: string; readonly now: number },
): boolean {
  const timestamp = String(headers["x-timestamp"] ?? "");
  const age = Math.abs(now - Number(timestamp));
  if (!/^\d{13}$/.test(timestamp) || age > LONGEST_MILLISECONDS) return false;
  const wanted = createHmac("sha256", key).update(`${timestamp}\n${body}`).digest();
  const given = Buffer.from(String(headers["x-signature"] ?? ""), "hex");
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
