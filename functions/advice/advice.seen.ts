/** What each side sees of a question or a suggestion. Types alone; the pages and the API read them. */
import type { Day } from "../calendar/calendar.ts";
import type { By } from "../identity/identity.ts";
import type { Instant } from "../kit/clock.ts";
import type { AdviceEventKind, AdviceHead } from "./advice.case.ts";
import type { OfficeAction } from "./advice.flow.ts";
import type { AdviceStanding } from "./advice.rule.ts";
import type { AdviceKind, PublicContent } from "./advice.ts";

export interface AdviceReply {
  readonly text: string;
  readonly at: Instant;
  /** Code of the unit that replied. */
  readonly unit: string;
}

/** To whoever asked, what becomes of it after the reply is the office's own matter. */
export interface AdviceThread extends AdviceStanding {
  readonly reference: string;
  readonly kind: AdviceKind;
  readonly unit: string;
  readonly subject: string;
  readonly text: string;
  readonly state: "submitted" | "accepted" | "replied";
  readonly submittedAt: Instant;
  readonly dueOn: Day;
  readonly transferReason: string | undefined;
  readonly replies: readonly AdviceReply[];
  readonly timeline: readonly { readonly kind: string; readonly at: Instant }[];
  /** Whether the reply helped, once said. */
  readonly rating: boolean | undefined;
  readonly rateable: boolean;
  /** Where everybody can read it, while they can. */
  readonly publicId: string | undefined;
}

export interface OfficeThread {
  readonly head: AdviceHead;
  readonly events: readonly {
    readonly n: number;
    readonly kind: AdviceEventKind;
    readonly at: Instant;
    readonly by: By;
    readonly reason: string | undefined;
  }[];
  readonly text: string;
  /** In clear for who works on it, masked for everybody else. */
  readonly name: string | undefined;
  readonly phone: string;
  readonly masked: boolean;
  readonly actions: readonly OfficeAction[];
  /** What writing it anew for everybody begins with. */
  readonly firstContent: PublicContent;
  /** The reader wrote what waits for its review. */
  readonly ownWork: boolean;
  readonly standing: AdviceStanding;
  readonly publicId: string | undefined;
}

export interface AdviceRow extends AdviceStanding {
  readonly reference: string;
  readonly kind: AdviceKind;
  readonly title: string;
  readonly applicantMasked: string;
  readonly state: string;
  readonly assigneeName: string | undefined;
  readonly submittedAt: Instant;
}
