/** The whole API on the real engine, the real S3 and an issuer, and a caller that holds every answer to the document. */
import { randomUUID } from "node:crypto";
import { beforeAll, expect } from "vitest";
import type { ApiServices } from "../../functions/app.api.ts";
import { apiApp } from "../../functions/app.api.ts";
import { openAttachments } from "../../functions/attachment/attachment.service.ts";
import { headKey } from "../../functions/case/case.store.ts";
import { partsOf } from "../../functions/disclosure/disclosure.parts.ts";
import { openBearer } from "../../functions/identity/identity.bearer.ts";
import { openIssuer } from "../../functions/identity/identity.issuer.ts";
import { openStaffStore } from "../../functions/identity/identity.staff.store.ts";
import type { Staff } from "../../functions/identity/identity.ts";
import { systemRandom } from "../../functions/kit/id.ts";
import type { Log } from "../../functions/kit/log.ts";
import { openProgressService } from "../../functions/progress/progress.service.ts";
import { openProgressStore } from "../../functions/progress/progress.store.ts";
import { alikeOf } from "../../functions/wiring.alike.ts";
import { bookingOf } from "../../functions/wiring.booking.ts";
import { rectificationsOf } from "../../functions/wiring.rectification.ts";
import { releaseOf } from "../../functions/wiring.release.ts";
import { evidenceOf, lettersOf, reportsOf } from "../../functions/wiring.report.ts";
import { visitOf } from "../../functions/wiring.visit.ts";
import { adviceFor } from "../support/advice.ts";
import { useBucket } from "../support/bucket.ts";
import { AUDIENCE, useCrookedIssuer } from "../support/crooked-issuer.ts";
import { disclosureOn } from "../support/disclosure.ts";
import { useEngine } from "../support/engine.ts";
import { gazetteFor } from "../support/gazette.ts";
import { guidesFor } from "../support/guides.ts";
import { publishedFor } from "../support/published.ts";
import type { ApiDocument, Judge } from "./document.ts";
import { judgeOf } from "./document.ts";

export interface Reply<Body = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
  readonly text: string;
}
export interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly text?: string;
  /** Who calls, with a token of the issuer. */
  readonly as?: Staff;
  /** Where from; another address each time when left out, so that tests do not use up each other's tries. */
  readonly address?: string;
  readonly app?: ReturnType<typeof apiApp>;
}

const words = { zh: "示范", en: "Example" };
export const units = ["zfb", "zrzy"].map((code) => ({
  code,
  name: words,
  phone: "0999-5550101",
  address: words,
  hours: words,
}));
export const config = { units, publicOrigin: "https://banshi.example", government: words };

export type Rig = ReturnType<typeof useApi>;

