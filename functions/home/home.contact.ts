/** Whom to call about anything. */
import type { Unit } from "../kit/config.ts";

export interface Contact {
  readonly phone: string;
  readonly hall: string;
  readonly address: string;
  readonly hours: string;
}

/** The first unit of the configuration runs the hall. */
export function contactOf(
  { config }: { readonly config: { readonly units: readonly Unit[] } },
  lang: "zh" | "en",
): Contact {
  const [unit] = config.units;
  return {
    phone: unit?.phone ?? "",
    hall: unit?.name[lang] ?? "",
    address: unit?.address[lang] ?? "",
    hours: unit?.hours[lang] ?? "",
  };
}
