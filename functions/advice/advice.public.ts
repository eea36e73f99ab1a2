/** What everybody may read of a question that was answered, so that nobody has to ask it again. Pure. */
import type { Day } from "../calendar/calendar.day.ts";
import type { Instant } from "../kit/clock.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { personalIn, withoutPersonal } from "../published/published.personal.ts";
import type { AdviceHead } from "./advice.case.ts";
import type { Advice, AdviceKind, PublicContent } from "./advice.ts";
import { publicFields } from "./advice.ts";

interface Shared {
  /** Tells nothing of the number that it comes from. */
  readonly id: string;
  readonly unit: string;
  readonly kind: AdviceKind;
  readonly publishedAt: Instant;
}
/** It was public, and why it was taken back. */
export interface WithdrawnRecord extends Shared {
  readonly state: "withdrawn";
  readonly withdrawnAt: Instant;
  readonly reason: string;
}
export interface OpenRecord extends Shared {
  readonly state: "public";
  readonly content: PublicContent;
  readonly repliedOn: Day;
}
export type PublicRecord = OpenRecord | WithdrawnRecord;

export const isPublicId = (id: string): boolean => /^[\w-]{22}$/.test(id);

/**
 * What an office begins with when it writes anew what everybody may read: its own draft, or the words of the case
 * without whoever asked. The question is never the citizen's own text.
 */
export function firstContent(
  { publication, subject, replies }: Pick<AdviceHead, "publication" | "subject" | "replies">,
  { name, phone }: Pick<Advice, "name" | "phone">,
): PublicContent {
  const clean = (text: string) => withoutPersonal(text, [name, phone]);
  if (publication !== undefined) return publication.content;
  return {
    subject: clean(subject),
    question: "",
    answer: clean(replies.map(({ text }) => text).join("\n\n")),
  };
}

/** One error for each text of what shall be public that tells who asked: `personal_<kind>`. */
export const personalErrors = (
  content: PublicContent,
  { name, phone }: Pick<Advice, "name" | "phone">,
): FieldErrors =>
  publicFields.flatMap((field) =>
    personalIn(content[field], [name, phone])
      .slice(0, 1)
      .map((kind) => ({ field, code: `personal_${kind}` })),
  );
