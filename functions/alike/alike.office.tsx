/** `/office/alike`: who asks for the same, and whether its answer is to be published (Art. 44). */
import type { Context } from "hono";
import { Hono } from "hono";
import { AlikeListPage } from "../../web/pages/office/alike/list.tsx";
import type { AlikeGroupProps } from "../../web/pages/office/alike/one.tsx";
import { AlikeGroupPage } from "../../web/pages/office/alike/one.tsx";
import { alikePaths } from "../../web/paths.alike.ts";
import { paths, withQuery } from "../../web/paths.ts";
import { outcomeOf } from "../disclosure/disclosure.outcome.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import type { Config } from "../kit/config.ts";
import { check, fieldOf, readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { notFound, Problem } from "../kit/problem.ts";
import { personOf } from "../office/office.person.ts";
import { refusalPage } from "../office/refusal.office.tsx";
import type { Alike } from "./alike.service.ts";
import { decisionKinds, groupStates, reasonForm } from "./alike.ts";

export interface AlikeOfficeServices {
  readonly config: Pick<Config, "units">;
  readonly alike: Alike;
}

const PAGE_SIZE = 20;
const ONE = "/office/alike/groups/:id";

export function alikeOffice(services: AlikeOfficeServices): Hono<OfficeEnv> {
  const { config, alike } = services;
  const app = new Hono<OfficeEnv>();
  app.onError(refusalPage(services));

  app.get(alikePaths.list(), async (context) => {
    const staff = context.get("staff");
    const view = context.get("view");
    const { state: wanted, cursor } = context.req.query();
    const state = groupStates.find((each) => each === wanted) ?? "open";
    const page = await alike.list(staff, { unit: staff.unit, state, limit: PAGE_SIZE, cursor });
    const here = alikePaths.list({ state: state === "open" ? undefined : state });
    return renderPage(
      context,
      <AlikeListPage
        view={{ ...view, path: here }}
        person={personOf(config, staff, view.lang)}
        state={state}
        states={groupStates}
        groups={page.groups}
        next={page.next === undefined ? undefined : withQuery(here, { cursor: page.next })}
        first={cursor === undefined ? undefined : here}
      />,
    );
  });

  app.get(ONE, (context) => show(services, context, { done: context.req.query("done") }));

  app.post(`${ONE}/:act`, async (context) => {
    const kind = decisionKinds.find((each) => each === context.req.param("act"));
    if (kind === undefined) throw notFound("action_not_found");
    const form = await readForm(context);
    const typed = fieldOf(form, "version");
    const version = /^\d{1,9}$/.test(typed) ? Number(typed) : -1;
    const id = context.req.param("id");
    const reference = fieldOf(form, "reference");
    const reason = fieldOf(form, "reason");
    const checked = kind === "dismiss" ? check(reasonForm, { reason }) : undefined;
    if (checked?.ok === false) return show(services, context, { errors: checked.errors, reason }, 422);
    try {
      const said = kind === "propose" ? { reference } : { reason: checked?.ok ? checked.value.reason : "" };
      await alike.decide(context.get("staff"), id, { kind, version, ...said });
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 409) throw error;
      return show(services, context, { problem: true }, 409);
    }
    // The proposal goes the way of two people: one writes it anew without who asked, another publishes it.
    return seeOther(
      context,
      kind === "propose" ? paths.officePublishedOf(reference) : withQuery(alikePaths.one(id), { done: kind }),
    );
  });

  return app;
}

async function show(
  { config, alike }: AlikeOfficeServices,
  context: Context<OfficeEnv>,
  rest: Pick<AlikeGroupProps, "done" | "errors" | "reason" | "problem">,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const staff = context.get("staff");
  const view = context.get("view");
  const id = context.req.param("id") ?? "";
  const found = await alike.read(staff, id);
  return renderPage(
    context,
    <AlikeGroupPage
      {...rest}
      {...found}
      view={{ ...view, path: alikePaths.one(id) }}
      person={personOf(config, staff, view.lang)}
      outcomeOf={(code) => outcomeOf(code)?.label[view.lang]}
    />,
    status,
  );
}
