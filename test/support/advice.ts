/** Questions and suggestions on the real services, found by a real index that the stream would make. */

import { adviceDocument } from "../../functions/advice/advice.jobs.ts";
import { adviceLimits } from "../../functions/advice/advice.limit.ts";
import type { AuditStore } from "../../functions/audit/audit.store.ts";
import { openLimits } from "../../functions/booking/booking.limit.service.ts";
import { chinaCalendar } from "../../functions/calendar/calendar.ts";
import type { Clock } from "../../functions/kit/clock.ts";
import type { Unit } from "../../functions/kit/config.ts";
import { systemRandom } from "../../functions/kit/id.ts";
import type { Table } from "../../functions/kit/table.ts";
import type { Vault } from "../../functions/kit/vault.ts";
import { buildIndex } from "../../functions/search/search.build.ts";
import { openIndex } from "../../functions/search/search.query.ts";
import type { Search } from "../../functions/search/search.service.ts";
import { noWords } from "../../functions/search/search.ts";
import { adviceOf } from "../../functions/wiring.advice.ts";

interface Ground {
  readonly table: Table;
  readonly audit: AuditStore;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly config: { readonly units: readonly Unit[] };
}

const MOST = 100;

export function adviceFor({ config, ...ground }: Ground) {
  const { units } = config;
  const advice = adviceOf({
    ...ground,
    random: systemRandom,
    calendar: chinaCalendar(),
    config: { units, regionCode: "330110" },
  });
  const unitName = (code: string) => units.find((unit) => unit.code === code)?.name.zh ?? "";
  const adviceSearch: Search = {
    async current() {
      const { answers } = await advice.listPublic({ limit: MOST });
      const files = await buildIndex(
        answers.map((answer) => adviceDocument(answer, unitName)),
        noWords,
      );
      return { version: "test", searcher: openIndex(files) };
    },
  };
  return { advice, pages: { advice, adviceSearch, adviceLimits: openLimits(ground, adviceLimits) } };
}
