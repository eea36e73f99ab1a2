/** The public calculator. */
import { describe, expect, test } from "vitest";
import type { Rig } from "./rig.ts";

interface Dates {
  readonly received: string;
  readonly correctionNoticeBy: string;
  readonly due: Dated;
  readonly extended: Dated;
}
interface Dated {
  readonly on: string;
  readonly limitWorkingDays: number;
  readonly provisional: boolean;
  readonly days: readonly { readonly day: string; readonly counted: number | null; readonly code: string }[];
}

export function describeDueDates(rig: Rig) {
  const ask = (query: string) => rig.call<Dates>("GET", `/api/v1/disclosure/due-dates${query}`);

  describe("due dates", () => {
    test.each([
      ["2025-01-26", "2025-02-11", "2025-02-28", "2025-03-28"],
      ["2026-02-14", "2026-03-03", "2026-03-20", "2026-04-20"],
      ["2026-09-10", "2026-09-20", "2026-10-14", "2026-11-11"],
    ])("of a request received on %s", async (received, correctionNoticeBy, due, extended) => {
      const { status, body } = await ask(`?received=${received}`);
      expect([status, body]).toMatchObject([
        200,
        { received, correctionNoticeBy, due: { on: due, provisional: false }, extended: { on: extended } },
      ]);
      const counted = body.due.days.filter((day) => day.counted !== null);
      expect(counted).toHaveLength(20);
      expect(counted.at(-1)?.day).toBe(due);
      expect(body.due.days[0]).toMatchObject({ day: received, counted: null, code: "first_day" });
    });

    test("of today, when no day is given; provisional where the holidays are not announced", async () => {
      expect((await ask("")).body.received).toBe("2026-03-02");
      expect((await ask("?received=2026-12-20")).body.due.provisional).toBe(true);
    });

    test("of a request before the revision of 2019, by the rules of then", async () => {
      const { body } = await ask("?received=2018-03-01");
      expect([body.due.limitWorkingDays, body.extended.limitWorkingDays]).toEqual([15, 30]);
    });

    test.each([
      ["?received=2026-02-30", "day.invalid"],
      ["?received=marker", "day.invalid"],
      ["?received=", "day.invalid"],
      ["?received=2007-01-01", "day.too_early"],
      ["?received=2030-01-01", "day.too_late"],
    ])("%s is refused", async (query, problem) => {
      const { status, body } = await ask(query);
      expect([status, body]).toMatchObject([422, { errors: [{ field: "received", code: problem }] }]);
    });
  });
}
