/** The annual report in every state: of a running year, of one that is over, published, amended; its forms and cells. */
import { people } from "../disclosure/support.ts";
import type { Arrival, Arrivals } from "./arrivals.ts";
import type { Visit } from "./visit.ts";
import { again, once, visit } from "./visit.ts";

const REPORT = "/office/report/:year";
const own = "unit=zfb";

/** A case that was answered this year and one that is pending, counted as the stream counts them. */
async function counted(all: Arrivals): Promise<void> {
  for (const step of ["answered", "submitted"] as const) {
    const { path } = await all.atCase(people.clerk, step);
    const head = await all.apps.heads.readHead(path.split("/").at(-1) ?? "");
    if (head !== undefined) await all.apps.counts.count(head);
  }
}

async function afterCounting(all: Arrivals, path: string, staff = people.admin): Promise<Arrival> {
  await counted(all);
  return all.desk(staff, path);
}

/** The report of a year that is over, written and published; amended, when asked for. */
async function published(all: Arrivals, year: number, amended = false): Promise<Arrival> {
  const path = `/office/report/${year}?${own}`;
  const { browser } = await all.desk(people.admin, path);
  const publish = async (reason: string) => {
    const scope = { unit: "zfb", year };
    const { hash } = await all.apps.reports.read(people.admin, scope);
    await browser.post(`/office/report/${year}/freeze?${own}`, { hash, reason, tick: "yes" });
  };
  const write = (version: string, problems: string) =>
    browser.post(`/office/report/${year}/edit?${own}`, { version, problems });
  await write("0", "Late answers");
  await publish("");
  if (amended) {
    await write("1", "Late answers, since mended");
    await publish("A sentence was missing");
  }
  return { browser, path };
}

export const reportVisits: readonly Visit[] = [
  visit("to the report", "/office/report", (all) => all.desk(people.clerk, "/office/report"), {
    status: 303,
  }),
  visit("report of a running year", REPORT, (all) => afterCounting(all, `/office/report/2026?${own}`)),
  visit("report of the whole government", REPORT, (all) =>
    afterCounting(all, "/office/report/2026?unit=whole", people.auditor),
  ),
  visit("report of a year that is over", REPORT, (all) =>
    all.desk(people.admin, `/office/report/2025?${own}`),
  ),
  visit("report, published", REPORT, (all) => published(all, 2023), once),
  visit("report, amended", REPORT, (all) => published(all, 2022, true), once),
  visit(
    "report of another unit",
    REPORT,
    (all) => all.desk(people.clerkElsewhere, `/office/report/2026?${own}`),
    { status: 403, ...again },
  ),
  visit("report of no unit", REPORT, (all) => all.desk(people.clerk, "/office/report/2026?unit=nowhere"), {
    status: 404,
    ...again,
  }),
  visit("report being written", `${REPORT}/edit`, (all) =>
    all.desk(people.clerk, `/office/report/2026/edit?${own}`),
  ),
  visit(
    "report that is not theirs to write",
    `${REPORT}/edit`,
    (all) => all.desk(people.handler, `/office/report/2026/edit?${own}`),
    { status: 403, ...again },
  ),
  visit("cases in a number", `${REPORT}/cells/:row/:column`, (all) =>
    afterCounting(all, `/office/report/2026/cells/1/person?${own}`),
  ),
  visit("cases in a zero", `${REPORT}/cells/:row/:column`, (all) =>
    all.desk(people.clerk, `/office/report/2026/cells/20/charity?${own}`),
  ),
  visit("a number by its units", `${REPORT}/cells/:row/:column`, (all) =>
    afterCounting(all, "/office/report/2026/cells/24/total?unit=whole", people.auditor),
  ),
  visit(
    "no such number",
    `${REPORT}/cells/:row/:column`,
    (all) => all.desk(people.clerk, "/office/report/2026/cells/26/person"),
    { status: 404, ...again },
  ),
  ...(["xlsx", "docx"] as const).map((kind) =>
    visit(
      `report as ${kind}`,
      `${REPORT}/report.${kind}`,
      (all) => all.desk(people.clerk, `/office/report/2026/report.${kind}`),
      { download: true },
    ),
  ),
];
