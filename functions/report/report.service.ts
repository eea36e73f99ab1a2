/** What can be done with annual reports: read them live, write their prose, publish a year, amend it, open a cell. */
import type { AuditStore } from "../audit/audit.store.ts";
import { officeSubject } from "../audit/audit.ts";
import { dayOf } from "../calendar/calendar.ts";
import { hashOf } from "../case/case.chain.ts";
import type { Permission } from "../identity/access.ts";
import { denial, may } from "../identity/access.ts";
import type { Staff } from "../identity/identity.ts";
import { byOf } from "../identity/identity.ts";
import type { Clock } from "../kit/clock.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { conflict, forbidden, invalid } from "../kit/problem.ts";
import type { Table } from "../kit/table.ts";
import type { CellOptions, UnitCell } from "./report.cell.service.ts";
import { openCells } from "./report.cell.service.ts";
import type { FeeSums } from "./report.fee.ts";
import { addFees, hasFees } from "./report.fee.ts";
import type { KeptText, ReportStore } from "./report.store.ts";
import type { TableThree } from "./report.table.ts";
import { changedCells, sumOf, violationsOf } from "./report.table.ts";
import type { FrozenReport, Report, ReportScope, ReportText } from "./report.ts";
import { chapters, isOver, plainProse, proseErrors } from "./report.ts";
import type { PublishedVersion, ReportView } from "./report.view.ts";

export interface ReportOptions extends CellOptions {
  readonly table: Table;
  readonly store: ReportStore;
  readonly audit: AuditStore;
  readonly clock: Clock;
  /** The first is the government's own office, which answers for the whole (Art. 3). */
  readonly units: readonly string[];
}

export type Reports = ReturnType<typeof openReports>;

/** What somebody saw and says when they publish it. */
export interface Seen {
  readonly hash: string;
  readonly reason: string;
  /** That every number was checked. */
  readonly tick: boolean;
}

export const LONGEST_CHAPTER = 8_000;
export const LONGEST_REASON = 500;

