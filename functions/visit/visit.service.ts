/** What can be done on the day of a visit. The rules are in the models; each operation is one transaction or less. */

import { openCalls } from "./visit.call.service.ts";
import { openCheckIns } from "./visit.checkin.service.ts";
import { openDays } from "./visit.day.service.ts";
import type { VisitParts } from "./visit.parts.service.ts";
import { openPublic } from "./visit.public.service.ts";
import { openSweeps } from "./visit.sweep.service.ts";
import { openWalkIns } from "./visit.walkin.service.ts";

export type Visits = ReturnType<typeof visitsOf>;

export function visitsOf(parts: VisitParts) {
  const sweeps = openSweeps(parts);
  const walkIns = openWalkIns(parts, sweeps);
  const calls = openCalls(parts, walkIns);
  const days = openDays(parts);
  return {
    halls: parts.halls,
    checkIns: openCheckIns(parts),
    walkIns,
    calls,
    days,
    public: openPublic(parts, days, calls),
    sweeps,
  };
}
