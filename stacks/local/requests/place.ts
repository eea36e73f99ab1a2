import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openAuditStore } from "../../../functions/audit/audit.store.ts";
import { chinaCalendar } from "../../../functions/calendar/calendar.ts";
import { openLookupStore } from "../../../functions/case/case.lookup.ts";
import { partsOf } from "../../../functions/disclosure/disclosure.parts.ts";
import { systemClock } from "../../../functions/kit/clock.ts";
import { systemRandom } from "../../../functions/kit/id.ts";
import { openTable } from "../../../functions/kit/table.ts";
import { unlockKeyring } from "../../../functions/kit/vault.keys.ts";
import { openVault } from "../../../functions/kit/vault.ts";
import { openNoticeStore } from "../../../functions/notice/notice.store.ts";
import type { Keeping } from "../../../functions/old/old.keep.service.ts";
import { keepingOf } from "../../../functions/wiring.old.ts";
import { regionCode } from "../environment.ts";
import { StartFailure } from "../failure.ts";
import { readSettings } from "../settings.ts";
import { type Environment, findTable, unitsOf } from "../table.ts";

/** Where old requests go: one table, wherever it is, with the keys of what is sealed in it. */
export interface Place {
  readonly keeping: Keeping;
  /** Codes of the government's units, the first one first. */
  readonly units: readonly string[];
  close(): Promise<void>;
}

/** The data keys that the environment holds, else those of the folder. */
function keysOf(environment: Environment): string {
  const linked = environment.SST_RESOURCE_DataKeys;
  if (linked !== undefined) return String((JSON.parse(linked) as { value?: unknown }).value);
  const file = join(readSettings(environment).folder, "keys.json");
  if (environment.TABLE_NAME || !existsSync(file))
    throw new StartFailure("There are no data keys to seal with: set SST_RESOURCE_DataKeys, or DATA_DIR.");
  return readFileSync(file, "utf8");
}

/** Takes the table that the environment names, else the running stack's, else the one in the folder. */
export async function openPlace(environment: Environment): Promise<Place> {
  const keys = keysOf(environment);
  const found = await findTable(environment);
  const table = openTable({ client: found.documents, name: found.name });
  const vault = openVault(await unlockKeyring(keys), systemRandom);
  const units = unitsOf(environment);
  const parts = partsOf({
    ...{ table, vault, units, clock: systemClock, random: systemRandom, calendar: chinaCalendar() },
    audit: openAuditStore(table, systemRandom),
    notices: openNoticeStore(table),
    lookups: openLookupStore(table, vault),
    regionCode: environment.REGION_CODE ?? regionCode,
    findStaff: async () => undefined,
    otherCards: async () => [],
    checkFile: async (_reference, { id }) => ({ file: id, findings: [] }),
  });
  return { keeping: keepingOf(parts), units, close: found.stop };
}
