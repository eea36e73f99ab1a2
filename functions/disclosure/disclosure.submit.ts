/** Handing in a request: one transaction, one receipt, however often the button is pressed. */

import type { CaseFile } from "../attachment/attachment.ts";
import { caseSubject } from "../audit/audit.ts";
import { dayOf } from "../calendar/calendar.ts";
import { linkOf } from "../case/case.chain.ts";
import { formReference } from "../case/reference.ts";
import type { Instant } from "../kit/clock.ts";
import { epochSecondsOf } from "../kit/clock.ts";
import { randomBelow, randomId } from "../kit/id.ts";
import { busy, Problem } from "../kit/problem.ts";
import type { Write } from "../kit/table.ts";
import { noticeContext } from "../notice/notice.ts";
import { phoneHash, queryCodeOf } from "./disclosure.access.ts";
import type { DisclosureEvent, DisclosureHead } from "./disclosure.case.ts";
import { firstHead } from "./disclosure.case.ts";
import type { DueDate } from "./disclosure.clock.ts";
import { lastFourOf } from "./disclosure.contact.ts";
import { followEvent } from "./disclosure.follow.ts";
import { maskApplicant } from "./disclosure.mask.ts";
import type { DisclosureParts } from "./disclosure.parts.ts";
import type { TokenRecord } from "./disclosure.store.ts";
import type { Application } from "./disclosure.ts";

export interface Submission {
  readonly application: Application;
  readonly attachments: readonly CaseFile[];
  readonly lang: "zh" | "en";
  /** A draft's id or an API client's key: the same token again gives the same receipt. Kept as a hash for a day. */
  readonly token: string;
  /** What else makes it the same submission when it comes again, such as the files that a client is to upload. */
  readonly alsoSent?: unknown;
}

export interface Receipt {
  readonly reference: string;
  readonly queryCode: string;
  readonly submittedAt: Instant;
  readonly title: string;
  readonly unit: string;
  readonly due: DueDate;
  readonly attachments: readonly CaseFile[];
}

const DAY_SECONDS = 24 * 3600;
/** The number's serial is drawn, not counted: no counter to contend for, and none that tells how many came today. */
const SERIALS = 99_999;
const MOST_DRAWS = 12;

const taken = new Error("this reference is in use");
class Repeated extends Error {
  readonly record: TokenRecord | undefined;
  constructor(record: TokenRecord | undefined) {
    super("this token was used before");
    this.record = record;
  }
}

export function openSubmissions(parts: DisclosureParts) {
  const { table, vault, clock, random, calendar, cases, store } = parts;
  const hashOf = (token: string) => vault.hash("submission token", token);
  const contentOf = ({ application, attachments, alsoSent }: Submission) => {
    const hashes = attachments.map((file) => file.sha256);
    return vault.hash("submission content", JSON.stringify([application, hashes, alsoSent ?? null]));
  };

  const receiptFrom = (head: DisclosureHead): Receipt => ({
    reference: head.reference,
    queryCode: queryCodeOf(vault, head.reference, head.access.codeSalt),
    submittedAt: head.submittedAt,
    title: head.title,
    unit: head.unit,
    due: head.due,
    attachments: head.attachments,
  });

  /**
   * Raises 422 `token_reused` when the token was used for other content, 503 when no free number was found.
   * One write transaction; a drawn number that is in use costs another one.
   */
  async function submit(submission: Submission): Promise<Receipt> {
    const at = clock();
    for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
      const serial = 1 + randomBelow(random, SERIALS);
      const reference = formReference({ regionCode: parts.regionCode, kind: "G", day: dayOf(at), serial });
      const event = submitEvent(submission, reference, at);
      const head = firstHead(reference, event, calendar);
      try {
        await table.commit(writes(submission, head, event));
        return receiptFrom(head);
      } catch (error) {
        if (error instanceof Repeated) return repeated(submission, error.record);
        if (error !== taken) throw error;
      }
    }
    throw busy();
  }

  async function repeated(submission: Submission, record: TokenRecord | undefined): Promise<Receipt> {
    if (record?.contentHash !== contentOf(submission)) throw new Problem(422, "token_reused");
    const head = await cases.readHead(record.reference);
    if (head === undefined) throw busy();
    return receiptFrom(head);
  }

  function submitEvent(
    { application, attachments, lang }: Submission,
    reference: string,
    at: Instant,
  ): DisclosureEvent {
    const { unit, title, applicantKind, name, phone, email } = application;
    return {
      n: 1,
      kind: "submit",
      at,
      by: { kind: "applicant" },
      data: {
        unit,
        channel: "internet",
        title,
        applicantKind,
        applicantMasked: maskApplicant(applicantKind, name),
        attachments: [...attachments],
        access: {
          codeSalt: randomId(random),
          phoneHash: phoneHash(vault, reference, lastFourOf(phone)),
        },
        notify: { lang, ...(email ? { email: vault.seal(email, noticeContext(reference)) } : {}) },
      },
    };
  }

  function writes(submission: Submission, head: DisclosureHead, event: DisclosureEvent): readonly Write[] {
    const { application, lang, token } = submission;
    const { reference, submittedAt: at, unit } = head;
    const record = { reference, contentHash: contentOf(submission) };
    const { name, phone, identityNumber } = application;
    return [
      store.tokenWrite(hashOf(token), record, epochSecondsOf(at) + DAY_SECONDS, (old) => new Repeated(old)),
      ...cases.createWrites(head, event, () => taken),
      store.applicationWrite(reference, application, lang),
      ...parts.lookups.writes({
        unit,
        reference,
        at,
        values: { name, phone4: lastFourOf(phone), identity: identityNumber },
      }),
      ...followEvent(parts, head, event),
      parts.audit.write({
        at,
        by: event.by,
        action: "case.submit",
        subject: caseSubject(reference),
        result: "done",
        chain: linkOf(reference, undefined, event).hash,
      }),
    ];
  }

  /** The receipt that a token led to, for as long as it is kept. */
  async function receiptOf(token: string): Promise<Receipt | undefined> {
    const record = await store.readToken(hashOf(token));
    const head = record === undefined ? undefined : await cases.readHead(record.reference);
    return head === undefined ? undefined : receiptFrom(head);
  }

  return { submit, receiptOf };
}
