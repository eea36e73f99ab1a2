/** Builds what somebody follows a case with by number and query code. */
import { headKey } from "./case/case.store.ts";
import { openProgressService } from "./progress/progress.service.ts";
import { openProgressStore } from "./progress/progress.store.ts";
import type { DisclosureGround } from "./wiring.disclosure.ts";

export function progressOf({ table, vault, clock, calendar, parts, disclosure }: DisclosureGround) {
  const store = openProgressStore({ table, vault, headKey });
  return openProgressService({ store, vault, clock, calendar, heads: parts.cases, disclosure });
}
