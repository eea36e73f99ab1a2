/** What the services of disclosure requests are made of; built by wiring, held still by tests. */
import type { CaseFile } from "../attachment/attachment.ts";
import type { AuditStore } from "../audit/audit.store.ts";
import type { Calendar } from "../calendar/calendar.ts";
import type { LookupStore } from "../case/case.lookup.ts";
import type { CaseStore } from "../case/case.store.ts";
import { openCaseStore } from "../case/case.store.ts";
import type { Card } from "../case/case.ts";
import type { Staff } from "../identity/identity.ts";
import type { Clock } from "../kit/clock.ts";
import type { Random } from "../kit/id.ts";
import type { Table } from "../kit/table.ts";
import type { Vault } from "../kit/vault.ts";
import type { NoticeStore } from "../notice/notice.store.ts";
import type { FileCheck } from "../release/release.ts";
import type { DisclosureEvent, DisclosureHead } from "./disclosure.case.ts";
import { disclosureEventSchema, disclosureHeadSchema, queueOf } from "./disclosure.case.ts";
import { disclosureFlow } from "./disclosure.flow.ts";
import type { DisclosureStore } from "./disclosure.store.ts";
import { openDisclosureStore } from "./disclosure.store.ts";

export interface DisclosureOptions {
  readonly table: Table;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly random: Random;
  readonly calendar: Calendar;
  readonly audit: AuditStore;
  readonly notices: NoticeStore;
  readonly lookups: LookupStore;
  /** Administrative division code (区划) at the head of every number. */
  readonly regionCode: string;
  /** Codes of the units that requests can be addressed to. */
  readonly units: readonly string[];
  /** Rows of cases of other kinds, of a unit that was authorised; asked only with numbers of such. */
  readonly otherCards: (references: readonly string[], unit: string) => Promise<readonly Card[]>;
  /** What the release check knows of an outgoing file. */
  readonly checkFile: (reference: string, file: CaseFile) => Promise<FileCheck>;
  /** Somebody of a unit, as the staff directory knows them. */
  readonly findStaff: (unit: string, id: string) => Promise<Pick<Staff, "id" | "name" | "roles"> | undefined>;
}

export interface DisclosureParts extends DisclosureOptions {
  readonly store: DisclosureStore;
  readonly cases: CaseStore<DisclosureHead, DisclosureEvent>;
}

export const partsOf = (options: DisclosureOptions): DisclosureParts => ({
  ...options,
  store: openDisclosureStore(options),
  cases: openCaseStore<DisclosureHead, DisclosureEvent>({
    table: options.table,
    head: disclosureHeadSchema,
    event: disclosureEventSchema,
    queueOf,
    flow: disclosureFlow.id,
  }),
});
