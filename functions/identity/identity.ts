/** Who acts: an applicant for one case, a member of an office, a machine of an office, or the clock. */

/** The roles of an office. clerk 登记, handler 承办, reviewer 审核, auditor 监察, admin 管理. */
export const roles = ["clerk", "handler", "reviewer", "auditor", "admin"] as const;
export type Role = (typeof roles)[number];

export const isRole = (text: unknown): text is Role => roles.includes(text as Role);

/** A person of an office, or a machine client that acts for one. */
export interface Staff {
  readonly kind: "staff" | "machine";
  /** The subject that the issuer gives; stable, no personal data. */
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly roles: readonly Role[];
}

/** Somebody who has shown number and query code, or number and phone, of one case. */
export interface Applicant {
  readonly kind: "applicant";
  readonly reference: string;
}

/** Somebody who was asked about one case and holds the link to one consultation of it. */
export interface Consulted {
  readonly kind: "consulted";
  readonly reference: string;
  readonly consultation: string;
}

export interface System {
  readonly kind: "system";
}

export type Actor = Staff | Applicant | Consulted | System;

export const isStaff = (actor: Actor): actor is Staff => actor.kind === "staff" || actor.kind === "machine";

/** The actor as an event or an audit entry keeps it. */
export type By =
  | { readonly kind: "staff" | "machine"; readonly id: string; readonly name: string; readonly unit: string }
  | { readonly kind: "applicant" }
  | { readonly kind: "consulted" }
  | { readonly kind: "system" };

export function byOf(actor: Actor): By {
  if (!isStaff(actor)) return { kind: actor.kind };
  return { kind: actor.kind, id: actor.id, name: actor.name, unit: actor.unit };
}
