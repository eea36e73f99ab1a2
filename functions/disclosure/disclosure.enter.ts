/** Requests that come on paper, by fax or by word of mouth, entered by somebody of the office. */

import { officeSubject } from "../audit/audit.ts";
import type { Day } from "../calendar/calendar.ts";
import { dayOf, isDay } from "../calendar/calendar.ts";
import type { Permission, Subject } from "../identity/access.ts";
import type { Staff } from "../identity/identity.ts";
import { byOf } from "../identity/identity.ts";
import { invalid, notFound } from "../kit/problem.ts";
import type { Channel } from "./disclosure.channel.ts";
import { isReceivedOnArrival, officeChannels } from "./disclosure.channel.ts";
import { EARLIEST_RECEIPT } from "./disclosure.due.ts";
import type { LawRefusal } from "./disclosure.law.ts";
import { unlawful } from "./disclosure.law.ts";
import type { DisclosureParts } from "./disclosure.parts.ts";
import type { openSubmissions, Receipt } from "./disclosure.submit.ts";
import type { Application } from "./disclosure.ts";

export interface Entry {
  readonly application: Application;
  readonly channel: string;
  /** The day that it came. */
  readonly arrivedOn: string;
  readonly lang: "zh" | "en";
  /** The same token again gives the same receipt. */
  readonly token: string;
}

type Demand = (actor: Staff, permission: Permission, subject: Subject) => Promise<void>;

export function openEntries(
  parts: DisclosureParts,
  { submit, receiptFrom }: ReturnType<typeof openSubmissions>,
  demand: Demand,
) {
  const { audit, cases, clock } = parts;

  /** A wrong day is refused with Art. 31, and on record. */
  async function refuse(staff: Staff, refusal: LawRefusal): Promise<never> {
    const subject = officeSubject(staff.unit);
    const entry = { at: clock(), by: byOf(staff), action: "case.enter", subject } as const;
    await audit.record({ ...entry, result: "refused", reason: refusal });
    throw unlawful(refusal, "arrivedOn");
  }

  async function arrival(staff: Staff, arrivedOn: string): Promise<Day> {
    if (!isDay(arrivedOn)) throw invalid([{ field: "arrivedOn", code: "day.invalid" }]);
    if (arrivedOn < EARLIEST_RECEIPT) return refuse(staff, "day.too_early");
    return arrivedOn > dayOf(clock()) ? refuse(staff, "day.future") : arrivedOn;
  }

  /**
   * Makes a case of a request of the own unit and gives its receipt, to be handed over. What is received as it comes
   * (Art. 31) is accepted at once; the rest waits for its confirmation like one from the internet.
   */
  async function enter(entry: Entry, staff: Staff): Promise<Receipt> {
    const { application, lang, token } = entry;
    await demand(staff, "case.enter", { unit: application.unit });
    const channel = officeChannels.find((each) => each === entry.channel);
    if (channel === undefined) throw invalid([{ field: "channel", code: "channel.choose" }]);
    const arrivedOn = await arrival(staff, entry.arrivedOn);
    return submit({
      application,
      attachments: [],
      lang,
      token: `office:${staff.id}:${token}`,
      by: byOf(staff),
      channel: channel satisfies Channel,
      arrivedOn,
      ...(isReceivedOnArrival(channel) ? { receivedOn: arrivedOn } : {}),
      alsoSent: { channel, arrivedOn },
    });
  }

  /** The receipt of a case that an office has entered, to be printed again. Throws 404 for one from the internet. */
  async function enteredReceipt(reference: string, staff: Staff): Promise<Receipt> {
    const head = await cases.readHead(reference);
    if (head === undefined) throw notFound("case_not_found");
    await demand(staff, "case.enter", head);
    if (head.channel === "internet" || head.imported !== undefined) throw notFound("case_not_found");
    return receiptFrom(head);
  }

  return { enter, enteredReceipt };
}
