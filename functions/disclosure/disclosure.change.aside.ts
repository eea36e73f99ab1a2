/** What an event beside the main way changes in the head of a disclosure request. Pure. */
import { dayOf } from "../calendar/calendar.ts";
import type { By } from "../identity/identity.ts";
import { mark } from "./disclosure.clock.ts";
import type { DataOf, DisclosureEvent } from "./disclosure.event.ts";
import type { DisclosureHead, HeadConsultation } from "./disclosure.head.ts";

type Change = Partial<DisclosureHead>;
type EventOf<Kind extends DisclosureEvent["kind"]> = Extract<DisclosureEvent, { kind: Kind }>;

export const personOf = (by: By) => ("id" in by ? { id: by.id, name: by.name } : { id: "", name: "" });

export function asideChanges(head: DisclosureHead, event: DisclosureEvent): Change {
  const on = dayOf(event.at);
  switch (event.kind) {
    case "ask_correction": {
      const { what, until } = event.data;
      const clock = mark(head.clock, { kind: "correction_asked", on, by: until });
      return { clock, correction: { what, until, on }, extensionAsk: undefined };
    }
    case "correct":
      return corrected(head, event.data);
    case "ask_extension":
      return { extensionAsk: { ...event.data, by: personOf(event.by) } };
    case "extend":
      return extended(head, event);
    case "refuse_extension":
      return { extensionAsk: undefined };
    case "lapse": {
      const answer = { outcome: event.data.outcome, reply: "", files: [], on };
      return { answer, clock: mark(head.clock, { kind: "ended", on }) };
    }
    // The clock runs on: nobody waits longer because a request went to the wrong door.
    case "transfer":
      return { unit: event.data.unit, assignee: undefined, extensionAsk: undefined };
    case "split":
      return { parts: event.data.parts, clock: mark(head.clock, { kind: "ended", on }) };
    case "ask_reasons":
      return { excess: { ...event.data, on } };
    case "give_reasons":
      return {
        excess: head.excess && { ...head.excess, reasons: event.data.reasons, givenOn: event.data.on },
      };
    case "delay":
      return {
        clock: mark(head.clock, { kind: "delayed", to: event.data.until }),
        delay: { ...event.data, by: personOf(event.by) },
      };
    default:
      return sentOutChanges(head, event);
  }
}

/** What went out to somebody else and what came back: consultations and fees. */
function sentOutChanges(head: DisclosureHead, event: DisclosureEvent): Change {
  const on = dayOf(event.at);
  const { clock } = head;
  switch (event.kind) {
    case "consult": {
      const { id, party } = event.data;
      const consultations = [...(head.consultations ?? []), { ...event.data, sentOn: on }];
      return { consultations, clock: mark(clock, { kind: "consulted", on, id, party }) };
    }
    case "record_service": {
      const { id, on: receivedOn, until } = event.data;
      return {
        consultations: consultationsWith(head, id, { receivedOn, until }),
        clock: mark(clock, { kind: "consultation_received", on: receivedOn, id }),
      };
    }
    case "opine": {
      const { id, ...answer } = event.data;
      return {
        consultations: consultationsWith(head, id, { answer }),
        clock: mark(clock, { kind: "consultation_returned", on: answer.on, id }),
      };
    }
    case "lapse_consultation": {
      const { id, on: silentOn } = event.data;
      return {
        consultations: consultationsWith(head, id, { silentOn }),
        clock: mark(clock, { kind: "consultation_returned", on: silentOn, id }),
      };
    }
    case "notify_fee": {
      const { pages: _typed, ...fee } = event.data;
      return { fee: { ...fee, on } };
    }
    case "record_payment":
      return paid(head, event.data);
    case "waive_fee":
      return waived(head, event);
    default:
      return {};
  }
}

const consultationsWith = (head: DisclosureHead, id: string, change: Partial<HeadConsultation>) =>
  head.consultations?.map((each) => (each.id === id ? { ...each, ...change } : each));

function corrected(head: DisclosureHead, { on, title, description, note }: DataOf<"correct">): Change {
  const clock = mark(head.clock, { kind: "restarted", on, reason: "correction" });
  return {
    clock,
    title,
    description,
    correction: head.correction && {
      ...head.correction,
      madeOn: on,
      ...(note === undefined ? {} : { note }),
    },
    ...ofPeriod(head, clock),
  };
}

function paid(head: DisclosureHead, { on }: DataOf<"record_payment">): Change {
  const clock = mark(head.clock, { kind: "restarted", on, reason: "payment" });
  return { clock, fee: head.fee && { ...head.fee, paidOn: on }, ...ofPeriod(head, clock) };
}

function waived(head: DisclosureHead, { at, by, data }: EventOf<"waive_fee">): Change {
  const on = dayOf(at);
  const clock = mark(head.clock, { kind: "restarted", on, reason: "waiver" });
  const waiver = { on, reason: data.reason, by: personOf(by) };
  return { clock, fee: head.fee && { ...head.fee, waiver }, ...ofPeriod(head, clock) };
}

/** Whether an extension or a delay holds for the new period is the clock's to say. */
const ofPeriod = ({ extension, delay }: DisclosureHead, clock: DisclosureHead["clock"]): Change => ({
  extension: clock.extension && extension,
  delay: clock.delayedTo === undefined ? undefined : delay,
});

function extended(head: DisclosureHead, event: DisclosureEvent): Change {
  const { extensionAsk: asked, clock } = head;
  if (asked === undefined) return {};
  const on = dayOf(event.at);
  const { workingDays, reason } = asked;
  return {
    clock: mark(clock, { kind: "extended", on, workingDays }),
    extension: { workingDays, reason, by: personOf(event.by), on },
    extensionAsk: undefined,
  };
}
