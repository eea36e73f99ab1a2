/**
 * Where notices wait: those of a case beside its events, `CASE#number / NOTICE#000001`, those of a booking under
 * `NOTICE#code / NOTICE#000001#template`; in the index byWork for as long as somebody has to look at them.
 */
import type { Instant } from "../kit/clock.ts";
import { epochSecondsOf, plusSeconds } from "../kit/clock.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Change } from "../kit/table.stream.ts";
import type { Item, Key, StoredItem, Table, Write } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";
import type { Channel, Failure, Notice, NoticeId, NoticeState } from "./notice.ts";
import { firstLookAt } from "./notice.ts";

/** The first notice of an event of a case has no name beside its number. */
function keyOfNotice({ about, reference, n, template }: NoticeId): Key {
  const isNamed = about === "booking" || template === "consultation_asked";
  return {
    pk: keyOf(about === "booking" ? "NOTICE" : "CASE", reference),
    sk: keyOf("NOTICE", String(n).padStart(6, "0"), ...(isNamed ? [template] : [])),
  };
}

const countKey = (reference: string): Key => ({ pk: keyOf("NOTICE", reference), sk: "SENT" });

/** `capped`: as many SMS as this case or booking may cost have gone out. */
export type Claim = Notice | "lost" | "capped";

export interface Claiming {
  readonly channel: Channel | undefined;
  /** Should this delivery die over it, the notice is due again then. */
  readonly retryAt: Instant;
  /** How many SMS a case or a booking may get. */
  readonly mostSms: number;
}

export interface NoticeStore {
  /** The notice as a write, to go into the transaction of the event that it tells of. */
  write(notice: Notice): Write;
  /** Puts it there, unless it is there already: what tells of the same twice gives one notice. */
  add(notice: Notice): Promise<void>;
  /** Counts a try before it is made, so that only one of two deliveries makes it. */
  claim(notice: Notice, claiming: Claiming): Promise<Claim>;
  /** Leaves it until then, without counting a try. */
  hold(notice: Notice, until: Instant): Promise<void>;
  /** Ends the waiting, and forgets the addresses; false when another was first. */
  settle(
    notice: Notice,
    state: Exclude<NoticeState, "waiting" | "failed">,
    at: Instant,
    besides?: Write,
  ): Promise<boolean>;
  /** Puts it before the office, with its addresses. */
  fail(notice: Notice, failure: Failure, at: Instant): Promise<void>;
  /** Begins again from the first try; false when another was first. */
  again(notice: Notice, at: Instant, besides: Write): Promise<boolean>;
  read(id: NoticeId): Promise<Notice | undefined>;
  /** Notices whose time has come, oldest first. */
  due(now: Instant, limit: number): Promise<readonly Notice[]>;
  /** What failed in a unit since then, newest first. */
  failed(unit: string, since: Instant, limit: number): Promise<readonly Notice[]>;
  /** What failed in a unit before then. */
  failedBefore(unit: string, before: Instant, limit: number): Promise<readonly Notice[]>;
}

const WORK = "notice";
const failedWork = (unit: string): string => `notice failed ${unit}`;
/** Notices of a booking are kept as long as the booking itself. */
const BOOKING_KEPT_SECONDS = 180 * 24 * 3600;

function itemOf(notice: Notice, work: { readonly work: string; readonly workAt: Instant } | undefined): Item {
  const expiry =
    notice.about === "booking"
      ? { expiresAt: epochSecondsOf(plusSeconds(notice.visitAt ?? notice.createdAt, BOOKING_KEPT_SECONDS)) }
      : {};
  return { notice, progress: progressOf(notice), ...expiry, ...work };
}

/** Where a notice stands, as one word to compare: a settled notice is never claimed again. */
const progressOf = ({ state, attempts }: Notice): string => `${state} ${attempts}`;

const lost = new Error("another was first");
const capped = new Error("enough SMS");

function replaceWrite(before: Notice, after: Notice, workAt?: Instant): Write {
  const waiting = workAt === undefined ? undefined : { work: WORK, workAt };
  return {
    kind: "put",
    key: keyOfNotice(before),
    item: itemOf(after, waiting),
    when: { text: "#progress = :before", values: { before: progressOf(before) } },
    otherwise: () => lost,
  };
}

