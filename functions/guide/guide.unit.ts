/** An organ as some of its guides show it. */
import type { Guide, Phone } from "./guide.ts";

export interface UnitProfile {
  readonly name: string;
  readonly duties: readonly string[];
  readonly places: Guide["places"];
  readonly linkWay: readonly Phone[];
  readonly superviseWay: readonly Phone[];
}

/** What several guides say alike is said once; undefined where there is no guide. */
export function unitProfileOf(guides: readonly Guide[]): UnitProfile | undefined {
  const [first] = guides;
  if (first === undefined) return undefined;
  return {
    name: first.deptName,
    duties: [...new Set(guides.flatMap(({ duty }) => duty ?? []))],
    places: once(
      guides.flatMap(({ places }) => places),
      ({ name = "", address }) => `${name} ${address}`,
    ),
    linkWay: once(
      guides.flatMap(({ linkWay }) => linkWay),
      ({ number }) => number,
    ),
    superviseWay: once(
      guides.flatMap(({ superviseWay }) => superviseWay),
      ({ number }) => number,
    ),
  };
}

const once = <T>(all: readonly T[], nameOf: (one: T) => string): T[] =>
  [...new Map([...all].reverse().map((one) => [nameOf(one), one])).values()].reverse();
