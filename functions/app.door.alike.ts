/** The door of the desk of those who ask alike. */
import { alikePaths } from "../web/paths.alike.ts";
import type { AlikeOfficeServices } from "./alike/alike.office.tsx";
import type { Alike } from "./alike/alike.service.ts";
import type { OfficeEnv } from "./identity/identity.office.tsx";
import type { Door } from "./kit/door.ts";

export type AlikeDoorServices = Omit<AlikeOfficeServices, "alike"> & {
  readonly alike: () => Promise<Alike>;
};

export const alikeDoor = (services: AlikeDoorServices): Door<OfficeEnv> => ({
  prefix: alikePaths.list(),
  load: async () => {
    const { alikeOffice } = await import("./alike/alike.office.tsx");
    return alikeOffice({ ...services, alike: await services.alike() });
  },
});
