/** Finding requests: the queue of a unit, and what a caller says. Each asks the one authorisation function first. */
import type { QueueFilter, QueuePage } from "../case/case.store.ts";
import type { Card } from "../case/case.ts";
import { parseReference } from "../case/reference.ts";
import type { Permission, Subject } from "../identity/access.ts";
import type { Actor, Staff } from "../identity/identity.ts";
import type { DisclosureHead } from "./disclosure.case.ts";
import { queueOf } from "./disclosure.case.ts";
import { lastFourOf, readPhone } from "./disclosure.contact.ts";
import { disclosureFlow } from "./disclosure.flow.ts";
import type { DisclosureParts } from "./disclosure.parts.ts";

/** One page of a search in one unit; the text is what a caller said. */
export interface Search {
  readonly unit: string;
  readonly text: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

type Demand = (actor: Actor, permission: Permission, subject: Subject) => Promise<void>;

export function openDisclosureFinds({ cases, lookups }: DisclosureParts, demand: Demand) {
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

  return { queue, search };
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
