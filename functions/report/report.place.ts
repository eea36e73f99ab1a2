/** Whose report of which year an address speaks of, and how it is called. */
import type { ReportPlace } from "../../web/paths.ts";
import type { Staff } from "../identity/identity.ts";
import type { Config } from "../kit/config.ts";
import { notFound } from "../kit/problem.ts";
import { unitName } from "../office/office.person.ts";
import { readYear } from "./report.ts";

type Named = Pick<Config, "units" | "government">;

/** In an address, instead of a unit: the report of the whole government. */
const WHOLE = "whole";

/** What a request says, before it is understood. */
export interface AskedPlace {
  readonly year: string | undefined;
  readonly unit: string | undefined;
}

/** Without a unit it is the person's own. Throws 404 for what is no report. */
export function placeOf({ units }: Named, asked: AskedPlace, staff: Pick<Staff, "unit">): ReportPlace {
  const year = readYear(asked.year ?? "");
  const wanted = asked.unit || staff.unit;
  if (year === undefined) throw notFound("report_not_found");
  if (wanted === WHOLE) return { year };
  if (!units.some((unit) => unit.code === wanted)) throw notFound("report_not_found");
  return { year, unit: wanted };
}

export const nameOf = (config: Named, { unit }: ReportPlace, lang: "zh" | "en"): string =>
  unit === undefined ? config.government[lang] : unitName(config, unit, lang);
