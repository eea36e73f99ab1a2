/** The doors of an office's programs beside its cases: letters, evidence, answers for everybody, those who ask alike. */
import type { Alike } from "./alike/alike.service.ts";
import type { Evidence } from "./evidence/evidence.service.ts";
import type { ApiEnv } from "./identity/identity.api.ts";
import type { Clock } from "./kit/clock.ts";
import type { Config } from "./kit/config.ts";
import type { Door } from "./kit/door.ts";
import type { Letters } from "./letter/letter.service.ts";
import type { Published } from "./published/published.service.ts";
import type { Rectifications } from "./rectification/rectification.service.ts";

export interface OfficeApiDoorServices {
  readonly config: Pick<Config, "units">;
  readonly clock: Clock;
  /** Built when the first request comes through its door. */
  readonly letters: () => Promise<{ readonly letters: Letters }>;
  readonly evidence: () => Promise<Evidence>;
  readonly alike: () => Promise<Alike>;
  readonly rectifications: () => Promise<Rectifications>;
  readonly publishedPages: () => Promise<{ readonly published: Published }>;
}

export const officeApiDoors = (services: OfficeApiDoorServices): readonly Door<ApiEnv>[] => [
  {
    prefix: "/api/v1/office/letters",
    load: async () => {
      const { letterApi } = await import("./letter/letter.api.ts");
      return letterApi(await services.letters());
    },
  },
  {
    prefix: "/api/v1/office/evidence",
    load: async () => {
      const { evidenceApi } = await import("./evidence/evidence.api.ts");
      return evidenceApi({ ...services, evidence: await services.evidence() });
    },
  },
  {
    prefix: "/api/v1/office/answers",
    load: async () => {
      const { publishedOfficeApi } = await import("./published/published.api.office.ts");
      return publishedOfficeApi({ ...services, ...(await services.publishedPages()) });
    },
  },
  {
    prefix: "/api/v1/office/rectification-period",
    load: async () => {
      const { rectificationPeriodApi } = await import("./rectification/rectification.api.period.ts");
      return rectificationPeriodApi({ ...services, rectifications: await services.rectifications() });
    },
  },
  {
    prefix: "/api/v1/office/alike",
    load: async () => {
      const { alikeApi } = await import("./alike/alike.api.ts");
      return alikeApi({ ...services, alike: await services.alike() });
    },
  },
];
