import { describe, expect, test } from "vitest";
import { chinaCalendar } from "../../functions/calendar/calendar.ts";
import { filterOf, readWish, standingOn } from "../../functions/office/queue.ts";
import { people } from "../disclosure/support.ts";

const calendar = chinaCalendar();
/** A Wednesday in front of the long holiday of 2026: 1 to 7 October, make-up days 20 September and 10 October. */
const now = { today: "2026-09-30", calendar };

describe("the light of a case", () => {
  test.each([
    ["2026-09-29", "red", -1],
    ["2026-09-30", "amber", 0],
    ["2026-10-08", "amber", 1],
    ["2026-10-10", "amber", 3],
    ["2026-10-12", "green", 4],
  ])("due on %s: %s, %i working days left", (dueOn, light, workingDaysLeft) => {
    expect(standingOn({ dueOn, state: "handling" }, now)).toEqual({ light, workingDaysLeft });
  });

  test("is grey once nothing waits for an answer, whatever the date", () => {
    for (const state of ["answered", "archived", "withdrawn"])
      expect(standingOn({ dueOn: "2026-01-05", state }, now).light).toBe("grey");
  });
});

describe("the filter of an address", () => {
  const filter = (query: Record<string, string>) =>
    filterOf(readWish(query, ["zfb", "zrzy"]), people.clerk, now);

  test("nothing asked for: what is pending in the own unit", () => {
    expect(filter({})).toEqual({ unit: "zfb" });
  });

  test.each([
    [{ step: "handle" }, { step: "handle" }],
    [{ assignee: "me" }, { assigneeId: people.clerk.id }],
    [{ assignee: "handler-zfb" }, { assigneeId: "handler-zfb" }],
    [{ due: "overdue" }, { dueBefore: "2026-09-30" }],
    [{ due: "3" }, { dueBefore: "2026-10-11" }],
    [{ unit: "zrzy" }, { unit: "zrzy" }],
  ])("%o", (query, expected) => {
    expect(filter(query as Record<string, string>)).toEqual({ unit: "zfb", ...expected });
  });

  test("what is not understood is left out", () => {
    const strange = { step: "secret", due: "4", unit: "jw", assignee: "", cursor: "x".repeat(201) };
    expect(filter(strange)).toEqual({ unit: "zfb" });
    expect(readWish(strange, ["zfb"]).cursor).toBeUndefined();
  });
});
