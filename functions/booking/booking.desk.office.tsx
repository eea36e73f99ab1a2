/** What all pages of a hall's office share: who looks, what was done, and a form that comes back with its reasons. */
import type { Context } from "hono";
import type { HallFrame } from "../../web/pages/office/hall/frame.tsx";
import { hallPaths } from "../../web/paths.hall.ts";
import { withQuery } from "../../web/paths.ts";
import { may } from "../identity/access.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import type { FormValues } from "../kit/form.ts";
import { fieldOf } from "../kit/form.ts";
import { seeOther } from "../kit/page.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { notFound, Problem } from "../kit/problem.ts";
import { personOf } from "../office/office.person.ts";
import type { HallOfficeServices } from "../wiring.hall.ts";
import type { Place } from "./booking.hall.ts";
import { type Hall, placeOf } from "./booking.hall.ts";

export type HallContext = Context<OfficeEnv>;

/** The frame of a page under its own address, without what was sent. */
export function frameOf(
  { config }: Pick<HallOfficeServices, "config">,
  context: HallContext,
  path: string,
): HallFrame {
  const staff = context.get("staff");
  const view = context.get("view");
  const done = context.req.method === "POST" ? undefined : context.req.query("done");
  return {
    view: { ...view, path },
    person: personOf(config, staff, view.lang),
    mayWrite: may(staff, "hall.write", { unit: staff.unit }),
    ...(done === undefined ? {} : { done }),
  };
}

/** What a refused form is shown again with. */
export interface Refused {
  readonly errors?: FieldErrors;
  readonly conflict?: string;
  readonly typed?: FormValues;
  readonly status: 409 | 422;
}

/** Does what a form says and leads on; when it is refused, shows the page again with what was typed. */
export async function orAgain(
  work: () => Promise<Response>,
  values: FormValues,
  again: (refused: Refused) => Promise<Response>,
): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.status === 422) return again({ errors: error.errors ?? [], typed: values, status: 422 });
    // What is kept is shown as it is now: what was typed was meant for what is no longer there.
    if (error.status === 409) return again({ conflict: error.code, status: 409 });
    throw error;
  }
}

export const param = (context: Context, name: string): string => context.req.param(name) ?? "";

/** The draft's version as the page carried it; what is no number was never seen. */
export function versionIn(values: FormValues): number {
  const version = fieldOf(values, "version");
  return /^\d{1,9}$/.test(version) ? Number(version) : -1;
}

export function placeIn(hall: Hall, id: string): Place {
  const place = placeOf(hall, id);
  if (place === undefined) throw notFound("place_not_found");
  return place;
}

export const saved = (context: HallContext, path: string): Response =>
  seeOther(context, withQuery(path, { done: "saved" }));

export const toHall = (context: HallContext, hall: string, done?: string): Response =>
  seeOther(context, withQuery(hallPaths.hall(hall), { done }));
