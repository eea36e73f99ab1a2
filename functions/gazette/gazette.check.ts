/** What must hold together in a text before anybody may stand behind it, and what may stand in none. */
import type { Day } from "../calendar/calendar.day.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { neverPublicIn } from "../published/published.personal.ts";
import type { GazetteForm, GazetteKind } from "./gazette.ts";

/** The first fault of each field; codes as in `web/copy`. */
export function faultsOf(form: GazetteForm, kind: GazetteKind, today: Day): FieldErrors {
  const { writtenOn, issuedOn, from, until, validity, validityNote, validUntil } = form;
  const isPolicy = kind === "policy";
  const faults: readonly (readonly [boolean, string, string])[] = [
    [isPolicy && writtenOn === undefined, "writtenOn", "writtenOn.required"],
    [writtenOn !== undefined && writtenOn > today, "writtenOn", "day.future"],
    [issuedOn !== undefined && issuedOn > today, "issuedOn", "day.future"],
    [until !== undefined && until <= (from ?? today), "until", "until.early"],
    [
      isPolicy && validity !== "in_force" && validityNote === undefined,
      "validityNote",
      "validityNote.required",
    ],
    [
      isPolicy && validUntil !== undefined && writtenOn !== undefined && validUntil < writtenOn,
      "validUntil",
      "validUntil.early",
    ],
    ...(["title", "body", "validityNote"] as const).flatMap((field) => {
      const found = neverPublicIn(form[field] ?? "");
      return found === undefined ? [] : [[true, field, `personal_${found}`] as const];
    }),
  ];
  const seen = new Set<string>();
  return faults.flatMap(([holds, field, code]) => {
    if (!holds || seen.has(field)) return [];
    seen.add(field);
    return [{ field, code }];
  });
}
