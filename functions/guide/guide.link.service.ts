/** Whether the links of guides are alive: looked at before a guide is published, and again while citizens read it. */
import type { Clock, Instant } from "../kit/clock.ts";
import { plusSeconds } from "../kit/clock.ts";
import { reachMany } from "../kit/outbound.many.ts";
import type { Outbound, Reached } from "../kit/outbound.ts";
import type { LinkStore } from "./guide.link.store.ts";
import { addressesOf, isBroken, type LinkResult, type LinkState, MOST_LINKS } from "./guide.link.ts";
import type { EndedGuide, LiveGuide } from "./guide.record.ts";
import type { GuideStore } from "./guide.store.ts";
import type { Guide } from "./guide.ts";

export interface GuideLinkParts {
  readonly links: LinkStore;
  readonly store: Pick<GuideStore, "readManyLive">;
  readonly outbound: Outbound;
  readonly clock: Clock;
  /** Ours: that it answers says nothing of the way to other sites. */
  readonly ownOrigin: string;
}

const HOUR_SECONDS = 3600;
const DAY_SECONDS = 24 * HOUR_SECONDS;
/** A person waits for it, and the function of the office has twenty seconds. */
const AT_THE_DESK = { atOnce: 10, milliseconds: 9_000 };
const BY_THE_CLOCK = { atOnce: 20, milliseconds: 90_000 };
/** So many guides in one run: 5,000 of them are through in a day and a half. */
const PORTION = 40;

export type GuideLinks = ReturnType<typeof openGuideLinks>;

export function openGuideLinks({ links, store, outbound, clock, ownOrigin }: GuideLinkParts) {
  /** Asks what no other check has found alive within the last hour. */
  async function check(id: string, guide: Guide): Promise<readonly LinkResult[]> {
    const addresses = addressesOf(guide);
    if (addresses.length === 0) return [];
    const at = clock();
    const before = await links.read(id);
    const fresh = new Set(
      before
        .filter(({ state, checkedAt }) => state === "alive" && checkedAt > plusSeconds(at, -HOUR_SECONDS))
        .map(({ address }) => address),
    );
    const asked = addresses.filter((address) => !fresh.has(address));
    if (asked.length === 0) return before;
    const reached = await reachMany(outbound, asked, AT_THE_DESK);
    const found = asked.map((address, place) => resultOf(address, reached[place], { at, before }));
    // What citizens read may lead elsewhere than the draft, and keeps what was found of it.
    const others = before.filter(({ address }) => !asked.includes(address)).slice(0, 2 * MOST_LINKS);
    const results = [...found, ...others];
    await links.keep(id, results);
    return results;
  }

  /** Whether there is a way to other sites at all; when nobody answered, one that did before is asked. */
  async function anyAnswers(
    reached: ReadonlyMap<string, Reached | undefined>,
    at: Instant,
  ): Promise<boolean> {
    const others = [...reached].filter(([address]) => !isOwn(address));
    if (others.length === 0 || others.some(([, found]) => found?.kind === "answered")) return true;
    const known = (await links.surest(at)).find(
      ({ address, state }) => state === "alive" && !isOwn(address) && !reached.has(address),
    );
    return known !== undefined && (await outbound.reach(known.address)).kind === "answered";
  }

  /** The next portion of what citizens read. Unreachable counts against a link only when anything could be reached. */
  async function checkDue(): Promise<{ guides: number; links: number; broken: number }> {
    const at = clock();
    const ids = await links.due(at, PORTION);
    const live = (await store.readManyLive(ids)).filter(isRead);
    const earlier = await links.readMany(live.map(({ id }) => id));
    const asked = [...new Set(live.flatMap(({ guide }) => addressesOf(guide)))];
    const reached = await reachMany(outbound, asked, BY_THE_CLOCK);
    const byAddress = new Map(asked.map((address, place) => [address, reached[place]]));
    const isOnline = await anyAnswers(byAddress, at);
    let broken = 0;
    for (const [place, one] of live.entries()) {
      const before = earlier[place] ?? [];
      const results = addressesOf(one.guide).map((address) => {
        const result = resultOf(address, byAddress.get(address), { at, before });
        return result.state === "unreachable" && isOnline ? { ...result, misses: result.misses + 1 } : result;
      });
      const isWork = results.some(isBroken);
      const isWell = results.every(({ state }) => state === "alive");
      const nextAt = plusSeconds(at, isWell ? 7 * DAY_SECONDS : DAY_SECONDS);
      await links.keepChecked({ live: one, results, at, nextAt, isBroken: isWork });
      broken += isWork ? 1 : 0;
    }
    return { guides: live.length, links: asked.length, broken };
  }

  const isOwn = (address: string): boolean => new URL(address).origin === ownOrigin;

  return { check, checkDue, found: links.read };
}

const isRead = (live: LiveGuide | EndedGuide | undefined): live is LiveGuide =>
  live !== undefined && live.state !== "abolished";

function resultOf(
  address: string,
  reached: Reached | undefined,
  { at, before }: { at: Instant; before: readonly LinkResult[] },
): LinkResult {
  const state = reached === undefined ? "unreachable" : stateOf(reached);
  const known = before.find((result) => result.address === address);
  return { address, state, checkedAt: at, misses: state === "unreachable" ? (known?.misses ?? 0) : 0 };
}

/**
 * Only "not found" and "gone" are certain. Many sites of offices answer a program with 403, 405 or 412 and a browser
 * with the page; an error of the server passes.
 */
function stateOf(reached: Reached): LinkState {
  if (reached.kind === "refused") return "private";
  if (reached.kind === "failed" || reached.status >= 500) return "unreachable";
  return reached.status === 404 || reached.status === 410 ? "dead" : "alive";
}
