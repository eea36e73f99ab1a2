/** The doors to occasions, apart so that the list of doors stays short. */
import { occasionOfficePaths, occasionPaths } from "../web/paths.occasion.ts";
import type { AppEnv } from "./app.page.ts";
import type { OfficeEnv } from "./identity/identity.office.tsx";
import type { Door } from "./kit/door.ts";
import type { OccasionCitizenServices } from "./occasion/occasion.citizen.tsx";
import type { OccasionOfficeServices } from "./wiring.occasion.ts";

export interface OccasionDoorServices {
  readonly occasionPages: () => Promise<Pick<OccasionCitizenServices, "halls">>;
}
export interface OccasionOfficeDoorServices {
  readonly occasionOffice: () => Promise<OccasionOfficeServices>;
}

export const occasionDoors = (
  services: OccasionDoorServices & Omit<OccasionCitizenServices, "halls">,
): readonly Door<AppEnv>[] =>
  Object.values(occasionPaths).map((path) => ({
    prefix: path(),
    load: async () => {
      const { occasionCitizen } = await import("./occasion/occasion.citizen.tsx");
      return occasionCitizen({ ...services, ...(await services.occasionPages()) });
    },
  }));

export const occasionOfficeDoor = (services: OccasionOfficeDoorServices): Door<OfficeEnv> => ({
  prefix: occasionOfficePaths.all(),
  load: async () =>
    (await import("./occasion/occasion.office.tsx")).occasionOffice(await services.occasionOffice()),
});
