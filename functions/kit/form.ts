/** Forms: strings in, a checked value or a list of field errors out. What was typed is never part of an error. */
import type { Context } from "hono";
import * as v from "valibot";
import type { FieldErrors } from "./problem.ts";
import { Problem } from "./problem.ts";

/** What a form sent: one string a field, several for tick boxes. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: FieldErrors };

/** Reads a urlencoded body. Throws 415 for any other type, so that a file can never arrive through the page. */
export async function readForm(context: Context): Promise<FormValues> {
  const type = context.req.header("content-type") ?? "";
  if (!type.toLowerCase().startsWith("application/x-www-form-urlencoded"))
    throw new Problem(415, "form_expected");
  // Without a prototype a field may be called `constructor`, and is then what was sent and nothing else.
  const values: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of new URLSearchParams(await context.req.text())) {
    const before = values[name];
    values[name] = before === undefined ? value : [before, value].flat();
  }
  return values;
}

/** One value of a field, the last one when a form sent several. */
export function fieldOf(values: FormValues, name: string): string {
  const value = values[name] ?? "";
  return typeof value === "string" ? value : (value.at(-1) ?? "");
}

/** Checks values against a schema whose messages are codes; the first error of each field is kept. */
export function check<Schema extends v.GenericSchema>(
  schema: Schema,
  values: unknown,
): Checked<v.InferOutput<Schema>> {
  const read = v.safeParse(schema, values);
  return read.success ? { ok: true, value: read.output } : { ok: false, errors: fieldErrors(read.issues) };
}

export function fieldErrors(issues: readonly v.BaseIssue<unknown>[]): FieldErrors {
  const first = new Map<string, string>();
  for (const issue of issues) {
    const field = v.getDotPath(issue) ?? "";
    if (!first.has(field)) first.set(field, codeOf(issue));
  }
  return [...first].map(([field, code]) => ({ field, code }));
}

/** valibot's own messages quote what they received; only messages that are codes of ours may pass. */
const codeOf = (issue: v.BaseIssue<unknown>): string =>
  /^[a-z0-9_]+(\.[a-z0-9_]+)*$/.test(issue.message)
    ? issue.message
    : `invalid.${issue.type.replaceAll(/[^a-z_]/g, "_")}`;
