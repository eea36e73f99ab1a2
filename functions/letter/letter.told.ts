/**
 * What the act that a letter tells of has put on record: it is not asked again, because the applicant was told it when
 * the act was done, and a letter that said something else would be wrong in law. By field. Pure.
 */
import type { Calendar } from "../calendar/calendar.ts";
import { dueDate } from "../disclosure/disclosure.clock.ts";
import type { Asked } from "./letter.asked.ts";
import type { LetterDefinition } from "./letter.kind.ts";
import type { LetterHead } from "./letter.record.ts";

type Told = Pick<LetterHead, "clock" | "correction" | "excess" | "extension">;

export function toldBy({ kind }: Pick<LetterDefinition, "kind">, head: Told, calendar: Calendar): Asked {
  const { correction, excess, extension } = head;
  if (kind === "correction_notice" && correction !== undefined)
    return { correctionWhat: correction.what, correctionUntil: correction.until };
  if (kind === "reasons_notice" && excess !== undefined)
    return { reasonsWhat: excess.why, replyUntil: excess.until };
  if (kind === "extension_notice" && extension !== undefined) {
    const formerDue = dueDate({ ...head.clock, extension: undefined }, calendar).on;
    const { workingDays } = extension;
    // It stands within a sentence.
    const reason = extension.reason.replace(/[。.；;，,\s]+$/, "");
    return { extensionReason: reason, extensionDays: String(workingDays), formerDue };
  }
  return {};
}
