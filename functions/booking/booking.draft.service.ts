/** What a booking is made from: the visit, the rules and the keyed hashes of its person, worked out once for all tries. */
import { dayOf } from "../calendar/calendar.ts";
import { lastFourOf } from "../disclosure/disclosure.contact.ts";
import type { Instant } from "../kit/clock.ts";
import { plusSeconds } from "../kit/clock.ts";
import { invalid } from "../kit/problem.ts";
import type { Vault } from "../kit/vault.ts";
import type { Chosen } from "./booking.choice.ts";
import { codeFrom } from "./booking.code.ts";
import { asksTopic } from "./booking.occasion.ts";
import type { BookingParts } from "./booking.parts.service.ts";
import { bookingProblems } from "./booking.problem.ts";
import type { BookingRequest } from "./booking.request.ts";
import { type RuleSet, rulesOn } from "./booking.rules.ts";
import type { Booking, Party } from "./booking.ts";
import { spanOf } from "./booking.ts";
import type { PlannedVisit } from "./booking.visit.ts";
import { errandOf, siteOf, visitAt } from "./booking.visit.ts";

const HASH_CHARACTERS = 22;

/** Where the guard of an identity lies. A number is one person whatever document it is called. */
export const identityHash = (vault: Vault, identityNumber: string): string =>
  vault.hash("booking identity", identityNumber);
const telephoneHash = (vault: Vault, phone: string): string => vault.hash("booking telephone", phone);

/** Where the guards of a person lie under the rules of a hall: by identity, and by telephone where that counts too. */
export const guardsOf = (
  vault: Vault,
  { persons }: RuleSet,
  { identityNumber, phone }: Pick<Party, "identityNumber" | "phone">,
): readonly string[] => [
  identityHash(vault, identityNumber),
  ...(persons === "identity" ? [] : [telephoneHash(vault, phone)]),
];

/** The second proof beside the code. */
export const phone4Hash = (vault: Vault, code: string, lastFour: string): string =>
  vault.hash("booking phone last four", `${code} ${lastFour}`);

const partyContext = (code: string): string => `BOOKING ${code} party`;
export const sealParty = (vault: Vault, code: string, party: Party) =>
  vault.seal(JSON.stringify(party), partyContext(code));
export const openParty = (vault: Vault, { code, sealed }: Pick<Booking, "code" | "sealed">): Party =>
  JSON.parse(vault.open(sealed, partyContext(code))) as Party;

/** Where somebody is told, and nothing else of them. */
export type Contact = Pick<Party, "phone" | "email">;
/** Of whole parties and of contacts alike: what was sealed for a code is opened for it. */
export const sealContact = (vault: Vault, code: string, { phone, email }: Contact) =>
  vault.seal(JSON.stringify({ phone, email }), partyContext(code));
export const openContact: (vault: Vault, kept: Pick<Booking, "code" | "sealed">) => Contact = openParty;

export interface Draft {
  readonly request: BookingRequest;
  readonly visit: PlannedVisit;
  readonly rules: RuleSet;
  readonly guards: readonly string[];
  readonly owner: string;
  readonly said: string;
  readonly holds: boolean;
}

export function openDrafts({ vault, clock, halls }: Pick<BookingParts, "vault" | "clock" | "halls">) {
  /** Raises 422 for what the hall does not have, and for an agent where everybody must book for themselves. */
  async function draftOf(request: BookingRequest, holds: boolean): Promise<Draft> {
    const { party, wanted, pool, key } = request;
    const hall = await halls.find(wanted.hall);
    if (hall === undefined) throw invalid([{ field: "hall", code: "hall.unknown" }]);
    const errand = errandOf(hall, wanted);
    if (!errand.ok) throw invalid(errand.errors);
    const visit = visitAt(errand.value, wanted);
    if (!visit.ok) throw invalid(visit.errors);
    const rules = rulesOn(hall.rules, dayOf(clock()));
    if (rules.ownBusinessOnly && party.agent !== undefined) throw bookingProblems.agentRefused();
    const identity = identityHash(vault, party.identityNumber);
    const said = vault.hash("booking said", JSON.stringify([wanted, party, pool, holds]));
    const isTopicAsked = asksTopic(visit.value.services);
    if (isTopicAsked && party.topic === undefined)
      throw invalid([{ field: "topic", code: "visit_topic.required" }]);
    // What is not needed is not kept.
    const { topic: _unasked, ...needed } = party;
    return {
      request: { ...request, party: isTopicAsked ? party : needed },
      visit: visit.value,
      rules,
      guards: guardsOf(vault, rules, party),
      owner: vault.hash("booking owner", `${identity} ${key}`).slice(0, HASH_CHARACTERS),
      said: said.slice(0, HASH_CHARACTERS),
      holds,
    };
  }

  /** The same citizen and key give the same code, so a repeat meets its own booking. */
  function codeOf({ owner }: Draft, salt: number): { readonly code: string; readonly start: number } {
    const bytes = vault.derive("booking code", `${owner} ${salt}`);
    return { code: codeFrom(bytes), start: Buffer.from(bytes).readUInt32BE(12) };
  }

  function bookingOf(
    { request, visit, holds, guards, owner, said }: Draft,
    code: string,
    { chosen, at }: { readonly chosen: readonly Chosen[]; readonly at: Instant },
  ): Booking {
    const { party, pool, channel, lang } = request;
    const span = spanOf(visit.day, chosen, visit.slotMinutes);
    const until = plusSeconds(at, visit.hall.holdMinutes * 60);
    return {
      schema: 1,
      code,
      owner,
      said,
      version: 1,
      state: holds ? "held" : "booked",
      ...siteOf(visit),
      services: visit.services.map(({ id }) => id),
      party: visit.party,
      pool,
      channel,
      lang,
      ...span,
      slotMinutes: visit.slotMinutes,
      seats: [...chosen],
      madeAt: at,
      ...(holds ? { heldUntil: until < span.startsAt ? until : span.startsAt } : {}),
      guards: [...guards],
      phone4: phone4Hash(vault, code, lastFourOf(party.phone)),
      sealed: sealParty(vault, code, party),
      history: [{ at, action: holds ? "hold" : "book" }],
    };
  }

  return { draftOf, codeOf, bookingOf };
}
