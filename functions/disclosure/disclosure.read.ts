/** Every way to read a disclosure request. Each asks the one authorisation function first. */

import type { AuditEntry } from "../audit/audit.ts";
import { caseSubject, officeSubject } from "../audit/audit.ts";
import type { CountedDay } from "../calendar/calendar.ts";
import type { QueueFilter, QueuePage } from "../case/case.store.ts";
import type { Card } from "../case/case.ts";
import { actionsFor } from "../case/flow.ts";
import { parseReference } from "../case/reference.ts";
import type { Permission, Subject } from "../identity/access.ts";
import { denial, may } from "../identity/access.ts";
import type { Actor, Staff } from "../identity/identity.ts";
import { byOf, isStaff } from "../identity/identity.ts";
import { forbidden, notFound } from "../kit/problem.ts";
import type { DisclosureEvent, DisclosureHead } from "./disclosure.case.ts";
import { queueOf, standingOf } from "./disclosure.case.ts";
import { whyThisDate } from "./disclosure.clock.ts";
import { lastFourOf, readPhone } from "./disclosure.contact.ts";
import type { DisclosureAction } from "./disclosure.flow.ts";
import { disclosureFlow } from "./disclosure.flow.ts";
import { maskApplication } from "./disclosure.mask.ts";
import type { DisclosureParts } from "./disclosure.parts.ts";
import type { Application } from "./disclosure.ts";

/** What a case page of the office shows to this person. */
export interface OfficeView {
  readonly head: DisclosureHead;
  readonly events: readonly DisclosureEvent[];
  /** In clear only for who works on the case; masked for everybody else. */
  readonly application: Application;
  readonly masked: boolean;
  readonly why: readonly CountedDay[];
  /** What this person may do now, in the order of the flow. */
  readonly actions: readonly DisclosureAction[];
}

/** One page of a search in one unit; the text is what a caller said. */
export interface Search {
  readonly unit: string;
  readonly text: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** What the applicant sees of the own case. */
export interface ApplicantView {
  readonly head: DisclosureHead;
  readonly why: readonly CountedDay[];
}

export function openDisclosureReads(parts: DisclosureParts) {
  const { audit, calendar, cases, clock, lookups, store } = parts;

  /** Raises 403 and leaves a record when the actor may not. */
  async function demand(actor: Actor, permission: Permission, subject: Subject): Promise<void> {
    const reason = denial(actor, permission, subject);
    if (reason === undefined) return;
    const about =
      subject.reference === undefined ? officeSubject(subject.unit ?? "") : caseSubject(subject.reference);
    await audit.record({
      at: clock(),
      by: byOf(actor),
      action: permission,
      subject: about,
      result: "refused",
      reason,
    });
    throw forbidden(reason);
  }

  async function headOf(reference: string): Promise<DisclosureHead> {
    const head = await cases.readHead(reference);
    if (head === undefined) throw notFound("case_not_found");
    return head;
  }

  /** Raises 404 for a missing case, 403 for who may not see it. That somebody looked is on record. */
  async function readForOffice(reference: string, actor: Actor): Promise<OfficeView> {
    const head = await headOf(reference);
    await demand(actor, "case.read", head);
    const at = clock();
    const [events, stored] = await Promise.all([
      cases.readEvents(reference),
      store.readApplication(reference),
      audit.record({
        at,
        by: byOf(actor),
        action: "case.read",
        subject: caseSubject(reference),
        result: "done",
      }),
    ]);
    if (stored === undefined) throw notFound("case_not_found");
    const masked = !may(actor, "case.read_personal", head);
    return {
      head,
      events,
      application: masked ? maskApplication(stored.application) : stored.application,
      masked,
      why: whyThisDate(head.clock, calendar),
      actions: actionsFor(disclosureFlow, standingOf(head), actor),
    };
  }

  /** The case as its applicant may see it: what the office has not answered yet is left out. */
  async function readForApplicant(reference: string, actor: Actor): Promise<ApplicantView> {
    const head = await headOf(reference);
    await demand(actor, "case.read", head);
    return applicantView(head);
  }

  function applicantView(head: DisclosureHead): ApplicantView {
    const { proposal: _proposal, returnedReason: _reason, ...visible } = head;
    return { head: visible, why: whyThisDate(head.clock, calendar) };
  }

  /** One page of what is pending, by exactly one query. */
  async function queue(
    actor: Actor,
    filter: QueueFilter,
    page: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<QueuePage> {
    await demand(actor, "queue.read", filter);
    return cases.queue(filter, page);
  }

  /** Cases of a unit by number, by phone (the last four digits count), or by the applicant's whole name. */
  async function search(actor: Staff, { unit, text, ...page }: Search): Promise<QueuePage> {
    await demand(actor, "queue.search", { unit });
    const number = parseReference(text);
    const { references, next } =
      number === undefined
        ? await lookups.find({ unit, ...wantedBy(text) }, page)
        : { references: [number.reference], next: undefined };
    const heads = await cases.readHeads(references);
    return { cards: heads.flatMap((head) => (head?.unit === unit ? [cardOf(head)] : [])), next };
  }

  /** The record of a case, newest first, for who watches over the office. */
  async function readAudit(reference: string, actor: Actor, limit = 100): Promise<readonly AuditEntry[]> {
    const head = await headOf(reference);
    await demand(actor, "case.read_audit", head);
    return audit.list(caseSubject(reference), limit);
  }

  /** A file of the case that this actor may download; the download is on record. */
  async function fileFor(reference: string, fileId: string, actor: Actor) {
    const head = await headOf(reference);
    const attached = head.attachments.find((file) => file.id === fileId);
    const answered = head.answer?.files.find((file) => file.id === fileId);
    const proposed = head.proposal?.files.find((file) => file.id === fileId);
    if (attached === undefined && answered === undefined && (proposed === undefined || !isStaff(actor)))
      throw notFound("file_not_found");
    const permission = attached === undefined ? "reply_file.download" : "attachment.download";
    await demand(actor, permission, head);
    const entry = { at: clock(), by: byOf(actor), subject: caseSubject(reference), result: "done" } as const;
    await audit.record({ ...entry, action: permission });
    return (attached ?? answered ?? proposed) as NonNullable<typeof attached>;
  }

  return { readForOffice, readForApplicant, applicantView, queue, search, readAudit, fileFor, demand };
}

/** A whole number is looked up by its last four digits, because no more of a phone is kept to search by. */
function wantedBy(text: string): { readonly kind: "phone4" | "name"; readonly value: string } {
  const digits = text.normalize("NFKC").trim();
  if (/^\d{4}$/.test(digits)) return { kind: "phone4", value: digits };
  const phone = readPhone(text);
  if (phone.ok) return { kind: "phone4", value: lastFourOf(phone.value) };
  // A landline as people of the place say it, without its area code.
  if (phone.code === "phone.area_code") return { kind: "phone4", value: lastFourOf(digits) };
  return { kind: "name", value: text.trim() };
}

/** A row for a search result: cases that are over stand in no queue, but can still be found. */
function cardOf(head: DisclosureHead): Card {
  const entry = queueOf({ ...head, state: "submitted" });
  const { step } = disclosureFlow.states[head.state];
  if (entry === undefined) throw new Error("a pending case has a card");
  return { ...entry.card, state: head.state, step };
}
