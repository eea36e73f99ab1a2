/** The whole sign-in against a real OpenID Connect provider: the one of the local stack. */
import { generateKeyPairSync } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBearer } from "../../functions/identity/identity.bearer.ts";
import { openIssuer } from "../../functions/identity/identity.issuer.ts";
import { openOidc, SignInError } from "../../functions/identity/identity.oidc.ts";
import { systemRandom } from "../../functions/kit/id.ts";
import { audienceOf, clientId } from "../../stacks/local/environment.ts";
import type { Issuer } from "../../stacks/local/issuer.ts";
import { startIssuer } from "../../stacks/local/issuer.ts";

const ORIGIN = "http://127.0.0.1:4590";
const SECRET = "secret of the test";
const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const issuerKey = { ...privateKey.export({ format: "jwk" }), kid: "k1", alg: "RS256", use: "sig" };

let provider: Issuer;
beforeAll(async () => {
  const secrets = { oidcClientSecret: SECRET, issuerCookieKey: "cookie key", issuerKey };
  provider = await startIssuer({ port: 4591, publicOrigin: ORIGIN, secrets });
});
afterAll(() => provider.stop());

const oidc = (clientSecret = SECRET) =>
  openOidc({
    issuer: openIssuer(provider.url),
    clientId,
    clientSecret,
    redirectUri: `${ORIGIN}/office/signed-in`,
    random: systemRandom,
  });

/** Goes through the provider's pages as a browser does, and gives the address at which it comes back to us. */
async function visit(start: string, form: Record<string, string>): Promise<URLSearchParams> {
  const cookies = new Map<string, string>();
  let url = new URL(start);
  let body: URLSearchParams | undefined;
  for (let step = 0; step < 10; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const method = body === undefined ? "GET" : "POST";
    const answer = await fetch(url, { method, body: body ?? null, headers: { cookie }, redirect: "manual" });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get("location");
    body = location === null ? new URLSearchParams(form) : undefined;
    url = new URL(location ?? url, url);
    if (url.origin === ORIGIN) return url.searchParams;
  }
  throw new Error("the provider never sent the browser back");
}

describe("a real provider", () => {
  test("tells who somebody is, once", async () => {
    const client = oidc();
    const handshake = client.newHandshake();
    const answer = await visit(await client.authorizationUrl(handshake, "zh"), { person: "clerk-zfb" });
    expect(await client.claims(answer, handshake)).toMatchObject({
      sub: "clerk-zfb",
      name: "王小燕",
      unit: "zfb",
      roles: ["clerk"],
    });
    await expect(client.claims(answer, handshake)).rejects.toThrow(SignInError);
  });

  test("refuses another verifier, and our wrong secret; another nonce we refuse", async () => {
    const client = oidc();
    const attempt = async (
      bend: (handshake: ReturnType<typeof client.newHandshake>) => object,
      by = client,
    ) => {
      const handshake = client.newHandshake();
      const answer = await visit(await client.authorizationUrl(handshake, "zh"), { person: "clerk-zfb" });
      await expect(by.claims(answer, { ...handshake, ...bend(handshake) })).rejects.toMatchObject({
        code: "failed",
      });
    };
    await attempt(() => ({ verifier: client.newHandshake().verifier }));
    await attempt(() => ({ nonce: client.newHandshake().nonce }));
    await attempt(() => ({}), oidc("wrong"));
  });

  test("lets somebody cancel", async () => {
    const client = oidc();
    const handshake = client.newHandshake();
    const answer = await visit(await client.authorizationUrl(handshake, "en"), { person: "" });
    await expect(client.claims(answer, handshake)).rejects.toMatchObject({ code: "cancelled" });
  });

  test("has a place to end its session, which knows the way back", async () => {
    const url = await oidc().endSessionUrl(`${ORIGIN}/office/signed-out`);
    const answer = await fetch(url ?? "");
    expect(answer.status).toBe(200);
  });

  test("gives machines tokens that the API takes", async () => {
    const basic = Buffer.from(`script-handler-zfb:${encodeURIComponent(SECRET)}`).toString("base64");
    const answer = await fetch(`${provider.url}/token`, {
      method: "POST",
      headers: { authorization: `Basic ${basic}` },
      body: new URLSearchParams({ grant_type: "client_credentials" }),
    });
    const { access_token: token } = (await answer.json()) as { access_token: string };
    const claims = { roles: "roles", unit: "unit" };
    const ask = (audience: string) =>
      openBearer({ issuer: openIssuer(provider.url), audience, claims }).bearerStaff(
        new Request(`${ORIGIN}/api/v1/office/cases`, { headers: { authorization: `Bearer ${token}` } }),
      );
    expect(await ask(audienceOf(ORIGIN))).toMatchObject({
      kind: "machine",
      id: "script-handler-zfb",
      unit: "zfb",
      roles: ["handler"],
    });
    await expect(ask("https://other.example")).rejects.toMatchObject({ status: 401 });
  });
});
