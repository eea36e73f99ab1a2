import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Day } from "../../functions/calendar/calendar.ts";
import { addDays, addWorkingDays, chinaCalendar } from "../../functions/calendar/calendar.ts";
import { clockRefusals, refuseMark } from "../../functions/disclosure/disclosure.clock.check.ts";
import { clockRulesOn } from "../../functions/disclosure/disclosure.clock.rule.ts";
import type { ClockFacts, ClockMark } from "../../functions/disclosure/disclosure.clock.ts";
import {
  consultationDue,
  correctionNoticeDue,
  dueDate,
  mark,
  whyThisDate,
  workingDaysLeft,
} from "../../functions/disclosure/disclosure.clock.ts";

const calendar = chinaCalendar();
const received = (on: Day): ClockFacts => ({ submittedOn: on, confirmedOn: on });
const marked = (facts: ClockFacts, ...marks: readonly ClockMark[]) => marks.reduce(mark, facts);
const due = (facts: ClockFacts) => dueDate(facts, calendar).on;

/** received, +7, +15, +20, +40: the table of the domain notes, from the State Council's notices. */
const vectors: readonly (readonly [Day, Day, Day, Day, Day])[] = [
  ["2025-01-02", "2025-01-13", "2025-01-23", "2025-02-06", "2025-03-05"],
  ["2025-01-20", "2025-02-05", "2025-02-14", "2025-02-21", "2025-03-21"],
  ["2025-01-26", "2025-02-11", "2025-02-21", "2025-02-28", "2025-03-28"],
  ["2025-03-31", "2025-04-10", "2025-04-22", "2025-04-28", "2025-05-29"],
  ["2025-04-27", "2025-05-09", "2025-05-21", "2025-05-28", "2025-06-26"],
  ["2025-09-15", "2025-09-24", "2025-10-11", "2025-10-17", "2025-11-14"],
  ["2025-09-28", "2025-10-14", "2025-10-24", "2025-10-31", "2025-11-28"],
  ["2025-12-15", "2025-12-24", "2026-01-06", "2026-01-13", "2026-02-10"],
  ["2026-01-30", "2026-02-10", "2026-02-27", "2026-03-05", "2026-04-02"],
  ["2026-02-14", "2026-03-03", "2026-03-13", "2026-03-20", "2026-04-20"],
  ["2026-04-20", "2026-04-29", "2026-05-13", "2026-05-20", "2026-06-17"],
  ["2026-09-10", "2026-09-20", "2026-10-08", "2026-10-14", "2026-11-11"],
];

describe("the limits from receipt", () => {
  test.each(vectors)("received on %s", (on, correction, opinion, reply, extended) => {
    const facts = received(on);
    expect(correctionNoticeDue(facts, calendar)).toBe(correction);
    expect(due(facts)).toBe(reply);
    expect(due(marked(facts, { kind: "extended", on, workingDays: 20 }))).toBe(extended);
    // Whoever is consulted has 15 working days, from the day on which it was received.
    const asked = { id: "c4", party: "third_party", sentOn: on, receivedOn: on } as const;
    expect(consultationDue(asked, clockRulesOn(on), calendar)).toBe(opinion);
  });

  test("received before the Spring Festival of 2026, a correction is told after it", () => {
    const facts = received("2026-02-13");
    expect(correctionNoticeDue(facts, calendar)).toBe("2026-03-02");
    const late = (on: Day) =>
      refuseMark(facts, { kind: "correction_asked", on, by: "2026-03-27" }, { today: on, calendar });
    expect([late("2026-03-02"), late("2026-03-03")]).toEqual([undefined, "correction_notice_too_late"]);
  });

  test("of a request before the revision of 2019 are fifteen working days", () => {
    expect(dueDate(received("2019-05-14"), calendar).limitWorkingDays).toBe(15);
    expect(dueDate(received("2019-05-15"), calendar).limitWorkingDays).toBe(20);
  });
});

