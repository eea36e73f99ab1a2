/** What other systems and scripts reach: the same services as JSON, and the document that describes them. */
import { Hono } from "hono";
import type { AdviceApiServices } from "./advice/advice.api.ts";
import { setUpDocument } from "./app.api.document.ts";
import { problems } from "./app.api.problems.ts";
import type { HallApiServices } from "./booking/booking.api.hall.ts";
import type { QueueApiServices } from "./booking/booking.api.queue.ts";
import type { BookingApiServices } from "./booking/booking.api.ts";
import type { WaitingApiServices } from "./booking/booking.api.waiting.ts";
import type { ConsultApiServices } from "./disclosure/disclosure.api.consult.ts";
import type { DisclosureDeskServices } from "./disclosure/disclosure.api.desk.ts";
import type { DueApiServices } from "./disclosure/disclosure.api.due.ts";
import type { DisclosurePublicServices } from "./disclosure/disclosure.api.public.ts";
import { disclosurePublicApi } from "./disclosure/disclosure.api.public.ts";
import type { RespondApiServices } from "./disclosure/disclosure.api.respond.ts";
import { disclosureRespondApi } from "./disclosure/disclosure.api.respond.ts";
import type { DisclosureSubmitServices } from "./disclosure/disclosure.api.submit.ts";
import { disclosureSubmitApi } from "./disclosure/disclosure.api.submit.ts";
import type { GazetteApiServices } from "./gazette/gazette.api.ts";
import type { GuideApiServices } from "./guide/guide.api.ts";
import type { ApiEnv, BearerServices } from "./identity/identity.api.ts";
import { requireBearer } from "./identity/identity.api.ts";
import type { Config } from "./kit/config.ts";
import { roomsOf, setUpDoors } from "./kit/door.ts";
import { problemJson, setUpJsonHeaders } from "./kit/json.ts";
import type { Log } from "./kit/log.ts";
import { errorAttributes } from "./kit/log.ts";
import { Problem } from "./kit/problem.ts";
import { setUpBodyLimit, setUpNoStore, setUpRequestLog } from "./kit/security.ts";
import type { PublishedApiServices } from "./published/published.api.ts";
import type { RectificationOfficeApiServices } from "./rectification/rectification.api.office.ts";
import type { RectificationApiServices } from "./rectification/rectification.api.ts";
import type { Rectifications } from "./rectification/rectification.service.ts";
import type { Reports } from "./report/report.service.ts";
import type { Visits } from "./visit/visit.service.ts";

const BODY_LIMIT_BYTES = 200_000;

export type ApiServices = {
  readonly config: Pick<Config, "units" | "publicOrigin" | "government">;
  readonly log: Log;
  /** Built when the first request comes through its door. */
  readonly booking: () => Promise<
    BookingApiServices & HallApiServices & WaitingApiServices & QueueApiServices
  >;
  readonly guideApi: () => Promise<GuideApiServices>;
  readonly publishedPages: () => Promise<Omit<PublishedApiServices, "config">>;
  readonly gazettePages: () => Promise<Pick<GazetteApiServices, "gazette" | "gazetteSearch">>;
  readonly advicePages: () => Promise<Pick<AdviceApiServices, "advice" | "adviceSearch" | "adviceLimits">>;
  readonly visits: () => Promise<Visits>;
  readonly rectifications: () => Promise<Rectifications>;
} & Pick<AdviceApiServices, "progress"> &
  BearerServices &
  DisclosureSubmitServices &
  DisclosurePublicServices &
  DisclosureDeskServices &
  RespondApiServices &
  ConsultApiServices &
  Omit<RectificationApiServices & RectificationOfficeApiServices, "rectifications"> &
  DueApiServices & { readonly reports: () => Promise<Pick<Reports, "published">> };

/** No cookie is read or set here, so no other site can make a browser act, and no CSRF check is needed. */
export function apiApp(services: ApiServices): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.use(setUpRequestLog(services.log));
  app.use(setUpJsonHeaders);
  app.use(setUpNoStore);
  app.use(setUpBodyLimit(BODY_LIMIT_BYTES));
  const answer = (problem: Problem) => problemJson(problem, problems);

  app.onError((error, context) => {
    const problem = error instanceof Problem ? error : new Problem(500, "internal", { cause: error });
    if (problem.status >= 500) services.log.error("problem", errorAttributes(error));
    const response = answer(problem);
    if (problem.status === 401) {
      // RFC 6750: who showed nothing is only told what to show.
      const detail = context.req.header("authorization") === undefined ? "" : ', error="invalid_token"';
      response.headers.set("www-authenticate", `Bearer realm="office"${detail}`);
    }
    return response;
  });
  app.notFound(async (context) => {
    const allowed = await methodsOf(app, context.req.path);
    if (allowed.length === 0) return answer(new Problem(404, "not_found"));
    const response = answer(new Problem(405, "method_not_allowed"));
    response.headers.set("allow", allowed.join(", "));
    return response;
  });

  app.use("/api/v1/office/*", requireBearer(services));
  app.route("/", disclosureSubmitApi(services));
  app.route("/", disclosurePublicApi(services));
  app.route("/", disclosureRespondApi(services));
  setUpDoors(app, [
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
      load: async () =>
        (await import("./disclosure/disclosure.api.consult.ts")).disclosureConsultApi(services),
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
      load: async () =>
        (await import("./booking/booking.api.waiting.ts")).waitingApi(await services.booking()),
    },
    {
      prefix: "/api/v1/queue-tickets",
      load: async () => (await import("./booking/booking.api.queue.ts")).queueApi(await services.booking()),
    },
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
  ]);
  setUpDocument(app, services.config);
  return app;
}

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** Which methods an address knows; middleware stands in the router under every method and does not count. */
async function methodsOf(app: Hono<ApiEnv>, path: string): Promise<readonly string[]> {
  const rooms = await roomsOf(app, path);
  const known = methods.filter((method) =>
    rooms.some((room) => room.router.match(method, path)[0].some(([[, route]]) => route.method === method)),
  );
  return known.includes("GET") ? [...known, "HEAD"] : known;
}
