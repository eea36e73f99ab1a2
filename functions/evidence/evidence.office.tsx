/** `/office/evidence/<number>`: what a review body asks for, in one file. */
import type { Context } from "hono";
import { Hono } from "hono";
import { EvidencePage } from "../../web/pages/office/evidence.tsx";
import { paths } from "../../web/paths.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import type { Config } from "../kit/config.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { personOf } from "../office/office.person.ts";
import { refusalPage } from "../office/refusal.office.tsx";
import { frontPageOf } from "./evidence.front.office.tsx";
import type { Evidence, Gathered } from "./evidence.service.ts";

export interface EvidenceOfficeServices {
  readonly config: Pick<Config, "units">;
  readonly evidence: Evidence;
}

const OF_CASE = "/office/evidence/:reference";

export function evidenceOffice(services: EvidenceOfficeServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  const { evidence } = services;
  app.onError(refusalPage(services));
  app.get(OF_CASE, async (context) =>
    show(services, context, await evidence.look(context.get("staff"), referenceOf(context))),
  );
  app.post(OF_CASE, async (context) => {
    const link = await evidence.create(
      context.get("staff"),
      referenceOf(context),
      frontPageOf(services.config),
    );
    return seeOther(context, link);
  });
  return app;
}

const referenceOf = (context: Context): string => context.req.param("reference") ?? "";

function show({ config }: EvidenceOfficeServices, context: Context<OfficeEnv>, gathered: Gathered) {
  const staff = context.get("staff");
  const view = context.get("view");
  const { head, events, replyFiles } = gathered.record;
  return renderPage(
    context,
    <EvidencePage
      view={{ ...view, path: paths.officeEvidence(head.reference) }}
      person={personOf(config, staff, view.lang)}
      reference={head.reference}
      title={head.title}
      verdict={gathered.verdict}
      counts={{
        application: head.attachments.length + 1,
        events: events.length,
        reply: replyFiles.length,
        letters: gathered.letters.length,
      }}
    />,
  );
}
