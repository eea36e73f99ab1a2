/** The doors of corrections of records about oneself, of citizens and of the office. */
import { paths } from "../web/paths.ts";
import type { AppEnv } from "./app.page.ts";
import type { OfficeEnv } from "./identity/identity.office.tsx";
import type { Door } from "./kit/door.ts";
import type { RectificationCitizenServices } from "./rectification/rectification.citizen.tsx";
import type { RectificationOfficeServices } from "./rectification/rectification.office.tsx";
import type { Rectifications } from "./rectification/rectification.service.ts";

type Pages = Pick<RectificationCitizenServices, "rectifications" | "rectificationDrafts">;
export type RectificationDoorServices = Omit<RectificationCitizenServices, keyof Pages> & {
  readonly rectificationPages: () => Promise<Pages>;
};
export type OfficeRectificationDoorServices = Omit<RectificationOfficeServices, "rectifications"> & {
  readonly rectifications: () => Promise<Rectifications>;
};

export const rectificationDoor = (services: RectificationDoorServices): Door<AppEnv> => ({
  prefix: paths.rectification(),
  load: async () => {
    const { rectificationCitizen } = await import("./rectification/rectification.citizen.tsx");
    return rectificationCitizen({ ...services, ...(await services.rectificationPages()) });
  },
});

export const officeRectificationDoor = (services: OfficeRectificationDoorServices): Door<OfficeEnv> => ({
  prefix: "/office/rectifications",
  load: async () => {
    const { rectificationOffice } = await import("./rectification/rectification.office.tsx");
    return rectificationOffice({ ...services, rectifications: await services.rectifications() });
  },
});
