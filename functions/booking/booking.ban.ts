/**
 * A ban (停约) as its hall sees it: which rule, since when and until when, what the person says to it (申诉), and what the
 * hall decided. What forbids booking is the person's guard; this is the paper about it. Who it is stands sealed in it.
 */
import * as v from "valibot";
import type { Instant } from "../kit/clock.ts";
import { plusSeconds } from "../kit/clock.ts";
import type { Guard } from "./booking.guard.ts";
import type { Penalty } from "./booking.rules.ts";
import { markKinds } from "./booking.rules.ts";

const decided = v.object({
  outcome: v.picklist(["kept", "lifted"]),
  reason: v.string(),
  at: v.string(),
  byName: v.string(),
});

export const banSchema = v.object({
  schema: v.literal(1),
  version: v.number(),
  hall: v.string(),
  /** Id of the penalty. */
  rule: v.string(),
  /** The booking with which the count was reached. */
  code: v.string(),
  from: v.string(),
  until: v.string(),
  /** Keyed hashes under which the guards of its person lie. */
  guards: v.array(v.string()),
  /** What the rule said when it was reached. */
  counts: v.picklist(markKinds),
  at: v.number(),
  per: v.picklist(["day", "month"]),
  banDays: v.number(),
  /** Masked name and number, sealed all the same. */
  who: v.string(),
  appeal: v.exactOptional(v.object({ at: v.string(), text: v.string() })),
  decision: v.exactOptional(decided),
});
export type BanRecord = v.InferOutput<typeof banSchema>;

/** Who is banned, as a list shows them. */
export interface Masked {
  readonly name: string;
  readonly number: string;
}

export const whoContext = ({ hall, code }: Pick<BanRecord, "hall" | "code">): string =>
  `BAN ${hall} ${code} who`;
export const appealContext = ({ hall, code }: Pick<BanRecord, "hall" | "code">): string =>
  `BAN ${hall} ${code} appeal`;

/** Where it stands in a list by its end: `until#code#rule`. It is its address as well. */
export const banIdOf = ({ until, code, rule }: Pick<BanRecord, "until" | "code" | "rule">): string =>
  `${until}_${code}_${rule}`;

const ID = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)_([0-9A-Z]{6,20})_([a-z][a-z0-9-]{0,29})$/;
export function banIdIn(text: string): Pick<BanRecord, "until" | "code" | "rule"> | undefined {
  const [, until, code, rule] = ID.exec(text) ?? [];
  return until === undefined || code === undefined || rule === undefined ? undefined : { until, code, rule };
}

export type BanState = "in_force" | "lifted" | "over";

export function banStateOf({ until, decision }: BanRecord, now: Instant): BanState {
  if (decision?.outcome === "lifted") return "lifted";
  return until <= now ? "over" : "in_force";
}

/** The facts of the penalty that a ban keeps. */
export const factsOf = ({
  counts,
  at,
  per,
  banDays,
}: Penalty): Pick<BanRecord, "counts" | "at" | "per" | "banDays"> => ({
  counts,
  at,
  per,
  banDays,
});

/**
 * The guard after a ban was lifted. What led to it last is no longer counted either, because otherwise the next booking
 * would bring the same ban back.
 */
export const absolved = (guard: Guard, { hall, rule, code, counts }: BanRecord): Guard => ({
  ...guard,
  bans: guard.bans.filter((ban) => ban.hall !== hall || ban.rule !== rule),
  marks: guard.marks.filter((mark) => mark.kind !== counts || mark.code !== code),
});

/** Kept as long after its end as bookings are, for complaints; then the table forgets it. */
const RETENTION_SECONDS = 180 * 24 * 3600;
export const banForgottenAt = ({ until }: Pick<BanRecord, "until">): Instant =>
  plusSeconds(until, RETENTION_SECONDS);

export const LEAST_APPEAL = 5;
export const MOST_APPEAL = 1000;
