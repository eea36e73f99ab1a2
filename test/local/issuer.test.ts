import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBearer } from "../../functions/identity/identity.bearer.ts";
import { staffFromClaims } from "../../functions/identity/identity.claims.ts";
import { openIssuer } from "../../functions/identity/identity.issuer.ts";
import { openOidc } from "../../functions/identity/identity.oidc.ts";
import { takeFolder } from "../../stacks/local/folder.ts";
import { type Issuer, startIssuer } from "../../stacks/local/issuer.ts";
import { machines, people } from "../../stacks/local/people.ts";
import { listenNear } from "../../stacks/local/port.ts";
import { type LocalSecrets, openSecrets } from "../../stacks/local/secrets.ts";
import { browser } from "./support/browser.ts";

const publicOrigin = "http://127.0.0.1:4250";
const claims = { roles: "roles", unit: "unit" };
const data = mkdtempSync(join(tmpdir(), "yichuang-issuer-"));
let secrets: LocalSecrets;
let issuer: Issuer;

beforeAll(async () => {
  const folder = takeFolder(data);
  secrets = openSecrets(folder);
  folder.release();
  issuer = await startIssuer({ port: 0, publicOrigin, secrets });
});
afterAll(async () => {
  await issuer.stop();
  rmSync(data, { recursive: true, force: true });
});

const oidc = (clientSecret = secrets.oidcClientSecret) =>
  openOidc({
    issuer: openIssuer(issuer.url),
    clientId: "yichuang-office",
    clientSecret,
    redirectUri: `${publicOrigin}/office/signed-in`,
    random: (length) => randomBytes(length),
  });

describe("signing in", () => {
  test.each(people)("as $id gives the office name, role and unit", async (person) => {
    const [client, { visit, submit }] = [oidc(), browser(issuer.url)];
    const handshake = client.newHandshake();
    const page = await visit(await client.authorizationUrl(handshake, "zh"));
    expect(page.response.status).toBe(200);
    const back = await submit(page.url, { person: person.id });
    expect(back.url.origin + back.url.pathname).toBe(`${publicOrigin}/office/signed-in`);
    const found = staffFromClaims(await client.claims(back.url.searchParams, handshake), "staff", claims);
    expect(found).toEqual({
      staff: { kind: "staff", id: person.id, name: person.name, unit: person.unit, roles: person.roles },
    });
  });

  test("shows a page of its own, in both languages, without a script", async () => {
    const client = oidc();
    const zh = await browser(issuer.url).visit(await client.authorizationUrl(client.newHandshake(), "zh"));
    const html = await zh.response.text();
    expect(html).toContain('<html lang="zh-Hans">');
    expect(html).toContain("width=device-width");
    for (const person of people) expect(html).toContain(`value="${person.id}"`);
    expect(html).not.toContain("<script");
    expect(zh.response.headers.get("content-security-policy")).toContain(
      `form-action 'self' ${publicOrigin}`,
    );
    const en = await browser(issuer.url).visit(await client.authorizationUrl(client.newHandshake(), "en"));
    expect(await en.response.text()).toContain("<h1>Choose a demo person</h1>");
  });

  test("is cancelled without a choice, and for nobody known", async () => {
    const client = oidc();
    for (const person of ["", "nobody"]) {
      const { visit, submit } = browser(issuer.url);
      const handshake = client.newHandshake();
      const page = await visit(await client.authorizationUrl(handshake, "zh"));
      const back = await submit(page.url, { person });
      await expect(client.claims(back.url.searchParams, handshake)).rejects.toMatchObject({
        code: "cancelled",
      });
    }
  });

  test("wants PKCE, the registered address and the secret", async () => {
    const client = oidc();
    const { visit, submit } = browser(issuer.url);
    const handshake = client.newHandshake();
    const url = new URL(await client.authorizationUrl(handshake, "zh"));
    const without = new URL(url);
    without.searchParams.delete("code_challenge");
    without.searchParams.delete("code_challenge_method");
    expect((await browser(issuer.url).visit(without.href)).url.searchParams.get("error")).toBe(
      "invalid_request",
    );
    const elsewhere = new URL(url);
    elsewhere.searchParams.set("redirect_uri", "https://evil.example/");
    const stopped = await browser(issuer.url).visit(elsewhere.href);
    expect(stopped.url.origin).toBe(issuer.url);
    expect(await stopped.response.text()).toContain("登录没有完成");
    const back = await submit((await visit(url.href)).url, { person: "clerk-zfb" });
    await expect(oidc("guess").claims(back.url.searchParams, handshake)).rejects.toMatchObject({
      code: "failed",
    });
  });

  test("a sign-in that is over is a page that says so", async () => {
    const over = await browser(issuer.url).visit(`${issuer.url}/sign-in/nothing`);
    expect(over.response.status).toBe(400);
    expect(await over.response.text()).toContain("请回到政务服务页面");
  });

  test("and out again asks once, and returns to the office", async () => {
    const client = oidc();
    const { visit, submit } = browser(issuer.url);
    const page = await visit(await client.authorizationUrl(client.newHandshake(), "zh"));
    await submit(page.url, { person: "clerk-zfb" });
    // Known to the issuer: no question this time.
    const known = await visit(await client.authorizationUrl(client.newHandshake(), "zh"));
    expect(known.url.origin).toBe(publicOrigin);
    const asked = await visit((await client.endSessionUrl(`${publicOrigin}/office/signed-out`)) ?? "");
    const form = await asked.response.text();
    expect(form).toContain("退出演示登录");
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(form)?.[1] ?? "";
    const action = /action="([^"]+)"/.exec(form)?.[1] ?? "";
    const out = await submit(new URL(action, asked.url), { xsrf, logout: "yes" });
    expect(out.url.href).toBe(`${publicOrigin}/office/signed-out`);
    const again = await visit(await client.authorizationUrl(client.newHandshake(), "zh"));
    expect(again.url.origin).toBe(issuer.url);
  });
});

