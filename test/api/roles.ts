/** Every route by every role, and the permission table must have said so. */
import { beforeAll, describe, expect, test } from "vitest";
import { denial } from "../../functions/identity/access.ts";
import { roles } from "../../functions/identity/identity.ts";
import { routesOf } from "../../functions/kit/door.ts";
import { operationsOf } from "./document.ts";
import type { Rig } from "./rig.ts";
import { caseFor, officeRoutes, send } from "./routes.ts";
import { clerk, type Receipt, staff } from "./thread.ts";

const everybody = ["zfb", "zrzy"].flatMap((unit) => roles.map((role) => staff(role, unit)));

export function describeRoles(rig: Rig) {
  test("every route of an office is in the table, and no other route asks for a token", () => {
    const guarded = operationsOf(rig.document)
      .filter(({ operation }) => operation.security.some((scheme) => "bearer" in scheme))
      .map(({ operation, path }) => [operation.operationId, path.startsWith("/api/v1/office/")]);
    expect(guarded.sort()).toEqual(officeRoutes.map(({ operationId }) => [operationId, true]).sort());
    const open = operationsOf(rig.document).filter(({ path }) => path.startsWith("/api/v1/office"));
    expect(open).toHaveLength(officeRoutes.length);
  });

  test("every route that the app knows is in the document", async () => {
    const documented = operationsOf(rig.document).map(({ method, path }) => `${method} ${path}`);
    const known = (await routesOf(rig.app))
      .filter(({ method }) => method !== "ALL")
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`);
    expect(new Set(known)).toEqual(new Set(documented));
  });

  describe.each(officeRoutes)("$operationId", (route) => {
    let shared: Receipt | undefined;
    beforeAll(async () => {
      shared = await caseFor(rig, route);
    });

    test.each(everybody)("by $name", async (person) => {
      const asked = [...(route.reads === undefined ? [] : [route.reads]), route.permission];
      const reasons = asked.map((permission) =>
        denial(person, permission, { unit: route.own ? person.unit : "zfb" }),
      );
      const reason = reasons.find((each) => each !== undefined);
      const receipt = reason === undefined ? await caseFor(rig, route) : (shared as Receipt);
      const { status, body } = await send(rig, route, receipt, { as: person });
      if (reason === undefined) expect([200, 201]).toContain(status);
      else expect([status, body.code]).toEqual([403, reason]);
    });

    const hour = 3_600;
    const now = Math.floor(Date.now() / 1000);
    test.each([
      ["no token", undefined, 401, "unauthorized"],
      ["an expired token", { exp: now - hour }, 401, "unauthorized"],
      ["a token for another audience", { aud: "https://elsewhere.example" }, 401, "unauthorized"],
      ["a token without a role", { roles: [] }, 403, "no_role"],
      ["a token without a unit", { unit: "" }, 403, "no_unit"],
    ])("with %s", async (_case, claims, status, problem) => {
      const { id: sub, name, unit, roles: theirs } = clerk;
      const token = claims && rig.issuer.token({ sub, name, unit, roles: theirs, ...claims });
      const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
      const reply = await send(rig, route, shared as Receipt, { headers });
      expect([reply.status, reply.body.code]).toEqual([status, problem]);
      if (status === 401)
        expect(reply.headers.get("www-authenticate")).toMatch(
          token ? /^Bearer .*invalid_token/ : /^Bearer realm="office"$/,
        );
    });
  });
}
