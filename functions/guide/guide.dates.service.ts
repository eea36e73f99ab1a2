/** What dates bring about: an approved version becomes the one that citizens read, a guide is over (计划生效/取消日期). */
import { dayOf } from "../calendar/calendar.day.ts";
import { denial } from "../identity/access.ts";
import type { System } from "../identity/identity.ts";
import type { Clock, Instant } from "../kit/clock.ts";
import { forbidden, Problem } from "../kit/problem.ts";
import { end, publish } from "./guide.change.ts";
import type { GuideCommits } from "./guide.commit.service.ts";
import type { GuideHead } from "./guide.record.ts";
import type { GuideStore } from "./guide.store.ts";

const BATCH = 50;
/** Enough for every guide of a large county in one run; what is left comes in the next. */
const MOST_ROUNDS = 100;
const system: System = { kind: "system" };

export function openGuideDates(
  commits: GuideCommits,
  { store, clock }: { store: Pick<GuideStore, "due">; clock: Clock },
) {
  async function move(head: GuideHead, at: Instant): Promise<boolean> {
    const denied = denial(system, "guide.clock", { unit: head.unit });
    if (denied !== undefined) throw forbidden(denied);
    const today = dayOf(at);
    const { waiting, live } = head;
    if (live?.until !== undefined && live.until <= today && (waiting === undefined || waiting.from > today))
      return commit(head, end(head, at), at);
    if (waiting === undefined || waiting.from > today) return false;
    const version = await commits.versionOf(head.id, waiting.n);
    return commit(head, publish(head, version, at), at);
  }

  async function commit(head: GuideHead, change: ReturnType<typeof end>, at: Instant): Promise<boolean> {
    const deed = change.live?.kind === "end" ? "abolish" : "replace";
    try {
      await commits.commit(head, change, { at, deeds: [{ actor: system, deed }] });
      return true;
    } catch (error) {
      // A person was first; what the date asks for is looked at again in the next run.
      if (error instanceof Problem && error.code === "guide_changed") return false;
      throw error;
    }
  }

  return {
    /** Does what the dates up to today ask for; answers with how many guides were looked at and how many moved. */
    async moveByDates(): Promise<{ looked: number; moved: number }> {
      const result = { looked: 0, moved: 0 };
      for (let round = 0; round < MOST_ROUNDS; round += 1) {
        const at = clock();
        const heads = await store.due(dayOf(at), BATCH);
        let moved = 0;
        for (const head of heads) moved += (await move(head, at)) ? 1 : 0;
        result.looked += heads.length;
        result.moved += moved;
        if (moved === 0 || heads.length < BATCH) return result;
      }
      return result;
    },
  };
}
