/** The doors of the office: signing in, the issuer's answer, signing out; and the guard in front of all the rest. */
import type { Context, MiddlewareHandler } from "hono";
import { Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { SessionEndedPage, SignInStopPage } from "../../web/pages/office/sign-in.tsx";
import { paths } from "../../web/paths.ts";
import type { AppEnv } from "../app.page.ts";
import type { Config } from "../kit/config.ts";
import { readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { SignInError } from "./identity.oidc.ts";
import type { Identity } from "./identity.service.ts";
import { returnPath, TRANSACTION_SECONDS } from "./identity.transaction.ts";
import type { Staff } from "./identity.ts";

export interface OfficeEnv extends AppEnv {
  Variables: AppEnv["Variables"] & { staff: Staff };
}

export interface SignInServices {
  readonly config: Pick<Config, "publicOrigin">;
  readonly identity: Identity;
}

const SESSION = "__Host-session";
const TRANSACTION = "__Host-signin";
const cookie = { path: "/", secure: true, httpOnly: true, sameSite: "Lax" } as const;

/**
 * Mount it before every other part of the office: what it does not answer itself needs a session, and finds the
 * person as `staff` in the context.
 */
export function signInOffice({ config, identity }: SignInServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();

  app.get(paths.officeSignIn(), async (context) => {
    const returnTo = returnPath(context.req.query("return"));
    const { location, transaction } = await identity.beginSignIn(returnTo, context.get("view").lang);
    setCookie(context, TRANSACTION, transaction, { ...cookie, maxAge: TRANSACTION_SECONDS });
    return seeOther(context, location);
  });

  app.get(paths.officeSignedIn(), async (context) => {
    const transaction = getCookie(context, TRANSACTION);
    // Whatever comes of it, a sign-in can be answered once.
    deleteCookie(context, TRANSACTION, cookie);
    try {
      const signedIn = await identity.completeSignIn(new URL(context.req.url).searchParams, transaction);
      if ("refused" in signedIn) return stop(context, signedIn.refused, 403);
      setCookie(context, SESSION, signedIn.sessionId, cookie);
      return seeOther(context, signedIn.returnTo);
    } catch (error) {
      if (error instanceof SignInError) return stop(context, error.code, 400);
      throw error;
    }
  });

  app.post(paths.officeSignOut(), async (context) => {
    const returnTo = config.publicOrigin + paths.officeSignedOut();
    const location = await identity.signOut(getCookie(context, SESSION), returnTo);
    deleteCookie(context, SESSION, cookie);
    return seeOther(context, location ?? paths.officeSignedOut());
  });

  app.get(paths.officeSignedOut(), (context) => stop(context, "signedOut", 200));

  // The pattern covers `/office` itself too.
  app.use(`${paths.office()}/*`, requireSession(identity));
  return app;
}

function stop(
  context: Context<OfficeEnv>,
  reason: Parameters<typeof SignInStopPage>[0]["reason"],
  status: 200 | 400 | 403,
) {
  return renderPage(context, <SignInStopPage view={context.get("view")} reason={reason} />, status);
}

function requireSession(identity: Identity): MiddlewareHandler<OfficeEnv> {
  return async (context, next) => {
    const session = await identity.sessionOf(getCookie(context, SESSION));
    if (session !== undefined) {
      context.set("staff", session.staff);
      return next();
    }
    const { path } = context.get("view");
    if (context.req.method !== "POST") return seeOther(context, paths.officeSignIn(returnPath(path)));
    return renderPage(
      context,
      <SessionEndedPage view={context.get("view")} action={path} fields={await sent(context)} />,
      401,
    );
  };
}

/** What the form held goes back to the browser that sent it, and nowhere else. */
async function sent(context: Context): Promise<[string, string][]> {
  return Object.entries(await readForm(context)).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
}
