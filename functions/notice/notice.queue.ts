/** Which notices follow from a queue ticket (排队签): its receipt at once, and its turn when the order is drawn. Pure. */
import type { QueueEntry } from "../booking/booking.ticket.ts";
import type { Instant } from "../kit/clock.ts";
import { plusSeconds } from "../kit/clock.ts";
import type { Notice, QueueTemplate } from "./notice.ts";

/** So long after the hour everybody has long been able to book, and hears nothing of turns any more. */
const TOLD_WITHIN_SECONDS = 3600;

export function queueNotices(entry: QueueEntry, unit: string): readonly Notice[] {
  const { code, lang, at, opensAt } = entry;
  const notice = (template: QueueTemplate, lapsesAt: Instant): Notice => ({
    ...{ about: "booking", reference: code, n: 1, template, unit, lang },
    ...{ lapsesAt, createdAt: at, state: "waiting", attempts: 0 },
  });
  return [
    notice("queue_ticket", opensAt),
    { ...notice("queue_turn", plusSeconds(opensAt, TOLD_WITHIN_SECONDS)), notBefore: opensAt },
  ];
}
