/** Random ways of a guide through everybody's hands: whatever is tried, the rules of two people and of the table hold. */
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { guideSubject } from "../../functions/audit/audit.ts";
import { type GuideActAction, guideDeeds } from "../../functions/guide/guide.act.service.ts";
import { guideMoves, guideStates } from "../../functions/guide/guide.flow.ts";
import type { GuideVersion, OfficeGuide } from "../../functions/guide/guide.record.ts";
import type { Staff } from "../../functions/identity/identity.ts";
import { Problem } from "../../functions/kit/problem.ts";
import { useEngine } from "../support/engine.ts";
import { freshGuide, guidesOn, people } from "./desk.ts";

const engine = useEngine();
let desk: ReturnType<typeof guidesOn>;
beforeAll(() => {
  desk = guidesOn(engine.table);
});

/** Those whose acts are the most tempting to get wrong come most often. */
const often = [people.both, people.both, people.clerk, people.clerk, people.reviewer] as const;
const actors: readonly Staff[] = [...often, ...often, ...Object.values(people)];
const common = ["save", "hand_in", "hand_in", "approve", "approve", "revise"] as const;
const step = fc.record({
  deed: fc.constantFrom("check", "nextDay", ...common, ...common, ...guideDeeds),
  actor: fc.constantFrom(...actors),
  /** What a saved draft says: whether it is complete, and from when it holds. */
  complete: fc.constantFrom(true, true, true, false),
  inDays: fc.constantFrom(undefined, 0, 2),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const by = (actor: Staff, ...deeds: readonly Step["deed"][]): Step[] =>
  deeds.map((deed) => ({ deed, actor, complete: true, inDays: undefined }));
/** The way that must be among those that are tried, because chance may miss it. */
const beaten: Step[] = [
  ...by(people.both, "save", "hand_in", "approve"),
  ...by(people.reviewer, "approve", "approve"),
  ...by(people.clerk, "revise", "hand_in"),
  ...by(people.reviewer, "approve"),
];

/** Which states may follow which, by the table; a version begins as a draft. */
const follows = new Set(guideMoves.flatMap(({ from, to }) => from.map((each) => `${each} ${to}`)));

async function take(id: string, { deed, actor, complete, inDays }: Step): Promise<void> {
  if (deed === "nextDay") {
    desk.clock.pass(24 * 3600);
    await desk.guides.moveByDates();
    return;
  }
  if (deed === "revise") await desk.guides.revise({ id, actor });
  else if (deed === "check") await desk.guides.check({ id, actor });
  else if (deed === "save") {
    const { head, versions } = await desk.guides.readForOffice(id, people.auditor);
    const before = versions.find(({ n }) => n === (head.work?.n ?? head.latest));
    const day = inDays === undefined ? undefined : desk.clock.now().slice(0, 8) + String(10 + inDays);
    const guide = { ...before?.guide, superviseWay: complete ? [{ number: "020-12345" }] : [] };
    await desk.guides.saveDraft({
      id,
      actor,
      guide: day === undefined ? guide : { ...guide, planEffectiveDate: day },
    });
  } else await desk.guides.act({ id, action: deed as GuideActAction, actor, reason: "因系统升级" });
}

function holds(before: OfficeGuide, after: OfficeGuide): void {
  for (const version of after.versions) {
    expect(guideStates).toContain(version.state);
    const was = before.versions.find(({ n }) => n === version.n);
    if (was === undefined) expect(version.state).toBe("draft");
    else if (was.state !== version.state) expect(follows).toContain(`${was.state} ${version.state}`);
    if (was !== undefined && was.state !== "draft") expect(version.guide).toEqual(was.guide);
    if (version.state === "published" || version.state === "paused") byTwo(version);
  }
  const readable = after.versions.filter(
    ({ state, publishedAt }) => isOpen(state) && publishedAt !== undefined,
  );
  expect(readable.map(({ n }) => n)).toEqual(after.head.live === undefined ? [] : [after.head.live.n]);
}

const isOpen = (state: GuideVersion["state"]) => state === "published" || state === "paused";

function byTwo({ authors, approver }: GuideVersion): void {
  expect(approver).toBeDefined();
  expect(authors.map(({ id }) => id)).not.toContain(approver?.id);
  expect(["reviewer", "other-reviewer", "both"]).toContain(approver?.id);
}

test("no state outside the table, nothing published by one person, and citizens read what the head says", async () => {
  const met = { published: 0, same_person: 0, out_of_turn: 0, revised: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 40 }), async (steps) => {
      const { id } = await desk.guides.startDraft({ guide: freshGuide(), actor: people.clerk });
      let before = await desk.guides.readForOffice(id, people.auditor);
      let refusals = 0;
      for (const each of steps) {
        const denied = await take(id, each).catch((error: unknown) => {
          if (!(error instanceof Problem)) throw error;
          expect([403, 409, 422]).toContain(error.status);
          if (error.code === "same_person" || error.code === "out_of_turn") met[error.code] += 1;
          return error.status === 403 || error.code === "out_of_turn";
        });
        if (denied === true) refusals += 1;
        const after = await desk.guides.readForOffice(id, people.auditor);
        holds(before, after);
        const live = await desk.guides.readLive(id);
        if (after.head.live === undefined) expect(live?.state ?? "abolished").toBe("abolished");
        else expect(live).toMatchObject({ version: after.head.live.n, state: after.head.live.state });
        before = after;
      }
      for (const { state, publishedAt } of before.versions) {
        if (publishedAt !== undefined) met.published += 1;
        if (state === "revised") met.revised += 1;
      }
      const record = await desk.audit.list(guideSubject(id), 1000);
      expect(record.filter(({ result }) => result === "refused")).toHaveLength(refusals);
    }),
    { numRuns: 25, examples: [[beaten]] },
  );
  // The walks went where it matters.
  for (const count of Object.values(met)) expect(count).toBeGreaterThan(0);
}, 120_000);
