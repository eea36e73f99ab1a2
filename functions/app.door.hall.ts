/** The doors to halls in the office and to appeals, apart so that the list of doors stays short. */
import type { AppEnv } from "./app.page.ts";
import type { AppealCitizenServices } from "./booking/booking.appeal.citizen.tsx";
import type { Appeals } from "./booking/booking.appeal.service.ts";
import type { OfficeEnv } from "./identity/identity.office.tsx";
import type { Door } from "./kit/door.ts";
import type { HallOfficeServices } from "./wiring.hall.ts";

export interface AppealDoorServices {
  readonly appeals: () => Promise<Appeals>;
}
export interface HallDoorServices {
  readonly hallOffice: () => Promise<HallOfficeServices>;
}

export const appealDoor = (
  services: AppealDoorServices & Pick<AppealCitizenServices, "config">,
): Door<AppEnv> => ({
  prefix: "/appeals",
  load: async () => {
    const { appealCitizen } = await import("./booking/booking.appeal.citizen.tsx");
    return appealCitizen({ ...services, appeals: await services.appeals() });
  },
});

export const hallDoor = (services: HallDoorServices): Door<OfficeEnv> => ({
  prefix: "/office/halls",
  load: async () =>
    (await import("./booking/booking.hall.office.tsx")).hallOffice(await services.hallOffice()),
});
