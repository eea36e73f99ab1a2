/**
 * The rules of booking (预约规则) as dated data: who counts as the same person, how many bookings are allowed, until when
 * one may be cancelled, and what repeated no-shows or cancellations lead to. A set holds from its day until the next one.
 */
import * as v from "valibot";
import type { Day } from "../calendar/calendar.ts";
import { daySchema } from "./booking.time.ts";

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const ruleId = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,29}$/));
const periods = ["day", "month"] as const;
/** Of the hall that made the rule: all of it, one group of its services, or one service. */
const scopes = ["hall", "group", "service"] as const;

const limitSchema = v.strictObject({
  id: ruleId,
  most: whole(1, 99),
  per: v.picklist(periods),
  /** `visits` are counted on their day unless they were cancelled, `bookings` on the day they were made. */
  of: v.picklist(["visits", "bookings"]),
  within: v.picklist(scopes),
});
export type PersonLimit = v.InferOutput<typeof limitSchema>;

/** What a person did that a rule may count. */
export const markKinds = ["booking", "cancellation", "no_show"] as const;
export type MarkKind = (typeof markKinds)[number];

const penaltySchema = v.strictObject({
  id: ruleId,
  counts: v.picklist(markKinds),
  per: v.picklist(periods),
  within: v.picklist(scopes),
  /** The count that leads to the ban. */
  at: whole(1, 99),
  /** From this count on the person is warned. */
  warnAt: v.optional(whole(1, 99)),
  banDays: whole(1, 3650),
});
export type Penalty = v.InferOutput<typeof penaltySchema>;

export const ruleSetSchema = v.strictObject({
  from: daySchema,
  /** Both: whoever shares the identity or the telephone counts as the same person. */
  persons: v.optional(v.picklist(["identity", "identity_or_phone"]), "identity"),
  /** What a person can have one live booking of at a time. */
  oneLivePer: v.optional(v.picklist(["group", "service", "hall", "none"]), "group"),
  limits: v.optional(v.array(limitSchema), []),
  /** A booking can be cancelled or moved until so long before it begins. */
  cancelBeforeMinutes: v.optional(whole(0, 14 * 1440), 0),
  penalties: v.optional(v.array(penaltySchema), []),
  /** 代办 is refused: everybody books for themselves. */
  ownBusinessOnly: v.optional(v.boolean(), false),
});
export type RuleSet = v.InferOutput<typeof ruleSetSchema>;

const NO_RULES: RuleSet = v.parse(ruleSetSchema, { from: "2000-01-01", oneLivePer: "none" });

/** The set in force on a day; before the first one nothing is forbidden. */
export const rulesOn = (sets: readonly RuleSet[], day: Day): RuleSet =>
  sets.findLast(({ from }) => from <= day) ?? NO_RULES;
