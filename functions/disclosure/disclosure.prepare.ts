/** What a command must fulfil beyond turn and person, before it becomes an event. Raises 422 with the field. */
import { MOST_FILES } from "../attachment/attachment.ts";
import { dayOf, isDay } from "../calendar/calendar.ts";
import type { Command } from "../case/case.service.ts";
import type { Instant } from "../kit/clock.ts";
import { conflict, invalid } from "../kit/problem.ts";
import type { DisclosureEvent, DisclosureHead } from "./disclosure.case.ts";
import { outcomeOf } from "./disclosure.outcome.ts";
import type { DisclosureParts } from "./disclosure.parts.ts";
import { lengthOf } from "./disclosure.text.ts";

export const MOST_REPLY_FILES = 10;
export const REPLY_MAX_CHARACTERS = 10_000;
export const REASON_MAX_CHARACTERS = 500;

interface Preparing {
  readonly head: DisclosureHead;
  readonly command: Command<DisclosureEvent>;
  readonly at: Instant;
}
type DataOf<Kind extends DisclosureEvent["kind"]> = Extract<DisclosureEvent, { kind: Kind }>["data"];

export async function prepareEvent(parts: DisclosureParts, { head, command, at }: Preparing) {
  const today = dayOf(at);
  switch (command.action) {
    case "attach":
      if (head.attachments.length >= MOST_FILES) throw conflict("too_many_files");
      return command.data;
    case "confirm_receipt":
      return { on: dayWithin(command.data as DataOf<"confirm_receipt">, head.clock.submittedOn, today) };
    case "answer":
      return { on: dayWithin(command.data as DataOf<"answer">, head.clock.confirmedOn ?? today, today) };
    case "assign":
      return { assignee: await assigneeOf(parts, head.unit, command.data as DataOf<"assign">) };
    case "propose":
      return proposal(command.data as DataOf<"propose">);
    case "return":
      return { reason: text((command.data as DataOf<"return">).reason, "reason", REASON_MAX_CHARACTERS) };
    default:
      return {};
  }
}

/** The 条例 counts from these days, so neither may lie before what it follows, nor in the future. */
function dayWithin({ on }: { on: string }, earliest: string, latest: string): string {
  if (!isDay(on)) throw invalid([{ field: "on", code: "day.invalid" }]);
  if (on < earliest) throw invalid([{ field: "on", code: "day.too_early" }]);
  if (on > latest) throw invalid([{ field: "on", code: "day.future" }]);
  return on;
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
  return { outcome, reply: text(reply, "reply", REPLY_MAX_CHARACTERS), files };
}

/** Prose of the office: present, of a sane length, without half characters and invisible control characters. */
function text(raw: string, field: string, maxCharacters: number): string {
  const written = raw.normalize("NFC").replaceAll("\r\n", "\n").trim();
  if (written === "") throw invalid([{ field, code: `${field}.required` }]);
  if (lengthOf(written) > maxCharacters) throw invalid([{ field, code: `${field}.too_long` }]);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  if (!written.isWellFormed() || /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/.test(written))
    throw invalid([{ field, code: `${field}.characters` }]);
  return written;
}
