/** Finding one's booking by its code and the last four digits of the telephone. */
import type { Context } from "hono";
import { Hono } from "hono";
import { BookingFindPage } from "../../web/pages/booking/find.tsx";
import { bookingPaths } from "../../web/paths.booking.ts";
import type { AppEnv } from "../app.page.ts";
import { contactOf } from "../home/home.contact.ts";
import { addressOf } from "../kit/address.ts";
import { fieldOf, readForm } from "../kit/form.ts";
import { renderPage } from "../kit/page.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { Problem } from "../kit/problem.ts";
import { readCode, readShownPhone } from "./booking.code.ts";
import { giveBooking } from "./booking.mine.citizen.tsx";
import type { BookingCitizenServices } from "./booking.shown.citizen.ts";
import { triesErrors } from "./booking.tries.citizen.ts";

type Found = { readonly code: string; readonly phone: string };

export function findCitizen(services: BookingCitizenServices): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const form = (
    context: Context<AppEnv>,
    typed: Found,
    { errors = [], status = 422 }: { errors?: FieldErrors; status?: 422 | 429 } = {},
  ) => {
    const view = context.get("view");
    const { phone } = contactOf(services, view.lang);
    const page = <BookingFindPage view={view} typed={typed} errors={errors} phone={phone} />;
    return renderPage(context, page, errors.length > 0 ? status : 200);
  };

  app.get(bookingPaths.find(), (context) => {
    // Only what is a code of ours is taken over, so that an address cannot put words into the page.
    const code = readCode(context.req.query("code") ?? "") ?? "";
    return form(context, { code, phone: "" });
  });

  app.post(bookingPaths.find(), async (context) => {
    const sent = await readForm(context);
    const typed = { code: fieldOf(sent, "code"), phone: fieldOf(sent, "phone") };
    const code = readCode(typed.code);
    const phone = readShownPhone(typed.phone);
    const errors = [
      ...(code === undefined ? [{ field: "code", code: codeOf(typed.code) }] : []),
      ...(phone === undefined ? [{ field: "phone", code: codeOf(typed.phone) }] : []),
    ];
    if (code === undefined || phone === undefined) return form(context, typed, { errors });
    try {
      const { prove } = (await services.mine.isWaiting(code)) ? services.waiting : services.proof;
      await prove({ code, ...phone }, addressOf(context));
    } catch (error) {
      const often = triesErrors(context, error);
      if (often !== undefined) return form(context, typed, { errors: often, status: 429 });
      if (!(error instanceof Problem && error.code === "booking_not_found")) throw error;
      return form(context, typed, { errors: [{ field: "code", code: "wrong" }] });
    }
    return giveBooking(context, services, code);
  });

  return app;
}

const codeOf = (typed: string): string => (typed.trim() === "" ? "required" : "invalid");
