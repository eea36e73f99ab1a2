/** Refusals that the pages of bookings explain themselves; every other problem is for the app's own page. */
import * as v from "valibot";
import type { RefusedFacts } from "../../web/pages/booking/refused.tsx";
import { Problem } from "../kit/problem.ts";

const explained = new Set([
  ...["day_closed", "slot_not_published", "slot_not_open", "slot_over", "slot_full", "same_slot"],
  ...["slot_does_not_fit", "turn_not_yet", "being_drawn"],
  ...["already_booked", "limit_reached", "banned", "agent_refused", "token_reused"],
  ...["already_waiting", "times_free", "waited_often"],
  ...["booking_state", "hold_expired", "seat_closed", "too_late_to_change"],
]);

const words = v.object({ zh: v.string(), en: v.string() });
const closure = v.variant("code", [
  v.object({ code: v.literal("holiday"), name: words }),
  v.object({ code: v.picklist(["weekly", "unannounced"]) }),
  v.object({ code: v.literal("announced"), note: v.exactOptional(words) }),
]);
/** A problem's members have no type, because every problem has its own. */
const members = v.object({
  closure: v.exactOptional(closure),
  opensAt: v.exactOptional(v.string()),
  until: v.exactOptional(v.string()),
  limit: v.exactOptional(v.object({ most: v.number(), per: v.picklist(["day", "month"]) })),
  alternatives: v.optional(v.array(v.object({ day: v.string(), time: v.string(), free: v.number() })), []),
});

export interface Refused {
  readonly status: Problem["status"];
  readonly code: string;
  readonly facts: RefusedFacts;
}

/** Throws again what is no refusal of a booking. A field that the hall does not know is a refusal by its own name. */
export function refusedOf(error: unknown): Refused {
  if (!(error instanceof Problem)) throw error;
  if (error.code === "invalid" && error.errors?.[0] !== undefined)
    return { status: 409, code: "slot_not_published", facts: { alternatives: [] } };
  if (!explained.has(error.code)) throw error;
  return { status: error.status, code: error.code, facts: v.parse(members, error.members ?? {}) };
}
