/** Builds what takes in requests from before this system; for the office's function and the command line. */
import type { DataFiles } from "./attachment/attachment.service.ts";
import type { DisclosureParts } from "./disclosure/disclosure.parts.ts";
import { openKeeping } from "./old/old.keep.service.ts";
import { oldImports } from "./old/old.record.ts";
import { openOldRequests } from "./old/old.service.ts";
import { openReportStore } from "./report/report.store.ts";
import { openReportYears } from "./report/report.years.service.ts";
import { openImportStore } from "./sheet/sheet.import.store.ts";

export const keepingOf = (parts: DisclosureParts) =>
  openKeeping({ parts, published: openReportYears(openReportStore(parts.table)) });

export interface OldGround {
  readonly parts: DisclosureParts;
  readonly attachments: DataFiles;
}

export function oldRequestsOf({ parts, attachments: files }: OldGround) {
  const { table, audit, clock } = parts;
  const keeping = keepingOf(parts);
  return openOldRequests({ store: openImportStore(table, oldImports), files, keeping, audit, clock });
}
