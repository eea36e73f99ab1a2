/**
 * Delivering notices: at least once, and in the ordinary case exactly once. A try is counted before it is made, so the
 * stream and the clock cannot make the same one; what fails is tried again later, and after a day put before the office.
 */
import type { Clock } from "../kit/clock.ts";
import { millisecondsOf, plusSeconds } from "../kit/clock.ts";
import type { Log } from "../kit/log.ts";
import { errorAttributes } from "../kit/log.ts";
import { NotTaken } from "./notice.failure.ts";
import type { Composed, Letter, Senders } from "./notice.message.ts";
import { channelFor } from "./notice.message.ts";
import type { QuietHours } from "./notice.quiet.ts";
import { quietUntil } from "./notice.quiet.ts";
import type { NoticeStore } from "./notice.store.ts";
import type { Channel, Failure, Notice, NoticeId } from "./notice.ts";
import { FAILURE_KEPT_SECONDS, isDue, LAST_TRY_SECONDS, retryAfterSeconds } from "./notice.ts";

/** `later`: will be tried (again). `skipped`: settled already, not due yet, or another delivery is at it. */
export type Delivery = "sent" | "no_channel" | "overtaken" | "failed" | "later" | "skipped";

/** What a government has decided about its notices. */
export interface NoticeRules {
  readonly order: readonly Channel[];
  readonly quiet: QuietHours | undefined;
  /** How many SMS a case or a booking may cost. */
  readonly mostSms: number;
}

export interface NoticeServiceOptions {
  readonly store: NoticeStore;
  readonly clock: Clock;
  readonly rules: NoticeRules;
  readonly senders: Senders;
  /** What it says and to whom, read when it goes out. */
  readonly compose: (notice: Notice, now: string) => Promise<Composed>;
  readonly log: Log;
  /** Counts an event for the alarms, such as `NoticeFailed`. */
  readonly count: (metric: string) => void;
  /** From 0 to 1. */
  readonly chance: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

export interface NoticeService {
  deliver(id: NoticeId): Promise<Delivery>;
  /** Delivers what is due, and answers how many it looked at. */
  deliverDue(): Promise<number>;
  /** Gives up what no office has looked at for a month, and answers how many. */
  forgetFailed(units: readonly string[]): Promise<number>;
}

const BATCH = 25;
/** All reminders of a day are due at the same minute; what is left waits for the next quarter of an hour. */
const MOST_BATCHES = 400;
const MOST_MILLISECONDS = 180_000;
/** What lapses soon cannot wait for the clock: it is tried again at once, as often as this has pauses. */
const URGENT_PAUSES_MILLISECONDS = [2_000, 5_000];

export function openNoticeService(options: NoticeServiceOptions): NoticeService {
  const { store, clock, rules, senders, log, count, chance } = options;

  async function giveUp(notice: Notice, failure: Failure): Promise<Delivery> {
    await store.fail(notice, failure, clock());
    const { reference, n, attempts } = notice;
    log.error("notice given up", about(notice, { reference, n, attempts, failure }));
    count("NoticeFailed");
    return "failed";
  }

  async function notTaken(notice: Notice, error: unknown): Promise<Delivery> {
    log.warn("notice not taken", { ...errorAttributes(error), attempts: notice.attempts });
    count("NoticeRetried");
    const failure = error instanceof NotTaken ? error.failure : "unreadable";
    const isOver =
      (error instanceof NotTaken && error.isPermanent) || retryAfterSeconds(notice.attempts) === undefined;
    return isOver ? giveUp(notice, failure) : "later";
  }

  const claim = (notice: Notice, channel: Channel | undefined) => {
    const wait = retryAfterSeconds(notice.attempts + 1, chance()) ?? LAST_TRY_SECONDS;
    return store.claim(notice, {
      channel,
      retryAt: plusSeconds(clock(), wait),
      mostSms: rules.mostSms,
    });
  };

  async function send(notice: Notice, letter: Letter, open: Senders): Promise<Delivery> {
    const channel = channelFor(rules.order, letter.to, open);
    const sender = channel === undefined ? undefined : open[channel];
    if (channel === undefined || sender === undefined) {
      await store.settle(notice, "no_channel", clock());
      return "no_channel";
    }
    const morning = rings(channel) && !letter.isUrgent ? quietUntil(clock(), rules.quiet) : undefined;
    if (morning !== undefined) {
      await store.hold(notice, morning);
      return "later";
    }
    const claimed = await claim(notice, channel);
    if (claimed === "lost") return "skipped";
    if (claimed === "capped") {
      count("NoticeCapped");
      return send(notice, letter, withoutSms(open));
    }
    try {
      await sender.send(letter.to[channel] ?? "", letter.message);
    } catch (error) {
      const delivery = await notTaken(claimed, error);
      const pause = letter.isUrgent ? URGENT_PAUSES_MILLISECONDS[claimed.attempts - 1] : undefined;
      if (delivery !== "later" || pause === undefined) return delivery;
      await options.sleep(pause);
      return send(claimed, letter, open);
    }
    await store.settle(claimed, "sent", clock());
    return "sent";
  }

  /** What cannot be read is tried again like what is not taken, so that it does not stand in the way of the rest. */
  async function unreadable(notice: Notice, error: unknown): Promise<Delivery> {
    const claimed = await claim(notice, undefined);
    return typeof claimed === "string" ? "skipped" : notTaken(claimed, error);
  }

  async function deliver(id: NoticeId): Promise<Delivery> {
    const notice = await store.read(id);
    if (notice === undefined || !isDue(notice, clock())) return "skipped";
    // The last try was counted and then died before it could say how it ended.
    if (notice.attempts > 0 && retryAfterSeconds(notice.attempts) === undefined)
      return giveUp(notice, "died");
    let letter: Composed;
    try {
      letter = await options.compose(notice, clock());
    } catch (error) {
      return unreadable(notice, error);
    }
    if (letter === "overtaken") {
      await store.settle(notice, "overtaken", clock());
      return "overtaken";
    }
    if (!("until" in letter)) return send(notice, letter, senders);
    await store.hold(notice, letter.until);
    return "later";
  }

  return {
    deliver,
    async deliverDue() {
      const until = millisecondsOf(clock()) + MOST_MILLISECONDS;
      let looked = 0;
      for (let batch = 0; batch < MOST_BATCHES && millisecondsOf(clock()) < until; batch += 1) {
        const due = await store.due(clock(), BATCH);
        const deliveries = await Promise.all(due.map(deliver));
        looked += due.length;
        // What the index has not caught up with would be looked at for ever.
        if (due.length < BATCH || deliveries.every((each) => each === "skipped")) break;
      }
      return looked;
    },
    async forgetFailed(units) {
      let forgotten = 0;
      for (const unit of units) {
        const old = plusSeconds(clock(), -FAILURE_KEPT_SECONDS);
        for (const notice of await store.failedBefore(unit, old, BATCH))
          if (await store.settle(notice, "given_up", clock())) forgotten += 1;
      }
      return forgotten;
    },
  };
}

/** Mail waits in its box until somebody looks; a telephone rings. */
const rings = (channel: Channel): boolean => channel === "sms";

const withoutSms = ({ sms: _costs, ...others }: Senders): Senders => others;

/** The code of a booking is half of what opens it, and stays out of logs. */
const about = (
  { about: kind }: Notice,
  { reference, ...rest }: { reference: string } & Record<string, unknown>,
) => (kind === "booking" ? rest : { reference, ...rest });
