/** Builds the office's side of halls, built when somebody goes through its door. */
import type { AuditStore } from "./audit/audit.store.ts";
import { type BanOptions, openBanDesk } from "./booking/booking.ban.desk.service.ts";
import { openBanStore } from "./booking/booking.ban.store.ts";
import { openHallDesk } from "./booking/booking.desk.service.ts";
import { openHallDrafts } from "./booking/booking.hall.draft.service.ts";
import { openHallDraftStore } from "./booking/booking.hall.draft.store.ts";
import type { BookingOptions } from "./booking/booking.parts.service.ts";
import { bookingPartsOf } from "./booking/booking.parts.service.ts";
import { openPublishing } from "./booking/booking.publish.service.ts";
import { openRebooking } from "./booking/booking.rebook.service.ts";
import { openSchedules } from "./booking/booking.schedule.service.ts";
import { bookingsOf } from "./booking/booking.service.ts";
import { openStatistics } from "./booking/booking.statistics.service.ts";
import { openFactStore } from "./booking/booking.statistics.store.ts";
import type { WaitFact } from "./booking/booking.statistics.ts";
import { millisecondsOf } from "./kit/clock.ts";
import type { Config } from "./kit/config.ts";
import { banNotice } from "./notice/notice.booking.ts";
import { openNoticeStore } from "./notice/notice.store.ts";
import { openVisitStore, type VisitStore } from "./visit/visit.store.ts";
import type { Queue } from "./visit/visit.ts";

export interface HallGround extends BookingOptions {
  readonly audit: AuditStore;
  readonly config: Pick<Config, "units" | "publicOrigin">;
}

export type HallOfficeServices = ReturnType<typeof hallOfficeOf>;

export function hallOfficeOf(ground: HallGround) {
  const { audit, config } = ground;
  const parts = bookingPartsOf(ground);
  const drafts = openHallDraftStore(parts.table);
  const desk = openHallDesk({ parts, drafts, audit });
  const schedules = openSchedules(parts);
  const bookings = bookingsOf(parts);
  return {
    config,
    clock: parts.clock,
    calendar: parts.calendar,
    desk,
    bookings,
    schedules,
    hallDrafts: openHallDrafts({ parts, desk, drafts }),
    publishing: openPublishing({ parts, desk, schedules }),
    bans: openBanDesk({ parts, desk, bans: openBanStore(parts.table), tell: tellerOf(parts.table) }),
    statistics: openStatistics({
      desk,
      facts: openFactStore(parts.table),
      schedules: parts.schedules,
      waits: waitsIn(openVisitStore(parts.table)),
      clock: parts.clock,
    }),
    rebooking: openRebooking({ parts, desk, bookings }),
  };
}

/** The notice of a decision about a ban, put with it into one transaction. */
function tellerOf(table: BookingOptions["table"]): BanOptions["tell"] {
  const notices = openNoticeStore(table);
  return (booking, decided, unit) => notices.write(banNotice(booking, decided, unit));
}

/** From check-in or taking a number to the first call; who was never called has not waited to the end. */
const waitsIn =
  (tickets: Pick<VisitStore, "done">) =>
  async (queue: Queue): Promise<readonly WaitFact[]> =>
    (await tickets.done(queue)).flatMap(({ place, services, arrivedAt, firstCalledAt }) =>
      firstCalledAt === undefined
        ? []
        : [
            {
              place,
              service: services[0] ?? "",
              waitMinutes: Math.max(0, (millisecondsOf(firstCalledAt) - millisecondsOf(arrivedAt)) / 60_000),
            },
          ],
    );
