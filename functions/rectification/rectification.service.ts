/** What can be done with corrections of records (条例 Art. 41): hand in, enter, work, decide, read. */
import type { CaseFile } from "../attachment/attachment.ts";
import { MOST_FILES } from "../attachment/attachment.ts";
import { officeSubject } from "../audit/audit.ts";
import type { Day } from "../calendar/calendar.ts";
import { dayOf, isDay } from "../calendar/calendar.ts";
import type { Command } from "../case/case.service.ts";
import { openCaseService } from "../case/case.service.ts";
import { officeChannels } from "../disclosure/disclosure.channel.ts";
import {
  officeText,
  POINTER_MAX_CHARACTERS,
  REASON_MAX_CHARACTERS,
  REPLY_MAX_CHARACTERS,
} from "../disclosure/disclosure.prose.ts";
import type { Staff } from "../identity/identity.ts";
import { byOf } from "../identity/identity.ts";
import { conflict, invalid } from "../kit/problem.ts";
import type { RectificationData, RectificationEvent, RectificationHead } from "./rectification.case.ts";
import { applyRectification, rectificationStanding } from "./rectification.case.ts";
import { namesOrgan, rectificationFlow, rectificationOutcomes } from "./rectification.flow.ts";
import { rectificationNotice } from "./rectification.follow.service.ts";
import type { RectificationApplication } from "./rectification.form.ts";
import type { RectificationParts } from "./rectification.parts.service.ts";
import type { Period } from "./rectification.period.ts";
import { sinceProblem, withPeriod } from "./rectification.period.ts";
import { openRectificationReads } from "./rectification.read.service.ts";
import type { RectificationReceipt } from "./rectification.submit.service.ts";
import { openRectificationSubmissions } from "./rectification.submit.service.ts";

export type { RectificationView } from "./rectification.read.service.ts";
export type { RectificationReceipt, RectificationSubmission } from "./rectification.submit.service.ts";

export type RectificationCommand = Command<RectificationEvent>;
export type Rectifications = ReturnType<typeof openRectifications>;

export interface RectificationEntry {
  readonly application: RectificationApplication;
  readonly channel: string;
  readonly arrivedOn: string;
  readonly lang: "zh" | "en";
  readonly token: string;
}

/** What came before the 条例 was in force came under no Art. 41. */
const EARLIEST: Day = "2008-05-01";

export function openRectifications(parts: RectificationParts) {
  const { table, audit, clock, store, notices, demand } = parts;
  const submissions = openRectificationSubmissions(parts);
  const commands = openCaseService<RectificationHead, RectificationEvent>({
    table,
    store: parts.cases,
    audit,
    clock,
    flow: rectificationFlow,
    standing: rectificationStanding,
    apply: applyRectification,
    prepare: (head, command) => prepared(parts, head, command),
    follow: (head, event) => rectificationNotice(notices, head, event),
  });

  /** What came on paper or by word of mouth, of the own unit. Raises 422 for its channel and day. */
  async function enter(entry: RectificationEntry, staff: Staff): Promise<RectificationReceipt> {
    const { application, arrivedOn, lang, token } = entry;
    await demand(staff, "case.enter", { unit: application.unit });
    const channel = officeChannels.find((each) => each === entry.channel);
    if (channel === undefined) throw invalid([{ field: "channel", code: "channel.choose" }]);
    const code = !isDay(arrivedOn)
      ? "day.invalid"
      : arrivedOn < EARLIEST
        ? "day.too_early"
        : arrivedOn > dayOf(clock())
          ? "day.future"
          : undefined;
    if (code !== undefined) throw invalid([{ field: "arrivedOn", code }]);
    return submissions.submit({
      ...{ application, attachments: [], lang, channel, arrivedOn },
      token: `office:${staff.id}:${token}`,
      by: byOf(staff),
      alsoSent: { channel, arrivedOn },
    });
  }

  /** Sets the unit's own period from a day on; what has come keeps its date. Raises 409 when somebody was faster. */
  async function setPeriod(staff: Staff, period: Period, version: number): Promise<void> {
    await demand(staff, "rectification.set_up", { unit: staff.unit });
    const code = sinceProblem(period.since, dayOf(clock()));
    if (code !== undefined) throw invalid([{ field: "since", code }]);
    const before = await store.readPeriods(staff.unit);
    const changed = () => conflict("setting_changed");
    if (before.version !== version) throw changed();
    const subject = officeSubject(staff.unit);
    const entry = { at: clock(), by: byOf(staff), action: "rectification.set_up", subject } as const;
    await table.commit([
      store.periodsWrite(staff.unit, before, withPeriod(before.periods, period), changed),
      audit.write({ ...entry, result: "done" }),
    ]);
  }

  return {
    ...submissions,
    ...openRectificationReads(parts),
    enter,
    setPeriod,
    /** Runs one action of the flow; see `case.service.ts` for what it raises. */
    act: (command: RectificationCommand): Promise<RectificationHead> => commands.run(command),
    /** The receipt of what an office has entered, to be handed over. */
    async enteredReceipt(reference: string, staff: Staff): Promise<RectificationReceipt | undefined> {
      const head = await parts.cases.readHead(reference);
      if (head === undefined) return undefined;
      await demand(staff, "case.enter", head);
      return head.channel === "internet" ? undefined : submissions.receiptFrom(head);
    },
  };
}

/** The data that an event will hold. Raises 422 by field. */
async function prepared(
  parts: RectificationParts,
  head: RectificationHead,
  { action, data }: RectificationCommand,
): Promise<RectificationEvent["data"]> {
  switch (action) {
    case "attach":
    case "add_scan":
      return room(head, data as RectificationData<"attach">);
    case "assign": {
      const { assignee } = data as RectificationData<"assign">;
      const found = await parts.findStaff(head.unit, assignee.id);
      if (!found?.roles.includes("handler")) throw invalid([{ field: "assignee", code: "assignee.choose" }]);
      return { assignee: { id: found.id, name: found.name } };
    }
    case "transfer": {
      const { unit, reason } = data as RectificationData<"transfer">;
      if (unit === head.unit || !parts.units.includes(unit))
        throw invalid([{ field: "unit", code: "unit.choose" }]);
      return { unit, reason: officeText(reason, "reason", REASON_MAX_CHARACTERS) };
    }
    case "propose":
      return proposed(data as RectificationData<"propose">);
    case "return": {
      const { reason } = data as RectificationData<"return">;
      return { reason: officeText(reason, "reason", REASON_MAX_CHARACTERS) };
    }
    default:
      return {};
  }
}

function room(head: RectificationHead, { file }: { readonly file: CaseFile }) {
  const known = head.attachments.some(({ id }) => id === file.id);
  if (!known && head.attachments.length >= 2 * MOST_FILES) throw conflict("too_many_files");
  return { file };
}

/** Art. 41: corrected and told; sent on and told to whom; pointed to the right organ; or not, with the reason. */
function proposed({ outcome, reply, organ }: RectificationData<"propose">) {
  if (!rectificationOutcomes.includes(outcome)) throw invalid([{ field: "outcome", code: "outcome.choose" }]);
  const said = { outcome, reply: officeText(reply, "reply", REPLY_MAX_CHARACTERS) };
  return namesOrgan(outcome)
    ? { ...said, organ: officeText(organ ?? "", "organ", POINTER_MAX_CHARACTERS) }
    : said;
}
