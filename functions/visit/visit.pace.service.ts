/** What was finished today, for forecasts: read at most once a minute, because whoever waits looks again every few seconds. */
import type { Clock } from "../kit/clock.ts";
import { millisecondsOf } from "../kit/clock.ts";
import type { VisitStore } from "./visit.store.ts";
import type { Queue, Ticket } from "./visit.ts";

const KEPT_MILLISECONDS = 60_000;
const MOST_QUEUES = 100;

export function openPace({
  store,
  clock,
}: {
  readonly store: Pick<VisitStore, "done">;
  readonly clock: Clock;
}) {
  const kept = new Map<string, { readonly at: number; readonly done: Promise<readonly Ticket[]> }>();
  return function finished({ hall, place, day }: Queue): Promise<readonly Ticket[]> {
    const name = [hall, place, day].join(" ");
    const at = millisecondsOf(clock());
    const known = kept.get(name);
    if (known !== undefined && at - known.at < KEPT_MILLISECONDS) return known.done;
    if (kept.size >= MOST_QUEUES) kept.clear();
    const done = store.done({ hall, place, day });
    kept.set(name, { at, done });
    done.catch(() => kept.delete(name));
    return done;
  };
}
