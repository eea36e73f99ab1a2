/**
 * A notice to somebody outside: of a case, written in the transaction of what it tells; of a booking, put by the stream
 * from the booking's own change. Delivered afterwards, at least once and in the ordinary case exactly once.
 */
import type { Instant } from "../kit/clock.ts";
import { plusSeconds } from "../kit/clock.ts";
import type { Sealed } from "../kit/vault.ts";

/** What a notice of a case is about; the words are in `web/copy`. */
export type CaseTemplate =
  | "submitted"
  | "receipt_confirmed"
  | "correction_asked"
  | "correction_received"
  | "extended"
  | "consulted"
  | "fee_told"
  | "payment_received"
  | "fee_waived"
  | "reasons_asked"
  | "delayed"
  | "transferred"
  | "split"
  | "answered"
  | "lapsed"
  | "withdrawn"
  /** Of a question or a suggestion. */
  | "advice_submitted"
  | "advice_transferred"
  | "advice_replied"
  | "rectification_submitted"
  | "rectification_transferred"
  | "rectification_answered"
  | "rectification_withdrawn"
  /** To somebody who is asked (条例 Art. 32, 34), with the address at which they answer. */
  | "consultation_asked";

export const bookingTemplates = [
  "booking_made",
  "booking_moved",
  "booking_cancelled",
  /** The counter closes: another time has to be chosen. */
  "booking_closed",
  /** It stays open after all. */
  "booking_kept",
  /** Nobody came, and that has come close to a penalty or reached one. */
  "booking_missed",
  /** A seat is held for somebody on the waiting list, until it lapses. */
  "booking_offered",
  /** Of who registers for a draw: registered; drawn, and a seat is held for them; not drawn, and in line for the day. */
  "booking_registered",
  "booking_drawn",
  "booking_not_drawn",
  "booking_tomorrow",
  "booking_soon",
  /** What the hall has decided about a ban: that its person may book again, or that it stays. */
  "ban_lifted",
  "ban_kept",
] as const;
export type BookingTemplate = (typeof bookingTemplates)[number];
/** Of a queue ticket (排队签): that it was given, and at the hour what came of it. */
export const queueTemplates = ["queue_ticket", "queue_turn"] as const;
export type QueueTemplate = (typeof queueTemplates)[number];
export const isOfQueue = (template: NoticeTemplate): template is QueueTemplate =>
  queueTemplates.some((one) => one === template);
export type NoticeTemplate = CaseTemplate | BookingTemplate | QueueTemplate;

/** How a notice goes out. Which one: the first in the government's order for which there is an address. */
export const channels = ["sms", "mail"] as const;
export type Channel = (typeof channels)[number];

/** Why a channel did not take it. `unreadable`: what it says or its address could not be opened. */
export const failures = ["refused", "timeout", "unavailable", "unreadable", "died"] as const;
export type Failure = (typeof failures)[number];

/**
 * `no_channel`: there is no address, or no channel is configured; who it is for finds it on the page. `overtaken`: what
 * it tells is no longer so. `failed`: given up by the machine, and kept with its address for the office. `given_up`: by
 * the office.
 */
export const noticeStates = ["waiting", "sent", "no_channel", "overtaken", "failed", "given_up"] as const;
export type NoticeState = (typeof noticeStates)[number];

export interface Notice {
  /** Left out for a case. */
  readonly about?: "booking" | undefined;
  /** Number of the case; code of the booking, of the entry for a draw, or of the queue ticket. */
  readonly reference: string;
  /** The event or version that it tells of; of a reminder, the minute of the visit since 1970; of a queue ticket, 1. */
  readonly n: number;
  readonly template: NoticeTemplate;
  /** Code of the unit to whose office a failure is shown. */
  readonly unit?: string | undefined;
  readonly lang: "zh" | "en";
  /** Where to, sealed under `noticeContext`; a booking has its addresses itself. */
  readonly email?: Sealed | undefined;
  readonly phone?: Sealed | undefined;
  /** An address that only the receiver may see, sealed under `noticeContext`: whoever holds it can answer there. */
  readonly link?: Sealed | undefined;
  /** When the visit that it tells of begins. */
  readonly visitAt?: Instant | undefined;
  readonly notBefore?: Instant | undefined;
  /** After this it is of no use to anybody. */
  readonly lapsesAt?: Instant | undefined;
  readonly createdAt: Instant;
  readonly state: NoticeState;
  readonly channel?: Channel | undefined;
  readonly attempts: number;
  /** Until then it belongs to the delivery that counted the last try, or waits for the morning. */
  readonly retryAt?: Instant | undefined;
  readonly failure?: Failure | undefined;
  readonly settledAt?: Instant | undefined;
}

/** What names one notice. */
export type NoticeId = Pick<Notice, "about" | "reference" | "n" | "template">;

export const idOf = ({ about, reference, n, template }: NoticeId): NoticeId => ({
  about,
  reference,
  n,
  template,
});

export const noticeContext = (reference: string): string => `notice ${reference}`;

/** The stream delivers at once; the clock looks only at what the stream had this long to deliver. */
export const HEAD_START_SECONDS = 120;

/** When the clock looks at a new notice for the first time. */
export const firstLookAt = ({ notBefore, createdAt }: Pick<Notice, "notBefore" | "createdAt">): Instant =>
  notBefore ?? plusSeconds(createdAt, HEAD_START_SECONDS);

/** Whether it may be tried now. */
export const isDue = ({ state, retryAt, notBefore }: Notice, now: Instant): boolean =>
  state === "waiting" && (retryAt ?? "") <= now && (notBefore ?? "") <= now;

/** Seven tries, of which the last comes about a day after the first. */
const WAITS_SECONDS = [60, 300, 1800, 7200, 21_600, 43_200];
/** So that what failed together does not come back together. */
const JITTER = 0.2;

/**
 * Seconds to wait before try number `attempts + 1`; undefined when it is time to give up. `chance`, from 0 to 1, makes
 * it up to a fifth longer.
 */
export function retryAfterSeconds(attempts: number, chance = 0): number | undefined {
  const wait = WAITS_SECONDS[attempts - 1];
  return wait === undefined ? undefined : Math.round(wait * (1 + JITTER * chance));
}

/** When the last try itself dies, somebody must still note that it was the last. */
export const LAST_TRY_SECONDS = 300;

/** A failure that no office has looked at is given up after so long, and its address forgotten. */
export const FAILURE_KEPT_SECONDS = 30 * 24 * 3600;

/** The same for every delivery of one notice, so that a mail program or a gateway can tell a double. */
export const nameOf = ({ about, reference, n, template }: NoticeId): string =>
  about === "booking" || template === "consultation_asked"
    ? `${reference}.${n}.${template}`
    : `${reference}.${n}`;
