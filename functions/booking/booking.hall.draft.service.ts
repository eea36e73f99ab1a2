/** Writing what a hall is to be: nothing of it reaches citizens before it is published, and nothing is overwritten unseen. */
import { hallSubject } from "../audit/audit.ts";
import type { Staff } from "../identity/identity.ts";
import { byOf } from "../identity/identity.ts";
import { conflict, invalid } from "../kit/problem.ts";
import type { HallDesk } from "./booking.desk.service.ts";
import type { Edited } from "./booking.edit.change.ts";
import type { HallDraft, HallDraftStore } from "./booking.hall.draft.store.ts";
import { removeDraftWrite, saveDraftWrite } from "./booking.hall.draft.store.ts";
import type { Hall } from "./booking.hall.ts";
import type { BookingParts } from "./booking.parts.service.ts";

export interface HallDraftOptions {
  readonly parts: BookingParts;
  readonly desk: HallDesk;
  readonly drafts: HallDraftStore;
}

/** What a change starts from: the hall as it is written, and as citizens have it. */
export type Changing = (hall: Hall, published: Hall | undefined) => Edited<Hall>;

export function openHallDrafts({ parts, desk, drafts }: HallDraftOptions) {
  const { table, clock } = parts;

  /**
   * Changes what is written, or begins a draft; `seen` is the draft's version on the page, 0 for none. Raises 422 with the
   * fields that are wrong, and 409 `hall_changed` when somebody else has written or published meanwhile.
   */
  async function change(actor: Staff, id: string, seen: number, by: Changing): Promise<HallDraft> {
    const { hall, published, draft } = await desk.open(actor, "hall.write", id);
    if ((draft?.version ?? 0) !== seen) throw conflict("hall_changed");
    if (draft?.publishing !== undefined) throw conflict("hall_publishing");
    const edited = by(hall, published?.hall);
    if (!edited.ok) throw invalid(edited.errors);
    const next: HallDraft = {
      hall: edited.value,
      version: seen + 1,
      base: draft?.base ?? published?.version ?? 0,
      by: byOf(actor),
      at: clock(),
    };
    await table.commit([saveDraftWrite(next), desk.entry(actor, "hall.write", hallSubject(id))]);
    return next;
  }

  /** A new hall. Raises 422 with `id.taken` for a name in addresses that some hall has. */
  async function begin(actor: Staff, edited: Edited<Hall>): Promise<HallDraft> {
    await desk.demand(actor, "hall.write");
    if (!edited.ok) throw invalid(edited.errors);
    const { value: hall } = edited;
    const taken =
      (await parts.halls.readForChange(hall.id)) ?? (await drafts.read(actor.unit, hall.id)) !== undefined;
    if (taken) throw invalid([{ field: "id", code: "taken" }]);
    const draft: HallDraft = { hall, version: 1, base: 0, by: byOf(actor), at: clock() };
    await table.commit([saveDraftWrite(draft), desk.entry(actor, "hall.write", hallSubject(hall.id))]);
    return draft;
  }

  /** Citizens keep what they have; what was written is gone. Again does nothing. Answers whether a hall is left. */
  async function discard(actor: Staff, id: string, seen: number): Promise<boolean> {
    const { draft, published } = await desk.open(actor, "hall.write", id);
    if (draft === undefined) return true;
    if (draft.version !== seen) throw conflict("hall_changed");
    if (draft.publishing !== undefined) throw conflict("hall_publishing");
    await table.commit([removeDraftWrite(draft), desk.entry(actor, "hall.discard", hallSubject(id))]);
    return published !== undefined;
  }

  return { change, begin, discard };
}
export type HallDrafts = ReturnType<typeof openHallDrafts>;
