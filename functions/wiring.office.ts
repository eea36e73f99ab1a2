/** Builds what the offices' function needs; what is behind a door is built when somebody goes through it. */
import type { OfficeServices } from "./app.door.ts";
import { openIssuer } from "./identity/identity.issuer.ts";
import { openOidc } from "./identity/identity.oidc.ts";
import { openIdentity } from "./identity/identity.service.ts";
import { openSessionStore } from "./identity/identity.session.store.ts";
import { readSecret } from "./kit/config.ts";
import type { Letters } from "./letter/letter.service.ts";
import { openProposals } from "./office/proposal.service.ts";
import { openProposalStore } from "./office/proposal.store.ts";
import type { DisclosureGround } from "./wiring.disclosure.ts";
import { disclosureOf, originsOf } from "./wiring.disclosure.ts";
import type { Shelled } from "./wiring.ground.ts";
import { once, openGround } from "./wiring.ground.ts";
import { claimNamesOf } from "./wiring.identity.ts";

/** So that nothing of it is loaded before somebody goes through a door. */
const behindDoors = (built: DisclosureGround) => ({
  visits: once(async () => (await import("./wiring.visit.ts")).visitOf(built)),
  alike: once(async () => (await import("./wiring.alike.ts")).alikeOf(built)),
  reports: async () => (await import("./wiring.report.ts")).reportsOf(built),
  letters: async () => (await import("./wiring.report.ts")).lettersOf(built),
  oldRequests: once(async () => (await import("./wiring.old.ts")).oldRequestsOf(built)),
  evidence: async () => (await import("./wiring.report.ts")).evidenceOf(built),
  adviceOffice: once(async () => (await import("./wiring.advice.ts")).adviceOf(built)),
  noticeOffice: async () => (await import("./wiring.notice.ts")).noticeOfficeOf(built),
  hallOffice: async () => (await import("./wiring.hall.ts")).hallOfficeOf(built),
  occasionOffice: async () => (await import("./wiring.occasion.ts")).occasionOfficeOf(built),
  gazetteOffice: once(async () => (await import("./wiring.gazette.ts")).gazetteOfficeOf(built)),
  publishedOffice: async () => {
    const { publishedOf, beforeCountsOf } = await import("./wiring.published.ts");
    return { published: publishedOf(built), counts: beforeCountsOf(built) };
  },
});

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
  const doors = behindDoors(built);
  const missingLetter: Letters["missing"] = async (...asked) =>
    (await doors.letters()).letters.missing(...asked);
  return { ...built, origins: originsOf(built), identity, proposals, guideOffice, missingLetter, ...doors };
}