/** Call at the top of a test file. */
export function useApi() {
  const engine = useEngine();
  const s3 = useBucket();
  const issuer = useCrookedIssuer();
  const lines: string[] = [];
  const log: Log = {
    info: (message, facts) => void lines.push(JSON.stringify([message, facts])),
    warn: (message, facts) => void lines.push(JSON.stringify([message, facts])),
    error: (message, facts) => void lines.push(JSON.stringify([message, facts])),
  };
  let made: Awaited<ReturnType<typeof make>> | undefined;
  const rig = () => {
    if (made === undefined) throw new Error("the API is there during tests only");
    return made;
  };

  async function make() {
    const { disclosure, clock, vault, audit, options } = disclosureOn(engine.table);
    const booking = bookingOf({ ...options, vault, clock: clock.now });
    const visits = visitOf({ ...options, vault, clock: clock.now, audit });
    const rectifications = rectificationsOf({ parts: partsOf(options), disclosure });
    const progress = openProgressService({
      store: openProgressStore({ table: engine.table, vault, headKey }),
      vault,
      clock: clock.now,
      calendar: options.calendar,
      heads: partsOf(options).cases,
      disclosure,
    });
    const reports = reportsOf({ parts: partsOf(options), config });
    const ground = { table: engine.table, audit, vault, clock: clock.now };
    const guide = guidesFor({ ...ground, config: { ...config, mapSearch: undefined } });
    const attachments = openAttachments({ bucket: s3.bucket, vault, random: systemRandom });
    const release = releaseOf({ table: engine.table, attachments, log, config: { clamd: undefined } });
    const answers = publishedFor({
      ...{ ...ground, disclosure, config, attachments, guideSearch: guide.services.search },
      release: async () => release,
    });
    const gazette = gazetteFor({ ...ground, config, guides: guide.guides });
    const questions = adviceFor({ ...ground, config });
    const letterGround = { parts: partsOf(options), disclosure, attachments, bucket: s3.bucket, config };
    const letters = lettersOf(letterGround);
    const alike = alikeOf({ parts: partsOf(options) });
    const services: ApiServices = {
      config,
      log,
      clock: clock.now,
      calendar: options.calendar,
      disclosure,
      progress,
      attachments,
      bearer: openBearer({
        issuer: openIssuer(issuer.address),
        audience: AUDIENCE,
        claims: { roles: "roles", unit: "unit" },
      }),
      staff: openStaffStore(engine.table),
      reports: async () => reports,
      booking: async () => ({ ...booking, clock: clock.now, calendar: options.calendar }),
      guideApi: async () => guide.services,
      publishedPages: async () => answers.pages,
      gazettePages: async () => gazette.pages,
      advicePages: async () => questions.pages,
      visits: async () => visits,
      rectifications: async () => rectifications,
      letters: async () => letters,
      evidence: async () => evidenceOf(letterGround),
      alike: async () => alike,
    };
    const app = apiApp(services);
    const document = (await (await app.request("/api/v1/openapi.json")).json()) as ApiDocument;
    const made = {
      questions,
      reports,
      guide,
      answers,
      gazette,
      disclosure,
      booking,
      visits,
      rectifications,
      attachments,
      letters,
      alike,
      clock,
      audit,
      document,
    };
    return { app, services, ...made, judge: judgeOf(document) as Judge };
  }
  beforeAll(async () => {
    made = await make();
  });

  let addresses = 0;
  async function call<Body = Record<string, unknown>>(
    method: string,
    path: string,
    sent: Sent = {},
  ): Promise<Reply<Body>> {
    addresses += 1;
    const sourceIp = sent.address ?? `10.0.${addresses >> 8}.${addresses & 255}`;
    const json = sent.json === undefined ? {} : { "content-type": "application/json" };
    const body = sent.text ?? (sent.json === undefined ? null : JSON.stringify(sent.json));
    const headers = { ...json, ...(sent.as && bearerOf(sent.as)), ...sent.headers };
    const app = sent.app ?? rig().app;
    const response = await app.request(
      path,
      { method, headers, body },
      { requestContext: { http: { sourceIp } } },
    );
    const text = await response.text();
    expect(response.headers.get("set-cookie")).toBeNull();
    // Guides are the same for everybody; nothing else may be kept, and no problem.
    const isKept =
      response.status < 400 && /^\/api\/v1\/(guides|disclosure\/answers|advice\/answers|gazette)/.test(path);
    const control = response.headers.get("cache-control");
    expect(isKept ? control?.split(",")[0] : control).toBe(isKept ? "public" : "no-store");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    const reply = {
      status: response.status,
      headers: response.headers,
      body: (text === "" ? undefined : JSON.parse(text)) as Body,
      text,
    };
    rig().judge.see({ method, path, ...reply });
    return reply;
  }
  const bearerOf = ({ id, name, unit, roles }: Staff) => ({
    authorization: `Bearer ${issuer.token({ sub: id, name, unit, roles })}`,
  });

  return {
    call,
    issuer,
    lines,
    log,
    engine,
    get reports() {
      return rig().reports;
    },
    get s3() {
      return s3.rig.s3;
    },
    /** What of the rig an answer for everybody is made with. */
    get forAnswers() {
      const { answers, disclosure } = rig();
      // The roster of this rig has these people already.
      return { answers, disclosure, seat: async () => undefined };
    },
    get gazette() {
      return rig().gazette;
    },
    get advice() {
      return rig().questions.advice;
    },
    get guide() {
      return rig().guide;
    },
    get services() {
      return rig().services;
    },
    get booking() {
      return rig().booking;
    },
    get visits() {
      return rig().visits;
    },
    get rectifications() {
      return rig().rectifications;
    },
    get attachments() {
      return rig().attachments;
    },
    get letters() {
      return rig().letters;
    },
    get alike() {
      return rig().alike;
    },
    get clock() {
      return rig().clock;
    },
    get audit() {
      return rig().audit;
    },
    get document() {
      return rig().document;
    },
    get judge() {
      return rig().judge;
    },
    get app() {
      return rig().app;
    },
  };
}

export const newKey = () => ({ "Idempotency-Key": randomUUID() });
