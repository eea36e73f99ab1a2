/** The annual report as JSON, for whoever wants its numbers: what was published, and nothing else. */
import { Hono } from "hono";
import * as v from "valibot";
import { always, problems } from "../disclosure/disclosure.api.problems.ts";
import { instant, words } from "../disclosure/disclosure.api.shapes.ts";
import type { ApiEnv } from "../identity/identity.api.ts";
import type { Config } from "../kit/config.ts";
import { named, openDescriber } from "../kit/openapi.ts";
import { notFound } from "../kit/problem.ts";
import { disputes, results, totalOf, twoFields } from "./report.form.ts";
import { nameOf } from "./report.place.ts";
import { columnLabels, reportColumns, reportRows } from "./report.row.ts";
import type { Reports } from "./report.service.ts";
import type { FrozenReport } from "./report.ts";
import { readYear } from "./report.ts";
import type { PublishedVersion } from "./report.view.ts";
import { figuresOf, otherOf, titleOf } from "./report.words.ts";

export interface ReportApiServices {
  readonly config: Pick<Config, "units" | "government">;
  readonly reports: Pick<Reports, "published">;
}

const documented = openDescriber(problems);

const numbers = <Name extends string>(names: readonly Name[]) =>
  v.strictObject(
    Object.fromEntries(names.map((name) => [name, v.number()])) as Record<Name, v.NumberSchema<undefined>>,
  );
const tableThree = named(
  "AnnualReportTableThree",
  v.strictObject({
    columns: v.array(v.strictObject({ code: v.picklist(reportColumns), label: words })),
    rows: v.array(
      v.strictObject({
        number: v.pipe(v.number(), v.description("1 to 25, as in the form")),
        code: v.pipe(v.string(), v.description("Rows 3 to 23 are outcomes")),
        label: words,
        cells: numbers(reportColumns),
      }),
    ),
  }),
);
const amendment = v.strictObject({
  version: v.number(),
  publishedAt: instant,
  reason: v.nullable(v.string()),
  hash: v.string(),
  changes: v.pipe(
    v.array(
      v.strictObject({
        row: v.number(),
        column: v.picklist(reportColumns),
        before: v.number(),
        after: v.number(),
      }),
    ),
    v.description("In table 三"),
  ),
});
const annualReport = named(
  "AnnualReport",
  v.strictObject({
    title: v.string(),
    year: v.number(),
    unit: v.pipe(v.nullable(v.string()), v.description("null: the whole government")),
    name: words,
    version: v.pipe(v.number(), v.description("Above 1 it is an amendment")),
    publishedAt: instant,
    hash: v.pipe(v.string(), v.description("SHA-256 of the published report in canonical JSON")),
    chapters: v.strictObject({ overview: v.string(), problems: v.string(), other: v.string() }),
    two: v.pipe(numbers(twoFields), v.description("Table 二")),
    three: tableThree,
    four: v.pipe(
      v.strictObject(
        Object.fromEntries(disputes.map((dispute) => [dispute, numbers([...results, "total"])])) as Record<
          (typeof disputes)[number],
          ReturnType<typeof numbers>
        >,
      ),
      v.description("Table 四"),
    ),
    versions: v.pipe(v.array(amendment), v.description("All that was published, the newest first")),
  }),
);

export function reportApi({ config, reports }: ReportApiServices): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.get(
    "/api/v1/disclosure/annual-reports/:year",
    documented({
      id: "readAnnualReport",
      tag: "Tables",
      summary: "A published annual report with its tables, and its earlier versions",
      description:
        "The report of the whole government, or of one unit. A year that is not published is not there.",
      security: [],
      parameters: [
        { in: "path", name: "year", description: "Such as 2025", schema: { type: "string" } },
        {
          in: "query",
          name: "unit",
          description: "Code of a unit, see /api/v1/units",
          schema: { type: "string" },
        },
      ],
      answers: { 200: { description: "The report", schema: annualReport } },
      problems: [...always, "report_not_found"],
    }),
    async (context) => {
      const year = readYear(context.req.param("year"));
      const unit = context.req.query("unit");
      const isKnown = unit === undefined || config.units.some(({ code }) => code === unit);
      const versions = year !== undefined && isKnown ? await reports.published({ unit, year }) : [];
      const [newest] = versions;
      if (newest === undefined) throw notFound("report_not_found");
      return context.json(viewOf(config, newest, versions));
    },
  );
  return app;
}

function viewOf(
  config: Pick<Config, "units" | "government">,
  { report, n, at, hash }: FrozenReport,
  versions: readonly PublishedVersion[],
): v.InferOutput<typeof annualReport> {
  const { unit, year, two, three, four, chapters } = report;
  const name = { zh: nameOf(config, report, "zh"), en: nameOf(config, report, "en") };
  const sums = disputes.map((dispute) => [
    dispute,
    {
      ...Object.fromEntries(results.map((result) => [result, four[`${dispute}.${result}`]])),
      total: totalOf(four, dispute),
    },
  ]);
  return {
    title: titleOf(name.zh, year),
    year,
    unit: unit ?? null,
    name,
    version: n,
    publishedAt: at,
    hash,
    chapters: {
      overview: chapters.overview || figuresOf(report).zh,
      problems: chapters.problems,
      other: otherOf(report).zh,
    },
    two,
    three: {
      columns: reportColumns.map((code) => ({ code, label: columnLabels[code] })),
      rows: reportRows.map(({ number, code, label }, index) => ({
        number,
        code,
        label,
        cells: Object.fromEntries(
          reportColumns.map((column) => [column, three[index]?.[column] ?? 0]),
        ) as (typeof three)[number],
      })),
    },
    four: Object.fromEntries(sums),
    versions: versions.map((each) => ({
      version: each.n,
      publishedAt: each.at,
      reason: each.reason ?? null,
      hash: each.hash,
      changes: [...each.changes],
    })),
  };
}