describe("a program", () => {
  const token = async (id: string, secret: string, more: Record<string, string> = {}) => {
    const authorization = `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}`;
    const body = new URLSearchParams({ grant_type: "client_credentials", ...more });
    return fetch(`${issuer.url}/token`, { method: "POST", body, headers: { authorization } });
  };
  const bearer = (audience = `${publicOrigin}/api`) =>
    openBearer({ issuer: openIssuer(issuer.url), audience, claims });

  test.each(machines)("$id gets a token that the API takes", async (machine) => {
    const answer = (await (await token(machine.id, secrets.oidcClientSecret)).json()) as {
      access_token: string;
    };
    const request = new Request(publicOrigin, {
      headers: { authorization: `Bearer ${answer.access_token}` },
    });
    expect(await bearer().bearerStaff(request)).toEqual({
      kind: "machine",
      id: machine.id,
      name: machine.name,
      unit: machine.unit,
      roles: machine.roles,
    });
    await expect(bearer("https://other.example/api").bearerStaff(request)).rejects.toMatchObject({
      code: "unauthorized",
    });
  });

  test("gets none with another secret, for another API, or as the office", async () => {
    expect((await token("script-auditor", "guess")).status).toBe(401);
    const other = await token("script-auditor", secrets.oidcClientSecret, {
      resource: "https://other.example/api",
    });
    expect(await other.json()).toMatchObject({ error: "invalid_target" });
    expect((await token("yichuang-office", secrets.oidcClientSecret)).status).toBe(400);
  });

  test("may keep its token over a restart of the issuer", async () => {
    const first = (await (await token("script-auditor", secrets.oidcClientSecret)).json()) as {
      access_token: string;
    };
    const port = Number(new URL(issuer.url).port);
    await issuer.stop();
    issuer = await startIssuer({ port, publicOrigin, secrets });
    expect(issuer.url).toBe(`http://127.0.0.1:${port}`);
    // fetch still keeps a connection to the one that was stopped, and finds that out only by using it.
    await fetch(issuer.url).catch(() => undefined);
    const request = new Request(publicOrigin, { headers: { authorization: `Bearer ${first.access_token}` } });
    expect((await bearer().bearerStaff(request)).id).toBe("script-auditor");
  });
});

test("the issuer moves to another port when its own is taken", async () => {
  const taken = createServer();
  const port = await listenNear(taken, 0);
  const moved = await startIssuer({ port, publicOrigin, secrets });
  expect(moved.url).not.toBe(`http://127.0.0.1:${port}`);
  await moved.stop();
  taken.close();
});
