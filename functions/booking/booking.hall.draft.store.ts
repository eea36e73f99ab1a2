/**
 * What an office has written of a hall and not yet published: `HALLDRAFT#unit / HALL#id`, so that a unit's drafts are one
 * query. While its days are being announced it waits in the index byWork, so that an end in between is mended.
 */
import * as v from "valibot";
import type { Day } from "../calendar/calendar.ts";
import type { By } from "../identity/identity.ts";
import type { Instant } from "../kit/clock.ts";
import { conflict } from "../kit/problem.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Key, StoredItem, Table, Write } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";
import type { Hall } from "./booking.hall.ts";
import { hallSchema } from "./booking.hall.ts";

export interface HallDraft {
  readonly hall: Hall;
  readonly version: number;
  /** Version of the published hall that it was written from; 0 for a hall that is new. */
  readonly base: number;
  readonly by: By;
  readonly at: Instant;
  /** The description is published, and the days of these places up to this one are being put on record. */
  readonly publishing?: { readonly from: Day; readonly to: Day; readonly places: readonly string[] };
}

export interface HallDraftStore {
  read(unit: string, hall: string): Promise<HallDraft | undefined>;
  list(unit: string): Promise<readonly HallDraft[]>;
  /** Drafts whose publishing was left before its days were on record. */
  waiting(before: Instant, limit: number): Promise<readonly HallDraft[]>;
}

const WORK = "announce";
const partition = (unit: string): string => keyOf("HALLDRAFT", unit);
const draftKey = ({ unit, id }: Pick<Hall, "unit" | "id">): Key => ({
  pk: partition(unit),
  sk: keyOf("HALL", id),
});

function draftIn(item: StoredItem | undefined): HallDraft | undefined {
  if (item === undefined) return undefined;
  const draft = item.draft as HallDraft;
  return { ...draft, hall: v.parse(hallSchema, draft.hall) };
}

/** Raises 409 `hall_changed` unless the draft has the version before this one; the first has 1. */
export const saveDraftWrite = (draft: HallDraft): Write => ({
  kind: "put",
  key: draftKey(draft.hall),
  item: {
    draft,
    version: draft.version,
    ...(draft.publishing === undefined ? {} : { work: WORK, workAt: draft.at }),
  },
  when: draft.version === 1 ? isNew : { text: "#version = :before", values: { before: draft.version - 1 } },
  otherwise: () => conflict("hall_changed"),
});

/** Raises 409 `hall_changed` when somebody has written in it meanwhile. */
export const removeDraftWrite = ({ hall, version }: HallDraft): Write => ({
  kind: "delete",
  key: draftKey(hall),
  when: { text: "attribute_not_exists(#pk) OR #version = :seen", values: { seen: version } },
  otherwise: () => conflict("hall_changed"),
});

export const openHallDraftStore = (table: Table): HallDraftStore => ({
  read: async (unit, id) => draftIn(await table.get(draftKey({ unit, id }))),
  async list(unit) {
    const where = { text: "#pk = :pk", values: { pk: partition(unit) } };
    return (await table.query({ where })).items.flatMap((item) => draftIn(item) ?? []);
  },
  async waiting(before, limit) {
    const where = { text: "#work = :work AND #workAt < :before", values: { work: WORK, before } };
    const { items } = await table.query({ index: "byWork", where, limit });
    const found = await table.getMany(items.map(({ pk, sk }) => ({ pk, sk })));
    return found.flatMap((item) => draftIn(item) ?? []);
  },
});
