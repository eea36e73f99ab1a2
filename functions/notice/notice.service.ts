/**
 * Delivering notices: at least once, and in the ordinary case exactly once. A try is counted before it is made, so
 * the stream and the clock cannot make the same one; what fails is tried again later, and given up after a day.
 */
import type { Clock } from "../kit/clock.ts";
import { plusSeconds } from "../kit/clock.ts";
import type { Log } from "../kit/log.ts";
import { errorAttributes } from "../kit/log.ts";
import type { Vault } from "../kit/vault.ts";
import type { Mail, Mailer } from "./notice.mail.ts";
import type { NoticeStore } from "./notice.store.ts";
import type { Notice } from "./notice.ts";
import { LAST_TRY_SECONDS, noticeContext, retryAfterSeconds } from "./notice.ts";

/** `later`: tried and not taken, will be tried again. `skipped`: settled already, or another delivery is at it. */
export type Delivery = "sent" | "no_channel" | "failed" | "later" | "skipped";

export interface NoticeServiceOptions {
  readonly store: NoticeStore;
  readonly vault: Vault;
  readonly clock: Clock;
  /** Undefined where no mail server is configured. */
  readonly mailer: Mailer | undefined;
  readonly compose: (notice: Notice) => Mail;
  readonly log: Log;
  /** Counts an event for the alarms, such as `NoticeFailed`. */
  readonly count: (metric: string) => void;
}

export interface NoticeService {
  deliver(notice: Pick<Notice, "reference" | "n">): Promise<Delivery>;
  /** Delivers what is due, and answers how many it looked at. */
  deliverDue(): Promise<number>;
}

const BATCH = 25;
/** So many in one run at most; the rest waits for the next quarter of an hour. */
const MOST_BATCHES = 20;

export function openNoticeService(options: NoticeServiceOptions): NoticeService {
  const { store, vault, clock, mailer, log, count } = options;

  async function giveUp(notice: Notice): Promise<Delivery> {
    await store.settle(notice, "failed");
    log.error("notice given up", { reference: notice.reference, n: notice.n, attempts: notice.attempts });
    count("NoticeFailed");
    return "failed";
  }

  async function attempt(notice: Notice, send: () => Promise<void>): Promise<Delivery> {
    try {
      await send();
    } catch (error) {
      log.warn("notice not taken", { ...errorAttributes(error), attempts: notice.attempts });
      count("NoticeRetried");
      return retryAfterSeconds(notice.attempts) === undefined ? giveUp(notice) : "later";
    }
    await store.settle(notice, "sent");
    return "sent";
  }

  async function deliver({ reference, n }: Pick<Notice, "reference" | "n">): Promise<Delivery> {
    const notice = await store.read(reference, n);
    if (notice?.state !== "waiting" || (notice.retryAt ?? "") > clock()) return "skipped";
    const { email } = notice;
    if (mailer === undefined || email === undefined) {
      await store.settle(notice, "no_channel");
      return "no_channel";
    }
    // The last try was counted and then died before it could say how it ended.
    if (notice.attempts > 0 && retryAfterSeconds(notice.attempts) === undefined) return giveUp(notice);
    const wait = retryAfterSeconds(notice.attempts + 1) ?? LAST_TRY_SECONDS;
    const claimed = await store.claim(notice, plusSeconds(clock(), wait));
    if (claimed === undefined) return "skipped";
    return attempt(claimed, async () => {
      await mailer.send(vault.open(email, noticeContext(reference)), options.compose(claimed));
    });
  }

  return {
    deliver,
    async deliverDue() {
      let looked = 0;
      for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
        const due = await store.due(clock(), BATCH);
        await Promise.all(due.map(deliver));
        looked += due.length;
        if (due.length < BATCH) break;
      }
      return looked;
    },
  };
}
