/**
 * Every path beside the main way, by one table: out of turn, by the wrong role, twice, on a closed case, with a wrong date
 * and on its last second. What is refused names its provision, changes nothing and is on record.
 */
import { describe, expect, test } from "vitest";
import {
  addDays,
  addWorkingDays,
  chinaCalendar,
  endOfDay,
  startOfDay,
} from "../../functions/calendar/calendar.ts";
import type { DisclosureHead } from "../../functions/disclosure/disclosure.case.ts";
import { asideMoves } from "../../functions/disclosure/disclosure.flow.aside.ts";
import type { DisclosureAction } from "../../functions/disclosure/disclosure.flow.ts";
import { disclosureFlow } from "../../functions/disclosure/disclosure.flow.ts";
import type { Actor } from "../../functions/identity/identity.ts";
import { applicantOf, useAsides } from "./aside-world.ts";
import { dataFor, people } from "./support.ts";

const rig = useAsides();
const { act, accepted, handling, submitted, headOf, recordOf } = rig;
const TODAY = "2026-03-02";

interface Aside {
  readonly actor: Actor;
  readonly wrong: Actor;
  /** A case on which it may be done. */
  readonly ready: () => Promise<string>;
  readonly data?: (head: DisclosureHead) => object;
  /** It may be done again, because that is another one. */
  readonly again?: true;
}

/** A case on which these have been done by who may. */
async function after(...actions: readonly DisclosureAction[]): Promise<string> {
  const reference = await handling();
  for (const action of actions)
    await act(reference, action, actorOf(action), dataOf(action, await headOf(reference)));
  return reference;
}
const consultationIn = ({ consultations }: DisclosureHead) => ({ id: consultations?.at(-1)?.id ?? "none" });

const asides: Readonly<Record<string, Aside>> = {
  ask_correction: { actor: people.clerk, wrong: people.reviewer, ready: accepted },
  correct: { actor: people.clerk, wrong: people.handler, ready: () => after("ask_correction") },
  ask_extension: { actor: people.handler, wrong: people.clerk, ready: handling },
  extend: { actor: people.reviewer, wrong: people.handler, ready: () => after("ask_extension") },
  refuse_extension: { actor: people.reviewer, wrong: people.handler, ready: () => after("ask_extension") },
  consult: { actor: people.handler, wrong: people.clerk, ready: handling, again: true },
  record_service: {
    actor: people.clerk,
    wrong: people.reviewer,
    ready: () => after("consult"),
    data: (head) => ({ ...dataFor.record_service, ...consultationIn(head) }),
    again: true,
  },
  opine: {
    actor: people.clerk,
    wrong: people.reviewer,
    ready: () => after("consult"),
    data: (head) => ({ ...dataFor.opine, ...consultationIn(head) }),
  },
  notify_fee: { actor: people.handler, wrong: people.clerk, ready: handling },
  record_payment: { actor: people.clerk, wrong: people.handler, ready: () => after("notify_fee") },
  waive_fee: { actor: people.reviewer, wrong: people.handler, ready: () => after("notify_fee") },
  ask_reasons: { actor: people.clerk, wrong: people.reviewer, ready: accepted },
  give_reasons: { actor: people.clerk, wrong: people.handler, ready: () => after("ask_reasons") },
  delay: {
    actor: people.reviewer,
    wrong: people.handler,
    ready: () => after("ask_reasons", "give_reasons"),
  },
  add_scan: { actor: people.clerk, wrong: people.handler, ready: submitted, again: true },
  transfer: { actor: people.clerk, wrong: people.handler, ready: submitted },
  split: {
    actor: people.clerk,
    wrong: people.reviewer,
    ready: handling,
    data: () => ({ parts: ["第一件", "第二件"] }),
  },
};
const actions = Object.keys(asides) as DisclosureAction[];
const asideOf = (action: DisclosureAction): Aside => {
  const found = asides[action];
  if (found === undefined) throw new Error(action);
  return found;
};
const actorOf = (action: DisclosureAction): Actor => asideOf(action).actor;
const dataOf = (action: DisclosureAction, head: DisclosureHead): object =>
  asideOf(action).data?.(head) ?? dataFor[action];
const basisOf = (action: DisclosureAction) =>
  disclosureFlow.moves.find((move) => move.action === action)?.basis;