/** One more SMS of this case or booking, if it may have another. */
const countWrite = ({ reference, about, visitAt, createdAt }: Notice, mostSms: number): Write => ({
  kind: "update",
  key: countKey(reference),
  update:
    about === "booking"
      ? {
          text: "SET #expiresAt = :expiresAt ADD #sms :one",
          values: {
            one: 1,
            expiresAt: epochSecondsOf(plusSeconds(visitAt ?? createdAt, BOOKING_KEPT_SECONDS)),
          },
        }
      : { text: "ADD #sms :one", values: { one: 1 } },
  when: { text: "attribute_not_exists(#sms) OR #sms < :most", values: { most: mostSms } },
  otherwise: () => capped,
});

export function openNoticeStore(table: Table): NoticeStore {
  /** True unless the notice has moved on since it was read. */
  async function commit(writes: readonly Write[]): Promise<boolean> {
    try {
      await table.commit(writes);
      return true;
    } catch (error) {
      if (error === lost) return false;
      throw error;
    }
  }

  const write = (notice: Notice): Write => ({
    kind: "put",
    key: keyOfNotice(notice),
    item: itemOf(notice, { work: WORK, workAt: firstLookAt(notice) }),
    when: isNew,
  });

  async function found(where: { work: string; from: Instant; to: Instant }, limit: number, newest = false) {
    const page = await table.query({
      index: "byWork",
      where: { text: "#work = :work AND #workAt BETWEEN :from AND :to", values: where },
      limit,
      descending: newest,
    });
    if (page.items.length === 0) return [];
    const items = await table.getMany(page.items.map(({ pk, sk }) => ({ pk, sk })));
    return items.flatMap((item) => noticeOf(item) ?? []);
  }

  return {
    write,
    async add(notice) {
      await commit([{ ...write(notice), otherwise: () => lost }]);
    },
    async claim(notice, { channel, retryAt, mostSms }) {
      const claimed = { ...notice, attempts: notice.attempts + 1, retryAt, channel };
      const isCounted = channel === "sms" && notice.channel !== "sms";
      if (isCounted && mostSms < 1) return "capped";
      const count = isCounted ? [countWrite(notice, mostSms)] : [];
      try {
        return (await commit([replaceWrite(notice, claimed, retryAt), ...count])) ? claimed : "lost";
      } catch (error) {
        if (error === capped) return "capped";
        throw error;
      }
    },
    async hold(notice, until) {
      await commit([replaceWrite(notice, { ...notice, retryAt: until }, until)]);
    },
    settle(notice, state, at, besides) {
      const { email: _forgotten, phone: _too, link: _secret, retryAt: _over, ...kept } = notice;
      const settled = replaceWrite(notice, { ...kept, state, settledAt: at });
      return commit(besides === undefined ? [settled] : [settled, besides]);
    },
    async fail(notice, failure, at) {
      const { retryAt: _over, ...kept } = notice;
      const failed: Notice = { ...kept, state: "failed", failure, settledAt: at };
      const shown = { work: failedWork(notice.unit ?? ""), workAt: at };
      await commit([{ ...replaceWrite(notice, failed), item: itemOf(failed, shown) } as Write]);
    },
    again(notice, at, besides) {
      const { retryAt: _over, settledAt: _then, failure: _why, notBefore: _passed, ...kept } = notice;
      return commit([replaceWrite(notice, { ...kept, state: "waiting", attempts: 0 }, at), besides]);
    },
    read: async (id) => noticeOf(await table.get(keyOfNotice(id))),
    due: (now, limit) => found({ work: WORK, from: "0", to: now }, limit),
    failed: (unit, since, limit) => found({ work: failedWork(unit), from: since, to: "9" }, limit, true),
    failedBefore: (unit, before, limit) => found({ work: failedWork(unit), from: "0", to: before }, limit),
  };
}

const noticeOf = (item: StoredItem | undefined): Notice | undefined => item?.notice as Notice | undefined;

/** The notice that a change of the table made one to deliver: put there, or begun again; undefined for every other. */
export function newNoticeOf({ before, after }: Change): Notice | undefined {
  if (after?.sk.startsWith("NOTICE#") !== true) return undefined;
  const notice = noticeOf(after);
  const isBegun = before === undefined || noticeOf(before)?.state === "failed";
  return isBegun && notice?.state === "waiting" ? notice : undefined;
}
