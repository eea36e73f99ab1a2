/** The addresses that a guide leads to, and what was found when they were last asked. */
import type { Instant } from "../kit/clock.ts";
import type { Finding } from "./guide.lint.ts";
import { isWebAddress } from "./guide.lint.ts";
import type { Guide } from "./guide.ts";

export interface GuideLink {
  readonly field: string;
  readonly address: string;
}

/**
 * `dead`: the site says that it has no such page. `private`: an address that citizens cannot reach. `unreachable`: no
 * answer, or an error that may pass; the fault may be on our side, so it stops nobody.
 */
export type LinkState = "alive" | "dead" | "private" | "unreachable";

export interface LinkResult {
  readonly address: string;
  readonly state: LinkState;
  readonly checkedAt: Instant;
  /** How many times in a row nothing was reached, while other sites could be. */
  readonly misses: number;
}

/** So many of one guide are asked; what is beyond is asked of nobody and says nothing. */
export const MOST_LINKS = 40;
/** So often in a row unreachable, it is no bad day any more but work for the owner. */
export const MOST_MISSES = 3;

/** Every web address of a guide that a citizen can tap, in the order in which it is read. */
export function linksOf(guide: Guide): readonly GuideLink[] {
  const all: readonly (readonly [field: string, address: string | undefined])[] = [
    ...guide.materials.flatMap(({ form, example }, place) => [
      [`materials.${place}.form`, form] as const,
      [`materials.${place}.example`, example] as const,
    ]),
    ["linkAddr", guide.linkAddr],
    ["mobileTerminalUrl", guide.mobileTerminalUrl],
    ["reservationAddr", guide.reservationAddr],
    ...guide.results.map(({ sample }, place) => [`results.${place}.sample`, sample] as const),
    ...guide.policies.map(({ link }, place) => [`policies.${place}.link`, link] as const),
  ];
  return all.flatMap(([field, address]) =>
    address !== undefined && isWebAddress(address) ? [{ field, address }] : [],
  );
}

export const addressesOf = (guide: Guide): readonly string[] =>
  [...new Set(linksOf(guide).map(({ address }) => address))].slice(0, MOST_LINKS);

/** What was found about the links that a guide has now. */
export function linkFindings(guide: Guide, results: readonly LinkResult[]): readonly Finding[] {
  const states = new Map(results.map(({ address, state }) => [address, state]));
  return linksOf(guide).flatMap(({ field, address }): Finding[] => {
    const state = states.get(address) ?? "alive";
    if (state === "alive") return [];
    const severity = state === "unreachable" ? "warning" : "error";
    return [{ field, code: `link.${state}`, severity }];
  });
}

/** Whether the owner must do something about what citizens read. */
export const isBroken = ({ state, misses }: LinkResult): boolean =>
  state === "dead" || state === "private" || misses >= MOST_MISSES;
