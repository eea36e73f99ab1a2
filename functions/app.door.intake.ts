/** The doors where an office brings requests in: one by one, as they come, and a whole register from before. */
import { oldPaths } from "../web/paths.old.ts";
import { paths } from "../web/paths.ts";
import type { OfficeEnv } from "./identity/identity.office.tsx";
import type { Door } from "./kit/door.ts";
import type { IntakeOfficeServices } from "./office/intake.office.tsx";
import type { OldRequests } from "./old/old.service.ts";

export interface IntakeDoorServices extends IntakeOfficeServices {
  readonly oldRequests: () => Promise<OldRequests>;
}

export const intakeDoors = (services: IntakeDoorServices): readonly Door<OfficeEnv>[] => [
  {
    prefix: paths.officeIntake(),
    load: async () => (await import("./office/intake.office.tsx")).intakeOffice(services),
  },
  {
    prefix: oldPaths.imports(),
    load: async () => {
      const { oldOffice } = await import("./old/old.office.tsx");
      return oldOffice({ ...services, oldRequests: await services.oldRequests() });
    },
  },
];
