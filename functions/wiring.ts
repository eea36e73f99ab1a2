/** Configuration to clients to stores to services: the only place that builds things. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { ApiServices } from "./app.api.ts";
import type { CitizenServices, OfficeServices } from "./app.door.ts";
import { openAttachments } from "./attachment/attachment.service.ts";
import { openAuditStore } from "./audit/audit.store.ts";
import { chinaCalendar } from "./calendar/calendar.ts";
import { openLookupStore } from "./case/case.lookup.ts";
import { headKey } from "./case/case.store.ts";
import { openDrafts } from "./disclosure/disclosure.draft.service.ts";
import { openDraftStore } from "./disclosure/disclosure.draft.store.ts";
import { partsOf } from "./disclosure/disclosure.parts.ts";
import { openDisclosure } from "./disclosure/disclosure.service.ts";
import { openBearer } from "./identity/identity.bearer.ts";
import { openIssuer } from "./identity/identity.issuer.ts";
import { openOidc } from "./identity/identity.oidc.ts";
import { openIdentity } from "./identity/identity.service.ts";
import { openSessionStore } from "./identity/identity.session.store.ts";
import { openStaffStore } from "./identity/identity.staff.store.ts";
import type { JobServices } from "./jobs.ts";
import { openBucket } from "./kit/bucket.ts";
import { systemClock } from "./kit/clock.ts";
import { readConfig, readSecret } from "./kit/config.ts";
import { systemRandom } from "./kit/id.ts";
import type { Shell } from "./kit/lambda.ts";
import { logOf, openLogger } from "./kit/log.ts";
import { countMetric, openMetrics } from "./kit/metric.ts";
import type { Origins } from "./kit/security.ts";
import { openTable } from "./kit/table.ts";
import { unlockKeyring } from "./kit/vault.keys.ts";
import { openVault } from "./kit/vault.ts";
import { mailOf, openMailer } from "./notice/notice.mail.ts";
import { openNoticeService } from "./notice/notice.service.ts";
import { openNoticeStore } from "./notice/notice.store.ts";
import { openProposals } from "./office/proposal.service.ts";
import { openProposalStore } from "./office/proposal.store.ts";
import { openProgressService } from "./progress/progress.service.ts";
import { openProgressStore } from "./progress/progress.store.ts";

export interface Shelled {
  readonly shell: Shell;
}

/** What every function is made of. */
async function common(service: string) {
  const config = readConfig();
  const shell: Shell = { logger: openLogger(service), metrics: openMetrics(service) };
  const clock = systemClock;
  const random = systemRandom;
  const vault = openVault(await unlockKeyring(readSecret("DataKeys")), random);
  const endpoint = config.dynamodbEndpoint;
  const client = new DynamoDBClient(endpoint === undefined ? {} : { endpoint });
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const table = openTable({ client: documents, name: config.tableName });
  const bucket = openBucket({
    name: config.bucketName,
    endpoint: config.s3Endpoint,
    publicEndpoint: config.s3PublicEndpoint,
  });
  const base = {
    config,
    shell,
    log: logOf(shell.logger),
    clock,
    random,
    vault,
    table,
    bucket,
    calendar: chinaCalendar(),
  };
  const audit = openAuditStore(table, random);
  const staff = openStaffStore(table);
  const options = {
    ...base,
    audit,
    notices: openNoticeStore(table),
    lookups: openLookupStore(table, vault),
    regionCode: config.regionCode,
    units: config.units.map(({ code }) => code),
    findStaff: staff.find,
  };
  return {
    ...base,
    audit,
    staff,
    parts: partsOf(options),
    disclosure: openDisclosure(options),
    bucket,
    attachments: openAttachments({ bucket, vault, random }),
  };
}
type Common = Awaited<ReturnType<typeof common>>;

function originsOf({ config }: Common): Origins {
  const uploads = config.uploadOrigin === undefined ? [] : [new URL(config.uploadOrigin).origin];
  return { public: config.publicOrigin, uploads, forms: [...uploads, new URL(config.oidc.issuer).origin] };
}

function draftsOf({ table, vault, attachments, clock, random, config }: Common) {
  const units = config.units.map((unit) => unit.code);
  return openDrafts({ store: openDraftStore(table, vault), attachments, clock, random, units });
}

