/** Every way to read a correction of records. Each asks the one authorisation function first. */
import type { CaseFile } from "../attachment/attachment.ts";
import type { AuditEntry } from "../audit/audit.ts";
import { caseSubject } from "../audit/audit.ts";
import type { Card } from "../case/case.ts";
import { actionsFor } from "../case/flow.ts";
import { may } from "../identity/access.ts";
import type { Actor, Staff } from "../identity/identity.ts";
import { byOf } from "../identity/identity.ts";
import { notFound } from "../kit/problem.ts";
import type { LetterRecord } from "../letter/letter.record.ts";
import type { RectificationEvent, RectificationHead } from "./rectification.case.ts";
import { rectificationEntry, rectificationStanding } from "./rectification.case.ts";
import type { RectificationAction } from "./rectification.flow.ts";
import { rectificationFlow } from "./rectification.flow.ts";
import type { RectificationApplication } from "./rectification.form.ts";
import { letterApplication, letterHead } from "./rectification.letter.ts";
import { maskRectification } from "./rectification.mask.ts";
import type { RectificationParts } from "./rectification.parts.service.ts";
import type { Periods } from "./rectification.store.ts";

/** What a page of the office shows to this person. */
export interface RectificationView {
  readonly head: RectificationHead;
  readonly events: readonly RectificationEvent[];
  /** In clear only for who works on the case; masked for everybody else. */
  readonly application: RectificationApplication;
  readonly masked: boolean;
  readonly actions: readonly RectificationAction[];
}

export function openRectificationReads({ cases, store, audit, clock, demand }: RectificationParts) {
  async function headOf(reference: string): Promise<RectificationHead> {
    const head = await cases.readHead(reference);
    if (head === undefined) throw notFound("case_not_found");
    return head;
  }

  const record = (actor: Actor, action: string, reference: string) =>
    audit.record({ at: clock(), by: byOf(actor), action, subject: caseSubject(reference), result: "done" });

  /** Raises 404 for a missing case, 403 for who may not see it. That somebody looked is on record. */
  async function readForOffice(reference: string, actor: Staff): Promise<RectificationView> {
    const head = await headOf(reference);
    await demand(actor, "case.read", head);
    const [events, application] = await Promise.all([
      cases.readEvents(reference),
      store.readApplication(reference),
      record(actor, "case.read", reference),
    ]);
    if (application === undefined) throw notFound("case_not_found");
    const masked = !may(actor, "case.read_personal", head);
    return {
      head,
      events,
      application: masked ? maskRectification(application) : application,
      masked,
      actions: actionsFor(rectificationFlow, rectificationStanding(head), actor),
    };
  }

  /** A file that this person may download; the download is on record. */
  async function fileFor(reference: string, fileId: string, actor: Staff): Promise<CaseFile> {
    const head = await headOf(reference);
    const file = head.attachments.find(({ id }) => id === fileId);
    if (file === undefined) throw notFound("file_not_found");
    await demand(actor, "attachment.download", head);
    await record(actor, "attachment.download", reference);
    return file;
  }

  return {
    readForOffice,
    fileFor,
    /** The case as its applicant may see it: what is not decided yet is left out. */
    async readForApplicant(reference: string, actor: Actor): Promise<RectificationHead> {
      const head = await headOf(reference);
      await demand(actor, "case.read", head);
      const { proposal: _proposal, returnedReason: _reason, ...visible } = head;
      return visible;
    },
    async readAudit(reference: string, actor: Staff): Promise<readonly AuditEntry[]> {
      await demand(actor, "case.read_audit", await headOf(reference));
      return audit.list(caseSubject(reference), 100);
    },
    /** Rows for a search that was authorised for a unit; what is not of that unit is left out. */
    async cardsOf(references: readonly string[], unit: string): Promise<readonly Card[]> {
      if (references.length === 0) return [];
      const heads = await cases.readHeads(references);
      return heads.flatMap((head) => (head?.unit === unit ? [rectificationEntry(head).card] : []));
    },
    /** The case as letters see it; see `letter.record.ts`. */
    async readForLetter(reference: string, actor: Staff): Promise<LetterRecord> {
      const { head, application } = await readForOffice(reference, actor);
      return { head: letterHead(head), application: letterApplication(head, application), consultations: [] };
    },
    letterHead,
    periodsOf: (unit: string): Promise<Periods> => store.readPeriods(unit),
    demand,
  };
}
