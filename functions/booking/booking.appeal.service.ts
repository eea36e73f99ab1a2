/** The appeal (申诉) of somebody who is banned: they show code and telephone of a booking, see why, and say their side. */

import { conflict, invalid, notFound } from "../kit/problem.ts";
import { type BanRecords, bansIn } from "./booking.ban.service.ts";
import type { BanStore } from "./booking.ban.store.ts";
import { saveBanWrite, waitingAppealWrite } from "./booking.ban.store.ts";
import type { BanRecord, BanState } from "./booking.ban.ts";
import { appealContext, banIdIn, banIdOf, banStateOf, LEAST_APPEAL, MOST_APPEAL } from "./booking.ban.ts";
import type { Shown } from "./booking.code.ts";
import type { Hall } from "./booking.hall.ts";
import type { BookingParts } from "./booking.parts.service.ts";
import type { BookingProof } from "./booking.proof.service.ts";
import type { Booking } from "./booking.ts";

/** What a person learns of their own ban. */
export interface OwnBan {
  readonly id: string;
  readonly hall: Hall;
  readonly ban: Omit<BanRecord, "guards" | "who" | "appeal">;
  readonly state: BanState;
  readonly appealedAt: string | undefined;
}

export interface AppealOptions {
  readonly parts: BookingParts;
  readonly bans: BanStore;
  readonly records: BanRecords;
  readonly proof: BookingProof;
}

const plainProse = (raw: string): string => raw.normalize("NFC").replaceAll("\r\n", "\n").trim();

export function openAppeals({ parts, bans, records, proof }: AppealOptions) {
  const { halls, table, vault, clock } = parts;

  /** The bans of whoever made a booking, in its hall, that are not over. */
  async function recordsOf(booking: Booking): Promise<readonly BanRecord[]> {
    // What the stream has not brought yet is put on paper here.
    if (bansIn(undefined, booking).length > 0) await records.record(undefined, booking);
    return bans.own(booking.hall, booking.guards, clock());
  }

  async function find(shown: Shown, address: string): Promise<{ hall: Hall; records: readonly BanRecord[] }> {
    const booking = await proof.prove(shown, address);
    const hall = await halls.find(booking.hall);
    if (hall === undefined) throw notFound("booking_not_found");
    return { hall, records: await recordsOf(booking) };
  }

  function ownOf(hall: Hall, record: BanRecord): OwnBan {
    const { guards: _guards, who: _who, appeal, ...ban } = record;
    return { id: banIdOf(record), hall, ban, state: banStateOf(record, clock()), appealedAt: appeal?.at };
  }

  return {
    /** Raises 404 for a wrong telephone as for a missing code, and 429 after too many tries. */
    async own(shown: Shown, address: string): Promise<readonly OwnBan[]> {
      const { hall, records: found } = await find(shown, address);
      return found.map((record) => ownOf(hall, record));
    },

    /** Once for each ban; again with the same words is the same. Raises 422 for words that are too few or too many. */
    async appeal(shown: Shown, address: string, said: { id: string; text: string }): Promise<void> {
      const { records: found } = await find(shown, address);
      const id = banIdIn(said.id);
      const ban = found.find((each) => id !== undefined && banIdOf(each) === said.id);
      if (ban === undefined) throw notFound("ban_not_found");
      const text = plainProse(said.text);
      if (text.length < LEAST_APPEAL)
        throw invalid([{ field: "text", code: text === "" ? "required" : "tooShort" }]);
      if (text.length > MOST_APPEAL) throw invalid([{ field: "text", code: "tooLong" }]);
      if (ban.appeal !== undefined) {
        if (vault.open(ban.appeal.text, appealContext(ban)) === text) return;
        throw conflict("appeal_made");
      }
      if (ban.decision !== undefined) throw conflict("ban_decided");
      const next: BanRecord = {
        ...ban,
        version: ban.version + 1,
        appeal: { at: clock(), text: vault.seal(text, appealContext(ban)) },
      };
      await table.commit([saveBanWrite(next), waitingAppealWrite(next)]);
    },
  };
}
export type Appeals = ReturnType<typeof openAppeals>;
