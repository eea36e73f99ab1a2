/** What the routes of annual reports have in common. */
import type { Context } from "hono";
import type { ReportPlace } from "../../web/paths.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import type { Clock } from "../kit/clock.ts";
import type { Config } from "../kit/config.ts";
import { placeOf } from "./report.place.ts";
import type { Reports } from "./report.service.ts";

export interface ReportOfficeServices {
  readonly config: Pick<Config, "units" | "government">;
  readonly reports: Reports;
  readonly clock: Clock;
}

export function placeIn({ config }: ReportOfficeServices, context: Context<OfficeEnv>): ReportPlace {
  const asked = { year: context.req.param("year"), unit: context.req.query("unit") };
  return placeOf(config, asked, context.get("staff"));
}
