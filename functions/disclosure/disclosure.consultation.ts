/**
 * Consultations as the office sees them, and as whoever was asked does: by a link without an account. Its token is
 * derived from the case under our key, as a query code is, so the table holds nothing that opens anything.
 */
import { dayOf } from "../calendar/calendar.ts";
import type { Command } from "../case/case.service.ts";
import type { Consulted } from "../identity/identity.ts";
import { notFound, Problem } from "../kit/problem.ts";
import type { Vault } from "../kit/vault.ts";
import { equalInConstantTime } from "../kit/vault.ts";
import type { NoticeState } from "../notice/notice.ts";
import type { DisclosureEvent, DisclosureHead } from "./disclosure.case.ts";
import type { ConsultedParty, Opinion } from "./disclosure.consult.ts";
import { consultationContext } from "./disclosure.event.ts";
import type { HeadConsultation } from "./disclosure.head.ts";
import { maskEmail, maskName } from "./disclosure.mask.ts";
import type { DisclosureParts } from "./disclosure.parts.ts";

/** What stands in an address: 128 bits, 22 URL-safe characters. */
const TOKEN_BYTES = 16;

/** For the office; who was asked and who answered are masked for whoever may not see personal data. */
export interface OfficeConsultation extends HeadConsultation {
  /** What has become of the mail with the link, where an address was given. */
  readonly mail?: NoticeState | undefined;
  /** Part of the address at which the other side answers; for who works on the case. */
  readonly token: string | undefined;
}

/** `over`: its time has passed, or the case has its answer. */
export type ConsultationState = "open" | "answered" | "over";

/** What the other side sees: nothing of the applicant, nothing of the case but what it is asked. */
export interface ConsultationView {
  readonly reference: string;
  readonly id: string;
  readonly unit: string;
  readonly party: ConsultedParty;
  readonly about: string;
  readonly sentOn: string;
  readonly until: string;
  readonly state: ConsultationState;
  readonly answeredOn: string | undefined;
  /** Art. 32: the information is disclosed over this side's objection; what and why. */
  readonly decision: { readonly on: string; readonly text: string } | undefined;
}

export interface Shown {
  readonly reference: string;
  readonly id: string;
  readonly token: string;
}

export interface OpinionWords {
  readonly opinion: string;
  readonly reason: string;
  readonly respondent: string;
}

/** The secret of a consultation's link; the same whenever it is asked for. */
export const consultationToken = (vault: Vault, { reference, access }: DisclosureHead, id: string): string =>
  Buffer.from(vault.derive("consultation link", `${reference} ${id} ${access.codeSalt}`))
    .subarray(0, TOKEN_BYTES)
    .toString("base64url");

type Act = (command: Command<DisclosureEvent>) => Promise<DisclosureHead>;
const MOST_ROUNDS = 5;

export function openConsultations(parts: DisclosureParts, act: Act) {
  const { vault, cases, clock } = parts;

  const tokenOf = (head: DisclosureHead, id: string): string => consultationToken(vault, head, id);

  /** The consultation that a link opens. Throws 404 for every other, whatever is wrong with it. */
  async function opened({ reference, id, token }: Shown) {
    const head = await cases.readHead(reference);
    const one = head?.consultations?.find((each) => each.id === id);
    const wanted = head === undefined ? "" : tokenOf(head, id);
    const same = equalInConstantTime(Buffer.from(wanted), Buffer.from(token));
    if (head === undefined || one === undefined || !same) throw notFound("consultation_not_found");
    return { head, one };
  }

  async function readConsultation(shown: Shown): Promise<ConsultationView> {
    const { head, one } = await opened(shown);
    return viewOf(head, one, dayOf(clock()));
  }

  /** Raises 422 for what is wrong or too late. The office may act on the case meanwhile; that is no matter here. */
  async function answerConsultation(shown: Shown, words: OpinionWords, commandId?: string): Promise<void> {
    const { reference, id } = shown;
    await opened(shown);
    const actor: Consulted = { kind: "consulted", reference, consultation: id };
    const { opinion, ...rest } = words;
    const data = { id, on: "", via: "link", opinion: opinion as Opinion, ...rest } as const;
    for (let round = 1; ; round += 1) {
      try {
        await act({ reference, action: "opine", data, actor, commandId });
        return;
      } catch (error) {
        const changed = error instanceof Problem && error.code === "case_changed";
        if (!changed || round >= MOST_ROUNDS) throw error;
      }
    }
  }

  /** All of a case, opened for who works on it. */
  async function consultationsOf(
    head: DisclosureHead,
    masked: boolean,
  ): Promise<readonly OfficeConsultation[]> {
    const open = (sealed: string, id: string, field: "name" | "email" | "respondent") => {
      const plain = vault.open(sealed, consultationContext(head.reference, id, field));
      if (!masked) return plain;
      return field === "email" ? maskEmail(plain) : maskName(plain);
    };
    const shown = (head.consultations ?? []).map(({ answer, email, ...one }) => ({
      ...one,
      name: open(one.name, one.id, "name"),
      ...(email === undefined ? {} : { email: open(email, one.id, "email") }),
      ...(answer === undefined
        ? {}
        : { answer: answered(answer, (sealed) => open(sealed, one.id, "respondent")) }),
      token: masked ? undefined : tokenOf(head, one.id),
    }));
    return Promise.all(shown.map((one) => withMail(head, one)));
  }

  /** What has become of the mail; read where there was one, and nowhere else. */
  async function withMail(
    { reference }: DisclosureHead,
    one: OfficeConsultation,
  ): Promise<OfficeConsultation> {
    if (one.email === undefined) return one;
    const id = { reference, n: eventOf(one.id), template: "consultation_asked" } as const;
    return { ...one, mail: (await parts.notices.read(id))?.state };
  }

  return { readConsultation, answerConsultation, consultationsOf };
}

/** A consultation is called by the number of its event: `c4`. */
const eventOf = (id: string): number => Number(id.slice(1));

type Answered = NonNullable<HeadConsultation["answer"]>;

const answered = ({ respondent, ...answer }: Answered, open: (sealed: string) => string): Answered => ({
  ...answer,
  ...(respondent === undefined ? {} : { respondent: open(respondent) }),
});

function viewOf(head: DisclosureHead, one: HeadConsultation, today: string): ConsultationView {
  const { reference, unit, clock, answer: given } = head;
  const { id, party, about, sentOn, until, answer, silentOn } = one;
  const over = silentOn !== undefined || today > until || clock.endedOn !== undefined;
  const objected = party === "third_party" && answer !== undefined && answer.opinion !== "agree";
  const told = objected ? given?.objection : undefined;
  return {
    reference,
    id,
    unit,
    party,
    about,
    sentOn,
    until,
    state: answer !== undefined ? "answered" : over ? "over" : "open",
    answeredOn: answer?.on,
    decision: told === undefined || given === undefined ? undefined : { on: given.on, text: told },
  };
}
