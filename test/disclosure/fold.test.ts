import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chinaCalendar } from "../../functions/calendar/calendar.ts";
import { decide } from "../../functions/case/flow.ts";
import type { DisclosureEvent, DisclosureHead } from "../../functions/disclosure/disclosure.case.ts";
import {
  applyEvent,
  firstHead,
  fold,
  queueOf,
  standingOf,
} from "../../functions/disclosure/disclosure.case.ts";
import { whyThisDate } from "../../functions/disclosure/disclosure.clock.ts";
import type { DisclosureAction } from "../../functions/disclosure/disclosure.flow.ts";
import {
  disclosureActions,
  disclosureFlow,
  disclosureStates,
} from "../../functions/disclosure/disclosure.flow.ts";
import { byOf } from "../../functions/identity/identity.ts";
import { plusSeconds } from "../../functions/kit/clock.ts";
import { dataFor, people, reference, submission } from "./support.ts";

const calendar = chinaCalendar();
const following = (
  head: DisclosureHead,
  action: DisclosureAction,
  by = byOf(people.handler),
): DisclosureEvent =>
  ({
    n: head.version + 1,
    kind: action,
    at: plusSeconds(submission.at, head.version * 60),
    by,
    data: dataFor[action],
  }) as DisclosureEvent;
const run = (actions: readonly DisclosureAction[]) =>
  actions.reduce(
    (head, action) => applyEvent(head, following(head, action), calendar),
    firstHead(reference, submission, calendar),
  );

describe("the due date", () => {
  test("before receipt is confirmed it counts from the submission, afterwards from the receipt", () => {
    const first = run([]);
    expect(first.due).toMatchObject({ on: "2026-03-30", from: "submission", provisional: false });
    const event = { ...following(first, "confirm_receipt"), data: { on: "2026-03-04" } } as DisclosureEvent;
    expect(applyEvent(first, event, calendar).due).toMatchObject({
      on: "2026-04-01",
      from: "receipt",
      startedOn: "2026-03-04",
    });
  });

  test("a submission at 23:30 in Beijing belongs to that day, not to the UTC one", () => {
    const late = { ...submission, at: "2026-03-02T15:30:00.000Z" };
    expect(firstHead(reference, late, calendar).clock.submittedOn).toBe("2026-03-02");
    const next = { ...submission, at: "2026-03-02T16:00:00.000Z" };
    expect(firstHead(reference, next, calendar).clock.submittedOn).toBe("2026-03-03");
  });

  test("each day is counted once or carries its reason", () => {
    const days = whyThisDate({ submittedOn: "2026-02-14", confirmedOn: "2026-02-14" }, calendar);
    expect(days.filter((day) => day.counted !== null).map((day) => day.counted)).toEqual(
      Array.from({ length: 20 }, (_, i) => i + 1),
    );
    expect(days.at(-1)?.day).toBe("2026-03-20");
    expect(days.find((day) => day.day === "2026-02-28")).toMatchObject({ reason: { code: "make_up" } });
  });

  test("where the notice for the year is not out the date says so, and the case waits to be recounted", () => {
    const late = firstHead(
      reference,
      { ...submission, at: `${calendar.announcedThrough}-12-20T02:00:00.000Z` },
      calendar,
    );
    expect(late.due.provisional).toBe(true);
    expect(queueOf(late)?.provisional).toBe(true);
  });
});

describe("what the applicant may see", () => {
  test("a proposal stays inside the office until it is the answer", () => {
    const proposed = run(["confirm_receipt", "assign", "propose"]);
    expect(proposed.answer).toBeUndefined();
    expect(proposed.timeline.map((each) => each.kind)).toEqual(["submit", "confirm_receipt", "assign"]);
    const answered = run(["confirm_receipt", "assign", "propose", "approve", "answer"]);
    expect(answered.answer).toMatchObject({ outcome: "disclosed", reply: "现予公开。", on: "2026-03-10" });
  });
});

describe("property: whatever is tried", () => {
  const attempt = fc.record({
    action: fc.constantFrom(...disclosureActions),
    actor: fc.constantFrom(...Object.values(people)),
  });

  test("the state is always one of the table, and replaying the accepted events gives the same head", () => {
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 40 }), (attempts) => {
        let head = firstHead(reference, submission, calendar);
        const events: DisclosureEvent[] = [submission];
        for (const { action, actor } of attempts) {
          const decision = decide(disclosureFlow, standingOf(head), { action, actor });
          if ("refusal" in decision) continue;
          const event = following(head, action, byOf(actor));
          head = applyEvent(head, event, calendar);
          events.push(event);
          expect(disclosureStates).toContain(head.state);
        }
        expect(fold(reference, events, calendar)).toEqual(head);
        expect(head.version).toBe(events.length);
      }),
      { numRuns: 300 },
    );
  });

  test("events that the table does not know cannot be folded at all", () => {
    expect(() => run(["answer"])).toThrow("cannot follow");
    const first = run([]);
    expect(() => applyEvent(first, { ...following(first, "confirm_receipt"), n: 5 }, calendar)).toThrow(
      "cannot follow",
    );
  });

  test("who reviewed is never who proposed", () => {
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 40 }), (attempts) => {
        let head = firstHead(reference, submission, calendar);
        for (const { action, actor } of attempts) {
          const decision = decide(disclosureFlow, standingOf(head), { action, actor });
          if ("refusal" in decision) continue;
          if (action === "approve" && "id" in actor) expect(actor.id).not.toBe(head.proposal?.by.id);
          head = applyEvent(head, following(head, action, byOf(actor)), calendar);
        }
      }),
    );
  });
});
