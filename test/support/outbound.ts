/** The other sites of a test: every address answers, but for those that are told otherwise. */
import type { Outbound, Reached } from "../../functions/kit/outbound.ts";

export interface Sites extends Outbound {
  /** From now on this address answers so. */
  set(address: string, reached: Reached): void;
  /** What was asked, in its order. */
  readonly asked: string[];
}

export function openSites(): Sites {
  const told = new Map<string, Reached>();
  const asked: string[] = [];
  return {
    asked,
    set: (address, reached) => void told.set(address, reached),
    reach: async (address) => {
      asked.push(address);
      return told.get(address) ?? { kind: "answered", status: 200 };
    },
  };
}

export const notFound: Reached = { kind: "answered", status: 404 };
export const offline: Reached = { kind: "failed", why: "network" };
