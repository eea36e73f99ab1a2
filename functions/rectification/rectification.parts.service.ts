/** What the services of corrections of records are made of; built by wiring, held still by tests. */
import type { AuditStore } from "../audit/audit.store.ts";
import type { Calendar } from "../calendar/calendar.ts";
import type { LookupStore } from "../case/case.lookup.ts";
import type { CaseStore } from "../case/case.store.ts";
import type { DisclosureStore } from "../disclosure/disclosure.store.ts";
import type { Permission, Subject } from "../identity/access.ts";
import type { Actor, Staff } from "../identity/identity.ts";
import type { Clock } from "../kit/clock.ts";
import type { Random } from "../kit/id.ts";
import type { Table } from "../kit/table.ts";
import type { Vault } from "../kit/vault.ts";
import type { NoticeStore } from "../notice/notice.store.ts";
import type { RectificationEvent, RectificationHead } from "./rectification.case.ts";
import type { RectificationStore } from "./rectification.store.ts";

export interface RectificationParts {
  readonly table: Table;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly random: Random;
  readonly calendar: Calendar;
  readonly audit: AuditStore;
  readonly notices: Pick<NoticeStore, "write">;
  readonly lookups: Pick<LookupStore, "writes">;
  readonly store: RectificationStore;
  readonly cases: CaseStore<RectificationHead, RectificationEvent>;
  /** Which first submission a token belongs to, kept as for every request. */
  readonly tokens: Pick<DisclosureStore, "tokenWrite" | "readToken">;
  readonly regionCode: string;
  readonly units: readonly string[];
  readonly findStaff: (unit: string, id: string) => Promise<Pick<Staff, "id" | "name" | "roles"> | undefined>;
  /** Raises 403, on record, for who may not. */
  readonly demand: (actor: Actor, permission: Permission, subject: Subject) => Promise<void>;
}
