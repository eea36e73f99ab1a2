/** What dates bring about: a text that was approved for a day is read from that day on, and is taken away on another. */
import { dayOf } from "../calendar/calendar.day.ts";
import { denial } from "../identity/access.ts";
import type { System } from "../identity/identity.ts";
import type { Clock } from "../kit/clock.ts";
import { forbidden, Problem } from "../kit/problem.ts";
import type { GazetteChange } from "./gazette.change.ts";
import { publish, withdraw } from "./gazette.change.ts";
import type { GazetteHead } from "./gazette.record.ts";
import type { GazetteStore } from "./gazette.store.ts";
import type { GazetteWrites } from "./gazette.write.service.ts";

const BATCH = 50;
const MOST_ROUNDS = 20;
const system: System = { kind: "system" };

export function openGazetteDates(
  { commit }: Pick<GazetteWrites, "commit">,
  { store, clock }: { readonly store: Pick<GazetteStore, "due">; readonly clock: Clock },
) {
  async function move(head: GazetteHead): Promise<boolean> {
    const denied = denial(system, "gazette.clock", { unit: head.unit });
    if (denied !== undefined) throw forbidden(denied);
    const at = clock();
    const change = changeOf(head, at, dayOf(at));
    if (change === undefined) return false;
    try {
      await commit(head, change, {
        actor: system,
        action: change.version === undefined ? "withdraw" : "publish",
      });
      return true;
    } catch (error) {
      // A person was first; what the date asks for is looked at again in the next run.
      if (error instanceof Problem && error.code === "gazette_changed") return false;
      throw error;
    }
  }

  return {
    /** Does what the dates up to today ask for; answers with how many were looked at and how many moved. */
    async moveByDates(): Promise<{ looked: number; moved: number }> {
      const result = { looked: 0, moved: 0 };
      for (let round = 0; round < MOST_ROUNDS; round += 1) {
        const heads = await store.due(dayOf(clock()), BATCH);
        let moved = 0;
        for (const head of heads) moved += (await move(head)) ? 1 : 0;
        result.looked += heads.length;
        result.moved += moved;
        if (moved === 0 || heads.length < BATCH) return result;
      }
      return result;
    },
  };
}

function changeOf(head: GazetteHead, at: string, today: string): GazetteChange | undefined {
  const { work, live } = head;
  const from = work?.state === "waiting" ? work.content.from : undefined;
  if (work !== undefined && from !== undefined && from <= today) return publish(head, work, { at });
  if (live?.state === "published" && live.until !== undefined && live.until <= today)
    return withdraw(head, live, { at });
  return undefined;
}
