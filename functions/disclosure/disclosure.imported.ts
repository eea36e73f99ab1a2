/** The head of a request that was answered before there was this system: over from its first event on. Pure. */
import type { Calendar } from "../calendar/calendar.ts";
import { startOfDay } from "../calendar/calendar.ts";
import { dueDate } from "./disclosure.clock.ts";
import type { DisclosureEvent } from "./disclosure.event.ts";
import { disclosureFlow } from "./disclosure.flow.ts";
import type { DisclosureHead } from "./disclosure.head.ts";

/** Nothing of it waits: it stands in no queue, wakes no clock and has no address for notices. */
export function importedHead(
  reference: string,
  { n, data }: Extract<DisclosureEvent, { kind: "import" }>,
  calendar: Calendar,
): DisclosureHead {
  const { receivedOn, on, outcome, reply, delivery, channel, number, counted } = data;
  const clock = { submittedOn: receivedOn, confirmedOn: receivedOn, endedOn: on };
  return {
    schema: 1,
    reference,
    flow: { id: disclosureFlow.id, version: disclosureFlow.version },
    version: n,
    state: "archived",
    unit: data.unit,
    title: data.title,
    applicantKind: data.applicantKind,
    applicantMasked: data.applicantMasked,
    attachments: [],
    access: data.access,
    notify: { lang: "zh" },
    // A register knows days, no hours.
    submittedAt: startOfDay(receivedOn),
    clock,
    due: dueDate(clock, calendar),
    // Where the register does not say it, as for cases from before the channel was kept.
    channel: channel ?? "internet",
    answer: { outcome, reply, files: [], on, ...(delivery === undefined ? {} : { delivery }) },
    imported: { number, counted },
    timeline: [],
  };
}
