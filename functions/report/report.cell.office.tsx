/** `/office/report/<year>/cells/<row>/<column>`: the cases behind one number, or its share of each unit. */
import { Hono } from "hono";
import type { CellRow } from "../../web/pages/office/report-cell.tsx";
import { ReportCellPage } from "../../web/pages/office/report-cell.tsx";
import { paths, withQuery } from "../../web/paths.ts";
import { outcomeOf } from "../disclosure/disclosure.outcome.ts";
import { may } from "../identity/access.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import { renderPage } from "../kit/page.ts";
import { notFound } from "../kit/problem.ts";
import { personOf } from "../office/office.person.ts";
import { refusalPage } from "../office/refusal.office.tsx";
import type { CellCase } from "./report.cell.service.ts";
import { nameOf } from "./report.place.ts";
import { formOf } from "./report.prescribed.ts";
import { isColumn, rowAt } from "./report.row.ts";
import type { ReportOfficeServices } from "./report.shared.office.ts";
import { placeIn } from "./report.shared.office.ts";

const PAGE_SIZE = 50;

export function cellOffice(services: ReportOfficeServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  const { reports, config } = services;
  app.onError(refusalPage(services));
  app.get("/office/report/:year/cells/:row/:column", async (context) => {
    const staff = context.get("staff");
    const view = context.get("view");
    const place = placeIn(services, context);
    const cell = cellOf(context.req.param("row"), context.req.param("column"));
    const cursor = context.req.query("cursor");
    const here = paths.officeReportCell(place, cell);
    const { unit, year } = place;
    const behind =
      unit === undefined
        ? { units: await reports.byUnit(staff, { year, ...cell }) }
        : await reports.casesIn(staff, { unit, year, ...cell }, { limit: PAGE_SIZE, cursor });
    const shown =
      "units" in behind
        ? {
            units: behind.units.map((each) => ({
              ...each,
              name: nameOf(config, { year, unit: each.unit }, view.lang),
              open: may(staff, "queue.read", { unit: each.unit }),
            })),
          }
        : { cases: behind.cases.map(rowOf), next: behind.next && withQuery(here, { cursor: behind.next }) };
    return renderPage(
      context,
      <ReportCellPage
        {...shown}
        view={{ ...view, path: here }}
        person={personOf(config, staff, view.lang)}
        place={place}
        name={nameOf(config, place, view.lang)}
        form={formOf()}
        cell={cell}
        first={cursor === undefined ? undefined : here}
      />,
    );
  });
  return app;
}

/** Throws 404 for what is no cell of the form. */
function cellOf(row: string, column: string) {
  const found = /^\d{1,2}$/.test(row) ? rowAt(Number(row)) : undefined;
  if (found === undefined || !isColumn(column)) throw notFound("report_not_found");
  return { row: found.number, column };
}

function rowOf({ reference, receivedOn, head }: CellCase): CellRow {
  const outcome = head?.answer && outcomeOf(head.answer.outcome);
  const isOver = head?.clock.endedOn !== undefined;
  return {
    reference,
    receivedOn,
    title: head?.title,
    applicantMasked: head?.applicantMasked,
    endedOn: head?.clock.endedOn,
    outcome: outcome?.label,
    detail: isOver && outcome === undefined ? head.state : undefined,
  };
}
