/** A notice to an applicant: written in the transaction of what it tells, delivered afterwards by the stream. */
import type { Instant } from "../kit/clock.ts";
import type { Sealed } from "../kit/vault.ts";

/** What a notice is about; the words are in `web/copy`. */
export type NoticeTemplate =
  | "submitted"
  | "receipt_confirmed"
  | "correction_asked"
  | "correction_received"
  | "extended"
  | "consulted"
  | "fee_told"
  | "payment_received"
  | "reasons_asked"
  | "delayed"
  | "transferred"
  | "split"
  | "answered"
  | "lapsed"
  | "withdrawn";

export interface Notice {
  readonly reference: string;
  /** The event that it tells of. */
  readonly n: number;
  readonly template: NoticeTemplate;
  readonly lang: "zh" | "en";
  /** Where to, sealed under `noticeContext`; undefined when the applicant left no address for it. */
  readonly email?: Sealed | undefined;
  readonly createdAt: Instant;
  readonly state: NoticeState;
  readonly attempts: number;
  /** Until then it belongs to the delivery that counted the last try. */
  readonly retryAt?: Instant | undefined;
}

/** `no_channel`: there is no address, or no channel is configured; the applicant finds it under progress. */
export type NoticeState = "waiting" | "sent" | "no_channel" | "failed";

export const noticeContext = (reference: string): string => `notice ${reference}`;

/** The stream delivers at once; the clock looks only at what the stream had this long to deliver. */
export const HEAD_START_SECONDS = 120;

/** Seconds to wait before try number `attempts + 1`; undefined when it is time to give up (after about a day). */
export const retryAfterSeconds = (attempts: number): number | undefined =>
  [60, 300, 1800, 7200, 21_600, 43_200][attempts - 1];

/** When the last try itself dies, somebody must still note that it was the last. */
export const LAST_TRY_SECONDS = 300;

/** The same for every delivery of one notice, so that a mail program can tell a double. */
export const messageIdOf = ({ reference, n }: Pick<Notice, "reference" | "n">, host: string): string =>
  `<${reference}.${n}@${host}>`;
