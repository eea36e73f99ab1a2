/** The record of who did, saw or tried what. Entries are only ever added, and hold no personal data of citizens. */
import type { By } from "../identity/identity.ts";
import type { Instant } from "../kit/clock.ts";

export interface AuditEntry {
  readonly at: Instant;
  readonly by: By;
  /** What was done or tried, such as `case.propose` or `attachment.download`. */
  readonly action: string;
  /** `case:<reference>`, `guide:<item code>`, `hall:<id>`, `booking:<code>`, `published:<id>`, `gazette:<id>`, `search:words`, `office:<unit>`. */
  readonly subject: string;
  readonly result: "done" | "refused";
  /** For a refusal: the code of the reason. */
  readonly reason?: string;
  /** The hash of the event of a command, or of a letter's file, so kept where nobody can change it. */
  readonly chain?: string;
}

export const caseSubject = (reference: string): string => `case:${reference}`;
export const guideSubject = (id: string): string => `guide:${id}`;
export const hallSubject = (id: string): string => `hall:${id}`;
export const bookingSubject = (code: string): string => `booking:${code}`;
export const publishedSubject = (id: string): string => `published:${id}`;
export const gazetteSubject = (id: string): string => `gazette:${id}`;
export const officeSubject = (unit: string): string => `office:${unit}`;
