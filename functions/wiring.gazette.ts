/** Builds what policies, announcements and news are made of. */
import type { GazetteCitizenServices } from "./gazette/gazette.citizen.tsx";
import type { Gazette } from "./gazette/gazette.service.ts";
import { openGazette } from "./gazette/gazette.service.ts";
import { openGazetteStore } from "./gazette/gazette.store.ts";
import { openPublishing } from "./search/search.publish.service.ts";
import { openSearch } from "./search/search.service.ts";
import type { Ground } from "./wiring.ground.ts";
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
