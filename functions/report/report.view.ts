/** An annual report as the office sees it: as it stands now, and what was published of it. */
import type { ChangedCell, Violation } from "./report.table.ts";
import type { FrozenReport, Report } from "./report.ts";

export interface PublishedVersion extends FrozenReport {
  readonly changes: readonly ChangedCell[];
}

export interface ReportView {
  readonly report: Report;
  /** Names the report as it was seen, so that nothing else is published. */
  readonly hash: string;
  /** Of what is typed; 0 where nothing is yet. */
  readonly version: number;
  readonly violations: readonly Violation[];
  /** What was published, the newest first, each with what it changed in table 三. */
  readonly frozen: readonly PublishedVersion[];
  /** What has changed in table 三 since the newest; undefined where nothing was published. */
  readonly drift: readonly ChangedCell[] | undefined;
  /** Whether anything at all differs from the newest. */
  readonly differs: boolean;
  readonly isOver: boolean;
  readonly mayWrite: boolean;
  readonly mayFreeze: boolean;
}
