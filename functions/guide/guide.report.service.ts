/** Reports that a guide is wrong: from a citizen's form to the desk of the unit that keeps the guide, and answered there. */
import type { AuditStore } from "../audit/audit.store.ts";
import { guideSubject } from "../audit/audit.ts";
import { dayOf } from "../calendar/calendar.day.ts";
import { denial, may } from "../identity/access.ts";
import type { Staff } from "../identity/identity.ts";
import { byOf } from "../identity/identity.ts";
import type { Clock } from "../kit/clock.ts";
import { epochSecondsOf, plusSeconds } from "../kit/clock.ts";
import { conflict, forbidden, notFound, tooMany } from "../kit/problem.ts";
import type { Vault } from "../kit/vault.ts";
import { isGuideId, type LiveGuide } from "./guide.record.ts";
import type { ReportStore } from "./guide.report.store.ts";
import type { GuideReport, OpenReport, ReportAnswer, ReportState, StoredReport } from "./guide.report.ts";
import { reportLimits } from "./guide.report.ts";

export interface ReportParts {
  readonly store: ReportStore;
  readonly audit: AuditStore;
  readonly vault: Vault;
  readonly clock: Clock;
}

export interface NewReport {
  /** The guide that the citizen has before them. */
  readonly live: Pick<LiveGuide, "id" | "unit" | "version" | "guide">;
  readonly report: GuideReport;
  /** Where it came from; only a keyed hash of it is kept, for an hour. */
  readonly address: string;
}

export interface WhichReport {
  readonly guideId: string;
  readonly id: string;
}

export type GuideReports = ReturnType<typeof openGuideReports>;

const HOUR_SECONDS = 3600;
const DAY_SECONDS = 24 * HOUR_SECONDS;

export function openGuideReports({ store, audit, vault, clock }: ReportParts) {
  const place = (report: Pick<StoredReport, "guideId" | "id">, field: string) =>
    `guide report ${report.guideId} ${report.id} ${field}`;

  function opened(stored: StoredReport, actor: Staff): OpenReport {
    const { textSealed, contactSealed, ...rest } = stored;
    const text = vault.open(textSealed, place(stored, "text"));
    if (contactSealed === undefined || !may(actor, "guide.write", { unit: stored.unit }))
      return { ...rest, text };
    return { ...rest, text, contact: vault.open(contactSealed, place(stored, "contact")) };
  }

  /**
   * The same words about the same version on one day are one report: a second tap, a form that was gone back to and
   * sent again, a page that was loaded again. No token of a form would outlive all three.
   */
  function idOf({ live, report }: NewReport, at: string): string {
    const { kind, text, contact = "" } = report;
    const said = JSON.stringify([live.version, dayOf(at), kind, text, contact]);
    return vault.hash(`guide report ${live.id}`, said).slice(0, 22);
  }

  /** Keeps a report once, whatever is tapped. Throws 429 when too many came from one address, or on one guide. */
  async function add(sent: NewReport): Promise<void> {
    const { live, report, address } = sent;
    const at = clock();
    const named = { guideId: live.id, id: idOf(sent, at) };
    const { contact = "" } = report;
    const repeated = new Error("this report is there already");
    const stored: StoredReport = {
      schema: 1,
      ...named,
      guideName: live.guide.taskName,
      version: live.version,
      unit: live.unit,
      kind: report.kind,
      textSealed: vault.seal(report.text, place(named, "text")),
      ...(contact === "" ? {} : { contactSealed: vault.seal(contact, place(named, "contact")) }),
      at,
    };
    const hour = at.slice(0, 13);
    const counters = [
      {
        name: ["address", vault.hash("guide report address", address), hour],
        most: reportLimits.address,
        expiresAt: epochSecondsOf(plusSeconds(at, HOUR_SECONDS)),
      },
      {
        name: ["guide", live.id, dayOf(at)],
        most: reportLimits.guide,
        expiresAt: epochSecondsOf(plusSeconds(at, DAY_SECONDS)),
      },
    ];
    try {
      await store.commit([
        store.addWrite(stored, () => repeated),
        ...counters.map((counter) =>
          store.countWrite(counter, () => tooMany(HOUR_SECONDS, "too_many_reports")),
        ),
      ]);
    } catch (error) {
      if (error !== repeated) throw error;
    }
  }

  const entryOf = (actor: Staff, { guideId }: WhichReport, at: string) => ({
    at,
    by: byOf(actor),
    action: "guide.answer_report",
    subject: guideSubject(guideId),
  });

  /** The report, for who may answer it. Throws 404, and 403 with a record of the attempt. */
  async function demand(actor: Staff, which: WhichReport): Promise<StoredReport> {
    const { guideId, id } = which;
    const report = isGuideId(guideId) && /^[\w-]{22}$/.test(id) ? await store.read(guideId, id) : undefined;
    if (report === undefined) throw notFound("report_not_found");
    const denied = denial(actor, "guide.write", { unit: report.unit });
    if (denied === undefined) return report;
    await audit.record({ ...entryOf(actor, which, clock()), result: "refused", reason: denied });
    throw forbidden(denied);
  }

  return {
    add,
    /** One page of a unit's reports. Throws 403 for another unit. */
    async list(
      actor: Staff,
      wanted: { state: ReportState; limit: number; cursor?: string | undefined; unit?: string | undefined },
    ): Promise<{ readonly reports: readonly OpenReport[]; readonly next: string | undefined }> {
      const unit = wanted.unit ?? actor.unit;
      const denied = denial(actor, "guide.read_drafts", { unit });
      if (denied !== undefined) throw forbidden(denied);
      const page = await store.list(unit, wanted.state, wanted);
      return { reports: page.reports.map((report) => opened(report, actor)), next: page.next };
    },
    demandAnswer: async (actor: Staff, which: WhichReport): Promise<void> =>
      void (await demand(actor, which)),
    /** Ends a report and forgets the contact. Throws 403 and 404, and 409 `report_answered` for the slower of two. */
    async answer(actor: Staff, which: WhichReport, answer: ReportAnswer): Promise<void> {
      const report = await demand(actor, which);
      const at = clock();
      const { contactSealed: _forgotten, ...kept } = report;
      const answered = { at, by: { id: actor.id, name: actor.name }, ...answer };
      await store.commit([
        store.answerWrite({ ...kept, answered }, () => conflict("report_answered")),
        audit.write({ ...entryOf(actor, which, at), result: "done" }),
      ]);
    },
  };
}
