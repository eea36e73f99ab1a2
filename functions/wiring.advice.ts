/** Builds what questions and suggestions are worked with; `wiring.ts` calls it for the functions that need it. */
import type { AdviceEvent, AdviceHead } from "./advice/advice.case.ts";
import { adviceEventSchema, adviceHeadSchema, queueOf } from "./advice/advice.case.ts";
import { adviceFlow } from "./advice/advice.flow.ts";
import { adviceLimits } from "./advice/advice.limit.ts";
import type { AdviceService } from "./advice/advice.service.ts";
import { openAdvice } from "./advice/advice.service.ts";
import { openAdviceStore } from "./advice/advice.store.ts";
import { openLimits } from "./booking/booking.limit.service.ts";
import { openCaseStore } from "./case/case.store.ts";
import { openNoticeStore } from "./notice/notice.store.ts";
import { openPublishing } from "./search/search.publish.service.ts";
import { openSearch } from "./search/search.service.ts";
import type { Ground } from "./wiring.ground.ts";

/** The index of what everybody may read of questions and suggestions. */
const ADVICE = "advice";

type AdviceGround = Pick<Ground, "table" | "vault" | "clock" | "random" | "calendar" | "audit"> & {
  readonly config: Pick<Ground["config"], "regionCode" | "units">;
};
type FindingGround = Pick<Ground, "bucket" | "clock" | "log">;

export const adviceCasesOf = ({ table, calendar }: Pick<Ground, "table" | "calendar">) =>
  openCaseStore<AdviceHead, AdviceEvent>({
    table,
    head: adviceHeadSchema,
    event: adviceEventSchema,
    queueOf: (head) => queueOf(head, calendar),
    flow: adviceFlow.id,
  });

export function adviceOf(ground: AdviceGround): AdviceService {
  const { table, config } = ground;
  return openAdvice({
    ...ground,
    cases: adviceCasesOf(ground),
    notices: openNoticeStore(table),
    store: openAdviceStore(ground),
    regionCode: config.regionCode,
    units: config.units.map(({ code }) => code),
  });
}

export const advicePagesOf = (ground: AdviceGround & FindingGround) => ({
  advice: adviceOf(ground),
  adviceSearch: openSearch({ ...ground, name: ADVICE }),
  adviceLimits: openLimits(ground, adviceLimits),
});

export const adviceJobsOf = (ground: Ground) => ({
  advice: adviceOf(ground),
  publishing: openPublishing({ ...ground, name: ADVICE }),
  unitName: (code: string): string => ground.config.units.find((unit) => unit.code === code)?.name.zh ?? "",
});
