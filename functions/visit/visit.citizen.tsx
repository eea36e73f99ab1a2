/** Checking in on one's own phone, the page of one's own number, and the screen of a hall. */
import type { Context } from "hono";
import { Hono } from "hono";
import { visitCopy } from "../../web/copy/visit.ts";
import { CheckInPage } from "../../web/pages/visit/check-in.tsx";
import { ScreenPage } from "../../web/pages/visit/screen.tsx";
import { TicketPage } from "../../web/pages/visit/ticket.tsx";
import { paths, withQuery } from "../../web/paths.ts";
import type { AppEnv } from "../app.page.ts";
import { readCode, readShownPhone } from "../booking/booking.code.ts";
import { triesErrors } from "../booking/booking.tries.citizen.ts";
import { dayOf } from "../calendar/calendar.ts";
import { addressOf } from "../kit/address.ts";
import type { Clock } from "../kit/clock.ts";
import type { Config } from "../kit/config.ts";
import { fieldOf, readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { Problem } from "../kit/problem.ts";
import type { Shown } from "./visit.public.service.ts";
import { sentenceOf } from "./visit.sentence.citizen.ts";
import type { Visits } from "./visit.service.ts";

export interface VisitCitizenServices {
  readonly visits: Pick<Visits, "checkIns" | "public" | "halls">;
  readonly config: Pick<Config, "units">;
  readonly clock: Clock;
}

const RELOAD_SECONDS = 15;
const TICKET = "/check-in/:hall/:place/:day/:number/:proof";

/** What somebody can do about it on this page; everything else is answered as it is everywhere. */
const onPage = new Set([
  ...["booking_not_found", "check_in_early", "check_in_late", "check_in_other_day"],
  ...["check_in_state", "ticket_changed"],
]);

export function visitCitizen(services: VisitCitizenServices): Hono<AppEnv> {
  const { visits, config, clock } = services;
  const phone = config.units[0]?.phone;
  const app = new Hono<AppEnv>();

  app.get(paths.checkIn(), (context) => {
    // Only what can be a code is taken over, so that an address cannot put words into the page.
    const code = readCode(context.req.query("code") ?? "") ?? "";
    return renderPage(
      context,
      <CheckInPage view={context.get("view")} typed={{ code, phone: "" }} errors={[]} phone={phone} />,
    );
  });
  app.post(paths.checkIn(), (context) => checkIn(services, context));

  app.get(TICKET, async (context) => {
    const shown = shownIn(context);
    const own = await visits.public.own(shown);
    return renderPage(
      context,
      <TicketPage
        view={context.get("view")}
        own={own}
        proof={shown.proof}
        isToday={own.ticket.day === dayOf(clock())}
        done={context.req.query("done") === "checked_in"}
        phone={phone}
      />,
    );
  });
  app.post(`${TICKET}/leave`, async (context) => {
    const shown = shownIn(context);
    try {
      await visits.public.leave(shown);
    } catch (error) {
      // They are being called at this moment: the page says so.
      if (!(error instanceof Problem) || error.code !== "ticket_changed") throw error;
    }
    return seeOther(context, paths.ticket(shown, shown.proof));
  });

  app.get("/calls/:hall/:place", async (context) => {
    const { hall, place } = context.req.param();
    const screen = await visits.public.screen({ hall, place });
    const today = dayOf(clock());
    // Where no script runs, and against whatever may have gone wrong on a screen that nobody touches.
    context.header("refresh", String(RELOAD_SECONDS));
    return renderPage(context, <ScreenPage view={context.get("view")} screen={screen} today={today} />);
  });
  return app;
}

function shownIn(context: Context<AppEnv>): Shown {
  const part = (name: string): string => context.req.param(name) ?? "";
  return {
    hall: part("hall"),
    place: part("place"),
    day: part("day"),
    number: part("number"),
    proof: part("proof"),
  };
}

async function checkIn(
  { visits, config }: VisitCitizenServices,
  context: Context<AppEnv>,
): Promise<Response> {
  const form = await readForm(context);
  const typed = { code: fieldOf(form, "code"), phone: fieldOf(form, "phone") };
  const view = context.get("view");
  const again = (errors: FieldErrors, status: 404 | 409 | 422 | 429, refused?: string) =>
    renderPage(
      context,
      <CheckInPage
        view={{ ...view, path: paths.checkIn() }}
        typed={typed}
        errors={errors}
        refused={refused}
        phone={config.units[0]?.phone}
      />,
      status,
    );
  const code = readCode(typed.code);
  const shown = readShownPhone(typed.phone);
  const errors = [
    ...(code === undefined
      ? [{ field: "code", code: typed.code.trim() === "" ? "code.required" : "code.invalid" }]
      : []),
    ...(shown === undefined
      ? [{ field: "phone", code: typed.phone.trim() === "" ? "phone.required" : "phone.invalid" }]
      : []),
  ];
  if (code === undefined || shown === undefined) return again(errors, 422);
  try {
    const ticket = await visits.checkIns.byCitizen({ code, ...shown }, addressOf(context));
    return seeOther(
      context,
      withQuery(paths.ticket(ticket, visits.public.proofOf(ticket)), { done: "checked_in" }),
    );
  } catch (error) {
    const often = triesErrors(context, error);
    if (often !== undefined) return again(often, 429);
    if (!(error instanceof Problem) || !onPage.has(error.code)) throw error;
    const sentence = sentenceOf(error, { words: visitCopy(view.lang), lang: view.lang });
    const status = error.status === 404 ? 404 : 409;
    if (error.retryAfterSeconds !== undefined) context.header("retry-after", String(error.retryAfterSeconds));
    return again(
      [{ field: "code", code: sentence === undefined ? error.code : "refused" }],
      status,
      sentence,
    );
  }
}
