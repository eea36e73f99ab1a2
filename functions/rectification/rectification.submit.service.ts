/** Handing in a correction of records: one transaction, one receipt, however often the button is pressed. */
import type { CaseFile } from "../attachment/attachment.ts";
import { caseSubject } from "../audit/audit.ts";
import type { Day } from "../calendar/calendar.ts";
import { dayOf } from "../calendar/calendar.ts";
import { linkOf } from "../case/case.chain.ts";
import { formReference } from "../case/reference.ts";
import { phoneHash, queryCodeOf } from "../disclosure/disclosure.access.ts";
import type { Channel } from "../disclosure/disclosure.channel.ts";
import { lastFourOf } from "../disclosure/disclosure.contact.ts";
import { maskApplicant } from "../disclosure/disclosure.mask.ts";
import type { TokenRecord } from "../disclosure/disclosure.store.ts";
import type { By } from "../identity/identity.ts";
import type { Instant } from "../kit/clock.ts";
import { epochSecondsOf } from "../kit/clock.ts";
import { randomBelow, randomId } from "../kit/id.ts";
import { busy, Problem } from "../kit/problem.ts";
import type { Write } from "../kit/table.ts";
import { isMobile } from "../notice/notice.message.ts";
import { noticeContext } from "../notice/notice.ts";
import type { RectificationEvent, RectificationHead } from "./rectification.case.ts";
import { firstRectification } from "./rectification.case.ts";
import { rectificationNotice } from "./rectification.follow.service.ts";
import type { RectificationApplication } from "./rectification.form.ts";
import type { RectificationParts } from "./rectification.parts.service.ts";
import type { RectificationDue } from "./rectification.period.ts";
import { periodOn } from "./rectification.period.ts";

export interface RectificationSubmission {
  readonly application: RectificationApplication;
  readonly attachments: readonly CaseFile[];
  readonly lang: "zh" | "en";
  /** A draft's id or an API client's key: the same token again gives the same receipt. */
  readonly token: string;
  /** Who hands it in, how and when it came; the applicant on the internet now, unless given. */
  readonly by?: By;
  readonly channel?: Channel;
  readonly arrivedOn?: Day;
  readonly alsoSent?: unknown;
}

export interface RectificationReceipt {
  readonly reference: string;
  readonly queryCode: string;
  readonly submittedAt: Instant;
  readonly title: string;
  readonly unit: string;
  readonly due: RectificationDue;
  readonly attachments: readonly CaseFile[];
  readonly opensByPhone: boolean;
}

const DAY_SECONDS = 24 * 3600;
const MOST_DRAWS = 12;
const SERIALS = 99_999;
const taken = new Error("this reference is in use");

class Repeated extends Error {
  readonly record: TokenRecord | undefined;
  constructor(record: TokenRecord | undefined) {
    super("this token was used before");
    this.record = record;
  }
}

export function openRectificationSubmissions(parts: RectificationParts) {
  const { table, vault, clock, random, calendar, cases, store, tokens, lookups, audit, notices } = parts;
  const hashOf = (token: string) => vault.hash("rectification token", token);
  const contentOf = ({ application, attachments, alsoSent }: RectificationSubmission) =>
    vault.hash(
      "rectification content",
      JSON.stringify([application, attachments.map(({ sha256 }) => sha256), alsoSent ?? null]),
    );

  const receiptFrom = (head: RectificationHead): RectificationReceipt => ({
    reference: head.reference,
    queryCode: queryCodeOf(vault, head.reference, head.access.codeSalt),
    submittedAt: head.submittedAt,
    title: head.title,
    unit: head.unit,
    due: head.due,
    attachments: head.attachments,
    opensByPhone: head.access.phoneHash !== "",
  });

  function submittedEvent(
    { application, attachments, lang, by, channel, arrivedOn }: RectificationSubmission,
    { reference, at, workingDays }: { reference: string; at: Instant; workingDays: number },
  ): RectificationEvent {
    const { unit, record, applicantKind, name, phone, email } = application;
    const seal = (value: string) => vault.seal(value, noticeContext(reference));
    return {
      n: 1,
      kind: "submit",
      at,
      by: by ?? { kind: "applicant" },
      data: {
        unit,
        channel: channel ?? "internet",
        title: record,
        applicantKind,
        applicantMasked: maskApplicant(applicantKind, name),
        attachments: [...attachments],
        access: {
          codeSalt: randomId(random),
          phoneHash: phoneHash(vault, reference, phone && lastFourOf(phone)),
        },
        notify: {
          lang,
          ...(email ? { email: seal(email) } : {}),
          ...(phone !== undefined && isMobile(phone) ? { phone: seal(phone) } : {}),
        },
        ...(arrivedOn === undefined ? {} : { arrivedOn }),
        workingDays,
      },
    };
  }

  function writes(submission: RectificationSubmission, event: RectificationEvent, head: RectificationHead) {
    const { reference, unit, submittedAt: at } = head;
    const { name, phone } = submission.application;
    const entry = { at, by: event.by, action: "case.submit", subject: caseSubject(reference) } as const;
    const record = { reference, contentHash: contentOf(submission) };
    const expiresAt = epochSecondsOf(at) + DAY_SECONDS;
    const values = { name, ...(phone === undefined ? {} : { phone4: lastFourOf(phone) }) };
    const all: readonly Write[] = [
      tokens.tokenWrite(hashOf(submission.token), record, expiresAt, (old) => new Repeated(old)),
      ...cases.createWrites(head, [event], () => taken),
      store.applicationWrite(reference, submission.application),
      ...lookups.writes({ unit, reference, at, values }),
      audit.write({ ...entry, result: "done", chain: linkOf(reference, undefined, event).hash }),
      ...rectificationNotice(notices, head, event),
    ];
    return all;
  }

  /** Raises 422 `token_reused` when the token was used for other content, 503 when no free number was found. */
  async function submit(submission: RectificationSubmission): Promise<RectificationReceipt> {
    const at = clock();
    const day = dayOf(at);
    const { periods } = await store.readPeriods(submission.application.unit);
    const { workingDays } = periodOn(periods, submission.arrivedOn ?? day);
    for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
      const serial = 1 + randomBelow(random, SERIALS);
      const reference = formReference({ regionCode: parts.regionCode, kind: "R", day, serial });
      const event = submittedEvent(submission, { reference, at, workingDays });
      const head = firstRectification(reference, event, calendar);
      try {
        await table.commit(writes(submission, event, head));
        return receiptFrom(head);
      } catch (error) {
        if (error instanceof Repeated) return repeated(submission, error.record);
        if (error !== taken) throw error;
      }
    }
    throw busy();
  }

  async function repeated(
    submission: RectificationSubmission,
    record: TokenRecord | undefined,
  ): Promise<RectificationReceipt> {
    if (record?.contentHash !== contentOf(submission)) throw new Problem(422, "token_reused");
    const head = await cases.readHead(record.reference);
    if (head === undefined) throw busy();
    return receiptFrom(head);
  }

  /** The receipt that a token led to, for as long as it is kept. */
  async function receiptOf(token: string): Promise<RectificationReceipt | undefined> {
    const record = await tokens.readToken(hashOf(token));
    const head = record === undefined ? undefined : await cases.readHead(record.reference);
    return head === undefined ? undefined : receiptFrom(head);
  }

  return { submit, receiptOf, receiptFrom };
}
