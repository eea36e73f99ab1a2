/** Random walks over all acts, open ones and others, with the days passing: what must hold whatever is tried. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addWorkingDays,
  chinaCalendar,
  dayOf,
  startOfDay,
} from "../../functions/calendar/calendar.ts";
import { verifyChain } from "../../functions/case/case.chain.ts";
import { after } from "../../functions/case/flow.ts";
import type { DisclosureHead } from "../../functions/disclosure/disclosure.case.ts";
import { whyThisDate } from "../../functions/disclosure/disclosure.clock.ts";
import type { DisclosureAction } from "../../functions/disclosure/disclosure.flow.ts";
import {
  disclosureActions,
  disclosureFlow,
  disclosureStates,
} from "../../functions/disclosure/disclosure.flow.ts";
import { openConsultations } from "../../functions/disclosure/disclosure.law.ts";
import { partsOf } from "../../functions/disclosure/disclosure.parts.ts";
import { openActions } from "../../functions/disclosure/disclosure.turn.ts";
import type { Actor } from "../../functions/identity/identity.ts";
import { Problem } from "../../functions/kit/problem.ts";
import { applicantOf, START, useAsides } from "./aside-world.ts";
import { dataFor, people } from "./support.ts";

const rig = useAsides();
const calendar = chinaCalendar();
const actors = Object.keys(people) as (keyof typeof people)[];

const step = fc.record({
  /** Most steps take what is open, or nothing would ever get far. */
  open: fc.integer({ min: 0, max: 9 }).map((n) => n > 1),
  pick: fc.nat(1000),
  action: fc.constantFrom(...disclosureActions),
  actor: fc.constantFrom(...actors),
  days: fc.constantFrom(0, 0, 0, 1, 2, 7, 25),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** The people of the tests as they stand to this case; whoever was consulted holds the link to its last consultation. */
function actorFor(name: keyof typeof people, head: DisclosureHead): Actor {
  const { reference, consultations } = head;
  if (name === "applicant") return applicantOf(reference);
  if (name !== "consulted") return people[name];
  return { kind: "consulted", reference, consultation: consultations?.at(-1)?.id ?? "none" };
}

/** Data of this day that suits the case, so that turn, person and the law decide and not a slip of the pen. */
function dataOf(action: DisclosureAction, head: DisclosureHead, today: string): unknown {
  const data = dataFor[action];
  const until = addWorkingDays(calendar, today, 5).due;
  return {
    ...data,
    ...("on" in data ? { on: today } : {}),
    ...("until" in data ? { until: action === "delay" ? addDays(head.due.on, 30) : until } : {}),
    ...("id" in data ? { id: openConsultations(head)[0]?.id ?? "none" } : {}),
    ...(action === "approve" ? { marks: [{ item: "reply" }, { item: "objection" }] } : {}),
    ...(action === "split" ? { parts: ["第一件", "第二件"] } : {}),
    ...(action === "transfer" ? { unit: head.unit === "zfb" ? "zrzy" : "zfb" } : {}),
    ...(action === "propose" ? { objection: "决定公开的内容和理由。", marks: ["reply", "objection"] } : {}),
  };
}

const endings: ReadonlySet<DisclosureAction> = new Set(["withdraw", "split"]);

/** An open act, each as likely as the other and not by how many may do it; the end of all things seldom. */
function choose({ open, pick, action, actor }: Step, head: DisclosureHead, today: string) {
  const byAction = new Map<DisclosureAction, Actor>();
  for (const name of actors) {
    const who = actorFor(name, head);
    for (const each of openActions(head, { actor: who, today, calendar })) byAction.set(each, who);
  }
  const pairs = [...byAction].filter(([each]) => !endings.has(each) || pick % 12 === 0);
  const chosen = open ? pairs[pick % Math.max(1, pairs.length)] : undefined;
  return chosen === undefined
    ? { action, who: actorFor(actor, head) }
    : { action: chosen[0], who: chosen[1] };
}

/** What is refused by turn, person or the law leaves a record; what a form lacks, or a race, does not. */
const isOnRecord = (error: Problem): boolean =>
  error.status === 403 ||
  (error.status === 409 && error.code === "out_of_turn") ||
  (error.errors ?? []).some(({ basis }) => basis !== undefined);

async function walk(reference: string, steps: readonly Step[]): Promise<number> {
  let recorded = 0;
  let day = dayOf(START);
  for (const each of steps) {
    day = addDays(day, each.days);
    if (each.days > 0) rig.world.clock.set(startOfDay(day));
    const before = await rig.headOf(reference);
    const { action, who } = choose(each, before, day);
    const head = await rig
      .act(reference, action, who, dataOf(action, before, day))
      .catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error;
        expect([403, 409, 422]).toContain(error.status);
        if (isOnRecord(error)) recorded += 1;
        return undefined;
      });
    const now = await rig.headOf(reference);
    if (head === undefined) expect(now.version).toBe(before.version);
    // The state is where the table leads, and never anywhere else.
    else expect(now.state).toBe(after(disclosureFlow, before.state, action));
    holds(now);
  }
  return recorded;
}

/** Of every head: its state is one of the table, its days stand once, and its date follows from its facts. */
function holds(head: DisclosureHead): void {
  expect(disclosureStates).toContain(head.state);
  const days = whyThisDate(head.clock, calendar);
  expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
  const counted = days.flatMap((each) => (each.counted === null ? [] : [each.counted]));
  expect(counted).toEqual(Array.from({ length: head.due.limitWorkingDays }, (_, n) => n + 1));
  expect(head.due.on >= (days.at(-1)?.day ?? "")).toBe(true);
}

/** Walks with these parameters, and gives the kinds of events that came of them. */
async function walks(parameters: fc.Parameters<unknown>): Promise<ReadonlySet<string>> {
  const kinds = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 22 }), async (steps) => {
      const reference = await rig.submitted();
      const recorded = await walk(reference, steps);
      await rig.replays(reference);
      const { cases } = partsOf(rig.world.options);
      const head = await rig.headOf(reference);
      const events = await cases.readStoredEvents(reference);
      const entries = await rig.recordOf(reference);
      const hashes = entries.flatMap(({ chain }) => (chain === undefined ? [] : [chain]));
      expect(verifyChain({ reference, events, head: head.chain, recorded: hashes })).toMatchObject({
        ok: true,
      });
      expect(entries.filter(({ result }) => result === "refused")).toHaveLength(recorded);
      for (const { event } of events) kinds.add(String(event.kind));
    }),
    parameters,
  );
  return kinds;
}

describe("whatever is tried, by whomever, on whatever day", () => {
  test("the state is the table's, refusals are on record, and replaying gives the stored head", async () => {
    await walks({ numRuns: 8 });
  }, 120_000);

  test("walks that are always the same leave the main way, or they would prove nothing", async () => {
    const kinds = await walks({ numRuns: 16, seed: 20_260_302 });
    expect(kinds.size).toBeGreaterThan(disclosureActions.length * 0.6);
  }, 120_000);
});
