/** The annual report as JSON: public from the moment it is published, with what was amended. */
import { describe, expect, test } from "vitest";
import { emptyFour, emptyTwo } from "../../functions/report/report.form.ts";
import { violationsOf } from "../../functions/report/report.table.ts";
import { people } from "../disclosure/support.ts";
import type { Rig } from "./rig.ts";

interface Body {
  readonly code: string;
  readonly unit: string | null;
  readonly version: number;
  readonly chapters: { readonly overview: string; readonly problems: string };
  readonly three: { readonly rows: readonly { readonly cells: never }[] };
  readonly four: { readonly review: { readonly total: number } };
  readonly versions: readonly { readonly version: number; readonly reason: string | null }[];
}

export function describeReports(rig: Rig) {
  const address = (year: string, unit?: string) =>
    `/api/v1/disclosure/annual-reports/${year}${unit === undefined ? "" : `?unit=${unit}`}`;

  async function publish(scope: { unit?: string; year: number }, problems: string, reason = "") {
    const { version } = await rig.reports.textOf(people.admin, scope);
    const four = { ...emptyFour, "review.upheld": 2, "review.pending": 1 };
    const text = { two: emptyTwo, four, chapters: { overview: "", problems, other: "" } };
    await rig.reports.save(people.admin, scope, { text, version });
    const { hash } = await rig.reports.read(people.admin, scope);
    await rig.reports.freeze(people.admin, scope, { hash, reason, tick: true });
  }

  describe("annual reports", () => {
    test.each([["2024"], ["20x5"], ["1999"], ["2025&unit=nowhere"]])("%s is not there", async (year) => {
      const [before = "", unit] = year.split("&unit=");
      const { status, body } = await rig.call<Body>("GET", address(before, unit));
      expect([status, body.code]).toEqual([404, "report_not_found"]);
    });

    test("what is written is there once it is published, with its tables and its amendment", async () => {
      await publish({ year: 2025 }, "答复偏晚。");
      await publish({ year: 2025 }, "答复偏晚，已经改进。", "漏写一句");
      await publish({ year: 2025, unit: "zfb" }, "无。");
      const { body } = await rig.call<Body>("GET", address("2025"));
      expect(body).toMatchObject({ unit: null, version: 2, four: { review: { total: 3 } } });
      expect(body.chapters).toMatchObject({ problems: "答复偏晚，已经改进。" });
      expect(body.chapters.overview).toContain("2025年，新收政府信息公开申请0件");
      expect(body.versions.map(({ version, reason }) => [version, reason])).toEqual([
        [2, "漏写一句"],
        [1, null],
      ]);
      expect(violationsOf(body.three.rows.map(({ cells }) => cells))).toEqual([]);
      expect((await rig.call<Body>("GET", address("2025", "zfb"))).body.unit).toBe("zfb");
    });
  });
}
