/** The one question whether somebody may see or record what happened on an occasion; a refusal goes on record. */
import type { AuditStore } from "../audit/audit.store.ts";
import { hallSubject, officeSubject } from "../audit/audit.ts";
import type { Permission } from "../identity/access.ts";
import { denial } from "../identity/access.ts";
import type { Staff } from "../identity/identity.ts";
import { byOf } from "../identity/identity.ts";
import type { Clock } from "../kit/clock.ts";
import { forbidden } from "../kit/problem.ts";

export type OccasionPermission = Extract<Permission, `occasion.${string}`>;

export interface About {
  /** The units that it concerns: the hall's, and the one to which something was assigned. */
  readonly units: readonly string[];
  readonly hall?: string;
}

/** Throws 403 with the reason, `role` or `unit`, after having it put on record. */
export function openOccasionAccess({ audit, clock }: { readonly audit: AuditStore; readonly clock: Clock }) {
  return async function demand(
    staff: Staff,
    permission: OccasionPermission,
    { units, hall }: About,
  ): Promise<void> {
    const reasons = units.map((unit) => denial(staff, permission, { unit }));
    if (reasons.includes(undefined)) return;
    const reason = reasons[0] ?? "unit";
    const subject = hall === undefined ? officeSubject(staff.unit) : hallSubject(hall);
    const entry = { at: clock(), by: byOf(staff), action: permission, subject };
    await audit.record({ ...entry, result: "refused", reason });
    throw forbidden(reason);
  };
}
export type OccasionDemand = ReturnType<typeof openOccasionAccess>;
