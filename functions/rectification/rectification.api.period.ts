/** By when the unit answers corrections of records, for its programs: its own dated setting, as no law gives one. */
import type { Context } from "hono";
import { Hono } from "hono";
import * as v from "valibot";
import { dayOf, isDay } from "../calendar/calendar.ts";
import { seenParameter, seenVersion } from "../disclosure/disclosure.api.headers.ts";
import { always, ofBody, ofOffice, problems } from "../disclosure/disclosure.api.problems.ts";
import { day } from "../disclosure/disclosure.api.shapes.ts";
import type { ApiEnv } from "../identity/identity.api.ts";
import type { Clock } from "../kit/clock.ts";
import { readJson } from "../kit/json.ts";
import { named, openDescriber } from "../kit/openapi.ts";
import { Problem } from "../kit/problem.ts";
import { rectificationProblems } from "./rectification.api.problems.ts";
import type { Period } from "./rectification.period.ts";
import { MOST_WORKING_DAYS, periodOn } from "./rectification.period.ts";
import type { Rectifications } from "./rectification.service.ts";

export interface PeriodApiServices {
  readonly rectifications: Pick<Rectifications, "demand" | "periodsOf" | "setPeriod">;
  readonly clock: Clock;
}

const PATH = "/api/v1/office/rectification-period";
const documented = openDescriber({ ...problems, ...rectificationProblems });
const common = { tag: "Office", security: ["bearer"] };

const period = v.strictObject({
  since: v.pipe(day, v.description("The first day of arrival that it applies to")),
  workingDays: v.number(),
});
const shape = named(
  "RectificationPeriods",
  v.strictObject({
    unit: v.string(),
    now: v.pipe(period, v.description("What holds for what comes today")),
    periods: v.pipe(
      v.array(period),
      v.description("What the unit has set; until then it is 15 working days"),
    ),
  }),
);
const days = v.pipe(
  v.number("period.invalid"),
  v.integer("period.invalid"),
  v.minValue(1, "period.invalid"),
  v.maxValue(MOST_WORKING_DAYS, "period.invalid"),
);
const sent = named(
  "SetRectificationPeriod",
  v.object(
    {
      workingDays: days,
      since: v.pipe(
        v.string("day.invalid"),
        v.check(isDay, "day.invalid"),
        v.description("From tomorrow on, within a year, so that nobody's date moves; yyyy-mm-dd"),
      ),
    },
    "body.required",
  ),
);
const answers = {
  200: { description: "The settings", schema: shape, headers: { ETag: "The version in quotes" } },
};

/** Mount it behind `requireBearer`. */
export function rectificationPeriodApi(services: PeriodApiServices): Hono<ApiEnv> {
  const { rectifications } = services;
  const app = new Hono<ApiEnv>();
  app.get(
    PATH,
    documented({
      ...common,
      id: "readRectificationPeriod",
      summary: "By when your unit answers corrections of records",
      answers,
      problems: [...always, ...ofOffice, "role"],
    }),
    async (context) => {
      await demandSetUp(services, context);
      return show(services, context);
    },
  );
  app.put(
    PATH,
    documented({
      ...common,
      id: "setRectificationPeriod",
      summary: "Set it from a day on; what has come keeps its date. On record",
      description: "The same again on the same version gives the same answer.",
      parameters: [seenParameter()],
      body: {
        schema: sent,
        examples: { usual: { summary: "Ten working days", value: { workingDays: 10, since: "2026-04-01" } } },
      },
      answers,
      problems: [
        ...[...always, ...ofOffice, ...ofBody],
        ...(["role", "setting_changed", "version_required", "if_match_invalid"] as const),
      ],
    }),
    async (context) => {
      await demandSetUp(services, context);
      const version = seenVersion(context);
      const wanted = await readJson(context, sent);
      const staff = context.get("staff");
      try {
        await rectifications.setPeriod(staff, wanted, version);
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== "setting_changed") throw error;
        // An answer that was lost on the way is asked for again: exactly this was set on the version that they saw.
        const now = await rectifications.periodsOf(staff.unit);
        if (now.version !== version + 1 || !isSame(now.periods.at(-1), wanted)) throw error;
      }
      return show(services, context);
    },
  );
  return app;
}

const isSame = (one: Period | undefined, other: Period): boolean =>
  one?.since === other.since && one.workingDays === other.workingDays;

async function demandSetUp({ rectifications }: PeriodApiServices, context: Context<ApiEnv>): Promise<void> {
  const staff = context.get("staff");
  await rectifications.demand(staff, "rectification.set_up", { unit: staff.unit });
}

async function show({ rectifications, clock }: PeriodApiServices, context: Context<ApiEnv>) {
  const { unit } = context.get("staff");
  const { periods, version } = await rectifications.periodsOf(unit);
  const viewOf = ({ since, workingDays }: Period) => ({ since, workingDays });
  const now = viewOf(periodOn(periods, dayOf(clock())));
  return context.json({ unit, now, periods: periods.map(viewOf) }, 200, { etag: `"${version}"` });
}
