/** Builds what policies, announcements and news are made of. */
import type { GazetteCitizenServices } from "./gazette/gazette.citizen.tsx";
import { openFileGate, openGazetteFiles } from "./gazette/gazette.file.service.ts";
import type { GazetteOfficeServices } from "./gazette/gazette.office.tsx";
import type { Gazette } from "./gazette/gazette.service.ts";
import { openGazette } from "./gazette/gazette.service.ts";
import { openGazetteStore } from "./gazette/gazette.store.ts";
import { openPublishing } from "./search/search.publish.service.ts";
import { openSearch } from "./search/search.service.ts";
import type { Ground } from "./wiring.ground.ts";
import { once } from "./wiring.ground.ts";
import type { GuideGround } from "./wiring.guide.ts";
import { guidesOf } from "./wiring.guide.ts";

/** The index of the gazette; that of guides has another name. */
const GAZETTE = "gazette";

export type GazetteGround = Pick<GuideGround, "table" | "audit" | "clock" | "config" | "outbound">;
type SearchGround = Pick<Ground, "bucket" | "clock" | "log">;

export const gazetteOf = (ground: GazetteGround): Gazette => {
  const { table, audit, clock } = ground;
  return openGazette({ store: openGazetteStore(table), audit, clock, guides: guidesOf(ground) });
};

/** An office adds files, so what looks at outgoing ones is built with the first of them. */
export function gazetteOfficeOf(
  ground: GazetteGround & Pick<Ground, "attachments" | "log"> & { config: Pick<Ground["config"], "clamd"> },
): Pick<GazetteOfficeServices, "gazette" | "gazetteFiles"> {
  const { table, audit, clock, attachments } = ground;
  const release = once(async () => (await import("./wiring.release.ts")).releaseOf(ground, "GAZETTE"));
  const gazette = openGazette({
    ...{ store: openGazetteStore(table), audit, clock, guides: guidesOf(ground) },
    demandReleasable: openFileGate(release),
  });
  return { gazette, gazetteFiles: openGazetteFiles({ gazette, attachments, release, now: clock }) };
}

export const gazettePagesOf = (
  ground: GazetteGround & SearchGround,
): Pick<GazetteCitizenServices, "gazetteSearch"> & { readonly gazette: Gazette } => ({
  gazette: gazetteOf(ground),
  gazetteSearch: openSearch({ ...ground, name: GAZETTE }),
});

export const gazetteJobsOf = (
  ground: GazetteGround & SearchGround & Pick<Ground, "random"> & { config: Pick<Ground["config"], "units"> },
) => ({
  gazette: gazetteOf(ground),
  publishing: openPublishing({ ...ground, name: GAZETTE }),
  unitName: (code: string): string => ground.config.units.find((unit) => unit.code === code)?.name.zh ?? "",
});
