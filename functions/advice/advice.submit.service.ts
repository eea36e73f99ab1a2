/** Handing in a question or a suggestion: one transaction, one receipt, however often the button is pressed. */
import { caseSubject } from "../audit/audit.ts";
import type { Day } from "../calendar/calendar.ts";
import { dayOf } from "../calendar/calendar.ts";
import { linkOf } from "../case/case.chain.ts";
import { formReference } from "../case/reference.ts";
import { phoneHash, queryCodeOf } from "../disclosure/disclosure.access.ts";
import { lastFourOf } from "../disclosure/disclosure.contact.ts";
import { maskName } from "../disclosure/disclosure.mask.ts";
import type { Instant } from "../kit/clock.ts";
import { epochSecondsOf } from "../kit/clock.ts";
import { randomBelow, randomId } from "../kit/id.ts";
import { busy, Problem } from "../kit/problem.ts";
import type { Write } from "../kit/table.ts";
import { isMobile } from "../notice/notice.message.ts";
import { noticeContext } from "../notice/notice.ts";
import type { AdviceEvent, AdviceHead } from "./advice.case.ts";
import { firstHead } from "./advice.case.ts";
import { noticeWrites } from "./advice.follow.service.ts";
import type { AdviceParts } from "./advice.parts.service.ts";
import { adviceRulesOn, promiseOf } from "./advice.rule.ts";
import type { AdviceToken } from "./advice.store.ts";
import type { Advice } from "./advice.ts";

export interface AdviceSubmission {
  readonly advice: Advice;
  readonly lang: "zh" | "en";
  /** A form's or an API client's: the same again gives the same receipt. Kept as a hash for a day. */
  readonly token: string;
}

export interface AdviceReceipt {
  readonly reference: string;
  readonly queryCode: string;
  readonly submittedAt: Instant;
  readonly kind: Advice["kind"];
  readonly subject: string;
  readonly unit: string;
  /** By when the government promises to reply. */
  readonly dueOn: Day;
  readonly provisional: boolean;
  readonly replyWorkingDays: number;
  /** Whether there is a mobile number that a notice can go to. */
  readonly isNotified: boolean;
}

const DAY_SECONDS = 24 * 3600;
const MOST_DRAWS = 12;
/** Drawn, not counted: no counter to contend for, and none that tells how many came today. */
const SERIALS = 99_999;
/** Raised when a drawn number is in use: another is drawn. */
const taken = new Error("this reference is in use");

class Repeated extends Error {
  readonly record: AdviceToken | undefined;
  constructor(record: AdviceToken | undefined) {
    super("this token was used before");
    this.record = record;
  }
}

export function openAdviceSubmissions(parts: AdviceParts) {
  const { table, vault, clock, random, calendar, cases, store, audit, regionCode } = parts;
  const hashOf = (token: string) => vault.hash("advice token", token);
  const contentOf = ({ kind, unit, subject, text, name, phone }: Advice) =>
    vault.hash("advice content", JSON.stringify([kind, unit, subject, text, name ?? "", phone]));

  function receiptFrom(head: AdviceHead): AdviceReceipt {
    const { reference, submittedAt, kind, subject, unit } = head;
    const { due: dueOn, provisional } = promiseOf(dayOf(submittedAt), calendar);
    const queryCode = queryCodeOf(vault, reference, head.access.codeSalt);
    const isNotified = head.notify.phone !== undefined;
    const { replyWorkingDays } = adviceRulesOn(dayOf(submittedAt));
    const promise = { dueOn, provisional, replyWorkingDays };
    return { reference, queryCode, submittedAt, kind, subject, unit, ...promise, isNotified };
  }

  function firstEvent({ advice, lang }: AdviceSubmission, reference: string, at: Instant): AdviceEvent {
    const { kind, unit, subject, name, phone } = advice;
    const mobile = isMobile(phone) ? { phone: vault.seal(phone, noticeContext(reference)) } : {};
    return {
      n: 1,
      kind: "submit",
      at,
      by: { kind: "applicant" },
      data: {
        ...{ unit, kind, subject },
        nameMasked: name === undefined ? "" : maskName(name),
        access: { codeSalt: randomId(random), phoneHash: phoneHash(vault, reference, lastFourOf(phone)) },
        notify: { lang, ...mobile },
      },
    };
  }

  function writes(submission: AdviceSubmission, head: AdviceHead, event: AdviceEvent): readonly Write[] {
    const { reference } = head;
    const record = { reference, contentHash: contentOf(submission.advice) };
    const expiresAt = epochSecondsOf(event.at) + DAY_SECONDS;
    const { hash: chain } = linkOf(reference, undefined, event);
    const entry = { at: event.at, by: event.by, action: "case.submit", subject: caseSubject(reference) };
    return [
      store.tokenWrite(hashOf(submission.token), { record, expiresAt }, (old) => new Repeated(old)),
      ...cases.createWrites(head, [event], () => taken),
      store.textWrite(reference, submission.advice),
      audit.write({ ...entry, result: "done", chain }),
      ...noticeWrites(parts, head, event),
    ];
  }

  async function repeated(submission: AdviceSubmission, record: AdviceToken | undefined) {
    if (record?.contentHash !== contentOf(submission.advice)) throw new Problem(422, "token_reused");
    const head = await cases.readHead(record.reference);
    if (head === undefined) throw busy();
    return receiptFrom(head);
  }

  return {
    /**
     * Raises 422 `token_reused` when the token was used for other words, 503 when no free number was found. One write
     * transaction and no read; a drawn number that is in use costs another one.
     */
    async submit(submission: AdviceSubmission): Promise<AdviceReceipt> {
      const at = clock();
      for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
        const serial = 1 + randomBelow(random, SERIALS);
        const reference = formReference({ regionCode, kind: "Z", day: dayOf(at), serial });
        const event = firstEvent(submission, reference, at);
        const head = firstHead(reference, event);
        try {
          await table.commit(writes(submission, head, event));
          return receiptFrom(head);
        } catch (error) {
          if (error instanceof Repeated) return repeated(submission, error.record);
          if (error !== taken) throw error;
        }
      }
      throw busy();
    },
    /** Which of these tokens the same words were handed in under; one read for each. */
    async sameAs(advice: Advice, tokens: readonly string[]): Promise<string | undefined> {
      const records = await Promise.all(tokens.map((token) => store.readToken(hashOf(token))));
      const said = contentOf(advice);
      return tokens.find((_, place) => records[place]?.contentHash === said);
    },
    /** The receipt that a token led to, for as long as it is kept. */
    async receiptOf(token: string): Promise<AdviceReceipt | undefined> {
      const record = await store.readToken(hashOf(token));
      const head = record === undefined ? undefined : await cases.readHead(record.reference);
      return head === undefined ? undefined : receiptFrom(head);
    },
  };
}
