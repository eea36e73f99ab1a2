/** The forms of the walk-in desk: strings in, checked values or errors by field out. Pure. */
import type { Checked, FormValues } from "../kit/form.ts";
import { fieldOf } from "../kit/form.ts";
import type { FieldErrors } from "../kit/problem.ts";
import type { PriorityGiven } from "./visit.change.ts";
import { type Priority, priorities } from "./visit.ts";

export interface WalkInTyped {
  readonly service: string;
  readonly party: string;
  readonly why: string;
  readonly reason: string;
  readonly beyond: string;
}

export interface WalkInRead {
  readonly service: string;
  readonly party: number;
  readonly priority?: PriorityGiven;
  readonly beyond?: string;
}

const LONGEST = 100;
const isPriority = (text: string): text is Priority => priorities.includes(text as Priority);

const reasonErrors = (field: string, reason: string): FieldErrors =>
  reason.length > LONGEST ? [{ field, code: "reason.too_long" }] : [];

/** A priority and its words, which `other` cannot do without. */
export function readPriority(typed: {
  readonly why: string;
  readonly reason: string;
}): Checked<PriorityGiven> {
  const reason = typed.reason.trim();
  const { why } = typed;
  if (!isPriority(why)) return { ok: false, errors: [{ field: "why", code: "why.choose" }] };
  const missing = why === "other" && reason === "" ? [{ field: "reason", code: "reason.required" }] : [];
  const errors = [...missing, ...reasonErrors("reason", reason)];
  return errors.length > 0
    ? { ok: false, errors }
    : { ok: true, value: { why, ...(reason === "" ? {} : { reason }) } };
}

/** What was typed, to be shown again, and what it means. */
export function readWalkIn(form: FormValues): {
  readonly typed: WalkInTyped;
  readonly read: Checked<WalkInRead>;
} {
  const typed: WalkInTyped = {
    service: fieldOf(form, "service"),
    party: fieldOf(form, "party"),
    why: fieldOf(form, "why"),
    reason: fieldOf(form, "reason"),
    beyond: fieldOf(form, "beyond"),
  };
  const party = Number(typed.party.normalize("NFKC").trim());
  const beyond = typed.beyond.trim();
  const priority = typed.why === "" ? undefined : readPriority(typed);
  const errors: FieldErrors = [
    ...(typed.service === "" ? [{ field: "service", code: "service.required" }] : []),
    ...(Number.isInteger(party) && party > 0 && party < 100
      ? []
      : [{ field: "party", code: "party.invalid" }]),
    ...(priority === undefined || priority.ok ? [] : priority.errors),
    ...reasonErrors("beyond", beyond),
  ];
  if (errors.length > 0) return { typed, read: { ok: false, errors } };
  const value = {
    service: typed.service,
    party,
    ...(priority?.ok ? { priority: priority.value } : {}),
    ...(beyond === "" ? {} : { beyond }),
  };
  return { typed, read: { ok: true, value } };
}
