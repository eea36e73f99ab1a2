/** `/appeals`: whoever may not book for a time sees why and says their side, after the proof of one of their bookings. */
import type { Context } from "hono";
import { Hono } from "hono";
import { AppealPage, OwnBansPage } from "../../web/pages/booking/appeal.tsx";
import { appealPaths } from "../../web/paths.hall.ts";
import type { AppEnv } from "../app.page.ts";
import { addressOf } from "../kit/address.ts";
import type { Config } from "../kit/config.ts";
import { type FormValues, fieldOf, readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { Problem } from "../kit/problem.ts";
import type { Appeals } from "./booking.appeal.service.ts";
import type { Shown } from "./booking.code.ts";
import { readCode, readShownPhone } from "./booking.code.ts";
import { triesErrors } from "./booking.tries.citizen.ts";

export interface AppealCitizenServices {
  readonly config: Pick<Config, "units">;
  readonly appeals: Appeals;
}

const typedIn = (values: FormValues) => ({
  code: fieldOf(values, "code").trim(),
  phone: fieldOf(values, "phone").trim(),
  text: fieldOf(values, "text"),
  ban: fieldOf(values, "ban"),
});
type Typed = ReturnType<typeof typedIn>;

/** A code of another shape was never given to anybody, so saying so reveals nothing and costs no try. */
function shownIn({ code, phone }: Typed): { shown: Shown } | { errors: FieldErrors } {
  const read = readCode(code);
  const digits = readShownPhone(phone);
  const errors = [
    ...(read === undefined ? [{ field: "code", code: code === "" ? "required" : "code_invalid" }] : []),
    ...(digits === undefined ? [{ field: "phone", code: phone === "" ? "required" : "phone4" }] : []),
  ];
  return read === undefined || digits === undefined ? { errors } : { shown: { code: read, ...digits } };
}

export function appealCitizen(services: AppealCitizenServices): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get(appealPaths.appeals(), (context) => {
    // Only what is a code of ours is taken over, so that an address cannot put words into the page.
    const code = readCode(context.req.query("code") ?? "") ?? "";
    return ask(services, context, { ...typedIn({}), code }, []);
  });
  app.post(appealPaths.appeals(), async (context) => {
    const typed = typedIn(await readForm(context));
    return proved(services, context, typed, (shown) => own(services, context, { typed, shown }));
  });
  app.get(appealPaths.appealSend(), (context) => seeOther(context, appealPaths.appeals()));
  app.post(appealPaths.appealSend(), async (context) => {
    const typed = typedIn(await readForm(context));
    return proved(services, context, typed, (shown) => send(services, context, { typed, shown }));
  });
  return app;
}

function ask({ config }: AppealCitizenServices, context: Context<AppEnv>, typed: Typed, errors: FieldErrors) {
  const isOften = errors.some(({ code }) => code.startsWith("tries_"));
  const view = { ...context.get("view"), path: appealPaths.appeals() };
  const page = <AppealPage view={view} phone={config.units[0]?.phone} typed={typed} errors={errors} />;
  return renderPage(context, page, isOften ? 429 : errors.length > 0 ? 422 : 200);
}

/** What goes on with the proof; without one the question comes back with what to correct. */
async function proved(
  services: AppealCitizenServices,
  context: Context<AppEnv>,
  typed: Typed,
  then: (shown: Shown) => Promise<Response>,
): Promise<Response> {
  const read = shownIn(typed);
  if ("errors" in read) return ask(services, context, typed, read.errors);
  try {
    return await then(read.shown);
  } catch (error) {
    const often = triesErrors(context, error);
    if (often !== undefined) return ask(services, context, typed, often);
    if (!(error instanceof Problem) || error.code !== "booking_not_found") throw error;
    return ask(services, context, typed, [{ field: "code", code: "not_found" }]);
  }
}

interface Proved {
  readonly typed: Typed;
  readonly shown: Shown;
  readonly errors?: FieldErrors;
  readonly sent?: boolean;
}

async function own(
  { config, appeals }: AppealCitizenServices,
  context: Context<AppEnv>,
  { typed, shown, errors = [], sent = false }: Proved,
) {
  const bans = await appeals.own(shown, addressOf(context));
  const view = { ...context.get("view"), path: appealPaths.appeals() };
  const page = { view, phone: config.units[0]?.phone, typed, errors, bans, sent };
  return renderPage(context, <OwnBansPage {...page} />, errors.length > 0 ? 422 : 200);
}

/** Nothing of the proof may stand in an address, so the answer is the page itself; sent again it says the same. */
async function send(services: AppealCitizenServices, context: Context<AppEnv>, { typed, shown }: Proved) {
  try {
    await services.appeals.appeal(shown, addressOf(context), { id: typed.ban, text: typed.text });
  } catch (error) {
    if (!(error instanceof Problem) || (error.status !== 422 && error.status !== 409)) throw error;
    const errors = error.errors ?? [{ field: "text", code: error.code }];
    // Where an appeal stands already there is no form any more, and the page says how it stands.
    if (error.status === 409) return own(services, context, { typed, shown });
    return own(services, context, { typed, shown, errors });
  }
  return own(services, context, { typed, shown, sent: true });
}
