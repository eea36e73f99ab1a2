import { openAuditStore } from "../../../functions/audit/audit.store.ts";
import type { Guides } from "../../../functions/guide/guide.service.ts";
import { type GuideStore, openGuideStore } from "../../../functions/guide/guide.store.ts";
import { openStaffStore, type StaffStore } from "../../../functions/identity/identity.staff.store.ts";
import { systemClock } from "../../../functions/kit/clock.ts";
import { systemRandom } from "../../../functions/kit/id.ts";
import { openTable } from "../../../functions/kit/table.ts";
import { guidesOf } from "../../../functions/wiring.guide.ts";
import { type Environment, findTable, unitsOf } from "../table.ts";

/** The guides of one table, wherever it is. */
export interface Place {
  readonly guides: Guides;
  readonly store: GuideStore;
  readonly staff: StaffStore;
  /** Codes of the government's units, the first one first. */
  readonly units: readonly string[];
  readonly publicOrigin: string;
  close(): Promise<void>;
}

/** Takes the table that the environment names, else the running stack's, else the one in the folder. */
export async function openPlace(environment: Environment): Promise<Place> {
  const found = await findTable(environment);
  const table = openTable({ client: found.documents, name: found.name });
  return {
    guides: guidesOf({
      table,
      audit: openAuditStore(table, systemRandom),
      clock: systemClock,
      config: found,
    }),
    store: openGuideStore(table),
    staff: openStaffStore(table),
    units: unitsOf(environment),
    publicOrigin: found.publicOrigin,
    close: found.stop,
  };
}
