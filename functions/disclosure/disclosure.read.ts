/** Every way to read a disclosure request. Each asks the one authorisation function first. */

import type { AuditEntry } from "../audit/audit.ts";
import { caseSubject, officeSubject } from "../audit/audit.ts";
import type { CountedDay } from "../calendar/calendar.ts";
import { dayOf } from "../calendar/calendar.ts";
import type { Permission, Subject } from "../identity/access.ts";
import { denial, may } from "../identity/access.ts";
import type { Actor } from "../identity/identity.ts";
import { byOf, isStaff } from "../identity/identity.ts";
import { forbidden, notFound } from "../kit/problem.ts";
import type { DisclosureEvent, DisclosureHead } from "./disclosure.case.ts";
import { whyThisDate } from "./disclosure.clock.ts";
import type { OfficeConsultation } from "./disclosure.consultation.ts";
import { correctionContext, proofContext } from "./disclosure.event.ts";
import type { DisclosureAction } from "./disclosure.flow.ts";
import { maskApplication } from "./disclosure.mask.ts";
import type { DisclosureParts } from "./disclosure.parts.ts";
import type { Application } from "./disclosure.ts";
import { openActions } from "./disclosure.turn.ts";

/** What a case page of the office shows to this person. */
export interface OfficeView {
  readonly head: DisclosureHead;
  readonly events: readonly DisclosureEvent[];
  /** In clear only for who works on the case; masked for everybody else. */
  readonly application: Application;
  readonly masked: boolean;
  /** What the applicant wrote beside a correction; for who may see personal data in clear. */
  readonly correctionNote: string | undefined;
  /** What proves the day of the answer; for who may see personal data in clear. */
  readonly answerProof: string | undefined;
  readonly consultations: readonly OfficeConsultation[];
  readonly why: readonly CountedDay[];
  /** What this person may do now, in the order of the flow. */
  readonly actions: readonly DisclosureAction[];
}

export type Request = Pick<Application, "title" | "description">;

/** What the applicant sees of the own case. */
export interface ApplicantView {
  readonly head: DisclosureHead;
  readonly why: readonly CountedDay[];
}

type ConsultationsOf = (head: DisclosureHead, masked: boolean) => Promise<readonly OfficeConsultation[]>;

export function openDisclosureReads(parts: DisclosureParts, consultationsOf: ConsultationsOf) {
  const { audit, calendar, cases, clock, store } = parts;

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
      application: applicationOf(head, masked ? maskApplication(stored.application) : stored.application),
      masked,
      correctionNote: masked ? undefined : noteOf(head),
      answerProof: masked ? undefined : proofOf(head),
      consultations: await consultationsOf(head, masked),
      why: whyThisDate(head.clock, calendar),
      actions: openActions(head, { actor, today: dayOf(at), calendar }),
    };
  }

  const noteOf = ({ reference, correction }: DisclosureHead): string | undefined =>
    correction?.note && parts.vault.open(correction.note, correctionContext(reference));

  const proofOf = ({ reference, answer }: DisclosureHead): string | undefined =>
    answer?.proof && parts.vault.open(answer.proof, proofContext(reference));

  /** The case as its applicant may see it: what the office has not answered yet is left out. */
  async function readForApplicant(reference: string, actor: Actor): Promise<ApplicantView> {
    const head = await headOf(reference);
    await demand(actor, "case.read", head);
    return applicantView(head);
  }

  /** What is asked for, in the words as they stand now; for the applicant, who is to correct them. */
  async function readRequest(reference: string, actor: Actor): Promise<Request> {
    const head = await headOf(reference);
    await demand(actor, "case.correct", head);
    const stored = await store.readApplication(reference);
    if (stored === undefined) throw notFound("case_not_found");
    const { title, description } = applicationOf(head, stored.application);
    return { title, description };
  }

  function applicantView(head: DisclosureHead): ApplicantView {
    const { proposal: _proposal, returnedReason: _reason, ...visible } = head;
    return { head: visible, why: whyThisDate(head.clock, calendar) };
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

  return { readForOffice, readForApplicant, readRequest, applicantView, readAudit, fileFor, demand };
}

/** As it was corrected; what was sent at first stays in its events and is never changed. */
const applicationOf = ({ title, description }: DisclosureHead, sent: Application): Application => ({
  ...sent,
  title,
  ...(description === undefined ? {} : { description }),
});