export function openReports(options: ReportOptions) {
  const { table, store, audit, clock, units } = options;
  const cells = openCells(options);
  const unitOf = ({ unit }: Pick<ReportScope, "unit">): string => unit ?? units[0] ?? "";

  async function demand(actor: Staff, permission: Permission, scope: ReportScope): Promise<void> {
    const unit = unitOf(scope);
    const reason = denial(actor, permission, { unit });
    if (reason === undefined) return;
    const about = { at: clock(), by: byOf(actor), action: permission, subject: officeSubject(unit) };
    await audit.record({ ...about, result: "refused", reason });
    throw forbidden(reason);
  }

  const reportOf = (scope: ReportScope, text: ReportText, { three, fees }: Numbers): Report => ({
    schema: 1,
    ...(scope.unit === undefined ? {} : { unit: scope.unit }),
    year: scope.year,
    three,
    ...(hasFees(fees) ? { fees } : {}),
    ...text,
  });

  /** The report as it stands now. Throws 403, on record, for who may not read it. */
  async function read(actor: Staff, scope: ReportScope): Promise<ReportView> {
    await demand(actor, "report.read", scope);
    const [kept, years, frozen, lastYear] = await Promise.all([
      store.readText(scope),
      cells.yearsOf(scope.unit === undefined ? units : [scope.unit], scope.year),
      store.frozen(scope),
      store.latest({ ...scope, year: scope.year - 1 }),
    ]);
    const three = sumOf(years.map((each) => each.three));
    const fees = addFees(years.map((each) => each.fees));
    return viewOf(actor, scope, { kept, three, fees, frozen, lastYear });
  }

  interface Numbers {
    readonly three: TableThree;
    readonly fees: FeeSums;
  }
  interface Found extends Numbers {
    readonly kept: KeptText;
    readonly frozen: readonly FrozenReport[];
    readonly lastYear: FrozenReport | undefined;
  }
  function viewOf(actor: Staff, scope: ReportScope, found: Found): ReportView {
    const { kept, three, frozen, lastYear } = found;
    const report = reportOf(scope, kept.text, found);
    const hash = hashOf(report);
    const [newest] = frozen;
    const unit = unitOf(scope);
    return {
      report,
      hash,
      version: kept.version,
      violations: violationsOf(three, lastYear?.report.three),
      frozen: withChanges(frozen),
      drift: newest && changedCells(newest.report.three, three),
      differs: newest !== undefined && newest.hash !== hash,
      isOver: isOver(scope.year, dayOf(clock())),
      mayWrite: may(actor, "report.write", { unit }),
      mayFreeze: may(actor, "report.freeze", { unit }),
    };
  }

  /** What is typed so far, for whoever may write it. */
  async function textOf(actor: Staff, scope: ReportScope): Promise<KeptText> {
    await demand(actor, "report.write", scope);
    return store.readText(scope);
  }

  /** Keeps what was typed. Throws 409 `report_changed` when somebody else wrote meanwhile, 422 for what is too long. */
  async function save(actor: Staff, scope: ReportScope, typed: { text: ReportText; version: number }) {
    await demand(actor, "report.write", scope);
    const errors = chapters.flatMap((field) =>
      proseErrors(field, typed.text.chapters[field], LONGEST_CHAPTER),
    );
    if (errors.length > 0) throw invalid(errors);
    await table.commit([
      store.textWrite(scope, typed.text, typed.version),
      entry(actor, "report.write", scope),
    ]);
  }

  const entry = (actor: Staff, action: Permission, scope: ReportScope) =>
    audit.write({
      at: clock(),
      by: byOf(actor),
      action,
      subject: officeSubject(unitOf(scope)),
      result: "done",
    });

  /**
   * Publishes the report of a year that is over, exactly as it was seen; again, it is an amendment and says why.
   * Throws 409 `year_not_over`, `identities_broken`, `chapter_missing`, `nothing_changed`, `report_changed`; 422 without a reason.
   */
  async function freeze(actor: Staff, scope: ReportScope, seen: Seen): Promise<FrozenReport> {
    await demand(actor, "report.freeze", scope);
    const { report, hash, frozen, violations, isOver } = await read(actor, scope);
    const [newest] = frozen;
    if (newest?.hash === hash) throw conflict("nothing_changed");
    const reason = newest === undefined ? undefined : plainProse(seen.reason);
    const errors = [
      ...reasonErrors(reason),
      ...(seen.tick ? [] : [{ field: "tick", code: "tick.required" }]),
    ];
    if (errors.length > 0) throw invalid(errors);
    if (!isOver) throw conflict("year_not_over");
    if (seen.hash !== hash) throw conflict("report_changed");
    if (violations.length > 0) throw conflict("identities_broken");
    // Art. 50: what goes wrong and what is done about it is part of every report.
    if (report.chapters.problems === "") throw conflict("chapter_missing");
    const n = (newest?.n ?? 0) + 1;
    const next: FrozenReport = { n, report, hash, by: byOf(actor), at: clock(), reason };
    await table.commit([store.frozenWrite(next), entry(actor, "report.freeze", scope)]);
    return next;
  }

  /** One page of the cases behind a number of one unit, for whoever may see its queue. */
  async function casesIn(actor: Staff, cell: UnitCell, page: { limit: number; cursor?: string | undefined }) {
    await demand(actor, "report.read", cell);
    await demand(actor, "queue.read", cell);
    return cells.casesIn(cell, page);
  }

  /** A number of the whole government by its units. */
  async function byUnit(actor: Staff, cell: Omit<UnitCell, "unit">) {
    await demand(actor, "report.read", { year: cell.year });
    return cells.byUnit(units, cell);
  }

  /** What was published, the newest first, for anybody. */
  const published = async (scope: ReportScope) => withChanges(await store.frozen(scope));

  return { demand, read, textOf, save, freeze, casesIn, byUnit, published };
}

/** Each version with what it changed of the one before it. */
const withChanges = (versions: readonly FrozenReport[]): readonly PublishedVersion[] =>
  versions.map((version, index) => {
    const before = versions[index + 1]?.report.three;
    return { ...version, changes: before === undefined ? [] : changedCells(before, version.report.three) };
  });

function reasonErrors(reason: string | undefined): FieldErrors {
  if (reason === undefined) return [];
  if (reason === "") return [{ field: "reason", code: "reason.required" }];
  return proseErrors("reason", reason, LONGEST_REASON);
}