describe("a correction", () => {
  const asked = marked(received("2026-03-02"), {
    kind: "correction_asked",
    on: "2026-03-05",
    by: "2026-03-26",
  });

  test("does not move the date while it is only asked for", () => {
    expect(due(asked)).toBe("2026-03-30");
  });

  test("starts the whole limit anew on the day the corrected application arrives", () => {
    const corrected = marked(asked, { kind: "restarted", on: "2026-03-18", reason: "correction" });
    expect(dueDate(corrected, calendar)).toMatchObject({
      on: addWorkingDays(calendar, "2026-03-18", 20).due,
      from: "correction",
      startedOn: "2026-03-18",
      limitWorkingDays: 20,
    });
  });

  test("ends an extension of the period before it, and what a consultation took from that", () => {
    const long = marked(
      asked,
      { kind: "extended", on: "2026-03-06", workingDays: 10 },
      { kind: "consulted", id: "c", party: "third_party", on: "2026-03-05" },
      { kind: "consultation_returned", id: "c", on: "2026-03-12" },
      { kind: "restarted", on: "2026-03-18", reason: "correction" },
    );
    expect(due(long)).toBe(addWorkingDays(calendar, "2026-03-18", 20).due);
  });
});

describe("a consultation", () => {
  const sent = marked(received("2026-03-02"), {
    kind: "consulted",
    id: "a",
    party: "third_party",
    on: "2026-03-04",
  });

  test("takes the time from the day after sending to its return out of the count", () => {
    const back = marked(sent, { kind: "consultation_returned", id: "a", on: "2026-03-11" });
    // Thursday the 5th to Wednesday the 11th: five working days.
    expect(due(back)).toBe(addWorkingDays(calendar, "2026-03-02", 25).due);
    expect(whyThisDate(back, calendar).filter(({ reason }) => reason.code === "excluded")).toHaveLength(5);
  });

  test("of which nothing comes back ends when fifteen working days after its receipt have passed", () => {
    const silent = marked(sent, { kind: "consultation_received", id: "a", on: "2026-03-06" });
    const [consultation] = silent.consultations ?? [];
    const rules = clockRulesOn("2026-03-02");
    expect(consultation && consultationDue(consultation, rules, calendar)).toBe("2026-03-27");
    const late = marked(silent, { kind: "consultation_returned", id: "a", on: "2026-04-20" });
    expect(due(late)).toBe(due(silent));
  });

  test("beside another one counts as the union of both", () => {
    const both = marked(
      sent,
      { kind: "consulted", id: "b", party: "co_author", on: "2026-03-05" },
      { kind: "consultation_returned", id: "a", on: "2026-03-11" },
      { kind: "consultation_returned", id: "b", on: "2026-03-11" },
    );
    expect(due(both)).toBe(addWorkingDays(calendar, "2026-03-02", 25).due);
  });
});

describe("the other side paths", () => {
  test("a payment starts the limit anew", () => {
    const paid = marked(received("2026-03-02"), { kind: "restarted", on: "2026-03-20", reason: "payment" });
    expect(dueDate(paid, calendar)).toMatchObject({ from: "payment", startedOn: "2026-03-20" });
  });

  test("a delay that was told holds where it is later, never where it is earlier", () => {
    expect(due(marked(received("2026-03-02"), { kind: "delayed", to: "2026-06-30" }))).toBe("2026-06-30");
    expect(due(marked(received("2026-03-02"), { kind: "delayed", to: "2026-03-03" }))).toBe("2026-03-30");
  });

  test("what is left is counted in working days, and is negative afterwards", () => {
    expect(workingDaysLeft(received("2026-03-02"), "2026-03-27", calendar)).toBe(1);
    expect(workingDaysLeft(received("2026-03-02"), "2026-03-30", calendar)).toBe(0);
    expect(workingDaysLeft(received("2026-03-02"), "2026-04-01", calendar)).toBe(-2);
  });

  test("a date in a year without a notice is provisional", () => {
    expect(dueDate(received("2026-12-20"), calendar).provisional).toBe(true);
    expect(dueDate(received("2026-03-02"), calendar).provisional).toBe(false);
  });
});

const days = fc.integer({ min: 0, max: 300 }).map((count) => addDays("2025-01-02", count));
const consultation = fc.record({
  sent: fc.integer({ min: 0, max: 40 }),
  lasting: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
});
type Drawn = { sent: number; lasting: number | undefined };
const withDrawn = (on: Day, drawn: readonly Drawn[]) =>
  marked(
    received(on),
    ...drawn.flatMap(({ sent, lasting }, n): ClockMark[] => {
      const sentOn = addDays(on, sent);
      const asked: ClockMark = { kind: "consulted", id: `${n}`, party: "third_party", on: sentOn };
      if (lasting === undefined) return [asked];
      return [asked, { kind: "consultation_returned", id: `${n}`, on: addDays(sentOn, lasting) }];
    }),
  );

