import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { actionsFor, decide, diagram } from "../../functions/case/flow.ts";
import type { DisclosureState } from "../../functions/disclosure/disclosure.flow.ts";
import { disclosureFlow, disclosureStates } from "../../functions/disclosure/disclosure.flow.ts";
import type { Actor } from "../../functions/identity/identity.ts";
import { people, reference } from "../disclosure/support.ts";

const standing = (state: DisclosureState) => ({
  reference,
  state,
  unit: "zfb",
  assigneeId: people.handler.id,
  proposerId: people.handler.id,
});
const actions = (state: DisclosureState, actor: Actor) => actionsFor(disclosureFlow, standing(state), actor);

/** The same for several people. */
const each = <Name extends keyof typeof people>(names: readonly Name[], actions: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, actions])) as Partial<Record<Name, readonly string[]>>;
const extending = ["extend", "refuse_extension"];
const sorting = ["add_scan", "transfer", "split"];
/** What comes in on paper from whoever was consulted. */
const served = ["record_service", "opine"];
/** From outside the office, for as long as there is no answer. */
const others = {
  applicant: ["withdraw", "give_reasons"],
  consulted: ["opine"],
  system: ["lapse_consultation"],
};

describe("who may do what in which state", () => {
  const table: Record<DisclosureState, Partial<Record<keyof typeof people, readonly string[]>>> = {
    submitted: { clerk: ["confirm_receipt", "add_scan", "transfer"], applicant: ["attach", "withdraw"] },
    accepted: {
      clerk: ["assign", "ask_correction", ...served, "ask_reasons", "give_reasons", ...sorting],
      ...each(["handler", "otherHandler", "both"], ["ask_correction", ...served, "ask_reasons"]),
      admin: ["assign"],
      ...others,
    },
    correcting: {
      clerk: ["correct", ...served, "give_reasons", "add_scan"],
      ...each(["handler", "otherHandler", "both"], served),
      ...others,
      applicant: ["attach", "withdraw", "correct", "give_reasons"],
      system: ["lapse", "lapse_consultation"],
    },
    handling: {
      clerk: ["assign", "ask_correction", ...served, "ask_reasons", "give_reasons", ...sorting],
      admin: ["assign"],
      handler: [
        ...["propose", "ask_correction", "ask_extension", "consult"],
        ...[...served, "notify_fee", "ask_reasons"],
      ],
      otherHandler: ["ask_correction", ...served, "ask_reasons"],
      reviewer: [...extending, "delay"],
      both: ["ask_correction", ...extending, ...served, "ask_reasons", "delay"],
      ...others,
    },
    awaiting_payment: {
      clerk: [...served, "record_payment", "give_reasons", "add_scan"],
      ...each(["handler", "otherHandler"], served),
      reviewer: ["waive_fee"],
      both: [...served, "waive_fee"],
      ...others,
      system: ["lapse", "lapse_consultation"],
    },
    proposed: {
      clerk: [...served, "give_reasons", "add_scan"],
      ...each(["handler", "otherHandler"], served),
      reviewer: ["approve", "return", ...extending, "delay"],
      both: ["approve", "return", ...extending, ...served, "delay"],
      ...others,
    },
    approved: {
      clerk: ["answer", ...served, "give_reasons", "add_scan"],
      ...each(["handler", "otherHandler"], ["answer", ...served]),
      reviewer: [...extending, "delay"],
      both: ["answer", ...extending, ...served, "delay"],
      ...others,
    },
    answered: { clerk: ["archive"] },
    lapsed: { clerk: ["archive"] },
    split: {},
    archived: {},
    withdrawn: {},
  };
  test.each(disclosureStates)("%s", (state) => {
    for (const [name, actor] of Object.entries(people))
      expect([name, actions(state, actor)]).toEqual([name, table[state][name as keyof typeof people] ?? []]);
  });
});

describe("refusals", () => {
  const refuse = (state: DisclosureState, action: never, actor: Actor) =>
    decide(disclosureFlow, standing(state), { action, actor });
  test.each([
    ["the wrong role", "submitted", "confirm_receipt", people.handler, "role"],
    ["another unit", "submitted", "confirm_receipt", people.clerkElsewhere, "unit"],
    ["an auditor, everywhere", "proposed", "approve", people.auditor, "role"],
    ["out of turn", "submitted", "propose", people.handler, "out_of_turn"],
    ["a handler who is not the assignee", "handling", "propose", people.otherHandler, "not_assignee"],
    ["another applicant", "submitted", "withdraw", people.stranger, "other_case"],
    ["the office withdrawing for the applicant", "submitted", "withdraw", people.clerk, "role"],
    ["an action that no flow knows", "submitted", "delete", people.admin, "out_of_turn"],
  ] as const)("%s", (_, state, action, actor, refusal) => {
    expect(refuse(state, action as never, actor)).toMatchObject({ refusal });
  });

  test("the proposer may not review the own proposal, also with both roles", () => {
    const own = { ...standing("proposed"), proposerId: people.both.id };
    expect(decide(disclosureFlow, own, { action: "approve", actor: people.both })).toEqual({
      refusal: "same_person",
    });
  });

  test("who may not at all does not learn the state", () => {
    for (const state of disclosureStates)
      expect(refuse(state, "confirm_receipt" as never, people.clerkElsewhere)).toEqual({ refusal: "unit" });
  });
});

describe("the table is sound", () => {
  test("every state can be reached, and only closed ones are left by nothing", () => {
    const reached = new Set([
      disclosureFlow.initial,
      ...disclosureFlow.moves.flatMap((move) => move.to ?? []),
    ]);
    expect([...reached].sort()).toEqual([...disclosureStates].sort());
    const left = new Set(disclosureFlow.moves.flatMap((move) => move.from));
    expect(disclosureStates.filter((state) => !left.has(state))).toEqual(["split", "archived", "withdrawn"]);
  });

  test("the five steps are those of Art. 45, in order", () => {
    expect(disclosureFlow.steps.map((step) => step.content.zh.slice(0, 2))).toEqual([
      "登记",
      "审核",
      "办理",
      "答复",
      "归档",
    ]);
  });

  test("the README shows this very diagram", () => {
    expect(readFileSync("README.md", "utf8")).toContain(diagram(disclosureFlow));
  });
});
