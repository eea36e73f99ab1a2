/** The doors of an office with one room behind them, which says who came in. */
import { Hono } from "hono";
import { beforeEach } from "vitest";
import { setUpView } from "../../functions/app.page.ts";
import { openAuditStore } from "../../functions/audit/audit.store.ts";
import { openIssuer } from "../../functions/identity/identity.issuer.ts";
import type { OfficeEnv } from "../../functions/identity/identity.office.tsx";
import { signInOffice } from "../../functions/identity/identity.office.tsx";
import { openOidc } from "../../functions/identity/identity.oidc.ts";
import { openIdentity } from "../../functions/identity/identity.service.ts";
import { openSessionStore } from "../../functions/identity/identity.session.store.ts";
import { openStaffStore } from "../../functions/identity/identity.staff.store.ts";
import { setUpPreferences } from "../../functions/kit/page.ts";
import { Browser } from "../support/browser.ts";
import { CLIENT, useCrookedIssuer } from "../support/crooked-issuer.ts";
import { useEngine } from "../support/engine.ts";
import { clockAt, seededRandom, testVault } from "../support/world.ts";

export const ORIGIN = "https://banshi.example";
const START = "2026-11-23T01:00:00.000Z";
export const clerk = { sub: "u1", name: "王芳", unit: "moh", roles: ["clerk", "unknown"] };

/** Call at the top of a test file. Before each test the issuer is straight again and the clock set back. */
export function useDoors() {
  const engine = useEngine();
  const issuer = useCrookedIssuer();
  const clock = clockAt(START);
  const random = seededRandom("sign-in");
  beforeEach(() => {
    issuer.person = clerk;
    issuer.bend = (claims) => claims;
    issuer.error = undefined;
    issuer.forged = false;
    clock.set(START);
  });

  function office() {
    const vault = testVault();
    const audit = openAuditStore(engine.table, random);
    const oidc = openOidc({
      issuer: openIssuer(issuer.address),
      clientId: CLIENT.id,
      clientSecret: CLIENT.secret,
      redirectUri: `${ORIGIN}/office/signed-in`,
      random,
    });
    const identity = openIdentity({
      table: engine.table,
      sessions: openSessionStore(engine.table, vault),
      staff: openStaffStore(engine.table),
      audit,
      oidc,
      vault,
      clock: clock.now,
      random,
      claims: { roles: "roles", unit: "unit" },
    });
    const app = new Hono<OfficeEnv>();
    app.use(setUpPreferences);
    app.use(setUpView({ government: { zh: "示例市", en: "Example" }, assetsPath: "/assets/test" }));
    app.route("/", signInOffice({ config: { publicOrigin: ORIGIN }, identity }));
    app.all("/office/room", (context) => context.json(context.get("staff")));
    return { browser: new Browser(app, ORIGIN), audit };
  }
  return { issuer, clock, office };
}
