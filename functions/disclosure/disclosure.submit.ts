/** Handing in a request: one transaction, one receipt, however often the button is pressed. */

import type { CaseFile } from "../attachment/attachment.ts";
import type { Day } from "../calendar/calendar.ts";
import type { By } from "../identity/identity.ts";
import type { Instant } from "../kit/clock.ts";
import { epochSecondsOf } from "../kit/clock.ts";
import { randomId } from "../kit/id.ts";
import { busy, Problem } from "../kit/problem.ts";
import type { Write } from "../kit/table.ts";
import { queryCodeOf } from "./disclosure.access.ts";
import type { DisclosureHead } from "./disclosure.case.ts";
import type { Channel } from "./disclosure.channel.ts";
import type { DueDate } from "./disclosure.clock.ts";
import { followEvent } from "./disclosure.follow.ts";
import type { Opened, Openings } from "./disclosure.opening.ts";
import { taken } from "./disclosure.opening.ts";
import type { DisclosureParts } from "./disclosure.parts.ts";
import type { TokenRecord } from "./disclosure.store.ts";
import type { Application } from "./disclosure.ts";

export interface Submission {
  readonly application: Application;
  readonly attachments: readonly CaseFile[];
  readonly lang: "zh" | "en";
  /** A draft's id or an API client's key: the same token again gives the same receipt. Kept as a hash for a day. */
  readonly token: string;
  /** Who hands it in, how and when it came; the applicant on the internet now, unless given. */
  readonly by?: By;
  readonly channel?: Channel;
  readonly arrivedOn?: Day;
  readonly receivedOn?: Day | undefined;
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
  /** Whether the last four digits of a phone open the case too, or the query code alone. */
  readonly opensByPhone: boolean;
  /** Whether there is an e-mail address or a mobile for notices; otherwise the unit tells everything by post. */
  readonly isNotified: boolean;
}

const DAY_SECONDS = 24 * 3600;
const MOST_DRAWS = 12;

class Repeated extends Error {
  readonly record: TokenRecord | undefined;
  constructor(record: TokenRecord | undefined) {
    super("this token was used before");
    this.record = record;
  }
}

export function openSubmissions(parts: DisclosureParts, openings: Openings) {
  const { table, vault, clock, random, cases, store } = parts;
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
    opensByPhone: head.access.phoneHash !== "",
    isNotified: head.notify.email !== undefined || head.notify.phone !== undefined,
  });

  /**
   * Raises 422 `token_reused` when the token was used for other content, 503 when no free number was found.
   * One write transaction; a drawn number that is in use costs another one.
   */
  async function submit(submission: Submission): Promise<Receipt> {
    const at = clock();
    for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
      const opened = openings.open({
        ...submission,
        reference: openings.drawReference(at),
        at,
        by: submission.by ?? { kind: "applicant" },
        channel: submission.channel ?? "internet",
        codeSalt: randomId(random),
      });
      try {
        await table.commit(writes(submission, opened));
        return receiptFrom(opened.head);
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

  function writes(submission: Submission, { head, events, writes: opened }: Opened): readonly Write[] {
    const record = { reference: head.reference, contentHash: contentOf(submission) };
    const expiresAt = epochSecondsOf(head.submittedAt) + DAY_SECONDS;
    return [
      store.tokenWrite(hashOf(submission.token), record, expiresAt, (old) => new Repeated(old)),
      ...opened,
      ...events.flatMap((event) => followEvent(parts, head, event)),
    ];
  }

  /** The receipt that a token led to, for as long as it is kept. */
  async function receiptOf(token: string): Promise<Receipt | undefined> {
    const record = await store.readToken(hashOf(token));
    const head = record === undefined ? undefined : await cases.readHead(record.reference);
    return head === undefined ? undefined : receiptFrom(head);
  }

  return { submit, receiptOf, receiptFrom };
}
