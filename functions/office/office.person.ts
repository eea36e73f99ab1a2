/** How a member of an office and their unit are named on a page. */
import type { Staff } from "../identity/identity.ts";
import type { Config } from "../kit/config.ts";

type Units = Pick<Config, "units">;

/** A unit that is not configured (any more) is named by its code. */
export const unitName = ({ units }: Units, code: string, lang: "zh" | "en"): string =>
  units.find((unit) => unit.code === code)?.name[lang] ?? code;

export const personOf = (config: Units, staff: Staff, lang: "zh" | "en") => ({
  name: staff.name,
  unit: unitName(config, staff.unit, lang),
});
