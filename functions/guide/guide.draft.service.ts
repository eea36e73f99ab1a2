/** Writing a guide: a new one, a new version of one that has been published, and saving what was written. */

import { denial } from "../identity/access.ts";
import type { Staff } from "../identity/identity.ts";
import type { Clock } from "../kit/clock.ts";
import { conflict, invalid, Problem } from "../kit/problem.ts";
import { begin, beginAgain, beginNext, edit } from "./guide.change.ts";
import { codeProblem } from "./guide.code.ts";
import type { GuideCommits, GuideStamp } from "./guide.commit.service.ts";
import { keepable, personOf } from "./guide.commit.service.ts";
import { decideGuide } from "./guide.flow.ts";
import type { GuideHead } from "./guide.record.ts";
import { isGivenUp, isGuideId, standingOf } from "./guide.record.ts";
import { type Guide, itemCodeOf } from "./guide.ts";

/** A guide whose code can be a key. Throws 422 beside the code. */
export function withCode(guide: Guide): Guide {
  for (const field of ["taskCode", "taskHandleItem"] as const) {
    const written = guide[field];
    const problem = written === undefined ? undefined : codeProblem(written, guide.codeScheme);
    if (problem !== undefined) throw invalid([{ field, code: problem }]);
  }
  if (!isGuideId(itemCodeOf(guide))) throw invalid([{ field: "taskCode", code: "code.characters" }]);
  return guide;
}

const isTaken = (error: unknown): boolean => error instanceof Problem && error.code === "guide_exists";

export function openGuideDrafts(commits: GuideCommits, clock: Clock) {
  return {
    /** Throws 403 for who may not begin a guide; the attempt is on record. */
    demandWrite: (actor: Staff): Promise<void> =>
      commits.demand(actor, "guide.write", "start", { id: "new", unit: actor.unit }),
    /**
     * Begins a guide in the unit of whoever begins it. Throws 403 for who may not write, 409 `guide_exists` when the
     * item has a guide already, 422 for a code or a field that cannot be kept.
     */
    async startDraft(wanted: { readonly guide: unknown; readonly actor: Staff }): Promise<GuideHead> {
      const { actor } = wanted;
      const guide = withCode(keepable(wanted.guide));
      const place = { id: itemCodeOf(guide), unit: actor.unit };
      await commits.demand(actor, "guide.write", "start", place);
      const at = clock();
      const moment = { at, by: personOf(actor), reason: "" };
      const done = { at, deeds: [{ actor, deed: "start" }] } as const;
      try {
        return await commits.commit(undefined, begin(guide, place, moment), done);
      } catch (error) {
        const there = isTaken(error) ? await commits.headOf(place.id) : undefined;
        if (there === undefined || !isGivenUp(there)) throw error;
        return commits.commit(there, beginAgain(there, { guide, unit: place.unit }, moment), done);
      }
    },
    /** A new draft of what citizens read, or of the last version; the one that is being written when there is one. */
    async revise(command: GuideStamp & { readonly id: string }): Promise<GuideHead> {
      const { id, actor } = command;
      const head = await commits.headOf(id);
      await commits.demand(actor, "guide.write", "start", head);
      if (head.work !== undefined) return head;
      commits.demandSeen(head, command);
      const before = await commits.versionOf(id, head.waiting?.n ?? standingOf(head, "live").n);
      const checked = head.live?.checkedOn ?? before.guide.checkedOn;
      const guide: Guide = { ...before.guide, ...(checked === undefined ? {} : { checkedOn: checked }) };
      const at = clock();
      const change = beginNext(head, guide, { at, by: personOf(actor), reason: "" });
      return commits.commit(head, change, {
        at,
        deeds: [{ actor, deed: "start" }],
        commandId: command.commandId,
      });
    },
    /**
     * Saves a draft, complete or not; whoever saves becomes an author. Throws 403 for who may not write, 409
     * `out_of_turn` when nothing is being written and `guide_changed`, 422 for what cannot be kept.
     */
    async saveDraft(
      command: GuideStamp & { readonly id: string; readonly guide: unknown },
    ): Promise<GuideHead> {
      const { id, actor } = command;
      const head = await commits.headOf(id);
      if (commits.isRepeated(head, command)) return head;
      const decision = decideGuide<string>(standingOf(head, "work"), {
        action: "edit",
        actorId: actor.id,
        denial: (permission) => denial(actor, permission, head),
        hasErrors: false,
      });
      if ("refusal" in decision) return commits.refuse(actor, "edit", { id, reason: decision.refusal });
      commits.demandSeen(head, command);
      const guide = withCode(keepable(command.guide));
      // The code is the key: another code is another guide.
      if (itemCodeOf(guide) !== id) throw invalid([{ field: "taskCode", code: "code.fixed" }]);
      if (head.work === undefined) throw conflict("out_of_turn");
      const before = await commits.versionOf(id, head.work.n);
      const at = clock();
      const change = edit(head, before, { guide, at, by: personOf(actor), reason: "" });
      return commits.commit(head, change, {
        at,
        deeds: [{ actor, deed: "edit" }],
        commandId: command.commandId,
      });
    },
  };
}
