/** `/office/halls/:hall/statistics`: the figures of a range of days, their charts, and the same as a file. */
import { Hono } from "hono";
import { statisticsCopy } from "../../web/copy/office-hall.ts";
import { countsOf } from "../../web/pages/office/hall/figures.tsx";
import { StatisticsPage } from "../../web/pages/office/hall/statistics.tsx";
import { hallPaths } from "../../web/paths.hall.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import { renderPage } from "../kit/page.ts";
import { invalid, notFound, Problem } from "../kit/problem.ts";
import type { HallOfficeServices } from "../wiring.hall.ts";
import type { HallContext, Refused } from "./booking.desk.office.tsx";
import { frameOf, param } from "./booking.desk.office.tsx";
import { dayIn } from "./booking.edit.read.ts";
import { placeOf, serviceOf } from "./booking.hall.ts";
import type { Chart } from "./booking.statistics.chart.service.ts";
import type { Wanted } from "./booking.statistics.ts";
import { figuresOf, releaseSteps, shareOf } from "./booking.statistics.ts";

const HERE = "/office/halls/:hall/statistics";

export function statisticsOffice(services: HallOfficeServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  app.get(HERE, (context) => show(services, context));
  app.get(`${HERE}/figures.csv`, (context) => file(services, context));
  app.get(`${HERE}/charts/:chart`, (context) => chart(services, context));
  return app;
}

/** Of this century; raises 422 for what was typed and is no day, instead of showing other days than were asked for. */
function rangeIn(query: Readonly<Record<string, string>>) {
  const errors: { field: string; code: string }[] = [];
  const day = (field: "from" | "to"): string | undefined => {
    const typed = (query[field] ?? "").trim();
    const found = dayIn(typed);
    if (typed !== "" && !/^20/.test(found ?? "")) errors.push({ field, code: "day" });
    return found;
  };
  const range = { from: day("from"), to: day("to") };
  if (errors.length > 0) throw invalid(errors);
  return range;
}

async function found(services: HallOfficeServices, context: HallContext) {
  const query = context.req.query();
  const read = await services.statistics.read(context.get("staff"), param(context, "hall"), rangeIn(query));
  // Only what the hall has is taken over from the address.
  const wanted: Wanted = {
    place: placeOf(read.hall, query.place ?? "")?.id,
    service: serviceOf(read.hall, query.service ?? "")?.id,
  };
  return { ...read, wanted };
}

async function show(services: HallOfficeServices, context: HallContext): Promise<Response> {
  try {
    return await page(services, context, await found(services, context));
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 422) throw error;
    const read = await services.statistics.read(context.get("staff"), param(context, "hall"));
    return page(services, context, { ...read, wanted: {} }, { errors: error.errors ?? [], status: 422 });
  }
}

function page(
  services: HallOfficeServices,
  context: HallContext,
  { hall, from, to, days, wanted }: Awaited<ReturnType<typeof found>>,
  refused?: Refused,
) {
  const query = { from, to, ...wanted };
  const frame = frameOf(services, context, hallPaths.statistics(hall.id, query));
  return renderPage(
    context,
    <StatisticsPage
      {...frame}
      {...refused}
      hall={hall}
      query={query}
      typed={refused === undefined ? undefined : context.req.query()}
      sum={figuresOf(days, wanted)}
      days={days.map((day) => ({ day: day.day, figures: figuresOf([day], wanted) }))}
      services={hall.services.map(({ id }) => ({ id, figures: figuresOf(days, { ...wanted, service: id }) }))}
      places={hall.places.map(({ id }) => ({ id, figures: figuresOf(days, { ...wanted, place: id }) }))}
      release={releaseSteps(days, wanted)}
    />,
    refused?.status,
  );
}

/** A sheet program that reads it as a formula would run it; our texts begin with nothing of the kind. */
const cell = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const BYTE_ORDER_MARK = "\uFEFF";

async function file(services: HallOfficeServices, context: HallContext): Promise<Response> {
  const { hall, from, to, days, wanted } = await found(services, context);
  const { lang } = context.get("view");
  const words = statisticsCopy(lang);
  const { lead: _lead, wait: _wait, ...columns } = words.columns;
  const rows = [
    [
      ...Object.values(columns),
      words.inFile.lead,
      words.inFile.wait,
      ...words.release.steps.map(words.inFile.release),
    ],
    ...days.map((day) => {
      const figures = figuresOf([day], wanted);
      const reckoned = [figures.medianLeadMinutes, figures.medianWaitMinutes, ...releaseSteps([day], wanted)];
      return [day.day, ...countsOf(figures, lang), ...reckoned.map((number) => rounded(number))];
    }),
  ];
  const name = encodeURIComponent(`${words.file(hall.name[lang], from, to)}.csv`);
  context.header("content-type", "application/octet-stream");
  context.header("content-disposition", `attachment; filename*=UTF-8''${name}`);
  return context.body(BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(",")}\r\n`).join(""));
}

/** Numbers alone, so that a sheet program can go on reckoning; nothing where there is nothing to tell. */
const rounded = (number: number | undefined): string =>
  number === undefined ? "" : String(Math.round(number));

const percent = (share: number | undefined) => (share === undefined ? undefined : Math.round(share * 100));

const whole = (minutes: number | undefined) => (minutes === undefined ? undefined : Math.round(minutes));
const hours = (minutes: number | undefined) => (minutes === undefined ? undefined : Math.round(minutes / 60));

async function chart(services: HallOfficeServices, context: HallContext): Promise<Response> {
  const { days, wanted } = await found(services, context);
  const { release } = statisticsCopy(context.get("view").lang);
  const byDay = days.map((day) => ({ label: day.day.slice(5), figures: figuresOf([day], wanted) }));
  const labels = byDay.map(({ label }) => label);
  const charts: Readonly<Record<string, () => Chart>> = {
    fill: () => ({
      labels,
      values: byDay.map(({ figures }) => percent(shareOf(figures.seats, figures.capacity))),
      most: 100,
      unit: "%",
    }),
    lead: () => ({ labels, values: byDay.map(({ figures }) => hours(figures.medianLeadMinutes)), unit: "" }),
    wait: () => ({
      labels,
      values: byDay.map(({ figures }) => whole(figures.medianWaitMinutes)),
      unit: "",
    }),
    noShow: () => ({ labels, values: byDay.map(({ figures }) => figures.noShows), unit: "" }),
    release: () => ({ labels: release.steps, values: releaseSteps(days, wanted), unit: "" }),
  };
  const name = param(context, "chart").replace(/\.svg$/, "");
  const wantedChart = Object.hasOwn(charts, name) ? charts[name]?.() : undefined;
  if (wantedChart === undefined) throw notFound("chart_not_found");
  const { chartSvg } = await import("./booking.statistics.chart.service.ts");
  context.header("content-type", "image/svg+xml");
  context.header("content-disposition", `attachment; filename*=UTF-8''${name}.svg`);
  return context.body(chartSvg(wantedChart));
}
