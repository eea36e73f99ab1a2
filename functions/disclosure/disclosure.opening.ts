/**
 * How a case begins, whoever begins it: its first events, its head and all that is written with them. A request from
 * the internet begins with its submission; what is received as it comes (Art. 31) begins with its receipt as well.
 */
import type { CaseFile } from "../attachment/attachment.ts";
import { caseSubject } from "../audit/audit.ts";
import type { Day } from "../calendar/calendar.ts";
import { dayOf } from "../calendar/calendar.ts";
import { linkOf } from "../case/case.chain.ts";
import type { LookupEntry } from "../case/case.lookup.ts";
import { formReference } from "../case/reference.ts";
import type { By } from "../identity/identity.ts";
import type { Instant } from "../kit/clock.ts";
import { randomBelow } from "../kit/id.ts";
import type { Write } from "../kit/table.ts";
import { isMobile } from "../notice/notice.message.ts";
import { noticeContext } from "../notice/notice.ts";
import { phoneHash } from "./disclosure.access.ts";
import type { DisclosureEvent, DisclosureHead } from "./disclosure.case.ts";
import { fold } from "./disclosure.case.ts";
import type { Channel } from "./disclosure.channel.ts";
import { lastFourOf } from "./disclosure.contact.ts";
import { maskApplicant } from "./disclosure.mask.ts";
import type { DisclosureParts } from "./disclosure.parts.ts";
import type { Application } from "./disclosure.ts";

export interface Opening {
  readonly reference: string;
  readonly application: Application;
  readonly attachments: readonly CaseFile[];
  readonly lang: "zh" | "en";
  readonly at: Instant;
  readonly by: By;
  readonly channel: Channel;
  /** The salt of the query code. */
  readonly codeSalt: string;
  /** The day that it came, where that is another than the day on which it is entered. */
  readonly arrivedOn?: Day | undefined;
  /** The day of receipt, where it is known at once. */
  readonly receivedOn?: Day | undefined;
  /** The case that it was split from (一事一申请). */
  readonly parent?: string | undefined;
}

export interface Opened {
  readonly head: DisclosureHead;
  readonly events: readonly DisclosureEvent[];
  /** Raises `taken` when the number is in use. */
  readonly writes: readonly Write[];
}

/** Raised when a drawn number is in use: it is drawn again. */
export const taken = new Error("this reference is in use");

/** The number's serial is drawn, not counted: no counter to contend for, and none that tells how many came today. */
const SERIALS = 99_999;

/** What an office finds a case by. */
export const foundBy = ({ name, phone, identityNumber }: Application): LookupEntry["values"] => ({
  name,
  ...(phone === undefined ? {} : { phone4: lastFourOf(phone) }),
  ...(identityNumber === undefined ? {} : { identity: identityNumber }),
});

export function openOpenings(parts: DisclosureParts) {
  const { vault, random, calendar, cases, store, lookups, audit } = parts;

  const drawReference = (at: Instant): string =>
    formReference({
      regionCode: parts.regionCode,
      kind: "G",
      day: dayOf(at),
      serial: 1 + randomBelow(random, SERIALS),
    });

  function eventsOf(opening: Opening): readonly DisclosureEvent[] {
    const { reference, application, attachments, lang, at, by, channel, codeSalt } = opening;
    const { arrivedOn, receivedOn, parent } = opening;
    const { unit, title, applicantKind, name, phone, email, identityNumber } = application;
    const submitted: DisclosureEvent = {
      n: 1,
      kind: "submit",
      at,
      by,
      data: {
        unit,
        channel,
        title,
        applicantKind,
        applicantMasked: maskApplicant(applicantKind, name),
        attachments: [...attachments],
        access: { codeSalt, phoneHash: phoneHash(vault, reference, phone && lastFourOf(phone)) },
        notify: {
          lang,
          ...(email ? { email: vault.seal(email, noticeContext(reference)) } : {}),
          ...(phone !== undefined && isMobile(phone)
            ? { phone: vault.seal(phone, noticeContext(reference)) }
            : {}),
        },
        ...(identityNumber === undefined ? {} : { asker: vault.hash("asker", identityNumber) }),
        ...(arrivedOn === undefined ? {} : { arrivedOn }),
        ...(parent === undefined ? {} : { parent }),
      },
    };
    if (receivedOn === undefined) return [submitted];
    return [submitted, { n: 2, kind: "confirm_receipt", at, by, data: { on: receivedOn } }];
  }

  function open(opening: Opening): Opened {
    const { reference, application, lang, at } = opening;
    const { unit } = application;
    const events = eventsOf(opening);
    const head = fold(reference, events, calendar);
    const writes = [
      ...cases.createWrites(head, events, () => taken),
      store.applicationWrite(reference, application, lang),
      ...lookups.writes({ unit, reference, at, values: foundBy(application) }),
      ...auditWrites(reference, events),
    ];
    return { head, events, writes };
  }

  function auditWrites(reference: string, events: readonly DisclosureEvent[]): readonly Write[] {
    let chain: string | undefined;
    return events.map((event) => {
      chain = linkOf(reference, chain, event).hash;
      const entry = { at: event.at, by: event.by, action: `case.${event.kind}`, result: "done" } as const;
      return audit.write({ ...entry, subject: caseSubject(reference), chain });
    });
  }

  return { drawReference, open };
}

export type Openings = ReturnType<typeof openOpenings>;
