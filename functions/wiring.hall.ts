/** Builds the office's side of halls; `wiring.ts` calls it when somebody goes through its door. */
import type { AuditStore } from "./audit/audit.store.ts";
import { openBanDesk } from "./booking/booking.ban.desk.service.ts";
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
import type { Config } from "./kit/config.ts";

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
    bans: openBanDesk({ parts, desk, bans: openBanStore(parts.table) }),
    rebooking: openRebooking({ parts, desk, bookings }),
  };
}