describe("of any clock", () => {
  test("a consultation more never makes the date earlier, and the same one twice changes nothing", () => {
    fc.assert(
      fc.property(days, fc.array(consultation, { maxLength: 5 }), consultation, (on, drawn, one) => {
        const more = [...drawn, one];
        const twice = [...more, one];
        expect(due(withDrawn(on, more)) >= due(withDrawn(on, drawn))).toBe(true);
        expect(due(withDrawn(on, twice))).toBe(due(withDrawn(on, more)));
      }),
    );
  });

  test("each day stands once, and the counted ones are numbered without a gap up to the limit", () => {
    fc.assert(
      fc.property(days, fc.array(consultation, { maxLength: 5 }), (on, drawn) => {
        const facts = withDrawn(on, drawn);
        const listed = whyThisDate(facts, calendar);
        expect(new Set(listed.map(({ day }) => day)).size).toBe(listed.length);
        const counted = listed.flatMap(({ counted }) => (counted === null ? [] : [counted]));
        expect(counted).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
      }),
    );
  });

  test("the order in which consultations of one day were sent does not matter", () => {
    fc.assert(
      fc.property(days, fc.array(consultation, { maxLength: 5 }), (on, drawn) => {
        expect(due(withDrawn(on, drawn.toReversed()))).toBe(due(withDrawn(on, drawn)));
      }),
    );
  });
});

describe("the clock refuses, with its article,", () => {
  const facts = received("2026-03-02");
  const on = (today: Day) => ({ today, calendar });
  const extended: ClockMark = { kind: "extended", on: "2026-03-30", workingDays: 20 };

  test.each([
    ["a second extension", marked(facts, extended), extended, "2026-03-30", "extended_already"],
    ["an extension of 21 days", facts, { ...extended, workingDays: 21 }, "2026-03-30", "extension_too_long"],
    ["half a day more", facts, { ...extended, workingDays: 0.5 }, "2026-03-30", "extension_too_long"],
    [
      "an extension after the date",
      facts,
      { ...extended, on: "2026-03-31" },
      "2026-03-31",
      "extension_too_late",
    ],
    [
      "an extension before receipt is confirmed",
      { submittedOn: "2026-03-02" },
      extended,
      "2026-03-30",
      "not_confirmed",
    ],
    ["a day to come", facts, { kind: "confirmed", on: "2026-03-05" }, "2026-03-04", "in_the_future"],
    [
      "a day before the request",
      facts,
      { kind: "confirmed", on: "2026-03-01" },
      "2026-03-04",
      "before_receipt",
    ],
    [
      "a correction on the eighth day",
      facts,
      { kind: "correction_asked", on: "2026-03-12", by: "2026-04-01" },
      "2026-03-12",
      "correction_notice_too_late",
    ],
    ["a delay that is none", facts, { kind: "delayed", to: "2026-03-30" }, "2026-03-10", "delay_not_later"],
    [
      "an answer of nobody asked",
      facts,
      { kind: "consultation_returned", id: "x", on: "2026-03-05" },
      "2026-03-05",
      "consultation_unknown",
    ],
    ["anything after the end", { ...facts, endedOn: "2026-03-10" }, extended, "2026-03-30", "ended"],
  ] as const)("%s", (_, before, event, today, refusal) => {
    expect(refuseMark(before, event as ClockMark, on(today))).toBe(refusal);
    expect(clockRefusals[refusal].art).toMatch(/^\d+$/);
  });

  test("a second correction, also after the first one restarted the clock", () => {
    const asked: ClockMark = { kind: "correction_asked", on: "2026-03-05", by: "2026-03-26" };
    expect(refuseMark(facts, asked, on("2026-03-05"))).toBeUndefined();
    const corrected = marked(facts, asked, { kind: "restarted", on: "2026-03-10", reason: "correction" });
    const again: ClockMark = { kind: "correction_asked", on: "2026-03-11", by: "2026-04-01" };
    expect(refuseMark(corrected, again, on("2026-03-11"))).toBe("correction_asked_already");
  });

  test("not an extension on the last day, as late as it may be", () => {
    expect(refuseMark(facts, extended, on("2026-03-30"))).toBeUndefined();
  });
});
