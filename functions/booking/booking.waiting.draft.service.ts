/** What joining a line, or registering for a draw, would write down: the entry of a person, or why there is none. */
import { plusSeconds } from "../kit/clock.ts";
import { invalid } from "../kit/problem.ts";
import type { Vault } from "../kit/vault.ts";
import { identityHash, openDrafts } from "./booking.draft.service.ts";
import { emptyGuard, refusalOf } from "./booking.guard.ts";
import { openLotteries } from "./booking.lottery.service.ts";
import { REGISTER_SECONDS } from "./booking.lottery.ts";
import { startsOn } from "./booking.nearest.service.ts";
import type { BookingParts } from "./booking.parts.service.ts";
import { bookingProblems, problemOf } from "./booking.problem.ts";
import { modeOf } from "./booking.release.ts";
import type { BookingRequest, VisitWanted } from "./booking.request.ts";
import { instantAt } from "./booking.time.ts";
import type { PlannedVisit } from "./booking.visit.ts";
import { itemsOf, siteOf } from "./booking.visit.ts";

/** What somebody waits for: as for booking, with the times at which the visit may begin instead of one. */
export interface WaitingRequest extends Pick<BookingRequest, "party" | "lang"> {
  readonly wanted: Omit<VisitWanted, "time"> & { readonly from?: string; readonly to?: string };
}

/** So many free times are named to somebody who need not wait. */
const MOST_NAMED = 5;

export function openWaitingDrafts(parts: BookingParts) {
  const { vault, clock, bookings, hints, frames } = parts;
  const { draftOf } = openDrafts(parts);
  const draws = openLotteries(parts);

  /**
   * Whether one registers for a draw now instead of waiting for what is given back. Raises 409 `slot_not_open` when it is
   * too early for either, and `being_drawn` in between.
   */
  async function isLotFor(visit: PlannedVisit, day: string, opensAt: string): Promise<boolean> {
    const now = clock();
    const isDrawn = modeOf(visit.services) === "lottery";
    const from = isDrawn ? plusSeconds(opensAt, -REGISTER_SECONDS) : opensAt;
    if (now < from) throw bookingProblems.notOpen(from, now);
    if (!isDrawn || now < opensAt) return isDrawn;
    if (!(await draws.isOver(siteOf(visit), day))) throw bookingProblems.beingDrawn();
    return false;
  }

  /** The entry that the request would make; raises what booking raises for what the hall does not have or allow. */
  async function draft({ wanted, party, lang }: WaitingRequest) {
    const { from = "00:00", to = "24:00" } = wanted;
    if (from > to) throw invalid([{ field: "to", code: "time.order" }]);
    const request: BookingRequest = {
      ...{ party, lang, pool: "public", channel: "internet", key: "waiting" },
      wanted: { ...wanted, time: from === "00:00" ? "08:00" : from },
    };
    const { visit, rules, guards } = await draftOf(request, true);
    const site = siteOf(visit);
    const { closure, opensAt } = frames(visit.place, wanted.day);
    const now = clock();
    if (closure !== undefined) throw bookingProblems.dayClosed(closure, []);
    const isLot = await isLotFor(visit, wanted.day, opensAt);
    if (instantAt(wanted.day, to) <= now) throw bookingProblems.over([]);
    const known = await bookings.readGuards(guards);
    const items = itemsOf(visit.services);
    const asked = { code: "", hall: site.hall, day: wanted.day, items, until: now };
    for (const stored of known) {
      const refusal = refusalOf(stored?.guard ?? emptyGuard, asked, { rules, now });
      if (refusal !== undefined) throw problemOf(refusal);
    }
    if (isLot) await draws.open(site, wanted.day, opensAt);
    const hint = isLot ? undefined : await hints.readDay(site, wanted.day);
    const starts = hint === undefined ? [] : startsOn(hint, visit, { day: wanted.day, pool: "public", now });
    const there = starts.filter(({ time, free }) => from <= time && time <= to && free >= visit.party);
    if (there.length > 0) throw bookingProblems.stillFree(there.slice(0, MOST_NAMED));
    const services = visit.services.map(({ id }) => id);
    // One lot a person and group of services, as they may have one booking of it.
    const about = isLot ? ["lot", ...visit.services.map(({ group }) => group).toSorted()] : services;
    const owner = `${identityHash(vault, party.identityNumber)} ${[site.hall, site.place, wanted.day, about].join(" ")}`;
    const entry = {
      ...(isLot ? { lot: "open" as const } : {}),
      ...site,
      services,
      party: visit.party,
      day: wanted.day,
      from,
      to,
      lang,
      guards: [...guards],
    };
    return {
      entry,
      visit,
      hint,
      owner: vault.hash("waiting owner", owner),
      said: saidOf(vault, [entry, party]),
    };
  }

  return draft;
}

const saidOf = (vault: Vault, what: unknown): string => vault.hash("waiting said", JSON.stringify(what));
