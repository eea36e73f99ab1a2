/** What happens by the stream: notices follow from changes, and go out. */

import { removeExpiredFiles } from "../attachment/attachment.jobs.ts";
import type { Log } from "../kit/log.ts";
import { errorAttributes } from "../kit/log.ts";
import { openStreamJob } from "../kit/table.stream.ts";
import type { Following } from "./notice.follow.service.ts";
import type { NoticeService } from "./notice.service.ts";
import { newNoticeOf } from "./notice.store.ts";

export interface NoticeStreamServices {
  readonly notices: Pick<NoticeService, "deliver">;
  readonly attachments: { remove(fileIds: readonly string[]): Promise<void> };
  readonly log: Log;
}

/** Few enough to be gentle to a mail server, many enough that a full batch fits into the function's minute. */
const AT_ONCE = 8;

/** What follows from a change of the table: a new notice is delivered, an expired draft's files are removed. */
export function noticeStreamJob({ notices, attachments, log }: NoticeStreamServices) {
  return openStreamJob({
    atOnce: AT_ONCE,
    onError: (error) => log.error("change not handled", errorAttributes(error)),
    async work(change) {
      const notice = newNoticeOf(change);
      if (notice !== undefined) await notices.deliver(notice);
      await removeExpiredFiles(attachments, change);
    },
  });
}

export interface FollowStreamServices {
  readonly following: Following;
  readonly log: Log;
}

/** Who registers for a draw, is drawn or not, and who takes a queue ticket, is told. */
export const lotNoticeStreamJob = ({ following, log }: FollowStreamServices) =>
  openStreamJob({
    atOnce: AT_ONCE,
    onError: (error) => log.error("draw not followed", errorAttributes(error)),
    async work(change) {
      if (change.kind === "remove") return;
      if (change.after?.sk === "WAITER") await following.followLot(change);
      if (change.kind === "insert") await following.followTicket(change);
    },
  });

/** A booking that was made or has changed brings its notices about; one that expires says nothing. */
export const bookingNoticeStreamJob = ({ following, log }: FollowStreamServices) =>
  openStreamJob({
    atOnce: AT_ONCE,
    onError: (error) => log.error("booking not followed", errorAttributes(error)),
    async work(change) {
      if (change.kind !== "remove" && change.after?.sk === "BOOKING") await following.follow(change);
    },
  });
