/** `/disclosure/before`: what is public already, between the questions of a request. What was typed is in the draft. */
import type { Context } from "hono";
import { Hono } from "hono";
import { BeforeDonePage, BeforePage, ChannelsPage } from "../../web/pages/published/before.tsx";
import { paths } from "../../web/paths.ts";
import type { AppEnv } from "../app.page.ts";
import { draftIdOf, withDraft } from "../apply/apply.draft.citizen.ts";
import type { DisclosureCitizenServices } from "../disclosure/disclosure.citizen.draft.tsx";
import { disclosureGate } from "../disclosure/disclosure.citizen.draft.tsx";
import { disclosureWay, valuesOf } from "../disclosure/disclosure.draft.ts";
import { requestIn } from "../disclosure/disclosure.pages.ts";
import { contactOf } from "../home/home.contact.ts";
import type { Config } from "../kit/config.ts";
import { check, fieldOf, readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { notFound } from "../kit/problem.ts";
import type { Before } from "./before.service.ts";
import { hasHints } from "./before.service.ts";
import { choiceForm } from "./before.ts";

export type BeforeCitizenServices = DisclosureCitizenServices & {
  readonly config: Pick<Config, "units" | "publicOrigin">;
  readonly hints: Before;
};

/** The page after which this one stands. */
const ASKED = "information";

export function beforeCitizen(services: BeforeCitizenServices): Hono<AppEnv> {
  const { drafts, hints } = services;
  const gate = disclosureGate(services.disclosure);
  const app = new Hono<AppEnv>();

  const read = async (id: string) => {
    const values = valuesOf(await drafts.demand(id));
    return { request: requestIn(values), next: paths.disclosureApply(disclosureWay.after(values, ASKED)) };
  };

  app.get(
    paths.disclosureBefore(),
    withDraft(gate, async (context, id) => {
      const { request, next } = await read(id);
      const found = await hints.look(request);
      if (!hasHints(found)) return seeOther(context, next);
      const back = paths.disclosureApply(ASKED);
      return renderPage(context, <BeforePage view={context.get("view")} {...found} back={back} />);
    }),
  );

  app.post(
    paths.disclosureBefore(),
    withDraft(gate, async (context, id) => {
      const { next } = await read(id);
      const checked = check(choiceForm, { choice: fieldOf(await readForm(context), "choice") });
      // Whoever sends something else wants to go on, and may.
      const choice = checked.ok ? checked.value.choice : "continue";
      const [event, to] = {
        found: ["found", paths.disclosureBeforeDone()],
        continue: ["continued", next],
        petition: ["petitionTaken", paths.disclosureChannels()],
      }[choice] as ["found" | "continued" | "petitionTaken", string];
      await hints.note(id, event);
      return seeOther(context, to);
    }),
  );

  app.get(
    paths.disclosureBeforeDone(),
    withDraft(gate, async (context, id) => {
      const { next } = await read(id);
      return renderPage(context, <BeforeDonePage view={context.get("view")} next={next} />);
    }),
  );

  app.get(
    paths.disclosureChannels(),
    withDraft(gate, async (context, id) => {
      const view = context.get("view");
      const { next } = await read(id);
      const { hall, ...contact } = contactOf(services, view.lang);
      return renderPage(
        context,
        <ChannelsPage view={view} next={next} counter={{ ...contact, name: hall }} />,
      );
    }),
  );

  /** Leads on whatever happens: that it is counted is of no use to who wants to read. */
  app.get("/disclosure/before/open/:kind/:id", async (context: Context<AppEnv>) => {
    const kind = context.req.param("kind");
    const id = context.req.param("id") ?? "";
    if (kind !== "answer" && kind !== "guide") throw notFound();
    const draft = draftIdOf(context, gate);
    if (draft !== undefined) await hints.note(draft, "opened");
    return seeOther(context, kind === "answer" ? paths.publishedAnswer(id) : paths.guide(id));
  });

  return app;
}
