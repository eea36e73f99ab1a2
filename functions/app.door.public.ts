/** The doors to what the government lets everybody read, and to where offices write it: answers and the gazette. */
import { gazettePaths } from "../web/paths.gazette.ts";
import { paths } from "../web/paths.ts";
import type { AppEnv } from "./app.page.ts";
import type { GazetteCitizenServices } from "./gazette/gazette.citizen.tsx";
import type { GazetteOfficeServices } from "./gazette/gazette.office.tsx";
import type { GazetteKind } from "./gazette/gazette.ts";
import type { OfficeEnv } from "./identity/identity.office.tsx";
import type { Config } from "./kit/config.ts";
import type { Door } from "./kit/door.ts";
import type { PublishedCitizenServices } from "./published/published.citizen.tsx";
import type { PublishedOfficeServices } from "./published/published.office.tsx";
import type { gazettePagesOf } from "./wiring.gazette.ts";

/** Named here, so that no model is loaded before somebody goes through a door. */
const kinds: readonly GazetteKind[] = ["policy", "announcement", "news"];

export interface PublicDoorServices {
  readonly publishedPages: () => Promise<Omit<PublishedCitizenServices, "config">>;
  readonly gazettePages: () => Promise<ReturnType<typeof gazettePagesOf>>;
}
export interface PublicOfficeDoorServices {
  readonly publishedOffice: () => Promise<Omit<PublishedOfficeServices, "config">>;
  readonly gazetteOffice: () => Promise<Pick<GazetteOfficeServices, "gazette" | "gazetteFiles">>;
}

export const publicDoors = (
  services: PublicDoorServices & {
    readonly config: Config;
    readonly clock: GazetteOfficeServices["clock"];
    readonly attachments: GazetteCitizenServices["attachments"];
  },
): readonly Door<AppEnv>[] => [
  {
    prefix: paths.publishedAnswers(),
    load: async () => {
      const { publishedCitizen } = await import("./published/published.citizen.tsx");
      return publishedCitizen({ ...services, ...(await services.publishedPages()) });
    },
  },
  ...kinds.map((kind) => ({
    prefix: gazettePaths.column(kind),
    load: async () => {
      const { gazetteCitizen } = await import("./gazette/gazette.citizen.tsx");
      return gazetteCitizen({ ...services, ...(await services.gazettePages()) }, kind);
    },
  })),
];

export const publicOfficeDoors = (
  services: PublicOfficeDoorServices & Omit<GazetteOfficeServices, "gazette" | "gazetteFiles">,
): readonly Door<OfficeEnv>[] => [
  {
    prefix: paths.officePublishedList(),
    load: async () => {
      const { publishedOffice } = await import("./published/published.office.tsx");
      return publishedOffice({ ...services, ...(await services.publishedOffice()) });
    },
  },
  {
    prefix: gazettePaths.desk(),
    load: async () => {
      const { gazetteOffice } = await import("./gazette/gazette.office.tsx");
      return gazetteOffice({ ...services, ...(await services.gazetteOffice()) });
    },
  },
];
