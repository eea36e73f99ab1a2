/** Who a token speaks of: the subject, name, unit and roles among its claims. Which claims hold them is configured. */
import type { Role, Staff } from "./identity.ts";
import { isRole } from "./identity.ts";

export type Claims = Readonly<Record<string, unknown>>;

export interface ClaimNames {
  /** A claim, or a path into one with dots, such as `realm_access.roles`. */
  readonly roles: string;
  readonly unit: string;
}

/** Why somebody who proved who they are may still not come in. */
export type NotStaff = "no_role" | "no_unit";

const UNIT_SHAPE = /^[a-z0-9-]{2,20}$/;
const LONGEST_NAME = 60;

/** The person or machine that the claims speak of. Roles that this system does not know are ignored. */
export function staffFromClaims(
  claims: Claims,
  kind: Staff["kind"],
  names: ClaimNames,
): { readonly staff: Staff } | { readonly refused: NotStaff } {
  const id = typeof claims.sub === "string" ? claims.sub : "";
  const unit = claimAt(claims, names.unit);
  const roles = rolesOf(claimAt(claims, names.roles));
  if (id === "" || roles.length === 0) return { refused: "no_role" };
  if (typeof unit !== "string" || !UNIT_SHAPE.test(unit)) return { refused: "no_unit" };
  return { staff: { kind, id, name: nameOf(claims, id), unit, roles } };
}

/** The claim of exactly this name comes first, because names such as `https://gov.example/roles` hold dots too. */
function claimAt(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name
    .split(".")
    .reduce<unknown>(
      (value, part) => (isObject(value) && Object.hasOwn(value, part) ? value[part] : undefined),
      claims,
    );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** A list, or words with spaces or commas between them as some issuers write it. */
function rolesOf(value: unknown): readonly Role[] {
  const list = typeof value === "string" ? value.split(/[\s,]+/) : Array.isArray(value) ? value : [];
  return [...new Set(list.filter(isRole))];
}

function nameOf(claims: Claims, id: string): string {
  const name = [claims.name, claims.preferred_username].find(
    (each) => typeof each === "string" && each.trim(),
  );
  return String(name ?? id)
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, "")
    .trim()
    .slice(0, LONGEST_NAME);
}
