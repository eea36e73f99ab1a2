/** The ground of the office's side of halls (大厅管理): who may do what to which hall, and what goes on record of it. */

import type { AuditStore } from "../audit/audit.store.ts";
import { hallSubject, officeSubject } from "../audit/audit.ts";
import { denial, type Permission } from "../identity/access.ts";
import type { Staff } from "../identity/identity.ts";
import { byOf } from "../identity/identity.ts";
import { forbidden, notFound } from "../kit/problem.ts";
import type { Write } from "../kit/table.ts";
import type { HallDraft, HallDraftStore } from "./booking.hall.draft.store.ts";
import type { StoredHall } from "./booking.hall.store.ts";
import type { Hall } from "./booking.hall.ts";
import type { BookingParts } from "./booking.parts.service.ts";

export type HallPermission = Extract<Permission, `hall.${string}`>;

/** A hall as its office sees it: what citizens have now, and what is written and not yet published. */
export interface DeskHall {
  readonly hall: Hall;
  readonly published: StoredHall | undefined;
  readonly draft: HallDraft | undefined;
}

export interface DeskOptions {
  readonly parts: BookingParts;
  readonly drafts: HallDraftStore;
  readonly audit: AuditStore;
}

export function openHallDesk({ parts, drafts, audit }: DeskOptions) {
  const { halls, clock } = parts;

  /** Refuses on record. */
  async function demand(actor: Staff, permission: HallPermission, hall?: Pick<Hall, "id" | "unit">) {
    const unit = hall?.unit ?? actor.unit;
    const reason = denial(actor, permission, { unit });
    if (reason === undefined) return;
    const subject = hall === undefined ? officeSubject(unit) : hallSubject(hall.id);
    const about = { at: clock(), by: byOf(actor), action: permission, subject };
    await audit.record({ ...about, result: "refused", reason });
    throw forbidden(reason);
  }

  /** That something was done, to go into its transaction. */
  const entry = (actor: Staff, action: string, subject: string): Write =>
    audit.write({ at: clock(), by: byOf(actor), action, subject, result: "done" });

  /** Raises 404 for a hall that nobody has, 403 for one that is not theirs. */
  async function open(actor: Staff, permission: HallPermission, id: string): Promise<DeskHall> {
    const published = await halls.readForChange(id);
    // A hall that is only a draft is its unit's own.
    const draft = await drafts.read(published?.hall.unit ?? actor.unit, id);
    const hall = draft?.hall ?? published?.hall;
    if (hall === undefined) {
      await demand(actor, permission);
      throw notFound("hall_not_found");
    }
    await demand(actor, permission, hall);
    return { hall, published, draft };
  }

  /** The published hall, for what is done with its seats and bookings. */
  async function openPublished(actor: Staff, permission: HallPermission, id: string): Promise<StoredHall> {
    const { published } = await open(actor, permission, id);
    if (published === undefined) throw notFound("hall_not_found");
    return published;
  }

  /** The halls of the actor's unit, new ones last. */
  async function list(actor: Staff): Promise<readonly DeskHall[]> {
    await demand(actor, "hall.read");
    halls.forget();
    const [all, written] = await Promise.all([halls.list(), drafts.list(actor.unit)]);
    const draftOf = (id: string) => written.find((draft) => draft.hall.id === id);
    const own = all.filter(({ unit }) => unit === actor.unit);
    const known = own.map((hall): DeskHall => {
      const draft = draftOf(hall.id);
      return { hall: draft?.hall ?? hall, published: { hall, version: 0 }, draft };
    });
    const fresh = written
      .filter(({ hall }) => !own.some(({ id }) => id === hall.id))
      .map((draft): DeskHall => ({ hall: draft.hall, published: undefined, draft }));
    return [...known, ...fresh];
  }

  return { demand, entry, open, openPublished, list };
}
export type HallDesk = ReturnType<typeof openHallDesk>;
