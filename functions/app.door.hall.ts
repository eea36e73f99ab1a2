/** The doors to halls in the office, to appeals and to occasions, apart so that the list of doors stays short. */
import type { OccasionDoorServices, OccasionOfficeDoorServices } from "./app.door.occasion.ts";
import { occasionDoors, occasionOfficeDoor } from "./app.door.occasion.ts";
import type { AppEnv } from "./app.page.ts";
import type { AppealCitizenServices } from "./booking/booking.appeal.citizen.tsx";
import type { Appeals } from "./booking/booking.appeal.service.ts";
import type { OfficeEnv } from "./identity/identity.office.tsx";
import type { Door } from "./kit/door.ts";
import type { HallOfficeServices } from "./wiring.hall.ts";

export interface AppealDoorServices extends OccasionDoorServices {
  readonly appeals: () => Promise<Appeals>;
}
export interface HallDoorServices extends OccasionOfficeDoorServices {
  readonly hallOffice: () => Promise<HallOfficeServices>;
}

const appealDoor = (services: AppealDoorServices & Pick<AppealCitizenServices, "config">): Door<AppEnv> => ({
  prefix: "/appeals",
  load: async () => {
    const { appealCitizen } = await import("./booking/booking.appeal.citizen.tsx");
    return appealCitizen({ ...services, appeals: await services.appeals() });
  },
});

const hallDoor = (services: HallDoorServices): Door<OfficeEnv> => ({
  prefix: "/office/halls",
  load: async () =>
    (await import("./booking/booking.hall.office.tsx")).hallOffice(await services.hallOffice()),
});

export const hallCitizenDoors = (
  services: Parameters<typeof appealDoor>[0] & Parameters<typeof occasionDoors>[0],
): readonly Door<AppEnv>[] => [appealDoor(services), ...occasionDoors(services)];

export const hallOfficeDoors = (services: HallDoorServices): readonly Door<OfficeEnv>[] => [
  hallDoor(services),
  occasionOfficeDoor(services),
];
