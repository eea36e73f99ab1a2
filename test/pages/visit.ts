/** One row of the table of pages. */
import type { Arrival, Arrivals } from "./arrivals.ts";

export interface Visit {
  readonly name: string;
  /** The route that answers, with its method. */
  readonly route: string;
  readonly status: number;
  arrive(arrivals: Arrivals): Promise<Arrival>;
  /** Its title is that of another visit: the same page in another state. */
  readonly again?: true;
  /** What it says is said once. */
  readonly once?: true;
  /** A file to keep, not a page. */
  readonly download?: true;
  /** A feed for programs, not a page. */
  readonly feed?: true;
  /** Nothing personal is on it, so that a browser may keep it for a moment. */
  readonly kept?: true;
}

export const visit = (
  name: string,
  route: string,
  arrive: Visit["arrive"],
  more: Partial<Pick<Visit, "status" | "again" | "once" | "kept" | "download" | "feed">> = {},
): Visit => ({ name, route: `GET ${route}`, arrive, status: 200, ...more });

export const again = { again: true } as const;
export const once = { once: true } as const;
