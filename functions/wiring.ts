/** Configuration to clients to stores to services: `wiring*.ts` are the only places that build things. */
import type { ApiServices } from "./app.api.ts";
import type { CitizenServices, OfficeServices } from "./app.door.ts";
import { headKey } from "./case/case.store.ts";
import { openBearer } from "./identity/identity.bearer.ts";
import { openIssuer } from "./identity/identity.issuer.ts";
import { openOidc } from "./identity/identity.oidc.ts";
import { openIdentity } from "./identity/identity.service.ts";
import { openSessionStore } from "./identity/identity.session.store.ts";
import { readSecret } from "./kit/config.ts";
import type { Origins } from "./kit/security.ts";
import { openProposals } from "./office/proposal.service.ts";
import { openProposalStore } from "./office/proposal.store.ts";
import { openProgressService } from "./progress/progress.service.ts";
import { openProgressStore } from "./progress/progress.store.ts";
import type { DisclosureGround } from "./wiring.disclosure.ts";
import { disclosureOf, draftsOf } from "./wiring.disclosure.ts";
import type { Shelled } from "./wiring.ground.ts";
import { once, openGround } from "./wiring.ground.ts";

function originsOf({ config }: DisclosureGround): Origins {
  const uploads = config.uploadOrigin === undefined ? [] : [new URL(config.uploadOrigin).origin];
  return { public: config.publicOrigin, uploads, forms: [...uploads, new URL(config.oidc.issuer).origin] };
}

function progressOf({ table, vault, clock, calendar, parts, disclosure }: DisclosureGround) {
  const store = openProgressStore({ table, vault, headKey });
  return openProgressService({ store, vault, clock, calendar, heads: parts.cases, disclosure });
}

const visitsFor = (built: DisclosureGround) =>
  once(async () => (await import("./wiring.visit.ts")).visitOf(built));

/** So that nothing of it is loaded before somebody goes through a door. */
const behindDoors = (built: DisclosureGround) => ({
  visits: visitsFor(built),
  reports: async () => (await import("./wiring.report.ts")).reportsOf(built),
  letters: async () => (await import("./wiring.report.ts")).lettersOf(built),
  evidence: async () => (await import("./wiring.report.ts")).evidenceOf(built),
  noticeOffice: async () => (await import("./wiring.notice.ts")).noticeOfficeOf(built),
  hallOffice: async () => (await import("./wiring.hall.ts")).hallOfficeOf(built),
  publishedOffice: async () => {
    const { publishedOf, beforeCountsOf } = await import("./wiring.published.ts");
    return { published: publishedOf(built), counts: beforeCountsOf(built) };
  },
});

function claimNamesOf({ config }: DisclosureGround) {
  return { roles: config.oidc.rolesClaim, unit: config.oidc.unitClaim };
}

export async function citizenServices(): Promise<CitizenServices & Shelled> {
  const built = disclosureOf(await openGround("citizen"));
  const isBookable = async (id: string) => (await bookingPages()).isBookable(id);
  const guidePages = once(async () => {
    const { guidePagesOf } = await import("./wiring.guide.ts");
    return { ...guidePagesOf(built), isBookable };
  });
  const published = () => import("./wiring.published.ts");
  const publishedPages = once(async () => (await published()).publishedPagesOf(built));
  const before = once(async () => (await published()).beforeOf(built));
  const visitor = { ...built, guidePages };
  const bookingPages = once(async () => (await import("./wiring.visitor.ts")).bookingPagesOf(visitor));
  return {
    ...built,
    ...{ publishedPages, before, guidePages, bookingPages },
    ...{ origins: originsOf(built), drafts: draftsOf(built), progress: progressOf(built) },
    visits: visitsFor(built),
    appeals: once(async () => (await import("./wiring.record.ts")).appealsOf(built)),
    applicantLetters: once(async () => (await import("./wiring.letter.ts")).applicantLettersOf(built)),
  };
}

export async function officeServices(): Promise<OfficeServices & Shelled> {
  const built = disclosureOf(await openGround("office"));
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
  const proposals = openProposals({ disclosure, attachments, store, clock, release: built.release });
  const guideOffice = async () => (await import("./wiring.guide.ts")).guideOfficeOf({ ...built, identity });
  return { ...built, origins: originsOf(built), identity, proposals, guideOffice, ...behindDoors(built) };
}

export async function apiServices(): Promise<ApiServices & Shelled> {
  const built = disclosureOf(await openGround("api"));
  const { config } = built;
  const issuer = openIssuer(config.oidc.issuer);
  const bearer = openBearer({ issuer, audience: config.oidc.audience, claims: claimNamesOf(built) });
  const booking = async () => (await import("./wiring.booking.ts")).bookingApiServices(built);
  const guideApi = async () => (await import("./wiring.guide.ts")).guideApiOf(built);
  const publishedPages = once(async () => (await import("./wiring.published.ts")).publishedPagesOf(built));
  const doors = {
    booking,
    guideApi,
    publishedPages,
    visits: visitsFor(built),
    reports: behindDoors(built).reports,
  };
  return { ...built, progress: progressOf(built), bearer, ...doors };
}
