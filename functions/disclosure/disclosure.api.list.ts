/** What a program of an office may ask a list of its unit: which unit, which of the lists, and the page after. */
import * as v from "valibot";
import type { Staff } from "../identity/identity.ts";
import type { Config } from "../kit/config.ts";
import { check } from "../kit/form.ts";
import { invalid } from "../kit/problem.ts";

interface UnitListOptions<Name extends string, Choice extends string> {
  readonly name: Name;
  readonly choices: readonly [Choice, ...Choice[]];
  readonly usual: Choice;
  /** What the usual one holds, for the document. */
  readonly meaning: string;
}

/** The parameters of such a list, and how they are read. Raises 422 for one that is none. */
export function openUnitList<Name extends string, Choice extends string>(
  { units }: Pick<Config, "units">,
  { name, choices, usual, meaning }: UnitListOptions<Name, Choice>,
) {
  const schema = v.object({
    unit: v.optional(
      v.picklist(
        units.map(({ code }) => code),
        "unit.choose",
      ),
    ),
    choice: v.optional(v.picklist(choices, `${name}.choose`), usual),
    cursor: v.optional(v.pipe(v.string(), v.maxLength(200, "cursor.invalid"))),
  });
  return { schema, check, invalid, meaning } as unknown as Staff;
}
