/** What the API consists of: the parts that are loaded when somebody comes through their door. */
import type { Hono } from "hono";
import type { AdviceApiServices } from "./advice/advice.api.ts";
import type { OfficeApiDoorServices } from "./app.door.api.office.ts";
import { officeApiDoors } from "./app.door.api.office.ts";
import type { HallApiServices } from "./booking/booking.api.hall.ts";
import type { QueueApiServices } from "./booking/booking.api.queue.ts";
import type { BookingApiServices } from "./booking/booking.api.ts";
import type { WaitingApiServices } from "./booking/booking.api.waiting.ts";
import type { ConsultApiServices } from "./disclosure/disclosure.api.consult.ts";
import type { DisclosureDeskServices } from "./disclosure/disclosure.api.desk.ts";
import type { DueApiServices } from "./disclosure/disclosure.api.due.ts";
import type { DisclosurePublicServices } from "./disclosure/disclosure.api.public.ts";
import type { RespondApiServices } from "./disclosure/disclosure.api.respond.ts";
import type { DisclosureSubmitServices } from "./disclosure/disclosure.api.submit.ts";
import type { GazetteApiServices } from "./gazette/gazette.api.ts";
import type { GuideApiServices } from "./guide/guide.api.ts";
import type { ApiEnv, BearerServices } from "./identity/identity.api.ts";
import type { Config } from "./kit/config.ts";
import type { Door } from "./kit/door.ts";
import type { Log } from "./kit/log.ts";
import type { OccasionApiServices } from "./occasion/occasion.api.ts";
import type { PublishedApiServices } from "./published/published.api.ts";
import type { RectificationOfficeApiServices } from "./rectification/rectification.api.office.ts";
import type { RectificationApiServices } from "./rectification/rectification.api.ts";
import type { Rectifications } from "./rectification/rectification.service.ts";
import type { Reports } from "./report/report.service.ts";
import type { Visits } from "./visit/visit.service.ts";

export type ApiServices = {
  readonly config: Pick<Config, "units" | "publicOrigin" | "government">;
  readonly log: Log;
  /** Built when the first request comes through its door. */
  readonly booking: () => Promise<
    BookingApiServices & HallApiServices & WaitingApiServices & QueueApiServices & OccasionApiServices
  >;
  readonly guideApi: () => Promise<GuideApiServices>;
  readonly publishedPages: () => Promise<
    Omit<PublishedApiServices, "config"> & Awaited<ReturnType<OfficeApiDoorServices["publishedPages"]>>
  >;
  readonly gazettePages: () => Promise<Pick<GazetteApiServices, "gazette" | "gazetteSearch">>;
  readonly advicePages: () => Promise<Pick<AdviceApiServices, "advice" | "adviceSearch" | "adviceLimits">>;
  readonly visits: () => Promise<Visits>;
  readonly rectifications: () => Promise<Rectifications>;
} & Omit<OfficeApiDoorServices, "publishedPages" | "config"> &
  Pick<AdviceApiServices, "progress"> &
  BearerServices &
  DisclosureSubmitServices &
  DisclosurePublicServices &
  DisclosureDeskServices &
  RespondApiServices &
  ConsultApiServices &
  Omit<RectificationApiServices & RectificationOfficeApiServices, "rectifications"> &
  DueApiServices & { readonly reports: () => Promise<Pick<Reports, "published">> };

export const apiDoors = (services: ApiServices): readonly Door<ApiEnv>[] => [
  {
    prefix: "/api/v1/office/cases",
    load: async () => (await import("./disclosure/disclosure.api.desk.ts")).disclosureDeskApi(services),
  },
  {
    prefix: "/api/v1/disclosure/due-dates",
    load: async () => (await import("./disclosure/disclosure.api.due.ts")).disclosureDueApi(services),
  },
  {
    prefix: "/api/v1/consultations",
    load: async () => (await import("./disclosure/disclosure.api.consult.ts")).disclosureConsultApi(services),
  },
  {
    prefix: "/api/v1/disclosure/answers",
    load: async () => {
      const { publishedApi } = await import("./published/published.api.ts");
      return publishedApi({ ...services, ...(await services.publishedPages()) }) as unknown as Hono<ApiEnv>;
    },
  },
  {
    prefix: "/api/v1/gazette",
    load: async () => {
      const { gazetteApi } = await import("./gazette/gazette.api.ts");
      return gazetteApi({ ...services, ...(await services.gazettePages()) }) as unknown as Hono<ApiEnv>;
    },
  },
  {
    prefix: "/api/v1/disclosure/annual-reports",
    load: async () =>
      (await import("./report/report.api.ts")).reportApi({
        ...services,
        reports: await services.reports(),
      }),
  },
  {
    prefix: "/api/v1/bookings",
    load: async () => {
      const [{ bookingApi }, booking] = await Promise.all([
        import("./booking/booking.api.ts"),
        services.booking(),
      ]);
      return bookingApi(booking);
    },
  },
  {
    prefix: "/api/v1/waiting-list",
    load: async () => (await import("./booking/booking.api.waiting.ts")).waitingApi(await services.booking()),
  },
  {
    prefix: "/api/v1/queue-tickets",
    load: async () => (await import("./booking/booking.api.queue.ts")).queueApi(await services.booking()),
  },
  ...["/api/v1/receptions", "/api/v1/trainings"].map((prefix) => ({
    prefix,
    load: async () => (await import("./occasion/occasion.api.ts")).occasionApi(await services.booking()),
  })),
  {
    prefix: "/api/v1/halls",
    load: async () => (await import("./booking/booking.api.hall.ts")).hallApi(await services.booking()),
  },
  {
    prefix: "/api/v1/advice",
    load: async () => {
      const [{ adviceApi }, pages] = await Promise.all([
        import("./advice/advice.api.ts"),
        services.advicePages(),
      ]);
      return adviceApi({ ...services, ...pages });
    },
  },
  {
    prefix: "/api/v1/office/advice",
    load: async () => {
      const { adviceOfficeApi } = await import("./advice/advice.api.office.ts");
      return adviceOfficeApi({ ...services, ...(await services.advicePages()) });
    },
  },
  {
    prefix: "/api/v1/rectifications",
    load: async () => {
      const { rectificationApi } = await import("./rectification/rectification.api.ts");
      return rectificationApi({ ...services, rectifications: await services.rectifications() });
    },
  },
  {
    prefix: "/api/v1/office/rectifications",
    load: async () => {
      const { rectificationOfficeApi } = await import("./rectification/rectification.api.office.ts");
      return rectificationOfficeApi({ ...services, rectifications: await services.rectifications() });
    },
  },
  ...officeApiDoors(services),
  {
    prefix: "/api/v1/office/visits",
    load: async () => {
      const [{ visitApi }, visits] = await Promise.all([import("./visit/visit.api.ts"), services.visits()]);
      return visitApi({ visits });
    },
  },
  {
    prefix: "/api/v1/guides",
    load: async () => {
      const { guideApi } = await import("./guide/guide.api.ts");
      return guideApi(await services.guideApi()) as unknown as Hono<ApiEnv>;
    },
  },
];
