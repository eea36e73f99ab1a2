/** Where a request comes from, as API Gateway saw it; headers that a caller could write are never asked. */
import type { Context } from "hono";

interface GatewayBindings {
  readonly requestContext?: { readonly http?: { readonly sourceIp?: string } };
}

/**
 * The caller's address, for counting tries; `unknown` outside of API Gateway. An IPv6 address is cut to its first
 * 64 bits, because one connection has all of the addresses behind them.
 */
export function addressOf(context: Context): string {
  const address = (context.env as GatewayBindings | undefined)?.requestContext?.http?.sourceIp;
  return address === undefined ? "unknown" : networkOf(address);
}

export function networkOf(address: string): string {
  if (!address.includes(":") || address.includes(".")) return address;
  const [before = "", after] = address.toLowerCase().split("::");
  const head = before.split(":").filter(Boolean);
  const tail = (after ?? "").split(":").filter(Boolean);
  const zeros = after === undefined ? 0 : 8 - head.length - tail.length;
  const groups = [...head, ...Array.from({ length: Math.max(0, zeros) }, () => "0"), ...tail];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}
