/** Builds what an applicant's letters are read with, built when somebody follows a case. */
import type { AuditStore } from "./audit/audit.store.ts";
import type { Bucket } from "./kit/bucket.ts";
import type { Clock } from "./kit/clock.ts";
import type { Table } from "./kit/table.ts";
import { openApplicantLetters } from "./letter/letter.applicant.service.ts";
import { openLetterStore } from "./letter/letter.store.ts";
import { openLetterTemplateStore } from "./letter/letter.template.store.ts";

export interface ApplicantLetterGround {
  readonly table: Table;
  readonly bucket: Bucket;
  readonly audit: AuditStore;
  readonly clock: Clock;
}

export const applicantLettersOf = ({ table, ...ground }: ApplicantLetterGround) =>
  openApplicantLetters({
    ...ground,
    table,
    store: openLetterStore(table),
    templates: openLetterTemplateStore(table, ground.bucket),
  });
