/** Putting bans on paper: each booking that led to one says so in its history, and the stream brings it here. */
import { dayOf } from "../calendar/calendar.ts";
import { maskIdentityNumber, maskName } from "../disclosure/disclosure.mask.ts";
import { Problem } from "../kit/problem.ts";
import { ownBanWrites, saveBanWrite } from "./booking.ban.store.ts";
import type { BanRecord } from "./booking.ban.ts";
import { factsOf, whoContext } from "./booking.ban.ts";
import { openParty } from "./booking.draft.service.ts";
import type { BookingParts } from "./booking.parts.service.ts";
import { rulesOn } from "./booking.rules.ts";
import type { Booking, HistoryEntry } from "./booking.ts";

type Banning = HistoryEntry & { readonly banned: string };

/** What is new in a booking's history and led to a ban. */
export const bansIn = (before: Booking | undefined, after: Booking): readonly Banning[] =>
  after.history
    .slice(before?.history.length ?? 0)
    .filter((entry): entry is Banning => entry.banned !== undefined);

export function openBanRecords(parts: Pick<BookingParts, "halls" | "bookings" | "table" | "vault">) {
  const { halls, bookings, table, vault } = parts;

  /** The ban of an entry as it stands in the guards of its person; undefined when it is gone again. */
  async function recordOf(booking: Booking, { banned: rule, at }: Banning): Promise<BanRecord | undefined> {
    const hall = await halls.find(booking.hall);
    const guards = await bookings.readGuards(booking.guards);
    const ban = guards
      .flatMap((stored) => stored?.guard.bans ?? [])
      .find((each) => each.hall === booking.hall && each.rule === rule && each.from === at);
    const penalty =
      hall && rulesOn(hall.rules, dayOf(booking.madeAt)).penalties.find(({ id }) => id === rule);
    if (ban === undefined || penalty === undefined) return undefined;
    const { name, identityNumber } = openParty(vault, booking);
    const who = { name: maskName(name), number: maskIdentityNumber(identityNumber) };
    const id = { hall: booking.hall, code: booking.code };
    return {
      schema: 1,
      version: 1,
      ...id,
      rule,
      from: at,
      until: ban.until,
      guards: [...booking.guards],
      ...factsOf(penalty),
      who: vault.seal(JSON.stringify(who), whoContext(id)),
    };
  }

  return {
    /** Again does no harm: what is on paper stays as it is. */
    async record(before: Booking | undefined, after: Booking): Promise<void> {
      for (const entry of bansIn(before, after)) {
        const ban = await recordOf(after, entry);
        if (ban === undefined) continue;
        try {
          await table.commit([saveBanWrite(ban), ...ownBanWrites(ban)]);
        } catch (error) {
          if (!(error instanceof Problem) || error.code !== "ban_changed") throw error;
        }
      }
    },
  };
}
export type BanRecords = ReturnType<typeof openBanRecords>;
