/** What a command must fulfil beyond turn and person, before it becomes an event. Raises 422 with the field. */
import { dayOf } from "../calendar/calendar.ts";
import type { Command } from "../case/case.service.ts";
import type { Instant } from "../kit/clock.ts";
import { conflict, invalid } from "../kit/problem.ts";
import type { DisclosureEvent, DisclosureHead } from "./disclosure.case.ts";
import { mostFilesOf } from "./disclosure.case.ts";
import type { DataOf } from "./disclosure.event.ts";
import { outcomeOf } from "./disclosure.outcome.ts";
import type { DisclosureParts } from "./disclosure.parts.ts";
import { dayWithin, prepareAside } from "./disclosure.prepare.aside.ts";
import { officeText, REASON_MAX_CHARACTERS, REPLY_MAX_CHARACTERS } from "./disclosure.prose.ts";

export { REASON_MAX_CHARACTERS, REPLY_MAX_CHARACTERS } from "./disclosure.prose.ts";
export const MOST_REPLY_FILES = 10;

export interface Preparing {
  readonly head: DisclosureHead;
  readonly command: Command<DisclosureEvent>;
  readonly at: Instant;
}

export async function prepareEvent(parts: DisclosureParts, preparing: Preparing) {
  const { head, command, at } = preparing;
  const today = dayOf(at);
  switch (command.action) {
    case "attach":
      if (head.attachments.length >= mostFilesOf(head)) throw conflict("too_many_files");
      return command.data;
    case "confirm_receipt":
      return { on: dayWithin(command.data as DataOf<"confirm_receipt">, head.clock.submittedOn, today) };
    case "answer":
      return { on: dayWithin(command.data as DataOf<"answer">, head.clock.confirmedOn ?? today, today) };
    case "assign":
      return { assignee: await assigneeOf(parts, head.unit, command.data as DataOf<"assign">) };
    case "propose":
      return proposal(command.data as DataOf<"propose">);
    case "return": {
      const { reason } = command.data as DataOf<"return">;
      return { reason: officeText(reason, "reason", REASON_MAX_CHARACTERS) };
    }
    default:
      return prepareAside(parts, preparing);
  }
}

/** Only somebody of the unit who handles requests can be given one; the name comes from the directory. */
async function assigneeOf(parts: DisclosureParts, unit: string, { assignee }: DataOf<"assign">) {
  const found = await parts.findStaff(unit, assignee.id);
  if (!found?.roles.includes("handler")) throw invalid([{ field: "assignee", code: "assignee.choose" }]);
  return { id: found.id, name: found.name };
}

function proposal({ outcome, reply, files }: DataOf<"propose">): DataOf<"propose"> {
  const chosen = outcomeOf(outcome);
  if (chosen === undefined) throw invalid([{ field: "outcome", code: "outcome.choose" }]);
  if (!chosen.filesAllowed && files.length > 0)
    throw invalid([{ field: "files", code: "files.not_allowed" }]);
  if (files.length > MOST_REPLY_FILES) throw invalid([{ field: "files", code: "files.too_many" }]);
  return { outcome, reply: officeText(reply, "reply", REPLY_MAX_CHARACTERS), files };
}
