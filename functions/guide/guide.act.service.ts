/** The actions of the flow on a guide: read the head, ask the table, commit what follows. What is refused is on record. */
import { dayOf } from "../calendar/calendar.day.ts";
import { denial } from "../identity/access.ts";
import type { Staff } from "../identity/identity.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { invalid, Problem } from "../kit/problem.ts";
import { approve, confirm, discard, end, type GuideChange, hold, type Moment, turn } from "./guide.change.ts";
import {
  type GuideCommits,
  type GuideParts,
  type GuideStamp,
  personOf,
  tooLong,
} from "./guide.commit.service.ts";
import type { GuideAction, GuideRefusal } from "./guide.flow.ts";
import { decideGuide } from "./guide.flow.ts";
import { linkFindings } from "./guide.link.ts";
import { type Finding, hasErrors, lint } from "./guide.lint.ts";
import type { GuideHead, GuideTarget, GuideVersion } from "./guide.record.ts";
import { standingOf } from "./guide.record.ts";

/** What people do to a version as a whole; writing it and what dates bring about have ways of their own. */
export const guideDeeds = [
  "hand_in",
  "take_back",
  "return",
  "approve",
  "pause",
  "resume",
  "abolish",
  "discard",
] as const;
export type GuideActAction = (typeof guideDeeds)[number] & GuideAction;
export const isGuideDeed = (text: string): text is GuideActAction => guideDeeds.some((each) => each === text);

export const targetOf: Readonly<Record<GuideActAction, GuideTarget>> = {
  hand_in: "work",
  take_back: "work",
  return: "work",
  approve: "work",
  pause: "live",
  resume: "live",
  abolish: "live",
  discard: "work",
};

export interface GuideCommand extends GuideStamp {
  readonly id: string;
  readonly action: GuideActAction;
  /** For citizens (pausing, abolishing) or for the authors (returning). */
  readonly reason?: string | undefined;
  /** What else is missing in the form; told to whoever may act, and only to them. */
  readonly formErrors?: FieldErrors;
}

const MOST_REASON_CHARACTERS = 1000;

/** Nothing is handed in or published that leads nowhere. */
const withLinks: readonly GuideActAction[] = ["hand_in", "approve"];

export function openGuideActs(commits: GuideCommits, { clock, links }: Pick<GuideParts, "clock" | "links">) {
  /** The version that is being written, for the actions that are about it; the others touch no guide. */
  async function workOf(head: GuideHead, action: GuideActAction): Promise<GuideVersion | undefined> {
    if (targetOf[action] === "live" || head.work === undefined) return undefined;
    return commits.versionOf(head.id, head.work.n);
  }

  async function refused(
    command: GuideCommand,
    refusal: string,
    work: GuideVersion | undefined,
  ): Promise<never> {
    if (refusal === "reason_required")
      throw invalid([{ field: "reason", code: "reason.required" }, ...(command.formErrors ?? [])]);
    if (refusal === "has_errors" && work !== undefined) throw hasErrorsProblem(lint(work.guide));
    return commits.refuse(command.actor, command.action, { id: command.id, reason: refusal });
  }

  /**
   * Runs one action and gives the head after it. Throws 404 for a guide that is not there, 403 for who may not, 409
   * `out_of_turn` or `guide_changed`, 422 for a reason that is missing and for a guide that has errors, dead links among
   * them.
   */
  async function act(command: GuideCommand): Promise<GuideHead> {
    const { id, action, actor } = command;
    const head = await commits.headOf(id);
    if (commits.isRepeated(head, command)) return head;
    const work = await workOf(head, action);
    const reason = (command.reason ?? "").trim();
    const decision = decideGuide<string>(standingOf(head, targetOf[action]), {
      action,
      actorId: actor.id,
      denial: (permission) => denial(actor, permission, { unit: head.unit }),
      reason,
      hasErrors: work === undefined || hasErrors(lint(work.guide)),
    });
    if ("refusal" in decision) return refused(command, decision.refusal as GuideRefusal, work);
    commits.demandSeen(head, command);
    if (command.formErrors?.[0] !== undefined) throw invalid(command.formErrors);
    if (reason.length > MOST_REASON_CHARACTERS) throw tooLong("reason");
    if (withLinks.includes(action) && work !== undefined) {
      const found = linkFindings(work.guide, await links.check(id, work.guide));
      if (hasErrors(found)) throw hasErrorsProblem(found);
    }
    const at = clock();
    const change = changeOf(action, { head, work }, { at, by: personOf(actor), reason });
    return commits.commit(head, change, {
      at,
      deeds: [{ actor, deed: action }],
      commandId: command.commandId,
    });
  }

  /** Somebody looked at what citizens read and found it true today (2-17). */
  async function check(command: Omit<GuideStamp, "commandId"> & { readonly id: string }): Promise<GuideHead> {
    const { id, actor } = command;
    const head = await commits.headOf(id);
    await commits.demand(actor, "guide.write", "check", head);
    if (head.live === undefined) return commits.refuse(actor, "check", { id, reason: "out_of_turn" });
    const at = clock();
    const today = dayOf(at);
    if (head.live.checkedOn === today) return head;
    commits.demandSeen(head, command);
    return commits.commit(head, confirm(head, today), { at, deeds: [{ actor, deed: "check" }] });
  }

  return {
    act,
    check,
    /** The actions that this person may take now, in the order of the table. */
    actionsFor: (head: GuideHead, actor: Staff): readonly GuideActAction[] =>
      guideDeeds.filter((action) => {
        const standing = standingOf(head, targetOf[action]);
        const request = { action, actorId: actor.id, reason: "reason", hasErrors: false };
        const asked = {
          ...request,
          denial: (each: Parameters<typeof denial>[1]) => denial(actor, each, head),
        };
        return "move" in decideGuide<string>(standing, asked);
      }),
  };
}

const hasErrorsProblem = (findings: readonly Finding[]): Problem =>
  new Problem(422, "guide_has_errors", {
    errors: findings
      .filter(({ severity }) => severity === "error")
      .map(({ field, code }) => ({ field, code })),
  });

function changeOf(
  action: GuideActAction,
  { head, work }: { head: GuideHead; work: GuideVersion | undefined },
  moment: Moment,
): GuideChange {
  if (action === "pause") return hold(head, "paused", moment.reason);
  if (action === "resume") return hold(head, "published", "");
  if (action === "abolish") return end(head, moment.at, moment.reason);
  if (work === undefined) throw new RangeError("there is no version to act on");
  if (action === "discard") return discard(head, work, moment);
  if (action !== "approve") {
    const state = action === "hand_in" ? "review" : "draft";
    return turn(head, work, { ...moment, state, returned: action === "return" });
  }
  const { planCancelDate: until } = work.guide;
  if (until !== undefined && until <= dayOf(moment.at))
    throw invalid([{ field: "planCancelDate", code: "dates.past" }]);
  return approve(head, work, moment);
}
