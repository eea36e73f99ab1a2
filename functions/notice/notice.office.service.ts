/** Notices that could not be delivered, before the office: looked at with masked addresses, sent again, or given up. */
import type { AuditStore } from "../audit/audit.store.ts";
import { caseSubject, officeSubject } from "../audit/audit.ts";
import { openContact } from "../booking/booking.draft.service.ts";
import { maskEmail, maskPhone } from "../disclosure/disclosure.mask.ts";
import { denial, may } from "../identity/access.ts";
import type { Staff } from "../identity/identity.ts";
import { byOf } from "../identity/identity.ts";
import type { Clock } from "../kit/clock.ts";
import { forbidden } from "../kit/problem.ts";
import type { Vault } from "../kit/vault.ts";
import { VaultError } from "../kit/vault.ts";
import type { NoticeStore } from "./notice.store.ts";
import type { Channel, Failure, Notice, NoticeId, NoticeTemplate } from "./notice.ts";
import { idOf, noticeContext } from "./notice.ts";

/** What has the addresses of a notice. */
type Kept = { readonly code: string; readonly sealed: string };

export interface NoticeOfficeOptions {
  readonly store: Pick<NoticeStore, "failed" | "read" | "again" | "settle">;
  /** Bookings, and what else has a code: entries for a draw, queue tickets. */
  readonly kept: readonly { readMany(codes: readonly string[]): Promise<readonly (Kept | undefined)[]> }[];
  readonly audit: AuditStore;
  readonly vault: Vault;
  readonly clock: Clock;
}

/** A notice as the office sees it. */
export interface FailedNotice {
  /** Names it in a form; says nothing to who reads the page's source. */
  readonly handle: string;
  readonly template: NoticeTemplate;
  /** Number of the case; a booking's code is half of what opens it and is not shown. */
  readonly reference: string | undefined;
  /** When the visit begins. */
  readonly visitAt: string | undefined;
  readonly channel: Channel | undefined;
  /** Masked; undefined when it cannot be opened or its booking is gone. */
  readonly address: string | undefined;
  readonly attempts: number;
  readonly failure: Failure | undefined;
  readonly failedAt: string;
}

/** `gone`: somebody else was first, or it has been given up meanwhile. */
export type Settled = "done" | "gone";

export type NoticeOffice = ReturnType<typeof openNoticeOffice>;

export const MOST_SHOWN = 100;

const handleContext = (unit: string): string => `failed notice ${unit}`;

export function openNoticeOffice({ store, kept, audit, vault, clock }: NoticeOfficeOptions) {
  function addressOf(notice: Notice, entry: Kept | undefined): string | undefined {
    try {
      if (notice.about !== "booking") return ofCase(notice);
      if (entry === undefined) return undefined;
      const { phone, email } = openContact(vault, entry);
      return notice.channel === "mail" ? email && maskEmail(email) : maskPhone(phone);
    } catch (error) {
      if (error instanceof VaultError) return undefined;
      throw error;
    }
  }

  function ofCase({ reference, channel, email, phone }: Notice): string | undefined {
    const open = (sealed: string) => vault.open(sealed, noticeContext(reference));
    return channel === "sms" ? phone && maskPhone(open(phone)) : email && maskEmail(open(email));
  }

  const viewOf = (notice: Notice, unit: string, entry: Kept | undefined): FailedNotice => ({
    handle: vault.seal(JSON.stringify(idOf(notice)), handleContext(unit)),
    template: notice.template,
    reference: notice.about === "booking" ? undefined : notice.reference,
    visitAt: notice.visitAt,
    channel: notice.channel,
    address: addressOf(notice, entry),
    attempts: notice.attempts,
    failure: notice.failure,
    failedAt: notice.settledAt ?? notice.createdAt,
  });

  /** One batch for bookings; one more each only for codes that are none's. */
  async function entriesOf(codes: readonly string[]): Promise<ReadonlyMap<string, Kept>> {
    const found = new Map<string, Kept>();
    for (const store of kept) {
      const left = codes.filter((code) => !found.has(code));
      if (left.length === 0) break;
      for (const one of await store.readMany(left)) if (one !== undefined) found.set(one.code, one);
    }
    return found;
  }

  /** What failed in a unit, newest first: one query and two batches, and rarely two more. Raises 403. */
  async function list(actor: Staff, unit: string): Promise<readonly FailedNotice[]> {
    const denied = denial(actor, "notice.read", { unit });
    if (denied !== undefined) throw forbidden(denied);
    const failed = await store.failed(unit, "0", MOST_SHOWN);
    const codes = failed.flatMap(({ about, reference }) => (about === "booking" ? [reference] : []));
    const byCode = await entriesOf([...new Set(codes)]);
    return failed.map((notice) => viewOf(notice, unit, byCode.get(notice.reference)));
  }

  const entryOf = (actor: Staff, unit: string, action: string, notice?: Notice) => ({
    at: clock(),
    by: byOf(actor),
    action,
    subject:
      notice === undefined || notice.about === "booking"
        ? officeSubject(unit)
        : caseSubject(notice.reference),
  });

  /** The notice that a form names, while it is of this unit and has failed. Raises 403, on record. */
  async function demanded(actor: Staff, unit: string, handle: string): Promise<Notice | undefined> {
    const denied = denial(actor, "notice.settle", { unit });
    if (denied !== undefined) {
      const entry = entryOf(actor, unit, "notice.settle");
      await audit.record({ ...entry, result: "refused", reason: denied });
      throw forbidden(denied);
    }
    const id = idIn(handle, unit);
    const notice = id && (await store.read(id));
    return notice?.state === "failed" && notice.unit === unit ? notice : undefined;
  }

  /** Undefined for what is no handle of this unit. */
  function idIn(handle: string, unit: string): NoticeId | undefined {
    try {
      return JSON.parse(vault.open(handle, handleContext(unit))) as NoticeId;
    } catch (error) {
      if (error instanceof VaultError) return undefined;
      throw error;
    }
  }

  return {
    list,
    maySettle: (actor: Staff, unit: string): boolean => may(actor, "notice.settle", { unit }),
    /** Begins again from the first try; the stream takes it up at once. */
    async again(actor: Staff, unit: string, handle: string): Promise<Settled> {
      const notice = await demanded(actor, unit, handle);
      if (notice === undefined) return "gone";
      const entry = audit.write({ ...entryOf(actor, unit, "notice.again", notice), result: "done" });
      return (await store.again(notice, clock(), entry)) ? "done" : "gone";
    },
    /** Never sent any more, and its address forgotten. */
    async giveUp(actor: Staff, unit: string, handle: string): Promise<Settled> {
      const notice = await demanded(actor, unit, handle);
      if (notice === undefined) return "gone";
      const entry = audit.write({ ...entryOf(actor, unit, "notice.give_up", notice), result: "done" });
      return (await store.settle(notice, "given_up", clock(), entry)) ? "done" : "gone";
    },
  };
}
