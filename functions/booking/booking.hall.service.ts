/** The halls: read once and kept for a moment, because every booking needs them and they hardly ever change. */
import type { Clock } from "../kit/clock.ts";
import { millisecondsOf } from "../kit/clock.ts";
import type { HallStore, StoredHall } from "./booking.hall.store.ts";
import type { Hall } from "./booking.hall.ts";

/** For so long a function may work with a description that has just been changed; seats are safe in any case. */
const KEPT_MILLISECONDS = 30_000;
/** An unknown id is looked up at most this often. */
const MISSED_MILLISECONDS = 1_000;

export type Halls = ReturnType<typeof openHalls>;

export function openHalls({ store, clock }: { readonly store: HallStore; readonly clock: Clock }) {
  let kept: { readonly at: number; readonly halls: Promise<readonly StoredHall[]> } | undefined;

  function all(mostMilliseconds = KEPT_MILLISECONDS): Promise<readonly StoredHall[]> {
    const at = millisecondsOf(clock());
    if (kept !== undefined && at - kept.at < mostMilliseconds) return kept.halls;
    const halls = store.list();
    const entry = { at, halls };
    kept = entry;
    halls.catch(() => {
      if (kept === entry) kept = undefined;
    });
    return halls;
  }

  async function find(id: string): Promise<Hall | undefined> {
    const known = (await all()).find(({ hall }) => hall.id === id);
    return (known ?? (await all(MISSED_MILLISECONDS)).find(({ hall }) => hall.id === id))?.hall;
  }

  return {
    list: async (): Promise<readonly Hall[]> => (await all()).map(({ hall }) => hall),
    /** With the version that saving a change rests on; read anew. */
    async readForChange(id: string): Promise<StoredHall | undefined> {
      kept = undefined;
      return (await all()).find(({ hall }) => hall.id === id);
    },
    find,
    /** What is kept is read anew, after somebody has written a hall beside this. */
    forget(): void {
      kept = undefined;
    },
    /** Raises 409 `hall_changed` when somebody else saved first. Publishing makes the seats follow. */
    async save(hall: Hall, seenVersion: number): Promise<StoredHall> {
      const saved = await store.save(hall, seenVersion);
      kept = undefined;
      return saved;
    },
  };
}
