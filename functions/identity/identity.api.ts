/** The guard in front of the office's part of the API: who calls, from the bearer token. */
import type { MiddlewareHandler } from "hono";
import type { Clock, Instant } from "../kit/clock.ts";
import type { Bearer } from "./identity.bearer.ts";
import type { Staff } from "./identity.ts";

export interface ApiEnv {
  Variables: { staff: Staff };
}

export interface BearerServices {
  readonly bearer: Bearer;
  readonly clock: Clock;
  /** The directory of who works in a unit: who acts through the API can be assigned a case like anybody else. */
  readonly staff: { remember(staff: Staff, at: Instant): Promise<void> };
}

/** A process forgets whom it has seen when it holds so many; remembering again costs one read. */
const MOST_SEEN = 1_000;

/** Throws what `bearerStaff` throws; finds the caller for the routes behind it as `staff`. */
export function requireBearer({
  bearer,
  clock,
  staff: directory,
}: BearerServices): MiddlewareHandler<ApiEnv> {
  const seen = new Set<string>();
  return async (context, next) => {
    const staff = await bearer.bearerStaff(context.req.raw);
    const mark = JSON.stringify([staff.unit, staff.id, staff.name, staff.roles]);
    if (!seen.has(mark)) {
      await directory.remember(staff, clock());
      if (seen.size >= MOST_SEEN) seen.clear();
      seen.add(mark);
    }
    context.set("staff", staff);
    await next();
  };
}
