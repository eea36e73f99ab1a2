/** Queries that lists of an office ask for: their one reading and their one description. */
import type { Context } from "hono";
import * as v from "valibot";
import type { Config } from "../kit/config.ts";
import { check } from "../kit/form.ts";
import type { Parameter } from "../kit/openapi.ts";
import { invalid } from "../kit/problem.ts";

export const queryParameter = (
  name: string,
  description: string,
  schema: Parameter["schema"],
): Parameter => ({ in: "query", name, description, schema });

export const unitParameter = queryParameter("unit", "Code of a unit; yours when left out", {
  type: "string",
});
export const cursorParameter = queryParameter("cursor", "`next` of the page before", { type: "string" });

/** The code of a unit of this government; left out it is the reader's own. */
export const unitQuery = ({ units }: Pick<Config, "units">) =>
  v.optional(
    v.picklist(
      units.map(({ code }) => code),
      "unit.choose",
    ),
  );
export const cursorText = v.pipe(v.string(), v.maxLength(200, "cursor.invalid"));

/** What was asked. Raises 422 with a code for each query that is none. */
export function readQuery<Schema extends v.GenericSchema>(
  schema: Schema,
  context: Context,
): v.InferOutput<Schema> {
  const checked = check(schema, context.req.query());
  if (!checked.ok) throw invalid(checked.errors);
  return checked.value;
}
