/** Builds what brings notices to people. */
import { openHalls } from "./booking/booking.hall.service.ts";
import { openHallStore } from "./booking/booking.hall.store.ts";
import { openLotteryStore } from "./booking/booking.lottery.store.ts";
import { openFrames } from "./booking/booking.plan.frame.ts";
import { openReleases } from "./booking/booking.release.service.ts";
import { openReleaseStore } from "./booking/booking.release.store.ts";
import { bookingIn, openBookingStore } from "./booking/booking.store.ts";
import { openQueueEntryStore, queueEntryIn } from "./booking/booking.ticket.store.ts";
import { openWaitingStore, waiterIn } from "./booking/booking.waiting.store.ts";
import { openGuideStore } from "./guide/guide.store.ts";
import { readSecret } from "./kit/config.ts";
import { countMetric } from "./kit/metric.ts";
import { openAlerts } from "./notice/notice.alert.service.ts";
import { bookingLetter } from "./notice/notice.booking.service.ts";
import { caseLetter } from "./notice/notice.case.service.ts";
import { openFollowing } from "./notice/notice.follow.service.ts";
import { type GatewaySettings, openGateway, readGateways } from "./notice/notice.gateway.ts";
import { openMailer } from "./notice/notice.mail.ts";
import type { Sender, Senders } from "./notice/notice.message.ts";
import { openNoticeOffice } from "./notice/notice.office.service.ts";
import { queueLetter } from "./notice/notice.queue.service.ts";
import { readQuietHours } from "./notice/notice.quiet.ts";
import { openNoticeService } from "./notice/notice.service.ts";
import { openNoticeStore } from "./notice/notice.store.ts";
import { isOfQueue } from "./notice/notice.ts";
import type { Ground } from "./wiring.ground.ts";

/** A gateway that does not answer within this is tried again later. */
const OUTSIDE = { timeoutMilliseconds: 8_000, mostBytes: 64 * 1024 };

const hallsOf = ({ table, clock }: Ground) => openHalls({ store: openHallStore(table), clock });

/** What a booking's change brings about; it opens no personal data. */
export const followingOf = (ground: Ground) =>
  openFollowing({
    ...{ store: openNoticeStore(ground.table), halls: hallsOf(ground) },
    ...{ waiters: openWaitingStore(ground.table), bookingIn, waiterIn, queueEntryIn },
  });

/** What failed, before the office. */
export const noticeOfficeOf = (ground: Pick<Ground, "table" | "vault" | "audit" | "clock">) =>
  openNoticeOffice({
    ...ground,
    store: openNoticeStore(ground.table),
    kept: [openBookingStore, openWaitingStore, openQueueEntryStore].map((open) => open(ground.table)),
  });

/** When the seats of a day open, and whose turn is when. */
function turnsOf(ground: Ground) {
  const { table, calendar } = ground;
  const frames = openFrames(calendar);
  const { turnOf } = openReleases({
    ...{ ...ground, frames, releases: openReleaseStore(table) },
    ...{ lotteries: openLotteryStore(table), queued: openQueueEntryStore(table) },
  });
  return { frames, turnOf };
}

export function noticesOf(ground: Ground) {
  const { config, table, vault, clock, log, shell } = ground;
  const store = openNoticeStore(table);
  const gateways = readGateways(readSecret("NoticeGateways"));
  const outside = { ...OUTSIDE, mayBePrivate: config.notices.mayBePrivate };
  const gatewayOf = (settings: GatewaySettings | undefined): Sender | undefined =>
    settings && openGateway({ settings, clock, outside });
  const host = new URL(config.publicOrigin).hostname;
  const mail = config.mail === undefined ? undefined : openMailer({ ...config.mail, host });
  const sms = gatewayOf(gateways.sms);
  const senders: Senders = { ...(mail === undefined ? {} : { mail }), ...(sms === undefined ? {} : { sms }) };
  const guides = openGuideStore(table);
  const halls = hallsOf(ground);
  const visits = {
    bookings: openBookingStore(table),
    waiters: openWaitingStore(table),
    draws: openLotteryStore(table),
    halls,
    vault,
    site: config,
    materialsOf: async (id: string) => {
      const live = await guides.readLive(id);
      const isRead = live !== undefined && live.state !== "abolished";
      return isRead ? live.guide.materials.map(({ materialName }) => materialName) : [];
    },
  };
  const queue = { queued: openQueueEntryStore(table), halls, vault, site: config, ...turnsOf(ground) };
  const notices = openNoticeService({
    store,
    clock,
    senders,
    log,
    count: (name) => countMetric(shell.metrics, name),
    rules: { ...config.notices, quiet: readQuietHours(config.notices.quietHours) },
    compose: async (notice, now) => {
      if (isOfQueue(notice.template)) return queueLetter(notice, queue, now);
      return notice.about === "booking"
        ? bookingLetter(notice, visits, now)
        : caseLetter(notice, config, vault);
    },
    chance: Math.random,
    sleep: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  });
  const robot = gatewayOf(gateways.robot);
  return { ...notices, ...openAlerts({ ...config, store, clock, robot }) };
}
