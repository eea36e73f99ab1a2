/** What the office's routes of visits read alike from address and form. */
import type { Context } from "hono";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import { type FormValues, fieldOf } from "../kit/form.ts";
import type { Where } from "./visit.parts.service.ts";

export const LONGEST_REASON = 100;
const LONGEST_KEY = 60;

export const whereIn = (context: Context<OfficeEnv>): Where => ({
  hall: context.req.param("hall") ?? "",
  place: context.req.param("place") ?? "",
});

/** The name of a form, as it was made when the page was. */
export const callKeyOf = (form: FormValues): string => fieldOf(form, "key").slice(0, LONGEST_KEY) || "no key";
