/** Bans at the office's desk: who is banned and why, what they say to it, keeping or lifting with a reason. */
import { hallSubject } from "../audit/audit.ts";
import { dayOf } from "../calendar/calendar.ts";
import type { Staff } from "../identity/identity.ts";
import type { Instant } from "../kit/clock.ts";
import { busy, conflict, invalid, notFound, Problem } from "../kit/problem.ts";
import type { Write } from "../kit/table.ts";
import type { BanStore } from "./booking.ban.store.ts";
import { decidedAppealWrite, saveBanWrite } from "./booking.ban.store.ts";
import type { BanRecord, BanState, Masked } from "./booking.ban.ts";
import { absolved, appealContext, banIdIn, banIdOf, banStateOf, whoContext } from "./booking.ban.ts";
import type { HallDesk } from "./booking.desk.service.ts";
import type { Hall } from "./booking.hall.ts";
import type { BookingParts } from "./booking.parts.service.ts";
import { rulesOn } from "./booking.rules.ts";
import { GuardStood, guardWrite } from "./booking.store.ts";
import type { Booking } from "./booking.ts";

const PAGE = 50;
const MOST_APPEALS = 100;
const MOST_ROUNDS = 5;
const MOST_REASON = 500;

export interface BanCard extends Masked {
  readonly id: string;
  readonly ban: BanRecord;
  readonly state: BanState;
  readonly appeal: "none" | "waiting" | "decided";
}

export interface BanOptions {
  readonly parts: BookingParts;
  readonly desk: HallDesk;
  readonly bans: BanStore;
  /** The notice of what was decided, to go into its transaction. */
  readonly tell: (booking: Booking, decided: Decided, unit: string) => Write;
}

type Decided = NonNullable<BanRecord["decision"]>;

export interface Decision {
  readonly outcome: "kept" | "lifted" | undefined;
  readonly reason: string;
  /** The version that was seen. */
  readonly version: number;
}

export function openBanDesk({ parts, desk, bans, tell }: BanOptions) {
  const { table, vault, clock } = parts;

  const cardOf = (ban: BanRecord): BanCard => ({
    ...(JSON.parse(vault.open(ban.who, whoContext(ban))) as Masked),
    id: banIdOf(ban),
    ban,
    state: banStateOf(ban, clock()),
    appeal: ban.appeal === undefined ? "none" : ban.decision === undefined ? "waiting" : "decided",
  });

  /** A page of the bans in force, soonest over first; on the first page those whose appeal waits as well. */
  async function list(actor: Staff, id: string, cursor?: string) {
    const { hall } = await desk.openPublished(actor, "hall.read", id);
    const from: Instant = cursor ?? clock();
    const [page, appealed] = await Promise.all([
      bans.after(id, from, PAGE),
      cursor === undefined ? bans.appealed(id, MOST_APPEALS) : [],
    ]);
    const inForce = page.bans.map(cardOf).filter(({ state }) => state === "in_force");
    return { hall, waiting: appealed.map(cardOf), inForce, next: page.next };
  }

  async function find(hall: Hall, id: string): Promise<BanRecord> {
    const key = banIdIn(id);
    const ban = key && (await bans.read({ hall: hall.id, ...key }));
    if (ban === undefined) throw notFound("ban_not_found");
    return ban;
  }

  async function read(actor: Staff, hallId: string, id: string) {
    const { hall } = await desk.openPublished(actor, "hall.read", hallId);
    const ban = await find(hall, id);
    const said = ban.appeal && vault.open(ban.appeal.text, appealContext(ban));
    return { hall, card: cardOf(ban), said };
  }

  /** The guards of the person without the ban; each rests on what was read. */
  async function liftWrites(hall: Hall, ban: BanRecord): Promise<readonly Write[]> {
    const now = clock();
    const rules = rulesOn(hall.rules, dayOf(now));
    const stored = await parts.bookings.readGuards(ban.guards);
    return ban.guards.flatMap((hash, n): Write[] => {
      const before = stored[n];
      return before === undefined
        ? []
        : [guardWrite(hash, absolved(before.guard, ban), { before, rules, now })];
    });
  }

  /** Who appealed is told, and who may book again; a booking that was forgotten has no address any more. */
  async function toldWrites(
    hall: Hall,
    { code, appeal }: BanRecord,
    decided: Decided,
  ): Promise<readonly Write[]> {
    if (appeal === undefined && decided.outcome === "kept") return [];
    const booking = await parts.bookings.read(code);
    return booking === undefined ? [] : [tell(booking, decided, hall.unit)];
  }

  function checked({ outcome, reason }: Decision): { outcome: "kept" | "lifted"; reason: string } {
    const text = reason.trim();
    const errors = [
      ...(outcome === undefined ? [{ field: "outcome", code: "choose" }] : []),
      ...(text === "" ? [{ field: "reason", code: "required" }] : []),
      ...(text.length > MOST_REASON ? [{ field: "reason", code: "tooLong" }] : []),
    ];
    if (errors.length > 0 || outcome === undefined) throw invalid(errors);
    return { outcome, reason: text };
  }

  /**
   * Keeps or lifts a ban, once. Lifting takes it from the guards in the same transaction, so that whoever reads that it
   * is lifted can book. Raises 422 without a reason, 409 `ban_changed` and `ban_decided`.
   */
  async function decide(actor: Staff, hallId: string, id: string, decision: Decision): Promise<void> {
    const { hall } = await desk.openPublished(actor, "hall.decide_ban", hallId);
    const { outcome, reason } = checked(decision);
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const ban = await find(hall, id);
      // The same person has said the same: the button was pressed twice, and nothing more is to be done.
      if (
        ban.decision?.byName === actor.name &&
        ban.decision.outcome === outcome &&
        ban.decision.reason === reason
      )
        return;
      if (ban.decision !== undefined) throw conflict("ban_decided");
      if (ban.version !== decision.version) throw conflict("ban_changed");
      const decided = { outcome, reason, at: clock(), byName: actor.name };
      const next: BanRecord = { ...ban, version: ban.version + 1, decision: decided };
      try {
        await table.commit([
          saveBanWrite(next),
          ...(outcome === "lifted" ? await liftWrites(hall, ban) : []),
          ...(ban.appeal === undefined ? [] : [decidedAppealWrite(ban)]),
          ...(await toldWrites(hall, ban, decided)),
          desk.entry(actor, outcome === "lifted" ? "hall.lift_ban" : "hall.keep_ban", hallSubject(hallId)),
        ]);
        return;
      } catch (error) {
        // They have booked or cancelled meanwhile, so the guard has to be read again.
        const isOutrun = error instanceof Problem && error.code === "ban_changed";
        if (!(error instanceof GuardStood) && !isOutrun) throw error;
      }
    }
    throw busy();
  }

  return { list, read, decide };
}
export type BanDesk = ReturnType<typeof openBanDesk>;
