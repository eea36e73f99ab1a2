import { describe, expect, test } from "vitest";
import { staffFromClaims } from "../../functions/identity/identity.claims.ts";
import { returnPath } from "../../functions/identity/identity.transaction.ts";

const names = { roles: "roles", unit: "unit" };
const base = { sub: "u1", name: "王芳", unit: "moh", roles: ["clerk"] };
const rolesIn = (claims: Record<string, unknown>, roles = "roles") => {
  const found = staffFromClaims({ ...base, ...claims }, "staff", { ...names, roles });
  return "staff" in found ? found.staff.roles : found.refused;
};

describe("staff from claims", () => {
  test("a person with what the token says", () => {
    expect(staffFromClaims(base, "staff", names)).toEqual({
      staff: { kind: "staff", id: "u1", name: "王芳", unit: "moh", roles: ["clerk"] },
    });
  });

  test.each([
    ["a list", ["clerk", "reviewer"], ["clerk", "reviewer"]],
    ["a list with unknown ones", ["clerk", "root", 7, null], ["clerk"]],
    ["a list with doubles", ["clerk", "clerk"], ["clerk"]],
    ["words", "clerk handler", ["clerk", "handler"]],
    ["words with commas", "clerk,handler", ["clerk", "handler"]],
    ["unknown ones only", ["root"], "no_role"],
    ["none", [], "no_role"],
    ["an object", { clerk: true }, "no_role"],
    ["nothing", undefined, "no_role"],
  ])("roles as %s", (_case, roles, expected) => {
    expect(rolesIn({ roles })).toEqual(expected);
  });

  test("roles by a path, and by a name that holds dots itself", () => {
    expect(rolesIn({ realm_access: { roles: ["admin"] } }, "realm_access.roles")).toEqual(["admin"]);
    expect(rolesIn({ "https://gov.example/roles": ["admin"] }, "https://gov.example/roles")).toEqual([
      "admin",
    ]);
    expect(rolesIn({}, "constructor.name")).toBe("no_role");
  });

  test.each([undefined, "", "Moh", "a#b", "x".repeat(30), 7])("a unit that is none: %s", (unit) => {
    expect(staffFromClaims({ ...base, unit }, "staff", names)).toEqual({ refused: "no_unit" });
  });

  test("a subject must be there; a name need not", () => {
    expect(staffFromClaims({ ...base, sub: undefined }, "staff", names)).toEqual({ refused: "no_role" });
    expect(staffFromClaims({ ...base, name: " " }, "staff", names)).toMatchObject({ staff: { name: "u1" } });
    expect(staffFromClaims({ ...base, name: "王\u202e芳\n" }, "staff", names)).toMatchObject({
      staff: { name: "王芳" },
    });
  });
});

describe("the path to return to", () => {
  test.each([
    ["/office", "/office"],
    ["/office?step=handle&due=3", "/office?step=handle&due=3"],
    ["/office/cases/110108G26112300001A", "/office/cases/110108G26112300001A"],
    [undefined, "/office"],
    ["", "/office"],
    ["/", "/office"],
    ["/officer", "/office"],
    ["//evil.example/office", "/office"],
    ["/\\evil.example", "/office"],
    ["/office/../guides", "/office"],
    ["/office/%2e%2e/guides", "/office"],
    ["https://evil.example/office", "/office"],
    ["/office/sign-out", "/office"],
    ["/office/signed-in?code=1", "/office"],
    [`/office?${"x".repeat(600)}`, "/office"],
  ])("%s", (wanted, expected) => {
    expect(returnPath(wanted)).toBe(expected);
  });
});
