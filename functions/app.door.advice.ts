/** The doors to questions and suggestions on both sides, apart so that the list of doors stays short. */
import { advicePaths } from "../web/paths.advice.ts";
import type { AdviceCitizenServices } from "./advice/advice.citizen.tsx";
import type { AdviceOfficeServices } from "./advice/advice.office.tsx";
import type { AdviceService } from "./advice/advice.service.ts";
import type { AppEnv } from "./app.page.ts";
import type { GuideCitizenServices } from "./guide/guide.citizen.tsx";
import type { OfficeEnv } from "./identity/identity.office.tsx";
import type { Door } from "./kit/door.ts";

type Built = "advice" | "adviceSearch" | "adviceLimits";

export interface AdviceDoorServices {
  readonly advicePages: () => Promise<Pick<AdviceCitizenServices, Built>>;
  /** Its search finds the guides that may be the answer. */
  readonly guidePages: () => Promise<GuideCitizenServices>;
}
export interface AdviceOfficeDoorServices {
  readonly adviceOffice: () => Promise<AdviceService>;
}

export const adviceDoor = (
  services: AdviceDoorServices & Omit<AdviceCitizenServices, Built | "guideSearch">,
): Door<AppEnv> => ({
  prefix: advicePaths.list(),
  load: async () => {
    const [{ adviceCitizen }, pages, { search: guideSearch }] = await Promise.all([
      import("./advice/advice.citizen.tsx"),
      services.advicePages(),
      services.guidePages(),
    ]);
    return adviceCitizen({ ...services, ...pages, guideSearch });
  },
});

export const adviceOfficeDoor = (
  services: AdviceOfficeDoorServices & Omit<AdviceOfficeServices, "advice">,
): Door<OfficeEnv> => ({
  prefix: advicePaths.office(),
  load: async () =>
    (await import("./advice/advice.office.tsx")).adviceOffice({
      ...services,
      advice: await services.adviceOffice(),
    }),
});
