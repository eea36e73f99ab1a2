/** Builds what counts and reports, for the functions that need it. */

import type { Attachments, DataFiles } from "./attachment/attachment.service.ts";
import { parseReference } from "./case/reference.ts";
import type { DisclosureParts } from "./disclosure/disclosure.parts.ts";
import type { Disclosure } from "./disclosure/disclosure.service.ts";
import { disclosureEvidence, rectificationEvidence } from "./evidence/evidence.record.ts";
import { openEvidence } from "./evidence/evidence.service.ts";
import type { Staff } from "./identity/identity.ts";
import type { Bucket } from "./kit/bucket.ts";
import type { Config } from "./kit/config.ts";
import type { StoredItem } from "./kit/table.ts";
import type { LetterRecords } from "./letter/letter.issue.service.ts";
import { openLetters } from "./letter/letter.service.ts";
import { openLetterStore } from "./letter/letter.store.ts";
import { openLetterTemplates } from "./letter/letter.template.service.ts";
import { openLetterTemplateStore } from "./letter/letter.template.store.ts";
import { openCounts } from "./report/report.count.service.ts";
import { openCountStore } from "./report/report.count.store.ts";
import { openReports } from "./report/report.service.ts";
import { openReportStore } from "./report/report.store.ts";
import { once } from "./wiring.ground.ts";

export interface ReportGround {
  readonly parts: DisclosureParts;
  readonly config: Pick<Config, "units">;
}

/** The head of a disclosure request in an item of the table; anything else is none. */
export const headInOf = ({ parts }: Pick<ReportGround, "parts">) => {
  const isHead = (item: StoredItem) =>
    item.pk.startsWith("CASE#") &&
    item.sk === "HEAD" &&
    (item.head as { flow?: { id?: unknown } } | undefined)?.flow?.id === "disclosure";
  return (item: StoredItem | undefined) =>
    item !== undefined && isHead(item) ? parts.cases.readHeadFrom(item) : undefined;
};

export function countsOf({ parts, config }: ReportGround) {
  const { table, clock, cases } = parts;
  const units = config.units.map((unit) => unit.code);
  return openCounts({ table, clock, store: openCountStore(table), heads: cases, units });
}

export function reportsOf({ parts, config }: ReportGround) {
  const { table, clock, audit, cases: heads } = parts;
  const units = config.units.map((unit) => unit.code);
  const stores = { store: openReportStore(table), counts: openCountStore(table) };
  return openReports({ table, clock, audit, heads, units, ...stores });
}

/** What the evidence of a case is gathered from; the kind in its number says whose case it is. */
export function evidenceOf(ground: LetterGround) {
  const { parts, disclosure, attachments, bucket } = ground;
  const { audit, clock, calendar, random, cases } = parts;
  const { letters } = lettersOf(ground);
  const rectifications = rectificationsIn(ground);
  const records = {
    demand: disclosure.demand,
    read: async (reference: string, actor: Staff) =>
      isRectification(reference)
        ? rectificationEvidence(await (await rectifications()).readForOffice(reference, actor), calendar)
        : disclosureEvidence(await disclosure.readForOffice(reference, actor)),
  };
  return openEvidence({ records, cases, letters, attachments, bucket, audit, clock, random });
}

const isRectification = (reference: string): boolean => parseReference(reference)?.kind === "R";
const rectificationsIn = ({ parts, disclosure }: Pick<LetterGround, "parts" | "disclosure">) =>
  once(async () => (await import("./wiring.rectification.ts")).rectificationsOf({ parts, disclosure }));

export interface LetterGround {
  readonly parts: DisclosureParts;
  readonly disclosure: Pick<Disclosure, "readForOffice" | "demand">;
  readonly attachments: Attachments & DataFiles;
  readonly bucket: Bucket;
  readonly config: Pick<Config, "units" | "government">;
}

const recordsOf = (ground: Pick<LetterGround, "parts" | "disclosure">): LetterRecords => {
  const rectifications = rectificationsIn(ground);
  return {
    demand: ground.disclosure.demand,
    readForOffice: async (reference, actor) =>
      isRectification(reference)
        ? (await rectifications()).readForLetter(reference, actor)
        : ground.disclosure.readForOffice(reference, actor),
  };
};

export function lettersOf(ground: LetterGround) {
  const { parts, attachments, bucket, config } = ground;
  const { table, audit, clock, calendar, random } = parts;
  const store = openLetterStore(table);
  const templates = openLetterTemplateStore(table, bucket);
  const shared = { table, audit, clock, calendar, bucket, templates };
  const office = openLetterTemplates({ ...shared, attachments, config });
  const records = recordsOf(ground);
  return { templates: office, store, letters: openLetters({ ...shared, store, office, records, random }) };
}
