/** Every way to read a question or a suggestion. Each asks the one authorisation function first. */
import type { AuditEntry } from "../audit/audit.ts";
import { caseSubject } from "../audit/audit.ts";
import { dayOf } from "../calendar/calendar.ts";
import { actionsFor } from "../case/flow.ts";
import { maskName, maskPhone } from "../disclosure/disclosure.mask.ts";
import { may } from "../identity/access.ts";
import type { Actor, Staff } from "../identity/identity.ts";
import { byOf } from "../identity/identity.ts";
import { notFound } from "../kit/problem.ts";
import type { AdviceHead } from "./advice.case.ts";
import { queueName, standingOf } from "./advice.case.ts";
import type { AdviceAction, OfficeAction } from "./advice.flow.ts";
import { adviceFlow, isPending, officeActions } from "./advice.flow.ts";
import type { AdviceParts } from "./advice.parts.service.ts";
import { demand, headOf, publicIdOf } from "./advice.parts.service.ts";
import type { OpenRecord, PublicRecord, WithdrawnRecord } from "./advice.public.ts";
import { firstContent, isPublicId } from "./advice.public.ts";
import type { AdviceStanding } from "./advice.rule.ts";
import { adviceStanding } from "./advice.rule.ts";
import type { AdviceRow, AdviceThread, OfficeThread } from "./advice.seen.ts";
import type { PublicPortion } from "./advice.store.ts";

export const adviceLists = ["pending", "review", "replied", "public"] as const;
export type AdviceList = (typeof adviceLists)[number];
const stepOf: Readonly<Record<AdviceList, string | undefined>> = {
  pending: undefined,
  review: "review",
  replied: "done",
  public: "public",
};

export interface ListWanted {
  readonly unit: string;
  readonly list: AdviceList;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export function openAdviceReads(parts: AdviceParts) {
  const { audit, calendar, cases, clock, store } = parts;

  const standingIn = ({ submittedAt, state }: Pick<AdviceHead, "submittedAt" | "state">): AdviceStanding =>
    adviceStanding(
      { submittedOn: dayOf(submittedAt), isPending: isPending(state) },
      { today: dayOf(clock()), calendar },
    );

  async function textOf(reference: string) {
    const text = await store.readText(reference);
    if (text === undefined) throw notFound("case_not_found");
    return text;
  }

  return {
    /** The thread for somebody who has shown to have begun it. Throws 404, and 403 with a record. */
    async readForApplicant(reference: string, actor: Actor): Promise<AdviceThread> {
      const head = await headOf(parts, reference);
      await demand(parts, actor, { permission: "advice.read", subject: head });
      const { text } = await textOf(reference);
      const { kind, unit, subject, submittedAt, transfer, replies, timeline, rating } = head;
      return {
        ...{ reference, kind, unit, subject, text, submittedAt, replies, timeline },
        ...adviceStanding(
          { submittedOn: dayOf(submittedAt), isPending: isPending(head.state) },
          { today: dayOf(clock()), calendar },
        ),
        state: replies.length > 0 ? "replied" : head.state === "submitted" ? "submitted" : "accepted",
        transferReason: transfer?.reason,
        rating: rating?.satisfied,
        rateable: rating === undefined && replies.length > 0,
        publicId: head.state === "public" ? publicIdOf(parts, reference) : undefined,
      };
    },

    /** The thread for an office. Throws 404, and 403 with a record; that somebody looked is on record too. */
    async readForOffice(reference: string, actor: Staff): Promise<OfficeThread> {
      const head = await headOf(parts, reference);
      await demand(parts, actor, { permission: "advice.read", subject: head });
      const [advice, events] = await Promise.all([
        textOf(reference),
        cases.readEvents(reference),
        audit.record({
          ...{ at: clock(), by: byOf(actor), action: "advice.read", result: "done" },
          subject: caseSubject(reference),
        } satisfies AuditEntry),
      ]);
      const masked = !may(actor, "advice.read_personal", head);
      const { name, phone } = advice;
      return {
        head,
        events: events.map(({ n, kind, at, by, data }) => ({ n, kind, at, by, reason: reasonIn(data) })),
        text: advice.text,
        name: masked && name !== undefined ? maskName(name) : name,
        phone: masked ? maskPhone(phone) : phone,
        masked,
        actions: officeActionsFor(head, actor),
        firstContent: firstContent(head, advice),
        ownWork: isOwnWork(head, actor),
        standing: standingIn(head),
        publicId: head.state === "public" ? publicIdOf(parts, reference) : undefined,
      };
    },

    /** One page of a unit's list, by one query. Throws 403 with a record. */
    async list(actor: Staff, { unit, list, limit, cursor }: ListWanted) {
      await demand(parts, actor, { permission: "advice.read", subject: { unit } });
      const filter = { unit: queueName(unit), step: stepOf[list] };
      const page = await cases.queue(filter, { limit, cursor, descending: list !== "pending" });
      const rows = page.cards.map((card): AdviceRow => {
        const { reference, kind, title, applicantMasked, state, assigneeName, submittedAt } = card;
        const standing = standingIn({ submittedAt, state: state as AdviceHead["state"] });
        const row = { reference, title, applicantMasked, state, assigneeName, submittedAt, ...standing };
        return { ...row, kind: kind as AdviceHead["kind"] };
      });
      return { rows, next: page.next };
    },

    /** What everybody may read under an address; undefined for what was never public. One read. */
    readPublic: async (id: string): Promise<OpenRecord | WithdrawnRecord | undefined> =>
      isPublicId(id) ? store.readPublic(id) : undefined,
    /** Those of these ids that are public now, in their order. One read for all. */
    async readManyPublic(ids: readonly string[]): Promise<readonly OpenRecord[]> {
      const known = ids.filter(isPublicId);
      return known.length === 0 ? [] : (await store.readManyPublic(known)).flatMap(openOnly);
    },
    /** The newest first. One query. */
    async listPublic(portion: PublicPortion) {
      const { records, next } = await store.listPublic(portion);
      return { answers: records.flatMap(openOnly), next };
    },
  };
}

const openOnly = (record: PublicRecord | undefined): readonly OpenRecord[] =>
  record?.state === "public" ? [record] : [];

const reasonIn = (data: object): string | undefined =>
  "reason" in data && typeof data.reason === "string" ? data.reason : undefined;

const isOffice = (action: AdviceAction): action is OfficeAction =>
  officeActions.some((each) => each === action);

function officeActionsFor(head: AdviceHead, actor: Staff): readonly OfficeAction[] {
  const open = actionsFor(adviceFlow, standingOf(head), actor).filter(isOffice);
  return officeActions.filter((each) => open.includes(each));
}

/** A reviewer who wrote it looks in vain for the button, and is told why. */
const isOwnWork = (head: AdviceHead, actor: Staff): boolean =>
  head.state === "reviewing" &&
  head.publication?.author.id === actor.id &&
  may(actor, "advice.publish", head);