/** Refused with a provision at the act or at a field of it, nothing changed, one more refusal on record. */
async function refusedOf(reference: string, action: DisclosureAction, attempt: () => Promise<unknown>) {
  const refusals = async () =>
    (await recordOf(reference)).filter(
      (entry) => entry.action === `case.${action}` && entry.result === "refused",
    );
  const [before, records] = [await headOf(reference), (await refusals()).length];
  const error = await attempt().then(
    () => undefined,
    (raised: {
      status: number;
      code: string;
      basis?: string;
      errors?: readonly { code: string; basis?: string }[];
    }) => raised,
  );
  if (error === undefined) throw new Error(`${action} was not refused`);
  expect((await headOf(reference)).version).toBe(before.version);
  expect(await refusals()).toHaveLength(records + 1);
  return { status: error.status, code: error.code, basis: error.basis ?? error.errors?.[0]?.basis };
}

test("the table has every path but those of the clock alone", () => {
  const own = asideMoves.filter(
    ({ permission }) => !["case.lapse", "case.lapse_consultation"].includes(permission),
  );
  expect(new Set(actions)).toEqual(new Set(own.map(({ action }) => action)));
});

describe.each(actions)("%s", (action) => {
  const { actor, wrong, ready, again } = asideOf(action);
  const attempt = async (reference: string, who: Actor = actor) => {
    const data = dataOf(action, await headOf(reference));
    return () => act(reference, action, who, data);
  };

  test("out of turn", async () => {
    const allowed = disclosureFlow.moves.some(
      (move) => move.action === action && move.from.includes("submitted"),
    );
    // What may be done before receipt is confirmed may not be done any more once the applicant has withdrawn.
    const reference = await submitted();
    if (allowed) await act(reference, "withdraw", applicantOf(reference));
    expect(await refusedOf(reference, action, await attempt(reference))).toEqual({
      status: 409,
      code: "out_of_turn",
      basis: basisOf(action),
    });
  });

  test("by the wrong role, by another unit, by a stranger", async () => {
    const reference = await ready();
    for (const who of [wrong, people.clerkElsewhere, people.auditor, people.stranger])
      expect(await refusedOf(reference, action, await attempt(reference, who))).toMatchObject({
        status: 403,
      });
  });

  test("twice", async () => {
    const reference = await ready();
    await (await attempt(reference))();
    const second = await attempt(reference);
    if (again) await second();
    else {
      const { status, basis } = await refusedOf(reference, action, second);
      expect(status === 403 || basis !== undefined).toBe(true);
    }
  });

  test("on a closed case", async () => {
    const reference = await ready();
    const late = await attempt(reference);
    await act(reference, "withdraw", applicantOf(reference));
    expect(await refusedOf(reference, action, late)).toMatchObject({ status: 409, basis: basisOf(action) });
  });
});

describe("a wrong date", () => {
  const dated = ["correct", "record_service", "opine", "record_payment", "give_reasons"] as const;
  test.each(
    dated.flatMap(
      (action) =>
        [
          [action, addDays(TODAY, -1)],
          [action, addDays(TODAY, 1)],
        ] as const,
    ),
  )("of %s: %s", async (action, on) => {
    const reference = await asideOf(action).ready();
    const data = { ...dataOf(action, await headOf(reference)), on };
    const { status, basis } = await refusedOf(reference, action, () =>
      act(reference, action, actorOf(action), data),
    );
    expect([status, typeof basis]).toEqual([422, "string"]);
  });
});

describe("the last day, at 23:59:59 in Beijing", () => {
  const seventh = () => addWorkingDays(chinaCalendar(), TODAY, 7).due;
  test.each([
    ["ask_correction", people.clerk, seventh],
    ["ask_extension", people.handler, ({ due }: DisclosureHead) => due.on],
    ["extend", people.reviewer, ({ due }: DisclosureHead) => due.on],
    ["correct", undefined, ({ correction }: DisclosureHead) => correction?.until ?? ""],
  ] as const)("is still in time for %s, and the next second is not", async (action, who, lastDay) => {
    const [inTime, late] = [await asideOf(action).ready(), await asideOf(action).ready()];
    const until = addDays(TODAY, 60);
    const data = (head: DisclosureHead, on: string) => ({
      ...dataOf(action, head),
      ...(action === "ask_correction" ? { until } : {}),
      ...(action === "correct" ? { on } : {}),
    });
    const [first, second] = [await headOf(inTime), await headOf(late)];
    const last = lastDay(first);
    rig.world.clock.set(endOfDay(last));
    await act(inTime, action, who ?? applicantOf(inTime), data(first, last));
    rig.world.clock.set(startOfDay(addDays(last, 1)));
    const { status, basis } = await refusedOf(late, action, () =>
      act(late, action, who ?? applicantOf(late), data(second, addDays(last, 1))),
    );
    // Some name the article, some its paragraph too.
    expect([status, basisOf(action)]).toEqual([422, expect.stringContaining(basis ?? "none")]);
  });
});
