/**
 * Answers that the government lets everybody read (依申请公开答复选登): written from an answered request, without
 * anything that tells who asked, read by a second person, published, and taken back with a reason that stays.
 */
import * as v from "valibot";
import type { CaseFile } from "../attachment/attachment.ts";
import type { Day } from "../calendar/calendar.day.ts";
import type { Permission } from "../identity/access.ts";
import type { Instant } from "../kit/clock.ts";

export const publishedStates = ["draft", "review", "published", "withdrawn"] as const;
export type PublishedState = (typeof publishedStates)[number];

interface Act {
  /** `none` is an answer of which nothing was written yet. */
  readonly from: readonly (PublishedState | "none")[];
  readonly to: PublishedState;
  readonly permission: Permission;
  /** Whether whoever wrote it may not do it. */
  readonly byAnother?: true;
  readonly needsReason?: true;
}

/** Every way from one state to another; what is not here is refused. */
export const publishedActs = {
  write: { from: ["none", "draft", "withdrawn"], to: "draft", permission: "published.write" },
  hand_in: { from: ["draft"], to: "review", permission: "published.write" },
  return: { from: ["review"], to: "draft", permission: "published.approve", needsReason: true },
  publish: { from: ["review"], to: "published", permission: "published.approve", byAnother: true },
  withdraw: { from: ["published"], to: "withdrawn", permission: "published.approve", needsReason: true },
} as const satisfies Readonly<Record<string, Act>>;
export type PublishedAct = keyof typeof publishedActs;

export const actOf = (act: PublishedAct): Act => publishedActs[act];

const text = (field: string, mostCharacters: number) =>
  v.pipe(
    v.string(`${field}.required`),
    v.trim(),
    v.minLength(1, `${field}.required`),
    v.maxLength(mostCharacters, `${field}.too_long`),
  );

export const MOST_CHARACTERS = { subject: 100, question: 2000, answer: 10_000, reason: 300 } as const;
export const contentFields = ["subject", "question", "answer"] as const;

/** What the public reads. */
export const publishedContent = v.object({
  subject: text("subject", MOST_CHARACTERS.subject),
  question: text("question", MOST_CHARACTERS.question),
  answer: text("answer", MOST_CHARACTERS.answer),
});
export type PublishedContent = v.InferOutput<typeof publishedContent>;

export const reasonForm = v.object({ reason: text("reason", MOST_CHARACTERS.reason) });

interface Person {
  readonly id: string;
  readonly name: string;
}

export interface PublishedAnswer {
  readonly schema: 1;
  /** Tells nothing of the request that it comes from. */
  readonly id: string;
  readonly unit: string;
  /** The request; for the office alone. */
  readonly reference: string;
  /** A code of `disclosure.outcome.ts`. */
  readonly outcome: string;
  readonly answeredOn: Day;
  readonly content: PublishedContent;
  /** Out of those that went out with the answer; once it is published, those that who published it has ticked. */
  readonly files?: readonly CaseFile[];
  readonly state: PublishedState;
  /** Counts the changes; whoever changes says which one they have seen. */
  readonly version: number;
  readonly author: Person;
  readonly changedAt: Instant;
  readonly publishedAt?: Instant;
  /** Why it was sent back, or taken back: the latter is shown to everybody who comes by its address. */
  readonly reason?: string;
}

/** What is public of one that was published: all that is read there, or that it was taken back. */
export type PublicAnswer = Pick<
  PublishedAnswer,
  "id" | "unit" | "outcome" | "answeredOn" | "content" | "publishedAt" | "changedAt"
> & { readonly state: "published"; readonly files: readonly CaseFile[] };
export type WithdrawnAnswer = Pick<PublishedAnswer, "id" | "unit" | "changedAt" | "reason"> & {
  readonly state: "withdrawn";
};

/** Undefined for what was never public. */
export function publicPart(answer: PublishedAnswer | undefined): PublicAnswer | WithdrawnAnswer | undefined {
  if (answer === undefined || answer.publishedAt === undefined) return undefined;
  const { id, unit, outcome, answeredOn, content, publishedAt, changedAt, reason, state } = answer;
  const { files = [] } = answer;
  if (state === "published")
    return { id, unit, outcome, answeredOn, content, files, publishedAt, changedAt, state };
  return { id, unit, changedAt, ...(reason === undefined ? {} : { reason }), state: "withdrawn" };
}

export const isPublishedId = (id: string): boolean => /^[\w-]{22}$/.test(id);

/** The answer if it is public now, as a list of one or none. */
export function publicOnly(answer: PublishedAnswer | undefined): readonly PublicAnswer[] {
  const part = publicPart(answer);
  return part?.state === "published" ? [part] : [];
}
