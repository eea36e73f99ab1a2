/** Where halls are kept, all in one partition, so that listing them is one query: `HALL#all / HALL#id`. */
import * as v from "valibot";
import { conflict } from "../kit/problem.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Key, StoredItem, Table, Write } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";
import type { Hall } from "./booking.hall.ts";
import { hallSchema } from "./booking.hall.ts";

const hallPartition = (): string => keyOf("HALL", "all");
const hallKey = (id: string): Key => ({ pk: hallPartition(), sk: keyOf("HALL", id) });

export interface StoredHall {
  readonly hall: Hall;
  readonly version: number;
}

export interface HallStore {
  list(): Promise<readonly StoredHall[]>;
  /** Raises 409 `hall_changed` unless the hall still has the version that was seen; 0 for a new one. */
  save(hall: Hall, seenVersion: number): Promise<StoredHall>;
}

/** The next version of a hall; raises 409 `hall_changed` unless it has the version that was seen, 0 for a new one. */
export const saveHallWrite = (hall: Hall, seenVersion: number): Write => ({
  kind: "put",
  key: hallKey(hall.id),
  item: { hall, version: seenVersion + 1 },
  when: seenVersion === 0 ? isNew : { text: "#version = :seen", values: { seen: seenVersion } },
  otherwise: () => conflict("hall_changed"),
});

const hallIn = (item: StoredItem): StoredHall => ({
  hall: v.parse(hallSchema, item.hall),
  version: item.version as number,
});

export const openHallStore = (table: Table): HallStore => ({
  async list() {
    const halls: StoredHall[] = [];
    let after: StoredItem | undefined;
    do {
      const where = { text: "#pk = :pk", values: { pk: hallPartition() } };
      const page = await table.query({ where, ...(after === undefined ? {} : { after }) });
      halls.push(...page.items.map(hallIn));
      after = page.next as StoredItem | undefined;
    } while (after !== undefined);
    return halls;
  },
  async save(hall, seenVersion) {
    await table.commit([saveHallWrite(hall, seenVersion)]);
    return { hall, version: seenVersion + 1 };
  },
});
