import { beforeEach, describe, expect, test } from "vitest";
import { openBearer } from "../../functions/identity/identity.bearer.ts";
import { openIssuer } from "../../functions/identity/identity.issuer.ts";
import { AUDIENCE, useCrookedIssuer } from "../support/crooked-issuer.ts";

const issuer = useCrookedIssuer();
const claims = { roles: "roles", unit: "unit" };
const handler = { sub: "u2", name: "张伟", unit: "moh", roles: ["handler"] };

const bearer = () => openBearer({ issuer: openIssuer(issuer.address), audience: AUDIENCE, claims });
const request = (authorization?: string) =>
  new Request("https://banshi.example/api/v1/office/cases", {
    method: "POST",
    body: "{}",
    headers: authorization === undefined ? {} : { authorization },
  });
const staffBy = (token: string) => bearer().bearerStaff(request(`Bearer ${token}`));

beforeEach(() => {
  issuer.forged = false;
});

describe("an access token", () => {
  test("of a person speaks of the person, and the body stays to be read", async () => {
    const asked = request(`Bearer ${issuer.token(handler)}`);
    expect(await bearer().bearerStaff(asked)).toEqual({
      kind: "staff",
      id: "u2",
      name: "张伟",
      unit: "moh",
      roles: ["handler"],
    });
    expect(await asked.text()).toBe("{}");
  });

  test("of a client that is its own subject speaks of a machine", async () => {
    const token = issuer.token({ ...handler, sub: "robot", client_id: "robot", name: undefined });
    expect(await staffBy(token)).toMatchObject({ kind: "machine", id: "robot", name: "robot" });
  });

  const past = Math.floor(Date.now() / 1000) - 600;
  test.each([
    ["of another issuer", () => issuer.token({ ...handler, iss: "https://evil.example" })],
    ["for another audience", () => issuer.token({ ...handler, aud: "https://other.example" })],
    ["that has expired", () => issuer.token({ ...handler, exp: past })],
    ["that is not good yet", () => issuer.token({ ...handler, nbf: past + 1_200 })],
    ["that is an ID token", () => issuer.token(handler, { typ: "JWT" })],
    ["without a type", () => issuer.token(handler, { typ: undefined })],
    ["without an algorithm", () => issuer.token(handler, { alg: "none" })],
    ["under a shared secret", () => issuer.token(handler, { alg: "HS256" })],
    ["with an unknown key", () => issuer.token(handler, { kid: "2" })],
    ["without a signature", () => issuer.token(handler).replace(/[^.]+$/, "")],
    ["of no shape", () => "abc"],
  ])("%s is refused", async (_case, token) => {
    await expect(staffBy(token())).rejects.toMatchObject({ status: 401, code: "unauthorized" });
  });

  test("with a forged signature is refused", async () => {
    issuer.forged = true;
    await expect(staffBy(issuer.token(handler))).rejects.toMatchObject({ status: 401 });
  });

  test.each([
    ["no roles", { roles: [] }, "no_role"],
    ["no unit", { unit: undefined }, "no_unit"],
  ])("that is good but has %s is forbidden", async (_case, changed, code) => {
    const token = issuer.token({ ...handler, ...changed });
    await expect(staffBy(token)).rejects.toMatchObject({ status: 403, code });
  });

  test.each([undefined, "", "Basic dTpw", "Bearer", "Bearer a b", "DPoP abc"])("none: %s", async (header) => {
    await expect(bearer().bearerStaff(request(header))).rejects.toMatchObject({ status: 401 });
  });

  test("cannot be checked while the issuer is away", async () => {
    const away = openBearer({ issuer: openIssuer("http://127.0.0.1:1"), audience: AUDIENCE, claims });
    await expect(away.bearerStaff(request(`Bearer ${issuer.token(handler)}`))).rejects.toMatchObject({
      status: 503,
    });
  });

  test("needs the keys once", async () => {
    const one = bearer();
    issuer.requests.length = 0;
    for (let call = 0; call < 3; call += 1) await one.bearerStaff(request(`Bearer ${issuer.token(handler)}`));
    expect(issuer.requests.filter((path) => path === "/jwks")).toHaveLength(1);
  });
});
