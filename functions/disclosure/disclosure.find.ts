/** Finding requests: the queue of a unit, and what a caller says. Each asks the one authorisation function first. */
import { caseSubject } from "../audit/audit.ts";
import type { Day } from "../calendar/calendar.ts";
import type { FoundPage } from "../case/case.lookup.ts";
import type { QueueFilter, QueuePage } from "../case/case.store.ts";
import type { Card } from "../case/case.ts";
import { parseReference } from "../case/reference.ts";
import type { Permission, Subject } from "../identity/access.ts";
import type { Actor, Staff } from "../identity/identity.ts";
import { byOf } from "../identity/identity.ts";
import type { Instant } from "../kit/clock.ts";
import { notFound } from "../kit/problem.ts";
import type { DisclosureHead } from "./disclosure.case.ts";
import { queueOf } from "./disclosure.case.ts";
import { lastFourOf, readPhone } from "./disclosure.contact.ts";
import type { DisclosureState } from "./disclosure.flow.ts";
import { disclosureFlow } from "./disclosure.flow.ts";
import type { DisclosureParts } from "./disclosure.parts.ts";
import type { OfficeView } from "./disclosure.read.ts";

/** One page of a search in one unit; the text is what a caller said. */
export interface Search {
  readonly unit: string;
  readonly text: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

type Demand = (actor: Actor, permission: Permission, subject: Subject) => Promise<void>;

export function openDisclosureFinds(
  { audit, cases, clock, lookups, otherCards, store }: DisclosureParts,
  demand: Demand,
) {
  /** One page of what is pending, by exactly one query. */
  async function queue(
    actor: Actor,
    filter: QueueFilter,
    page: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<QueuePage> {
    await demand(actor, "queue.read", filter);
    return cases.queue(filter, page);
  }

  /** What has digits may be the number that an old register gave, which is looked for first. */
  async function lookUp({ unit, text, ...page }: Search): Promise<FoundPage> {
    const old = /\d/.test(text.normalize("NFKC"))
      ? await lookups.find({ unit, kind: "number", value: text }, page)
      : undefined;
    return old !== undefined && old.references.length > 0
      ? old
      : lookups.find({ unit, ...wantedBy(text) }, page);
  }

  /** Cases of a unit by number, by phone (the last four digits count), or by the applicant's whole name. */
  async function search(actor: Staff, { unit, text, ...page }: Search): Promise<QueuePage> {
    await demand(actor, "queue.search", { unit });
    const number = parseReference(text);
    const { references, next } =
      number === undefined
        ? await lookUp({ unit, text, ...page })
        : { references: [number.reference], next: undefined };
    const [heads, others] = await Promise.all([
      cases.readHeads(references.filter((each) => !isOther(each))),
      otherCards(references.filter(isOther), unit),
    ]);
    const own = heads.flatMap((head) => (head?.unit === unit ? [cardOf(head)] : []));
    return { cards: [...own, ...others].toSorted(byPlace(references)), next };
  }

  /**
   * All requests of one applicant in the unit, the newest first: those whose keyed hash of the identity document is
   * the same. For who works on the case; it says who the applicant is, so that whoever looks is on record.
   */
  async function sameApplicant(reference: string, actor: Actor): Promise<readonly SameApplicant[]> {
    const head = await cases.readHead(reference);
    const stored = await store.readApplication(reference);
    if (head === undefined || stored === undefined) throw notFound("case_not_found");
    await demand(actor, "case.read_personal", head);
    await audit.record({
      at: clock(),
      by: byOf(actor),
      action: "case.same_applicant",
      subject: caseSubject(reference),
      result: "done",
    });
    const value = stored.application.identityNumber;
    // An old register may not say it; then nobody else's case is known to be of the same person.
    if (value === undefined) return [sameApplicantOf(head)];
    const wanted = { unit: head.unit, kind: "identity", value } as const;
    const { references } = await lookups.find(wanted, { limit: MOST_OF_ONE });
    const heads = await cases.readHeads(references);
    return heads.flatMap((one) => (one?.unit === head.unit ? [sameApplicantOf(one)] : []));
  }

  /**
   * How many other requests the applicant of a case has in its unit, at most one more than `MOST_OTHERS`: for who works on
   * the case and has it open. One query by the keyed hash.
   */
  async function othersOfApplicant({ head, application, masked }: OfficeView): Promise<number> {
    const { identityNumber: value } = application;
    if (masked || value === undefined) return 0;
    const wanted = { unit: head.unit, kind: "identity", value } as const;
    const { references } = await lookups.find(wanted, { limit: MOST_OTHERS + 2 });
    return references.filter((each) => each !== head.reference).length;
  }

  return { queue, search, sameApplicant, othersOfApplicant };
}

/** Corrections of records are found by the same words and kept by their own capability. */
const isOther = (reference: string): boolean => parseReference(reference)?.kind === "R";

const byPlace = (references: readonly string[]) => (one: Card, other: Card) =>
  references.indexOf(one.reference) - references.indexOf(other.reference);

/** One applicant's cases on one page; who has more has the newest shown. */
const MOST_OF_ONE = 99;

/** So many are counted on the page of a case. */
export const MOST_OTHERS = 9;

/** A line of the view that merges one applicant's requests. */
export interface SameApplicant {
  readonly reference: string;
  readonly title: string;
  readonly state: DisclosureState;
  readonly submittedAt: Instant;
  readonly dueOn: Day;
  readonly answeredOn: Day | undefined;
  readonly outcome: string | undefined;
}

/** What ended by silence was not answered: nothing that could be repeated. */
const sameApplicantOf = ({
  reference,
  title,
  state,
  submittedAt,
  due,
  answer,
}: DisclosureHead): SameApplicant => ({
  reference,
  title,
  state,
  submittedAt,
  dueOn: due.on,
  answeredOn: answer !== undefined && answer.reply !== "" ? answer.on : undefined,
  outcome: answer?.outcome,
});

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
