/** The one question whether somebody may see or work a hall's day; a refusal goes on record. */
import type { AuditStore } from "../audit/audit.store.ts";
import { hallSubject } from "../audit/audit.ts";
import type { Hall } from "../booking/booking.hall.ts";
import { denial } from "../identity/access.ts";
import type { Staff } from "../identity/identity.ts";
import { byOf } from "../identity/identity.ts";
import type { Clock } from "../kit/clock.ts";
import { forbidden } from "../kit/problem.ts";

export interface Deed {
  readonly permission: "visit.read" | "visit.work";
  /** What was tried, for the record. */
  readonly action: string;
}

/** Throws 403 with the reason, `role` or `unit`, after having it put on record. */
export function openVisitAccess({ audit, clock }: { readonly audit: AuditStore; readonly clock: Clock }) {
  return async function demand(staff: Staff, hall: Hall, { permission, action }: Deed): Promise<void> {
    const reason = denial(staff, permission, { unit: hall.unit });
    if (reason === undefined) return;
    await audit.record({
      at: clock(),
      by: byOf(staff),
      action: `visit.${action}`,
      subject: hallSubject(hall.id),
      result: "refused",
      reason,
    });
    throw forbidden(reason);
  };
}
export type Demand = ReturnType<typeof openVisitAccess>;
