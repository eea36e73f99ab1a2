/** What the services of questions and suggestions are made of; built by wiring, held still by tests. */
import type { AuditStore } from "../audit/audit.store.ts";
import { caseSubject, officeSubject } from "../audit/audit.ts";
import type { Calendar } from "../calendar/calendar.ts";
import type { CaseStore } from "../case/case.store.ts";
import type { Permission, Subject } from "../identity/access.ts";
import { denial } from "../identity/access.ts";
import type { Actor } from "../identity/identity.ts";
import { byOf } from "../identity/identity.ts";
import type { Clock } from "../kit/clock.ts";
import type { Random } from "../kit/id.ts";
import { forbidden, notFound } from "../kit/problem.ts";
import type { Table } from "../kit/table.ts";
import type { Vault } from "../kit/vault.ts";
import type { NoticeStore } from "../notice/notice.store.ts";
import type { AdviceEvent, AdviceHead } from "./advice.case.ts";
import type { AdviceStore } from "./advice.store.ts";

export interface AdviceParts {
  readonly table: Table;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly random: Random;
  readonly calendar: Calendar;
  readonly audit: AuditStore;
  readonly notices: Pick<NoticeStore, "write">;
  readonly cases: CaseStore<AdviceHead, AdviceEvent>;
  readonly store: AdviceStore;
  /** Administrative division code (区划) at the head of every number. */
  readonly regionCode: string;
  /** Codes of the units that can be asked. */
  readonly units: readonly string[];
}

const PUBLIC_ID_CHARACTERS = 22;

/** One number gives one public answer; its id cannot be found from the number. */
export const publicIdOf = ({ vault }: Pick<AdviceParts, "vault">, reference: string): string =>
  vault.hash("public advice", reference).slice(0, PUBLIC_ID_CHARACTERS);

export async function headOf({ cases }: Pick<AdviceParts, "cases">, reference: string): Promise<AdviceHead> {
  const head = await cases.readHead(reference);
  if (head === undefined) throw notFound("case_not_found");
  return head;
}

/** Raises 403 and leaves a record when the actor may not. */
export async function demand(
  { audit, clock }: Pick<AdviceParts, "audit" | "clock">,
  actor: Actor,
  { permission, subject }: { readonly permission: Permission; readonly subject: Subject },
): Promise<void> {
  const reason = denial(actor, permission, subject);
  if (reason === undefined) return;
  const { reference, unit = "" } = subject;
  await audit.record({
    ...{ at: clock(), by: byOf(actor), action: permission, result: "refused", reason },
    subject: reference === undefined ? officeSubject(unit) : caseSubject(reference),
  });
  throw forbidden(reason);
}
