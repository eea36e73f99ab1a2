/** What the stream and the clock work with: each part is built when something concerns it, and kept. */
import type { JobServices } from "./jobs.ts";
import { allOf } from "./kit/table.stream.ts";
import type { Shelled } from "./wiring.ground.ts";
import { once, openGround } from "./wiring.ground.ts";

export async function jobServices(): Promise<JobServices & Shelled> {
  const ground = await openGround("jobs");
  const { log } = ground;
  const units = ground.config.units.map(({ code }) => code);
  const disclosure = once(async () => (await import("./wiring.disclosure.ts")).disclosureOf(ground));
  const drafts = once(async () => (await import("./wiring.disclosure.ts")).draftsOf(ground));
  const notices = once(async () => (await import("./wiring.notice.ts")).noticesOf(ground));
  const guides = once(async () => (await import("./wiring.guide.ts")).guideJobsOf(ground));
  const bookings = once(async () => (await import("./wiring.booking.ts")).bookingOf(ground));
  const gazette = once(async () => (await import("./wiring.gazette.ts")).gazetteJobsOf(ground));
  const visits = once(async () => (await import("./wiring.visit.ts")).visitOf(ground));
  const counting = once(async () => {
    const [{ countsOf, headInOf }, built] = await Promise.all([import("./wiring.report.ts"), disclosure()]);
    return { counts: countsOf(built), headIn: headInOf(built), log };
  });

  return {
    ...{ shell: ground.shell, log },
    stream: {
      notices: async () => {
        const { noticeStreamJob } = await import("./notice/notice.jobs.ts");
        return noticeStreamJob({ ...ground, notices: await notices() });
      },
      bookingNotices: async () => {
        const [{ bookingNoticeStreamJob }, { followingOf }] = await Promise.all([
          import("./notice/notice.jobs.ts"),
          import("./wiring.notice.ts"),
        ]);
        return bookingNoticeStreamJob({ following: followingOf(ground), log });
      },
      lots: async () => {
        const [{ lotNoticeStreamJob }, { followingOf }] = await Promise.all([
          import("./notice/notice.jobs.ts"),
          import("./wiring.notice.ts"),
        ]);
        return lotNoticeStreamJob({ following: followingOf(ground), log });
      },
      counts: async () => {
        const { countStreamJob } = await import("./report/report.jobs.ts");
        return countStreamJob(await counting());
      },
      alike: async () => {
        const [{ alikeStreamJob }, { alikeOf }, { headIn }, built] = await Promise.all([
          import("./alike/alike.jobs.ts"),
          import("./wiring.alike.ts"),
          counting(),
          disclosure(),
        ]);
        return alikeStreamJob({ alike: alikeOf(built), headIn, log });
      },
      bookings: async () => {
        const { bookingStreamJob, waitingStreamJob } = await import("./booking/booking.jobs.ts");
        const services = { ...(await bookings()), log };
        return allOf(waitingStreamJob(services), bookingStreamJob(services));
      },
      bans: async () => {
        const [{ banStreamJob, factStreamJob }, { banRecordsOf, bookingFactsOf }] = await Promise.all([
          import("./booking/booking.record.jobs.ts"),
          import("./wiring.record.ts"),
        ]);
        return allOf(
          banStreamJob({ records: banRecordsOf(ground), log }),
          factStreamJob({ counted: bookingFactsOf(ground), log }),
        );
      },
      guides: async () => {
        const { guideStreamJob } = await import("./guide/guide.jobs.ts");
        return guideStreamJob({ ...(await guides()), log });
      },
      published: async () => {
        const [{ publishedStreamJob }, { publishedJobsOf }, built] = await Promise.all([
          import("./published/published.jobs.ts"),
          import("./wiring.published.ts"),
          disclosure(),
        ]);
        return publishedStreamJob({ ...publishedJobsOf(built), log });
      },
      advice: async () => {
        const [{ adviceStreamJob }, { adviceJobsOf }] = await Promise.all([
          import("./advice/advice.jobs.ts"),
          import("./wiring.advice.ts"),
        ]);
        return adviceStreamJob({ ...adviceJobsOf(ground), log });
      },
      gazette: async () => {
        const { gazetteStreamJob } = await import("./gazette/gazette.jobs.ts");
        return gazetteStreamJob({ ...(await gazette()), log });
      },
      index: async () => {
        const [{ guideRebuildJob }, { wordsStreamJob }, { adviceJobsOf }, { publishing }] = await Promise.all(
          [
            import("./guide/guide.jobs.ts"),
            import("./search/search.jobs.ts"),
            import("./wiring.advice.ts"),
            gazette(),
          ],
        );
        const others = [publishing, adviceJobsOf(ground).publishing];
        const services = { ...(await guides()), others, log };
        return allOf(guideRebuildJob(services), wordsStreamJob(services));
      },
    },
    schedule: {
      // First, because people wait for it at the hour.
      draws: async () => (await bookings()).draws.drawDue(),
      notices: async () => (await notices()).deliverDue(),
      forgottenNotices: async () => (await notices()).forgetFailed(units),
      noticeAlerts: async () => (await notices()).alert(units),
      drafts: async () => (await drafts()).sweep(),
      silence: async () => (await disclosure()).disclosure.applySilence(),
      dueDates: async () => {
        const [{ recheckDueDates }, { recountOf }, { parts }] = await Promise.all([
          import("./case/case.recount.service.ts"),
          import("./wiring.recount.ts"),
          disclosure(),
        ]);
        return recheckDueDates(recountOf(parts));
      },
      guideDates: async () => (await guides()).guides.moveByDates(),
      gazetteDates: async () => (await gazette()).gazette.moveByDates(),
      newYear: async () => {
        const { rollOverJob } = await import("./report/report.jobs.ts");
        return rollOverJob(await counting())();
      },
      noShows: async () => (await visits()).sweeps.sweep(),
      holds: async () => (await bookings()).upkeep.endHolds(),
      unfinishedSchedules: async () => (await bookings()).upkeep.finishPublishing(),
      schedulesAhead: async () => (await bookings()).upkeep.publishAhead(),
      // Last, because it waits for the sites of others.
      guideLinks: async () => (await guides()).guides.checkLinks(),
    },
  };
}
