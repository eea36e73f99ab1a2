/** `/office/notices`: what could not be delivered, by unit. */
import type { Context } from "hono";
import { Hono } from "hono";
import { NoticesPage } from "../../web/pages/office/notices.tsx";
import { noticePaths } from "../../web/paths.notice.ts";
import { paths, withQuery } from "../../web/paths.ts";
import { may } from "../identity/access.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import type { Config } from "../kit/config.ts";
import { fieldOf, readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { personOf, unitName } from "../office/office.person.ts";
import { refusalPage } from "../office/refusal.office.tsx";
import type { NoticeOffice } from "./notice.office.service.ts";

export interface NoticeOfficeServices {
  readonly config: Pick<Config, "units">;
  readonly noticeOffice: NoticeOffice;
}

export function noticeOffice(services: NoticeOfficeServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  app.onError(refusalPage(services));
  app.get(paths.officeNotices(), (context) => show(services, context));
  app.post(noticePaths.act("again"), (context) => settle(services, context, "again"));
  app.post(noticePaths.act("give-up"), (context) => settle(services, context, "giveUp"));
  return app;
}

/** A unit that exists, else the person's own. */
function unitIn({ config }: NoticeOfficeServices, asked: string | undefined, own: string): string {
  return config.units.find(({ code }) => code === asked)?.code ?? own;
}

async function show(services: NoticeOfficeServices, context: Context<OfficeEnv>): Promise<Response> {
  const { config, noticeOffice: office } = services;
  const staff = context.get("staff");
  const view = context.get("view");
  const unit = unitIn(services, context.req.query("unit"), staff.unit);
  const notices = await office.list(staff, unit);
  const others = config.units.filter(({ code }) => may(staff, "notice.read", { unit: code }));
  const done = (["again", "given_up", "gone"] as const).find((one) => one === context.req.query("done"));
  return renderPage(
    context,
    <NoticesPage
      view={view}
      person={personOf(config, staff, view.lang)}
      unit={{ code: unit, name: unitName(config, unit, view.lang) }}
      units={
        others.length > 1 ? others.map(({ code }) => ({ code, name: unitName(config, code, view.lang) })) : []
      }
      notices={notices}
      maySettle={office.maySettle(staff, unit)}
      done={done}
    />,
  );
}

async function settle(
  services: NoticeOfficeServices,
  context: Context<OfficeEnv>,
  act: "again" | "giveUp",
): Promise<Response> {
  const staff = context.get("staff");
  const form = await readForm(context);
  const unit = unitIn(services, context.req.query("unit"), staff.unit);
  const settled = await services.noticeOffice[act](staff, unit, fieldOf(form, "notice"));
  const done = settled === "gone" ? "gone" : act === "again" ? "again" : "given_up";
  const here = paths.officeNotices(unit === staff.unit ? undefined : unit);
  return seeOther(context, withQuery(here, { done }));
}
