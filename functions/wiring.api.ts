/** Builds what the API's function needs; what is behind a door is built when somebody goes through it. */
import type { ApiServices } from "./app.api.ts";
import { openBearer } from "./identity/identity.bearer.ts";
import { openIssuer } from "./identity/identity.issuer.ts";
import { disclosureOf } from "./wiring.disclosure.ts";
import type { Shelled } from "./wiring.ground.ts";
import { once, openGround } from "./wiring.ground.ts";
import { claimNamesOf } from "./wiring.identity.ts";
import { progressOf } from "./wiring.progress.ts";

export async function apiServices(): Promise<ApiServices & Shelled> {
  const built = disclosureOf(await openGround("api"));
  const { config } = built;
  const issuer = openIssuer(config.oidc.issuer);
  const bearer = openBearer({ issuer, audience: config.oidc.audience, claims: claimNamesOf(built) });
  const booking = async () => (await import("./wiring.booking.ts")).bookingApiServices(built);
  const guideApi = async () => (await import("./wiring.guide.ts")).guideApiOf(built);
  const publishedPages = once(async () => (await import("./wiring.published.ts")).publishedPagesOf(built));
  const gazettePages = once(async () => (await import("./wiring.gazette.ts")).gazettePagesOf(built));
  const doors = {
    booking,
    guideApi,
    publishedPages,
    gazettePages,
    advicePages: once(async () => (await import("./wiring.advice.ts")).advicePagesOf(built)),
    visits: once(async () => (await import("./wiring.visit.ts")).visitOf(built)),
    reports: async () => (await import("./wiring.report.ts")).reportsOf(built),
    letters: once(async () => (await import("./wiring.report.ts")).lettersOf(built)),
    evidence: once(async () => (await import("./wiring.report.ts")).evidenceOf(built)),
    alike: once(async () => (await import("./wiring.alike.ts")).alikeOf(built)),
  };
  return { ...built, progress: progressOf(built), bearer, ...doors };
}
