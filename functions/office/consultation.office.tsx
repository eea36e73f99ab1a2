/** `/office/acts/<number>/...`: the address at which somebody consulted answers, and one applicant's requests. */
import type { Context } from "hono";
import { Hono } from "hono";
import { encode } from "uqr";
import { ConsultationLinkPage } from "../../web/pages/office/consultation-link.tsx";
import { SameApplicantPage } from "../../web/pages/office/same-applicant.tsx";
import { paths } from "../../web/paths.ts";
import { outcomeOf } from "../disclosure/disclosure.outcome.ts";
import type { Disclosure } from "../disclosure/disclosure.service.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import type { Config } from "../kit/config.ts";
import { renderPage } from "../kit/page.ts";
import { notFound } from "../kit/problem.ts";
import { personOf, unitName } from "./office.person.ts";

export interface ConsultationOfficeServices {
  readonly config: Pick<Config, "units" | "publicOrigin">;
  readonly disclosure: Pick<Disclosure, "readForOffice" | "demand" | "sameApplicant">;
}

export function consultationOffice(services: ConsultationOfficeServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  app.get("/office/acts/:reference/applicant", (context) => showSame(services, context));
  app.get("/office/acts/:reference/consultations/:consultation", (context) => showLink(services, context));
  return app;
}

/** One applicant's requests together; the service says who may look. */
async function showSame({ config, disclosure }: ConsultationOfficeServices, context: Context<OfficeEnv>) {
  const staff = context.get("staff");
  const view = context.get("view");
  const { head } = await disclosure.readForOffice(context.req.param("reference") ?? "", staff);
  const rows = await disclosure.sameApplicant(head.reference, staff);
  return renderPage(
    context,
    <SameApplicantPage
      view={view}
      person={personOf(config, staff, view.lang)}
      reference={head.reference}
      applicantMasked={head.applicantMasked}
      rows={rows.map((row) => ({ ...row, label: outcomeOf(row.outcome ?? "")?.label }))}
    />,
  );
}

/** Who holds the address can answer for the other side, so only who works on the case sees it. */
async function showLink({ config, disclosure }: ConsultationOfficeServices, context: Context<OfficeEnv>) {
  const staff = context.get("staff");
  const view = context.get("view");
  const record = await disclosure.readForOffice(context.req.param("reference") ?? "", staff);
  await disclosure.demand(staff, "case.read_consultation", record.head);
  const { reference, unit } = record.head;
  const one = record.consultations.find(({ id }) => id === context.req.param("consultation"));
  if (one?.token === undefined) throw notFound("consultation_not_found");
  const address = config.publicOrigin + paths.consultation(reference, one.id, one.token);
  return renderPage(
    context,
    <ConsultationLinkPage
      view={view}
      person={personOf(config, staff, view.lang)}
      unit={unitName(config, unit, view.lang)}
      reference={reference}
      consultation={one}
      address={address}
      qr={encode(address).data}
    />,
  );
}
