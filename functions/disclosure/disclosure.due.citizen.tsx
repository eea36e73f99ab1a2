/** `/disclosure/due-dates`: the public calculator. Nothing personal is asked, so the day may stand in the address. */
import type { Context } from "hono";
import { Hono } from "hono";
import { DueDatesPage } from "../../web/pages/disclosure/due-dates.tsx";
import { paths } from "../../web/paths.ts";
import type { AppEnv } from "../app.page.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { dayOf } from "../calendar/calendar.ts";
import type { Clock } from "../kit/clock.ts";
import { renderPage } from "../kit/page.ts";
import { dueDates, receivedError } from "./disclosure.due.ts";

export interface DueCitizenServices {
  readonly calendar: Calendar;
  readonly clock: Clock;
}

export function dueCitizen({ calendar, clock }: DueCitizenServices): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get(paths.disclosureDueDates(), (context) => {
    const today = dayOf(clock());
    const boxes = boxesIn(context) ?? boxesOf(today);
    const received = dayFrom(boxes);
    const error = receivedError(received, today);
    const page = (
      <DueDatesPage
        view={{ ...context.get("view"), path: paths.disclosureDueDates(error ? undefined : received) }}
        boxes={boxes}
        error={error}
        dates={error === undefined ? dueDates(received, calendar) : undefined}
      />
    );
    return renderPage(context, page, error === undefined ? 200 : 422);
  });
  return app;
}

interface Boxes {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

const boxesOf = (day: string): Boxes => {
  const [year = "", month = "", date = ""] = day.split("-").map((part) => String(Number(part)));
  return { year, month, day: date };
};

/** As the form sends it, or as a link has it; undefined when neither is there. What is too long for a box is cut. */
function boxesIn(context: Context): Boxes | undefined {
  const whole = context.req.query("received");
  if (whole !== undefined)
    return /^\d{4}-\d{2}-\d{2}$/.test(whole) ? boxesOf(whole) : { year: "", month: "", day: "" };
  const [year, month, day] = ["year", "month", "day"].map((part) =>
    context.req.query(`received-${part}`)?.normalize("NFKC").trim().slice(0, 4),
  );
  if (year === undefined && month === undefined && day === undefined) return undefined;
  return { year: year ?? "", month: month ?? "", day: day ?? "" };
}

const dayFrom = ({ year, month, day }: Boxes): string =>
  [year.padStart(4, "0"), month.padStart(2, "0"), day.padStart(2, "0")].join("-");