function progressOf({ table, vault, clock, calendar, parts, disclosure }: Common) {
  const store = openProgressStore({ table, vault, headKey });
  return openProgressService({ store, vault, clock, calendar, heads: parts.cases, disclosure });
}

/** So that nothing of it is loaded before somebody goes through a door. */
const behindDoors = (built: Common) => ({
  reports: async () => (await import("./wiring.report.ts")).reportsOf(built),
  letters: async () => (await import("./wiring.report.ts")).lettersOf(built),
  evidence: async () => (await import("./wiring.report.ts")).evidenceOf(built),
});

function claimNamesOf({ config }: Common) {
  return { roles: config.oidc.rolesClaim, unit: config.oidc.unitClaim };
}

/** Built once, however many ask at the same time; what failed is tried again. */
function once<T>(build: () => Promise<T>): () => Promise<T> {
  let built: Promise<T> | undefined;
  return () => {
    built ??= build().catch((error: unknown) => {
      built = undefined;
      throw error;
    });
    return built;
  };
}

export async function citizenServices(): Promise<CitizenServices & Shelled> {
  const built = await common("citizen");
  const guidePages = once(async () => (await import("./wiring.guide.ts")).guidePagesOf(built));
  return {
    ...built,
    ...{ origins: originsOf(built), drafts: draftsOf(built), progress: progressOf(built), guidePages },
    applicantLetters: once(async () => (await import("./wiring.letter.ts")).applicantLettersOf(built)),
  };
}

export async function officeServices(): Promise<OfficeServices & Shelled> {
  const built = await common("office");
  const { config, table, vault, audit, staff, clock, random, disclosure, attachments } = built;
  const oidc = openOidc({
    issuer: openIssuer(config.oidc.issuer),
    clientId: config.oidc.clientId,
    clientSecret: readSecret("OidcClientSecret"),
    redirectUri: `${config.publicOrigin}/office/signed-in`,
    random,
  });
  const sessions = openSessionStore(table, vault);
  const claims = claimNamesOf(built);
  const identity = openIdentity({ table, sessions, staff, audit, oidc, vault, clock, random, claims });
  const store = openProposalStore(table, vault);
  const proposals = openProposals({ disclosure, attachments, store, clock });
  const guideOffice = async () => (await import("./wiring.guide.ts")).guideOfficeOf({ ...built, identity });
  return { ...built, origins: originsOf(built), identity, proposals, guideOffice, ...behindDoors(built) };
}

export async function apiServices(): Promise<ApiServices & Shelled> {
  const built = await common("api");
  const { config } = built;
  const issuer = openIssuer(config.oidc.issuer);
  const bearer = openBearer({ issuer, audience: config.oidc.audience, claims: claimNamesOf(built) });
  const booking = async () => (await import("./wiring.booking.ts")).bookingApiServices(built);
  const guideApi = async () => (await import("./wiring.guide.ts")).guideApiOf(built);
  const doors = { booking, guideApi, reports: behindDoors(built).reports };
  return { ...built, progress: progressOf(built), bearer, ...doors };
}

export async function jobServices(): Promise<JobServices & Shelled> {
  const built = await common("jobs");
  const { config, table, vault, clock, log, shell, attachments, disclosure } = built;
  const notices = openNoticeService({
    store: openNoticeStore(table),
    vault,
    clock,
    mailer: config.mail === undefined ? undefined : openMailer(config.mail),
    compose: (notice) => mailOf(notice, config),
    log,
    count: (name) => countMetric(shell.metrics, name),
  });
  const guideJobs = (await import("./wiring.guide.ts")).guideJobsOf(built);
  const { countsOf, headInOf } = await import("./wiring.report.ts");
  const counting = { counts: countsOf(built), headIn: headInOf(built) };
  const { bookingOf } = await import("./wiring.booking.ts");
  const { availability, upkeep } = bookingOf(built);
  return {
    ...{ shell, log, disclosure, attachments, notices, drafts: draftsOf(built), ...guideJobs, ...counting },
    ...{ availability, bookingUpkeep: upkeep },
  };
}
