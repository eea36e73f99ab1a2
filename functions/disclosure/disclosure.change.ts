/** What one event changes in the head of a disclosure request, state, due date and timeline apart. Pure. */
import type { CaseFile } from "../attachment/attachment.ts";
import { dayOf } from "../calendar/calendar.ts";
import { asideChanges, personOf } from "./disclosure.change.aside.ts";
import { mark } from "./disclosure.clock.ts";
import type { DisclosureEvent } from "./disclosure.event.ts";
import type { DisclosureHead } from "./disclosure.head.ts";

export function changes(head: DisclosureHead, event: DisclosureEvent): Partial<DisclosureHead> {
  switch (event.kind) {
    case "attach":
    case "add_scan":
      return { attachments: withFile(head.attachments, event.data.file) };
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
        answer: head.proposal && { ...withoutProposer(head.proposal), ...event.data },
        clock: mark(head.clock, { kind: "ended", on: event.data.on }),
      };
    case "withdraw":
      return { clock: mark(head.clock, { kind: "ended", on: dayOf(event.at) }) };
    default:
      return asideChanges(head, event);
  }
}

/** The same file again is there already. */
const withFile = (files: DisclosureHead["attachments"], file: CaseFile): DisclosureHead["attachments"] =>
  files.some(({ id }) => id === file.id) ? files : [...files, file];

/** How it came about stays with its events; the answer is what left. */
function withoutProposer({
  by: _by,
  marks: _marks,
  checks: _checks,
  ...proposal
}: NonNullable<DisclosureHead["proposal"]>) {
  return proposal;
}
