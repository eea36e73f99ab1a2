/** Where notices wait: `CASE#reference / NOTICE#000001`, in the index byWork for as long as they are waiting. */
import type { Instant } from "../kit/clock.ts";
import { plusSeconds } from "../kit/clock.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Change } from "../kit/table.stream.ts";
import type { StoredItem, Table, Write } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";
import type { Notice, NoticeState } from "./notice.ts";
import { HEAD_START_SECONDS } from "./notice.ts";

const keyOfNotice = ({ reference, n }: Pick<Notice, "reference" | "n">) => ({
  pk: keyOf("CASE", reference),
  sk: keyOf("NOTICE", String(n).padStart(6, "0")),
});

export interface NoticeStore {
  /** The notice as a write, to go into the transaction of the event that it tells of. */
  write(notice: Notice): Write;
  /**
   * Counts a try before it is made, so that only one of two deliveries makes it; should this one die over it, the
   * notice is due again at `retryAt`. Undefined when another delivery was first.
   */
  claim(notice: Notice, retryAt: Instant): Promise<Notice | undefined>;
  /** Ends the waiting, and forgets the address; loses quietly when another delivery was first. */
  settle(notice: Notice, state: Exclude<NoticeState, "waiting">): Promise<void>;
  read(reference: string, n: number): Promise<Notice | undefined>;
  /** Notices whose time has come, oldest first. */
  due(now: Instant, limit: number): Promise<readonly Notice[]>;
}

const WORK = "notice";

export function openNoticeStore(table: Table): NoticeStore {
  /** True unless the notice has moved on since it was read. */
  async function replace(before: Notice, after: Notice, workAt?: Instant): Promise<boolean> {
    const lost = new Error("another delivery was first");
    const waiting = workAt === undefined ? {} : { work: WORK, workAt };
    try {
      await table.commit([
        {
          kind: "put",
          key: keyOfNotice(before),
          item: { notice: after, progress: progressOf(after), ...waiting },
          when: { text: "#progress = :before", values: { before: progressOf(before) } },
          otherwise: () => lost,
        },
      ]);
      return true;
    } catch (error) {
      if (error === lost) return false;
      throw error;
    }
  }

  return {
    write: (notice) => ({
      kind: "put",
      key: keyOfNotice(notice),
      item: {
        notice,
        progress: progressOf(notice),
        work: WORK,
        workAt: plusSeconds(notice.createdAt, HEAD_START_SECONDS),
      },
      when: isNew,
    }),
    async claim(notice, retryAt) {
      const claimed = { ...notice, attempts: notice.attempts + 1, retryAt };
      return (await replace(notice, claimed, retryAt)) ? claimed : undefined;
    },
    async settle(notice, state) {
      const { email: _forgotten, retryAt: _over, ...kept } = notice;
      await replace(notice, { ...kept, state });
    },
    read: async (reference, n) => noticeOf(await table.get(keyOfNotice({ reference, n }))),
    async due(now, limit) {
      const where = { text: "#work = :work AND #workAt <= :now", values: { work: WORK, now } };
      const page = await table.query({ index: "byWork", where, limit });
      const found = await table.getMany(page.items.map(({ pk, sk }) => ({ pk, sk })));
      return found.flatMap((item) => noticeOf(item) ?? []);
    },
  };
}

/** Where a notice stands, as one word to compare: a settled notice is never claimed again. */
const progressOf = ({ state, attempts }: Notice): string => `${state} ${attempts}`;

const noticeOf = (item: StoredItem | undefined): Notice | undefined => item?.notice as Notice | undefined;

/** The notice that a change of the table put there; undefined for every other change. */
export const newNoticeOf = ({ kind, after }: Change): Notice | undefined =>
  kind === "insert" && after?.sk.startsWith("NOTICE#") ? noticeOf(after) : undefined;
