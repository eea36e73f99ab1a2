/** What one event changes in the head of a disclosure request, state, due date and timeline apart. Pure. */
import { dayOf } from "../calendar/calendar.ts";
import type { By } from "../identity/identity.ts";
import { mark } from "./disclosure.clock.ts";
import type { DataOf, DisclosureEvent } from "./disclosure.event.ts";
import type { DisclosureHead } from "./disclosure.head.ts";

type Change = Partial<DisclosureHead>;

export function changes(head: DisclosureHead, event: DisclosureEvent): Change {
  switch (event.kind) {
    case "attach":
      return { attachments: [...head.attachments, event.data.file] };
    case "confirm_receipt":
      return { clock: mark(head.clock, { kind: "confirmed", on: event.data.on }) };
    case "assign":
      return { assignee: event.data.assignee };
    case "propose":
      return { proposal: { ...event.data, by: personOf(event.by) }, returnedReason: undefined };
    case "return":
      return { returnedReason: event.data.reason };
    case "answer":
      return {
        answer: head.proposal && { ...withoutProposer(head.proposal), on: event.data.on },
        clock: mark(head.clock, { kind: "ended", on: event.data.on }),
      };
    case "withdraw":
      return { clock: mark(head.clock, { kind: "ended", on: dayOf(event.at) }) };
    default:
      return asideChanges(head, event);
  }
}

function asideChanges(head: DisclosureHead, event: DisclosureEvent): Change {
  switch (event.kind) {
    case "ask_correction": {
      const { what, until } = event.data;
      const on = dayOf(event.at);
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
      const on = dayOf(event.at);
      const answer = { outcome: event.data.outcome, reply: "", files: [], on };
      return { answer, clock: mark(head.clock, { kind: "ended", on }) };
    }
    default:
      return {};
  }
}

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
    // Whether it holds for the new period is the clock's to say.
    extension: clock.extension && head.extension,
  };
}

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

const withoutProposer = ({ outcome, reply, files }: NonNullable<DisclosureHead["proposal"]>) => ({
  outcome,
  reply,
  files,
});
const personOf = (by: By) => ("id" in by ? { id: by.id, name: by.name } : { id: "", name: "" });
