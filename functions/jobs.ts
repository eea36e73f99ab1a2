/** What happens by the clock and by the stream, in the order in which it should happen. */
import type { BookingStreamServices } from "./booking/booking.jobs.ts";
import { bookingScheduleJobs, bookingStreamJob } from "./booking/booking.jobs.ts";
import type { Upkeep } from "./booking/booking.upkeep.service.ts";
import type { Drafts } from "./disclosure/disclosure.draft.service.ts";
import type { Disclosure } from "./disclosure/disclosure.service.ts";
import type { GuideRebuildServices, GuideStreamServices } from "./guide/guide.jobs.ts";
import { guideRebuildJob, guideStreamJob } from "./guide/guide.jobs.ts";
import type { Guides } from "./guide/guide.service.ts";
import type { Log } from "./kit/log.ts";
import { errorAttributes } from "./kit/log.ts";
import { allOf } from "./kit/table.stream.ts";
import type { NoticeStreamServices } from "./notice/notice.jobs.ts";
import { noticeRetryJob, noticeStreamJob } from "./notice/notice.jobs.ts";
import type { NoticeService } from "./notice/notice.service.ts";
import type { CountStreamServices } from "./report/report.jobs.ts";
import { countStreamJob, rollOverJob } from "./report/report.jobs.ts";
import type { WordsStreamServices } from "./search/search.jobs.ts";
import { wordsStreamJob } from "./search/search.jobs.ts";

type StreamServices = NoticeStreamServices &
  CountStreamServices &
  BookingStreamServices &
  GuideStreamServices &
  GuideRebuildServices &
  WordsStreamServices;

export interface JobServices extends NoticeStreamServices, CountStreamServices, BookingStreamServices {
  readonly log: Log;
  readonly disclosure: Pick<Disclosure, "recheckDueDates" | "applySilence">;
  readonly notices: NoticeService;
  readonly drafts: Pick<Drafts, "sweep">;
  readonly guides: Pick<Guides, "moveByDates" | "readManyLive" | "everyLive">;
  readonly units: readonly string[];
  readonly publishing: GuideStreamServices["publishing"];
  readonly wording: WordsStreamServices["wording"];
  readonly bookingUpkeep: Upkeep;
}

export const streamJob = (services: StreamServices) =>
  allOf(
    noticeStreamJob(services),
    countStreamJob(services),
    bookingStreamJob(services),
    guideStreamJob(services),
    guideRebuildJob(services),
    wordsStreamJob(services),
  );

/** Every job is tried, whatever becomes of the others; one that failed makes the run fail and be tried again. */
export const scheduleJob = (services: JobServices) => async (): Promise<void> => {
  const jobs: Readonly<Record<string, () => Promise<unknown>>> = {
    notices: noticeRetryJob(services),
    drafts: () => services.drafts.sweep(),
    silence: () => services.disclosure.applySilence(),
    dueDates: () => services.disclosure.recheckDueDates(),
    guideDates: () => services.guides.moveByDates(),
    newYear: rollOverJob(services),
    ...bookingScheduleJobs(services.bookingUpkeep),
  };
  const failed: string[] = [];
  for (const [name, job] of Object.entries(jobs)) {
    try {
      services.log.info("job done", { job: name, result: await job() });
    } catch (error) {
      services.log.error("job failed", { job: name, ...errorAttributes(error) });
      failed.push(name);
    }
  }
  if (failed.length > 0) throw new Error(`jobs failed: ${failed.join(", ")}`);
};
